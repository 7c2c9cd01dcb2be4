#ifndef JUE_RAISED_H
#define JUE_RAISED_H

#include "extract/page.h"

/**
 * jue_raised_mark: footnote marks and exponents beside larger text, in @glyphs (of JueGlyph, in order of drawing): they get the
 * base line of their neighbour, and digits and signs become superscripts (¹ ² ⁺), so that they are no part of a number.
 */
void jue_raised_mark (GArray *glyphs);

#endif
