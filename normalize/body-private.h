#ifndef JUE_BODY_PRIVATE_H
#define JUE_BODY_PRIVATE_H

#include "normalize/catalogue.h"
#include "normalize/report.h"

/** JueColumnUse: what one column of a form is used for. @half: which of the forms printed side by side it belongs to, from 0 */
typedef struct {
  JueColumnRole role;
  guint half;
} JueColumnUse;

/** jue_body_column_uses: one per column, from the catalogue, else from what the column holds. Free with g_free. */
JueColumnUse *jue_body_column_uses (const JueForm *form, const JueCatalogue *catalogue, const JueKnownForm *known);

/** jue_body_read_values: sets role, state, amount and unit of all body cells. */
void jue_body_read_values (JueReport *report, JueForm *form, const JueKnownForm *known, const JueColumnUse *uses);

/** jue_body_read_lines: fills the form's lines. */
void jue_body_read_lines (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JueColumnUse *uses);

#endif
