#ifndef JUE_CONVERT_H
#define JUE_CONVERT_H

#include "convert/guard.h"
#include "convert/message.h"
#include "export/exporter.h"
#include "normalize/catalogue.h"

/** What became of a file, or of all files. */
typedef enum {
  JUE_OUTCOME_CLEAN,    /* delivered without a warning */
  JUE_OUTCOME_DOUBTFUL, /* delivered, but something was lost or is doubtful */
  JUE_OUTCOME_FAILED,   /* nothing was delivered */
} JueOutcome;

/** Limits of one document: bytes of address space, seconds of all attempts together, CPU seconds at a page, attempts. */
#define JUE_CONVERT_MEMORY (G_GUINT64_CONSTANT (1) << 30)
#define JUE_CONVERT_SECONDS 28
#define JUE_CONVERT_PAGE_SECONDS 5
#define JUE_CONVERT_ATTEMPTS 8

/**
 * JueConvertOptions: everything is borrowed.
 * @dir: where the outputs go; must exist
 * @exporters: the formats, ended by NULL
 * @password: for encrypted files, or NULL
 * @limits: NULL = the limits above
 * @tell: takes messages
 * @progress: called before each file, or NULL
 */
typedef struct {
  const char *dir;
  const JueExporter *const *exporters;
  const char *password;
  const JueExportOptions *export_options;
  const JueCatalogue *catalogue;
  const JueGuardLimits *limits;
  JueTell tell;
  void (*progress) (gpointer data, guint i, guint n, const char *file);
  gpointer data; /* of tell and progress */
} JueConvertOptions;

/**
 * jue_convert_files: converts each of @files (ended by NULL) in a process of its own to DIR/NAME.EXT.
 * NAME is the file name without .pdf; a name that was used before in this run gets -2, -3 … and a note says so.
 * Returns: JUE_OUTCOME_FAILED if no file succeeded, JUE_OUTCOME_DOUBTFUL if any failed or was doubtful.
 */
JueOutcome jue_convert_files (const char *const *files, const JueConvertOptions *options);

/** jue_convert_stem: the file name without folders and without .pdf; "report" for "-". Free with g_free. */
char *jue_convert_stem (const char *path);

/** jue_convert_clean: removes the temporary files, .juesuan-PID-*, that process @pid left in @dir. */
void jue_convert_clean (const char *dir, int pid);

#endif
