#ifndef JUE_BORDERS_H
#define JUE_BORDERS_H

#include "normalize/view.h"

/**
 * JueBorder: a straight line that divides cells, in the view's coordinates.
 * @at: y of a horizontal one, x of a vertical one; @from, @to: its extent along the other axis
 */
typedef struct {
  gint32 at;
  gint32 from, to;
} JueBorder;

/** JueBorders: a page's borders, each kind in order of @at, then @from. Collinear pieces are merged. */
typedef struct {
  GArray *horizontal; /* of JueBorder */
  GArray *vertical;   /* of JueBorder */
  gboolean too_many;  /* more than JUE_TUNE_BORDERS_MOST: both lists are empty */
} JueBorders;

/**
 * jue_borders_new: the rules of a page as borders.
 * White rules on white, transparent ones and those that a white fill covers later are no borders. Edges of fills are, where cells
 * are told apart by their backgrounds alone.
 */
JueBorders *jue_borders_new (const JueView *view);
void jue_borders_free (JueBorders *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueBorders, jue_borders_free)

#endif
