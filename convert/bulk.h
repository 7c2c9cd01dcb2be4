#ifndef JUE_BULK_H
#define JUE_BULK_H

#include "convert/convert.h"
#include "convert/row.h"

/**
 * JueBulkCount: how far a bulk run is.
 * @total: documents that were found; @converted: clean and doubtful
 * @skipped: unchanged since an earlier run; @same: not converted, since another one holds the same bytes
 * @vanished: known from an earlier run, gone since
 * @unreadable: arguments and folders that could not be read
 * @pages: of the converted ones
 * @signal: what interrupted the run; 0 = nothing
 */
typedef struct {
  guint total, clean, doubtful, failed, skipped, same, vanished, unreadable;
  guint64 pages;
  gint64 started; /* monotonic */
  int signal;
} JueBulkCount;

/**
 * JueBulkOptions: everything is borrowed.
 * @paths: files and folders, ended by NULL; or NULL
 * @list: a file that lists more of them, or NULL; @list_nul: its entries end in zero bytes
 * @forms: the folder that the known forms came from, or NULL
 * @workers: at least 1
 * @force: convert also what is unchanged; @retry_failed: convert only what failed before
 * @tell: takes messages
 * @row: called for each document that is dealt with: converted, failed, the same as another, or vanished
 * @tick: called some times per second
 */
typedef struct {
  JueDeskOptions desk;
  const char *const *paths;
  const char *list;
  gboolean list_nul;
  const char *forms;
  guint workers;
  gboolean force, retry_failed;
  JueTell tell;
  void (*row) (gpointer data, const JueBulkCount *count, const JueRow *row);
  void (*tick) (gpointer data, const JueBulkCount *count);
  gpointer data; /* of tell, row and tick */
} JueBulkOptions;

/** So many documents in a row whose outputs cannot be written end the run. */
#define JUE_BULK_OUTPUT_FAILURES 10

/**
 * jue_bulk_run: converts all documents that are new, changed or failed before, to DIR/<path below the argument>/NAME.EXT,
 * and writes DIR/manifest.csv and manifest.jsonl.
 * Signals that end a process finish the documents at hand and record them; the caller then sees them in @count->signal.
 * Returns: JUE_OUTCOME_FAILED if nothing was delivered, now or before, although there was something to deliver;
 * JUE_OUTCOME_DOUBTFUL if any failed or was doubtful.
 */
JueOutcome jue_bulk_run (const JueBulkOptions *options, JueBulkCount *count);

#endif
