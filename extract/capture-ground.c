/* What is painted under and over the text
 *
 * Each thicker mark is noted with the number of glyphs drawn before it. It is
 *   - plain, if it is a rectangle of one colour that nothing shows through;
 *   - a picture, if nothing shows through either, but its colours are not known;
 *   - unsure otherwise: other shapes, other clips, gradients, transparency, blending, groups whose transparency comes later,
 *     the seal over a table, which has holes.
 * What they do to the text is judged at the page's end (capture-hidden.c).
 */
#include "extract/capture-private.h"

/* Whether nothing shows through what is painted with the current source. */
static gboolean
is_opaque (cairo_t *cr, gboolean picture)
{
  cairo_pattern_t *source = cairo_get_source (cr);
  cairo_surface_t *surface = NULL;
  if (cairo_get_operator (cr) != CAIRO_OPERATOR_OVER || cairo_get_group_target (cr) != cairo_get_target (cr))
    return FALSE;
  if (!picture)
    return cairo_pattern_get_type (source) == CAIRO_PATTERN_TYPE_SOLID;
  return cairo_pattern_get_surface (source, &surface) == CAIRO_STATUS_SUCCESS
         && cairo_surface_get_content (surface) == CAIRO_CONTENT_COLOR;
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
jue_capture_ground (JueCapture *self, cairo_t *cr, JueBox box, JueGroundKind kind, guint32 rgb)
{
  if (box.x0 >= box.x1 || box.y0 >= box.y1)
    return;
  if (self->grounds->len >= JUE_CAPTURE_GROUNDS_MOST) {
    self->grounds_lost = TRUE;
    return;
  }
  if (kind != JUE_GROUND_UNSURE && (!is_opaque (cr, kind == JUE_GROUND_PICTURE) || !clip_is_rectangle (cr)))
    kind = JUE_GROUND_UNSURE;
  JueCaptureGround ground = { box, self->page->glyphs->len, rgb, (guint8)kind };
  g_array_append_val (self->grounds, ground);
}
