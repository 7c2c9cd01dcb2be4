#ifndef JUE_CHECK_H
#define JUE_CHECK_H

#include "normalize/catalogue.h"
#include "normalize/report.h"

/**
 * jue_check: compares what the report says with what else it says, and adds findings and the proof of each value.
 * Findings and proofs that @report already has are replaced, so checking twice is checking once.
 * @report: changed in place; nothing but findings and proofs
 * Returns: FALSE with JUE_ERROR_LIMIT if the report is too large to be checked.
 */
gboolean jue_check (JueReport *report, const JueCatalogue *catalogue, GError **error);

#endif
