/* Columns of performance forms with rules across only
 *
 * Those of the indicator matrix come first: gaps in its text, and ends of rules that stop at merged cells. Labels and values above and
 * below it mostly share them; where two of those stand in one column all the same, the fewest borders are added that part them all.
 */
#include "normalize/gap-form.h"

#include <stdlib.h>

#include "extract/compare.h"
#include "normalize/gap-columns.h"
#include "normalize/gap-drawn.h"
#include "normalize/tune.h"

/* Rules across, shorter ones included, that such a form has at least, and heads of levels (一级指标, 二级指标). */
#define RULES_LEAST 4
#define LEVELS_LEAST 2
/* Pieces outside the matrix that stand at least this far apart are cells of their own. */
#define GAP_LEAST 900

gboolean
jue_gap_form_is (const JueGapRegion *region, const JueTokens *tokens)
{
  guint levels = 0;
  for (guint i = 0; i < jue_tokens_length (tokens); i++)
    levels += jue_tokens_get (tokens, i)->level;
  return levels >= LEVELS_LEAST && region->rules->len + region->parts->len >= RULES_LEAST && region->above == NULL;
}

/* Sorts values, and keeps one of those that lie within @apart. */
static void
make_distinct (GArray *values, gint32 apart)
{
  guint n = 0;
  g_array_sort (values, jue_compare_numbers);
  for (guint i = 0; i < values->len; i++) {
    gint32 v = g_array_index (values, gint32, i);
    if (n == 0 || v - g_array_index (values, gint32, n - 1) > apart)
      g_array_index (values, gint32, n++) = v;
  }
  g_array_set_size (values, n);
}

GArray *
jue_gap_form_rows (const JueGapRegion *region)
{
  GArray *ys = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_array_append_vals (ys, region->rules->data, region->rules->len);
  for (guint i = 0; i < region->parts->len; i++)
    g_array_append_val (ys, g_array_index (region->parts, JueBorder, i).at);
  g_array_append_val (ys, region->box.y0);
  g_array_append_val (ys, region->box.y1);
  make_distinct (ys, JUE_TUNE_BORDER_DRIFT);
  return ys;
}

static gint
by_start (gconstpointer a, gconstpointer b)
{
  return jue_compare_numbers (&((const JueGapPiece *)a)->x0, &((const JueGapPiece *)b)->x0);
}

GArray *
jue_gap_pieces_in (const JueTokens *tokens, JueBox area)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (JueGapPiece));
  GArray *out = g_array_new (FALSE, FALSE, sizeof (JueGapPiece));
  gint32 size = 0;
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueBox *b = &jue_tokens_get (tokens, i)->box;
    JueGapPiece p = { b->x0, b->x1 };
    if (!jue_box_contains (&area, (b->x0 + b->x1) / 2, (b->y0 + b->y1) / 2))
      continue;
    g_array_append_val (all, p);
    size = MAX (size, b->y1 - b->y0);
  }
  g_array_sort (all, by_start);
  for (guint i = 0; i < all->len; i++) {
    JueGapPiece p = g_array_index (all, JueGapPiece, i),
                *last = out->len > 0 ? &g_array_index (out, JueGapPiece, out->len - 1) : NULL;
    if (last != NULL && (gint64)(p.x0 - last->x1) * 100 < (gint64)size * JUE_TUNE_GAP_RUN)
      last->x1 = MAX (last->x1, p.x1);
    else
      g_array_append_val (out, p);
  }
  return out;
}

static gint32
middle_y (const JueToken *t)
{
  return (t->box.y0 + t->box.y1) / 2;
}

/* Upper and lower end of the matrix: the full rules around it; it ends above its sums. */
static void
find_matrix (const JueGapRegion *region, const JueTokens *tokens, gint32 *top, gint32 *bottom)
{
  gint32 head = G_MAXINT32, sum = G_MAXINT32;
  for (guint i = 0; i < jue_tokens_length (tokens); i++)
    if (jue_tokens_get (tokens, i)->level)
      head = MIN (head, middle_y (jue_tokens_get (tokens, i)));
  for (guint i = 0; i < jue_tokens_length (tokens); i++)
    if (jue_tokens_get (tokens, i)->sums && middle_y (jue_tokens_get (tokens, i)) > head)
      sum = MIN (sum, middle_y (jue_tokens_get (tokens, i)));
  *top = region->box.y0;
  *bottom = region->box.y1;
  for (guint i = 0; i < region->rules->len; i++) {
    gint32 y = g_array_index (region->rules, gint32, i);
    *top = y <= head ? MAX (*top, y) : *top;
    if (sum != G_MAXINT32 && y > head && y < sum)
      *bottom = *bottom == region->box.y1 ? y : MAX (*bottom, y);
  }
}

/* Where the matrix's head ends: the first rule below it over more than half of the width. */
static gint32
matrix_head_end (const JueGapRegion *region, const JueTokens *tokens, gint32 top, gint32 bottom)
{
  gint32 level = top, end = bottom;
  for (guint i = 0; i < jue_tokens_length (tokens); i++)
    if (jue_tokens_get (tokens, i)->level)
      level = MAX (level, middle_y (jue_tokens_get (tokens, i)));
  for (guint i = 0; i < region->rules->len; i++)
    if (g_array_index (region->rules, gint32, i) > level)
      end = MIN (end, g_array_index (region->rules, gint32, i));
  for (guint i = 0; i < region->parts->len; i++) {
    const JueBorder *b = &g_array_index (region->parts, JueBorder, i);
    if (b->at > level && (b->to - b->from) * 2 > region->box.x1 - region->box.x0)
      end = MIN (end, b->at);
  }
  return end;
}

/* Ends of shorter rules become borders, in the place of those the text shows in the same gap. */
static void
add_rule_ends (GArray *xs, const JueGapRegion *region, const JueTokens *tokens)
{
  for (guint i = 0; i < 2 * region->parts->len; i++) {
    const JueBorder *b = &g_array_index (region->parts, JueBorder, i / 2);
    gint32 x = i % 2 == 0 ? b->from : b->to, *near = NULL;
    for (guint c = 0; c < xs->len; c++) {
      gint32 *other = &g_array_index (xs, gint32, c);
      gboolean same_gap =
          ABS (*other - x) <= JUE_TUNE_OVERHANG || !jue_gap_text_between (tokens, region->box.y0, x, *other);
      if (same_gap && (near == NULL || ABS (*other - x) < ABS (*near - x)))
        near = other;
    }
    if (near == NULL)
      g_array_append_val (xs, x);
    else if (near != &g_array_index (xs, gint32, 0) && *near < region->box.x1)
      *near = x;
    g_array_sort (xs, jue_compare_numbers);
  }
  make_distinct (xs, JUE_TUNE_NARROW);
}

/* Gaps between pieces outside the matrix that no border divides. */
static GArray *
undivided_gaps (const JueGapRegion *region, const JueTokens *tokens, const GArray *xs, gint32 top, gint32 bottom)
{
  g_autoptr (GArray) ys = jue_gap_form_rows (region);
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (JueGapPiece));
  for (guint r = 0; r + 1 < ys->len; r++) {
    JueBox band = { region->box.x0, g_array_index (ys, gint32, r), region->box.x1, g_array_index (ys, gint32, r + 1) };
    if (band.y1 > top + JUE_TUNE_BORDER_DRIFT && band.y0 < bottom - JUE_TUNE_BORDER_DRIFT)
      continue;
    g_autoptr (GArray) pieces = jue_gap_pieces_in (tokens, band);
    for (guint i = 0; i + 1 < pieces->len; i++) {
      const JueGapPiece *p = &g_array_index (pieces, JueGapPiece, i);
      JueGapPiece gap = { p->x1, p[1].x0 };
      gboolean divided = gap.x1 - gap.x0 < GAP_LEAST;
      for (guint c = 0; c < xs->len && !divided; c++)
        divided = g_array_index (xs, gint32, c) > gap.x0 - JUE_TUNE_MEET
                  && g_array_index (xs, gint32, c) < gap.x1 + JUE_TUNE_MEET;
      if (!divided)
        g_array_append_val (gaps, gap);
    }
  }
  return gaps;
}

static gint
by_end (gconstpointer a, gconstpointer b)
{
  return jue_compare_numbers (&((const JueGapPiece *)a)->x1, &((const JueGapPiece *)b)->x1);
}

/* The fewest borders that divide all of the gaps, each in the middle of what the gaps it divides have in common. */
static void
divide_gaps (GArray *xs, GArray *gaps)
{
  g_array_sort (gaps, by_end);
  for (guint i = 0; i < gaps->len;) {
    JueGapPiece common = g_array_index (gaps, JueGapPiece, i);
    guint k = i + 1;
    for (; k < gaps->len && g_array_index (gaps, JueGapPiece, k).x0 < common.x1; k++)
      common.x0 = MAX (common.x0, g_array_index (gaps, JueGapPiece, k).x0);
    gint32 x = (common.x0 + common.x1) / 2;
    g_array_append_val (xs, x);
    i = k;
  }
  g_array_sort (xs, jue_compare_numbers);
}

GArray *
jue_gap_form_columns (const JueView *view, const JueGapRegion *region, const JueTokens *tokens)
{
  gint32 top, bottom;
  find_matrix (region, tokens, &top, &bottom);
  JueGapRegion matrix = *region;
  matrix.box.y0 = top;
  matrix.box.y1 = bottom;
  JueTokens inside = { g_array_new (FALSE, FALSE, sizeof (JueToken)), NULL };
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    if (middle_y (t) > top && middle_y (t) < bottom)
      g_array_append_val (inside.items, *t);
  }
  GArray *xs = jue_gap_columns_find (view, &matrix, &inside, matrix_head_end (region, tokens, top, bottom));
  add_rule_ends (xs, region, &inside);
  g_array_unref (inside.items);
  g_autoptr (GArray) gaps = undivided_gaps (region, tokens, xs, top, bottom);
  divide_gaps (xs, gaps);
  return xs;
}
