#ifndef JUE_ROW_SPLIT_H
#define JUE_ROW_SPLIT_H

#include "normalize/catalogue.h"
#include "normalize/grid.h"

/**
 * jue_rows_split: divides rows of ruled grids that hold many lines of figures, where rules stand only between the columns.
 * @grids: of JueGrid, with their text, which has to be put in anew if TRUE is returned
 */
gboolean jue_rows_split (const JueView *view, const JueCatalogue *catalogue, GPtrArray *grids);

#endif
