/* From ruling lines to borders
 *
 * What one sees as a line is often many pieces: a stroke per cell, a dash, a line painted twice. Method:
 *   1. leave out rules that nobody sees (white on white, transparent, covered by a later white fill); add the sides of cells that
 *      only their backgrounds tell apart (paint.h);
 *   2. sort by position, and gather lines that are closer than JUE_TUNE_BORDER_APART into one position, the mean weighted by
 *      length;
 *   3. at each position, join pieces whose gap is at most JUE_TUNE_BORDER_GAP.
 *
 *      ──  ────  ──          ────────────
 *        ───                                 →   one border
 *
 * Gets wrong: two real lines closer than the tolerance become one (no table has rows that low).
 */
#include "normalize/borders.h"

#include "normalize/colour.h"
#include "normalize/paint.h"
#include "normalize/tune.h"

/* The white fills that may hide rules: few, since those behind single lines of text are too low to hide anything. */
static GArray *
covering_fills (const JuePage *page)
{
  GArray *fills = g_array_new (FALSE, FALSE, sizeof (JueFill));
  for (guint i = 0; i < page->fills->len && fills->len < 200; i++) {
    JueFill fill = g_array_index (page->fills, JueFill, i);
    if (jue_colour_is_white (fill.rgb) && fill.alpha == 255 && fill.order > 0)
      g_array_append_val (fills, fill);
  }
  return fills;
}

static gboolean
is_covered (const JueRule *rule, const GArray *fills)
{
  gint32 m = JUE_TUNE_COVER_MARGIN;
  gint32 mx = rule->direction == JUE_RULE_VERTICAL ? m : 0, my = rule->direction == JUE_RULE_HORIZONTAL ? m : 0;
  for (guint i = 0; i < fills->len; i++) {
    const JueFill *f = &g_array_index (fills, JueFill, i);
    if (f->order > rule->order && f->box.x0 + mx <= rule->box.x0 && f->box.x1 - mx >= rule->box.x1
        && f->box.y0 + my <= rule->box.y0 && f->box.y1 - my >= rule->box.y1)
      return TRUE;
  }
  return FALSE;
}

static void
add_box (JueBorders *self, JueBox box, gboolean horizontal)
{
  JueBorder h = { (box.y0 + box.y1) / 2, box.x0, box.x1 }, v = { (box.x0 + box.x1) / 2, box.y0, box.y1 };
  if (horizontal)
    g_array_append_val (self->horizontal, h);
  else
    g_array_append_val (self->vertical, v);
}

/* A dot of a dotted line, which may run either way. */
static gboolean
is_dot (const JueBox *box)
{
  gint32 w = box->x1 - box->x0, h = box->y1 - box->y0;
  return MAX (w, h) <= JUE_TUNE_DOT_MOST && MAX (w, h) <= 2 * MIN (w, h);
}

static void
add_rules (JueBorders *self, const JueView *view)
{
  const JuePage *page = view->page;
  guint white = 0;
  g_autoptr (GArray) fills = covering_fills (page);
  for (guint i = 0; i < page->rules->len; i++) {
    const JueRule *rule = &g_array_index (page->rules, JueRule, i);
    if (rule->alpha < 16 || is_covered (rule, fills))
      continue;
    if (jue_colour_is_white (rule->rgb)
        && (white++ >= JUE_TUNE_WHITE_RULES_MOST || !jue_paint_is_behind (page, &rule->box, rule->order)))
      continue;
    JueBox box = jue_view_turn (view, rule->box);
    gboolean horizontal = (rule->direction == JUE_RULE_HORIZONTAL) == (view->turn % 2 == 0), dot = is_dot (&box);
    if (horizontal || dot)
      add_box (self, box, TRUE);
    if (!horizontal || dot)
      add_box (self, box, FALSE);
  }
}

/* Sides of cells that are told apart by their backgrounds. */
static void
add_paint (JueBorders *self, const JueView *view)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (JueBox));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (JueBox));
  jue_paint_find (view, cells, rows);
  guint n_cells = cells->len;
  g_array_append_vals (cells, rows->data, rows->len);
  for (guint i = 0; i < cells->len; i++) {
    JueBox b = g_array_index (cells, JueBox, i);
    JueBox sides[4] = {
      { b.x0, b.y0, b.x1, b.y0 }, { b.x0, b.y1, b.x1, b.y1 }, { b.x0, b.y0, b.x0, b.y1 }, { b.x1, b.y0, b.x1, b.y1 }
    };
    for (guint k = 0; k < (i < n_cells ? 4U : 2U); k++)
      add_box (self, sides[k], k < 2);
  }
}

static gint
by_position (gconstpointer a, gconstpointer b)
{
  const JueBorder *x = a, *y = b;
  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  return x->from < y->from ? -1 : x->from > y->from;
}

static gint
by_start (gconstpointer a, gconstpointer b)
{
  const JueBorder *x = a, *y = b;
  return x->from < y->from ? -1 : x->from > y->from;
}

/* Joins the pieces [first, last) of one position and appends the result to @out. */
static void
join_pieces (GArray *pieces, guint first, guint last, GArray *out)
{
  gint64 weight = 0, sum = 0;
  for (guint i = first; i < last; i++) {
    const JueBorder *b = &g_array_index (pieces, JueBorder, i);
    gint64 length = MAX (b->to - b->from, 1);
    weight += length;
    sum += length * b->at;
  }
  gint32 at = (gint32)(sum / MAX (weight, 1));
  JueBorder *piece = &g_array_index (pieces, JueBorder, first);
  qsort (piece, last - first, sizeof *piece, by_start);
  JueBorder current = { at, piece->from, piece->to };
  for (guint i = 1; i < last - first; i++) {
    if (piece[i].from > current.to + JUE_TUNE_BORDER_GAP) {
      g_array_append_val (out, current);
      current = (JueBorder){ at, piece[i].from, piece[i].to };
    } else {
      current.to = MAX (current.to, piece[i].to);
    }
  }
  g_array_append_val (out, current);
}

static GArray *
merge (GArray *pieces)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (JueBorder));
  g_array_sort (pieces, by_position);
  for (guint i = 0, first = 0; i < pieces->len; i++) {
    const JueBorder *b = &g_array_index (pieces, JueBorder, i), *next = b + 1;
    const JueBorder *start = &g_array_index (pieces, JueBorder, first);
    if (i + 1 < pieces->len && next->at - b->at <= JUE_TUNE_BORDER_APART
        && next->at - start->at <= JUE_TUNE_BORDER_DRIFT)
      continue;
    join_pieces (pieces, first, i + 1, out);
    first = i + 1;
  }
  guint kept = 0;
  for (guint i = 0; i < out->len; i++) {
    JueBorder b = g_array_index (out, JueBorder, i);
    if (b.to - b.from >= JUE_TUNE_BORDER_LEAST)
      g_array_index (out, JueBorder, kept++) = b;
  }
  g_array_set_size (out, kept);
  return out;
}

static void
merge_both (JueBorders *self)
{
  GArray *h = self->horizontal, *v = self->vertical;
  self->horizontal = merge (h);
  self->vertical = merge (v);
  g_array_unref (h);
  g_array_unref (v);
}

JueBorders *
jue_borders_new (const JueView *view)
{
  JueBorders *self = g_new0 (JueBorders, 1);
  self->horizontal = g_array_new (FALSE, FALSE, sizeof (JueBorder));
  self->vertical = g_array_new (FALSE, FALSE, sizeof (JueBorder));
  add_rules (self, view);
  add_paint (self, view);
  merge_both (self);
  if (self->horizontal->len + self->vertical->len > JUE_TUNE_BORDERS_MOST) {
    self->too_many = TRUE;
    g_array_set_size (self->horizontal, 0);
    g_array_set_size (self->vertical, 0);
  }
  return self;
}

void
jue_borders_free (JueBorders *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->horizontal);
  g_array_unref (self->vertical);
  g_free (self);
}
