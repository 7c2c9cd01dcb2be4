#ifndef JUE_RECOGNIZE_H
#define JUE_RECOGNIZE_H

#include "normalize/catalogue.h"
#include "normalize/report.h"

/**
 * jue_recognize: which form of the catalogue this is, from its title and its head together.
 * Sets the ids of the columns that the form knows (borrowed from the catalogue until jue_recognize_id). The form's own id is set by jue_recognize_id, when the document's kind is known.
 * Returns: the known form, or NULL for an unknown table. Borrowed.
 */
const JueKnownForm *jue_recognize (const JueCatalogue *catalogue, JueForm *form);

/** jue_recognize_kind: what a form's title says of the document: 决算, 预算, or nothing. */
JueKind jue_recognize_kind (const JueCatalogue *catalogue, const char *title);

/**
 * jue_recognize_id: sets the form's id: "unknown", or the known form's, with "budget-" in front in a budget.
 * From here on, the ids of form and columns are owned by the report.
 */
void jue_recognize_id (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JueKnownForm *known);

#endif
