/* Rows without rules
 *
 * Where every row ends at a rule, the rules are the rows. Otherwise lines of text have to tell:
 *   1. pieces that share some of their height stand in one row, also by way of others: an amount beside a name of two lines
 *      shares some with both of them;
 *
 *          机关事业单位基本养老
 *                                 99.42        one row
 *          保险缴费支出
 *
 *   2. a line without figures that stands much closer to its neighbour than rows usually do belongs to that neighbour's row;
 *   3. so does one that goes on with names that filled their columns above, set flush with them, if no lines stand closer.
 */
#include "normalize/gap-rows.h"

#include <stdlib.h>

#include "extract/compare.h"
#include "normalize/tune.h"

typedef struct {
  gint32 y0, y1;
  gboolean figures;
  guint tokens;
} Cluster;

static gint32
rule_at (const JueGapRegion *region, guint i)
{
  return g_array_index (region->rules, gint32, i);
}

/* Top of the first piece that can only be body; the region's bottom if there is none. */
static gint32
first_body (const JueGapRegion *region, const JueTokens *tokens)
{
  gint32 first = region->box.y1;
  for (guint i = 0; i < jue_tokens_length (tokens); i++)
    if (jue_tokens_get (tokens, i)->body)
      first = MIN (first, jue_tokens_get (tokens, i)->box.y0);
  return first;
}

/* Bottom of the last piece above @y, and whether its line is head: of the words in it, half are known as heads. */
static gint32
line_above (const JueTokens *tokens, gint32 y, gboolean *head)
{
  gint32 bottom = G_MININT32, top = 0;
  guint words = 0, heads = 0;
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    if (t->box.y1 <= y + (t->box.y1 - t->box.y0) / 4 && t->box.y1 > bottom) {
      bottom = t->box.y1;
      top = t->box.y0;
    }
  }
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    if (t->box.y1 <= bottom && t->box.y1 > top) {
      words += !t->figure;
      heads += t->head;
    }
  }
  *head = words > 0 && heads * 2 >= words;
  return bottom;
}

/* Number of pieces between two heights; the last one met is written to @last. */
static guint
pieces_between (const JueTokens *tokens, gint32 from, gint32 to, const JueToken **last)
{
  guint n = 0;
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    gint32 middle = (t->box.y0 + t->box.y1) / 2;
    if (middle > from && middle <= to) {
      n++;
      *last = t;
    }
  }
  return n;
}

/* Bands above @end that hold but one piece, an unknown name flush left, below a band of several pieces, are body: the name of a
 * group of rows. Returns the head's end above them. */
static gint32
without_group_names (const JueGapRegion *region, const JueTokens *tokens, gint32 end)
{
  for (guint i = region->rules->len; i > 2; i--) {
    const JueToken *name = NULL, *other = NULL;
    gint32 to = rule_at (region, i - 1), from = rule_at (region, i - 2);
    if (to != end)
      continue;
    if (pieces_between (tokens, from, to, &name) != 1 || name->head || name->heads_ordinals
        || name->box.x0 > region->box.x0 + (region->box.x1 - region->box.x0) / 8
        || pieces_between (tokens, rule_at (region, i - 3), from, &other) < 2)
      break;
    end = from;
  }
  return end;
}

static gboolean
has_head (const JueTokens *tokens, gint32 from, gint32 to)
{
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    gint32 middle = (t->box.y0 + t->box.y1) / 2;
    if (middle > from && middle <= to && (t->head || t->heads_ordinals))
      return TRUE;
  }
  return FALSE;
}

/* Where nothing can only be body: all but the last row, or the rows from the top on that hold known heads. */
static gint32
end_of_heads (const JueGapRegion *region, const JueTokens *tokens)
{
  guint end = 1, last = MAX (region->rules->len - 2, 1);
  while (end < last && has_head (tokens, rule_at (region, end), rule_at (region, end + 1)))
    end++;
  return rule_at (region, end);
}

/* Bands above @end without any text are body: the empty rows of an empty form. Returns the head's end above them. */
static gint32
without_empty_bands (const JueGapRegion *region, const JueTokens *tokens, gint32 end)
{
  const JueToken *any = NULL;
  for (guint i = region->rules->len; i > 2; i--)
    if (rule_at (region, i - 1) == end && pieces_between (tokens, rule_at (region, i - 2), end, &any) == 0)
      end = rule_at (region, i - 2);
  return end;
}

/* Where the body has no figures, as in an empty form, and no rules tell: below the lowest line above @first that is head. */
static gint32
end_of_head_lines (const JueTokens *tokens, gint32 first)
{
  gint32 below = first;
  gboolean head;
  for (gint32 bottom = line_above (tokens, first, &head); bottom != G_MININT32;
       bottom = line_above (tokens, below, &head)) {
    gint32 before = below;
    if (head)
      return (bottom + below) / 2;
    for (guint i = 0; i < jue_tokens_length (tokens); i++)
      if (jue_tokens_get (tokens, i)->box.y1 == bottom)
        below = MIN (below, jue_tokens_get (tokens, i)->box.y0);
    if (below == before) /* text without height */
      break;
  }
  return G_MININT32;
}

/* Halfway between a head's last line and the body's first, but close to the head if rows between them are left empty. */
static gint32
between (const JueTokens *tokens, gint32 above, gint32 first)
{
  gint32 height = 0;
  for (guint i = 0; i < jue_tokens_length (tokens); i++)
    if (jue_tokens_get (tokens, i)->box.y1 == above)
      height = jue_tokens_get (tokens, i)->box.y1 - jue_tokens_get (tokens, i)->box.y0;
  return above + MIN (MAX (first - above, 0) / 2, height * 2);
}

static gboolean
has_figures (const JueTokens *tokens, gint32 from)
{
  for (guint i = 0; i < jue_tokens_length (tokens); i++)
    if (jue_tokens_get (tokens, i)->figure && jue_tokens_get (tokens, i)->box.y0 >= from)
      return TRUE;
  return FALSE;
}

gint32
jue_gap_head_end (const JueGapRegion *region, const JueTokens *tokens)
{
  gint32 first = first_body (region, tokens), end = region->box.y0;
  gboolean head;
  if (first == region->box.y1 && region->rules->len > 1)
    return end_of_heads (region, tokens);
  for (guint i = 0; i < region->rules->len; i++)
    if (rule_at (region, i) <= first)
      end = MAX (end, rule_at (region, i));
  gint32 above = line_above (tokens, first, &head);
  /* Below the last rule above the body, there may still be head; without a rule there, all above the body is. */
  if (end == region->box.y0 && !head && !has_figures (tokens, first)) {
    gint32 lowest = end_of_head_lines (tokens, first);
    if (lowest != G_MININT32)
      return lowest;
  }
  if (above > end && (head || end == region->box.y0))
    return between (tokens, above, first);
  return without_group_names (region, tokens, without_empty_bands (region, tokens, end));
}

static gint
by_top (gconstpointer a, gconstpointer b)
{
  const Cluster *x = a, *y = b;
  return x->y0 < y->y0 ? -1 : x->y0 > y->y0;
}

/* Pieces between two heights, gathered to rows by shared height. */
static GArray *
clusters_of (const JueTokens *tokens, gint32 from, gint32 to)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Cluster));
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    gint32 middle = (t->box.y0 + t->box.y1) / 2;
    Cluster piece = { t->box.y0, t->box.y1, t->figure || t->dash, 1 };
    if (middle > from && middle <= to)
      g_array_append_val (pieces, piece);
  }
  g_array_sort (pieces, by_top);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Cluster));
  for (guint i = 0; i < pieces->len; i++) {
    const Cluster *p = &g_array_index (pieces, Cluster, i);
    Cluster *last = out->len > 0 ? &g_array_index (out, Cluster, out->len - 1) : NULL;
    if (last != NULL && (gint64)(last->y1 - p->y0) * 100 > (gint64)(p->y1 - p->y0) * JUE_TUNE_GAP_SHARE) {
      last->y1 = MAX (last->y1, p->y1);
      last->figures |= p->figures;
      last->tokens++;
    } else {
      g_array_append_val (out, *p);
    }
  }
  return out;
}

static gint32
usual_gap (const GArray *clusters)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint i = 0; i + 1 < clusters->len; i++) {
    gint32 gap = g_array_index (clusters, Cluster, i + 1).y0 - g_array_index (clusters, Cluster, i).y1;
    g_array_append_val (gaps, gap);
  }
  if (gaps->len == 0)
    return 0;
  g_array_sort (gaps, jue_compare_numbers);
  return g_array_index (gaps, gint32, gaps->len / 2);
}

/* Joins lines that stand close to lines of the same cell. */
static void
join_tight (GArray *clusters)
{
  gint32 usual = usual_gap (clusters);
  for (guint i = 0; i + 1 < clusters->len;) {
    Cluster *a = &g_array_index (clusters, Cluster, i), *b = a + 1;
    gboolean tight = (gint64)(b->y0 - a->y1) * 100 < (gint64)usual * JUE_TUNE_GAP_TIGHT;
    if (!tight || (a->figures && b->figures)) {
      i++;
      continue;
    }
    a->y1 = MAX (a->y1, b->y1);
    a->figures |= b->figures;
    a->tokens += b->tokens;
    g_array_remove_index (clusters, i + 1);
  }
}

/* Whether rules stand between nearly all rows. */
static gboolean
rows_are_ruled (const JueGapRegion *region, const JueTokens *tokens, gint32 head_end)
{
  guint bands = 0, single = 0;
  for (guint i = 0; i + 1 < region->rules->len; i++) {
    if (rule_at (region, i) < head_end)
      continue;
    g_autoptr (GArray) clusters = clusters_of (tokens, rule_at (region, i), rule_at (region, i + 1));
    guint figured = 0;
    for (guint k = 0; k < clusters->len; k++)
      figured += g_array_index (clusters, Cluster, k).figures;
    bands++;
    single += figured <= 1 && clusters->len <= 4;
  }
  return bands > 0 && single * 10 >= bands * 9;
}

/* Whether a name leaves no room for another character in its column: others set flush with it reach as far, and none further; or the
 * next column begins right behind it. */
static gboolean
fills_column (const JueTokens *tokens, const JueToken *name)
{
  gint32 height = name->box.y1 - name->box.y0, next = G_MAXINT32;
  guint alike = 0;
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    if (t->box.x0 > name->box.x1)
      next = MIN (next, t->box.x0);
    if (ABS (t->box.x0 - name->box.x0) > JUE_TUNE_BORDER_APART)
      continue;
    if (t->box.x1 - name->box.x1 >= height * 3 / 4)
      return FALSE;
    alike += name->box.x1 - t->box.x1 < height * 3 / 4;
  }
  return alike > 2 || (next != G_MAXINT32 && next - name->box.x1 < height * 3 / 2);
}

/* Whether a piece goes on with a name in @above, which has a number or stands in a row with figures: set flush with it, where there was
 * no room for another character. */
static gboolean
goes_on_above (const JueTokens *tokens, const Cluster *above, const JueToken *t)
{
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *u = jue_tokens_get (tokens, i);
    gint32 middle = (u->box.y0 + u->box.y1) / 2;
    if (middle > above->y0 && middle < above->y1 && u->box.y1 > above->y1 - (u->box.y1 - u->box.y0) / 2 && !u->figure
        && (above->figures || u->body) && ABS (u->box.x0 - t->box.x0) <= JUE_TUNE_BORDER_APART)
      return fills_column (tokens, u);
  }
  return FALSE;
}

/* Whether all of a line goes on with names of the line above. */
static gboolean
is_rest (const JueTokens *tokens, const Cluster *above, const Cluster *line)
{
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    gint32 middle = (t->box.y0 + t->box.y1) / 2;
    if (middle > line->y0 && middle < line->y1
        && (t->figure || t->dash || t->body || t->total || !goes_on_above (tokens, above, t)))
      return FALSE;
  }
  return TRUE;
}

/* Joins lines that go on with names of the lines above and stand as close to them as any. */
static void
join_rests (GArray *clusters, const JueTokens *tokens)
{
  gint32 least = G_MAXINT32;
  for (guint i = 0; i + 1 < clusters->len; i++)
    least = MIN (least, g_array_index (clusters, Cluster, i + 1).y0 - g_array_index (clusters, Cluster, i).y1);
  for (guint i = 0; i + 1 < clusters->len;) {
    Cluster *a = &g_array_index (clusters, Cluster, i), *b = a + 1;
    if (b->figures || b->y0 - a->y1 > least + JUE_TUNE_ROW_REST || !is_rest (tokens, a, b)) {
      i++;
      continue;
    }
    a->y1 = MAX (a->y1, b->y1);
    a->tokens += b->tokens;
    g_array_remove_index (clusters, i + 1);
  }
}

static void
add_borders (GArray *ys, const GArray *clusters, gint32 end)
{
  for (guint i = 0; i + 1 < clusters->len; i++) {
    gint32 y = (g_array_index (clusters, Cluster, i).y1 + g_array_index (clusters, Cluster, i + 1).y0) / 2;
    g_array_append_val (ys, y);
  }
  g_array_append_val (ys, end);
}

GArray *
jue_gap_rows_find (const JueGapRegion *region, const JueTokens *tokens, gint32 head_end)
{
  GArray *ys = g_array_new (FALSE, FALSE, sizeof (gint32));
  gboolean ruled = rows_are_ruled (region, tokens, head_end);
  gint32 from = head_end;
  g_array_append_val (ys, from);
  for (guint i = 0; i <= region->rules->len; i++) {
    gint32 to = i < region->rules->len ? rule_at (region, i) : region->box.y1;
    if (to <= from)
      continue;
    g_autoptr (GArray) clusters = clusters_of (tokens, from, to);
    gboolean below = i == region->rules->len; /* text behind the last rule */
    if (clusters->len > 0 && ruled && !below) {
      g_array_append_val (ys, to);
    } else if (clusters->len > 0) {
      join_tight (clusters);
      join_rests (clusters, tokens);
      add_borders (ys, clusters, to);
    } else if (ruled && !below) {
      g_array_append_val (ys, to);
    }
    from = to;
  }
  if (ys->len < 2)
    g_array_set_size (ys, 0);
  return ys;
}
