#ifndef JUE_PAGE_READ_H
#define JUE_PAGE_READ_H

#include "extract/page-source.h"

/**
 * jue_page_reader_new: reads a page stream, plain or gzip, page by page; "-" is standard input.
 * Returns: a source of pages, to be freed; NULL with JUE_ERROR_INPUT (no page stream) or JUE_ERROR_VERSION.
 * A stream whose root is not closed makes the last jue_page_source_next fail with JUE_ERROR_INPUT.
 */
JuePageSource *jue_page_reader_new (const char *path, GError **error);

#endif
