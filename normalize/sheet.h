#ifndef JUE_SHEET_H
#define JUE_SHEET_H

#include "normalize/catalogue.h"
#include "normalize/grid.h"

/**
 * JueTextLine: a line of text outside all grids. Wide gaps are spaces, very wide ones tabs.
 * @box: in the sheet's (turned) coordinates; @ink: on the page as displayed
 * @running: the same text stands at this place on other pages too
 */
typedef struct {
  const char *text;
  JueBox box, ink;
  gint32 baseline;
  guint16 size;
  gboolean bold;
  gboolean running;
} JueTextLine;

/**
 * JueSheet: the layout of one page: its grids and the lines around them, both from top to bottom.
 * Kept for the whole document; much smaller than the page's glyphs.
 */
typedef struct {
  guint page;
  gint32 width, height;
  GPtrArray *grids; /* of JueGrid */
  GArray *lines;    /* of JueTextLine */
  GStringChunk *strings;
} JueSheet;

/**
 * jue_sheet_new: lays out one page; what is doubtful is added to @diagnoses.
 * @catalogue: knows captions and heads, by which tables without column rules are found; NULL: only ruled tables
 */
JueSheet *jue_sheet_new (const JuePage *page, const JueCatalogue *catalogue, JueDiagnoses *diagnoses);
void jue_sheet_free (JueSheet *self);

/**
 * jue_sheets_mark_running: finds running heads and feet: texts near the upper or lower edge that stand at the same place on
 * several pages (digits count as equal, so that page numbers are found).
 * @sheets: all of a document, of JueSheet
 */
void jue_sheets_mark_running (GPtrArray *sheets);

#endif
