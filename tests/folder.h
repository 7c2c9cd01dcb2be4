#ifndef FOLDER_H
#define FOLDER_H

/* A folder of its own for a test program. */

#include <glib.h>
#include <glib/gstdio.h>

/* folder_remove: with all in it. */
static inline void
folder_remove (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    folder_remove (child);
  }
  g_remove (path);
}

/* folder_put: writes a file below @folder, and the folders it needs. Returns: its path, to be freed. */
static inline char *
folder_put (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_mkdir_with_parents (parent, 0777);
  g_file_set_contents (path, text, -1, NULL);
  return path;
}

#endif
