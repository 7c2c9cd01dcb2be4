#ifndef JUE_SINK_H
#define JUE_SINK_H

#include <stdio.h>

#include <glib.h>

/**
 * JueSink: where the bytes of one output file go: a temporary file that is renamed when complete, or a stream;
 * plain or gzip.
 */
typedef struct JueSink JueSink;

/** JueSinkMaker: opens one sink per output file, from the suffix behind the report's name (".json", ".income.csv"). */
typedef struct JueSinkMaker JueSinkMaker;

/** jue_sink_maker_open: the caller ends it with jue_sink_finish or drops it with jue_sink_free. */
JueSink *jue_sink_maker_open (JueSinkMaker *maker, const char *suffix, GError **error);

/** jue_sink_write: buffered. A failure is remembered and reported by this call or by jue_sink_finish. */
gboolean jue_sink_write (JueSink *self, const char *bytes, gsize length, GError **error);

/** jue_sink_finish: flushes, checks, renames, frees @self in any case. */
gboolean jue_sink_finish (JueSink *self, GError **error);

/** jue_sink_free: gives up; the half-written file is removed. */
void jue_sink_free (JueSink *self);

/** jue_sink_maker_new_files, jue_sink_maker_new_stream: borrowed strings and stream must outlive the maker. */
JueSinkMaker *jue_sink_maker_new_files (const char *dir, const char *stem, gboolean gzip);
JueSinkMaker *jue_sink_maker_new_stream (FILE *out, gboolean gzip);
void jue_sink_maker_free (JueSinkMaker *self);

#endif
