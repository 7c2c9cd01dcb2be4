#ifndef JUE_GAP_GRID_H
#define JUE_GAP_GRID_H

#include "normalize/sheet.h"

/**
 * jue_gap_grids_find: grids of tables without column rules, from horizontal rules and the gaps in the text.
 * @ruled: the page's ruled grids; @lines: its text lines outside them
 * Returns: an array of JueGrid that owns them, without text. Their method is JUE_GRID_GAPS.
 */
GPtrArray *jue_gap_grids_find (const JueView *view, const JueBorders *borders, const GPtrArray *ruled, const GArray *lines,
                               const JueCatalogue *catalogue);

#endif
