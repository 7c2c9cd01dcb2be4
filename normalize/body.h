#ifndef JUE_BODY_H
#define JUE_BODY_H

#include "normalize/catalogue.h"
#include "normalize/report.h"

/**
 * jue_body_read: reads what the rows below the head say: lines (names, codes, line numbers, hierarchy) and exact values.
 * @known: the form's description, or NULL for an unknown table
 * The form's money_unit must be set before. Unreadable cells are added to the report's diagnoses.
 */
void jue_body_read (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JueKnownForm *known);

#endif
