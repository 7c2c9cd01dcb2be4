#include "convert/leftovers.h"

#include <string.h>

#include <glib/gstdio.h>

#include "convert/desk.h"
#include "convert/journal.h"

/* TRUE for .juesuan-PID-XXXXXX and a journal that was being written. */
static gboolean
is_half_file (const char *name)
{
  static const char prefix[] = ".juesuan-";
  return g_str_has_prefix (name, JUE_JOURNAL_FILE ".")
         || (g_str_has_prefix (name, prefix) && g_ascii_isdigit (name[strlen (prefix)]));
}

void
jue_leftovers_remove (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (dir, name, NULL);
    if (g_str_has_prefix (name, JUE_DESK_FOLDER))
      jue_desk_clean (dir, (int)g_ascii_strtoll (name + strlen (JUE_DESK_FOLDER), NULL, 10));
    else if (is_half_file (name))
      g_unlink (path);
  }
}
