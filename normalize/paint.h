#ifndef JUE_PAINT_H
#define JUE_PAINT_H

#include "normalize/view.h"

/**
 * jue_paint_find: the cells that are told apart by their backgrounds, as boxes in the view; gaps between stripes are cells as well.
 * Returns: an array of JueBox that the caller owns; empty where lines divide the painted cells, or where they hold no text.
 */
GArray *jue_paint_find (const JueView *view);

/** jue_paint_is_behind: whether a coloured background lies behind a white rule, so that it shows. @box: on the page */
gboolean jue_paint_is_behind (const JuePage *page, const JueBox *box, guint32 order);

#endif
