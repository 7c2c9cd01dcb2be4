#ifndef JUE_CATALOGUE_LITERAL_H
#define JUE_CATALOGUE_LITERAL_H

#include <glib.h>

/** JueLiterals: texts of which one must occur wherever a pattern matches. */
typedef struct JueLiterals JueLiterals;

/** jue_literals_new: those of a pattern in the syntax of GRegex, without flags. */
JueLiterals *jue_literals_new (const char *pattern);
void jue_literals_free (JueLiterals *self);

/**
 * jue_literals_allow: FALSE if the pattern cannot match in @text; TRUE says nothing. @text: UTF-8.
 */
gboolean jue_literals_allow (const JueLiterals *self, const char *text);

#endif
