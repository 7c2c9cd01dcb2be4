/* A few files, one after the other, by one desk (desk.h). */
#include "convert/convert.h"

#include <signal.h>
#include <string.h>

#include <glib/gstdio.h>

#include "convert/signals.h"
#include "convert/walk.h"
#include "extract/error.h"

char *
jue_convert_stem (const char *path)
{
  return strcmp (path, "-") == 0 ? g_strdup ("report") : jue_walk_stem (path);
}

void
jue_convert_clean (const char *dir, int pid)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  g_autofree char *prefix = g_strdup_printf (".juesuan-%d-", pid);
  const char *name;
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (dir, name, NULL);
    if (g_str_has_prefix (name, prefix))
      g_unlink (path);
  }
}

static JueOutcome
convert_file (JueDesk *desk, const char *path, const char *stem, const JueConvertOptions *options)
{
  g_autoptr (JueRow) row = jue_row_new ();
  g_autoptr (GError) error = NULL;
  row->path = g_strdup (path);
  row->output = g_strdup (stem);
  if (!jue_desk_convert (desk, row, options->tell, options->data, &error)) {
    options->tell (options->data, JUE_MESSAGE_ERROR, path, 0, row->reason);
    return JUE_OUTCOME_FAILED;
  }
  return row->status == JUE_ROW_CLEAN ? JUE_OUTCOME_CLEAN : JUE_OUTCOME_DOUBTFUL;
}

/* A name for the outputs of @path that is not in @used, which takes it over. */
static const char *
unique_stem (GHashTable *used, const char *path, const JueConvertOptions *options)
{
  g_autofree char *stem = jue_convert_stem (path);
  char *unique = g_strdup (stem);
  for (guint n = 2; g_hash_table_contains (used, unique); n++) {
    g_free (unique);
    unique = g_strdup_printf ("%s-%u", stem, n);
  }
  g_hash_table_add (used, unique);
  if (strcmp (unique, stem) != 0) {
    g_autofree char *text =
        g_strdup_printf ("another file is named so too; the outputs of this one are named %s", unique);
    options->tell (options->data, JUE_MESSAGE_NOTE, path, 0, text);
  }
  return unique;
}

static void
convert_all (JueDesk *desk, const char *const *files, guint n, const JueConvertOptions *options, guint *count)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n && jue_signals_pending () == 0; i++) {
    if (options->progress != NULL)
      options->progress (options->data, i, n, files[i]);
    count[convert_file (desk, files[i], unique_stem (used, files[i], options), options)]++;
  }
}

JueOutcome
jue_convert_files (const char *const *files, const JueConvertOptions *options)
{
  g_autoptr (GError) error = NULL;
  guint count[JUE_OUTCOME_FAILED + 1] = { 0 };
  guint n = g_strv_length ((char **)files);
  sigset_t before;
  jue_signals_hold (&before);
  JueDesk *desk = jue_desk_new (&options->desk, &error);
  if (desk != NULL)
    convert_all (desk, files, n, options, count);
  else
    options->tell (options->data, JUE_MESSAGE_ERROR, NULL, 0, error->message);
  jue_desk_free (desk);
  sigprocmask (SIG_SETMASK, &before, NULL); /* a signal that came meanwhile ends us here, after the cleaning */
  if (count[JUE_OUTCOME_CLEAN] + count[JUE_OUTCOME_DOUBTFUL] == 0)
    return JUE_OUTCOME_FAILED;
  return count[JUE_OUTCOME_CLEAN] == n ? JUE_OUTCOME_CLEAN : JUE_OUTCOME_DOUBTFUL;
}
