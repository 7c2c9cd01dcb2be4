/* Positions of column and row borders: where pieces of lines lie one below the other, and where an outer one is only implied. */
#include "normalize/grid-position.h"

#include "normalize/tune.h"

static void
position_clear (gpointer data)
{
  g_array_unref (((JuePosition *)data)->pieces);
}

GArray *
jue_positions_new (const GArray *borders, const guint *group, guint wanted)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (JuePosition));
  g_array_set_clear_func (out, position_clear);
  for (guint i = 0; i < borders->len; i++) {
    const JueBorder *b = &g_array_index (borders, JueBorder, i);
    if (group[i] != wanted)
      continue;
    JuePosition *last = out->len > 0 ? &g_array_index (out, JuePosition, out->len - 1) : NULL;
    if (last == NULL || last->at != b->at) {
      JuePosition fresh = { b->at, 0, g_array_new (FALSE, FALSE, sizeof (JueBorder)) };
      g_array_append_val (out, fresh);
      last = &g_array_index (out, JuePosition, out->len - 1);
    }
    last->length += b->to - b->from;
    g_array_append_val (last->pieces, *b);
  }
  return out;
}

static gboolean
run_side_by_side (const JuePosition *a, const JuePosition *b)
{
  for (guint i = 0; i < a->pieces->len; i++)
    for (guint j = 0; j < b->pieces->len; j++) {
      const JueBorder *p = &g_array_index (a->pieces, JueBorder, i), *q = &g_array_index (b->pieces, JueBorder, j);
      if (MIN (p->to, q->to) - MAX (p->from, q->from) > JUE_TUNE_MEET)
        return TRUE;
    }
  return FALSE;
}

/* Makes one of neighbouring positions that never run side by side, or that leave no room for text between them. */
void
jue_positions_merge_ragged (GArray *positions, gint32 reach)
{
  for (guint i = 0; i + 1 < positions->len;) {
    JuePosition *a = &g_array_index (positions, JuePosition, i), *b = a + 1;
    if (b->at - a->at > JUE_TUNE_NARROW && (b->at - a->at > reach || run_side_by_side (a, b))) {
      i++;
      continue;
    }
    a->at = a->length >= b->length ? a->at : b->at;
    a->length += b->length;
    g_array_append_vals (a->pieces, b->pieces->data, b->pieces->len);
    g_array_remove_index (positions, i + 1);
  }
}

typedef struct {
  gint32 low, high;            /* ends of the lines that overhang furthest */
  guint n_low, n_high;         /* how many end there */
  guint outer_low, outer_high; /* how many of the first and the last of them do */
  gint32 from, to;             /* positions of the outermost lines */
} Overhang;

/* Ends of all pieces at one position. */
static void
ends_of (const JuePosition *p, gint32 *low, gint32 *high)
{
  *low = G_MAXINT32;
  *high = G_MININT32;
  for (guint k = 0; k < p->pieces->len; k++) {
    *low = MIN (*low, g_array_index (p->pieces, JueBorder, k).from);
    *high = MAX (*high, g_array_index (p->pieces, JueBorder, k).to);
  }
}

/* How far the lines of @across reach beyond the first and last of @along. */
static Overhang
measure_overhang (const GArray *along, const GArray *across)
{
  gint32 first = g_array_index (along, JuePosition, 0).at, last = g_array_index (along, JuePosition, along->len - 1).at,
         low, high;
  Overhang o = { first - JUE_TUNE_OVERHANG, last + JUE_TUNE_OVERHANG, 0, 0, 0, 0, 0, 0 };
  for (guint i = 0; i < across->len; i++) {
    ends_of (&g_array_index (across, JuePosition, i), &low, &high);
    o.low = MIN (o.low, low);
    o.high = MAX (o.high, high);
  }
  for (guint i = 0; i < across->len; i++) {
    gboolean outer = i == 0 || i + 1 == across->len;
    ends_of (&g_array_index (across, JuePosition, i), &low, &high);
    gboolean at_low = low < first - JUE_TUNE_OVERHANG && low <= o.low + JUE_TUNE_MEET;
    gboolean at_high = high > last + JUE_TUNE_OVERHANG && high >= o.high - JUE_TUNE_MEET;
    o.n_low += at_low;
    o.n_high += at_high;
    o.outer_low += at_low && outer;
    o.outer_high += at_high && outer;
  }
  o.from = g_array_index (across, JuePosition, 0).at;
  o.to = g_array_index (across, JuePosition, across->len - 1).at;
  return o;
}

static JuePosition
implied (gint32 at, gint32 from, gint32 to)
{
  JuePosition p = { at, to - from, g_array_new (FALSE, FALSE, sizeof (JueBorder)) };
  JueBorder piece = { at, from, to };
  g_array_append_val (p.pieces, piece);
  return p;
}

/* Whether an outer border is implied where the crossing lines that go on beyond the last one end together: the outermost two; one of
 * these and two more, or half of all (beside a merged cell, the others begin only behind it); or, where the crossing direction
 * has no outer borders either, any of them: 本年收入 │ 本年支出. */
static gboolean
is_implied (guint n, guint outermost, guint n_across, gboolean open)
{
  return open ? n >= 1 : n >= 2 && (outermost == 2 || (outermost == 1 && n > 2) || n * 2 >= n_across);
}

static void
add_implied (GArray *positions, gboolean low, gboolean high, const Overhang *o, gint32 from, gint32 to)
{
  if (high) {
    JuePosition p = implied (o->high, from, to);
    g_array_append_val (positions, p);
  }
  if (low) {
    JuePosition p = implied (o->low, from, to);
    g_array_prepend_val (positions, p);
  }
}

void
jue_positions_add_implied (GArray *xs, GArray *ys, gboolean *top_added, gboolean *bottom_added)
{
  Overhang h = measure_overhang (xs, ys), v = measure_overhang (ys, xs);
  gboolean left = is_implied (h.n_low, h.outer_low, ys->len, FALSE),
           right = is_implied (h.n_high, h.outer_high, ys->len, FALSE);
  gboolean open = left && right && ys->len >= JUE_TUNE_IMPLYING_LINES;
  *top_added = is_implied (v.n_low, v.outer_low, xs->len, open);
  *bottom_added = is_implied (v.n_high, v.outer_high, xs->len, open);
  open = *top_added && *bottom_added && xs->len >= JUE_TUNE_IMPLYING_LINES;
  left = left || is_implied (h.n_low, h.outer_low, ys->len, open);
  right = right || is_implied (h.n_high, h.outer_high, ys->len, open);
  /* The outermost lines that are drawn, or those implied in their stead. */
  gint32 y0 = *top_added ? v.low : h.from, y1 = *bottom_added ? v.high : h.to;
  gint32 x0 = left ? h.low : v.from, x1 = right ? h.high : v.to;
  add_implied (xs, left, right, &h, y0, y1);
  add_implied (ys, *top_added, *bottom_added, &v, x0, x1);
}
