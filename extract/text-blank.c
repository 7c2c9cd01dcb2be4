/* Blanks of fonts that are not in the file
 *
 * Elsewhere a glyph without ink is a blank; here there is no ink to look at. Such a font has one of the encodings that
 * everybody knows, so Poppler's layout knew its characters, all but the blanks, which it leaves out. So where most of the
 * page's glyphs of such fonts have got their character, the others are blanks (of other widths than the usual one, whose
 * number is known); where most have none, nothing is known and they stay unknown. Slanted glyphs are left out of it, as the
 * layout does not tell their places well.
 */
#include "extract/text-blank.h"

static gboolean
has_absent_font (const JuePage *page)
{
  for (guint i = 0; i < page->fonts->len; i++)
    if (g_str_equal (g_array_index (page->fonts, JueFont, i).name, JUE_FONT_NOT_EMBEDDED))
      return TRUE;
  return FALSE;
}

/* Whether the layout gave most of the glyphs their character. */
static gboolean
is_known (const JuePage *page)
{
  guint known = 0, unknown = 0;
  for (guint i = 0; i < page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (!jue_page_lacks_font (page, g) || g->ch == ' ' || g->reading == JUE_READS_SLANTED)
      continue;
    known += (g->flags & JUE_GLYPH_NO_UNICODE) == 0;
    unknown += (g->flags & JUE_GLYPH_NO_UNICODE) != 0;
  }
  return unknown > 0 && known >= unknown;
}

void
jue_text_blank_name (JuePage *page)
{
  if (!has_absent_font (page) || !is_known (page))
    return;
  for (guint i = 0; i < page->glyphs->len; i++) {
    JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if ((g->flags & JUE_GLYPH_NO_UNICODE) == 0 || !jue_page_lacks_font (page, g) || g->reading == JUE_READS_SLANTED)
      continue;
    g->ch = ' ';
    g->flags &= (guint8)~JUE_GLYPH_NO_UNICODE;
  }
}
