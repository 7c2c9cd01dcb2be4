#ifndef JUE_GAP_REGION_H
#define JUE_GAP_REGION_H

#include "normalize/sheet.h"

/**
 * JueGapRegion: where a table without column rules stands.
 * @box: in the view; its top and bottom are rules, or the page's text ends there
 * @rules: y of the horizontal rules over its whole width (gint32, ascending)
 * @parts: shorter horizontal rules in it (JueBorder), as below a head over several columns
 * @bottom_drawn: whether it ends at a rule
 * @above: a ruled grid, borrowed, that is nothing but the head of this table, right above it; NULL if there is none. The region is the
 * body, and its columns are the grid's
 * @only_continues: there is no rule and no caption: it is a table only if the page before ends with one that goes on
 */
typedef struct {
  JueBox box;
  GArray *rules;
  GArray *parts;
  gboolean bottom_drawn;
  gboolean only_continues;
  JueGrid *above;
} JueGapRegion;

/**
 * jue_gap_regions_find: regions between horizontal rules that no ruled grid uses, of equal extent, with no caption between them;
 * and, without any rule, the lines right below a caption that names a unit or a known form, and those at the top of a page.
 * @lines: the page's text lines (of JueTextLine) outside ruled grids
 * Returns: an array of JueGapRegion that owns their lists, from top to bottom.
 */
GArray *jue_gap_regions_find (const JueView *view, const JueBorders *borders, const GPtrArray *grids,
                              const GArray *lines, const JueCatalogue *catalogue);

#endif
