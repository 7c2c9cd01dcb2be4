#ifndef JUE_JSON_FORM_H
#define JUE_JSON_FORM_H

#include "export/json-write.h"

/** jue_json_form: one object of "tables". Each row of the table takes at most one line per list. */
void jue_json_form (JueJson *json, const JueForm *form);

#endif
