#ifndef JUE_TEXT_LAYOUT_H
#define JUE_TEXT_LAYOUT_H

#include <poppler.h>

#include "extract/page.h"

/** jue_text_layout_needed: whether glyphs of @page lack their text, or text may be there that was not drawn (scans). */
gboolean jue_text_layout_needed (const JuePage *page);

/**
 * jue_text_layout_apply: asks Poppler's text layout for the characters of the page.
 * Glyphs without a character get theirs; characters where nothing was drawn are added as invisible glyphs.
 * @pens: of the slanted glyphs, see jue_capture_pens
 * Returns: a set of the glyphs, by index, that turned out to stand for several characters, of which each keeps the first; the
 * caller's.
 */
GHashTable *jue_text_layout_apply (PopplerPage *source, GArray *pens, JuePage *page);

/** jue_text_layout_show: takes what apply added as invisible for visible: where fonts are missing, it was but not drawn. */
void jue_text_layout_show (JuePage *page);

/** jue_text_layout_forget: takes the characters away from all glyphs, so that apply has to find them (for tests). */
void jue_text_layout_forget (JuePage *page);

#endif
