/* Text under pictures
 *
 * Some scanners write their text layer as ordinary text and paint the scan over it; some editors hide words under a
 * picture. Such glyphs were drawn, but nobody sees them: they are marked as invisible, as text of render mode 3 is.
 *
 * Only a picture without transparency hides anything: the seal over a table has holes. Filled rectangles are left alone:
 * Word paints white ones between lines of text, and the order of glyphs and fills is not kept.
 */
#include "extract/capture-private.h"

/* Most pictures of a page that are asked what they hide: each of them walks over all glyphs. */
#define COVERS_MOST 200

/* Whether nothing shows through what is painted with the current source. */
static gboolean
is_opaque (cairo_t *cr)
{
  cairo_surface_t *surface = NULL;
  if (cairo_pattern_get_surface (cairo_get_source (cr), &surface) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  return cairo_surface_get_content (surface) == CAIRO_CONTENT_COLOR && cairo_get_operator (cr) == CAIRO_OPERATOR_OVER;
}

/* Whether the clip is a rectangle: inside another shape, its extents say too much. */
static gboolean
clip_is_rectangle (cairo_t *cr)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean simple = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;
  cairo_rectangle_list_destroy (list);
  return simple;
}

void
jue_capture_cover (JueCapture *self, cairo_t *cr, JueBox box)
{
  if (self->page->glyphs->len == 0 || self->covers->len >= COVERS_MOST || !is_opaque (cr) || !clip_is_rectangle (cr))
    return;
  JueCaptureCover cover = { box, self->page->glyphs->len };
  g_array_append_val (self->covers, cover);
}

void
jue_capture_hide_covered (JueCapture *self)
{
  GArray *glyphs = self->page->glyphs;
  for (guint i = 0; i < self->covers->len; i++) {
    const JueCaptureCover *cover = &g_array_index (self->covers, JueCaptureCover, i);
    for (guint k = 0; k < cover->n_glyphs; k++) {
      JueGlyph *g = &g_array_index (glyphs, JueGlyph, k);
      if (jue_box_contains (&cover->box, (g->box.x0 + g->box.x1) / 2, (g->box.y0 + g->box.y1) / 2))
        g->flags |= JUE_GLYPH_INVISIBLE;
    }
  }
}
