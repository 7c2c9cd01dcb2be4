/* Tables without column rules: region, head, columns and rows put together to a grid. */
#include "normalize/gap-grid.h"

#include <string.h>

#include "normalize/gap-form.h"
#include "normalize/gap-head.h"
#include "normalize/gap-rows.h"
#include "normalize/tune.h"

/* A grid has at least this many columns and rows. */
#define COLUMNS_LEAST 2
#define ROWS_LEAST 2

/* What is known of a region. */
typedef struct {
  const JueGapRegion *region;
  const JueTokens *tokens;
  GArray *xs, *head_ys, *body_ys; /* of gint32 */
  GArray *head;                   /* of JueHeadCell */
  gint32 head_end;
} Plan;

static void
plan_clear (Plan *p)
{
  g_clear_pointer (&p->xs, g_array_unref);
  g_clear_pointer (&p->head_ys, g_array_unref);
  g_clear_pointer (&p->body_ys, g_array_unref);
  g_clear_pointer (&p->head, g_array_unref);
}

static void
put_cell (JueGrid *grid, guint row, guint col, guint row_span, guint col_span)
{
  JueGridCell cell = { .row = row, .col = col, .row_span = row_span, .col_span = col_span, .text = "" };
  for (guint r = row; r < row + row_span; r++)
    for (guint c = col; c < col + col_span; c++)
      grid->owner[r * grid->n_cols + c] = grid->cells->len;
  g_array_append_val (grid->cells, cell);
}

static gboolean
is_free (const JueGrid *grid, guint row, guint col, guint row_span, guint col_span)
{
  for (guint r = row; r < row + row_span; r++)
    for (guint c = col; c < col + col_span; c++)
      if (r >= grid->n_rows || c >= grid->n_cols || grid->owner[r * grid->n_cols + c] != G_MAXUINT)
        return FALSE;
  return TRUE;
}

/* Column of an x. */
static guint
column_at (const JueGrid *grid, gint32 x)
{
  guint c = 0;
  while (c + 1 < grid->n_cols && grid->xs[c + 1] <= x)
    c++;
  return c;
}

static gboolean
row_has_text (const Plan *p, const JueGrid *grid, guint row, guint col, const JueToken *except)
{
  for (guint i = 0; i < jue_tokens_length (p->tokens); i++) {
    const JueToken *t = jue_tokens_get (p->tokens, i);
    gint32 y = (t->box.y0 + t->box.y1) / 2;
    if (t != except && y >= grid->ys[row] && y < grid->ys[row + 1]
        && column_at (grid, (t->box.x0 + t->box.x1) / 2) == col)
      return TRUE;
  }
  return FALSE;
}

/* Whether a total's name is set flush left with two other pieces of the body: it belongs to their column. */
static gboolean
is_flush (const Plan *p, const JueToken *token)
{
  guint n = 0;
  for (guint i = 0; i < jue_tokens_length (p->tokens); i++) {
    const JueToken *t = jue_tokens_get (p->tokens, i);
    n += t != token && !t->figure && !t->total && (t->box.y0 + t->box.y1) / 2 > p->head_end
         && ABS (t->box.x0 - token->box.x0) <= JUE_TUNE_ROW_REST;
  }
  return n >= 2;
}

/* A total's name may stand in the middle of several columns (code and name): one cell over all of which it is the middle. */
static void
spread_total (const Plan *p, JueGrid *grid, guint row, const JueToken *token)
{
  gint32 x = (token->box.x0 + token->box.x1) / 2;
  guint own = column_at (grid, x), low = own, high = own + 1;
  while (low > 0 && !row_has_text (p, grid, row, low - 1, token))
    low--;
  while (high < grid->n_cols && !row_has_text (p, grid, row, high, token))
    high++;
  gint32 best = ABS ((grid->xs[own] + grid->xs[own + 1]) / 2 - x) - JUE_TUNE_BORDER_APART;
  guint first = own, end = own + 1;
  for (guint a = low; a <= own; a++)
    for (guint b = own + 1; b <= high; b++) {
      gint32 off = ABS ((grid->xs[a] + grid->xs[b]) / 2 - x);
      if (off < best) {
        best = off;
        first = a;
        end = b;
      }
    }
  if (end - first > 1 && is_free (grid, row, first, 1, end - first))
    put_cell (grid, row, first, 1, end - first);
}

static void
put_totals (const Plan *p, JueGrid *grid, guint first_row)
{
  for (guint i = 0; i < jue_tokens_length (p->tokens); i++) {
    const JueToken *t = jue_tokens_get (p->tokens, i);
    gint32 y = (t->box.y0 + t->box.y1) / 2;
    if (!t->total || y < p->head_end || is_flush (p, t))
      continue;
    for (guint r = first_row; r < grid->n_rows; r++)
      if (y >= grid->ys[r] && y < grid->ys[r + 1])
        spread_total (p, grid, r, t);
  }
}

static void
fill_rest (JueGrid *grid)
{
  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_cols; c++)
      if (grid->owner[r * grid->n_cols + c] == G_MAXUINT)
        put_cell (grid, r, c, 1, 1);
}

static void
put_head (const Plan *p, JueGrid *grid)
{
  for (guint i = 0; i < p->head->len; i++) {
    const JueHeadCell *c = &g_array_index (p->head, JueHeadCell, i);
    if (is_free (grid, c->row, c->col, c->row_span, c->col_span))
      put_cell (grid, c->row, c->col, c->row_span, c->col_span);
  }
}

static JueGrid *
build (const Plan *p, guint page)
{
  guint head_rows = p->head_ys->len > 0 ? p->head_ys->len - 1 : 0,
        body_rows = p->body_ys->len > 0 ? p->body_ys->len - 1 : 0;
  JueGrid *grid = g_new0 (JueGrid, 1);
  grid->page = page;
  grid->method = JUE_GRID_GAPS;
  grid->n_cols = p->xs->len - 1;
  grid->n_rows = head_rows + body_rows;
  grid->xs = g_memdup2 (p->xs->data, p->xs->len * sizeof (gint32));
  grid->ys = g_new0 (gint32, grid->n_rows + 1);
  for (guint i = 0; i <= head_rows && p->head_ys->len > 0; i++)
    grid->ys[i] = g_array_index (p->head_ys, gint32, i);
  for (guint i = 0; i <= body_rows && p->body_ys->len > 0; i++)
    grid->ys[head_rows + i] = g_array_index (p->body_ys, gint32, i);
  grid->box = (JueBox){ grid->xs[0], grid->ys[0], grid->xs[grid->n_cols], grid->ys[grid->n_rows] };
  grid->top_drawn = TRUE;
  grid->bottom_drawn = p->region->bottom_drawn;
  grid->cells = g_array_new (FALSE, FALSE, sizeof (JueGridCell));
  grid->strings = g_string_chunk_new (512);
  gsize places = (gsize)grid->n_rows * grid->n_cols;
  grid->owner = g_new (guint, places);
  memset (grid->owner, 0xFF, places * sizeof *grid->owner);
  if (head_rows > 0)
    put_head (p, grid);
  put_totals (p, grid, head_rows);
  fill_rest (grid);
  jue_grid_sort_cells (grid);
  return grid;
}

JueGrid *
jue_gap_grid_new (const JueView *view, const JueGapPart *part)
{
  if (part->form)
    return jue_gap_form_grid (&part->region, part->tokens, part->xs, view->page->number);
  Plan p = {
    .region = &part->region, .tokens = part->tokens, .head_end = part->head_end, .xs = g_array_ref (part->xs)
  };
  p.head_ys = g_array_new (FALSE, FALSE, sizeof (gint32));
  p.body_ys = jue_gap_rows_find (p.region, p.tokens, p.head_end);
  p.head = p.head_end > p.region->box.y0 ? jue_gap_head_find (view, p.region, p.tokens, p.xs, p.head_end, p.head_ys)
                                         : g_array_new (FALSE, FALSE, sizeof (JueHeadCell));
  JueGrid *grid = NULL;
  if (p.xs->len > COLUMNS_LEAST && p.head_ys->len + p.body_ys->len >= ROWS_LEAST)
    grid = build (&p, view->page->number);
  plan_clear (&p);
  return grid;
}

void
jue_gap_grid_extend (JueGrid *head, const JueGapPart *part)
{
  g_autoptr (GArray) ys = jue_gap_rows_find (&part->region, part->tokens, part->head_end);
  guint more = ys->len > 0 ? ys->len - 1 : 0, first = head->n_rows;
  if (more == 0 || (guint64)(first + more) * head->n_cols > JUE_TUNE_GRID_CELLS_MOST)
    return;
  head->n_rows += more;
  head->ys = g_renew (gint32, head->ys, head->n_rows + 1);
  memcpy (head->ys + first + 1, &g_array_index (ys, gint32, 1), more * sizeof *head->ys);
  head->box.y1 = head->ys[head->n_rows];
  head->bottom_drawn = part->region.bottom_drawn;
  gsize places = (gsize)first * head->n_cols, all = (gsize)head->n_rows * head->n_cols;
  head->owner = g_renew (guint, head->owner, all);
  memset (head->owner + places, 0xFF, (all - places) * sizeof *head->owner);
  Plan p = { .region = &part->region, .tokens = part->tokens, .head_end = part->head_end };
  put_totals (&p, head, first);
  fill_rest (head);
  jue_grid_sort_cells (head);
}
