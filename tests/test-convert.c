#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "convert/convert.h"
#include "convert/watch.h"
#include "extract/error.h"
#include "tests/cunit-main.h"
#include "tests/tiny-pdf.h"

static char *folder;

static void
test_stems (void)
{
  const char *cases[][2] = { { "a.pdf", "a" },
                             { "x/y.PDF", "y" },
                             { "-", "report" },
                             { ".pdf", ".pdf" },
                             { "a.pdf.pdf", "a.pdf" },
                             { "a.b", "a.b" },
                             { "2024决算.pdf", "2024决算" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *stem = jue_convert_stem (cases[i][0]);
    CU_ASSERT_STRING_EQUAL (stem, cases[i][1]);
  }
}

static void
test_clean (void)
{
  g_autofree char *left = g_build_filename (folder, ".juesuan-4711-abc", NULL);
  g_autofree char *other = g_build_filename (folder, ".juesuan-47110-abc", NULL);
  CU_ASSERT_TRUE (g_file_set_contents (left, "x", 1, NULL) && g_file_set_contents (other, "x", 1, NULL));
  jue_convert_clean (folder, 4711);
  CU_ASSERT_FALSE (g_file_test (left, G_FILE_TEST_EXISTS));
  CU_ASSERT_TRUE (g_file_test (other, G_FILE_TEST_EXISTS));
  g_unlink (other);
}

/* Keeps messages as "KIND|FILE|PAGE|TEXT;". */
static void
keep (gpointer data, JueMessageKind kind, const char *file, guint page, const char *text)
{
  g_string_append_printf (data, "%d|%s|%u|%s;", (int)kind, file != NULL ? file : "", page, text);
}

static void
test_messages (void)
{
  FILE *out = tmpfile ();
  char lines[200] = "";
  g_autoptr (GString) got = g_string_new (NULL);
  jue_message_write (out, JUE_MESSAGE_WARNING, "ignored", 12, "two\nlines");
  jue_message_write (out, JUE_MESSAGE_ERROR, NULL, 0, "end");
  rewind (out);
  CU_ASSERT_TRUE (fread (lines, 1, sizeof lines - 1, out) > 0);
  fclose (out);
  jue_message_read (lines, "a.pdf", keep, got);
  CU_ASSERT_STRING_EQUAL (got->str, "1|a.pdf|12|two lines;0|a.pdf|0|end;");
}

static void
test_warnings (void)
{
  g_autoptr (JueDiagnoses) diagnoses = jue_diagnoses_new ();
  g_autoptr (GString) got = g_string_new (NULL);
  JueProv prov = { 3, { 0, 0, 0, 0 } };
  jue_diagnoses_add (diagnoses, JUE_SEVERITY_INFO, "x", prov, "not told");
  CU_ASSERT_FALSE (jue_tell_warnings (diagnoses, "f", keep, got));
  CU_ASSERT_EQUAL (got->len, 0);
  for (guint i = 0; i < JUE_MESSAGES_MAX + 5; i++)
    jue_diagnoses_add (diagnoses, JUE_SEVERITY_WARNING, "x", prov, "w");
  CU_ASSERT_TRUE (jue_tell_warnings (diagnoses, "f", keep, got));
  CU_ASSERT_TRUE (g_str_has_prefix (got->str, "1|f|3|w;1|f|3|w;"));
  CU_ASSERT_TRUE (g_str_has_suffix (got->str, "|0|5 more warnings, listed in the output;"));
}

/* A source of three pages; those in a bit mask are unreadable. */
typedef struct {
  JuePageSource base;
  guint at, bad;
} FakeSource;

static JuePage *
fake_next (JuePageSource *source, GError **error)
{
  FakeSource *self = (FakeSource *)source;
  (void)error;
  if (self->at == 3)
    return NULL;
  JuePage *page = jue_page_new (++self->at, 100, 100, 0);
  if (self->bad & (1u << self->at))
    jue_page_fail (page, "x", "broken");
  return page;
}

static void
fake_free (JuePageSource *source)
{
  g_free (source);
}

static guint
count_watched (guint bad, guint *current_page, GError **error)
{
  FakeSource *fake = g_new0 (FakeSource, 1);
  fake->base = (JuePageSource){ { .name = g_strdup ("f"), .pages = 3 }, fake_next, fake_free };
  fake->bad = bad;
  g_autoptr (JuePageSource) watch = jue_watch_new (&fake->base, current_page);
  guint n = 0;
  for (JuePage *page; (page = jue_page_source_next (watch, error)) != NULL; n++)
    jue_page_free (page);
  return n;
}

static void
test_watch (void)
{
  g_autoptr (GError) error = NULL;
  guint current = 3;
  CU_ASSERT_EQUAL (count_watched (1 << 1 | 1 << 3, &current, &error), 3);
  CU_ASSERT_PTR_NULL (error);
  CU_ASSERT_EQUAL (current, 0);
  CU_ASSERT_EQUAL (count_watched (1 << 1 | 1 << 2 | 1 << 3, NULL, &error), 3);
  CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_INPUT));
}

/* Converts @files to XML below folder/out; messages into @got. */
static JueOutcome
convert (const char *const *files, GString *got)
{
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  const JueExporter *exporters[] = { jue_exporter_find ("xml"), NULL };
  JueExportOptions export_options = { 0 };
  JueConvertOptions options = { .desk = { .dir = out,
                                          .exporters = exporters,
                                          .export_options = &export_options,
                                          .parser = { .catalogue = catalogue } },
                                .tell = keep,
                                .data = got };
  CU_ASSERT_EQUAL (g_mkdir_with_parents (out, 0777), 0);
  return jue_convert_files (files, &options);
}

static gboolean
has_output (const char *name)
{
  g_autofree char *path = g_build_filename (folder, "out", name, NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_convert_files (void)
{
  g_autoptr (GString) got = g_string_new (NULL);
  g_autofree char *good = g_build_filename (folder, "good.pdf", NULL);
  g_autofree char *again = g_build_filename (folder, "sub", "good.pdf", NULL);
  g_autofree char *bad = g_build_filename (folder, "bad.pdf", NULL);
  g_autofree char *sub = g_path_get_dirname (again);
  CU_ASSERT_EQUAL (g_mkdir (sub, 0777), 0);
  CU_ASSERT_TRUE (tiny_pdf_write (good, 2, "hello") && tiny_pdf_write (again, 1, "again"));
  CU_ASSERT_TRUE (g_file_set_contents (bad, "no PDF", -1, NULL));
  CU_ASSERT_EQUAL (convert ((const char *const[]){ bad, NULL }, got), JUE_OUTCOME_FAILED);
  CU_ASSERT_FALSE (has_output ("bad.xml"));
  CU_ASSERT_TRUE (g_str_has_prefix (got->str, "0|") && strstr (got->str, bad) != NULL);
  CU_ASSERT_NOT_EQUAL (convert ((const char *const[]){ good, NULL }, got), JUE_OUTCOME_FAILED);
  CU_ASSERT_TRUE (has_output ("good.xml"));
  CU_ASSERT_EQUAL (convert ((const char *const[]){ good, bad, NULL }, got), JUE_OUTCOME_DOUBTFUL);
  CU_ASSERT_FALSE (has_output ("good-2.xml"));
  convert ((const char *const[]){ good, again, NULL }, got);
  CU_ASSERT_TRUE (has_output ("good-2.xml"));
  CU_ASSERT_PTR_NOT_NULL (strstr (got->str, "named good-2"));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    remove_tree (child);
  }
  g_remove (path);
}

static const JueTest tests[] = {
  { "stems drop folders and .pdf", test_stems },
  { "cleaning removes the files of one process", test_clean },
  { "messages survive the pipe", test_messages },
  { "warnings beyond the limit are counted", test_warnings },
  { "a document without a readable page is an error", test_watch },
  { "files are converted each on its own", test_convert_files },
  { NULL, NULL },
};

int
main (void)
{
  folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  int status = folder != NULL ? jue_test_main ("convert", tests) : EXIT_FAILURE;
  if (folder != NULL)
    remove_tree (folder);
  g_free (folder);
  return status;
}
