/* Slanted text in Poppler's layout
 *
 * The layout has no slanted boxes: each character gets an upright one, whose near side runs through the place where the pen
 * stood. Which side that is depends on the quarter that the text reads to:
 *
 *      to the right     ┌────┐       down  ┌──●─┐      The pen is known of the drawn glyph, too, so that the two
 *                       ●    │             │    │      meet if it lies on that side. Of several glyphs the one is
 *                       └────┘             └────┘      taken that lies nearest to the side's end below the letter.
 *
 * Gets wrong: a string that is drawn twice in the same place; the second one keeps no characters.
 */
#include "extract/text-slanted.h"

/* How far the pen may lie off its side, hundredths of a point: a word's letters share a base line if they differ by half a point. */
#define PEN_WITHIN 60
/* Most pens that one character is compared with. */
#define PENS_MOST 2000

/* How well the pen fits: what is left of the side beyond it; -1 if it does not lie on it. */
static gint32
misfit (const JueTextPen *pen, guint8 quarter, const JueBox *b)
{
  const struct {
    gint32 side, at, first, last, across;
  } ways[4] = {
    [JUE_READS_RIGHT] = { b->x0, pen->x, b->y0, b->y1, pen->y },
    [JUE_READS_DOWN] = { b->y0, pen->y, b->x0, b->x1, pen->x },
    [JUE_READS_LEFT] = { b->x1, pen->x, b->y0, b->y1, pen->y },
    [JUE_READS_UP] = { b->y1, pen->y, b->x0, b->x1, pen->x },
  };
  gint32 off = ABS (ways[quarter].side - ways[quarter].at), across = ways[quarter].across;
  if (off > PEN_WITHIN || across < ways[quarter].first - PEN_WITHIN || across > ways[quarter].last + PEN_WITHIN)
    return -1;
  gboolean starts = quarter == JUE_READS_DOWN || quarter == JUE_READS_LEFT;
  return off + ABS (starts ? across - ways[quarter].first : ways[quarter].last - across);
}

static gint
by_x (gconstpointer a, gconstpointer b)
{
  const JueTextPen *p = a, *q = b;
  return p->x != q->x ? (p->x < q->x ? -1 : 1) : (p->glyph < q->glyph ? -1 : p->glyph > q->glyph);
}

/* Index of the first pen at @x or right of it. */
static guint
first_from (const GArray *pens, gint32 x)
{
  guint low = 0, high = pens->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index (pens, JueTextPen, middle).x < x)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gint32
least_misfit (const JueTextPen *pen, const JueBox *b)
{
  gint32 first = misfit (pen, pen->quarters[0], b);
  return first < 0 && pen->quarters[1] != pen->quarters[0] ? misfit (pen, pen->quarters[1], b) : first;
}

/* Gives a character to the pen that fits best. Returns: whether there is one. */
static gboolean
give (JuePage *page, GArray *pens, const JueLayoutChar *c)
{
  JueTextPen *best = NULL;
  gint32 least = G_MAXINT32;
  guint first = first_from (pens, c->box.x0 - PEN_WITHIN);
  for (guint i = first; i < MIN (pens->len, first + PENS_MOST); i++) {
    JueTextPen *pen = &g_array_index (pens, JueTextPen, i);
    if (pen->x > c->box.x1 + PEN_WITHIN)
      break;
    gboolean fits =
        !pen->taken && jue_text_places_size_fits (&c->box, &g_array_index (page->glyphs, JueGlyph, pen->glyph));
    gint32 fit = !fits ? -1 : least_misfit (pen, &c->box);
    if (fit >= 0 && fit < least) {
      least = fit;
      best = pen;
    }
  }
  if (best == NULL)
    return FALSE;
  JueGlyph *glyph = &g_array_index (page->glyphs, JueGlyph, best->glyph);
  best->taken = TRUE;
  if (glyph->flags & JUE_GLYPH_NO_UNICODE) {
    glyph->ch = c->ch;
    glyph->flags &= (guint8)~JUE_GLYPH_NO_UNICODE;
  }
  return TRUE;
}

void
jue_text_slanted_apply (JuePage *page, GArray *pens, GArray *chars)
{
  if (pens->len == 0)
    return;
  guint left = 0;
  g_array_sort (pens, by_x);
  for (guint i = 0; i < chars->len; i++) {
    JueLayoutChar c = g_array_index (chars, JueLayoutChar, i);
    if (!give (page, pens, &c))
      g_array_index (chars, JueLayoutChar, left++) = c;
  }
  g_array_set_size (chars, left);
}
