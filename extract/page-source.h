#ifndef JUE_PAGE_SOURCE_H
#define JUE_PAGE_SOURCE_H

#include "extract/page.h"

/**
 * JueSource: the file that everything came from.
 * @name: file name without folders; "-" for standard input
 * @sha256: 64 lower-case hexadecimal digits
 */
typedef struct {
  char *name;
  char sha256[65];
  guint64 bytes;
  guint pages;
} JueSource;

/**
 * JuePageSource: something that hands out pages one by one: a PDF (pdf.h) or a page stream (page-read.h).
 * Whoever makes one embeds this struct first and fills in the calls.
 */
typedef struct JuePageSource JuePageSource;

struct JuePageSource {
  JueSource info;
  JuePage *(*next) (JuePageSource *self, GError **error);
  void (*free) (JuePageSource *self);
};

/** jue_page_source_info: borrowed, lives as long as @self. */
const JueSource *jue_page_source_info (const JuePageSource *self);

/**
 * jue_page_source_next: the next page, to be freed by the caller.
 * Returns: NULL with @error set when the stream broke, NULL without @error after the last page.
 * A page that could not be read is no error: it comes with status JUE_PAGE_FAILED.
 */
JuePage *jue_page_source_next (JuePageSource *self, GError **error);

void jue_page_source_free (JuePageSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JuePageSource, jue_page_source_free)

#endif
