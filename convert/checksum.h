#ifndef JUE_CHECKSUM_H
#define JUE_CHECKSUM_H

#include <glib.h>

/** jue_checksum: SHA-256 of an open file, from its beginning. Free with g_free; NULL with JUE_ERROR_INPUT. */
char *jue_checksum (int fd, GError **error);

#endif
