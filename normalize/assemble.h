#ifndef JUE_ASSEMBLE_H
#define JUE_ASSEMBLE_H

#include "normalize/catalogue.h"
#include "normalize/flow.h"
#include "normalize/report.h"

/**
 * jue_assemble: puts the parts of a table together to one form of @report: rows one below the other, columns matched, heads that
 * repeat dropped, rows and merged cells that a page break split made whole.
 * Cells hold text, spans and places; what they mean is found later.
 * Returns: the form, owned by the report.
 */
JueForm *jue_assemble (JueReport *report, const JueCatalogue *catalogue, const JueTable *table);

#endif
