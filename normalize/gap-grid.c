/* Tables without column rules: region, head, columns and rows put together to a grid. */
#include "normalize/gap-grid.h"

#include <string.h>

#include "normalize/caption.h"
#include "normalize/gap-columns.h"
#include "normalize/gap-head.h"
#include "normalize/gap-rows.h"
#include "normalize/tune.h"

/* A region is a table if it has at least this many columns and lines, and this many pieces per line (percent). */
#define COLUMNS_LEAST 2
#define PIECES_PER_LINE 150
/* Between this many rules, fewer pieces per line are enough; figures need not be among them, and with known heads sentences may. */
#define RULES_MANY 4
#define PIECES_PER_RULED_LINE 110
/* Of its pieces, at most this share (percent) may be parts of sentences; of those in its body, this share has to be figures, unless
 * this many pieces are known heads. */
#define PROSE_MOST 5
#define FIGURES_LEAST 25
#define HEADS_LEAST 3

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
    if (!t->total || y < p->head_end)
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

static gint
by_place (gconstpointer a, gconstpointer b)
{
  const JueGridCell *x = a, *y = b;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->col < y->col ? -1 : x->col > y->col;
}

/* Cells in order of their places, as JueGrid promises. */
static void
sort_cells (JueGrid *grid)
{
  g_array_sort (grid->cells, by_place);
  for (guint i = 0; i < grid->cells->len; i++) {
    const JueGridCell *cell = &g_array_index (grid->cells, JueGridCell, i);
    for (guint r = cell->row; r < cell->row + cell->row_span; r++)
      for (guint c = cell->col; c < cell->col + cell->col_span; c++)
        grid->owner[r * grid->n_cols + c] = i;
  }
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
  sort_cells (grid);
  return grid;
}

static gboolean
is_prose (const char *text)
{
  return strstr (text, "，") != NULL || strstr (text, "。") != NULL || strstr (text, "；") != NULL;
}

/* Whether the text of a region is set like a table: most lines are several pieces, many of them figures, or some of them known
 * heads, and hardly any of them sentences. Prose between two rules is not, nor is a chart. */
static gboolean
looks_like_table (const JueGapRegion *region, const JueTokens *tokens, gint32 head_end)
{
  gboolean ruled = region->rules->len >= RULES_MANY;
  guint lines = 0, figures = 0, heads = 0, prose = 0, body = 0, n = jue_tokens_length (tokens);
  gint32 last = G_MININT32;
  for (guint i = 0; i < n; i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    gint32 middle = (t->box.y0 + t->box.y1) / 2;
    lines += middle > last;
    last = MAX (last, t->box.y1);
    figures += middle > head_end && t->figure;
    body += middle > head_end;
    heads += t->head;
    prose += !t->figure && is_prose (t->text); /* １，８０３．１８ has a comma, too */
  }
  if (lines < 2 || n * 100 < lines * (ruled ? PIECES_PER_RULED_LINE : PIECES_PER_LINE))
    return FALSE;
  if (ruled && heads >= HEADS_LEAST)
    return TRUE;
  return prose * 100 <= n * PROSE_MOST && (ruled || heads >= HEADS_LEAST || (figures > 0 && figures * 100 >= body * FIGURES_LEAST));
}

/* ---- drafts ---- */

static void
part_free (gpointer data)
{
  JueGapPart *self = data;
  g_array_unref (self->region.rules);
  g_array_unref (self->region.parts);
  jue_tokens_free (self->tokens);
  g_clear_pointer (&self->xs, g_array_unref);
  g_free (self);
}

static JueGapPart *
part_new (const JueView *view, JueGapRegion *region, const JueCatalogue *catalogue)
{
  g_autoptr (JueTokens) tokens = jue_tokens_new (view, catalogue, region->box);
  gint32 head_end = jue_gap_head_end (region, tokens);
  if (!looks_like_table (region, tokens, head_end))
    return NULL;
  JueGapPart *self = g_new0 (JueGapPart, 1);
  self->region = *region;
  g_array_ref (region->rules);
  g_array_ref (region->parts);
  self->tokens = g_steal_pointer (&tokens);
  self->head_end = head_end;
  return self;
}

/* Whether only running heads and page numbers stand above @top, or below @bottom. */
static void
look_around (JueGapDraft *self, const JueView *view, const GArray *lines, const JueCatalogue *catalogue, gint32 top,
             gint32 bottom)
{
  gint64 margin = (gint64)view->height * JUE_TUNE_MARGIN_SHARE / 100;
  self->first_bare = self->last_bare = TRUE;
  for (guint i = 0; i < lines->len; i++) {
    const JueTextLine *line = &g_array_index (lines, JueTextLine, i);
    gint32 middle = (line->box.y0 + line->box.y1) / 2;
    if (middle >= top && middle <= bottom)
      continue;
    guint kind = jue_caption_classify (catalogue, line);
    gboolean bare =
        (kind & JUE_LINE_SKIP) || (kind == 0 && (line->box.y1 < margin || line->box.y0 > view->height - margin));
    self->first_bare &= bare || middle >= top;
    self->last_bare &= bare || middle <= bottom;
  }
}

JueGapDraft *
jue_gap_draft_new (const JueView *view, const JueBorders *borders, const GPtrArray *ruled, const GArray *lines,
                   const JueCatalogue *catalogue)
{
  JueGapDraft *self = g_new0 (JueGapDraft, 1);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GArray) regions = jue_gap_regions_find (view, borders, ruled, lines, catalogue);
  for (guint i = 0; i < regions->len; i++) {
    JueGapPart *part = part_new (view, &g_array_index (regions, JueGapRegion, i), catalogue);
    if (part != NULL)
      g_ptr_array_add (self->parts, part);
  }
  if (self->parts->len > 0) {
    const JueGapPart *first = g_ptr_array_index (self->parts, 0),
                     *last = g_ptr_array_index (self->parts, self->parts->len - 1);
    look_around (self, view, lines, catalogue, first->region.box.y0, last->region.box.y1);
  }
  return self;
}

void
jue_gap_draft_free (JueGapDraft *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* Last part of @a, if the first of @b is its continuation on the next page; else NULL. */
static const JueGapPart *
part_continued (const JueGapDraft *a, const JueGapDraft *b)
{
  if (a == NULL || b == NULL || a->parts->len == 0 || b->parts->len == 0 || !a->last_bare || !b->first_bare)
    return NULL;
  const JueGapPart *last = g_ptr_array_index (a->parts, a->parts->len - 1), *first = g_ptr_array_index (b->parts, 0);
  if (first->region.only_continues)
    return first->region.box.x0 >= last->region.box.x0 - JUE_TUNE_GAP_EXTENT
                   && first->region.box.x1 <= last->region.box.x1 + JUE_TUNE_GAP_EXTENT
               ? last
               : NULL;
  gboolean same = ABS (last->region.box.x0 - first->region.box.x0) <= JUE_TUNE_GAP_EXTENT
                  && ABS (last->region.box.x1 - first->region.box.x1) <= JUE_TUNE_GAP_EXTENT;
  return same ? last : NULL;
}

static void
find_columns (JueGapDraft *self, guint i, const JueGapDraft *before, const JueGapDraft *after, const JueView *view)
{
  JueGapPart *part = g_ptr_array_index (self->parts, i);
  const JueGapPart *earlier = i == 0 ? part_continued (before, self) : NULL;
  if (earlier != NULL && earlier->xs != NULL) {
    part->xs = g_array_ref (earlier->xs);
    return;
  }
  gboolean goes_on = i + 1 == self->parts->len && part_continued (self, after) != NULL;
  const JueGapPart *later = goes_on ? g_ptr_array_index (after->parts, 0) : NULL;
  g_autoptr (JueTokens) joined = later != NULL ? jue_tokens_join (part->tokens, later->tokens, later->head_end) : NULL;
  part->xs = jue_gap_columns_find (view, &part->region, joined != NULL ? joined : part->tokens, part->head_end);
}

static JueGrid *
grid_of_part (const JueView *view, JueGapPart *part)
{
  Plan p = {
    .region = &part->region, .tokens = part->tokens, .head_end = part->head_end, .xs = g_array_ref (part->xs)
  };
  p.head_ys = g_array_new (FALSE, FALSE, sizeof (gint32));
  p.body_ys = jue_gap_rows_find (p.region, p.tokens, p.head_end);
  p.head = p.head_end > p.region->box.y0 ? jue_gap_head_find (view, p.region, p.tokens, p.xs, p.head_end, p.head_ys)
                                         : g_array_new (FALSE, FALSE, sizeof (JueHeadCell));
  JueGrid *grid = NULL;
  if (p.xs->len > COLUMNS_LEAST && p.head_ys->len + p.body_ys->len >= 2)
    grid = build (&p, view->page->number);
  plan_clear (&p);
  return grid;
}

static void
grid_free_cb (gpointer grid)
{
  jue_grid_free (grid);
}

GPtrArray *
jue_gap_draft_grids (JueGapDraft *self, const JueGapDraft *before, const JueGapDraft *after, const JueView *view)
{
  GPtrArray *out = g_ptr_array_new_with_free_func (grid_free_cb);
  for (guint i = 0; i < self->parts->len; i++) {
    JueGapPart *part = g_ptr_array_index (self->parts, i);
    const JueGapPart *earlier = i == 0 ? part_continued (before, self) : NULL;
    if (part->region.only_continues && (earlier == NULL || earlier->xs == NULL))
      continue;
    if (part->region.only_continues) {
      part->region.box.x0 = earlier->region.box.x0;
      part->region.box.x1 = earlier->region.box.x1;
    }
    find_columns (self, i, before, after, view);
    JueGrid *grid = grid_of_part (view, part);
    if (grid != NULL)
      g_ptr_array_add (out, grid);
  }
  return out;
}
