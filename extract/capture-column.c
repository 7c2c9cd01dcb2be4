/* Vertical writing
 *
 * Vertical fonts show upright glyphs one below the other. Seen as a whole, such a string reads from the top down, and
 * strings follow each other from right to left: as if a page of ordinary lines had been turned clockwise. So its glyphs
 * get that reading, and whoever turns a page by its main reading gets the lines in their order.
 *
 * Gets wrong: columns whose glyphs are drawn one by one; they stay upright glyphs, each on a line of its own.
 */
#include "extract/capture-private.h"

/* A step inside a column goes sideways by at most this share of the size (percent), ... */
#define STEP_ASIDE 60
/* ... and down by at least and at most this. */
#define STEP_LEAST 50
#define STEP_MOST 200
/* What of a glyph lies below its base line, percent of the size. */
#define DESCENT 14

/* Direction of the text for each JueReading: right, down, left, up. */
static const gint directions[4][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };

static gboolean
is_column (const GArray *glyphs, guint first, JueReading reading)
{
  const gint *u = directions[reading];
  for (guint i = first + 1; i < glyphs->len; i++) {
    const JueGlyph *a = &g_array_index (glyphs, JueGlyph, i - 1), *b = &g_array_index (glyphs, JueGlyph, i);
    gint64 dx = (gint64)b->box.x0 - a->box.x0, dy = (gint64)b->box.y0 - a->box.y0;
    gint64 aside = (dx * u[0] + dy * u[1]) * 100, down = (dy * u[0] - dx * u[1]) * 100;
    if (ABS (aside) > a->size * STEP_ASIDE || down < a->size * STEP_LEAST || down > a->size * STEP_MOST)
      return FALSE;
  }
  return first + 1 < glyphs->len;
}

void
jue_capture_column (JueCapture *self, guint first, JueReading reading)
{
  GArray *glyphs = self->page->glyphs;
  if (!is_column (glyphs, first, reading))
    return;
  for (guint i = first; i < glyphs->len; i++) {
    JueGlyph *g = &g_array_index (glyphs, JueGlyph, i);
    const JueBox *b = &g->box;
    gint32 deep = g->size * DESCENT / 100;
    const gint32 baselines[4] = { b->y1 - deep, b->x0 + deep, b->y0 + deep, b->x1 - deep };
    g->reading = (guint8)((reading + 1) % 4);
    g->baseline = baselines[g->reading];
  }
}
