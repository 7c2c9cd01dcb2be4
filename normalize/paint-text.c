/* Text in rows without paint between and below stripes: what tells a row from a note or the next table's title. */
#include "normalize/paint-text.h"

#include "normalize/tune.h"

/* Baselines that differ by less keep the pitch; what begins this little above a row still stands in it. */
#define TOUCH 150
/* A row without paint has at most this many lines, the middle of each at most this share of its height below the last (percent). */
#define LINES_MOST 4
#define LINE_GAP 100
/* What stands further above a page's first row than this share of its height (percent) is a running head. */
#define APART 250

gboolean
jue_paint_holds_text (const JueView *view, const JueBox *box)
{
  for (guint i = 0; i < view->glyphs->len; i++) {
    const JueBox *b = &g_array_index (view->glyphs, JueGlyph, i).box;
    if (jue_box_contains (box, (b->x0 + b->x1) / 2, (b->y0 + b->y1) / 2))
      return TRUE;
  }
  return FALSE;
}

gboolean
jue_paint_text_crosses (const JueView *view, const JueBox *row, gint32 x)
{
  gint32 left = G_MININT32 / 2, right = G_MAXINT32 / 2, size = 0;
  for (guint i = 0; i < view->glyphs->len; i++) {
    const JueBox *b = &g_array_index (view->glyphs, JueGlyph, i).box;
    gint32 y = (b->y0 + b->y1) / 2, middle = (b->x0 + b->x1) / 2;
    if (y < row->y0 || y > row->y1)
      continue;
    size = MAX (size, b->y1 - b->y0);
    left = middle < x ? MAX (left, b->x1) : left;
    right = middle >= x ? MIN (right, b->x0) : right;
  }
  return right - left < size / 4;
}

gint32
jue_paint_text_bottom (const JueView *view, const JueBox *row)
{
  gint32 end = G_MININT32;
  for (guint round = 0; round < LINES_MOST; round++) {
    gint32 before = end;
    for (guint i = 0; i < view->glyphs->len; i++) {
      const JueBox *b = &g_array_index (view->glyphs, JueGlyph, i).box;
      gint32 top = end == G_MININT32 ? row->y1 : end + (b->y1 - b->y0) * LINE_GAP / 100;
      if (b->y0 >= row->y0 - TOUCH && (b->y0 + b->y1) / 2 < MAX (top, row->y1) && b->x0 >= row->x0 && b->x1 <= row->x1)
        end = MAX (end, b->y1);
    }
    if (end == before)
      break;
  }
  return end;
}

gboolean
jue_paint_keeps_pitch (const JueView *view, const JueBox *last, const JueBox *row)
{
  gint32 a = G_MININT32 / 2, b = G_MAXINT32 / 2;
  for (guint i = 0; i < view->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (view->glyphs, JueGlyph, i);
    gint32 x = (g->box.x0 + g->box.x1) / 2, y = (g->box.y0 + g->box.y1) / 2;
    if (jue_box_contains (last, x, y))
      a = MAX (a, g->baseline);
    if (jue_box_contains (row, x, y))
      b = MIN (b, g->baseline);
  }
  return ABS (b - a - (last->y1 - last->y0)) <= TOUCH;
}

gboolean
jue_paint_text_is_first (const JueView *view, const JueBox *below, gint32 *top)
{
  gint32 end = below->y1, size = 0;
  for (guint round = 0; round < LINES_MOST; round++) {
    gint32 before = end;
    for (guint i = 0; i < view->glyphs->len; i++) {
      const JueBox *b = &g_array_index (view->glyphs, JueGlyph, i).box;
      gint32 middle = (b->y0 + b->y1) / 2, height = b->y1 - b->y0;
      if (middle >= before || before - middle > height * (round == 0 ? 2 * LINE_GAP : LINE_GAP) / 100)
        continue;
      end = MIN (end, b->y0);
      size = MAX (size, height);
    }
    if (end == before)
      break;
  }
  gboolean digits = FALSE;
  for (guint i = 0; i < view->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (view->glyphs, JueGlyph, i);
    gint32 middle = (g->box.y0 + g->box.y1) / 2;
    if (middle >= end && middle < below->y1 && (g->ch == ':' || g->ch == 0xFF1A))
      return FALSE;
    digits |= middle >= end && middle < below->y1 && g_unichar_isdigit (g->ch);
    if (middle < end && end - middle < size * APART / 100)
      return FALSE;
  }
  *top = end - TOUCH;
  return digits;
}
