#ifndef JUE_NARRATIVE_H
#define JUE_NARRATIVE_H

#include "normalize/flow.h"
#include "normalize/report.h"

/** jue_narrative_read: the text outside all forms as sections with paragraphs, terms and facts. */
void jue_narrative_read (JueReport *report, const JueCatalogue *catalogue, const JueFlow *flow);

#endif
