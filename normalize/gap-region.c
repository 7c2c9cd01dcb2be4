/* Where tables without column rules stand
 *
 *     ═════════════════════════  rule          Two or more horizontal rules of the same extent, one below the other, with
 *       项目      金额             head          no caption line (title, unit, note) between them, bound a table. If text goes on
 *     ─────────────────────────  rule          right below the last one, the table does too: its end is on the next page.
 *       行政运行    1.00           body
 *     ═════════════════════════  rule
 *     注：…                        note
 *
 * Where nothing at all is drawn, the lines right below a caption (a money unit, or the title of a known form) down to the next
 * caption, note or gap are taken for one; whether they are set like a table is seen later.
 */
#include "normalize/gap-region.h"

#include <string.h>

#include "normalize/caption.h"
#include "normalize/gap-tail.h"
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
is_barrier (const JueTextLine *line, guint8 kind, gint32 band)
{
  if (kind == JUE_LINE_NOTE && band * 100 <= line->size * JUE_TUNE_GAP_PITCH)
    return FALSE;
  if (kind == JUE_LINE_UNIT && (g_str_has_prefix (line->text, "（") || *line->text == '('))
    return FALSE;
  return (kind & ~(guint)(JUE_LINE_SKIP | JUE_LINE_YEAR)) != 0;
}

/* Whether a barrier stands between two heights. */
static gboolean
divided (const GArray *lines, const guint8 *kinds, gint32 from, gint32 to)
{
  for (guint i = 0; i < lines->len; i++) {
    const JueTextLine *line = &g_array_index (lines, JueTextLine, i);
    gint32 middle = (line->box.y0 + line->box.y1) / 2;
    if (middle > from && middle < to && is_barrier (line, kinds[i], to - from))
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
  return stops || (line->box.x1 - line->box.x0) * 2 > rule->to - rule->from;
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
text_end_below (const GArray *lines, const guint8 *kinds, const GArray *rules, const JueBorder *rule, guint n_rules)
{
  gint32 y = rule->at;
  gint32 end = y;
  for (guint i = 0; i < lines->len; i++) {
    const JueTextLine *line = &g_array_index (lines, JueTextLine, i);
    if ((line->box.y0 + line->box.y1) / 2 <= y)
      continue;
    gboolean single = end == y && n_rules >= 3 && strchr (line->text, '\t') == NULL;
    if (kinds[i] != 0 || line->box.y0 - end > line->size * JUE_TUNE_GAP_PITCH / 100)
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

static void
take_parts (JueGapRegion *region, const GArray *rules)
{
  for (guint i = 0; i < rules->len; i++) {
    const JueBorder *b = &g_array_index (rules, JueBorder, i);
    if (b->at > region->box.y0 && b->at < region->box.y1 && b->from >= region->box.x0 - JUE_TUNE_GAP_EXTENT
        && b->to <= region->box.x1 + JUE_TUNE_GAP_EXTENT
        && b->to - b->from < region->box.x1 - region->box.x0 - 2 * JUE_TUNE_GAP_EXTENT)
      g_array_append_val (region->parts, *b);
  }
}

static gint
by_top (gconstpointer a, gconstpointer b)
{
  const JueGapRegion *x = a, *y = b;
  return x->box.y0 < y->box.y0 ? -1 : x->box.y0 > y->box.y0;
}

/* Follows the rules below @top, which are @rules from @next on; marks those it takes. @above: the grid whose lower side @top is, if any */
static void
follow (const GArray *rules, const JueBorder *top, guint next, guint8 *used, const GPtrArray *grids,
        const GArray *lines, const guint8 *kinds, JueGrid *above, GArray *out)
{
  JueGapRegion region = { .rules = g_array_new (FALSE, FALSE, sizeof (gint32)),
                          .parts = g_array_new (FALSE, FALSE, sizeof (JueBorder)),
                          .above = above };
  gint32 last = top->at;
  g_array_append_val (region.rules, top->at);
  for (guint i = next; i < rules->len; i++) {
    const JueBorder *b = &g_array_index (rules, JueBorder, i);
    if (used[i] || b->at <= top->at || !same_extent (top, b))
      continue;
    if (divided (lines, kinds, last, b->at) || grid_between (grids, top, last, b->at))
      break;
    used[i] = 1;
    last = b->at;
    g_array_append_val (region.rules, last);
  }
  JueBorder bottom = { last, top->from, top->to };
  gint32 end = text_end_below (lines, kinds, rules, &bottom, region.rules->len);
  region.bottom_drawn = end == last;
  region.box = (JueBox){ top->from, top->at, top->to, MAX (end, last) };
  take_parts (&region, rules);
  if ((region.rules->len >= 2 || above != NULL) && region.box.y1 > region.box.y0)
    g_array_append_val (out, region);
  else
    region_clear (&region);
}

/* Bodies below grids that are heads. */
static void
find_tails (const JueCatalogue *catalogue, const GArray *rules, guint8 *used, const GPtrArray *grids,
            const GArray *lines, const guint8 *kinds, GArray *out)
{
  for (guint i = 0; i < grids->len; i++) {
    JueGrid *grid = g_ptr_array_index (grids, i);
    if (!jue_gap_tail_is_head (grid, catalogue))
      continue;
    JueBorder top = { grid->box.y1, grid->box.x0, grid->box.x1 };
    follow (rules, &top, 0, used, grids, lines, kinds, grid, out);
  }
}

static gboolean
is_used (const GArray *regions, const JueBox *box)
{
  gint32 middle = (box->y0 + box->y1) / 2;
  for (guint i = 0; i < regions->len; i++) {
    const JueBox *r = &g_array_index (regions, JueGapRegion, i).box;
    if (middle >= r->y0 && middle <= r->y1)
      return TRUE;
  }
  return FALSE;
}

/* Whether a line is the last of a caption that announces a table: a money unit, or the title of a known form. */
static gboolean
announces (const JueCatalogue *catalogue, const JueTextLine *line, guint8 kind)
{
  return (kind & JUE_LINE_UNIT)
         || ((kind & JUE_LINE_TITLE) && jue_catalogue_form_by_title (catalogue, line->text) != NULL);
}

static gboolean
begins_with_total (const JueCatalogue *catalogue, const JueTextLine *line)
{
  g_autofree char *first = g_strndup (line->text, strcspn (line->text, "\t"));
  return jue_catalogue_caption (catalogue, JUE_CAPTION_TOTAL, first, NULL);
}

/* Whether a line follows closely on what ends at @bottom, or, below rows left empty, is the table's last: its total. */
static gboolean
goes_on (const JueCatalogue *catalogue, const JueTextLine *line, gint32 bottom)
{
  return line->box.y0 - bottom <= line->size * JUE_TUNE_GAP_PITCH / 100 || begins_with_total (catalogue, line);
}

/* The lines from @first on that belong together, up to the next barrier; *n is how many. What looks like a page number is a line of a
 * cell if the table goes on right below it. */
static JueBox
block_of_lines (const JueCatalogue *catalogue, const GArray *lines, const guint8 *kinds, guint first, guint *n)
{
  JueBox box = g_array_index (lines, JueTextLine, first).box;
  guint i = first + 1;
  for (; i < lines->len; i++) {
    const JueTextLine *line = &g_array_index (lines, JueTextLine, i);
    gboolean within = kinds[i] == JUE_LINE_SKIP && !line->running && i + 1 < lines->len && kinds[i + 1] == 0
                      && line[1].box.y0 - line->box.y1 <= line->size * JUE_TUNE_GAP_PITCH / 100;
    if ((kinds[i] != 0 && !within) || !goes_on (catalogue, line, box.y1))
      break;
    box = jue_box_union (box, line->box);
  }
  *n = i - first;
  return box;
}

/* The caption right above a line, as far as it was followed: whether it announces a table, where it ends, and where its lines but for
 * the title stand, which are often set flush with the table's sides. */
typedef struct {
  gboolean announces;
  JueBox box;
  gint32 bottom;
} Caption;

static void
follow_caption (Caption *self, const JueCatalogue *catalogue, const JueTextLine *line, guint8 kind)
{
  if (kind == 0 || (kind & (JUE_LINE_NOTE | JUE_LINE_SKIP))) {
    *self = (Caption){ FALSE, { 0, 0, 0, 0 }, 0 };
    return;
  }
  self->announces |= announces (catalogue, line, kind);
  if ((kind & JUE_LINE_TITLE) == 0)
    self->box = jue_box_union (self->box, line->box);
  self->bottom = line->box.y1;
}

static void
add_undrawn (JueBox box, const Caption *caption, GArray *out)
{
  JueGapRegion region = { .box = box, .only_continues = !caption->announces };
  if (caption->announces && caption->box.x1 > caption->box.x0)
    region.box = (JueBox){ MIN (box.x0, caption->box.x0), box.y0, MAX (box.x1, caption->box.x1), box.y1 };
  region.box.y0 -= caption->announces ? 100 : 0;
  region.box.y1 += 100;
  region.box.x1 += 100;
  region.rules = g_array_new (FALSE, FALSE, sizeof (gint32));
  region.parts = g_array_new (FALSE, FALSE, sizeof (JueBorder));
  g_array_append_val (out, region);
}

/* Tables of which nothing is drawn. */
static void
find_undrawn (const JueCatalogue *catalogue, const GArray *lines, const guint8 *kinds, GArray *out)
{
  gboolean bare = TRUE; /* nothing but running heads so far */
  Caption caption = { FALSE, { 0, 0, 0, 0 }, 0 };
  for (guint i = 0; i < lines->len; i++) {
    const JueTextLine *line = &g_array_index (lines, JueTextLine, i);
    if (line->box.y0 - caption.bottom > line->size * JUE_TUNE_GAP_PITCH / 100)
      caption.announces = FALSE;
    if (kinds[i] == 0 && (caption.announces || bare) && !is_used (out, &line->box)) {
      guint n;
      JueBox box = block_of_lines (catalogue, lines, kinds, i, &n);
      add_undrawn (box, &caption, out);
      i += n - 1;
    }
    bare &= (kinds[i] & JUE_LINE_SKIP) != 0;
    follow_caption (&caption, catalogue, &g_array_index (lines, JueTextLine, i), kinds[i]);
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
  for (guint i = 0; i < lines->len; i++)
    kinds[i] = (guint8)jue_caption_classify (catalogue, &g_array_index (lines, JueTextLine, i));
  find_tails (catalogue, rules, used, grids, lines, kinds, out);
  for (guint i = 0; i < rules->len && rules->len >= 2; i++)
    if (!used[i]) {
      used[i] = 1;
      follow (rules, &g_array_index (rules, JueBorder, i), i + 1, used, grids, lines, kinds, NULL, out);
    }
  find_undrawn (catalogue, lines, kinds, out);
  g_array_sort (out, by_top);
  return out;
}
