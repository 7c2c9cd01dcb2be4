#ifndef JUE_CELL_TEXT_H
#define JUE_CELL_TEXT_H

#include "normalize/grid.h"

/**
 * jue_cell_text_put: puts the glyphs of a page into the cells of its grids.
 * @grids: of JueGrid, as jue_grids_find gave them
 * Returns: for each glyph of the view whether it stands in a grid; free with g_free.
 */
guint8 *jue_cell_text_put (const JueView *view, GPtrArray *grids);

#endif
