#ifndef JUE_GAP_ROWS_H
#define JUE_GAP_ROWS_H

#include "normalize/gap-region.h"
#include "normalize/gap-token.h"

/** jue_gap_head_end: y where a region's head ends; its top if it has none. */
gint32 jue_gap_head_end (const JueGapRegion *region, const JueTokens *tokens);

/**
 * jue_gap_rows_find: the row borders of a region's body: y in the view, ascending, from @head_end to the region's bottom.
 * Returns: an array of gint32, of at least 2 if there is any text below @head_end, else empty.
 */
GArray *jue_gap_rows_find (const JueGapRegion *region, const JueTokens *tokens, gint32 head_end);

#endif
