#include <errno.h>
#include <string.h>

#include "extract/error.h"
#include "extract/stream-write.h"

gboolean
jue_write_to_file (gpointer data, const char *bytes, gsize length, GError **error)
{
  if (fwrite (bytes, 1, length, data) == length)
    return TRUE;
  g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "cannot write: %s", g_strerror (errno));
  return FALSE;
}

gboolean
jue_flush_file (FILE *out, GError **error)
{
  if (fflush (out) == 0 && !ferror (out))
    return TRUE;
  g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "cannot write: %s", g_strerror (errno));
  return FALSE;
}
