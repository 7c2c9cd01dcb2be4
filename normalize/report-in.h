#ifndef JUE_REPORT_IN_H
#define JUE_REPORT_IN_H

#include "extract/stream-read.h"
#include "normalize/report.h"

/* What the parts of the report's reader share. Nobody else needs it. */

/** JueReportIn: a report while it is read. @cells, @text: how much of the limits is used. */
typedef struct {
  JueXmlIn *in;
  JueReport *report;
  gsize cells, text;
} JueReportIn;

/** jue_report_in_attr: an attribute's text, owned by the report; NULL if it is absent. */
const char *jue_report_in_attr (JueReportIn *self, const char *name);

/** jue_report_in_content: the element's text, owned by the report; NULL for printed="no". To be called last. */
const char *jue_report_in_content (JueReportIn *self);

/** jue_report_in_printed: place and text of an element. */
JuePrinted jue_report_in_printed (JueReportIn *self);

/** jue_report_in_amount: attribute "amount". FALSE if it is absent or refused. */
gboolean jue_report_in_amount (JueReportIn *self, JueAmount *amount);

#endif
