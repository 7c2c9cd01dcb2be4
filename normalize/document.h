#ifndef JUE_DOCUMENT_H
#define JUE_DOCUMENT_H

#include "normalize/flow.h"
#include "normalize/report.h"

/**
 * jue_document_describe: whose report it is, of which year, and whether 决算 or 预算: from what its forms and its first lines say.
 * The report's forms must have their captions.
 */
void jue_document_describe (JueReport *report, const JueCatalogue *catalogue, const JueFlow *flow);

#endif
