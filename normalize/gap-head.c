/* A head without rules between its cells
 *
 *            项目          │ 本年收 │           Pieces of text that stand over the same columns, close below each other, are one
 *      编码      名称       │ 入合计 │ …         cell. The column with most cells below each other sets the rows; every other
 *     ──────────────────────────────           cell takes those rows whose middle is nearest to its own and that no cell
 *            栏次          │   1    │           above or below it in its columns uses. A cell with free columns beside it and
 *                                              cells below them spreads over those of which it stands in the middle, or as far
 *                                              as a short rule below it reaches.
 *
 * Gets wrong: heads that are not set in the middle of their columns.
 */
#include "normalize/gap-head.h"

#include <stdlib.h>

#include "normalize/tune.h"

typedef struct {
  const JueGapRegion *region;
  const GArray *xs; /* of gint32 */
  guint n_cols;
  GArray *cells; /* of JueHeadCell */
  GArray *ys;    /* of gint32 */
} Head;

static gint32
x_at (const Head *h, guint i)
{
  return g_array_index (h->xs, gint32, i);
}

static gint32
y_at (const Head *h, guint i)
{
  return g_array_index (h->ys, gint32, i);
}

static JueHeadCell *
cell_at (const Head *h, guint i)
{
  return &g_array_index (h->cells, JueHeadCell, i);
}

/* The columns that a piece covers; slight overlaps at its ends do not count. */
static void
columns_of (const Head *h, const JueBox *box, guint *first, guint *span)
{
  gint32 slack = MIN (JUE_TUNE_MEET, (box->x1 - box->x0) / 3);
  guint a = 0, b;
  while (a + 1 < h->n_cols && x_at (h, a + 1) <= box->x0 + slack)
    a++;
  b = a;
  while (b + 1 < h->n_cols && x_at (h, b + 1) < box->x1 - slack)
    b++;
  *first = a;
  *span = b - a + 1;
}

static gboolean
share_columns (const JueHeadCell *a, const JueHeadCell *b)
{
  return a->col < b->col + b->col_span && b->col < a->col + a->col_span;
}

/* Whether a rule, whole or short, lies between two heights somewhere over the columns of @cell. */
static gboolean
rule_between (const Head *h, const JueHeadCell *cell, gint32 from, gint32 to)
{
  for (guint i = 0; i < h->region->rules->len; i++) {
    gint32 y = g_array_index (h->region->rules, gint32, i);
    if (y >= from && y <= to)
      return TRUE;
  }
  gint32 middle = (cell->box.x0 + cell->box.x1) / 2;
  for (guint i = 0; i < h->region->parts->len; i++) {
    const JueBorder *b = &g_array_index (h->region->parts, JueBorder, i);
    if (b->at >= from && b->at <= to && b->from < middle && b->to > middle)
      return TRUE;
  }
  return FALSE;
}

/* Puts a piece into the cell right above it, or beside it in the same column, or makes a new one. */
static void
add_piece (Head *h, const JueToken *token)
{
  JueHeadCell fresh = { .box = token->box };
  columns_of (h, &token->box, &fresh.col, &fresh.col_span);
  gint32 height = token->box.y1 - token->box.y0;
  for (guint i = h->cells->len; i > 0; i--) {
    JueHeadCell *cell = cell_at (h, i - 1);
    gint32 gap = token->box.y0 - cell->box.y1;
    if (!share_columns (cell, &fresh) || gap * 100 > height * JUE_TUNE_GAP_TIGHT || rule_between (h, &fresh, cell->box.y1, token->box.y0))
      continue;
    gboolean beside = token->box.y0 < cell->box.y1 - height / 2;
    if (beside && (cell->col != fresh.col || cell->col_span != 1 || fresh.col_span != 1))
      continue;
    if (!beside && (cell->col != fresh.col || cell->col_span != fresh.col_span || token->figure))
      continue;
    cell->box = jue_box_union (cell->box, token->box);
    return;
  }
  g_array_append_val (h->cells, fresh);
}

static gint
by_top (gconstpointer a, gconstpointer b)
{
  const JueHeadCell *x = a, *y = b;
  gint32 mx = x->box.y0 + x->box.y1, my = y->box.y0 + y->box.y1;
  return mx < my ? -1 : mx > my;
}

/* The cells that stand in one column, from the top down, as indices behind @out. */
static void
stack_of (const Head *h, guint col, GArray *out)
{
  g_array_set_size (out, 0);
  for (guint i = 0; i < h->cells->len; i++)
    if (cell_at (h, i)->col <= col && col < cell_at (h, i)->col + cell_at (h, i)->col_span)
      g_array_append_val (out, i);
}

/* A rule between two heights, if there is one; else the middle. */
static gint32
border_between (const Head *h, gint32 from, gint32 to)
{
  for (guint i = 0; i < h->region->rules->len; i++) {
    gint32 y = g_array_index (h->region->rules, gint32, i);
    if (y >= from && y <= to)
      return y;
  }
  for (guint i = 0; i < h->region->parts->len; i++) {
    gint32 y = g_array_index (h->region->parts, JueBorder, i).at;
    if (y >= from && y <= to)
      return y;
  }
  return (from + to) / 2;
}

/* Row borders from the column with most cells. */
static void
find_rows (Head *h, gint32 head_end)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint)), best = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint c = 0; c < h->n_cols; c++) {
    stack_of (h, c, stack);
    if (stack->len > best->len) {
      g_array_set_size (best, 0);
      g_array_append_vals (best, stack->data, stack->len);
    }
  }
  g_array_append_val (h->ys, h->region->box.y0);
  for (guint i = 0; i + 1 < best->len; i++) {
    const JueHeadCell *a = cell_at (h, g_array_index (best, guint, i)), *b = cell_at (h, g_array_index (best, guint, i + 1));
    gint32 y = border_between (h, MIN (a->box.y1, b->box.y0), MAX (a->box.y1, b->box.y0));
    if (y > y_at (h, h->ys->len - 1))
      g_array_append_val (h->ys, y);
  }
  g_array_append_val (h->ys, head_end);
}

/* Rows that the cells above and below leave to a cell: [*first, *end). */
static void
free_rows (const Head *h, guint self, guint *first, guint *end)
{
  const JueHeadCell *cell = cell_at (h, self);
  gint32 low = h->region->box.y0, high = y_at (h, h->ys->len - 1);
  for (guint i = 0; i < h->cells->len; i++) {
    const JueHeadCell *other = cell_at (h, i);
    if (i == self || !share_columns (cell, other))
      continue;
    if (i < self)
      low = MAX (low, other->box.y1);
    else
      high = MIN (high, other->box.y0);
  }
  guint n = h->ys->len - 1;
  *first = 0;
  *end = n;
  while (*first + 1 < n && (y_at (h, *first) + y_at (h, *first + 1)) / 2 < low)
    ++*first;
  while (*end > *first + 1 && (y_at (h, *end) + y_at (h, *end - 1)) / 2 > high)
    --*end;
}

/* Of the rows left to a cell, those around whose middle it stands; among equals, the more. */
static void
take_rows (Head *h, guint self)
{
  guint first, end;
  JueHeadCell *cell = cell_at (h, self);
  free_rows (h, self, &first, &end);
  gint32 middle = (cell->box.y0 + cell->box.y1) / 2;
  gint32 best = G_MAXINT32;
  for (guint span = end - first; span > 0; span--)
    for (guint r = first; r + span <= end; r++) {
      gint32 off = ABS ((y_at (h, r) + y_at (h, r + span)) / 2 - middle);
      if (off + JUE_TUNE_BORDER_APART / 2 < best) {
        best = off;
        cell->row = r;
        cell->row_span = span;
      }
    }
}

static gboolean
is_taken (const Head *h, guint row, guint col)
{
  for (guint i = 0; i < h->cells->len; i++) {
    const JueHeadCell *c = cell_at (h, i);
    if (c->row <= row && row < c->row + c->row_span && c->col <= col && col < c->col + c->col_span)
      return TRUE;
  }
  return FALSE;
}

/* Whether all rows of @cell are free in a column, and some cell stands below them. */
static gboolean
may_spread_to (const Head *h, const JueHeadCell *cell, guint col)
{
  for (guint r = cell->row; r < cell->row + cell->row_span; r++)
    if (is_taken (h, r, col))
      return FALSE;
  for (guint r = cell->row + cell->row_span; r + 1 < h->ys->len; r++)
    if (is_taken (h, r, col))
      return TRUE;
  return FALSE;
}

/* The short rule right below a cell, if any. */
static const JueBorder *
rule_below (const Head *h, const JueHeadCell *cell)
{
  gint32 y = y_at (h, cell->row + cell->row_span);
  for (guint i = 0; i < h->region->parts->len; i++) {
    const JueBorder *b = &g_array_index (h->region->parts, JueBorder, i);
    if (ABS (b->at - y) <= JUE_TUNE_BORDER_LEAST && b->from <= cell->box.x0 + JUE_TUNE_MEET && b->to >= cell->box.x1 - JUE_TUNE_MEET)
      return b;
  }
  return NULL;
}

/* Spreads a cell over the free columns beside it of which it stands in the middle. */
static void
spread (Head *h, guint self)
{
  JueHeadCell *cell = cell_at (h, self);
  guint low = cell->col, high = cell->col + cell->col_span;
  while (low > 0 && may_spread_to (h, cell, low - 1))
    low--;
  while (high < h->n_cols && may_spread_to (h, cell, high))
    high++;
  const JueBorder *rule = rule_below (h, cell);
  gint32 target = rule != NULL ? (rule->from + rule->to) / 2 : (cell->box.x0 + cell->box.x1) / 2;
  gint32 best = G_MAXINT32;
  guint col = cell->col, span = cell->col_span;
  for (guint a = low; a <= cell->col; a++)
    for (guint b = cell->col + cell->col_span; b <= high; b++) {
      gint32 off = ABS ((x_at (h, a) + x_at (h, b)) / 2 - target);
      if (rule != NULL)
        off = ABS (x_at (h, a) - rule->from) + ABS (x_at (h, b) - rule->to);
      if (off < best) {
        best = off;
        col = a;
        span = b - a;
      }
    }
  cell->col = col;
  cell->col_span = span;
}

GArray *
jue_gap_head_find (const JueGapRegion *region, const JueTokens *tokens, const GArray *xs, gint32 head_end, GArray *ys)
{
  Head h = { region, xs, xs->len - 1, g_array_new (FALSE, FALSE, sizeof (JueHeadCell)), ys };
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    if ((t->box.y0 + t->box.y1) / 2 < head_end)
      add_piece (&h, t);
  }
  g_array_sort (h.cells, by_top);
  find_rows (&h, head_end);
  for (guint i = 0; i < h.cells->len; i++)
    take_rows (&h, i);
  for (guint i = 0; i < h.cells->len; i++)
    spread (&h, i);
  return h.cells;
}
