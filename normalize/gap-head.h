#ifndef JUE_GAP_HEAD_H
#define JUE_GAP_HEAD_H

#include "normalize/gap-region.h"
#include "normalize/gap-token.h"

/** JueHeadCell: a cell of a head that was found without column rules. Rows count from the head's top. */
typedef struct {
  JueBox box;              /* of its text */
  gboolean heads_ordinals; /* 栏次: names no column and may stand below all others */
  guint row, row_span;
  guint col, col_span;
} JueHeadCell;

/**
 * jue_gap_head_find: divides the head of a region into cells.
 * @xs: column borders; @head_end: where the head ends; @ys: gets the row borders (gint32) from the region's top to @head_end
 * Returns: an array of JueHeadCell; they do not overlap, but need not cover all of the head.
 */
GArray *jue_gap_head_find (const JueView *view, const JueGapRegion *region, const JueTokens *tokens, const GArray *xs,
                           gint32 head_end, GArray *ys);

#endif
