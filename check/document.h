#ifndef JUE_CHECK_DOCUMENT_H
#define JUE_CHECK_DOCUMENT_H

#include "normalize/catalogue.h"
#include "normalize/report.h"

/**
 * jue_check_document: organisation and year are the same throughout, announced forms are there, nothing is left
 * blank.
 */
void jue_check_document (JueReport *report, const JueCatalogue *catalogue);

/** jue_check_contents: forms that the table of contents announces are in the report. */
void jue_check_contents (JueReport *report, const JueCatalogue *catalogue);

/** jue_check_codes: codes have the names that the classification gives them, and the same name throughout. */
void jue_check_codes (JueReport *report, const JueCatalogue *catalogue);

#endif
