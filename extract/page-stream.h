#ifndef JUE_PAGE_STREAM_H
#define JUE_PAGE_STREAM_H

/* What page-write.c and page-read.c share. Nobody else needs it. */

#define JUE_PAGE_STREAM_ROOT "pages"

/** Most glyphs in one run of the stream; a longer one is written as several. */
#define JUE_PAGE_STREAM_MAX_RUN 4096

/** Words of the stream, in the order of their enum, ended by NULL. */
static const char *const jue_page_stream_readings[] = { "right", "down", "left", "up", "slanted", NULL };
static const char *const jue_page_stream_directions[] = { "horizontal", "vertical", NULL };
static const char *const jue_page_stream_origins[] = { "stroke", "fill", "edge", "image", NULL };
static const char *const jue_page_stream_statuses[] = { "ok", "no-text", "failed", NULL };

#endif
