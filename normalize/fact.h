#ifndef JUE_FACT_H
#define JUE_FACT_H

#include "normalize/paragraph.h"
#include "normalize/report.h"

/** JueFactReader: reads the figures of a document's prose into its report. */
typedef struct JueFactReader JueFactReader;

/** jue_fact_reader_new: @report, @catalogue are borrowed. */
JueFactReader *jue_fact_reader_new (JueReport *report, const JueCatalogue *catalogue);

/** jue_fact_reader_take: reads one block, a paragraph or heading of the given section (index into the report's sections). */
void jue_fact_reader_take (JueFactReader *self, const JueBlock *block, guint section);

/** jue_fact_reader_finish: adds the figures that no pattern named behind the facts, and frees the reader. */
void jue_fact_reader_finish (JueFactReader *self);

#endif
