#ifndef JUE_CAPTURE_FONT_H
#define JUE_CAPTURE_FONT_H

#include <glib.h>

/** Family name of the font that stands for those that are not embedded. */
#define JUE_BLANK_FAMILY "juesuan blank"

/** Number of its glyph that leaves no ink. */
#define JUE_BLANK_GLYPH 1

/**
 * Figures and the signs beside them have this number plus their ASCII code there, if the font that is missing is a simple one.
 * No composite font comes near: these use the numbers of Adobe's character collections (up to some 30,000), or those of a font
 * on the author's machine, which has fewer glyphs.
 */
#define JUE_BLANK_FIRST 65000

/** jue_blank_figure: the ASCII character of a glyph of that font; 0 if it is none. Poppler gives codes without a name number 2^32 - 1. */
static inline gunichar
jue_blank_figure (gulong number)
{
  return number > JUE_BLANK_FIRST && number < JUE_BLANK_FIRST + 0x7F ? (gunichar)(number - JUE_BLANK_FIRST) : 0;
}

/**
 * jue_blank_font: path of the font that stands for those that are not embedded, borrowed; NULL if it was not installed with
 * the program, so that the system's fonts are taken. Looked for once.
 */
const char *jue_blank_font (gboolean bold);

#endif
