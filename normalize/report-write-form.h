#ifndef JUE_REPORT_WRITE_FORM_H
#define JUE_REPORT_WRITE_FORM_H

#include "extract/stream-write.h"
#include "normalize/report.h"

/* What report-write.c and report-write-form.c share. Nobody else needs it. */

/** jue_report_write_form: one form. @scratch: any string, overwritten. */
void jue_report_write_form (JueXmlOut *xml, const JueForm *form, GString *scratch);

/** jue_report_write_content: text of the open element; printed="no" for NULL. */
void jue_report_write_content (JueXmlOut *xml, const char *text);

/** jue_report_write_printed: an element @name with place and text. */
void jue_report_write_printed (JueXmlOut *xml, const char *name, const JuePrinted *printed);

/** jue_report_write_amount: attribute "amount", exactly. */
void jue_report_write_amount (JueXmlOut *xml, JueAmount amount, GString *scratch);

#endif
