#ifndef JUE_GAP_DRAWN_H
#define JUE_GAP_DRAWN_H

#include "normalize/gap-region.h"
#include "normalize/gap-token.h"

/**
 * jue_gap_drawn_correct: the inner column borders of a region, corrected by what is drawn there: ends of rules, sides of fills.
 * @xs: the borders that the text shows, of gint32, ascending; taken over
 * Returns: @xs, or an array in its stead.
 */
GArray *jue_gap_drawn_correct (const JueView *view, const JueGapRegion *region, const JueTokens *tokens,
                               gint32 head_end, GArray *xs);

/** jue_gap_count_lines: number of lines of text below a region's head. */
guint jue_gap_count_lines (const JueTokens *tokens, gint32 head_end);

/** jue_gap_text_between: whether a piece of the body, totals aside, has its middle between two places on the x axis. */
gboolean jue_gap_text_between (const JueTokens *tokens, gint32 head_end, gint32 from, gint32 to);

#endif
