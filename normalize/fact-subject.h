#ifndef JUE_FACT_SUBJECT_H
#define JUE_FACT_SUBJECT_H

#include "normalize/prose.h"

/** All texts here are folded; what is returned is to be freed with g_free. */

/** jue_subject_without_quotes: @text without quotation marks of any kind. */
char *jue_subject_without_quotes (const char *text);

/** jue_subject_cut: takes the bytes [start, end) out of @text. */
void jue_subject_cut (char *text, guint start, guint end);

/** jue_subject_clean_name: @text without quotes and the words in front of a name. */
char *jue_subject_clean_name (JueProse *prose, const char *text);

/** jue_subject_clean: @text without quotes, asides and the words around a subject; may be empty. */
char *jue_subject_clean (JueProse *prose, const char *text);

/** jue_subject_full_width: @text with the brackets that names are written with. */
char *jue_subject_full_width (const char *text);

/** jue_subject_refused: whether @clean is too long for a subject, or its words say that it is none. */
gboolean jue_subject_refused (JueProse *prose, const char *clean);

/**
 * jue_subject_of: the subject that @text names, NULL if it names none, or what cannot be one.
 * @organisation: whose report it is, @project: what the paragraph is about; NULL if not known
 */
char *jue_subject_of (JueProse *prose, const char *organisation, const char *project, const char *text);

#endif
