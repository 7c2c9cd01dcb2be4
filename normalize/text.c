/* From glyphs to strings
 *
 * Glyphs come in the order in which they were drawn, which may be any. Method:
 *   1. take the direction in which most of the glyphs read; along = position in that direction, across = the baseline's;
 *   2. sort by across, and cut into lines where the baseline moves by more than JUE_TUNE_SAME_LINE of the size;
 *   3. sort each line by along and append, with a space where the gap says so.
 * Chinese is set without spaces, so gaps inside a cell mean nothing (收  入, 公开 01 表) except between Latin words, of which one has
 * letters (Q1 2024, A & B); numbers that are set with spaces or broken over lines close up.
 */
#include "normalize/text.h"

#include <stdlib.h>

#include "normalize/tune.h"

/* One glyph with its place along and across the reading direction. */
typedef struct {
  gint32 along, end, across;
  guint index;
} Placed;

static JueReading
main_reading (const JueView *view, const guint *glyphs, guint n)
{
  guint count[JUE_READS_SLANTED + 1] = { 0 };
  for (guint i = 0; i < n; i++)
    count[g_array_index (view->glyphs, JueGlyph, glyphs[i]).reading]++;
  JueReading best = JUE_READS_RIGHT;
  for (JueReading r = JUE_READS_DOWN; r <= JUE_READS_UP; r++)
    if (count[r] > count[best])
      best = r;
  return best;
}

static Placed
place (const JueGlyph *g, JueReading reading, guint index)
{
  gboolean straight = g->reading == reading;
  switch (reading) {
    case JUE_READS_DOWN:
      return (Placed){ g->box.y0, g->box.y1, straight ? -g->baseline : -(g->box.x0 + g->box.x1) / 2, index };
    case JUE_READS_UP:
      return (Placed){ -g->box.y1, -g->box.y0, straight ? g->baseline : (g->box.x0 + g->box.x1) / 2, index };
    case JUE_READS_LEFT:
      return (Placed){ -g->box.x1, -g->box.x0, straight ? -g->baseline : -(g->box.y0 + g->box.y1) / 2, index };
    default:
      return (Placed){ g->box.x0, g->box.x1, straight ? g->baseline : (g->box.y0 + g->box.y1) / 2, index };
  }
}

static gint
by_across (gconstpointer a, gconstpointer b)
{
  const Placed *x = a, *y = b;
  if (x->across != y->across)
    return x->across < y->across ? -1 : 1;
  return x->along < y->along ? -1 : x->along > y->along;
}

static gint
by_along (gconstpointer a, gconstpointer b)
{
  const Placed *x = a, *y = b;
  if (x->along != y->along)
    return x->along < y->along ? -1 : 1;
  return x->end < y->end ? -1 : x->end > y->end;
}

/* Sorts, unless all stand in order already, as they mostly do: then nothing would change, since equals keep their order. */
static void
sort_placed (Placed *placed, guint n, GCompareFunc compare)
{
  guint i = 1;
  while (i < n && compare (&placed[i - 1], &placed[i]) <= 0)
    i++;
  if (i < n)
    qsort (placed, n, sizeof *placed, compare);
}

static gboolean
is_latin (gunichar ch)
{
  return ch < 0x250 && (g_ascii_isalpha ((gchar)MIN (ch, 0x7F)) || (ch >= 0xC0 && ch != 0xD7 && ch != 0xF7));
}

/* Characters that stand in Latin text: letters of any alphabet, digits, signs; no ideographs and their punctuation. */
static gboolean
is_narrow (gunichar ch)
{
  return ch < 0x2E80;
}

static gboolean
is_letter (gunichar ch)
{
  return is_latin (ch) || (ch >= 0x370 && is_narrow (ch) && g_unichar_isalpha (ch));
}

typedef struct {
  const JueView *view;
  JueTextMode mode;
  GString *out;
  gunichar before, last; /* last two characters put out, 0 at the start */
  gboolean letters;      /* the word that was put out last has letters */
} Joiner;

static gboolean
is_gap (const Joiner *j, const Placed *line, guint i)
{
  gint32 size = g_array_index (j->view->glyphs, JueGlyph, line[i].index).size;
  return (line[i].along - line[i - 1].end) * 100 >= size * JUE_TUNE_SPACE;
}

/* Whether the word that begins at @i has a letter. */
static gboolean
word_has_letter (const Joiner *j, const Placed *line, guint i, guint n)
{
  for (guint k = i; k < n && (k == i || !is_gap (j, line, k)); k++) {
    gunichar ch = g_array_index (j->view->glyphs, JueGlyph, line[k].index).ch;
    if (!is_narrow (ch))
      return FALSE;
    if (is_letter (ch))
      return TRUE;
  }
  return FALSE;
}

/* Whether a space is kept before the word at @i: between Latin words, one of them with letters. A number set with spaces closes
 * up. */
static gboolean
keeps_space (const Joiner *j, const Placed *line, guint i, guint n)
{
  gunichar next = g_array_index (j->view->glyphs, JueGlyph, line[i].index).ch;
  return is_narrow (j->last) && is_narrow (next) && (j->letters || word_has_letter (j, line, i, n));
}

static void
put_gap (Joiner *j, const Placed *line, guint i, guint n)
{
  gint32 size = g_array_index (j->view->glyphs, JueGlyph, line[i].index).size, gap = line[i].along - line[i - 1].end;
  if (j->mode == JUE_TEXT_LINE && gap * 100 >= size * JUE_TUNE_LINE_TAB)
    g_string_append_c (j->out, '\t');
  else if (j->mode == JUE_TEXT_LINE && gap * 100 >= size * JUE_TUNE_LINE_SPACE)
    g_string_append_c (j->out, ' ');
  else if (is_gap (j, line, i) && keeps_space (j, line, i, n))
    g_string_append_c (j->out, ' ');
}

/* Between two lines: as at a gap, but a word that ends with a hyphen goes on. */
static void
put_break (Joiner *j, const Placed *line, guint n)
{
  gboolean hyphen = j->last == '-' && is_letter (j->before);
  if (j->last != 0 && !hyphen && keeps_space (j, line, 0, n))
    g_string_append_c (j->out, ' ');
}

static void
put_line (Joiner *j, Placed *line, guint n)
{
  sort_placed (line, n, by_along);
  for (guint i = 0; i < n; i++) {
    const JueGlyph *g = &g_array_index (j->view->glyphs, JueGlyph, line[i].index);
    if (i == 0)
      put_break (j, line, n);
    else
      put_gap (j, line, i, n);
    j->letters = (j->letters && i > 0 && !is_gap (j, line, i)) || is_letter (g->ch);
    if (g->ch < 0x80)
      g_string_append_c (j->out, (gchar)g->ch);
    else
      g_string_append_unichar (j->out, g->ch);
    j->before = j->last;
    j->last = g->ch;
  }
}

static void
describe (const JueView *view, const guint *glyphs, guint n, JueTextInfo *info)
{
  guint bold = 0;
  *info = (JueTextInfo){ .size = 0 };
  for (guint i = 0; i < n; i++) {
    const JueGlyph *g = &g_array_index (view->glyphs, JueGlyph, glyphs[i]);
    info->box = i == 0 ? g->box : jue_box_union (info->box, g->box);
    info->size = MAX (info->size, g->size);
    info->unreadable |= g->ch == 0xFFFD;
    bold += g->font < view->page->fonts->len && g_array_index (view->page->fonts, JueFont, g->font).bold;
  }
  info->bold = bold * 2 > n;
  info->ink = jue_view_back (view, info->box);
}

void
jue_text_join (const JueView *view, guint *glyphs, guint n, JueTextMode mode, GString *out, JueTextInfo *info)
{
  describe (view, glyphs, n, info);
  if (n == 0)
    return;
  Joiner joiner = { .view = view, .mode = mode, .out = out };
  JueReading reading = main_reading (view, glyphs, n);
  g_autofree Placed *placed = g_new (Placed, n);
  for (guint i = 0; i < n; i++)
    placed[i] = place (&g_array_index (view->glyphs, JueGlyph, glyphs[i]), reading, glyphs[i]);
  sort_placed (placed, n, by_across);
  info->baseline = placed[0].across;
  for (guint i = 1, first = 0; i <= n; i++) {
    gint32 size = g_array_index (view->glyphs, JueGlyph, placed[i - 1].index).size;
    if (i < n && (placed[i].across - placed[i - 1].across) * 100 < size * JUE_TUNE_SAME_LINE)
      continue;
    put_line (&joiner, placed + first, i - first);
    first = i;
  }
}
