#ifndef JUE_FLOW_H
#define JUE_FLOW_H

#include "normalize/caption.h"

/**
 * JueTable: a table of the document, perhaps over several pages.
 * @parts: its grids, in order (of JueGrid, borrowed from the sheets)
 * @sheets: the sheet of each part (of JueSheet, borrowed)
 * @caption: what stands above it; @notes: the lines below it (of JueSpot)
 */
typedef struct {
  GPtrArray *parts;
  GPtrArray *sheets;
  JueCaptionInfo caption;
  GArray *notes; /* of JueSpot */
} JueTable;

/**
 * JueFlow: the document in reading order, divided into tables and the text between.
 * @tables: of JueTable, owned
 * @text: lines that belong to no table (of JueSpot), in order
 * @loose: lines (JueTextLine) made of the cells of grids that are no tables; @text points to them
 */
typedef struct {
  GPtrArray *tables;
  GArray *text;
  GPtrArray *loose;
} JueFlow;

/** jue_flow_new: @sheets (of JueSheet) must outlive the flow. */
JueFlow *jue_flow_new (const JueCatalogue *catalogue, GPtrArray *sheets);
void jue_flow_free (JueFlow *self);

#endif
