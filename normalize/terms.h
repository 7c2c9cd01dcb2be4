#ifndef JUE_TERMS_H
#define JUE_TERMS_H

#include "normalize/prose.h"
#include "normalize/report.h"

/** jue_terms_read: reads the paragraphs of the sections about terms (名词解释) as terms with their definitions. @prose knows the words. */
void jue_terms_read (JueReport *report, JueProse *prose);

#endif
