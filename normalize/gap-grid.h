#ifndef JUE_GAP_GRID_H
#define JUE_GAP_GRID_H

#include "normalize/gap-draft.h"

/**
 * jue_gap_grid_new: the grid of a part whose columns are found, from horizontal rules and the gaps in the text; without text.
 * Returns: NULL if it is too small for a table.
 */
JueGrid *jue_gap_grid_new (const JueView *view, const JueGapPart *part);

/** jue_gap_grid_extend: adds the rows of a part to the grid that is its head, right above it; their cells are without text. */
void jue_gap_grid_extend (JueGrid *head, const JueGapPart *part);

#endif
