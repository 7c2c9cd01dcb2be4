/* Small raised characters
 *
 *     1,234.56¹        the mark stands on its own base line and would be taken for a line above:  11,234.56
 *     5 000 m²
 *
 * A glyph is raised if it is clearly smaller than the one drawn before it, begins where that ends, and its base line lies above
 * the other's, but not above its top. Up to RAISED_MOST may follow each other.
 *
 * Gets wrong: marks that are drawn long after the text they belong to; small characters at the start of a line.
 */
#include "normalize/raised.h"

#include "normalize/tune.h"

/* Most characters of one mark: [12] */
#define RAISED_MOST 4

static const struct {
  gunichar plain, raised;
} superscripts[] = {
  { '0', 0x2070 }, { '1', 0xB9 },   { '2', 0xB2 },   { '3', 0xB3 },   { '4', 0x2074 }, { '5', 0x2075 }, { '6', 0x2076 },
  { '7', 0x2077 }, { '8', 0x2078 }, { '9', 0x2079 }, { '+', 0x207A }, { '-', 0x207B }, { '(', 0x207D }, { ')', 0x207E },
};

static gunichar
superscript (gunichar ch)
{
  for (guint i = 0; i < G_N_ELEMENTS (superscripts); i++)
    if (superscripts[i].plain == ch)
      return superscripts[i].raised;
  return ch;
}

/* Whether @g is raised beside @base; @end: where the text before it ends. */
static gboolean
is_raised (const JueGlyph *g, const JueGlyph *base, gint32 end)
{
  gint32 size = base->size, lift = base->baseline - g->baseline, gap = g->box.x0 - end;
  return g->reading == JUE_READS_RIGHT && base->reading == JUE_READS_RIGHT
         && g->size * 100 <= size * JUE_TUNE_RAISED_SIZE && lift * 100 >= size * JUE_TUNE_RAISED_LEAST
         && lift * 100 <= size * JUE_TUNE_RAISED_MOST && gap * 100 >= -size * JUE_TUNE_RAISED_GAP
         && gap * 100 <= size * JUE_TUNE_RAISED_GAP;
}

void
jue_raised_mark (GArray *glyphs)
{
  JueGlyph *base = NULL;
  guint n = 0;
  for (guint i = 0; i < glyphs->len; i++) {
    JueGlyph *g = &g_array_index (glyphs, JueGlyph, i);
    if (base != NULL && n < RAISED_MOST && is_raised (g, base, (g - 1)->box.x1)) {
      g->ch = superscript (g->ch);
      g->baseline = base->baseline;
      n++;
      continue;
    }
    base = g;
    n = 0;
  }
}
