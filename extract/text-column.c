/* Columns of vertical fonts in Poppler's layout
 *
 * Poppler gives each character of a vertical font the place of the one before, half a size to the right. Characters that
 * stand one below the other are tried in all such places and moved to where most of them meet a drawn glyph.
 */
#include "extract/text-column.h"

/* Where Poppler may put the characters of vertical fonts, from their place: columns and rows of half a size. */
static const struct {
  gint right, down;
} shifts[JUE_TEXT_COLUMN_SHIFTS] = { { 0, 0 }, { 0, 2 }, { -1, 2 }, { -1, 0 } };

JueBox
jue_text_column_shift (const JueBox *box, guint i)
{
  gint32 dx = (box->x1 - box->x0) / 2 * shifts[i].right, dy = (box->y1 - box->y0) / 2 * shifts[i].down;
  return (JueBox){ box->x0 + dx, box->y0 + dy, box->x1 + dx, box->y1 + dy };
}

/* Whether the second character stands right below the first. */
static gboolean
follows_below (const JueLayoutChar *a, const JueLayoutChar *b)
{
  gint32 reach = (a->box.y1 - a->box.y0) / 5;
  return ABS (a->box.x0 - b->box.x0) <= reach && ABS (a->box.y1 - b->box.y0) <= reach;
}

/* Characters that stand one below the other are moved to where most of them meet a glyph. */
static void
move_column (const JuePage *page, const JueTextPlaces *places, JueLayoutChar *chars, guint n)
{
  guint best = 0, most = 0;
  for (guint k = 0; k < JUE_TEXT_COLUMN_SHIFTS; k++) {
    guint met = 0;
    for (guint i = 0; i < n; i++) {
      JueBox moved = jue_text_column_shift (&chars[i].box, k);
      met += jue_text_places_nearest (places, page, &moved, JUE_MATCH_EXACT) >= 0;
    }
    if (met > most) {
      most = met;
      best = k;
    }
  }
  for (guint i = 0; i < n; i++)
    chars[i].box = jue_text_column_shift (&chars[i].box, best);
}

void
jue_text_column_move (const JuePage *page, const JueTextPlaces *places, GArray *chars)
{
  for (guint i = 1, first = 0; i <= chars->len; i++) {
    JueLayoutChar *c = &g_array_index (chars, JueLayoutChar, i - 1);
    if (i < chars->len && follows_below (c, c + 1))
      continue;
    if (i - first > 1)
      move_column (page, places, &g_array_index (chars, JueLayoutChar, first), i - first);
    first = i;
  }
}
