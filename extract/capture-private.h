#ifndef JUE_CAPTURE_PRIVATE_H
#define JUE_CAPTURE_PRIVATE_H

#include <cairo.h>

#include "extract/capture.h"
#include "extract/text-slanted.h"

/**
 * Device units per point. Poppler widens strokes thinner than one device unit, so that the scale has to be
 * fine enough for hairlines to keep apart; soft masks cost its square.
 */
#define JUE_CAPTURE_SCALE 4

/** Shortest segment of a line that is kept, hundredths of a point: dots of a dotted line. */
#define JUE_CAPTURE_SEGMENT_LEAST 40

/** What is known of a mark that text may lie under or upon. */
typedef enum {
  JUE_GROUND_UNSURE,  /* something may show through, or its shape or colour is not known */
  JUE_GROUND_PLAIN,   /* a rectangle of one colour, nothing shows through */
  JUE_GROUND_PICTURE, /* a rectangle of any colours, nothing shows through */
} JueGroundKind;

/** JueCaptureGround: a mark that text may lie under or upon, and how many glyphs were drawn before it. */
typedef struct {
  JueBox box;
  guint n_glyphs;
  guint32 rgb; /* of a plain one */
  guint8 kind; /* JueGroundKind */
} JueCaptureGround;

/** Most grounds of a page; beyond, nothing is said about the colour below its text. */
#define JUE_CAPTURE_GROUNDS_MOST 10000

/** Why nobody sees a glyph. */
typedef enum {
  JUE_HIDDEN_CLIPPED,
  JUE_HIDDEN_TRANSPARENT,
  JUE_HIDDEN_COVERED,
  JUE_HIDDEN_COLOUR,
} JueHiddenReason;

/** JueCaptureHidden: glyphs of the page, from @first on, that are hidden for one reason. */
typedef struct {
  guint first, n;
  JueHiddenReason reason;
} JueCaptureHidden;

/** JueCaptureBare: a glyph of the page that was drawn without text; its number in the font, and the font's among bare_fonts. */
typedef struct {
  guint glyph, number, font;
} JueCaptureBare;

struct JueCapture {
  cairo_t *cr; /* the context whose calls are captured; only set while a page is drawn */
  JuePage *page;
  guint32 order;         /* things painted so far */
  gboolean overflow;     /* a limit was exceeded */
  gboolean deaf;         /* inside one of our own calls to cairo that may draw */
  GHashTable *fonts;     /* cairo_font_face_t → JueCaptureFont */
  GArray *pens;          /* of JueTextPen */
  GArray *bare;          /* of JueCaptureBare */
  GPtrArray *bare_fonts; /* of cairo_scaled_font_t */
  GArray *blanks;        /* of guint: glyphs that may be spaces */
  GArray *grounds;       /* of JueCaptureGround */
  gboolean grounds_lost;
  GArray *hidden;      /* of JueCaptureHidden */
  GString *outside;    /* first characters that lie outside the page */
  guint n_outside;     /* number of them */
  guint work;          /* comparisons of glyphs with grounds */
  cairo_glyph_t shown; /* first glyph of the last string that was shown, in user space */
  int n_shown;         /* and its number of glyphs */
  guint first_shown;   /* and where on the page they begin */
};

/** JueCaptureKnown: the characters of a font's glyphs that come without text, as far as pages have taught them. */
typedef struct JueCaptureKnown JueCaptureKnown;

void jue_capture_known_free (JueCaptureKnown *self);

/**
 * JueCaptureFont: a font that was met.
 * @advances: glyph number → advance in 1/1000 em x 2, plus 1 if the glyph has ink
 * @known: what is remembered of its glyphs without text; NULL: nothing yet
 * @whole: in the file or on this machine, and not a subset
 * @blank: it stands for one that is not embedded (capture-font.h), and says nothing of widths and ink
 * @index: in the font table of the page that is being captured
 */
typedef struct {
  cairo_font_face_t *face;
  GHashTable *advances;
  JueCaptureKnown *known;
  char *name;
  gboolean bold, italic, whole, blank;
  const JuePage *page; /* the page whose font table holds it */
  guint page_number;
  guint16 index;
} JueCaptureFont;

/** jue_capture_font: the font that is at work, which is put into the page's table. Borrowed. */
JueCaptureFont *jue_capture_font (JueCapture *self, cairo_t *cr);

/**
 * jue_capture_advance: advance width of a glyph in ems as the font says it. @inked (nullable): whether the glyph leaves a
 * mark; a space does not.
 */
double jue_capture_advance (JueCapture *self, cairo_t *cr, JueCaptureFont *font, gulong index, gboolean *inked);

/**
 * jue_capture_library: the function of this name that stands behind ours, looked for once.
 * @found: static and 0 at first, one for each name
 */
gpointer jue_capture_library (gsize *found, const char *name);

/** jue_capture_at_work: whether a page is being captured on this thread. */
gboolean jue_capture_at_work (void);

/** jue_capture_hundredths: device units to hundredths of a point. */
gint32 jue_capture_hundredths (double device);

/** jue_capture_clip: what of the page is not clipped away. */
JueBox jue_capture_clip (cairo_t *cr);

/** jue_capture_colour: 0xRRGGBB of the source and its alpha; grey for patterns. TRUE if the source is a picture. */
gboolean jue_capture_colour (cairo_t *cr, guint32 *rgb, guint8 *alpha);

/** The captured calls, one function for each kind of mark. */
void jue_capture_stroke (JueCapture *self, cairo_t *cr);
void jue_capture_fill (JueCapture *self, cairo_t *cr);
void jue_capture_paint (JueCapture *self, cairo_t *cr, gboolean opaque);
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
void jue_capture_add_rule (JueCapture *self, JueBox box, const JueBox *clip, JueRuleDirection direction,
                           JueRuleOrigin origin, guint32 rgb, guint8 alpha);

/**
 * jue_capture_add_picture: notes a picture that is painted with the current source.
 * @opaque: whether its source's own opacity is all that counts
 */
void jue_capture_add_picture (JueCapture *self, cairo_t *cr, JueBox box, gboolean opaque);

/**
 * jue_capture_skip_picture: whether the picture that is about to be decoded into the current unit square need not be; then it
 * is noted. @pixels: their number
 */
gboolean jue_capture_skip_picture (JueCapture *self, gint64 pixels);

/** jue_capture_cut: what of a box lies inside another; turned inside out if nothing does. */
JueBox jue_capture_cut (const JueBox *box, const JueBox *clip);

/** jue_capture_paint_picture: notes the current source if it is a picture that fills what is not clipped away. */
void jue_capture_paint_picture (JueCapture *self, cairo_t *cr, const JueBox *clip, gboolean opaque);

/** jue_capture_column: if the glyphs of one string, from @first on, stand one below the other, they get another reading. */
void jue_capture_column (JueCapture *self, guint first, JueReading reading);

/** jue_capture_single_columns: at a page's end, gives columns whose glyphs were drawn one by one their reading. */
void jue_capture_single_columns (JueCapture *self);

/** jue_capture_note_bare: the glyph noted last came without text; @number: its number in the font that is at work. */
void jue_capture_note_bare (JueCapture *self, cairo_t *cr, gulong number);

/** jue_capture_known: the character that earlier pages had for a glyph that comes without text; 0: not known. */
gunichar jue_capture_known (const JueCaptureFont *font, gulong number);

/**
 * jue_capture_table: the table of characters of a font program that is in the file, backwards: glyph number → character, without
 * those of private use. Returns: the caller's; NULL if there is none.
 */
GHashTable *jue_capture_table (cairo_scaled_font_t *scaled);

/** jue_capture_note_blank: the glyph noted last is a space, if it gets no character. */
void jue_capture_note_blank (JueCapture *self);

/** jue_capture_ground: notes what is painted with the current source; of @kind at best. @rgb: of a plain one. */
void jue_capture_ground (JueCapture *self, cairo_t *cr, JueBox box, JueGroundKind kind, guint32 rgb);

/** jue_capture_hide: marks @n glyphs from @first on as invisible, and notes why. */
void jue_capture_hide (JueCapture *self, guint first, guint n, JueHiddenReason reason);

/** jue_capture_hide_clipped: if no glyph of the string from index @first on shows inside the clip, they are hidden. */
void jue_capture_hide_clipped (JueCapture *self, guint first, const JueBox *clip);

/** jue_capture_outside: whether a character lies outside the page; it is left out then, which is noted. */
gboolean jue_capture_outside (JueCapture *self, const JueBox *box, gunichar ch);

/** jue_capture_outline: the string shown last is outlined with the current source, too: white letters with a border. */
void jue_capture_outline (JueCapture *self, cairo_t *cr);

/** jue_capture_find_hidden: at a page's end, hides what is covered or has the colour of its ground. */
void jue_capture_find_hidden (JueCapture *self);

/** jue_capture_just_shown: TRUE if the last string that was shown is this one. */
gboolean jue_capture_just_shown (const JueCapture *self, const cairo_glyph_t *glyphs, int n_glyphs);

GHashTable *jue_capture_fonts_new (void);

#endif
