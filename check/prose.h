#ifndef JUE_CHECK_PROSE_H
#define JUE_CHECK_PROSE_H

#include "check/equation.h"

/** jue_check_prose: adds findings about the facts of the prose. @ledgers: of JueLedger */
void jue_check_prose (JueReport *report, const GPtrArray *ledgers, const JueCatalogue *catalogue);

#endif
