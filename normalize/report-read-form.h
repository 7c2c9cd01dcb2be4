#ifndef JUE_REPORT_READ_FORM_H
#define JUE_REPORT_READ_FORM_H

#include "normalize/report-in.h"

/** jue_report_in_form: reads the form that @self->in stands on, into the report. */
void jue_report_in_form (JueReportIn *self);

#endif
