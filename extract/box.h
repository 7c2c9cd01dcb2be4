#ifndef JUE_BOX_H
#define JUE_BOX_H

#include <glib.h>

/**
 * JueBox: a rectangle on a page as displayed (after /Rotate and CropBox).
 * Hundredths of a PDF point, origin at the page's top left, y grows downward; x0 <= x1 and y0 <= y1.
 * A box of zero width and height at the origin is the empty box: it stands for "no place".
 */
typedef struct {
  gint32 x0, y0, x1, y1;
} JueBox;

/**
 * JueProv: where something was seen: a page (from 1; 0 = nowhere) and a box on it.
 */
typedef struct {
  guint page;
  JueBox box;
} JueProv;

/** jue_box_is_empty: TRUE for a box of no width and no height. */
gboolean jue_box_is_empty (const JueBox *box);

/**
 * jue_box_union: smallest box that holds both.
 * An empty box is ignored; two empty boxes give an empty one.
 */
JueBox jue_box_union (JueBox a, JueBox b);

/** jue_box_contains: TRUE if the point lies in the half-open box [x0,x1) x [y0,y1). */
gboolean jue_box_contains (const JueBox *box, gint32 x, gint32 y);

/** jue_box_overlaps: TRUE if the two boxes share some area (touching edges do not). */
gboolean jue_box_overlaps (const JueBox *a, const JueBox *b);

#endif
