#ifndef JUE_PAGE_WRITE_H
#define JUE_PAGE_WRITE_H

#include <stdio.h>

#include "extract/page-source.h"

/** Version of the page stream; page-read.h refuses any other. Format: docs/page-stream.md, docs/page-stream.rng */
#define JUE_PAGE_STREAM_VERSION 1
#define JUE_PAGE_STREAM_NS "urn:juesuan:pages:1"

/** JuePageWriter: writes a page stream page by page. */
typedef struct JuePageWriter JuePageWriter;

/** jue_page_writer_new: starts a stream on @out (borrowed, not closed). Free with jue_page_writer_free. */
JuePageWriter *jue_page_writer_new (FILE *out, const JueSource *source);

/** jue_page_writer_add: writes one page. FALSE with JUE_ERROR_OUTPUT if it could not be written in full. */
gboolean jue_page_writer_add (JuePageWriter *self, const JuePage *page, GError **error);

/** jue_page_writer_finish: closes the root and flushes. Without it the stream counts as cut. */
gboolean jue_page_writer_finish (JuePageWriter *self, GError **error);

void jue_page_writer_free (JuePageWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JuePageWriter, jue_page_writer_free)

#endif
