#ifndef JUE_VIEW_H
#define JUE_VIEW_H

#include "extract/page.h"

/**
 * JueView: a page turned so that most of its text reads from left to right.
 * Tables are often drawn sideways on upright pages; all recognition works on the view, and jue_view_back
 * gives places on the page as displayed.
 * @turn: by how many quarters the page was turned counter-clockwise: 0 to 3
 * @glyphs: copies, in the view's coordinates, without white space, duplicates, watermarks and text that is not to be used
 * @watermarks: number of visible glyphs left out as watermarks and seals
 * @slanted: number of slanted glyphs that were kept
 */
typedef struct {
  const JuePage *page;
  guint turn;
  gint32 width, height;
  GArray *glyphs; /* of JueGlyph */
  guint watermarks, slanted;
} JueView;

JueView *jue_view_new (const JuePage *page);
void jue_view_free (JueView *self);

/** jue_view_turn: a box of the page as a box of the view. */
JueBox jue_view_turn (const JueView *self, JueBox box);

/** jue_view_back: a box of the view as a box of the page. */
JueBox jue_view_back (const JueView *self, JueBox box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueView, jue_view_free)

#endif
