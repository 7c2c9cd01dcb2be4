#ifndef JUE_PERFORMANCE_H
#define JUE_PERFORMANCE_H

#include "normalize/catalogue-performance.h"
#include "normalize/report.h"

/**
 * jue_performance_recognize: which performance form this is, from its title and its parts.
 * Returns: NULL if it is none. Borrowed.
 */
const JuePerformanceForm *jue_performance_recognize (const JueCatalogue *catalogue, const JueForm *form);

/**
 * jue_performance_read: reads a recognized form: sets its id, fills fields and indicators, gives amounts to the cells that hold
 * any. The whole grid is its body: no row is head, no column has a path.
 * The form's money_unit must be set before.
 */
void jue_performance_read (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JuePerformanceForm *known);

/**
 * jue_performance_describe: if nothing else names the report's organisation, takes the unit that its performance forms are about.
 * Codes around the name (106001…-211300000) do not count.
 */
void jue_performance_describe (JueReport *report, const JueCatalogue *catalogue);

#endif
