/* Performance forms with rules across only
 *
 *     ──────────────────────────────────────────     Rules end at merged cells, so that each stretch of column between two of
 *      项目名称            援疆工作队经费               them is one cell's height. Columns of equal stretches side by side are an
 *     ──────────────────────────────────────────     area (here: 绩效指标; the three heads; 产出指标; …), and the text in an area
 *             一级指标    三级指标    分值             tells its cells:
 *          ─────────────────────────────────            - where each piece keeps within one column, each column is a cell;
 *      绩效            资金到位率      10               - else the pieces share the area's columns among them, each in the middle of
 *      指标   产出指标 ─────────────────────               its own, or flush left there.
 *                     支出规范率      10            The columns are those of the indicator matrix: gaps in its text, and ends of
 *     ──────────────────────────────────────────     rules.
 *
 * Gets wrong: values set flush right, columns that are empty throughout.
 */
#include "normalize/gap-form.h"

#include <string.h>

#include "normalize/gap-grid.h"
#include "normalize/tune.h"

/* Most columns; the text of an area is not shared out among more. */
#define COLUMNS_MOST 64
/* A piece flush left in its cell begins within this from the border; being so is worth less than the middle by this. */
#define FLUSH_WITHIN 800
#define FLUSH_COST 400

typedef struct {
  const JueGapRegion *region;
  const JueTokens *tokens;
  JueGrid *grid;
} Form;

static gboolean
is_closed_above (const Form *f, guint row, guint col)
{
  gint32 y = f->grid->ys[row], from = f->grid->xs[col], to = f->grid->xs[col + 1], covered = 0;
  for (guint i = 0; i < f->region->rules->len; i++)
    if (ABS (g_array_index (f->region->rules, gint32, i) - y) <= JUE_TUNE_BORDER_DRIFT)
      return TRUE;
  for (guint i = 0; i < f->region->parts->len; i++) {
    const JueBorder *b = &g_array_index (f->region->parts, JueBorder, i);
    if (ABS (b->at - y) <= JUE_TUNE_BORDER_DRIFT)
      covered += MAX (0, MIN (b->to, to) - MAX (b->from, from));
  }
  return (gint64)covered * 100 >= (gint64)(to - from) * JUE_TUNE_SIDE_COVER;
}

/* Number of rows from @row on that no rule divides in @col. */
static guint
height_of (const Form *f, guint row, guint col)
{
  guint n = 1;
  while (row + n < f->grid->n_rows && !is_closed_above (f, row + n, col))
    n++;
  return n;
}

static void
put_cell (const Form *f, guint row, guint col, guint rows, guint cols)
{
  JueGridCell cell = { .row = row, .col = col, .row_span = rows, .col_span = cols, .text = "" };
  for (guint r = row; r < row + rows; r++)
    for (guint c = col; c < col + cols; c++)
      f->grid->owner[(gsize)r * f->grid->n_cols + c] = f->grid->cells->len;
  g_array_append_val (f->grid->cells, cell);
}

static gboolean
keep_within_columns (const Form *f, const GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++) {
    const JueGapPiece *p = &g_array_index (pieces, JueGapPiece, i);
    for (guint c = 1; c < f->grid->n_cols; c++)
      if (p->x0 + JUE_TUNE_MEET < f->grid->xs[c] && p->x1 - JUE_TUNE_MEET > f->grid->xs[c])
        return FALSE;
  }
  return TRUE;
}

/* How badly a piece stands in the columns from @a up to @b. */
static gint32
misfit (const Form *f, const JueGapPiece *p, guint a, guint b)
{
  gint32 left = f->grid->xs[a], right = f->grid->xs[b];
  gint32 out = MAX (0, left - p->x0) + MAX (0, p->x1 - right);
  gint32 off = ABS ((p->x0 + p->x1) / 2 - (left + right) / 2);
  if (p->x0 - left <= FLUSH_WITHIN)
    off = MIN (off, FLUSH_COST);
  return off + 4 * out;
}

/* Shares the columns from @col on among the pieces; ends[i] is where the i-th piece's cell ends. Returns the sum of misfits. */
static gint64
share_columns (const Form *f, const GArray *pieces, guint col, guint cols, guint *ends)
{
  guint n = pieces->len;
  g_autofree gint64 *cost = g_new (gint64, (gsize)(n + 1) * (cols + 1));
  g_autofree guint *from = g_new0 (guint, (gsize)(n + 1) * (cols + 1));
  for (guint b = 0; b <= cols; b++)
    cost[b] = b == 0 ? 0 : G_MAXINT32;
  for (guint i = 1; i <= n; i++)
    for (guint b = 0; b <= cols; b++) {
      gint64 best = G_MAXINT32;
      for (guint a = 0; a < b; a++) {
        gint64 sum =
            cost[(i - 1) * (cols + 1) + a] + misfit (f, &g_array_index (pieces, JueGapPiece, i - 1), col + a, col + b);
        if (sum < best) {
          best = sum;
          from[i * (cols + 1) + b] = a;
        }
      }
      cost[i * (cols + 1) + b] = best;
    }
  for (guint i = n, b = cols; i > 0; i--) {
    ends[i - 1] = col + b;
    b = from[i * (cols + 1) + b];
  }
  return cost[n * (cols + 1) + cols];
}

/* Sum of misfits if each piece stays in the column it stands in. */
static gint64
misfits_in_columns (const Form *f, const GArray *pieces)
{
  gint64 sum = 0;
  for (guint i = 0; i < pieces->len; i++) {
    const JueGapPiece *p = &g_array_index (pieces, JueGapPiece, i);
    guint c = 0;
    while (c + 1 < f->grid->n_cols && f->grid->xs[c + 1] <= (p->x0 + p->x1) / 2)
      c++;
    sum += misfit (f, p, c, c + 1);
  }
  return sum;
}

/* Whether the pieces of an area share its columns instead of standing in one each. */
static gboolean
are_shared (const Form *f, const GArray *pieces, guint col, guint cols, guint *ends)
{
  if (pieces->len == 0 || pieces->len > cols || cols > COLUMNS_MOST)
    return FALSE;
  gint64 shared = share_columns (f, pieces, col, cols, ends), apart = misfits_in_columns (f, pieces);
  return !keep_within_columns (f, pieces) || (apart > (gint64)pieces->len * FLUSH_COST && shared * 2 < apart);
}

static void
put_area (const Form *f, guint row, guint col, guint rows, guint cols)
{
  const JueGrid *g = f->grid;
  JueBox box = { g->xs[col], g->ys[row], g->xs[col + cols], g->ys[row + rows] };
  g_autoptr (GArray) pieces = jue_gap_pieces_in (f->tokens, box);
  g_autofree guint *ends = g_new0 (guint, pieces->len + 1);
  gboolean shared = are_shared (f, pieces, col, cols, ends);
  for (guint c = col, i = 0; c < col + cols; i++) {
    guint end = shared ? MAX (ends[i], c + 1) : c + 1;
    put_cell (f, row, c, rows, end - c);
    c = end;
  }
}

/* Cuts the grid into areas, from the top left. */
static void
put_areas (const Form *f)
{
  JueGrid *g = f->grid;
  for (guint r = 0; r < g->n_rows; r++)
    for (guint c = 0; c < g->n_cols;) {
      if (g->owner[(gsize)r * g->n_cols + c] != G_MAXUINT) {
        c++;
        continue;
      }
      guint rows = height_of (f, r, c), cols = 1;
      while (c + cols < g->n_cols && g->owner[(gsize)r * g->n_cols + c + cols] == G_MAXUINT
             && height_of (f, r, c + cols) == rows)
        cols++;
      put_area (f, r, c, rows, cols);
      c += cols;
    }
}

JueGrid *
jue_gap_form_grid (const JueGapRegion *region, const JueTokens *tokens, const GArray *xs, guint page)
{
  g_autoptr (GArray) ys = jue_gap_form_rows (region);
  if (ys->len < 3 || xs->len < 3 || (guint64)xs->len * ys->len > JUE_TUNE_GRID_CELLS_MOST)
    return NULL;
  JueGrid *grid = g_new0 (JueGrid, 1);
  grid->page = page;
  grid->method = JUE_GRID_GAPS;
  grid->n_cols = xs->len - 1;
  grid->n_rows = ys->len - 1;
  grid->xs = g_memdup2 (xs->data, xs->len * sizeof (gint32));
  grid->ys = g_memdup2 (ys->data, ys->len * sizeof (gint32));
  grid->box = (JueBox){ grid->xs[0], grid->ys[0], grid->xs[grid->n_cols], grid->ys[grid->n_rows] };
  grid->top_drawn = TRUE;
  grid->bottom_drawn = region->bottom_drawn;
  grid->cells = g_array_new (FALSE, FALSE, sizeof (JueGridCell));
  grid->strings = g_string_chunk_new (512);
  grid->owner = g_new (guint, (gsize)grid->n_rows * grid->n_cols);
  memset (grid->owner, 0xFF, (gsize)grid->n_rows * grid->n_cols * sizeof *grid->owner);
  Form form = { region, tokens, grid };
  put_areas (&form);
  jue_grid_sort_cells (grid);
  return grid;
}
