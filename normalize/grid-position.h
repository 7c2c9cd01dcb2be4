#ifndef JUE_GRID_POSITION_H
#define JUE_GRID_POSITION_H

#include "normalize/borders.h"

/**
 * JuePosition: a column or row border of a grid: a place, and the pieces drawn at it or near it.
 * @at: x of a column border, y of a row border; @length: of all pieces together; @pieces: of JueBorder, owned
 */
typedef struct {
  gint32 at;
  gint64 length;
  GArray *pieces;
} JuePosition;

/** jue_positions_new: the positions of those @borders whose @group is @wanted, ascending. An array of JuePosition that owns them. */
GArray *jue_positions_new (const GArray *borders, const guint *group, guint wanted);

/** jue_positions_merge_ragged: makes one of neighbouring positions at most @reach apart that never run side by side. */
void jue_positions_merge_ragged (GArray *positions, gint32 reach);

/**
 * jue_positions_add_implied: adds the outer positions of a grid that are not drawn, but implied by crossing lines that end there.
 * @xs, @ys: its column and row borders, of at least one each; @top_added, @bottom_added: whether the first, the last of @ys was added
 */
void jue_positions_add_implied (GArray *xs, GArray *ys, gboolean *top_added, gboolean *bottom_added);

#endif
