#ifndef JUE_GAP_DRAFT_H
#define JUE_GAP_DRAFT_H

#include "normalize/gap-region.h"
#include "normalize/gap-token.h"

/** JueGapPart: one table without column rules, on one page. */
typedef struct {
  JueGapRegion region;
  JueTokens *tokens;
  gint32 head_end;
  gboolean form; /* a performance form: gap-form.h */
  GArray *xs;    /* column borders (gint32), once they are found */
} JueGapPart;

/**
 * JueGapDraft: what a page shows of tables without column rules. Their columns are found together with those of the pages before
 * and behind, over which a table may run.
 * @first_bare, @last_bare: whether nothing but running heads and page numbers stands above the first, below the last
 */
typedef struct {
  GPtrArray *parts; /* of JueGapPart, from top to bottom */
  gboolean first_bare, last_bare;
} JueGapDraft;

/**
 * jue_gap_draft_new: looks for tables between horizontal rules.
 * @ruled: the page's ruled grids; @lines: its text lines outside them
 */
JueGapDraft *jue_gap_draft_new (const JueView *view, const JueBorders *borders, const GPtrArray *ruled,
                                const GArray *lines, const JueCatalogue *catalogue);
void jue_gap_draft_free (JueGapDraft *self);

/**
 * jue_gap_draft_grids: the grids of a draft, from horizontal rules and the gaps in the text.
 * @before: the draft of the page before, whose grids were made already; @after: that of the page behind; each may be NULL
 * Grids that are heads of such tables are extended in place.
 * Returns: an array of JueGrid that owns the others, without text. Their method is JUE_GRID_GAPS.
 */
GPtrArray *jue_gap_draft_grids (JueGapDraft *self, const JueGapDraft *before, const JueGapDraft *after,
                                const JueView *view);

#endif
