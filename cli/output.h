#ifndef JUE_OUTPUT_H
#define JUE_OUTPUT_H

#include <stdio.h>

#include <glib.h>

/** JueOutput: the output of a filter: standard output, or a file that appears under its name when it is complete. */
typedef struct JueOutput JueOutput;

/**
 * jue_output_open: @path NULL or "-" is standard output. What exists and is no regular file (a device, a pipe) is
 * written directly.
 * Returns: an output that jue_output_finish or jue_output_free ends; NULL with JUE_ERROR_OUTPUT.
 */
JueOutput *jue_output_open (const char *path, gboolean gzip, GError **error);

/** jue_output_stream: where to write. Borrowed. */
FILE *jue_output_stream (JueOutput *self);

/** jue_output_finish: flushes, checks that all was written, gives the file its name, frees @self in any case. */
gboolean jue_output_finish (JueOutput *self, GError **error);

/** jue_output_free: gives up and removes the incomplete file. */
void jue_output_free (JueOutput *self);

/** jue_output_folder: the folder in which jue_output_open would make its temporary file for @path. Free with g_free. */
char *jue_output_folder (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueOutput, jue_output_free)

#endif
