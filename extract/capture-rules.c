/* From painted paths to ruling lines
 *
 * What looks like a line on a page is drawn in many ways: Writer strokes lines, Word and Distiller fill thin rectangles,
 * Excel does both for the same line, frames are filled between two rectangles, some draw an image one pixel high.
 * Whatever it was, it becomes one of
 *   - JueRule: a stroked straight horizontal or vertical segment, a filled rectangle thin enough (capture-mark.c), a side of a
 *     filled polygon with right angles only, an image that is as thin;
 *   - JueFill: a thicker filled rectangle;
 *   - JueImage: a picture (capture-picture.c).
 * Curves, slanted lines and other shapes are no part of a table and are left. What is clipped away is cut off.
 *
 * Gets wrong: lines that are part of a picture. Lines made of glyphs (─) are text here; normalize/glyph-rules.c knows them.
 */
#include <math.h>

#include "extract/capture-private.h"

/* How far a segment's ends may differ across its direction, hundredths of a point. */
#define SLANT_MOST 30
/* Filled shapes with more corners than this are drawings. */
#define CORNERS_MOST 400

typedef JuePoint Point;

static void
add_fill (JueCapture *self, JueBox box, const JueBox *clip, guint32 rgb, guint8 alpha)
{
  JueBox b = jue_capture_cut (&box, clip);
  if (b.x0 >= b.x1 || b.y0 >= b.y1)
    return;
  if (self->page->fills->len >= JUE_PAGE_MAX_FILLS) {
    self->overflow = TRUE;
    return;
  }
  JueFill fill = { b, rgb, self->order++, alpha };
  g_array_append_val (self->page->fills, fill);
}

/* A segment of a path: horizontal, vertical, or neither. */
static gboolean
segment_direction (const JueBox *box, JueRuleDirection *direction)
{
  gint32 w = box->x1 - box->x0, h = box->y1 - box->y0;
  if (MIN (w, h) > SLANT_MOST || MAX (w, h) < JUE_CAPTURE_SEGMENT_LEAST || MIN (w, h) * 4 > MAX (w, h))
    return FALSE;
  *direction = w >= h ? JUE_RULE_HORIZONTAL : JUE_RULE_VERTICAL;
  return TRUE;
}

typedef struct {
  JueCapture *capture;
  JueBox clip;
  guint32 rgb;
  guint8 alpha;
  double half; /* half the line width, device units */
} Pen;

static void
stroke_segment (const Pen *pen, Point a, Point b)
{
  Point ends[2] = { a, b };
  JueBox box = jue_capture_points_box (ends, 2);
  JueRuleDirection direction;
  if (!segment_direction (&box, &direction))
    return;
  gint32 half = jue_capture_hundredths (pen->half);
  if (direction == JUE_RULE_HORIZONTAL) {
    gint32 y = (box.y0 + box.y1) / 2;
    box.y0 = y - half, box.y1 = y + half;
  } else {
    gint32 x = (box.x0 + box.x1) / 2;
    box.x0 = x - half, box.x1 = x + half;
  }
  jue_capture_add_rule (pen->capture, box, &pen->clip, direction, JUE_RULE_STROKE, pen->rgb, pen->alpha);
  if (!jue_capture_is_thin (&box))
    jue_capture_ground (pen->capture, NULL, jue_capture_cut (&box, &pen->clip), JUE_GROUND_UNSURE, 0);
}

static double
stroke_half_width (cairo_t *cr)
{
  double wx = cairo_get_line_width (cr), wy = 0, vx = 0, vy = wx;
  cairo_user_to_device_distance (cr, &wx, &wy);
  cairo_user_to_device_distance (cr, &vx, &vy);
  return fmax (hypot (wx, wy), hypot (vx, vy)) / 2;
}

static Point
device_point (cairo_t *cr, const cairo_path_data_t *data)
{
  Point p = { data->point.x, data->point.y };
  cairo_user_to_device (cr, &p.x, &p.y);
  return p;
}

void
jue_capture_stroke (JueCapture *self, cairo_t *cr)
{
  Pen pen = { self, jue_capture_clip (cr), 0, 255, stroke_half_width (cr) };
  jue_capture_colour (cr, &pen.rgb, &pen.alpha);
  cairo_path_t *path = cairo_copy_path (cr);
  Point start = { 0, 0 }, at = { 0, 0 };
  for (int i = 0; i < path->num_data && !self->overflow; i += path->data[i].header.length) {
    const cairo_path_data_t *d = &path->data[i];
    switch (d->header.type) {
      case CAIRO_PATH_MOVE_TO:
        start = at = device_point (cr, &d[1]);
        break;
      case CAIRO_PATH_LINE_TO: {
        Point to = device_point (cr, &d[1]);
        stroke_segment (&pen, at, to);
        at = to;
        break;
      }
      case CAIRO_PATH_CURVE_TO:
        at = device_point (cr, &d[3]);
        break;
      case CAIRO_PATH_CLOSE_PATH:
        stroke_segment (&pen, at, start);
        at = start;
        break;
    }
  }
  cairo_path_destroy (path);
}

/* One closed outline of a filled path. */
typedef struct {
  Point corners[CORNERS_MOST];
  guint n;
  gboolean straight; /* no curves, not too many corners */
} Outline;

static gboolean
outline_is_rectangle (const Outline *o)
{
  guint n = o->n;
  if (n == 5 && hypot (o->corners[4].x - o->corners[0].x, o->corners[4].y - o->corners[0].y) < 0.01)
    n = 4;
  if (!o->straight || n != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++) {
    const Point *a = &o->corners[i], *b = &o->corners[(i + 1) % 4];
    if (fmin (fabs (a->x - b->x), fabs (a->y - b->y)) > 0.3)
      return FALSE;
  }
  return TRUE;
}

/* The sides of a filled polygon with right angles only: an L, a frame's outline. */
static void
outline_edges (const Pen *pen, const Outline *o)
{
  if (!o->straight || o->n < 5)
    return;
  for (guint i = 0; i + 1 < o->n; i++) {
    const Point *a = &o->corners[i], *b = &o->corners[i + 1];
    if (fmin (fabs (a->x - b->x), fabs (a->y - b->y)) > 0.3)
      return;
  }
  for (guint i = 0; i < o->n; i++) {
    Point ends[2] = { o->corners[i], o->corners[(i + 1) % o->n] };
    JueBox box = jue_capture_points_box (ends, 2);
    JueRuleDirection direction;
    if (segment_direction (&box, &direction))
      jue_capture_add_rule (pen->capture, box, &pen->clip, direction, JUE_RULE_EDGE, pen->rgb, pen->alpha);
  }
}

static void
fill_rectangle (const Pen *pen, const JueBox *box)
{
  if (jue_capture_is_thin (box))
    jue_capture_add_rule (pen->capture, *box, &pen->clip, jue_capture_longer_side (box), JUE_RULE_FILL, pen->rgb,
                          pen->alpha);
  else
    add_fill (pen->capture, *box, &pen->clip, pen->rgb, pen->alpha);
}

/* The ring between two rectangles: four lines. */
static void
fill_frame (const Pen *pen, const JueBox *outer, const JueBox *inner)
{
  JueBox sides[4] = { { outer->x0, outer->y0, outer->x1, inner->y0 },
                      { outer->x0, inner->y1, outer->x1, outer->y1 },
                      { outer->x0, outer->y0, inner->x0, outer->y1 },
                      { inner->x1, outer->y0, outer->x1, outer->y1 } };
  for (guint i = 0; i < 4; i++)
    fill_rectangle (pen, &sides[i]);
}

static gboolean
box_inside (const JueBox *inner, const JueBox *outer)
{
  return inner->x0 > outer->x0 && inner->x1 < outer->x1 && inner->y0 > outer->y0 && inner->y1 < outer->y1;
}

/* Rectangles of one path: a pair where one lies inside the other is a frame. */
static void
fill_rectangles (const Pen *pen, const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++) {
    const JueBox *a = &g_array_index (boxes, JueBox, i);
    const JueBox *b = i + 1 < boxes->len ? &g_array_index (boxes, JueBox, i + 1) : NULL;
    if (b != NULL && (box_inside (b, a) || box_inside (a, b))) {
      fill_frame (pen, box_inside (b, a) ? a : b, box_inside (b, a) ? b : a);
      i++;
    } else {
      fill_rectangle (pen, a);
    }
  }
}

/* Returns: FALSE for another shape than a rectangle. */
static gboolean
outline_done (const Pen *pen, const Outline *o, GArray *boxes)
{
  if (o->n < 2)
    return TRUE;
  JueBox box = jue_capture_points_box (o->corners, MIN (o->n, CORNERS_MOST));
  if (outline_is_rectangle (o)) {
    g_array_append_val (boxes, box);
    return TRUE;
  }
  outline_edges (pen, o);
  if (!jue_capture_is_thin (&box))
    jue_capture_ground (pen->capture, NULL, jue_capture_cut (&box, &pen->clip), JUE_GROUND_UNSURE, 0);
  return FALSE;
}

/* Several rectangles of one path may leave holes in each other. */
static void
ground_boxes (const Pen *pen, cairo_t *cr, const GArray *boxes, gboolean plain)
{
  JueGroundKind kind = plain && boxes->len == 1 && pen->alpha == 255 ? JUE_GROUND_PLAIN : JUE_GROUND_UNSURE;
  for (guint i = 0; i < boxes->len; i++) {
    const JueBox *box = &g_array_index (boxes, JueBox, i);
    if (!jue_capture_is_thin (box))
      jue_capture_ground (pen->capture, cr, jue_capture_cut (box, &pen->clip), kind, pen->rgb);
  }
}

void
jue_capture_fill (JueCapture *self, cairo_t *cr)
{
  Pen pen = { self, jue_capture_clip (cr), 0, 255, 0 };
  gboolean picture = jue_capture_colour (cr, &pen.rgb, &pen.alpha), plain = TRUE;
  Outline o = { .n = 0, .straight = TRUE };
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (JueBox));
  cairo_path_t *path = cairo_copy_path (cr);
  for (int i = 0; i < path->num_data && !self->overflow; i += path->data[i].header.length) {
    const cairo_path_data_t *d = &path->data[i];
    if (d->header.type == CAIRO_PATH_MOVE_TO) {
      plain &= outline_done (&pen, &o, boxes);
      o.n = 0;
      o.straight = TRUE;
    }
    if (d->header.type == CAIRO_PATH_CURVE_TO)
      o.straight = FALSE;
    if (d->header.length > 1) {
      if (o.n < CORNERS_MOST)
        o.corners[o.n++] = device_point (cr, &d[d->header.length - 1]);
      else
        o.straight = FALSE;
    }
  }
  plain &= outline_done (&pen, &o, boxes);
  for (guint i = 0; picture && i < boxes->len; i++)
    jue_capture_add_picture (self, cr, g_array_index (boxes, JueBox, i), plain);
  if (!picture) {
    fill_rectangles (&pen, boxes);
    ground_boxes (&pen, cr, boxes, plain);
  }
  cairo_path_destroy (path);
}

void
jue_capture_paint (JueCapture *self, cairo_t *cr, gboolean opaque)
{
  JueBox clip = jue_capture_clip (cr);
  guint32 rgb;
  guint8 alpha;
  jue_capture_colour (cr, &rgb, &alpha);
  cairo_pattern_t *source = cairo_get_source (cr);
  if (cairo_pattern_get_type (source) == CAIRO_PATTERN_TYPE_SOLID) {
    Pen pen = { self, clip, rgb, alpha, 0 };
    fill_rectangle (&pen, &clip);
    jue_capture_ground (self, cr, clip, opaque && alpha == 255 ? JUE_GROUND_PLAIN : JUE_GROUND_UNSURE, rgb);
  } else {
    jue_capture_paint_picture (self, cr, &clip, opaque);
  }
}
