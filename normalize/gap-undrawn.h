#ifndef JUE_GAP_UNDRAWN_H
#define JUE_GAP_UNDRAWN_H

#include "normalize/caption.h"

/** Set in JueGapLines.kinds where a line was asked already. */
#define JUE_GAP_KIND_KNOWN 0x80

/**
 * JueGapLines: text lines of a page, of which it is found out what they are when somebody asks. All borrowed.
 * @items: of JueTextLine; @kinds: one byte per line, 0 at first
 */
typedef struct {
  const GArray *items;
  const JueCatalogue *catalogue;
  guint8 *kinds;
} JueGapLines;

const JueTextLine *jue_gap_line (const JueGapLines *self, guint i);

/** jue_gap_line_kind: JueLineKind of one of the lines. */
guint jue_gap_line_kind (JueGapLines *self, guint i);

/**
 * jue_gap_undrawn_find: tables of which nothing is drawn: the lines below captions that announce one, and those at the page's top.
 * @regions: of JueGapRegion: those found already, which are left alone; the new ones are added
 */
void jue_gap_undrawn_find (JueGapLines *lines, GArray *regions);

#endif
