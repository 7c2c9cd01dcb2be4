#ifndef JUE_GLYPH_RULES_H
#define JUE_GLYPH_RULES_H

#include "extract/page.h"

/**
 * jue_glyph_rules_take: makes rules of the box-drawing characters of a page that draw a frame or a long line.
 * Those glyphs are taken from the page, which gets a diagnosis "glyph-rules"; others stay text.
 */
void jue_glyph_rules_take (JuePage *page);

#endif
