/* Where tables without column rules stand
 *
 *     ═════════════════════════  rule          Two or more horizontal rules of the same extent, one below the other, with
 *       项目      金额             head          no caption line (title, unit, note) between them, bound a table. If text goes on
 *     ─────────────────────────  rule          right below the last one, the table does too: its end is on the next page.
 *       行政运行    1.00           body
 *     ═════════════════════════  rule
 *     注：…                        note
 */
#include "normalize/gap-region.h"

#include <string.h>

#include "normalize/gap-tail.h"
#include "normalize/gap-undrawn.h"
#include "normalize/tune.h"

static void
region_clear (gpointer data)
{
  JueGapRegion *self = data;
  g_array_unref (self->rules);
  g_array_unref (self->parts);
}

/* Horizontal borders that lie in no ruled grid. */
static GArray *
free_rules (const JueBorders *borders, const GPtrArray *grids)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (JueBorder));
  for (guint i = 0; i < borders->horizontal->len; i++) {
    const JueBorder *b = &g_array_index (borders->horizontal, JueBorder, i);
    gboolean taken = FALSE;
    for (guint k = 0; k < grids->len && !taken; k++) {
      const JueBox *box = &((const JueGrid *)g_ptr_array_index (grids, k))->box;
      taken =
          b->at >= box->y0 - JUE_TUNE_MEET && b->at <= box->y1 + JUE_TUNE_MEET && b->from < box->x1 && b->to > box->x0;
    }
    if (!taken)
      g_array_append_val (out, *b);
  }
  return out;
}

static gboolean
same_extent (const JueBorder *a, const JueBorder *b)
{
  return ABS (a->from - b->from) <= JUE_TUNE_GAP_EXTENT && ABS (a->to - b->to) <= JUE_TUNE_GAP_EXTENT;
}

/* Whether a line between two rules of equal extent, @band apart, ends the table above it. A number by itself, or a year or unit in
 * brackets, is a line of a cell; a note that fills the band is a row. */
static gboolean
is_barrier (const JueTextLine *line, guint kind, gint32 band)
{
  if (kind == JUE_LINE_NOTE && band * 100 <= line->size * JUE_TUNE_GAP_PITCH)
    return FALSE;
  if (kind == JUE_LINE_UNIT && (g_str_has_prefix (line->text, "（") || *line->text == '('))
    return FALSE;
  return (kind & ~(guint)(JUE_LINE_SKIP | JUE_LINE_YEAR)) != 0;
}

/* Whether a barrier stands between two heights. */
static gboolean
divided (JueGapLines *lines, gint32 from, gint32 to)
{
  for (guint i = 0; i < lines->items->len; i++) {
    const JueTextLine *line = jue_gap_line (lines, i);
    gint32 middle = (line->box.y0 + line->box.y1) / 2;
    if (middle > from && middle < to && is_barrier (line, jue_gap_line_kind (lines, i), to - from))
      return TRUE;
  }
  return FALSE;
}

/* Whether a line is prose and no row: one piece over much of the region, or with a full stop at its end. */
static gboolean
is_prose_line (const JueTextLine *line, const JueBorder *rule)
{
  gsize n = strlen (line->text);
  if (strchr (line->text, '\t') != NULL)
    return FALSE;
  gboolean stops = n >= 2 && line->text[n - 1] == '.' && g_ascii_isalpha (line->text[n - 2]);
  return stops || ((gint64)line->box.x1 - line->box.x0) * 2 > rule->to - rule->from;
}

/* Whether a shorter rule lies below @rule and close to @line: the table goes on. */
static gboolean
rule_follows (const GArray *rules, const JueBorder *rule, const JueTextLine *line)
{
  for (guint i = 0; i < rules->len; i++) {
    const JueBorder *b = &g_array_index (rules, JueBorder, i);
    if (b->at > rule->at && b->at < line->box.y1 + 2 * line->size && b->from < rule->to && b->to > rule->from)
      return TRUE;
  }
  return FALSE;
}

/* Bottom of the text that goes on below @rule, the last of @n_rules, without a break; the rule's place if there is none. What
 * a third rule closes goes on only with a row of several pieces. */
static gint32
text_end_below (JueGapLines *lines, const GArray *rules, const JueBorder *rule, guint n_rules)
{
  gint32 y = rule->at;
  gint32 end = y;
  for (guint i = 0; i < lines->items->len; i++) {
    const JueTextLine *line = jue_gap_line (lines, i);
    if ((line->box.y0 + line->box.y1) / 2 <= y)
      continue;
    gboolean single = end == y && n_rules >= 3 && strchr (line->text, '\t') == NULL;
    if (jue_gap_line_kind (lines, i) != 0 || line->box.y0 - end > line->size * JUE_TUNE_GAP_PITCH / 100)
      break;
    if ((single || is_prose_line (line, rule)) && !rule_follows (rules, rule, line))
      break;
    end = MAX (end, line->box.y1);
  }
  return end;
}

/* Whether a ruled grid stands between two rules. */
static gboolean
grid_between (const GPtrArray *grids, const JueBorder *top, gint32 from, gint32 to)
{
  for (guint i = 0; i < grids->len; i++) {
    const JueBox *box = &((const JueGrid *)g_ptr_array_index (grids, i))->box;
    if (box->y0 >= from && box->y1 <= to && box->x0 < top->to && box->x1 > top->from)
      return TRUE;
  }
  return FALSE;
}

/* Shorter rules inside a region are its own: below a head over several columns, above a row beside a merged cell. */
static void
take_parts (JueGapRegion *region, const GArray *rules, guint8 *used)
{
  for (guint i = 0; i < rules->len; i++) {
    const JueBorder *b = &g_array_index (rules, JueBorder, i);
    if (!used[i] && b->at > region->box.y0 && b->at < region->box.y1 && b->from >= region->box.x0 - JUE_TUNE_GAP_EXTENT
        && b->to <= region->box.x1 + JUE_TUNE_GAP_EXTENT
        && b->to - b->from < region->box.x1 - region->box.x0 - 2 * JUE_TUNE_GAP_EXTENT) {
      g_array_append_val (region->parts, *b);
      used[i] = 1;
    }
  }
}

static gint
by_top (gconstpointer a, gconstpointer b)
{
  const JueGapRegion *x = a, *y = b;
  return x->box.y0 < y->box.y0 ? -1 : x->box.y0 > y->box.y0;
}

/* Whether @b goes on further to the left than @top and ends with it: beside a merged cell that a page break cuts, @top begins only
 * behind it. */
static gboolean
is_wider (const JueBorder *top, const JueBorder *b)
{
  return ABS (b->to - top->to) <= JUE_TUNE_GAP_EXTENT && b->from < top->from - JUE_TUNE_GAP_EXTENT
         && (top->from - b->from) * 100 <= (b->to - b->from) * JUE_TUNE_GAP_MERGED_WIDTH;
}

/* The rules so far turn out to be shorter ones. */
static void
widen (JueGapRegion *region, JueBorder *top, const JueBorder *b)
{
  for (guint i = 0; i < region->rules->len; i++) {
    JueBorder part = { g_array_index (region->rules, gint32, i), top->from, top->to };
    g_array_append_val (region->parts, part);
  }
  g_array_set_size (region->rules, 0);
  top->from = b->from;
}

/* Follows the rules below @first, which are @rules from @next on; marks those it takes. @above: the grid whose lower side @first is, if
 * any */
static void
follow (const GArray *rules, const JueBorder *first, guint next, guint8 *used, const GPtrArray *grids,
        JueGapLines *lines, JueGrid *above, GArray *out)
{
  JueGapRegion region = { .rules = g_array_new (FALSE, FALSE, sizeof (gint32)),
                          .parts = g_array_new (FALSE, FALSE, sizeof (JueBorder)),
                          .above = above };
  JueBorder top = *first;
  gint32 last = top.at;
  g_array_append_val (region.rules, top.at);
  for (guint i = next; i < rules->len; i++) {
    const JueBorder *b = &g_array_index (rules, JueBorder, i);
    gboolean wider = above == NULL && is_wider (&top, b);
    if (used[i] || b->at <= top.at || !(wider || same_extent (&top, b)))
      continue;
    if (divided (lines, last, b->at) || grid_between (grids, &top, last, b->at))
      break;
    if (wider)
      widen (&region, &top, b);
    used[i] = 1;
    last = b->at;
    g_array_append_val (region.rules, last);
  }
  JueBorder bottom = { last, top.from, top.to };
  gint32 end = text_end_below (lines, rules, &bottom, region.rules->len);
  region.bottom_drawn = end == last;
  region.box = (JueBox){ top.from, top.at, top.to, MAX (end, last) };
  if ((region.rules->len + region.parts->len >= 2 || above != NULL) && region.box.y1 > region.box.y0) {
    take_parts (&region, rules, used);
    g_array_append_val (out, region);
  } else {
    region_clear (&region);
  }
}

/* Bodies below grids that are heads. */
static void
find_tails (const JueCatalogue *catalogue, const GArray *rules, guint8 *used, const GPtrArray *grids,
            JueGapLines *lines, GArray *out)
{
  for (guint i = 0; i < grids->len; i++) {
    JueGrid *grid = g_ptr_array_index (grids, i);
    if (!jue_gap_tail_is_head (grid, catalogue))
      continue;
    JueBorder top = { grid->box.y1, grid->box.x0, grid->box.x1 };
    follow (rules, &top, 0, used, grids, lines, grid, out);
  }
}

GArray *
jue_gap_regions_find (const JueView *view, const JueBorders *borders, const GPtrArray *grids, const GArray *lines,
                      const JueCatalogue *catalogue)
{
  (void)view;
  GArray *out = g_array_new (FALSE, FALSE, sizeof (JueGapRegion));
  g_array_set_clear_func (out, region_clear);
  g_autoptr (GArray) rules = free_rules (borders, grids);
  g_autofree guint8 *used = g_new0 (guint8, rules->len + 1), *kinds = g_new0 (guint8, lines->len + 1);
  JueGapLines all = { lines, catalogue, kinds };
  find_tails (catalogue, rules, used, grids, &all, out);
  for (guint i = 0; i < rules->len && rules->len >= 2; i++)
    if (!used[i]) {
      used[i] = 1;
      follow (rules, &g_array_index (rules, JueBorder, i), i + 1, used, grids, &all, NULL, out);
    }
  jue_gap_undrawn_find (&all, out);
  g_array_sort (out, by_top);
  return out;
}
