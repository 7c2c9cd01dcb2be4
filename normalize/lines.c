/* From glyphs to lines
 *
 * Outside of grids, glyphs are sorted by their baselines and cut into lines where the baseline jumps by more than
 * JUE_TUNE_SAME_LINE of the size. Text that reads in another direction than the page's main one is gathered last, one line per
 * direction's baseline, so that it is not lost.
 *
 * Gets wrong: pages set in several columns (their lines come joined, with a tab between).
 */
#include "normalize/lines.h"

#include <stdlib.h>

#include "normalize/text.h"
#include "normalize/tune.h"

typedef struct {
  gint32 reading;
  gint32 across, along;
  guint index;
} Entry;

static Entry
entry_of (const JueGlyph *g, guint index)
{
  gboolean sideways = g->reading == JUE_READS_DOWN || g->reading == JUE_READS_UP;
  gboolean slanted = g->reading == JUE_READS_SLANTED;
  gint32 across = slanted ? (g->box.y0 + g->box.y1) / 2 : g->baseline;
  return (Entry){ slanted ? JUE_READS_RIGHT : g->reading, across, sideways ? g->box.y0 : g->box.x0, index };
}

static gint
by_line (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  if (x->reading != y->reading)
    return x->reading < y->reading ? -1 : 1;
  if (x->across != y->across)
    return x->across < y->across ? -1 : 1;
  return x->along < y->along ? -1 : x->along > y->along;
}

static void
add_line (const JueView *view, guint *glyphs, guint n, GStringChunk *strings, GString *buffer, GArray *lines)
{
  JueTextInfo info;
  g_string_truncate (buffer, 0);
  jue_text_join (view, glyphs, n, JUE_TEXT_LINE, buffer, &info);
  JueTextLine line = { .box = info.box, .ink = info.ink, .baseline = info.baseline, .size = info.size, .bold = info.bold };
  line.text = g_string_chunk_insert_len (strings, buffer->str, (gssize)buffer->len);
  g_array_append_val (lines, line);
}

/* Whether two grids stand side by side, @a on the left. */
static gboolean
side_by_side (const JueGrid *a, const JueGrid *b)
{
  return a->box.x1 <= b->box.x0 && MIN (a->box.y1, b->box.y1) - MAX (a->box.y0, b->box.y0) > 0;
}

/* Whether a wide gap between two glyphs lies between two grids, or above or below the place between them: each has a caption. */
static gboolean
is_between_grids (const GPtrArray *grids, const JueGlyph *a, const JueGlyph *b)
{
  for (guint i = 0; i < grids->len; i++)
    for (guint k = 0; k < grids->len; k++) {
      const JueGrid *left = g_ptr_array_index (grids, i), *right = g_ptr_array_index (grids, k);
      if (!side_by_side (left, right))
        continue;
      gint32 x = (left->box.x1 + right->box.x0) / 2, reach = JUE_TUNE_BESIDE_REACH;
      if (a->box.x1 <= x && b->box.x0 >= x && a->box.y1 > MIN (left->box.y0, right->box.y0) - reach &&
          a->box.y0 < MAX (left->box.y1, right->box.y1) + reach)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_same_line (const JueView *view, const GPtrArray *grids, const Entry *a, const Entry *b)
{
  const JueGlyph *p = &g_array_index (view->glyphs, JueGlyph, a->index), *q = &g_array_index (view->glyphs, JueGlyph, b->index);
  guint16 size = MAX (p->size, q->size);
  if (a->reading != b->reading || (b->across - a->across) * 100 >= size * JUE_TUNE_SAME_LINE)
    return FALSE;
  return grids == NULL || q->box.x0 - p->box.x1 < size || !is_between_grids (grids, p, q);
}

static gint
by_top (gconstpointer a, gconstpointer b)
{
  const JueTextLine *x = a, *y = b;
  gint32 mx = x->box.y0 + x->box.y1, my = y->box.y0 + y->box.y1;
  return mx < my ? -1 : mx > my;
}

GArray *
jue_lines_find_around (const JueView *view, const guint8 *inside, const GPtrArray *grids, GStringChunk *strings)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (JueTextLine));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < view->glyphs->len; i++)
    if (!inside[i]) {
      Entry e = entry_of (&g_array_index (view->glyphs, JueGlyph, i), i);
      g_array_append_val (entries, e);
    }
  g_array_sort (entries, by_line);
  g_autofree guint *glyphs = g_new (guint, entries->len + 1);
  g_autoptr (GString) buffer = g_string_sized_new (256);
  for (guint i = 0, n = 0; i < entries->len; i++) {
    const Entry *e = &g_array_index (entries, Entry, i);
    glyphs[n++] = e->index;
    if (i + 1 == entries->len || !is_same_line (view, grids, e, e + 1)) {
      add_line (view, glyphs, n, strings, buffer, lines);
      n = 0;
    }
  }
  g_array_sort (lines, by_top);
  return lines;
}

GArray *
jue_lines_find (const JueView *view, const guint8 *inside, GStringChunk *strings)
{
  return jue_lines_find_around (view, inside, NULL, strings);
}
