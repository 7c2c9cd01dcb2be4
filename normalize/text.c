/* From glyphs to strings
 *
 * Glyphs come in the order in which they were drawn, which may be any. Method:
 *   1. take the direction in which most of the glyphs read; along = position in that direction, across = the baseline's;
 *   2. sort by across, and cut into lines where the baseline moves by more than JUE_TUNE_SAME_LINE of the size;
 *   3. sort each line by along and append, with a space where the gap says so.
 * Chinese is set without spaces, so gaps inside a cell mean nothing (收  入, 公开 01 表) except between Latin words; numbers
 * that are set with spaces or broken over lines close up.
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

static gboolean
is_latin (gunichar ch)
{
  return ch < 0x250 && (g_ascii_isalpha ((gchar)MIN (ch, 0x7F)) || (ch >= 0xC0 && ch != 0xD7 && ch != 0xF7));
}

static gboolean
is_word (gunichar ch)
{
  return is_latin (ch) || (ch < 0x80 && (g_ascii_isdigit ((gchar)ch) || ch == '.' || ch == ',' || ch == ')' || ch == '('));
}

/* Whether two neighbours keep a space: both are parts of Latin text, and at least one is a letter. */
static gboolean
keeps_space (gunichar before, gunichar after)
{
  return is_word (before) && is_word (after) && (is_latin (before) || is_latin (after));
}

typedef struct {
  const JueView *view;
  JueTextMode mode;
  GString *out;
  gunichar last; /* last character put out, 0 at the start */
} Joiner;

static void
put_gap (Joiner *j, gint32 gap, gint32 size, gunichar next)
{
  if (j->last == 0)
    return;
  if (j->mode == JUE_TEXT_LINE && gap * 100 >= size * JUE_TUNE_LINE_TAB)
    g_string_append_c (j->out, '\t');
  else if (j->mode == JUE_TEXT_LINE && gap * 100 >= size * JUE_TUNE_LINE_SPACE)
    g_string_append_c (j->out, ' ');
  else if (gap * 100 >= size * JUE_TUNE_SPACE && keeps_space (j->last, next))
    g_string_append_c (j->out, ' ');
}

static void
put_line (Joiner *j, Placed *line, guint n)
{
  gboolean first = TRUE;
  gint32 end = 0;
  qsort (line, n, sizeof *line, by_along);
  for (guint i = 0; i < n; i++) {
    const JueGlyph *g = &g_array_index (j->view->glyphs, JueGlyph, line[i].index);
    if (!first)
      put_gap (j, line[i].along - end, g->size, g->ch);
    else if (j->last != 0 && keeps_space (j->last, g->ch))
      g_string_append_c (j->out, ' ');
    first = FALSE;
    end = line[i].end;
    if (g->ch < 0x80)
      g_string_append_c (j->out, (gchar)g->ch);
    else
      g_string_append_unichar (j->out, g->ch);
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
  Joiner joiner = { view, mode, out, 0 };
  JueReading reading = main_reading (view, glyphs, n);
  g_autofree Placed *placed = g_new (Placed, n);
  for (guint i = 0; i < n; i++)
    placed[i] = place (&g_array_index (view->glyphs, JueGlyph, glyphs[i]), reading, glyphs[i]);
  qsort (placed, n, sizeof *placed, by_across);
  info->baseline = placed[0].across;
  for (guint i = 1, first = 0; i <= n; i++) {
    gint32 size = g_array_index (view->glyphs, JueGlyph, placed[i - 1].index).size;
    if (i < n && (placed[i].across - placed[i - 1].across) * 100 < size * JUE_TUNE_SAME_LINE)
      continue;
    put_line (&joiner, placed + first, i - first);
    first = i;
  }
}
