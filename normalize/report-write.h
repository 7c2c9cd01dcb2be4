#ifndef JUE_REPORT_WRITE_H
#define JUE_REPORT_WRITE_H

#include <stdio.h>

#include "extract/stream-write.h"
#include "normalize/report.h"

/** Version of the report stream. Format: docs/report-stream.md, docs/report-stream.rng */
#define JUE_REPORT_STREAM_VERSION 1
#define JUE_REPORT_STREAM_NS "urn:juesuan:report:1"

/** jue_report_write: the whole report as XML through @write. */
gboolean jue_report_write (const JueReport *report, JueWriteFunc write, gpointer data, GError **error);

/** jue_report_write_packed: the same, packed for another process of this program (jue_report_read_packed). */
gboolean jue_report_write_packed (const JueReport *report, JueWriteFunc write, gpointer data, GError **error);

/** jue_report_write_file: the same onto @out (borrowed), flushed. */
gboolean jue_report_write_file (const JueReport *report, FILE *out, GError **error);

#endif
