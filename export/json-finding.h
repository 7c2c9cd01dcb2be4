#ifndef JUE_JSON_FINDING_H
#define JUE_JSON_FINDING_H

#include "export/json-write.h"

/** jue_json_finding: one object of the list "findings". */
void jue_json_finding (JueJson *json, const JueFinding *finding);

#endif
