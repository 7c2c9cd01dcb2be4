/* Vertical writing
 *
 * Vertical fonts show upright glyphs one below the other. Seen as a whole, such a string reads from the top down, and
 * strings follow each other from right to left: as if a page of ordinary lines had been turned clockwise. So its glyphs
 * get that reading, and whoever turns a page by its main reading gets the lines in their order.
 *
 * Spreadsheets draw the glyphs of such cells one by one, in a horizontal font:
 *
 *        7 4 1      numbers say in which order they are drawn: each below the one before, and from a column's foot to the
 *        8 5 2      top of the next one on its left
 *          6 3
 *
 * Several columns that follow each other like that get the reading, too. A single one reads the same either way; it may be the
 * head of a narrow column, broken after each glyph.
 *
 * Gets wrong: glyphs one by one in columns from left to right.
 */
#include "extract/capture-private.h"

/* A step inside a column goes sideways by at most this share of the size (percent), ... */
#define STEP_ASIDE 60
/* ... and down by at least and at most this. */
#define STEP_LEAST 50
#define STEP_MOST 200
/* Of glyphs that are drawn one by one: middles aside, and steps down, percent of the size. */
#define SINGLE_ASIDE 15
#define SINGLE_STEP_LEAST 80
#define SINGLE_STEP_MOST 130
/* Distance of such columns, and how far their tops may differ. */
#define COLUMNS_APART_LEAST 80
#define COLUMNS_APART_MOST 250
#define COLUMNS_TOPS 50
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

static void
read_down (GArray *glyphs, guint first, guint n, JueReading reading)
{
  for (guint i = first; i < first + n; i++) {
    JueGlyph *g = &g_array_index (glyphs, JueGlyph, i);
    const JueBox *b = &g->box;
    gint32 deep = g->size * DESCENT / 100;
    const gint32 baselines[4] = { b->y1 - deep, b->x0 + deep, b->y0 + deep, b->x1 - deep };
    g->reading = (guint8)reading;
    g->baseline = baselines[reading];
  }
}

void
jue_capture_column (JueCapture *self, guint first, JueReading reading)
{
  GArray *glyphs = self->page->glyphs;
  if (is_column (glyphs, first, reading))
    read_down (glyphs, first, glyphs->len - first, (reading + 1) % 4);
}

/* ---- glyph by glyph ---- */

static const JueGlyph *
glyph_at (const GArray *glyphs, guint i)
{
  return &g_array_index (glyphs, JueGlyph, i);
}

/* Whether the glyph is a drawn string by itself, upright. */
static gboolean
is_single (const GArray *glyphs, guint i)
{
  const JueGlyph *g = glyph_at (glyphs, i);
  return g->reading == JUE_READS_RIGHT && (g->flags & JUE_GLYPH_RUN_START)
         && (i + 1 == glyphs->len || (glyph_at (glyphs, i + 1)->flags & JUE_GLYPH_RUN_START));
}

static gboolean
stands_below (const JueGlyph *a, const JueGlyph *b)
{
  gint64 down = (gint64)(b->box.y0 - a->box.y0) * 100;
  gint64 aside = ((gint64)b->box.x0 + b->box.x1 - a->box.x0 - a->box.x1) * 50;
  return ABS (b->size - a->size) * 20 <= a->size && ABS (aside) <= a->size * SINGLE_ASIDE
         && down >= a->size * SINGLE_STEP_LEAST && down <= a->size * SINGLE_STEP_MOST;
}

/* Number of glyphs from @first on that stand one below the other, each drawn by itself. */
static guint
single_column (const GArray *glyphs, guint first)
{
  guint n = 1;
  while (first + n < glyphs->len && stands_below (glyph_at (glyphs, first + n - 1), glyph_at (glyphs, first + n))
         && is_single (glyphs, first + n))
    n++;
  return n;
}

/* Whether the column at @b may be the one after the column at @a. */
static gboolean
stands_left (const JueGlyph *a, const JueGlyph *b)
{
  gint64 left = (gint64)(a->box.x0 - b->box.x0) * 100, tops = (gint64)(b->box.y0 - a->box.y0) * 100;
  return ABS (b->size - a->size) * 20 <= a->size && left >= a->size * COLUMNS_APART_LEAST
         && left <= a->size * COLUMNS_APART_MOST && ABS (tops) <= a->size * COLUMNS_TOPS;
}

/* Most glyphs of vertical writing are ideographs: figures one below the other are a column of a table. */
static gboolean
is_mostly_wide (const GArray *glyphs, guint first, guint n)
{
  guint wide = 0;
  for (guint i = first; i < first + n; i++)
    wide +=
        (gint64)(glyph_at (glyphs, i)->box.x1 - glyph_at (glyphs, i)->box.x0) * 10 >= glyph_at (glyphs, i)->size * 9;
  return wide * 2 > n;
}

void
jue_capture_single_columns (JueCapture *self)
{
  GArray *glyphs = self->page->glyphs;
  for (guint i = 0; i + 1 < glyphs->len;) {
    guint n = is_single (glyphs, i) ? single_column (glyphs, i) : 1, columns = 1;
    if (n == 1) {
      i++;
      continue;
    }
    for (guint last = i; i + n < glyphs->len && is_single (glyphs, i + n)
                         && stands_left (glyph_at (glyphs, last), glyph_at (glyphs, i + n));
         columns++) {
      last = i + n;
      n += single_column (glyphs, last);
    }
    if (columns > 1 && is_mostly_wide (glyphs, i, n))
      read_down (glyphs, i, n, JUE_READS_DOWN);
    i += n;
  }
}
