#ifndef JUE_PAINT_H
#define JUE_PAINT_H

#include "normalize/view.h"

/**
 * jue_paint_find: the cells that are told apart by their backgrounds, as boxes (JueBox) in the view; gaps between stripes are
 * cells as well. None where lines divide the painted cells, or where they hold no text.
 * @cells: boxes of cells are added
 * @rows: boxes of rows that are painted over the whole width are added; only their upper and lower sides count
 */
void jue_paint_find (const JueView *view, GArray *cells, GArray *rows);

/** jue_paint_is_behind: whether a coloured background lies behind a white rule, so that it shows. @box: on the page */
gboolean jue_paint_is_behind (const JuePage *page, const JueBox *box, guint32 order);

#endif
