#ifndef JUE_LINES_H
#define JUE_LINES_H

#include "normalize/sheet.h"

/**
 * jue_lines_find: the text lines of a page outside its grids.
 * @inside: for each glyph of the view whether a grid has it (jue_cell_text_put)
 * @strings: owns the texts
 * Returns: an array of JueTextLine from top to bottom.
 */
GArray *jue_lines_find (const JueView *view, const guint8 *inside, GStringChunk *strings);

/** jue_lines_find_around: the same; captions of grids (of JueGrid) that stand side by side are lines of their own. */
GArray *jue_lines_find_around (const JueView *view, const guint8 *inside, const GPtrArray *grids, GStringChunk *strings);

#endif
