/* Column borders of which something is drawn
 *
 * Some producers draw horizontal rules cell by cell, or paint the head's cells: where the ends of many pieces, or the sides of fills, lie
 * one below the other, there is a column border for sure.
 *
 *     ──────── ────────── ──────                   Often all of them show, and the text has to tell nothing. Where only some do
 *     ──────── ────────── ──────                   (the pieces run over several cells), rows have pieces that stand apart between
 *                                                  two of them; then each moves the border that the text shows in the same gap.
 */
#include "normalize/gap-drawn.h"

#include <stdlib.h>

#include "extract/compare.h"
#include "normalize/colour.h"
#include "normalize/tune.h"

static gboolean
is_inner (const JueGapRegion *region, gint32 x)
{
  return x > region->box.x0 + JUE_TUNE_MEET && x < region->box.x1 - JUE_TUNE_MEET;
}

/* Gathers values that lie together and occur at least @least times; returns their means. */
static GArray *
frequent (GArray *values, guint least)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_array_sort (values, jue_compare_numbers);
  for (guint i = 0, first = 0; i < values->len; i++) {
    gint32 v = g_array_index (values, gint32, i);
    if (i + 1 < values->len && g_array_index (values, gint32, i + 1) - v <= JUE_TUNE_BORDER_APART)
      continue;
    gint32 mean = (gint32)(((gint64)g_array_index (values, gint32, first) + v) / 2);
    if (i + 1 - first >= least)
      g_array_append_val (out, mean);
    first = i + 1;
  }
  return out;
}

/* Ends of the pieces of which the region's horizontal rules are made. Dashes are none, nor are Word's white strips above and below text. */
static GArray *
piece_ends (const JueView *view, const JueGapRegion *region)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint i = 0; i < view->page->rules->len; i++) {
    const JueRule *rule = &g_array_index (view->page->rules, JueRule, i);
    JueBox b = jue_view_turn (view, rule->box);
    gint32 y = (b.y0 + b.y1) / 2;
    if (jue_colour_is_white (rule->rgb) || b.x1 - b.x0 < JUE_TUNE_BORDER_LEAST || b.x1 - b.x0 <= b.y1 - b.y0
        || y < region->box.y0 - JUE_TUNE_MEET || y > region->box.y1 + JUE_TUNE_MEET)
      continue;
    if (is_inner (region, b.x1))
      g_array_append_val (ends, b.x1);
  }
  guint least = region->rules->len * JUE_TUNE_GAP_SURE / 100;
  return frequent (ends, MAX (least, 3));
}

/* Sides of painted cells in the head; white ones show nothing (Word puts them behind text). */
static GArray *
fill_sides (const JueView *view, const JueGapRegion *region, gint32 head_end)
{
  g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint i = 0; i < view->page->fills->len; i++) {
    const JueFill *fill = &g_array_index (view->page->fills, JueFill, i);
    JueBox b = jue_view_turn (view, fill->box);
    if (jue_colour_is_white (fill->rgb) || b.y0 < region->box.y0 - JUE_TUNE_MEET || b.y1 > head_end + JUE_TUNE_MEET
        || b.y1 - b.y0 < JUE_TUNE_BORDER_LEAST)
      continue;
    if (is_inner (region, b.x0))
      g_array_append_val (sides, b.x0);
    if (is_inner (region, b.x1))
      g_array_append_val (sides, b.x1);
  }
  return frequent (sides, 1);
}

/* Whether none of the borders runs through glyphs of the body more than now and then. */
static gboolean
agrees_with_text (const JueView *view, const JueGapRegion *region, const GArray *xs, const JueTokens *tokens,
                  gint32 head_end)
{
  guint lines = jue_gap_count_lines (tokens, head_end);
  for (guint k = 0; k < xs->len; k++) {
    gint32 x = g_array_index (xs, gint32, k);
    guint cut = 0;
    for (guint i = 0; i < view->glyphs->len; i++) {
      const JueBox *b = &g_array_index (view->glyphs, JueGlyph, i).box;
      cut += b->y0 >= head_end && b->y1 <= region->box.y1 && b->x0 + 100 < x && b->x1 - 100 > x;
    }
    if (cut * 100 > (lines + 12) * JUE_TUNE_GAP_CUT) /* a total's name in the middle of two columns is cut once */
      return FALSE;
  }
  return TRUE;
}

static GArray *
sure_borders (const JueView *view, const JueGapRegion *region, const JueTokens *tokens, gint32 head_end)
{
  GArray *candidates[2] = { piece_ends (view, region), fill_sides (view, region, head_end) };
  GArray *best = NULL;
  for (guint i = 0; i < 2; i++) {
    gboolean good = candidates[i]->len > 0 && agrees_with_text (view, region, candidates[i], tokens, head_end);
    if (good && (best == NULL || candidates[i]->len > best->len)) {
      g_clear_pointer (&best, g_array_unref);
      best = g_steal_pointer (&candidates[i]);
    }
  }
  g_clear_pointer (&candidates[0], g_array_unref);
  g_clear_pointer (&candidates[1], g_array_unref);
  return best;
}

guint
jue_gap_count_lines (const JueTokens *tokens, gint32 head_end)
{
  guint n = 0;
  gint32 last = G_MININT32;
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    if ((t->box.y0 + t->box.y1) / 2 > head_end && t->box.y0 > last) {
      n++;
      last = t->box.y1;
    }
  }
  return n;
}

static guint
column_of (const GArray *xs, const JueToken *t)
{
  guint c = 0;
  while (c < xs->len && g_array_index (xs, gint32, c) <= (t->box.x0 + t->box.x1) / 2)
    c++;
  return c;
}

/* Whether many rows of the body have pieces that stand well apart and yet in one column: more borders are missing. */
static gboolean
is_incomplete (const GArray *xs, const JueTokens *tokens, gint32 head_end)
{
  guint apart = 0, lines = jue_gap_count_lines (tokens, head_end);
  for (guint i = 0; i + 1 < jue_tokens_length (tokens); i++) {
    const JueToken *a = jue_tokens_get (tokens, i), *b = jue_tokens_get (tokens, i + 1);
    gboolean beside = b->box.y0 < (a->box.y0 + a->box.y1) / 2
                      && (gint64)(b->box.x0 - a->box.x1) * 100 > (gint64)(a->box.y1 - a->box.y0) * JUE_TUNE_GAP_INSIDE;
    apart += beside && (a->box.y0 + a->box.y1) / 2 > head_end && column_of (xs, a) == column_of (xs, b);
  }
  return apart * 100 > lines * JUE_TUNE_GAP_BESIDE;
}

gboolean
jue_gap_text_between (const JueTokens *tokens, gint32 head_end, gint32 from, gint32 to)
{
  for (guint i = 0; i < jue_tokens_length (tokens); i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    gint32 x = (t->box.x0 + t->box.x1) / 2;
    if ((t->box.y0 + t->box.y1) / 2 > head_end && !t->total && x > MIN (from, to) && x < MAX (from, to))
      return TRUE;
  }
  return FALSE;
}

/* Where fewer borders are drawn than the text shows, each drawn one takes the place of the text's in the same gap. */
static void
correct_borders (GArray *xs, const GArray *drawn, const JueTokens *tokens, gint32 head_end)
{
  for (guint i = 0; i < drawn->len; i++) {
    gint32 x = g_array_index (drawn, gint32, i);
    gint32 *nearest = NULL;
    for (guint k = 0; k < xs->len; k++)
      if (nearest == NULL || ABS (g_array_index (xs, gint32, k) - x) < ABS (*nearest - x))
        nearest = &g_array_index (xs, gint32, k);
    if (nearest != NULL && !jue_gap_text_between (tokens, head_end, x, *nearest))
      *nearest = x;
  }
}

GArray *
jue_gap_drawn_correct (const JueView *view, const JueGapRegion *region, const JueTokens *tokens, gint32 head_end,
                       GArray *xs)
{
  g_autoptr (GArray) drawn = sure_borders (view, region, tokens, head_end);
  if (drawn == NULL)
    return xs;
  if (drawn->len < xs->len && is_incomplete (drawn, tokens, head_end)) {
    correct_borders (xs, drawn, tokens, head_end);
    return xs;
  }
  g_array_unref (xs);
  return g_steal_pointer (&drawn);
}
