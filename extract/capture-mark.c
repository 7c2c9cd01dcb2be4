/* What all captured marks have in common: where they are, what shows of them, their colour, and whether they are lines. */
#include <math.h>

#include "extract/capture-private.h"

/* Thickest rectangle that counts as a line, hundredths of a point: the heaviest table frames seen are 2.25 pt. */
#define RULE_MOST 300

gint32
jue_capture_hundredths (double device)
{
  double v = device * 100 / JUE_CAPTURE_SCALE;
  if (!(fabs (v) < 1e9))
    return !isfinite (v) ? 0 : v > 0 ? 1000000000 : -1000000000;
  return (gint32)(v < 0 ? v - 0.5 : v + 0.5);
}

JueBox
jue_capture_clip (cairo_t *cr)
{
  double x[4], y[4];
  cairo_clip_extents (cr, &x[0], &y[0], &x[2], &y[2]);
  x[1] = x[2], y[1] = y[0], x[3] = x[0], y[3] = y[2];
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
  for (int i = 0; i < 4; i++) {
    cairo_user_to_device (cr, &x[i], &y[i]);
    x0 = fmin (x0, x[i]), x1 = fmax (x1, x[i]);
    y0 = fmin (y0, y[i]), y1 = fmax (y1, y[i]);
  }
  return (JueBox){ jue_capture_hundredths (x0), jue_capture_hundredths (y0), jue_capture_hundredths (x1),
                   jue_capture_hundredths (y1) };
}

gboolean
jue_capture_colour (cairo_t *cr, guint32 *rgb, guint8 *alpha)
{
  cairo_pattern_t *source = cairo_get_source (cr);
  double r = 0.5, g = 0.5, b = 0.5, a = 1;
  cairo_pattern_type_t type = cairo_pattern_get_type (source);
  if (type == CAIRO_PATTERN_TYPE_SOLID)
    cairo_pattern_get_rgba (source, &r, &g, &b, &a);
  *rgb = ((guint32)lround (r * 255) << 16) | ((guint32)lround (g * 255) << 8) | (guint32)lround (b * 255);
  *alpha = (guint8)lround (a * 255);
  return type == CAIRO_PATTERN_TYPE_SURFACE;
}

JueBox
jue_capture_points_box (const JuePoint *p, guint n)
{
  double x0 = p[0].x, x1 = p[0].x, y0 = p[0].y, y1 = p[0].y;
  for (guint i = 1; i < n; i++) {
    x0 = fmin (x0, p[i].x), x1 = fmax (x1, p[i].x);
    y0 = fmin (y0, p[i].y), y1 = fmax (y1, p[i].y);
  }
  return (JueBox){ jue_capture_hundredths (x0), jue_capture_hundredths (y0), jue_capture_hundredths (x1),
                   jue_capture_hundredths (y1) };
}

JueBox
jue_capture_cut (const JueBox *box, const JueBox *clip)
{
  return (JueBox){ MAX (box->x0, clip->x0), MAX (box->y0, clip->y0), MIN (box->x1, clip->x1), MIN (box->y1, clip->y1) };
}

gboolean
jue_capture_is_thin (const JueBox *box)
{
  gint32 w = box->x1 - box->x0, h = box->y1 - box->y0;
  return MIN (w, h) <= RULE_MOST && MAX (w, h) >= JUE_CAPTURE_SEGMENT_LEAST;
}

JueRuleDirection
jue_capture_longer_side (const JueBox *box)
{
  return box->x1 - box->x0 >= box->y1 - box->y0 ? JUE_RULE_HORIZONTAL : JUE_RULE_VERTICAL;
}

void
jue_capture_add_rule (JueCapture *self, JueBox box, const JueBox *clip, JueRuleDirection direction,
                      JueRuleOrigin origin, guint32 rgb, guint8 alpha)
{
  JueBox b = jue_capture_cut (&box, clip);
  if (b.x0 > b.x1 || b.y0 > b.y1)
    return;
  if (self->page->rules->len >= JUE_PAGE_MAX_RULES) {
    self->overflow = TRUE;
    return;
  }
  JueRule rule = { b, rgb, self->order++, alpha, (guint8)direction, (guint8)origin };
  g_array_append_val (self->page->rules, rule);
}
