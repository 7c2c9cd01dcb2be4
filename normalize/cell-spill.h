#ifndef JUE_CELL_SPILL_H
#define JUE_CELL_SPILL_H

#include "normalize/grid.h"

/** JueSeat: where a glyph stands: grid number and cell number; grid -1 is outside. */
typedef struct {
  gint grid;
  gint cell;
} JueSeat;

/**
 * jue_cell_spill_take: gives the lines of text that run out of a grid's lowest cells to these cells.
 * @grids: of JueGrid; @seats: one per glyph of the view
 */
void jue_cell_spill_take (const JueView *view, const GPtrArray *grids, JueSeat *seats);

#endif
