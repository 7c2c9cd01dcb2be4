#ifndef JUE_GAP_COLUMNS_H
#define JUE_GAP_COLUMNS_H

#include "normalize/gap-region.h"
#include "normalize/gap-token.h"

/**
 * jue_gap_columns_find: the column borders of a region: x in the view, ascending, the region's sides included.
 * @head_end: y where the head ends and the body begins
 * Returns: an array of gint32, of at least 2.
 */
GArray *jue_gap_columns_find (const JueView *view, const JueGapRegion *region, const JueTokens *tokens,
                              gint32 head_end);

#endif
