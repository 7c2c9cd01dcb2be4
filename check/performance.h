#ifndef JUE_CHECK_PERFORMANCE_H
#define JUE_CHECK_PERFORMANCE_H

#include "normalize/catalogue.h"
#include "normalize/report.h"

/** jue_check_performance: adds findings about the figures of performance forms. */
void jue_check_performance (JueReport *report, const JueCatalogue *catalogue);

#endif
