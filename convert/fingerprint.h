#ifndef JUE_FINGERPRINT_H
#define JUE_FINGERPRINT_H

#include "convert/desk.h"

/**
 * jue_fingerprint: a short checksum of all options that results depend on. Free with g_free.
 * @forms: the folder that the known forms were taken from; NULL = those built in
 */
char *jue_fingerprint (const JueDeskOptions *options, const char *forms);

#endif
