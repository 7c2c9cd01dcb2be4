/* A head without rules between its cells
 *
 *            项目          │ 本年收 │           Pieces of text that stand over the same columns, close below each other, are one
 *      编码      名称       │ 入合计 │ …         cell. The column with most cells below each other sets the rows; every other
 *     ──────────────────────────────           cell takes those rows whose middle is nearest to its own and that no cell
 *            栏次          │   1    │           above or below it in its columns uses. Before that, a cell with free columns
 *                                              beside it and cells below them spreads over those of which it stands in the
 *                                              middle, or as far as a short rule below it or the paint behind it reaches.
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
  GArray *cells;  /* of JueHeadCell */
  GArray *ys;     /* of gint32 */
  GArray *paints; /* of JueBox: painted cells */
  const JueTokens *tokens;
  gint32 head_end;
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

/* Whether most of the body's pieces in a column end (or begin) where @box does. */
static gboolean
is_flush (const Head *h, const JueBox *box, guint col, gboolean right)
{
  guint n = 0, flush = 0;
  for (guint i = 0; i < jue_tokens_length (h->tokens); i++) {
    const JueToken *t = jue_tokens_get (h->tokens, i);
    gint32 x = (t->box.x0 + t->box.x1) / 2;
    if ((t->box.y0 + t->box.y1) / 2 < h->head_end || x < x_at (h, col) || x >= x_at (h, col + 1))
      continue;
    n++;
    flush += ABS (right ? t->box.x1 - box->x1 : t->box.x0 - box->x0) <= JUE_TUNE_BORDER_APART;
  }
  return n >= 2 && flush * 2 > n;
}

/* A piece set flush with the body of its column that only overhangs into the one beside it belongs to its column alone. */
static void
trim_flush (const Head *h, const JueBox *box, guint *first, guint *span)
{
  gint64 most = (gint64)(box->x1 - box->x0) * JUE_TUNE_GAP_OVERHANG / 100;
  if (*span != 2)
    return;
  if (x_at (h, *first + 1) - box->x0 < most && is_flush (h, box, *first + 1, TRUE)) {
    ++*first;
    *span = 1;
  } else if (box->x1 - x_at (h, *first + 1) < most && is_flush (h, box, *first, FALSE)) {
    *span = 1;
  }
}

static gboolean
share_columns (const JueHeadCell *a, const JueHeadCell *b)
{
  return a->col < b->col + b->col_span && b->col < a->col + a->col_span;
}

/* Whether a rule, whole or short, or the side of a painted cell lies between two heights over the middle of @cell. */
static gboolean
rule_between (const Head *h, const JueHeadCell *cell, gint32 from, gint32 to)
{
  from -= JUE_TUNE_BORDER_APART;
  to += JUE_TUNE_BORDER_APART;
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
  for (guint i = 0; i < h->paints->len; i++) {
    const JueBox *b = &g_array_index (h->paints, JueBox, i);
    if (b->y1 >= from && b->y1 <= to && b->x0 < middle && b->x1 > middle)
      return TRUE;
  }
  return FALSE;
}

/* The painted cell that a piece of text lies in; NULL if there is none. */
static const JueBox *
paint_around (const Head *h, const JueBox *text)
{
  gint32 x = (text->x0 + text->x1) / 2, y = (text->y0 + text->y1) / 2;
  for (guint i = 0; i < h->paints->len; i++)
    if (jue_box_contains (&g_array_index (h->paints, JueBox, i), x, y))
      return &g_array_index (h->paints, JueBox, i);
  return NULL;
}

/* Puts a piece into the cell right above it, or beside it in the same column, or makes a new one. */
static void
add_piece (Head *h, const JueToken *token)
{
  JueHeadCell fresh = { .box = token->box, .heads_ordinals = token->heads_ordinals };
  columns_of (h, &token->box, &fresh.col, &fresh.col_span);
  trim_flush (h, &token->box, &fresh.col, &fresh.col_span);
  gint32 height = token->box.y1 - token->box.y0;
  for (guint i = h->cells->len; i > 0; i--) {
    JueHeadCell *cell = cell_at (h, i - 1);
    gint32 gap = token->box.y0 - cell->box.y1;
    if (!share_columns (cell, &fresh) || gap * 100 > height * JUE_TUNE_GAP_TIGHT
        || rule_between (h, &fresh, cell->box.y1, token->box.y0))
      continue;
    gboolean beside = token->box.y0 < cell->box.y1 - height / 2;
    if (beside && (cell->col != fresh.col || cell->col_span != 1 || fresh.col_span != 1))
      continue;
    gint32 off = ABS ((cell->box.x0 + cell->box.x1) - (token->box.x0 + token->box.x1));
    gboolean alike = cell->col == fresh.col && cell->col_span == fresh.col_span;
    if (!beside && (token->figure || (!alike && off > 2 * JUE_TUNE_BORDER_APART)))
      continue;
    cell->box = jue_box_union (cell->box, token->box);
    columns_of (h, &cell->box, &cell->col, &cell->col_span);
    trim_flush (h, &cell->box, &cell->col, &cell->col_span);
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
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint)),
                     best = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint c = 0; c < h->n_cols; c++) {
    stack_of (h, c, stack);
    if (stack->len > best->len) {
      g_array_set_size (best, 0);
      g_array_append_vals (best, stack->data, stack->len);
    }
  }
  g_array_append_val (h->ys, h->region->box.y0);
  for (guint i = 0; i + 1 < best->len; i++) {
    const JueHeadCell *a = cell_at (h, g_array_index (best, guint, i)),
                      *b = cell_at (h, g_array_index (best, guint, i + 1));
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

/* Whether a column is free at the height of @cell, and some cell stands below it there (or above it, for 栏次). */
static gboolean
may_spread_to (const Head *h, guint self, guint col)
{
  const JueHeadCell *cell = cell_at (h, self);
  gboolean below = FALSE;
  for (guint i = 0; i < h->cells->len; i++) {
    const JueHeadCell *other = cell_at (h, i);
    if (i == self || other->col > col || other->col + other->col_span <= col)
      continue;
    gint32 slack = (cell->box.y1 - cell->box.y0) / 3;
    /* A cell above that covers this one as well heads both. */
    gboolean over_both = other->col <= cell->col && other->col + other->col_span >= cell->col + cell->col_span;
    if (over_both && other->box.y1 < cell->box.y0 + slack)
      continue;
    gboolean above = cell->heads_ordinals && other->box.y1 < cell->box.y0 + slack;
    if (other->box.y0 < cell->box.y1 - slack && !above)
      return FALSE;
    below = TRUE;
  }
  return below;
}

/* What shows how far a cell reaches: a short rule right below it, or the painted cell around it. */
static gboolean
drawn_extent (const Head *h, const JueHeadCell *cell, gint32 *from, gint32 *to)
{
  const JueBox *paint = paint_around (h, &cell->box);
  if (paint != NULL) {
    *from = paint->x0;
    *to = paint->x1;
    return TRUE;
  }
  gint32 height = cell->box.y1 - cell->box.y0;
  for (guint i = 0; i < h->region->parts->len; i++) {
    const JueBorder *b = &g_array_index (h->region->parts, JueBorder, i);
    if (b->at >= cell->box.y1 - height / 3 && b->at <= cell->box.y1 + height && b->from <= cell->box.x0 + JUE_TUNE_MEET
        && b->to >= cell->box.x1 - JUE_TUNE_MEET) {
      *from = b->from;
      *to = b->to;
      return TRUE;
    }
  }
  return FALSE;
}

/* Spreads a cell over the free columns beside it of which it stands in the middle, or that its rule or paint covers. */
static void
spread (Head *h, guint self)
{
  JueHeadCell *cell = cell_at (h, self);
  guint low = cell->col, high = cell->col + cell->col_span;
  while (low > 0 && may_spread_to (h, self, low - 1))
    low--;
  while (high < h->n_cols && may_spread_to (h, self, high))
    high++;
  gint32 from = 0, to = 0, middle = (cell->box.x0 + cell->box.x1) / 2, best = G_MAXINT32;
  gboolean drawn = drawn_extent (h, cell, &from, &to);
  guint col = cell->col, span = cell->col_span;
  for (guint a = low; a <= cell->col; a++)
    for (guint b = cell->col + cell->col_span; b <= high; b++) {
      gint32 off =
          drawn ? ABS (x_at (h, a) - from) + ABS (x_at (h, b) - to) : ABS ((x_at (h, a) + x_at (h, b)) / 2 - middle);
      if (off < best) {
        best = off;
        col = a;
        span = b - a;
      }
    }
  cell->col = col;
  cell->col_span = span;
}

/* Painted cells between the region's top and the head's end. */
static GArray *
painted_cells (const JueView *view, const JueGapRegion *region, gint32 head_end)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (JueBox));
  gint32 width = region->box.x1 - region->box.x0;
  for (guint i = 0; i < view->page->fills->len && out->len < 200; i++) {
    JueBox b = jue_view_turn (view, g_array_index (view->page->fills, JueFill, i).box);
    if (b.y0 >= region->box.y0 - JUE_TUNE_MEET && b.y1 <= head_end + JUE_TUNE_MEET
        && b.x1 - b.x0 < width - JUE_TUNE_OVERHANG)
      g_array_append_val (out, b);
  }
  return out;
}

GArray *
jue_gap_head_find (const JueView *view, const JueGapRegion *region, const JueTokens *tokens, const GArray *xs,
                   gint32 head_end, GArray *ys)
{
  g_autoptr (GArray) paints = painted_cells (view, region, head_end);
  Head h = { region, xs, xs->len - 1, g_array_new (FALSE, FALSE, sizeof (JueHeadCell)), ys, paints, tokens, head_end };
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    if ((t->box.y0 + t->box.y1) / 2 < head_end)
      add_piece (&h, t);
  }
  g_array_sort (h.cells, by_top);
  for (guint i = 0; i < h.cells->len; i++)
    spread (&h, i);
  find_rows (&h, head_end);
  for (guint i = 0; i < h.cells->len; i++)
    take_rows (&h, i);
  return h.cells;
}
