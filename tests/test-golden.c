/* What comes out of the samples, byte by byte: tests/golden. scripts/update-golden.sh rewrites it.
 * A sample has its JSON there; where its XML is there, too, its CSV files must be as well. */
#include <glib/gstdio.h>
#include <string.h>

#include "tests/cunit-main.h"

#define GOLDEN JUE_SOURCE_DIR "/tests/golden"
#define SAMPLES JUE_SOURCE_DIR "/samples"

static char *folder;

/* Names of the files in @dir that begin with @prefix and end with @suffix, to be freed. */
static GPtrArray *
list (const char *dir, const char *prefix, const char *suffix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) open = g_dir_open (dir, 0, NULL);
  for (const char *name; open != NULL && (name = g_dir_read_name (open)) != NULL;)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix))
      g_ptr_array_add (names, g_strdup (name));
  return names;
}

static gboolean
convert (const char *pdf, const char *formats)
{
  const char *argv[] = { JUE_PROGRAM, "convert", "-q", "--warnings-ok", pdf, "-o", folder, "--to", formats, NULL };
  int status = -1;
  return g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL)
         && status == 0;
}

/* Line of the first difference of two texts, from 1. */
static guint
line_of_difference (const char *a, const char *b)
{
  guint line = 1;
  for (; *a == *b && *a != '\0'; a++, b++)
    line += *a == '\n';
  return line;
}

static void
check_file (const char *name)
{
  g_autofree char *now = g_build_filename (folder, name, NULL), *then = g_build_filename (GOLDEN, name, NULL);
  g_autofree char *a = NULL, *b = NULL;
  gsize n = 0, m = 0;
  gboolean both = g_file_get_contents (now, &a, &n, NULL) && g_file_get_contents (then, &b, &m, NULL);
  gboolean same = both && n == m && memcmp (a, b, n) == 0;
  CU_ASSERT_TRUE (same);
  if (!both)
    fprintf (stderr, "%s: %s\n", name, a == NULL ? "is not made any more" : "has no golden file");
  else if (!same)
    fprintf (stderr, "%s: differs from line %u on\n", name, line_of_difference (a, b));
}

static void
check_sample (const char *pdf)
{
  g_autofree char *path = g_build_filename (SAMPLES, pdf, NULL), *stem = g_strndup (pdf, strlen (pdf) - 4);
  g_autofree char *xml = g_strconcat (GOLDEN "/", stem, ".xml", NULL), *prefix = g_strconcat (stem, ".", NULL);
  gboolean all = g_file_test (xml, G_FILE_TEST_EXISTS);
  gboolean converted = convert (path, all ? "xml,json,csv" : "json");
  CU_ASSERT_TRUE (converted);
  g_autoptr (GPtrArray) now = list (folder, prefix, ""), then = list (GOLDEN, prefix, "");
  for (guint i = 0; i < now->len; i++)
    check_file (g_ptr_array_index (now, i));
  for (guint i = 0; i < then->len; i++)
    if (!g_ptr_array_find_with_equal_func (now, g_ptr_array_index (then, i), g_str_equal, NULL))
      check_file (g_ptr_array_index (then, i));
}

static void
test_samples (void)
{
  g_autoptr (GPtrArray) pdfs = list (SAMPLES, "y_", ".pdf");
  CU_ASSERT_TRUE (pdfs->len >= 6);
  for (guint i = 0; i < pdfs->len; i++)
    check_sample (g_ptr_array_index (pdfs, i));
}

static void
test_orphans (void)
{
  g_autoptr (GPtrArray) files = list (GOLDEN, "", "");
  guint whole = 0;
  for (guint i = 0; i < files->len; i++) {
    const char *name = g_ptr_array_index (files, i);
    g_autofree char *stem = g_strndup (name, strcspn (name, ".")), *pdf = g_strconcat (SAMPLES "/", stem, ".pdf", NULL);
    CU_ASSERT_TRUE (g_file_test (pdf, G_FILE_TEST_EXISTS));
    whole += g_str_has_suffix (name, ".xml");
  }
  CU_ASSERT_TRUE (whole >= 2);
}

static const JueTest tests[] = {
  { "samples give their golden files", test_samples },
  { "golden files have their samples", test_orphans },
  { NULL, NULL },
};

int
main (void)
{
  folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  if (folder == NULL)
    return 1;
  int status = jue_test_main ("golden", tests);
  g_autoptr (GPtrArray) made = list (folder, "", "");
  for (guint i = 0; i < made->len; i++) {
    g_autofree char *path = g_build_filename (folder, g_ptr_array_index (made, i), NULL);
    g_remove (path);
  }
  g_rmdir (folder);
  g_free (folder);
  return status;
}
