#ifndef JUE_CONVERT_H
#define JUE_CONVERT_H

#include "convert/desk.h"

/** What became of a file, or of all files. */
typedef enum {
  JUE_OUTCOME_CLEAN,    /* delivered without a warning */
  JUE_OUTCOME_DOUBTFUL, /* delivered, but something was lost or is doubtful */
  JUE_OUTCOME_FAILED,   /* nothing was delivered */
} JueOutcome;

/**
 * JueConvertOptions: everything is borrowed.
 * @desk: what to make, and where
 * @tell: takes messages
 * @progress: called before each file, or NULL
 */
typedef struct {
  JueDeskOptions desk;
  JueTell tell;
  void (*progress) (gpointer data, guint i, guint n, const char *file);
  gpointer data; /* of tell and progress */
} JueConvertOptions;

/**
 * jue_convert_files: converts each of @files (ended by NULL) to DIR/NAME.EXT.
 * NAME is the file name without .pdf; a name that was used before in this run gets -2, -3 … and a note says so.
 * Returns: JUE_OUTCOME_FAILED if no file succeeded, JUE_OUTCOME_DOUBTFUL if any failed or was doubtful.
 */
JueOutcome jue_convert_files (const char *const *files, const JueConvertOptions *options);

/** jue_convert_stem: the file name without folders and without .pdf; "report" for "-". Free with g_free. */
char *jue_convert_stem (const char *path);

/** jue_convert_clean: removes the temporary files, .juesuan-PID-*, that process @pid left in @dir. */
void jue_convert_clean (const char *dir, int pid);

#endif
