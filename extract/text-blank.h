#ifndef JUE_TEXT_BLANK_H
#define JUE_TEXT_BLANK_H

#include "extract/page.h"

/** jue_text_blank_name: makes blanks of the glyphs without character that are blanks in fonts which are not in the file. */
void jue_text_blank_name (JuePage *page);

#endif
