#ifndef JUE_TEXT_CLEANUP_H
#define JUE_TEXT_CLEANUP_H

#include "extract/page.h"

/**
 * jue_text_cleanup: the last look at a page's glyphs before it leaves extract/.
 * Marks what was drawn twice, sets the page's status, and diagnoses text of unknown meaning: glyphs without a character,
 * and characters of scripts that do not belong together, as fonts with a lost encoding give them.
 */
void jue_text_cleanup (JuePage *page);

#endif
