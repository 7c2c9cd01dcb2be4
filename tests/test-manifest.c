/* Rows, the journal that keeps them, the manifest that shows them, the lock. */
#include <stdlib.h>
#include <string.h>

#include "convert/journal.h"
#include "convert/lock.h"
#include "convert/manifest.h"
#include "tests/cunit-main.h"
#include "tests/folder.h"

static char *folder;

#define ODD "a\tb\nc\\d\r\"e\",é决"

static JueRow *
make_row (const char *source)
{
  JueRow *row = jue_row_new ();
  row->source = g_strdup (source);
  row->path = g_strdup (source + 1);
  row->output = g_strdup ("out");
  row->sha256 = g_strdup ("0123");
  row->files = g_strdup ("/out.json");
  row->bytes = 12;
  row->pages = 3;
  row->findings[1] = 4;
  row->wall = 1234567;
  row->version = g_strdup ("1");
  return row;
}

static void
test_lines (void)
{
  g_autoptr (JueRow) row = make_row ("/" ODD);
  row->reason = g_strdup ("\\N"); /* what stands for nothing */
  row->stamp = (JueStamp){ 1, G_MAXUINT64, G_MININT64, -1 };
  row->error = 3;
  g_autofree char *line = jue_row_to_line (row);
  CU_ASSERT_PTR_NULL (strchr (line, '\n'));
  g_autoptr (JueRow) again = jue_row_from_line (line);
  CU_ASSERT_PTR_NOT_NULL_FATAL (again);
  CU_ASSERT_STRING_EQUAL (again->source, "/" ODD);
  CU_ASSERT_STRING_EQUAL (again->reason, "\\N");
  CU_ASSERT_PTR_NULL (again->organisation);
  CU_ASSERT_TRUE (jue_stamp_equal (&again->stamp, &row->stamp));
  CU_ASSERT_EQUAL (again->error, 3);
  CU_ASSERT_EQUAL (again->findings[1], 4);
  g_autofree char *same = jue_row_to_line (again);
  CU_ASSERT_STRING_EQUAL (same, line);
}

static void
test_cut_lines (void)
{
  g_autoptr (JueRow) row = make_row ("/a.pdf");
  g_autofree char *line = jue_row_to_line (row);
  for (gsize n = 0; n < strlen (line); n++) {
    g_autofree char *cut = g_strndup (line, n);
    CU_ASSERT_PTR_NULL (jue_row_from_line (cut));
  }
}

static void
test_failure (void)
{
  g_autoptr (JueRow) row = make_row ("/a.pdf");
  g_autoptr (GError) error = g_error_new (JUE_ERROR, JUE_ERROR_LIMIT, "too much");
  jue_row_fail (row, error);
  CU_ASSERT_EQUAL (row->status, JUE_ROW_FAILED);
  CU_ASSERT_STRING_EQUAL (jue_row_error_name (row->error), "limit");
  CU_ASSERT_STRING_EQUAL (row->reason, "too much");
  CU_ASSERT_EQUAL (row->pages, 0);
}

static void
test_json (void)
{
  g_autoptr (JueRow) row = make_row ("/" ODD);
  g_autofree char *json = jue_manifest_json (row);
  CU_ASSERT_TRUE (g_str_has_prefix (json, "{\"path\": \"a\\u0009b\\u000ac\\\\d\\u000d\\\"e\\\",é决\", "));
  CU_ASSERT_PTR_NOT_NULL (strstr (json, "\"bytes\": 12, \"pages\": 3, "));
  CU_ASSERT_PTR_NOT_NULL (strstr (json, "\"organisation\": null, "));
  CU_ASSERT_PTR_NOT_NULL (strstr (json, "\"seconds\": 1.235, "));
  g_autofree char *bytes = jue_manifest_json_string ("x\xff");
  CU_ASSERT_STRING_EQUAL (bytes, "\"x\xef\xbf\xbd\"");
}

static void
test_files (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)jue_row_free);
  g_ptr_array_add (rows, make_row ("/b.pdf"));
  g_ptr_array_add (rows, make_row ("/a,b.pdf"));
  CU_ASSERT_TRUE (jue_manifest_write (folder, rows, NULL));
  g_autofree char *csv = g_build_filename (folder, JUE_MANIFEST_CSV, NULL);
  g_autofree char *json = g_build_filename (folder, JUE_MANIFEST_JSON, NULL);
  g_autofree char *text = NULL, *objects = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (csv, &text, NULL, NULL) && g_file_get_contents (json, &objects, NULL, NULL));
  CU_ASSERT_TRUE (g_str_has_prefix (text, "path,output,sha256,bytes,pages,"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, "\r\n\"a,b.pdf\",out,0123,12,3,"));
  CU_ASSERT_TRUE (strstr (text, "a,b.pdf") < strstr (text, "\r\nb.pdf")); /* in order */
  CU_ASSERT_TRUE (g_str_has_prefix (objects, "{\"path\": \"a,b.pdf\""));
}

/* Opens the journal. Returns: how many of /a.pdf, /b.pdf it knows. */
static guint
count_known (void)
{
  g_autoptr (JueJournal) journal = jue_journal_open (folder, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (journal);
  return (jue_journal_find (journal, "/a.pdf") != NULL) + (jue_journal_find (journal, "/b.pdf") != NULL);
}

/* Replaces @old by @new in the journal's file, everywhere. */
static void
edit (const char *old, const char *new)
{
  g_autofree char *path = g_build_filename (folder, JUE_JOURNAL_FILE, NULL);
  g_autofree char *text = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &text, NULL, NULL));
  GString *edited = g_string_new (text);
  g_string_replace (edited, old, new, 0);
  g_file_set_contents (path, edited->str, (gssize)edited->len, NULL);
  g_string_free (edited, TRUE);
}

static void
put (const char *source)
{
  g_autoptr (JueJournal) journal = jue_journal_open (folder, NULL);
  CU_ASSERT_TRUE (jue_journal_put (journal, make_row (source), NULL));
}

static void
restart (void)
{
  g_autofree char *path = g_build_filename (folder, JUE_JOURNAL_FILE, NULL);
  g_remove (path);
}

static void
test_journal (void)
{
  restart ();
  CU_ASSERT_EQUAL (count_known (), 0);
  put ("/a.pdf"); /* the run is killed here, and begun again */
  put ("/b.pdf");
  CU_ASSERT_EQUAL (count_known (), 2);
  edit ("\t.\n#boot", "\n#boot"); /* cut rows */
  CU_ASSERT_EQUAL (count_known (), 0);
}

static void
test_cut_journal (void)
{
  restart ();
  put ("/a.pdf");
  g_autofree char *path = g_build_filename (folder, JUE_JOURNAL_FILE, NULL);
  g_autofree char *text = NULL;
  gsize length;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &text, &length, NULL));
  g_file_set_contents (path, text, (gssize)length - 5, NULL);
  put ("/b.pdf");
  CU_ASSERT_EQUAL (count_known (), 1);
}

static void
test_power_failure (void)
{
  restart ();
  put ("/a.pdf");
  edit ("#boot ", "#boot x"); /* the machine has been started since */
  CU_ASSERT_EQUAL (count_known (), 0);
  restart ();
  put ("/a.pdf");
  g_autoptr (JueJournal) journal = jue_journal_open (folder, NULL);
  CU_ASSERT_TRUE (jue_journal_finish (journal, NULL));
  g_clear_pointer (&journal, jue_journal_free);
  put ("/b.pdf");
  edit ("#boot ", "#boot x");
  CU_ASSERT_EQUAL (count_known (), 1); /* what the disk had for sure */
}

static void
test_lock (void)
{
  gboolean unclean = TRUE;
  JueLock *shared = NULL;
  g_autoptr (GError) error = NULL;
  CU_ASSERT_TRUE (jue_lock_share (folder, &shared, NULL));
  CU_ASSERT_PTR_NULL (shared); /* nobody was here before */
  JueLock *lock = jue_lock_take (folder, &unclean, NULL);
  CU_ASSERT_PTR_NOT_NULL (lock);
  CU_ASSERT_FALSE (unclean);
  CU_ASSERT_FALSE (jue_lock_share (folder, &shared, &error));
  CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_OUTPUT));
  jue_lock_release (lock, FALSE); /* as if it was killed */
  lock = jue_lock_take (folder, &unclean, NULL);
  CU_ASSERT_TRUE (unclean);
  jue_lock_release (lock, TRUE);
  CU_ASSERT_TRUE (jue_lock_share (folder, &shared, NULL));
  jue_lock_release (shared, FALSE);
}

static const JueTest tests[] = {
  { "a row survives its line", test_lines },
  { "a cut line is no row", test_cut_lines },
  { "a failure forgets what a report told", test_failure },
  { "a row is an object in JSON", test_json },
  { "the manifest is in order of paths", test_files },
  { "the journal knows what a killed run had done", test_journal },
  { "a journal that was cut loses one row", test_cut_journal },
  { "after a power failure only what the disk had counts", test_power_failure },
  { "a folder is locked against others", test_lock },
  { NULL, NULL },
};

int
main (void)
{
  folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  int status = folder != NULL ? jue_test_main ("manifest", tests) : EXIT_FAILURE;
  if (folder != NULL)
    folder_remove (folder);
  g_free (folder);
  return status;
}
