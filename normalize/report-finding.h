#ifndef JUE_REPORT_FINDING_H
#define JUE_REPORT_FINDING_H

#include "extract/stream-write.h"
#include "normalize/report-in.h"

/* Findings in the report stream, for report-write.c and report-read.c only. */

/** Limits of one finding that is read. */
#define JUE_FINDING_MAX_PARTS 10000

void jue_report_write_finding (JueXmlOut *xml, const JueFinding *finding);

/** jue_report_in_finding: reads the finding that @self->in stands on. Its cells must lie in forms that were read. */
void jue_report_in_finding (JueReportIn *self);

#endif
