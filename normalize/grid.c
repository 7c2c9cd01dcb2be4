/* From borders to grids
 *
 * Borders that meet belong to one table. Method:
 *   1. group borders that touch or cross (union-find over horizontal x vertical pairs), and those that run beside a table
 *      without touching it (grid-lone.h);
 *   2. in each group, make positions: one column border per distinct x, one row border per distinct y. Positions that are
 *      close and never occur side by side are one, drawn raggedly (Word moves a column by some points from row to row);
 *   3. where lines overhang the outermost crossing border, add the outer border that was left out;
 *   4. lay the borders on the lattice of positions: a side between two places is closed if a border covers most of it;
 *   5. places that no closed side divides make one cell. Where that is no rectangle, it is cut into rectangles, from the top
 *      left, widest first.
 *
 *        x0   x1      x2  x3
 *     y0 ┌────┬───────────┐      one cell 1 x 1, one 1 x 2
 *     y1 ├────┼───────┬───┤
 *     y2 │    │       │   │
 *        └────┴───────┴───┘
 *
 * Gets wrong: tables whose inner lines are missing altogether (text gaps would have to tell), and two tables that share a
 * line.
 */
#include "normalize/grid.h"

#include <string.h>

#include "normalize/find-root.h"
#include "normalize/grid-lone.h"
#include "normalize/grid-position.h"
#include "normalize/tune.h"

/* ---- groups of borders that meet ---- */

/* Index of the first border whose position is at least @at. */
static guint
lower_bound (const GArray *borders, gint32 at)
{
  guint low = 0, high = borders->len;
  while (low < high) {
    guint mid = (low + high) / 2;
    if (g_array_index (borders, JueBorder, mid).at < at)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

/* Group number (root) of each border: horizontal ones first, then vertical ones. */
static guint *
group_borders (const JueBorders *b)
{
  guint n = b->horizontal->len + b->vertical->len;
  guint *parent = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    parent[i] = i;
  for (guint i = 0; i < b->horizontal->len; i++) {
    const JueBorder *h = &g_array_index (b->horizontal, JueBorder, i);
    for (guint j = lower_bound (b->vertical, h->from - JUE_TUNE_MEET); j < b->vertical->len; j++) {
      const JueBorder *v = &g_array_index (b->vertical, JueBorder, j);
      if (v->at > h->to + JUE_TUNE_MEET)
        break;
      if (v->from <= h->at + JUE_TUNE_MEET && v->to >= h->at - JUE_TUNE_MEET)
        parent[jue_find_root (parent, b->horizontal->len + j)] = jue_find_root (parent, i);
    }
  }
  for (guint i = 0; i < n; i++)
    parent[i] = jue_find_root (parent, i);
  return parent;
}

/* ---- the lattice ---- */

/* Closed sides: right[r * cols + c] lies between (r,c) and (r,c+1), below[...] between (r,c) and (r+1,c). */
typedef struct {
  guint rows, cols;
  guint8 *right, *below;
} Sides;

/* Marks in @closed which of the stretches between @bounds the pieces of @p cover; @stride steps from one to the next. */
static void
close_sides (const JuePosition *p, const gint32 *bounds, guint n, guint8 *closed, guint stride)
{
  for (guint i = 0; i < n; i++) {
    gint32 covered = 0;
    for (guint k = 0; k < p->pieces->len; k++) {
      const JueBorder *b = &g_array_index (p->pieces, JueBorder, k);
      covered += MAX (0, MIN (b->to, bounds[i + 1]) - MAX (b->from, bounds[i]));
    }
    if ((gint64)covered * 100 >= (gint64)(bounds[i + 1] - bounds[i]) * JUE_TUNE_SIDE_COVER)
      closed[i * stride] = 1;
  }
}

static gint32 *
bounds_of (const GArray *positions)
{
  gint32 *out = g_new (gint32, positions->len);
  for (guint i = 0; i < positions->len; i++)
    out[i] = g_array_index (positions, JuePosition, i).at;
  return out;
}

static gboolean
open_to_right (const Sides *s, guint r, guint c)
{
  return c + 1 < s->cols && !s->right[r * s->cols + c];
}

/* Whether the strip of places (r, c .. c + width - 1) continues the strip above it. */
static gboolean
strip_continues (const Sides *s, const guint *owner, guint r, guint c, guint width)
{
  if (r >= s->rows)
    return FALSE;
  for (guint k = 0; k < width; k++) {
    if (owner[r * s->cols + c + k] != G_MAXUINT || s->below[(r - 1) * s->cols + c + k])
      return FALSE;
    if (k + 1 < width && !open_to_right (s, r, c + k))
      return FALSE;
  }
  return !open_to_right (s, r, c + width - 1) || c + width == s->cols || owner[r * s->cols + c + width] != G_MAXUINT;
}

static void
make_cell (JueGrid *grid, const Sides *s, guint r, guint c)
{
  guint width = 1, height = 1;
  while (open_to_right (s, r, c + width - 1) && grid->owner[r * s->cols + c + width] == G_MAXUINT)
    width++;
  while (strip_continues (s, grid->owner, r + height, c, width))
    height++;
  JueGridCell cell = { .row = r, .col = c, .row_span = height, .col_span = width, .text = "" };
  for (guint i = r; i < r + height; i++)
    for (guint k = c; k < c + width; k++)
      grid->owner[i * s->cols + k] = grid->cells->len;
  g_array_append_val (grid->cells, cell);
}

static void
make_cells (JueGrid *grid, const GArray *xs, const GArray *ys)
{
  gsize places = (gsize)grid->n_rows * grid->n_cols;
  Sides s = { grid->n_rows, grid->n_cols, g_new0 (guint8, places), g_new0 (guint8, places) };
  for (guint c = 1; c < grid->n_cols; c++)
    close_sides (&g_array_index (xs, JuePosition, c), grid->ys, grid->n_rows, s.right + c - 1, grid->n_cols);
  for (guint r = 1; r < grid->n_rows; r++)
    close_sides (&g_array_index (ys, JuePosition, r), grid->xs, grid->n_cols, s.below + (gsize)(r - 1) * grid->n_cols,
                 1);
  grid->owner = g_new (guint, places);
  memset (grid->owner, 0xFF, places * sizeof *grid->owner);
  for (guint r = 0; r < grid->n_rows; r++)
    for (guint c = 0; c < grid->n_cols; c++)
      if (grid->owner[r * grid->n_cols + c] == G_MAXUINT)
        make_cell (grid, &s, r, c);
  g_free (s.right);
  g_free (s.below);
}

static JueGrid *
grid_from_positions (GArray *xs, GArray *ys, guint page)
{
  gboolean top, bottom;
  jue_positions_merge_ragged (xs, JUE_TUNE_RAGGED);
  jue_positions_merge_ragged (ys, JUE_TUNE_RAGGED_ROW);
  if (xs->len == 0 || ys->len == 0)
    return NULL;
  jue_positions_add_implied (xs, ys, &top, &bottom);
  if (xs->len < 2 || ys->len < 2 || xs->len * ys->len < 6 || xs->len > JUE_TUNE_GRID_SIDE_MOST
      || ys->len > JUE_TUNE_GRID_SIDE_MOST || (guint64)xs->len * ys->len > JUE_TUNE_GRID_CELLS_MOST)
    return NULL;
  JueGrid *grid = g_new0 (JueGrid, 1);
  grid->page = page;
  grid->n_cols = xs->len - 1;
  grid->n_rows = ys->len - 1;
  grid->xs = bounds_of (xs);
  grid->ys = bounds_of (ys);
  grid->box = (JueBox){ grid->xs[0], grid->ys[0], grid->xs[grid->n_cols], grid->ys[grid->n_rows] };
  grid->top_drawn = !top;
  grid->bottom_drawn = !bottom;
  grid->cells = g_array_new (FALSE, FALSE, sizeof (JueGridCell));
  grid->strings = g_string_chunk_new (512);
  make_cells (grid, xs, ys);
  return grid;
}

static gint
by_top (gconstpointer a, gconstpointer b)
{
  const JueGrid *x = *(JueGrid *const *)a, *y = *(JueGrid *const *)b;
  if (x->box.y0 != y->box.y0)
    return x->box.y0 < y->box.y0 ? -1 : 1;
  return x->box.x0 < y->box.x0 ? -1 : x->box.x0 > y->box.x0;
}

static void
grid_free_cb (gpointer grid)
{
  jue_grid_free (grid);
}

GPtrArray *
jue_grids_find (const JueBorders *borders, guint page)
{
  GPtrArray *out = g_ptr_array_new_with_free_func (grid_free_cb);
  g_autofree guint *group = group_borders (borders);
  jue_grid_adopt_lone (borders, group);
  guint n_h = borders->horizontal->len, n = n_h + borders->vertical->len;
  for (guint g = 0; g < n; g++) {
    if (group[g] != g)
      continue;
    g_autoptr (GArray) ys = jue_positions_new (borders->horizontal, group, g);
    g_autoptr (GArray) xs = jue_positions_new (borders->vertical, group + n_h, g);
    JueGrid *grid = grid_from_positions (xs, ys, page);
    if (grid != NULL && (grid->cells->len < 2)) {
      jue_grid_free (grid);
      grid = NULL;
    }
    if (grid != NULL)
      g_ptr_array_add (out, grid);
  }
  jue_grids_sort (out);
  return out;
}

void
jue_grids_sort (GPtrArray *grids)
{
  g_ptr_array_sort (grids, by_top);
}

void
jue_grid_free (JueGrid *self)
{
  if (self == NULL)
    return;
  g_free (self->xs);
  g_free (self->ys);
  g_free (self->owner);
  g_array_unref (self->cells);
  g_string_chunk_free (self->strings);
  g_free (self);
}

JueGridCell *
jue_grid_cell_at (const JueGrid *self, guint row, guint col)
{
  return &g_array_index (self->cells, JueGridCell, self->owner[row * self->n_cols + col]);
}

/* Index i with bounds[i] <= v < bounds[i + 1]; the caller has checked the ends. */
static guint
stretch_of (const gint32 *bounds, guint n, gint32 v)
{
  guint low = 0, high = n;
  while (high - low > 1) {
    guint mid = (low + high) / 2;
    if (bounds[mid] <= v)
      low = mid;
    else
      high = mid;
  }
  return low;
}

gint
jue_grid_locate (const JueGrid *self, gint32 x, gint32 y)
{
  if (!jue_box_contains (&self->box, x, y))
    return -1;
  guint r = stretch_of (self->ys, self->n_rows, y), c = stretch_of (self->xs, self->n_cols, x);
  return (gint)self->owner[r * self->n_cols + c];
}

gboolean
jue_grid_has_text (const JueGrid *self, guint least)
{
  guint n = 0;
  for (guint i = 0; i < self->cells->len && n < least; i++)
    n += *g_array_index (self->cells, JueGridCell, i).text != '\0';
  return n >= least;
}

GPtrArray *
jue_grid_row_texts (const JueGrid *self, guint row)
{
  GPtrArray *out = g_ptr_array_new ();
  for (guint c = 0; c < self->n_cols;) {
    const JueGridCell *cell = jue_grid_cell_at (self, row, c);
    if (cell->row == row && *cell->text != '\0')
      g_ptr_array_add (out, (gpointer)cell->text);
    c = cell->col + cell->col_span;
  }
  return out;
}

static gint
by_place (gconstpointer a, gconstpointer b)
{
  const JueGridCell *x = a, *y = b;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->col < y->col ? -1 : x->col > y->col;
}

void
jue_grid_sort_cells (JueGrid *grid)
{
  g_array_sort (grid->cells, by_place);
  for (guint i = 0; i < grid->cells->len; i++) {
    const JueGridCell *cell = &g_array_index (grid->cells, JueGridCell, i);
    for (guint r = cell->row; r < cell->row + cell->row_span; r++)
      for (guint c = cell->col; c < cell->col + cell->col_span; c++)
        grid->owner[(gsize)r * grid->n_cols + c] = i;
  }
}
