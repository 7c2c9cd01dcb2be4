#define _XOPEN_SOURCE 700 /* pread */

#include "convert/checksum.h"

#include <errno.h>
#include <unistd.h>

#include "extract/error.h"

/* Bytes read at once. */
#define CHUNK 262144

char *
jue_checksum (int fd, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  off_t at = 0;
  ssize_t n;
  while ((n = pread (fd, buffer, CHUNK, at)) > 0 || (n < 0 && errno == EINTR)) {
    g_checksum_update (sum, buffer, MAX (n, 0));
    at += MAX (n, 0);
  }
  char *text = n == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
  g_checksum_free (sum);
  if (text == NULL)
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "cannot be read: %s", g_strerror (errno));
  return text;
}
