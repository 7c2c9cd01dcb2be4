#ifndef JUE_HEADING_H
#define JUE_HEADING_H

#include "normalize/caption.h"

/**
 * jue_heading_find: the title printed above a table of which no caption names a known kind of title: Table 3: …, 表3 …, or a short
 * line by itself. The lines are those between the table before and this one, in order.
 * @prov: where it stands; written only if there is one
 * Returns: without number or label; owned; NULL if there is none.
 */
char *jue_heading_find (const JueCatalogue *catalogue, const JueSpot *spots, guint n, const JueSheet *sheet, const JueGrid *grid,
                        JueProv *prov);

#endif
