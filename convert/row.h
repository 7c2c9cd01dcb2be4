#ifndef JUE_ROW_H
#define JUE_ROW_H

#include <sys/stat.h>

#include "extract/error.h"
#include "normalize/report.h"

/** What became of a document. */
typedef enum {
  JUE_ROW_CLEAN,    /* delivered without a warning */
  JUE_ROW_DOUBTFUL, /* delivered, but something was lost or is doubtful */
  JUE_ROW_FAILED,   /* nothing was delivered */
  JUE_ROW_SAME,     /* not converted, since another document holds the same bytes */
  JUE_ROW_VANISHED, /* was converted once, is gone now */
} JueRowStatus;

/** Findings are counted by severity: error, warning, rounding, info, as JueFindingSeverity. */
#define JUE_ROW_FINDINGS (JUE_FINDING_INFO + 1)

/** JueStamp: what tells that a file is as it was without reading it. All 0: not known, or too young to be trusted. */
typedef struct {
  guint64 bytes;
  guint64 inode;
  gint64 modified, changed; /* nanoseconds since 1970 */
} JueStamp;

JueStamp jue_stamp_of (const struct stat *file);
gboolean jue_stamp_equal (const JueStamp *a, const JueStamp *b);

/**
 * JueRow: one document of a bulk run. Strings are owned; NULL = not known.
 * @source: absolute path, which identifies the document
 * @path: the path as it was found
 * @output: its outputs' folders and NAME below the folder of outputs
 * @files: names of its outputs, each behind a "/"
 * @options: what the result depends on besides the bytes, as a checksum
 * @same_as: @path of the document with the same bytes that was converted
 * @error: why it failed: a JueError; -1 = it did not
 * @values: amounts read
 * @wall, @cpu: microseconds
 */
typedef struct {
  char *source, *path, *output, *files;
  char *sha256;
  JueStamp stamp;
  guint64 bytes;
  guint pages, pages_without_text, year, forms, values, warnings;
  guint findings[JUE_ROW_FINDINGS];
  char *organisation;
  gint64 wall, cpu;
  guint status; /* JueRowStatus */
  gint error;
  char *reason, *same_as, *version, *options;
} JueRow;

JueRow *jue_row_new (void);
void jue_row_free (JueRow *self);

/** jue_row_describe: fills in what @report tells, and the status: clean or doubtful. */
void jue_row_describe (JueRow *self, const JueReport *report);

/** jue_row_fail: nothing was delivered, and why. What a report told is forgotten. */
void jue_row_fail (JueRow *self, const GError *error);

/** jue_row_to_line: all of it on one line, without a line end. Free with g_free. */
char *jue_row_to_line (const JueRow *self);

/** jue_row_from_line: NULL if the line is none of ours, or was cut. */
JueRow *jue_row_from_line (const char *line);

/** jue_row_status_name: "clean", … Static. */
const char *jue_row_status_name (guint status);
/** jue_row_error_name: "input", "limit", …; NULL for -1. Static. */
const char *jue_row_error_name (gint error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueRow, jue_row_free)

#endif
