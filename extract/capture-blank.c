/* Glyphs that are spaces unless they turn out to be something else: nothing is known of them when they are drawn. */
#include "extract/capture-private.h"

void
jue_capture_note_blank (JueCapture *self)
{
  if (self->page->glyphs->len == 0)
    return;
  guint last = self->page->glyphs->len - 1;
  g_array_append_val (self->blanks, last);
}

void
jue_capture_settle_blanks (const JueCapture *self, JuePage *page)
{
  for (guint i = 0; i < self->blanks->len; i++) {
    JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, g_array_index (self->blanks, guint, i));
    if (!(g->flags & JUE_GLYPH_NO_UNICODE))
      continue;
    g->ch = ' ';
    g->flags &= (guint8)~JUE_GLYPH_NO_UNICODE;
  }
}
