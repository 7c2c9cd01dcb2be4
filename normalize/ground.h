#ifndef JUE_GROUND_H
#define JUE_GROUND_H

#include "normalize/grid.h"

/**
 * jue_ground_mark: marks the texts of a grid's first rows as striking if they stand on a coloured ground of their own.
 * @grid: with its text
 */
void jue_ground_mark (const JueView *view, JueGrid *grid);

#endif
