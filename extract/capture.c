/* How lines and glyphs are got out of Poppler
 *
 * poppler-glib has calls for a page's text, but none for its lines. It does, however, draw pages with cairo, and this
 * file listens in. The program defines ten of cairo's functions itself. Since the dynamic linker looks into the
 * program before it looks into libcairo, Poppler's calls arrive here:
 *
 *     libpoppler-glib ──cairo_stroke──▶ the one below ──┬─ our own context: note the path, clear it, draw nothing
 *                                                       └─ any other context: pass on to cairo's own
 *
 * A call counts as ours only while jue_capture_page is at work on this thread and only for the context that it made;
 * soft masks, glyphs of Type 3 fonts and everybody else's drawing go through untouched. Since nothing is painted, this
 * costs less than any real output.
 *
 * The trick fails silently if the ten functions are not exported by the program (hidden visibility) or if libcairo is
 * found first. Therefore jue_capture_check draws a known page when the program starts, and refuses to go on without it.
 *
 * The surface that is drawn on is a recording surface with the page's extents: cairo computes clips against it, and it
 * accepts glyphs together with their text, which it gets from fonts with a ToUnicode map.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <math.h>

#include "extract/capture-private.h"
#include "extract/error.h"

static _Thread_local JueCapture *active;

gboolean
jue_capture_at_work (void)
{
  return active != NULL;
}

/* The capture that a call on @cr belongs to, or NULL if it is none of ours. */
static JueCapture *
listening (cairo_t *cr)
{
  return active != NULL && active->cr == cr && !active->deaf ? active : NULL;
}

gpointer
jue_capture_library (gsize *found, const char *name)
{
  if (g_once_init_enter (found))
    g_once_init_leave (found, (gsize)dlsym (RTLD_NEXT, name));
  return (gpointer)*found;
}

/* Calls cairo's own function of this name. */
#define PASS_ON(type, name, ...)                                                                                       \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    static gsize found;                                                                                                \
    ((type)jue_capture_library (&found, #name)) (__VA_ARGS__);                                                         \
  }                                                                                                                    \
  G_STMT_END

typedef cairo_surface_t *(*SurfaceFunc) (cairo_format_t, int, int);
typedef cairo_pattern_t *(*SurfacePatternFunc) (cairo_surface_t *);
typedef void (*ContextFunc) (cairo_t *);
typedef void (*AlphaFunc) (cairo_t *, double);
typedef void (*PatternFunc) (cairo_t *, cairo_pattern_t *);
typedef void (*GlyphsFunc) (cairo_t *, const cairo_glyph_t *, int);
typedef void (*TextGlyphsFunc) (cairo_t *, const char *, int, const cairo_glyph_t *, int, const cairo_text_cluster_t *,
                                int, cairo_text_cluster_flags_t);

__attribute__ ((visibility ("default"))) void
cairo_stroke (cairo_t *cr)
{
  JueCapture *self = listening (cr);
  if (self == NULL) {
    PASS_ON (ContextFunc, cairo_stroke, cr);
    return;
  }
  jue_capture_stroke (self, cr);
  cairo_new_path (cr);
}

__attribute__ ((visibility ("default"))) void
cairo_fill (cairo_t *cr)
{
  JueCapture *self = listening (cr);
  if (self == NULL) {
    PASS_ON (ContextFunc, cairo_fill, cr);
    return;
  }
  jue_capture_fill (self, cr);
  cairo_new_path (cr);
}

__attribute__ ((visibility ("default"))) void
cairo_paint (cairo_t *cr)
{
  JueCapture *self = listening (cr);
  if (self == NULL)
    PASS_ON (ContextFunc, cairo_paint, cr);
  else
    jue_capture_paint (self, cr, TRUE);
}

__attribute__ ((visibility ("default"))) void
cairo_paint_with_alpha (cairo_t *cr, double alpha)
{
  JueCapture *self = listening (cr);
  if (self == NULL)
    PASS_ON (AlphaFunc, cairo_paint_with_alpha, cr, alpha);
  else if (alpha > 0)
    jue_capture_paint (self, cr, alpha >= 1);
}

__attribute__ ((visibility ("default"))) void
cairo_mask (cairo_t *cr, cairo_pattern_t *pattern)
{
  JueCapture *self = listening (cr);
  if (self == NULL)
    PASS_ON (PatternFunc, cairo_mask, cr, pattern);
  else
    jue_capture_mask (self, cr, pattern);
}

__attribute__ ((visibility ("default"))) void
cairo_show_glyphs (cairo_t *cr, const cairo_glyph_t *glyphs, int n_glyphs)
{
  JueCapture *self = listening (cr);
  if (self == NULL)
    PASS_ON (GlyphsFunc, cairo_show_glyphs, cr, glyphs, n_glyphs);
  else
    jue_capture_glyphs (self, cr, NULL, 0, glyphs, n_glyphs, NULL, 0);
}

__attribute__ ((visibility ("default"))) void
cairo_show_text_glyphs (cairo_t *cr, const char *utf8, int utf8_len, const cairo_glyph_t *glyphs, int n_glyphs,
                        const cairo_text_cluster_t *clusters, int n_clusters, cairo_text_cluster_flags_t flags)
{
  JueCapture *self = listening (cr);
  if (self == NULL)
    PASS_ON (TextGlyphsFunc, cairo_show_text_glyphs, cr, utf8, utf8_len, glyphs, n_glyphs, clusters, n_clusters, flags);
  else
    jue_capture_glyphs (self, cr, utf8, utf8_len, glyphs, n_glyphs, clusters, n_clusters);
}

/* Outlines of glyphs become a path: for text that is stroked, alone or besides being shown (fake bold), and for text as a
 * clip. None of it is a line, so the path stays empty; what was shown just before is not noted twice. */
__attribute__ ((visibility ("default"))) void
cairo_glyph_path (cairo_t *cr, const cairo_glyph_t *glyphs, int n_glyphs)
{
  JueCapture *self = listening (cr);
  if (self == NULL)
    PASS_ON (GlyphsFunc, cairo_glyph_path, cr, glyphs, n_glyphs);
  else if (!jue_capture_just_shown (self, glyphs, n_glyphs))
    jue_capture_glyphs (self, cr, NULL, 0, glyphs, n_glyphs, NULL, 0);
  else
    jue_capture_outline (self, cr);
}

/* Poppler asks for room for the pixels of a picture without transparency, and for nothing else in this format. */
__attribute__ ((visibility ("default"))) cairo_surface_t *
cairo_image_surface_create (cairo_format_t format, int width, int height)
{
  static gsize found;
  SurfaceFunc create = (SurfaceFunc)jue_capture_library (&found, "cairo_image_surface_create");
  gboolean asked = active != NULL && !active->deaf && format == CAIRO_FORMAT_RGB24 && width > 0 && height > 0;
  gboolean denied = asked && jue_capture_skip_picture (active, (gint64)width * height);
  return create (format, denied ? -1 : width, denied ? -1 : height);
}

/* What Poppler then makes of the room it did not get it forgets to give back, so all get the same one. */
__attribute__ ((visibility ("default"))) cairo_pattern_t *
cairo_pattern_create_for_surface (cairo_surface_t *surface)
{
  static gsize found, broken;
  SurfacePatternFunc create = (SurfacePatternFunc)jue_capture_library (&found, "cairo_pattern_create_for_surface");
  if (active == NULL || cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return create (surface);
  if (g_once_init_enter (&broken))
    g_once_init_leave (&broken, (gsize)create (surface));
  return cairo_pattern_reference ((cairo_pattern_t *)broken);
}

/* The same trick serves a second end. Poppler gives every ICC colour profile that a page names to Little CMS, which takes longer
 * to prepare it than all the rest of a page takes (measured: 80 % of the time of a file by Word 2010). Told that a profile
 * cannot be read, Poppler takes the colour space's plain alternative, and that is good enough to tell black from white. */
__attribute__ ((visibility ("default"))) void *cmsOpenProfileFromMem (const void *profile, guint32 length);

void *
cmsOpenProfileFromMem (const void *profile, guint32 length)
{
  (void)profile;
  (void)length;
  return NULL;
}

JueCapture *
jue_capture_new (void)
{
  JueCapture *self = g_new0 (JueCapture, 1);
  self->fonts = jue_capture_fonts_new ();
  self->pens = g_array_new (FALSE, FALSE, sizeof (JueTextPen));
  self->bare = g_array_new (FALSE, FALSE, sizeof (JueCaptureBare));
  self->bare_fonts = g_ptr_array_new_with_free_func ((GDestroyNotify)cairo_scaled_font_destroy);
  self->blanks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->grounds = g_array_new (FALSE, FALSE, sizeof (JueCaptureGround));
  self->hidden = g_array_new (FALSE, FALSE, sizeof (JueCaptureHidden));
  self->outside = g_string_new (NULL);
  return self;
}

void
jue_capture_free (JueCapture *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->fonts);
  g_array_unref (self->pens);
  g_array_unref (self->bare);
  g_ptr_array_unref (self->bare_fonts);
  g_array_unref (self->blanks);
  g_array_unref (self->grounds);
  g_array_unref (self->hidden);
  g_string_free (self->outside, TRUE);
  g_free (self);
}

GArray *
jue_capture_pens (const JueCapture *self)
{
  return self->pens;
}

gboolean
jue_capture_page (JueCapture *self, PopplerPage *source, gboolean keep_text, JuePage *page)
{
  cairo_rectangle_t extents = { 0, 0, page->width * JUE_CAPTURE_SCALE / 100.0,
                                page->height * JUE_CAPTURE_SCALE / 100.0 };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, JUE_CAPTURE_SCALE, JUE_CAPTURE_SCALE);

  self->page = page;
  self->order = 0;
  self->overflow = FALSE;
  self->n_shown = 0;
  g_array_set_size (self->pens, 0);
  g_array_set_size (self->bare, 0);
  g_ptr_array_set_size (self->bare_fonts, 0);
  g_array_set_size (self->blanks, 0);
  g_array_set_size (self->grounds, 0);
  self->grounds_lost = FALSE;
  g_array_set_size (self->hidden, 0);
  g_string_truncate (self->outside, 0);
  self->n_outside = 0;
  self->cr = cr;
  active = self;
  if (keep_text)
    poppler_page_render (source, cr);
  else
    poppler_page_render_for_printing (source, cr);
  active = NULL;
  jue_capture_single_columns (self);
  jue_capture_find_hidden (self);
  self->cr = NULL;
  self->page = NULL;

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return !self->overflow;
}
