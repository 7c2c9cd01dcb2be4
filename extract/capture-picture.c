/* Pictures: where they stand, and those as thin as a line, which are rules.
 *
 * What they show is of no interest, but Poppler decodes them to paint them, and for a scan that takes longer than all else. So a
 * larger picture is noted when Poppler asks cairo for the room for its pixels, and denied that room, whereupon Poppler leaves it
 * out. Only if text may lie under it Poppler has to go on: what it does with the picture says whether it covers the text.
 */
#include "extract/capture-private.h"

/* Pixels of a picture that is worth it. */
#define LARGE 4096
/* Glyphs of a page, at most, that are looked at for each picture. */
#define GLYPHS_MOST 20000

static void
add_image (JueCapture *self, JueBox box)
{
  JueBox whole = { 0, 0, self->page->width, self->page->height }, b = jue_capture_cut (&box, &whole);
  if (b.x0 > b.x1 || b.y0 > b.y1)
    return;
  if (jue_capture_is_thin (&b)) {
    jue_capture_add_rule (self, b, &whole, jue_capture_longer_side (&b), JUE_RULE_IMAGE, 0, 255);
    return;
  }
  if (self->page->images->len >= JUE_PAGE_MAX_IMAGES) {
    self->overflow = TRUE;
    return;
  }
  JueImage image = { b };
  g_array_append_val (self->page->images, image);
}

void
jue_capture_add_picture (JueCapture *self, cairo_t *cr, JueBox box, gboolean opaque)
{
  JueBox clip = jue_capture_clip (cr);
  add_image (self, box);
  jue_capture_ground (self, cr, jue_capture_cut (&box, &clip), opaque ? JUE_GROUND_PICTURE : JUE_GROUND_UNSURE, 0);
}

/* Whether a glyph of the page lies in the box, or there are too many to tell. */
static gboolean
has_text (const JuePage *page, const JueBox *box)
{
  if (page->glyphs->len > GLYPHS_MOST)
    return TRUE;
  for (guint i = 0; i < page->glyphs->len; i++)
    if (jue_box_overlaps (&g_array_index (page->glyphs, JueGlyph, i).box, box))
      return TRUE;
  return FALSE;
}

gboolean
jue_capture_skip_picture (JueCapture *self, gint64 pixels)
{
  if (pixels < LARGE || self->page->images->len >= JUE_PAGE_MAX_IMAGES)
    return FALSE;
  JuePoint corners[4] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
  for (guint i = 0; i < 4; i++)
    cairo_user_to_device (self->cr, &corners[i].x, &corners[i].y);
  JueBox clip = jue_capture_clip (self->cr), whole = jue_capture_points_box (corners, 4);
  JueBox box = jue_capture_cut (&whole, &clip);
  if (box.x0 >= box.x1 || box.y0 >= box.y1 || jue_capture_is_thin (&box) || has_text (self->page, &box))
    return FALSE;
  jue_capture_add_picture (self, self->cr, box, FALSE);
  return TRUE;
}

/* Whether a pattern is a picture of the file, not a group that Poppler drew into and now puts on the page. */
static gboolean
is_picture (cairo_pattern_t *pattern)
{
  cairo_surface_t *surface = NULL;
  return cairo_pattern_get_surface (pattern, &surface) == CAIRO_STATUS_SUCCESS
         && cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE;
}

/* Where a picture stands that is painted over all that is not clipped away. */
static JueBox
picture_box (cairo_t *cr, cairo_pattern_t *pattern, const JueBox *clip)
{
  cairo_surface_t *surface = NULL;
  cairo_matrix_t to_user;
  cairo_pattern_get_surface (pattern, &surface);
  cairo_pattern_get_matrix (pattern, &to_user);
  if (cairo_matrix_invert (&to_user) != CAIRO_STATUS_SUCCESS
      || cairo_pattern_get_extend (pattern) == CAIRO_EXTEND_REPEAT)
    return *clip;
  double w = cairo_image_surface_get_width (surface), h = cairo_image_surface_get_height (surface);
  JuePoint corners[4] = { { 0, 0 }, { w, 0 }, { w, h }, { 0, h } };
  for (guint i = 0; i < 4; i++) {
    cairo_matrix_transform_point (&to_user, &corners[i].x, &corners[i].y);
    cairo_user_to_device (cr, &corners[i].x, &corners[i].y);
  }
  JueBox b = jue_capture_points_box (corners, 4);
  return jue_capture_cut (&b, clip);
}

void
jue_capture_paint_picture (JueCapture *self, cairo_t *cr, const JueBox *clip, gboolean opaque)
{
  cairo_pattern_t *source = cairo_get_source (cr);
  if (is_picture (source))
    jue_capture_add_picture (self, cr, picture_box (cr, source, clip), opaque);
  else
    jue_capture_ground (self, cr, *clip, JUE_GROUND_UNSURE, 0);
}

void
jue_capture_mask (JueCapture *self, cairo_t *cr, cairo_pattern_t *pattern)
{
  JueBox clip = jue_capture_clip (cr), box = clip;
  cairo_pattern_t *source = cairo_get_source (cr);
  gboolean picture = is_picture (pattern) || is_picture (source);
  if (picture) {
    box = picture_box (cr, is_picture (pattern) ? pattern : source, &clip);
    add_image (self, box);
  }
  jue_capture_ground (self, cr, box, JUE_GROUND_UNSURE, 0);
}
