/* Text that runs out of its cell at the foot of a grid
 *
 *     │ 绩 │ 一级指标 │      A merged label that is set one character below the other needs more lines than the rows that are
 *     │ 效 │          │      left on the page. Some programs draw the rest below the last rule, above which it does not fit.
 *     └────┴──────────┘
 *       指
 *       标
 *
 *   1. A line below the grid goes on with a cell of its last row if it stands within the cell's width, begins or is centred
 *      where the cell's last line is, has its size, and follows it at the distance of the cell's last two lines.
 *   2. A cell of a single line has no such distance: the line has to stand on the border itself.
 *
 * Gets wrong: a note below the table that keeps to the lines of a cell's text.
 */
#include "normalize/cell-spill.h"

#include "normalize/tune.h"

/* The last line of a cell, and where the one before it stood. */
typedef struct {
  JueBox box;
  gint32 baseline, before; /* before: 0 if there is none */
  gint32 size;
} LastLine;

static gboolean
same_line (const LastLine *line, const JueGlyph *g)
{
  return ABS (g->baseline - line->baseline) * 2 < line->size;
}

static void
add_glyph (LastLine *line, const JueGlyph *g)
{
  if (line->size > 0 && same_line (line, g)) {
    line->box = jue_box_union (line->box, g->box);
  } else if (line->size == 0 || g->baseline > line->baseline) {
    line->before = line->size > 0 ? line->baseline : 0;
    line->baseline = g->baseline;
    line->size = g->size;
    line->box = g->box;
  } else if (line->before == 0 || g->baseline > line->before) {
    line->before = g->baseline;
  }
}

/* Whether @next goes on with the text whose last line is @line, in a cell from @x0 to @x1 that ends at @bottom. */
static gboolean
goes_on (const LastLine *line, const LastLine *next, gint32 x0, gint32 x1, gint32 bottom)
{
  gint32 slack = line->size * JUE_TUNE_SPILL_SLACK / 100, step = next->baseline - line->baseline;
  if (ABS (next->size - line->size) * 20 > line->size || next->box.x0 < x0 || next->box.x1 > x1)
    return FALSE;
  if (ABS (next->box.x0 - line->box.x0) > slack
      && ABS (next->box.x0 + next->box.x1 - line->box.x0 - line->box.x1) > 2 * slack)
    return FALSE;
  if (line->before > 0)
    return ABS (step - (line->baseline - line->before)) <= slack;
  return next->box.y0 < bottom && step <= 2 * line->size;
}

/* The next line below @line among the glyphs outside all grids. Glyphs beside the cell make it wider than the cell. */
static gboolean
next_line (const JueView *view, const JueSeat *seats, const GArray *loose, const LastLine *line, LastLine *next)
{
  *next = (LastLine){ .baseline = G_MAXINT32 };
  for (guint i = 0; i < loose->len; i++) {
    const JueGlyph *g = &g_array_index (view->glyphs, JueGlyph, g_array_index (loose, guint, i));
    if (seats[g_array_index (loose, guint, i)].grid >= 0 || g->baseline <= line->baseline + line->size / 2)
      continue;
    if (next->size > 0 && same_line (next, g)) {
      next->box = jue_box_union (next->box, g->box);
    } else if (g->baseline < next->baseline) {
      next->baseline = g->baseline;
      next->size = g->size;
      next->box = g->box;
    }
  }
  return next->size > 0;
}

/* Glyphs outside all grids that stand at the foot of a cell and below, within its width and one character beside it: a line
 * that goes on there is none of the cell. */
static GArray *
loose_below (const JueView *view, const JueSeat *seats, const JueGrid *grid, const JueGridCell *cell, gint32 size)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (guint));
  gint32 reach = size * JUE_TUNE_SPILL_LINES, x0 = grid->xs[cell->col] - size,
         x1 = grid->xs[cell->col + cell->col_span] + size;
  for (guint i = 0; i < view->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (view->glyphs, JueGlyph, i);
    if (seats[i].grid < 0 && g->reading == JUE_READS_RIGHT && g->box.y1 > grid->box.y1
        && g->box.y0 < grid->box.y1 + reach && g->box.x1 > x0 && g->box.x0 < x1)
      g_array_append_val (out, i);
  }
  return out;
}

static void
spill_cell (const JueView *view, JueSeat *seats, JueSeat seat, const JueGrid *grid, LastLine *line)
{
  const JueGridCell *cell = &g_array_index (grid->cells, JueGridCell, (guint)seat.cell);
  g_autoptr (GArray) loose = loose_below (view, seats, grid, cell, line->size);
  LastLine next;
  for (guint n = 0; n < JUE_TUNE_SPILL_LINES && next_line (view, seats, loose, line, &next); n++) {
    if (!goes_on (line, &next, grid->xs[cell->col], grid->xs[cell->col + cell->col_span], grid->box.y1))
      return;
    for (guint i = 0; i < loose->len; i++) {
      guint k = g_array_index (loose, guint, i);
      if (same_line (&next, &g_array_index (view->glyphs, JueGlyph, k)))
        seats[k] = seat;
    }
    next.before = line->baseline;
    *line = next;
  }
}

/* Whether anything stands close below the grid that may have run out of it. */
static gboolean
has_loose_foot (const JueView *view, const JueGrid *grid, const JueSeat *seats)
{
  for (guint i = 0; i < view->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (view->glyphs, JueGlyph, i);
    if (seats[i].grid < 0 && g->box.y1 > grid->box.y1 && g->box.y0 - grid->box.y1 < (gint32)g->size
        && g->box.x0 >= grid->box.x0 && g->box.x1 <= grid->box.x1)
      return TRUE;
  }
  return FALSE;
}

static void
spill_grid (const JueView *view, const GPtrArray *grids, guint number, JueSeat *seats)
{
  const JueGrid *grid = g_ptr_array_index (grids, number);
  g_autofree LastLine *lines = g_new0 (LastLine, grid->cells->len + 1);
  for (guint i = 0; i < view->glyphs->len; i++)
    if (seats[i].grid == (gint)number)
      add_glyph (&lines[seats[i].cell], &g_array_index (view->glyphs, JueGlyph, i));
  for (guint i = 0; i < grid->cells->len; i++) {
    const JueGridCell *cell = &g_array_index (grid->cells, JueGridCell, i);
    /* Only text that fills its cell runs out of it. */
    if (cell->row + cell->row_span == grid->n_rows && lines[i].size > 0
        && grid->box.y1 - lines[i].box.y1 < lines[i].size * JUE_TUNE_SPILL_ROOM / 100)
      spill_cell (view, seats, (JueSeat){ (gint)number, (gint)i }, grid, &lines[i]);
  }
}

void
jue_cell_spill_take (const JueView *view, const GPtrArray *grids, JueSeat *seats)
{
  for (guint i = 0; i < MIN (grids->len, JUE_TUNE_SPILL_GRIDS); i++)
    if (has_loose_foot (view, g_ptr_array_index (grids, i), seats))
      spill_grid (view, grids, i, seats);
}
