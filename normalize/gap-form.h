#ifndef JUE_GAP_FORM_H
#define JUE_GAP_FORM_H

#include "normalize/gap-region.h"
#include "normalize/gap-token.h"

/** jue_gap_form_is: whether a region holds a performance form, at least its indicator matrix, with rules between its rows. */
gboolean jue_gap_form_is (const JueGapRegion *region, const JueTokens *tokens);

/** jue_gap_form_columns: its column borders: x in the view (gint32), ascending, the region's sides included. */
GArray *jue_gap_form_columns (const JueView *view, const JueGapRegion *region, const JueTokens *tokens);

/**
 * jue_gap_form_grid: its grid, without text.
 * @xs: the columns, perhaps those of the page before
 */
JueGrid *jue_gap_form_grid (const JueGapRegion *region, const JueTokens *tokens, const GArray *xs, guint page);

/** jue_gap_form_rows: its row borders: y in the view (gint32), ascending. */
GArray *jue_gap_form_rows (const JueGapRegion *region);

/** JueGapPiece: a piece of text, from @x0 to @x1 in the view: what stands close together, also over several lines. */
typedef struct {
  gint32 x0, x1;
} JueGapPiece;

/** jue_gap_pieces_in: the pieces of the tokens whose middles lie in @area, from the left. */
GArray *jue_gap_pieces_in (const JueTokens *tokens, JueBox area);

#endif
