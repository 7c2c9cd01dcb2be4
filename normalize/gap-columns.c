/* Columns without rules
 *
 * The text tells. The body's pieces are projected onto the x axis; what hardly any row covers is a gap:
 *
 *        2013201  行政运行          806.84    806.84
 *        20132    组织事务        1,540.21  1,540.21
 *        ███████  ████████        ████████  ████████       four columns
 *
 * The head adds columns that are empty in the body, and joins stretches that never occur in one row and have one head between them (a
 * dash in the middle of a column of numbers set flush right). A head over several columns changes nothing. The border itself lies where
 * the heads, set in the middle of their columns, put it; else in the middle of the gap. What is drawn goes before: gap-drawn.h.
 *
 * Gets wrong: columns that are empty in head and body, and names that reach into the next column in several rows.
 */
#include "normalize/gap-columns.h"

#include "normalize/gap-drawn.h"

#include <stdlib.h>

#include "normalize/tune.h"

/* A stretch of the x axis that one column's text covers.
 * @body: whether the body has text there; @heads, @middles: number of the head's pieces over it alone, the sum of their middles, and
 * @low: top of the lowest */
typedef struct {
  gint32 x0, x1;
  gboolean body;
  guint heads;
  gint64 middles;
  gint32 low;
} Stretch;

static gint
by_start (gconstpointer a, gconstpointer b)
{
  const Stretch *x = a, *y = b;
  return x->x0 < y->x0 ? -1 : x->x0 > y->x0;
}

static gboolean
is_inner (const JueGapRegion *region, gint32 x)
{
  return x > region->box.x0 + JUE_TUNE_MEET && x < region->box.x1 - JUE_TUNE_MEET;
}

/* ---- borders that the text shows ---- */

/* Stretches that more than @ignored body pieces cover. */
static GArray *
body_stretches (const JueTokens *tokens, gint32 head_end, guint ignored)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Stretch)); /* x0 = place, x1 = +1 or -1 */
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    if ((t->box.y0 + t->box.y1) / 2 <= head_end || t->total)
      continue;
    Stretch in = { .x0 = t->box.x0 * 2 + 1, .x1 = 1 }, out = { .x0 = t->box.x1 * 2, .x1 = -1 };
    g_array_append_val (events, in);
    g_array_append_val (events, out);
  }
  g_array_sort (events, by_start);
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  gint32 cover = 0, start = 0;
  for (guint i = 0; i < events->len; i++) {
    const Stretch *e = &g_array_index (events, Stretch, i);
    gboolean was = cover > (gint32)ignored;
    cover += e->x1;
    gboolean is = cover > (gint32)ignored;
    if (!was && is)
      start = e->x0 / 2;
    if (was && !is) {
      Stretch s = { .x0 = start, .x1 = e->x0 / 2, .body = TRUE };
      g_array_append_val (stretches, s);
    }
  }
  return stretches;
}

static gboolean
overlaps (const Stretch *s, const JueBox *box)
{
  return box->x0 < s->x1 && s->x0 < box->x1;
}

/* Whether some row of the body has text in both stretches. */
static gboolean
occur_together (const JueTokens *tokens, gint32 head_end, const Stretch *a, const Stretch *b)
{
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    if ((t->box.y0 + t->box.y1) / 2 <= head_end || !overlaps (a, &t->box))
      continue;
    for (guint k = 0; k < jue_tokens_length (tokens); k++) {
      const JueToken *u = jue_tokens_get (tokens, k);
      if (u != t && overlaps (b, &u->box)
          && MIN (t->box.y1, u->box.y1) - MAX (t->box.y0, u->box.y0) > (t->box.y1 - t->box.y0) / 2)
        return TRUE;
    }
  }
  return FALSE;
}

static void
join_stretches (GArray *stretches, guint i)
{
  Stretch *a = &g_array_index (stretches, Stretch, i), *b = a + 1;
  a->x0 = MIN (a->x0, b->x0);
  a->x1 = MAX (a->x1, b->x1);
  a->body |= b->body;
  a->heads += b->heads;
  a->middles += b->middles;
  a->low = MAX (a->low, b->low);
  g_array_remove_index (stretches, i + 1);
}

static void
add_head (Stretch *s, const JueToken *head)
{
  s->x0 = MIN (s->x0, head->box.x0);
  s->x1 = MAX (s->x1, head->box.x1);
  s->heads++;
  s->middles += (head->box.x0 + head->box.x1) / 2;
  s->low = MAX (s->low, head->box.y0);
}

/* Whether a piece of text stands beside @head over a stretch. */
static gboolean
stands_beside (const JueTokens *tokens, const Stretch *s, const JueToken *head)
{
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    if (t != head && overlaps (s, &t->box) && t->box.y0 < head->box.y1 && t->box.y1 > head->box.y0)
      return TRUE;
  }
  return FALSE;
}

/* Whether a short head stands above and in the middle of two columns beside each other, and heads both: 小计 above 预算数 │ 决算数. */
static gboolean
heads_both (const JueTokens *tokens, const Stretch *a, const Stretch *b, const JueToken *head)
{
  if (a->heads == 0 || b->heads == 0 || MIN (a->low, b->low) < head->box.y1
      || b->x0 - a->x1 >= 2 * (head->box.x1 - head->box.x0))
    return FALSE;
  return ABS (a->x1 + b->x0 - head->box.x0 - head->box.x1) <= 4 * JUE_TUNE_BORDER_APART
         && !stands_beside (tokens, a, head) && !stands_beside (tokens, b, head);
}

/* Takes a head's piece into account: it widens its column, makes a new one, or joins two that never occur in one row. */
static void
apply_head (GArray *stretches, const JueTokens *tokens, gint32 head_end, const JueToken *head)
{
  guint first = 0;
  while (first < stretches->len && g_array_index (stretches, Stretch, first).x1 <= head->box.x0)
    first++;
  guint end = first;
  while (end < stretches->len && g_array_index (stretches, Stretch, end).x0 < head->box.x1)
    end++;
  Stretch *next = first > 0 && first < stretches->len ? &g_array_index (stretches, Stretch, first) : NULL;
  if (end == first && next != NULL && heads_both (tokens, next - 1, next, head))
    return;
  if (end == first) {
    Stretch s = { .x0 = head->box.x0, .x1 = head->box.x1 };
    add_head (&s, head);
    g_array_insert_val (stretches, first, s);
  } else if (end == first + 1) {
    add_head (&g_array_index (stretches, Stretch, first), head);
  } else if (end == first + 2) {
    Stretch *a = &g_array_index (stretches, Stretch, first);
    if ((a->heads > 0 && a[1].heads > 0) || occur_together (tokens, head_end, a, a + 1))
      return;
    join_stretches (stretches, first);
    add_head (&g_array_index (stretches, Stretch, first), head);
  }
}

/* Body text without a head beside text it never shares a row with, or beside a head without body: one column, set flush. */
static void
join_headless (GArray *stretches, const JueTokens *tokens, gint32 head_end)
{
  for (guint i = 0; i < stretches->len; i++) {
    Stretch *s = &g_array_index (stretches, Stretch, i);
    if (s->heads > 0)
      continue;
    gboolean left = i > 0 && !occur_together (tokens, head_end, s, s - 1);
    gboolean right = i + 1 < stretches->len && !occur_together (tokens, head_end, s, s + 1);
    if (left && right) {
      left = s->x0 - s[-1].x1 <= s[1].x0 - s->x1;
      right = !left;
    }
    if (left || right) {
      i = left ? i - 1 : i;
      join_stretches (stretches, i);
    }
  }
}

static gint
by_line_and_width (gconstpointer a, gconstpointer b)
{
  const JueToken *const *x = a, *const *y = b;
  gint32 line_x = ((*x)->box.y0 + (*x)->box.y1) / 2 / JUE_TUNE_BORDER_DRIFT,
         line_y = ((*y)->box.y0 + (*y)->box.y1) / 2 / JUE_TUNE_BORDER_DRIFT;
  gint32 p = (*x)->box.x1 - (*x)->box.x0, q = (*y)->box.x1 - (*y)->box.x0;
  return line_x != line_y ? (line_x > line_y ? -1 : 1) : p < q ? -1 : p > q;
}

/* The head's pieces, from the lowest line up, for those above may stand over several columns; in a line the narrowest first: column
 * numbers and short heads fix a column before a wide one could bridge two. */
static void
apply_heads (GArray *stretches, const JueGapRegion *region, const JueTokens *tokens, gint32 head_end)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  for (guint i = 0; i < jue_tokens_length (tokens); i++)
    if ((jue_tokens_get (tokens, i)->box.y0 + jue_tokens_get (tokens, i)->box.y1) / 2 <= head_end)
      g_ptr_array_add (heads, (gpointer)jue_tokens_get (tokens, i));
  g_ptr_array_sort (heads, by_line_and_width);
  for (guint i = 0; i < heads->len; i++) {
    const JueToken *head = g_ptr_array_index (heads, i);
    gint32 middle = (head->box.y0 + head->box.y1) / 2;
    /* Heads over several columns stand in the upper part and say nothing of the columns. */
    if ((gint64)(middle - region->box.y0) * 100 >= (gint64)(head_end - region->box.y0) * JUE_TUNE_GAP_UPPER
        && !head->heads_ordinals)
      apply_head (stretches, tokens, head_end, head);
  }
}

/* Heads mostly stand in the middle of their columns: a column's left border and middle give its right one. */
static gint32
border_by_middle (const Stretch *s, gint32 left)
{
  return s->heads > 0 ? (gint32)(2 * s->middles / s->heads) - left : 0;
}

/* The border between two stretches: where the heads' middles put it, seen from the left or from the right, if that lies in the gap;
 * else the gap's middle. */
static GArray *
borders_between (const JueGapRegion *region, const GArray *stretches)
{
  guint n = stretches->len;
  GArray *out = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree gint32 *from_right = g_new0 (gint32, n + 1);
  gint32 right = region->box.x1;
  for (guint i = n; i > 1; i--) {
    const Stretch *a = &g_array_index (stretches, Stretch, i - 2), *b = a + 1;
    gint32 x = border_by_middle (b, right);
    gboolean fits = x >= a->x1 - JUE_TUNE_BORDER_APART && x <= b->x0 + JUE_TUNE_BORDER_APART;
    from_right[i - 1] = fits ? x : 0;
    right = fits ? x : (a->x1 + b->x0) / 2;
  }
  gint32 left = region->box.x0;
  for (guint i = 0; i + 1 < n; i++) {
    const Stretch *a = &g_array_index (stretches, Stretch, i), *b = a + 1;
    gint32 x = border_by_middle (a, left);
    gboolean fits = x >= a->x1 - JUE_TUNE_BORDER_APART && x <= b->x0 + JUE_TUNE_BORDER_APART;
    left = fits ? x : from_right[i + 1] != 0 ? from_right[i + 1] : (a->x1 + b->x0) / 2;
    if (is_inner (region, left))
      g_array_append_val (out, left);
  }
  return out;
}

static GArray *
text_borders (const JueGapRegion *region, const JueTokens *tokens, gint32 head_end)
{
  guint lines = jue_gap_count_lines (tokens, head_end);
  g_autoptr (GArray) stretches = body_stretches (tokens, head_end, lines / 25);
  if (head_end > region->box.y0) {
    apply_heads (stretches, region, tokens, head_end);
    join_headless (stretches, tokens, head_end);
  }
  return borders_between (region, stretches);
}

GArray *
jue_gap_columns_find (const JueView *view, const JueGapRegion *region, const JueTokens *tokens, gint32 head_end)
{
  GArray *xs = jue_gap_drawn_correct (view, region, tokens, head_end, text_borders (region, tokens, head_end));
  g_array_prepend_val (xs, region->box.x0);
  g_array_append_val (xs, region->box.x1);
  return xs;
}
