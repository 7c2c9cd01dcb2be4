#ifndef JUE_WATCH_H
#define JUE_WATCH_H

#include "extract/page-source.h"

/**
 * jue_watch_new: hands on the pages of @inner and sees to it that at least one of them could be read.
 * @inner: taken over; freed with the result
 * @current_page: set to 0 after the last page, so that later work is not put down to that page; or NULL
 * If no page could be read, the call that would say "no more pages" fails with JUE_ERROR_INPUT and the first page's
 * reason.
 */
JuePageSource *jue_watch_new (JuePageSource *inner, volatile guint *current_page);

#endif
