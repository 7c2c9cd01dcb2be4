#ifndef JUE_CAPTURE_PRIVATE_H
#define JUE_CAPTURE_PRIVATE_H

#include <cairo.h>

#include "extract/capture.h"

/**
 * Device units per point. Poppler widens strokes thinner than one device unit, so that the scale has to be
 * fine enough for hairlines to keep apart; soft masks cost its square.
 */
#define JUE_CAPTURE_SCALE 4

/** JueCaptureCover: a picture without holes, and how many glyphs were drawn before it. */
typedef struct {
  JueBox box;
  guint n_glyphs;
} JueCaptureCover;

struct JueCapture {
  cairo_t *cr;       /* the context whose calls are captured; only set while a page is drawn */
  JuePage *page;
  guint32 order;     /* things painted so far */
  gboolean overflow; /* a limit was exceeded */
  gboolean deaf;     /* inside one of our own calls to cairo that may draw */
  GHashTable *fonts; /* cairo_font_face_t → JueCaptureFont */
  GArray *covers;    /* of JueCaptureCover */
  cairo_glyph_t shown;         /* first glyph of the last string that was shown, in user space */
  int n_shown;                 /* and its number of glyphs */
};

/** jue_capture_hundredths: device units to hundredths of a point. */
gint32 jue_capture_hundredths (double device);

/** jue_capture_clip: what of the page is not clipped away. */
JueBox jue_capture_clip (cairo_t *cr);

/** jue_capture_colour: 0xRRGGBB of the source and its alpha; grey for patterns. TRUE if the source is a picture. */
gboolean jue_capture_colour (cairo_t *cr, guint32 *rgb, guint8 *alpha);

/** The captured calls, one function for each kind of mark. */
void jue_capture_stroke (JueCapture *self, cairo_t *cr);
void jue_capture_fill (JueCapture *self, cairo_t *cr);
void jue_capture_paint (JueCapture *self, cairo_t *cr);
void jue_capture_mask (JueCapture *self, cairo_t *cr, cairo_pattern_t *pattern);
void jue_capture_glyphs (JueCapture *self, cairo_t *cr, const char *utf8, int utf8_len, const cairo_glyph_t *glyphs,
                         int n_glyphs, const cairo_text_cluster_t *clusters, int n_clusters);

/** JuePoint: a place in device units. */
typedef struct {
  double x, y;
} JuePoint;

/** jue_capture_points_box: what holds all points; at least one. */
JueBox jue_capture_points_box (const JuePoint *points, guint n);

/** jue_capture_is_thin: whether a box counts as a line; then jue_capture_longer_side is its direction. */
gboolean jue_capture_is_thin (const JueBox *box);
JueRuleDirection jue_capture_longer_side (const JueBox *box);

/** jue_capture_add_rule: notes what of a line is not clipped away. */
void jue_capture_add_rule (JueCapture *self, JueBox box, const JueBox *clip, JueRuleDirection direction, JueRuleOrigin origin,
                           guint32 rgb, guint8 alpha);

/** jue_capture_add_picture: notes a picture, painted with the current source, that may hide what was drawn before. */
void jue_capture_add_picture (JueCapture *self, cairo_t *cr, JueBox box);

/** jue_capture_paint_picture: notes the current source if it is a picture that fills what is not clipped away. */
void jue_capture_paint_picture (JueCapture *self, cairo_t *cr, const JueBox *clip);

/** jue_capture_column: if the glyphs of one string, from @first on, stand one below the other, they get another reading. */
void jue_capture_column (JueCapture *self, guint first, JueReading reading);

/** jue_capture_cover: a picture that is painted with the current source; what it hides is known at the page's end. */
void jue_capture_cover (JueCapture *self, cairo_t *cr, JueBox box);

/** jue_capture_hide_covered: marks the glyphs that pictures hide. */
void jue_capture_hide_covered (JueCapture *self);

/** jue_capture_just_shown: TRUE if the last string that was shown is this one. */
gboolean jue_capture_just_shown (const JueCapture *self, const cairo_glyph_t *glyphs, int n_glyphs);

GHashTable *jue_capture_fonts_new (void);

#endif
