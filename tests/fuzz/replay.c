/* Runs a fuzz program over files, and over all files of folders, that are named on the command line. */
#include <stdio.h>

#include "tests/fuzz/fuzz.h"

static guint
replay_file (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;
  if (!g_file_get_contents (path, &bytes, &length, NULL)) {
    fprintf (stderr, "cannot read %s\n", path);
    return 0;
  }
  fprintf (stderr, "%s\n", path);
  LLVMFuzzerTestOneInput ((const uint8_t *)bytes, length);
  return 1;
}

static guint
replay (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;
  if (dir == NULL)
    return replay_file (path);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    n += replay_file (file);
  }
  return n;
}

int
main (int argc, char **argv)
{
  guint n = 0;
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  for (int i = 1; i < argc; i++)
    n += replay (argv[i]);
  fprintf (stderr, "%u inputs\n", n);
  return n > 0 ? 0 : 1;
}
