#ifndef JUE_MESSAGE_H
#define JUE_MESSAGE_H

#include <stdio.h>

#include "extract/diagnosis.h"

/** What a message to the user is about. */
typedef enum {
  JUE_MESSAGE_ERROR,   /* nothing could be delivered for this file */
  JUE_MESSAGE_WARNING, /* something was lost or is doubtful */
  JUE_MESSAGE_NOTE,    /* good to know; changes no status */
} JueMessageKind;

/** JueTell: takes a message for the user. @file: the file it concerns, or NULL; @page: from 1, 0 = none. */
typedef void (*JueTell) (gpointer data, JueMessageKind kind, const char *file, guint page, const char *text);

/** More warnings than this about one file are counted, not listed; all of them are in its report. */
#define JUE_MESSAGES_MAX 20

/**
 * jue_tell_warnings: hands the warnings among @diagnoses to @tell: at most JUE_MESSAGES_MAX, and a line that counts the
 * rest.
 * Returns: TRUE if there is any.
 */
gboolean jue_tell_warnings (const JueDiagnoses *diagnoses, const char *file, JueTell tell, gpointer data);

/** jue_message_write: a JueTell whose data is a FILE *; one line per message, without @file. */
void jue_message_write (gpointer out, JueMessageKind kind, const char *file, guint page, const char *text);

/** jue_message_read: hands the lines that jue_message_write wrote to @tell, as messages about @file. */
void jue_message_read (const char *lines, const char *file, JueTell tell, gpointer data);

#endif
