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
 * JueSheetDraft: a page whose grids and lines are found, except for tables without column rules: their columns are found together
 * with those of the neighbouring pages.
 */
typedef struct JueSheetDraft JueSheetDraft;

/**
 * jue_sheet_draft_new: begins to lay out a page. @page is taken over.
 * @catalogue: knows captions and heads, by which tables without column rules are found; NULL: only ruled tables
 */
JueSheetDraft *jue_sheet_draft_new (JuePage *page, const JueCatalogue *catalogue);
void jue_sheet_draft_free (JueSheetDraft *self);

/** jue_sheet_draft_page: the page; NULL once the draft is finished. Borrowed. */
const JuePage *jue_sheet_draft_page (const JueSheetDraft *self);

/**
 * jue_sheet_draft_finish: the page's layout; once per draft, in the order of pages.
 * @before: the draft before, finished already; @after: the next one; each may be NULL. Doubts are added to @diagnoses.
 */
JueSheet *jue_sheet_draft_finish (JueSheetDraft *self, const JueSheetDraft *before, const JueSheetDraft *after, JueDiagnoses *diagnoses);

/** jue_sheet_new: lays out one page by itself. @page is borrowed; the rest is as above. */
JueSheet *jue_sheet_new (const JuePage *page, const JueCatalogue *catalogue, JueDiagnoses *diagnoses);
void jue_sheet_free (JueSheet *self);

/**
 * jue_sheets_mark_running: finds running heads and feet: texts near the upper or lower edge that stand at the same place on
 * several pages (digits count as equal, so that page numbers are found).
 * @sheets: all of a document, of JueSheet
 */
void jue_sheets_mark_running (GPtrArray *sheets);

#endif
