/* Columns of a table over several pages
 *
 * The parts of a table mostly have the same columns, perhaps shifted or scaled (portrait and landscape). Then the n-th column of
 * one is the n-th of the other. But a column border that only some rows use may be missing on a page: forms made of blocks with
 * grids of their own. Then the borders of all parts are laid over each other, outer border on outer border, and those that lie
 * together are one:
 *
 *     page 1   │    │    │         │
 *     page 2   │         │    │    │
 *     whole    │    │    │    │    │
 */
#include "normalize/columns-match.h"

#include <stdlib.h>

#include "normalize/tune.h"

typedef struct {
  gint32 x; /* in the first part's frame */
  guint part, border;
} Edge;

static gint
by_x (gconstpointer a, gconstpointer b)
{
  const Edge *p = a, *q = b;
  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->part < q->part ? -1 : p->part > q->part;
}

gboolean
jue_columns_lack_left (const JueGrid *first, const JueGrid *part)
{
  guint k = 0, lacking = first->n_cols - MIN (part->n_cols, first->n_cols);
  if (part->n_cols >= first->n_cols || part->n_cols < JUE_TUNE_JOIN_LACKING_LEAST || lacking > part->n_cols)
    return FALSE;
  if (ABS (part->box.x1 - first->box.x1) > JUE_TUNE_JOIN_SAME || part->box.x0 - first->box.x0 <= JUE_TUNE_JOIN_OUTER)
    return FALSE;
  for (guint i = 0; i <= part->n_cols; i++) {
    while (k <= first->n_cols && first->xs[k] < part->xs[i] - JUE_TUNE_JOIN_SAME)
      k++;
    if (k > first->n_cols || first->xs[k] > part->xs[i] + JUE_TUNE_JOIN_SAME)
      return FALSE;
  }
  return TRUE;
}

/* The part's borders, moved and scaled so that its outer borders lie on those of the first part. */
static gint32
in_frame (const JueGrid *first, const JueGrid *part, guint border)
{
  if (jue_columns_lack_left (first, part))
    return part->xs[border];
  gint64 width = first->box.x1 - first->box.x0, own = part->box.x1 - part->box.x0;
  return first->box.x0 + (gint32)((gint64)(part->xs[border] - part->box.x0) * width / MAX (own, 1));
}

/* Whether all parts have the same number of columns at about the same places. */
static gboolean
all_alike (const GPtrArray *parts)
{
  const JueGrid *first = g_ptr_array_index (parts, 0);
  gint32 reach = MAX (3 * JUE_TUNE_JOIN_COLUMN, (first->box.x1 - first->box.x0) / 30);
  for (guint p = 1; p < parts->len; p++) {
    const JueGrid *part = g_ptr_array_index (parts, p);
    if (part->n_cols != first->n_cols)
      return FALSE;
    for (guint i = 0; i <= part->n_cols; i++)
      if (ABS (in_frame (first, part, i) - first->xs[i]) > reach)
        return FALSE;
  }
  return TRUE;
}

static GArray *
all_edges (const GPtrArray *parts)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  const JueGrid *first = g_ptr_array_index (parts, 0);
  for (guint p = 0; p < parts->len; p++) {
    const JueGrid *part = g_ptr_array_index (parts, p);
    for (guint i = 0; i <= part->n_cols; i++) {
      Edge e = { in_frame (first, part, i), p, i };
      g_array_append_val (edges, e);
    }
  }
  g_array_sort (edges, by_x);
  return edges;
}

static GArray *
borders_of (const JueColumnMap *self, guint part)
{
  return g_ptr_array_index (self->borders, part);
}

static void
match_by_number (JueColumnMap *self, const GPtrArray *parts)
{
  self->n_cols = ((const JueGrid *)g_ptr_array_index (parts, 0))->n_cols;
  for (guint p = 0; p < parts->len; p++)
    for (guint i = 0; i <= self->n_cols; i++)
      g_array_append_val (borders_of (self, p), i);
}

/* Gathers edges that lie together; a part never has two edges in one place. */
static void
match_by_place (JueColumnMap *self, const GPtrArray *parts)
{
  g_autoptr (GArray) edges = all_edges (parts);
  guint place = 0;
  gint32 start = g_array_index (edges, Edge, 0).x;
  for (guint i = 0; i < edges->len; i++) {
    const Edge *e = &g_array_index (edges, Edge, i);
    GArray *own = borders_of (self, e->part);
    gboolean taken = own->len > 0 && g_array_index (own, guint, own->len - 1) == place;
    if (i > 0 && (taken || e->x - start > JUE_TUNE_JOIN_COLUMN)) {
      place++;
      start = e->x;
    }
    g_array_append_val (own, place);
  }
  self->n_cols = place;
}

JueColumnMap *
jue_column_map_new (const JueTable *table)
{
  JueColumnMap *self = g_new0 (JueColumnMap, 1);
  self->borders = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint p = 0; p < table->parts->len; p++)
    g_ptr_array_add (self->borders, g_array_new (FALSE, FALSE, sizeof (guint)));
  if (all_alike (table->parts))
    match_by_number (self, table->parts);
  else
    match_by_place (self, table->parts);
  return self;
}

void
jue_column_map_free (JueColumnMap *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->borders);
  g_free (self);
}
