/* What a process that parses may not do. In place of the door for PDF files stands one that does what the "PDF" says. */
#define _GNU_SOURCE /* syscall, for the deeds */

#include <stdlib.h>

#include <glib/gstdio.h>

#include "convert/bulk.h"
#include "convert/sandbox.h"
#include "extract/pdf.h"
#include "tests/cunit-main.h"
#include "tests/folder.h"
#include "tests/deeds.h" /* last: its folder would hide others */

/* A PDF with one empty page. */
typedef struct {
  JuePageSource base;
  gboolean over;
} Empty;

static JuePage *
next_page (JuePageSource *source, GError **error)
{
  Empty *self = (Empty *)source;
  (void)error;
  gboolean over = self->over;
  self->over = TRUE;
  return over ? NULL : jue_page_new (1, 10000, 10000, 0);
}

static void
free_pages (JuePageSource *source)
{
  g_free (source);
}

JuePageSource *
jue_pdf_open_bytes (GBytes *bytes, const char *name, const JuePdfOptions *options, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *deed = g_strndup (text, length);
  if (g_str_has_prefix (deed, "good")) {
    Empty *empty = g_new0 (Empty, 1);
    empty->base = (JuePageSource){ { g_strdup (name), "", length, 1 }, next_page, free_pages };
    g_strlcpy (empty->base.info.sha256, options->sha256, sizeof empty->base.info.sha256);
    return &empty->base;
  }
  if (g_str_has_prefix (deed, "page 7: ")) {
    *options->current_page = 7;
    memmove (deed, deed + strlen ("page 7: "), strlen (deed) + 1 - strlen ("page 7: "));
  }
  g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, deeds_try (deed) ? "DONE" : "REFUSED");
  return NULL;
}

JuePageSource *
jue_pdf_open (const char *path, const JuePdfOptions *options, GError **error)
{
  (void)path;
  (void)options;
  (void)error;
  return NULL;
}

gboolean
jue_pdf_check (GError **error)
{
  (void)error;
  return TRUE;
}

static const JueExporter *const no_exporters[] = { NULL };

/* Has a desk convert a document that does @deed. @locks: 0 = all. Returns: the reason in its row, to be freed. */
static char *
convert (const char *deed, gboolean no_sandbox, guint locks)
{
  JueDeskOptions options = { .dir = folder,
                             .exporters = no_exporters,
                             .parser = { .no_sandbox = no_sandbox, .locks = locks } };
  g_autoptr (JueDesk) desk = jue_desk_new (&options, NULL);
  g_autoptr (JueRow) row = jue_row_new ();
  row->path = folder_put (folder, "deed.pdf", deed);
  row->output = g_strdup ("deed");
  CU_ASSERT_FALSE (jue_desk_convert (desk, row, NULL, NULL, NULL));
  CU_ASSERT_EQUAL (row->status, JUE_ROW_FAILED);
  return g_strdup (row->reason);
}

static void
check (const char *deed, guint locks, const char *expected)
{
  g_autofree char *reason = convert (deed, FALSE, locks);
  CU_ASSERT_STRING_EQUAL (reason, expected);
  if (strcmp (reason, expected) != 0)
    fprintf (stderr, "%s: %s\n", deed, reason);
}

static gboolean
has (guint part)
{
  if (JUE_SANITIZED) { /* the sanitizers open files of their own */
    fprintf (stderr, "built with sanitizers: the sandbox is not tested\n");
    return FALSE;
  }
  if ((jue_sandbox_available () & part) == part)
    return TRUE;
  fprintf (stderr, "this kernel lacks part %u of a sandbox: not tested\n", part);
  return FALSE;
}

#define FORBIDS ", which the sandbox forbids"
#define TRIED "the document tried to "

/* What is stopped, and how it is told. */
static const char *const stopped[][2] = {
  { "socket", TRIED "open a socket" FORBIDS },
  { "local socket", TRIED "open a socket" FORBIDS },
  { "exec", TRIED "run the program /bin/true" FORBIDS },
  { "fork", TRIED "start a process" FORBIDS },
  { "kill", TRIED "send a signal" FORBIDS },
  { "passwd", TRIED "open /etc/passwd for reading" FORBIDS },
  { "page 7: passwd", "page 7 tried to open /etc/passwd for reading" FORBIDS },
  { "second", TRIED "open /etc/passwd for reading" FORBIDS },
  { "roundabout", TRIED "open " DEEDS_ROUNDABOUT " for reading" FORBIDS },
  { "list", TRIED "open / for reading" FORBIDS },
  { "append", TRIED "open /dev/null for writing" FORBIDS },
  { "write font", TRIED "open /usr/share/fonts/new for writing" FORBIDS },
  { "line end", TRIED "open /etc/pass?wd for writing" FORBIDS },
};

static void
test_stopped (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stopped) && has (JUE_SANDBOX_FULL); i++)
    check (stopped[i][0], 0, stopped[i][1]);
}

static void
test_writing (void)
{
  static const char *const deeds[][2] = { { "write", "open %s for writing" },
                                          { "creat", "write %s" },
                                          { "remove", "remove %s" } };
  g_autofree char *written = g_build_filename (folder, "written", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (deeds) && has (JUE_SANDBOX_FULL); i++) {
    g_auto (GStrv) parts = g_strsplit (deeds[i][1], "%s", 2);
    g_autofree char *expected = g_strconcat (TRIED, parts[0], written, parts[1], FORBIDS, NULL);
    check (deeds[i][0], 0, expected);
  }
  if (has (JUE_SANDBOX_FULL)) {
    g_autofree char *reason = convert ("rename", FALSE, 0);
    CU_ASSERT_PTR_NOT_NULL (strstr (reason, "/other" FORBIDS));
    g_autofree char *inside = convert ("from folder", FALSE, 0);
    CU_ASSERT_PTR_NOT_NULL (strstr (inside, "/../../../etc/passwd for reading" FORBIDS));
  }
  CU_ASSERT_FALSE (g_file_test (written, G_FILE_TEST_EXISTS));
}

static void
keep_message (gpointer data, JueMessageKind kind, const char *file, guint page, const char *text)
{
  (void)kind;
  (void)file;
  (void)page;
  g_string_append (data, text);
}

static void
ignore_row (gpointer data, const JueBulkCount *count, const JueRow *row)
{
  (void)data;
  (void)count;
  (void)row;
}

static void
ignore_tick (gpointer data, const JueBulkCount *count)
{
  (void)data;
  (void)count;
}

/* Converts all documents in a folder. Returns: the text of the manifest, to be freed. */
static char *
convert_folder (const char *in, const char *out, guint workers)
{
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  g_autoptr (GString) messages = g_string_new (NULL);
  JueExportOptions export_options = { 0 };
  const char *const paths[] = { in, NULL };
  JueBulkCount count;
  JueBulkOptions options = { .desk = { out, no_exporters, &export_options, { .catalogue = catalogue } },
                             .paths = paths,
                             .workers = workers,
                             .tell = keep_message,
                             .row = ignore_row,
                             .tick = ignore_tick,
                             .data = messages };
  CU_ASSERT_EQUAL (jue_bulk_run (&options, &count), JUE_OUTCOME_DOUBTFUL);
  CU_ASSERT_EQUAL (count.failed, G_N_ELEMENTS (stopped));
  CU_ASSERT_EQUAL (count.clean + count.doubtful, G_N_ELEMENTS (stopped));
  CU_ASSERT_STRING_EQUAL (messages->str, "");
  g_autofree char *path = g_build_filename (out, "manifest.csv", NULL);
  char *text = NULL;
  CU_ASSERT_TRUE (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* A good document after each bad one; all bad ones have a row that says what they tried. */
static void
test_manifest (void)
{
  g_autofree char *in = g_build_filename (folder, "in", NULL);
  if (!has (JUE_SANDBOX_FULL))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (stopped); i++) {
    g_autofree char *bad_name = g_strdup_printf ("%02u.pdf", i), *good_name = g_strdup_printf ("%02u-good.pdf", i);
    g_autofree char *good = g_strdup_printf ("good %u", i);
    g_free (folder_put (in, bad_name, stopped[i][0]));
    g_free (folder_put (in, good_name, good));
  }
  for (guint workers = 1; workers <= 3; workers += 2) {
    g_autofree char *name = g_strdup_printf ("out-%u", workers);
    g_autofree char *out = g_build_filename (folder, name, NULL);
    g_mkdir (out, 0777);
    g_autofree char *manifest = convert_folder (in, out, workers);
    for (guint i = 0; i < G_N_ELEMENTS (stopped); i++) {
      g_autofree char *row = g_strdup_printf (",failed,input,\"%s\",", stopped[i][1]);
      CU_ASSERT_PTR_NOT_NULL (strstr (manifest, row));
    }
  }
}

/* Where the kernel does not tell what was tried. */
static void
test_without_bell (void)
{
  static const char *const deadly[] = { "socket", "exec", "fork", "kill", "write", "creat" };
  static const char *const refused[] = { "append", "remove", "passwd", "list", "second", "roundabout" };
  const guint locks = JUE_SANDBOX_CALLS | JUE_SANDBOX_FILES;
  if (!has (locks))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (deadly); i++)
    check (deadly[i], locks, TRIED "do something that the sandbox forbids");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    check (refused[i], locks, "REFUSED");
}

static void
test_files (void)
{
  int fd = dup2 (STDERR_FILENO, 30);
  if (has (JUE_SANDBOX_FILES))
    check ("files", 0, "REFUSED");
  close (fd);
}

static void
test_needs (void)
{
  if (g_file_test ("/usr/share/fonts", G_FILE_TEST_IS_DIR)) {
    check ("fonts", 0, "DONE");
    if (has (JUE_SANDBOX_FULL))
      check ("in fonts", 0, TRIED "open /usr/share for reading" FORBIDS);
  }
  if (g_file_test ("/usr/share/poppler", G_FILE_TEST_IS_DIR))
    check ("data", 0, "DONE");
}

static void
test_habits (void)
{
  static const char *const habits[] = { "missing", "time", "cache", "own fonts" };
  for (guint i = 0; i < G_N_ELEMENTS (habits) && has (JUE_SANDBOX_FULL); i++)
    check (habits[i], 0, "REFUSED");
}

static void
test_open_door (void)
{
  g_autofree char *reason = convert ("socket", TRUE, 0);
  CU_ASSERT_STRING_EQUAL (reason, "DONE");
}

static const JueTest tests[] = {
  { "network, programs and reading other files end the process, and the reason says what was tried", test_stopped },
  { "so do writing, renaming and removing files, and none is written", test_writing },
  { "each has a row in the manifest of a bulk run, and the other documents are converted", test_manifest },
  { "where the kernel does not tell, the attempts end the process or fail", test_without_bell },
  { "files of the parent are not handed down", test_files },
  { "fonts and poppler-data can be read", test_needs },
  { "what libraries do by habit fails only", test_habits },
  { "without a sandbox all this can be done", test_open_door },
  { NULL, NULL },
};

/* A configuration of fontconfig that has fonts where they may not be read. */
static void
configure_fonts (void)
{
  own_fonts = g_build_filename (folder, "own", NULL);
  g_mkdir (own_fonts, 0777);
  g_autofree char *text =
      g_strdup_printf ("<fontconfig><dir>%s</dir><cachedir>/var/cache/fontconfig</cachedir></fontconfig>", own_fonts);
  g_autofree char *path = folder_put (folder, "fonts.conf", text);
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
}

int
main (void)
{
  folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  if (folder == NULL)
    return EXIT_FAILURE;
  configure_fonts ();
  int status = jue_test_main ("sandbox", tests);
  folder_remove (folder);
  g_free (folder);
  g_free (own_fonts);
  return status;
}
