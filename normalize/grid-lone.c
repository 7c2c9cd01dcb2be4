/* Borders that nothing meets
 *
 *     │   │          ├──────────┼─────┤      A label that is merged over all rows of a page leaves no line that meets the border
 *     │   │ 产出指标 │ 培训人数 │ 20  │      on its left, where the page break itself is not drawn. Such borders run as far as
 *     │   │          ├──────────┼─────┤      the table does, and stand beside it.
 *
 * Gets wrong: a line drawn beside a table from its top to its bottom that is no border of it.
 */
#include "normalize/grid-lone.h"

#include "normalize/tune.h"

/* What is known of a group: how many borders it has of each kind, and its extent. */
typedef struct {
  guint horizontal, vertical;
  gint32 x0, x1, y0, y1;
} Extent;

static void
widen (gint32 *low, gint32 *high, gint32 from, gint32 to)
{
  *low = MIN (*low, from);
  *high = MAX (*high, to);
}

static Extent *
measure (const JueBorders *b, const guint *group)
{
  guint n = b->horizontal->len + b->vertical->len;
  Extent *out = g_new0 (Extent, n + 1);
  for (guint i = 0; i < n; i++)
    out[i] = (Extent){ 0, 0, G_MAXINT32, G_MININT32, G_MAXINT32, G_MININT32 };
  for (guint i = 0; i < b->horizontal->len; i++)
    out[group[i]].horizontal++;
  for (guint j = 0; j < b->vertical->len; j++) {
    const JueBorder *v = &g_array_index (b->vertical, JueBorder, j);
    Extent *e = &out[group[b->horizontal->len + j]];
    e->vertical++;
    widen (&e->x0, &e->x1, v->at, v->at);
    widen (&e->y0, &e->y1, v->from, v->to);
  }
  return out;
}

static gboolean
runs_beside (const JueBorder *v, const Extent *e)
{
  if (ABS (v->from - e->y0) > JUE_TUNE_RAGGED_ROW || ABS (v->to - e->y1) > JUE_TUNE_RAGGED_ROW)
    return FALSE;
  gint32 away = v->at < e->x0 ? e->x0 - v->at : v->at - e->x1;
  return away > JUE_TUNE_NARROW && away <= (e->x1 - e->x0) / 2;
}

/* The first table that the border runs beside; G_MAXUINT if there is none. */
static guint
find_table (const JueBorder *v, const Extent *extents, const GArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    if (runs_beside (v, &extents[g_array_index (tables, guint, i)]))
      return g_array_index (tables, guint, i);
  return G_MAXUINT;
}

void
jue_grid_adopt_lone (const JueBorders *borders, guint *group)
{
  guint n_h = borders->horizontal->len, n = n_h + borders->vertical->len;
  g_autofree Extent *extents = measure (borders, group);
  g_autoptr (GArray) tables = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint g = 0; g < n && tables->len < JUE_TUNE_LONE_TABLES; g++)
    if (extents[g].horizontal >= 2 && extents[g].vertical >= 2)
      g_array_append_val (tables, g);
  for (guint j = 0; tables->len > 0 && j < borders->vertical->len; j++) {
    const Extent *own = &extents[group[n_h + j]];
    const JueBorder *v = &g_array_index (borders->vertical, JueBorder, j);
    guint table = own->horizontal == 0 && own->vertical == 1 ? find_table (v, extents, tables) : G_MAXUINT;
    if (table != G_MAXUINT)
      group[n_h + j] = table;
  }
}
