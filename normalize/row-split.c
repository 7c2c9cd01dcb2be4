/* Rows without rules between
 *
 *     ┌─────────┬───────┬───────┐
 *     │ Item    │  2023 │  2024 │
 *     ├─────────┼───────┼───────┤      Columns are ruled, and the body is one tall row: a column of it holds several whole
 *     │ Revenue │  1.00 │  2.00 │      figures, one below the other, and other columns hold as many lines. Such a row is cut
 *     │ Grants  │  3.00 │  4.00 │      where a table without any rules would be (gap-rows.h).
 *     │ Loans   │  5.00 │  6.00 │
 *     └─────────┴───────┴───────┘
 *
 * Gets wrong: two rows in one; merged cells whose text is a list of figures beside a list of names.
 */
#include "normalize/row-split.h"

#include <string.h>

#include "normalize/gap-rows.h"
#include "normalize/tune.h"

/* Whether a cell of one row holds nothing but signs of figures: worth a closer look. */
static gboolean
may_hold_figures (const JueGrid *grid, guint row)
{
  for (guint c = 0; c < grid->n_cols; c++) {
    const JueGridCell *cell = jue_grid_cell_at (grid, row, c);
    gsize n = strlen (cell->text);
    if (cell->row == row && cell->row_span == 1 && n >= 2 * JUE_TUNE_SPLIT_LINES
        && strspn (cell->text, "0123456789.,-%()") == n)
      return TRUE;
  }
  return FALSE;
}

/* Counts the pieces of text in a cell, and the figures among them. */
static guint
count_pieces (const JueTokens *tokens, gint32 x0, gint32 x1, guint *figures)
{
  guint n = 0;
  *figures = 0;
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    gint32 x = (t->box.x0 + t->box.x1) / 2;
    if (x < x0 || x >= x1)
      continue;
    n++;
    *figures += t->figure;
  }
  return n;
}

/* Whether the pieces stand in at least two columns, one of them all figures, as many as most of the lines. */
static gboolean
is_many_rows (const JueGrid *grid, const JueTokens *tokens, guint lines)
{
  guint columns = 0, all_figures = 0, figures;
  for (guint c = 0; c < grid->n_cols; c++) {
    guint n = count_pieces (tokens, grid->xs[c], grid->xs[c + 1], &figures);
    columns += n >= JUE_TUNE_SPLIT_LINES;
    all_figures += n >= JUE_TUNE_SPLIT_LINES && figures == n && n * 100 >= lines * JUE_TUNE_SPLIT_SHARE;
  }
  return columns >= 2 && all_figures >= 1;
}

/* Inner borders of a row, or NULL if it is one row. */
static GArray *
find_borders (const JueView *view, const JueCatalogue *catalogue, const JueGrid *grid, guint row)
{
  JueBox box = { grid->box.x0, grid->ys[row], grid->box.x1, grid->ys[row + 1] };
  g_autoptr (JueTokens) tokens = jue_tokens_new (view, catalogue, box);
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (gint32)),
                     parts = g_array_new (FALSE, FALSE, sizeof (JueBorder));
  JueGapRegion region = { .box = box, .rules = rules, .parts = parts };
  GArray *ys = jue_gap_rows_find (&region, tokens, box.y0);
  if (ys->len < JUE_TUNE_SPLIT_LINES + 1 || !is_many_rows (grid, tokens, ys->len - 1)) {
    g_array_unref (ys);
    return NULL;
  }
  g_array_remove_index (ys, ys->len - 1);
  g_array_remove_index (ys, 0);
  return ys;
}

static void
put_borders (JueGrid *grid, guint row, const GArray *borders)
{
  gint32 *ys = g_new (gint32, grid->n_rows + borders->len + 1);
  memcpy (ys, grid->ys, (row + 1) * sizeof *ys);
  memcpy (ys + row + 1, borders->data, borders->len * sizeof *ys);
  memcpy (ys + row + 1 + borders->len, grid->ys + row + 1, (grid->n_rows - row) * sizeof *ys);
  g_free (grid->ys);
  grid->ys = ys;
  grid->n_rows += borders->len;
}

/* Cells of the row become several, one below the other; those that reach beyond it grow. */
static void
split_cells (JueGrid *grid, guint row, guint more)
{
  guint n = grid->cells->len;
  for (guint i = 0; i < n; i++) {
    JueGridCell *cell = &g_array_index (grid->cells, JueGridCell, i);
    if (cell->row > row) {
      cell->row += more;
    } else if (cell->row == row && cell->row_span == 1) {
      JueGridCell below = { .row_span = 1, .col = cell->col, .col_span = cell->col_span, .text = "" };
      for (guint k = 1; k <= more; k++) {
        below.row = row + k;
        g_array_append_val (grid->cells, below);
      }
    } else if (cell->row + cell->row_span > row) {
      cell->row_span += more;
    }
  }
}

static gboolean
split_grid (const JueView *view, const JueCatalogue *catalogue, JueGrid *grid)
{
  gboolean any = FALSE;
  for (guint r = grid->n_rows; r > 0; r--) {
    if (grid->ys[r] - grid->ys[r - 1] < JUE_TUNE_SPLIT_ROW || !may_hold_figures (grid, r - 1))
      continue;
    g_autoptr (GArray) borders = find_borders (view, catalogue, grid, r - 1);
    if (borders == NULL || (guint64)(grid->n_rows + borders->len) * grid->n_cols > JUE_TUNE_GRID_CELLS_MOST)
      continue;
    /* The rows above keep their numbers and texts. */
    put_borders (grid, r - 1, borders);
    split_cells (grid, r - 1, borders->len);
    g_free (grid->owner);
    grid->owner = g_new (guint, (gsize)grid->n_rows * grid->n_cols);
    jue_grid_sort_cells (grid);
    any = TRUE;
  }
  return any;
}

/* Forgets the cells' texts: they are put in anew. */
static void
clear_cells (JueGrid *grid)
{
  for (guint i = 0; i < grid->cells->len; i++) {
    JueGridCell *cell = &g_array_index (grid->cells, JueGridCell, i);
    cell->text = "";
    cell->ink = (JueBox){ 0, 0, 0, 0 };
    cell->flags = 0;
  }
}

gboolean
jue_rows_split (const JueView *view, const JueCatalogue *catalogue, GPtrArray *grids)
{
  gboolean any = FALSE;
  for (guint i = 0; i < grids->len; i++)
    if (split_grid (view, catalogue, g_ptr_array_index (grids, i))) {
      clear_cells (g_ptr_array_index (grids, i));
      any = TRUE;
    }
  return any;
}
