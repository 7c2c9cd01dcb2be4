/* From glyphs to cells
 *
 * A glyph belongs to the cell that holds its middle. That fails where text overflows its cell: a number wider than its column,
 * a name that runs into the empty cell beside it. So glyphs that stand close together make a chain (a drawn string, or glyphs
 * drawn one by one that touch), and where a chain crosses a border, all of it goes to the cell that holds most of it.
 *
 *     │ 一般公共服务支│出 │          the chain 一般公共服务支出 belongs to the first cell
 *     │ 1,234.00 │ 5,678.00 │       two chains: the gap at the border is wider than between digits
 */
#include "normalize/cell-text.h"

#include "normalize/cell-spill.h"
#include "normalize/colour.h"
#include "normalize/ground.h"
#include "normalize/text.h"
#include "normalize/tune.h"

static JueSeat
seat_of (const JueGlyph *g, const GPtrArray *grids)
{
  gint32 x = (g->box.x0 + g->box.x1) / 2, y = (g->box.y0 + g->box.y1) / 2;
  for (guint i = 0; i < grids->len; i++) {
    gint cell = jue_grid_locate (g_ptr_array_index (grids, i), x, y);
    if (cell >= 0)
      return (JueSeat){ (gint)i, cell };
  }
  return (JueSeat){ -1, -1 };
}

/* Whether @b continues the text of @a without a gap. */
static gboolean
is_chained (const JueGlyph *a, const JueGlyph *b)
{
  if (a->reading != JUE_READS_RIGHT || b->reading != JUE_READS_RIGHT || ABS (a->baseline - b->baseline) * 10 > a->size)
    return FALSE;
  gint32 gap = b->box.x0 - a->box.x1;
  if (b->flags & JUE_GLYPH_RUN_START)
    return ABS (gap) * 100 <= a->size * JUE_TUNE_CHAIN_OTHER_RUN && ABS (a->size - b->size) * 20 <= a->size;
  return gap * 100 <= a->size * JUE_TUNE_CHAIN_SAME_RUN && gap * 2 > -(gint32)a->size;
}

/* Gives all glyphs of a chain [first, last) the seat that most of them have; the first such one if there are several. */
static void
settle_chain (JueSeat *seats, guint first, guint last)
{
  guint best = 0;
  JueSeat seat = seats[first];
  for (guint i = first; i < last; i++) {
    guint n = 0;
    for (guint k = first; k < last; k++)
      n += seats[k].grid == seats[i].grid && seats[k].cell == seats[i].cell;
    if (n > best) {
      best = n;
      seat = seats[i];
    }
  }
  for (guint i = first; i < last; i++)
    seats[i] = seat;
}

static void
settle_chains (const JueView *view, JueSeat *seats)
{
  guint n = view->glyphs->len;
  gboolean crosses = FALSE;
  for (guint i = 1, first = 0; i <= n; i++) {
    const JueGlyph *a = &g_array_index (view->glyphs, JueGlyph, i - 1);
    if (i < n && i - first < 200 && is_chained (a, a + 1)) {
      crosses |= seats[i].grid != seats[i - 1].grid || seats[i].cell != seats[i - 1].cell;
      continue;
    }
    if (crosses)
      settle_chain (seats, first, i);
    crosses = FALSE;
    first = i;
  }
}

static gboolean
is_light (const JueView *view, const guint *glyphs, guint n)
{
  guint light = 0;
  for (guint i = 0; i < n; i++)
    light += jue_colour_is_white (g_array_index (view->glyphs, JueGlyph, glyphs[i]).rgb);
  return light * 2 > n;
}

static void
fill_cell (JueGrid *grid, const JueView *view, guint cell, guint *glyphs, guint n, GString *buffer)
{
  JueTextInfo info;
  JueGridCell *c = &g_array_index (grid->cells, JueGridCell, cell);
  g_string_truncate (buffer, 0);
  jue_text_join (view, glyphs, n, JUE_TEXT_CELL, buffer, &info);
  c->text = g_string_chunk_insert_len (grid->strings, buffer->str, (gssize)buffer->len);
  c->ink = info.ink;
  if (info.unreadable)
    c->flags |= JUE_CELL_UNREADABLE;
  if (info.bold || is_light (view, glyphs, n))
    c->flags |= JUE_CELL_STRIKING;
  gint32 width = grid->xs[c->col + c->col_span] - grid->xs[c->col];
  if (width - (info.box.x1 - info.box.x0) < info.size * JUE_TUNE_FULL_ROOM / 100)
    c->flags |= JUE_CELL_FULL;
}

/* Counting sort of the grid's glyphs by cell, then one string per cell. */
static void
fill_grid (JueGrid *grid, gint number, const JueView *view, const JueSeat *seats)
{
  guint n = grid->cells->len;
  g_autofree guint *start = g_new0 (guint, n + 1);
  for (guint i = 0; i < view->glyphs->len; i++)
    if (seats[i].grid == number)
      start[seats[i].cell + 1]++;
  for (guint i = 0; i < n; i++)
    start[i + 1] += start[i];
  g_autofree guint *sorted = g_new (guint, start[n] + 1);
  g_autofree guint *next = g_memdup2 (start, (n + 1) * sizeof *start);
  for (guint i = 0; i < view->glyphs->len; i++)
    if (seats[i].grid == number)
      sorted[next[seats[i].cell]++] = i;
  g_autoptr (GString) buffer = g_string_sized_new (256);
  for (guint i = 0; i < n; i++)
    if (start[i + 1] > start[i])
      fill_cell (grid, view, i, sorted + start[i], start[i + 1] - start[i], buffer);
}

guint8 *
jue_cell_text_put (const JueView *view, GPtrArray *grids)
{
  guint n = view->glyphs->len;
  g_autofree JueSeat *seats = g_new (JueSeat, n + 1);
  guint8 *inside = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    seats[i] = seat_of (&g_array_index (view->glyphs, JueGlyph, i), grids);
  settle_chains (view, seats);
  jue_cell_spill_take (view, grids, seats);
  for (guint i = 0; i < grids->len; i++)
    fill_grid (g_ptr_array_index (grids, i), (gint)i, view, seats);
  for (guint i = 0; i < grids->len; i++)
    jue_ground_mark (view, g_ptr_array_index (grids, i));
  for (guint i = 0; i < n; i++)
    inside[i] = seats[i].grid >= 0;
  return inside;
}
