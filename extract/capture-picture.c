/* Pictures: where they stand, and those as thin as a line, which are rules. */
#include "extract/capture-private.h"

static void
add_image (JueCapture *self, JueBox box)
{
  JueBox whole = { 0, 0, self->page->width, self->page->height };
  JueBox b = { MAX (box.x0, 0), MAX (box.y0, 0), MIN (box.x1, whole.x1), MIN (box.y1, whole.y1) };
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
jue_capture_add_picture (JueCapture *self, cairo_t *cr, JueBox box)
{
  JueBox clip = jue_capture_clip (cr);
  JueBox seen = { MAX (box.x0, clip.x0), MAX (box.y0, clip.y0), MIN (box.x1, clip.x1), MIN (box.y1, clip.y1) };
  add_image (self, box);
  jue_capture_cover (self, cr, seen);
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
  return (JueBox){ MAX (b.x0, clip->x0), MAX (b.y0, clip->y0), MIN (b.x1, clip->x1), MIN (b.y1, clip->y1) };
}

void
jue_capture_paint_picture (JueCapture *self, cairo_t *cr, const JueBox *clip)
{
  cairo_pattern_t *source = cairo_get_source (cr);
  if (is_picture (source))
    jue_capture_add_picture (self, cr, picture_box (cr, source, clip));
}

void
jue_capture_mask (JueCapture *self, cairo_t *cr, cairo_pattern_t *pattern)
{
  JueBox clip = jue_capture_clip (cr);
  if (is_picture (pattern))
    add_image (self, picture_box (cr, pattern, &clip));
  else if (is_picture (cairo_get_source (cr)))
    add_image (self, picture_box (cr, cairo_get_source (cr), &clip));
}
