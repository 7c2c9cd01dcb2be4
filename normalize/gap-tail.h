#ifndef JUE_GAP_TAIL_H
#define JUE_GAP_TAIL_H

#include "normalize/gap-region.h"
#include "normalize/gap-token.h"

/** jue_gap_tail_is_head: whether a ruled grid holds nothing but the head of a table: known heads and column numbers, no amounts. */
gboolean jue_gap_tail_is_head (const JueGrid *grid, const JueCatalogue *catalogue);

/** jue_gap_tail_fits: whether the text of a region below such a grid is set in its columns. */
gboolean jue_gap_tail_fits (const JueGapRegion *region, const JueTokens *tokens);

#endif
