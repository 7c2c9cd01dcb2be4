#ifndef JUE_GRID_LONE_H
#define JUE_GRID_LONE_H

#include "normalize/borders.h"

/**
 * jue_grid_adopt_lone: gives vertical borders that nothing meets to the table beside which they run from top to bottom.
 * @group: group of each border, horizontal ones first; changed
 */
void jue_grid_adopt_lone (const JueBorders *borders, guint *group);

#endif
