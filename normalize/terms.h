#ifndef JUE_TERMS_H
#define JUE_TERMS_H

#include "normalize/report.h"

/** jue_terms_read: reads the paragraphs of the sections about terms (名词解释) as terms with their definitions. */
void jue_terms_read (JueReport *report);

#endif
