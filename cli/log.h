#ifndef JUE_LOG_H
#define JUE_LOG_H

#include "cli/cli.h"
#include "convert/bulk.h"

/**
 * JueLog: what a bulk run says on standard error: messages, and a bar if that is a terminal; or one JSON object per line.
 * @shown: when the bar was drawn last, monotonic; @bar: it stands there now
 */
typedef struct {
  const JueCommon *common;
  gboolean json;
  gboolean terminal;
  gboolean bar;
  gint64 shown;
} JueLog;

/** jue_log_init: @json: one JSON object per line. */
void jue_log_init (JueLog *self, const JueCommon *common, gboolean json);

/** jue_log_tell, jue_log_row, jue_log_tick: call-backs for JueBulkOptions; @log is a JueLog. */
void jue_log_tell (gpointer log, JueMessageKind kind, const char *file, guint page, const char *text);
void jue_log_row (gpointer log, const JueBulkCount *count, const JueRow *row);
void jue_log_tick (gpointer log, const JueBulkCount *count);

/** jue_log_summary: the last words of a run. */
void jue_log_summary (JueLog *self, const JueBulkCount *count);

#endif
