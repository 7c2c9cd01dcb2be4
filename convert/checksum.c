#define _XOPEN_SOURCE 700 /* pread */

#include "convert/checksum.h"

#include <errno.h>
#include <unistd.h>

#include "extract/error.h"
#include "extract/sha256.h"

/* Bytes read at once. */
#define CHUNK 262144

char *
jue_checksum (int fd, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  JueSha256 *sum = jue_sha256_new ();
  off_t at = 0;
  ssize_t n;
  while ((n = pread (fd, buffer, CHUNK, at)) > 0 || (n < 0 && errno == EINTR)) {
    jue_sha256_add (sum, buffer, (gsize)MAX (n, 0));
    at += MAX (n, 0);
  }
  int reason = errno;
  g_autofree char *text = jue_sha256_end (sum);
  if (n == 0)
    return g_steal_pointer (&text);
  g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "cannot be read: %s", g_strerror (reason));
  return NULL;
}
