#ifndef JUE_CONTINUATION_H
#define JUE_CONTINUATION_H

#include "normalize/flow.h"

/**
 * jue_continues: whether @grid is the next part of @table.
 * @between: what the lines between say, @notes: whether notes of @table stand between
 */
gboolean jue_continues (const JueTable *table, const JueCatalogue *catalogue, const JueSheet *sheet, const JueGrid *grid,
                        const JueCaptionInfo *between, gboolean notes);

/** jue_grid_title_row: text of the grid's first row if the row is one cell over its whole width; else NULL. Borrowed. */
const char *jue_grid_title_row (const JueGrid *grid, guint row);

#endif
