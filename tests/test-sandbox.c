/* What a process that parses may not do. In place of the door for PDF files stands one that does what the "PDF" says. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "convert/desk.h"
#include "convert/sandbox.h"
#include "extract/pdf.h"
#include "tests/cunit-main.h"
#include "tests/folder.h"

static char *folder;

/* Tries a deed. Returns: whether it could be done. */
static gboolean
misbehave (const char *deed)
{
  static char shell[] = "/bin/true";
  char *const arguments[] = { shell, NULL };
  g_autofree char *target = g_build_filename (folder, "written", NULL);
  if (strcmp (deed, "socket") == 0)
    return socket (AF_INET, SOCK_STREAM, 0) >= 0;
  if (strcmp (deed, "local socket") == 0)
    return socket (AF_UNIX, SOCK_STREAM, 0) >= 0;
  if (strcmp (deed, "exec") == 0)
    return execv (shell, arguments) == 0;
  if (strcmp (deed, "fork") == 0)
    return fork () >= 0;
  if (strcmp (deed, "kill") == 0)
    return kill (getppid (), 0) == 0;
  if (strcmp (deed, "write") == 0)
    return open (target, O_WRONLY | O_CREAT, 0666) >= 0;
  if (strcmp (deed, "append") == 0)
    return open ("/dev/null", O_WRONLY) >= 0;
  if (strcmp (deed, "passwd") == 0)
    return open ("/etc/passwd", O_RDONLY) >= 0;
  if (strcmp (deed, "list") == 0)
    return open ("/", O_RDONLY | O_DIRECTORY) >= 0;
  if (strcmp (deed, "remove") == 0)
    return unlink (target) == 0 || errno == ENOENT;
  if (strcmp (deed, "files") == 0) /* other files than those it needs */
    return fcntl (30, F_GETFD) >= 0;
  if (strcmp (deed, "fonts") == 0)
    return open ("/usr/share/fonts", O_RDONLY | O_DIRECTORY) >= 0;
  if (strcmp (deed, "data") == 0)
    return open ("/usr/share/poppler", O_RDONLY | O_DIRECTORY) >= 0;
  return FALSE;
}

JuePageSource *
jue_pdf_open_bytes (GBytes *bytes, const char *name, const JuePdfOptions *options, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *deed = g_strndup (text, length);
  (void)name;
  (void)options;
  g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, misbehave (deed) ? "DONE" : "REFUSED");
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

/* Has a desk convert a document that does @deed. Returns: the reason in its row, to be freed. */
static char *
convert (const char *deed, gboolean no_sandbox)
{
  const JueExporter *none[] = { NULL };
  JueDeskOptions options = { .dir = folder, .exporters = none, .parser = { .no_sandbox = no_sandbox } };
  g_autoptr (JueDesk) desk = jue_desk_new (&options, NULL);
  g_autoptr (JueRow) row = jue_row_new ();
  row->path = folder_put (folder, "deed.pdf", deed);
  row->output = g_strdup ("deed");
  CU_ASSERT_FALSE (jue_desk_convert (desk, row, NULL, NULL, NULL));
  CU_ASSERT_EQUAL (row->status, JUE_ROW_FAILED);
  return g_strdup (row->reason);
}

static void
check_allowed (const char *deed)
{
  g_autofree char *reason = convert (deed, FALSE);
  CU_ASSERT_STRING_EQUAL (reason, "DONE");
}

static void
check_stopped (const char *deed)
{
  g_autofree char *reason = convert (deed, FALSE);
  CU_ASSERT_PTR_NOT_NULL (strstr (reason, "the sandbox forbids"));
}

static void
check_refused (const char *deed)
{
  g_autofree char *reason = convert (deed, FALSE);
  CU_ASSERT_STRING_EQUAL (reason, "REFUSED");
}

static gboolean
has (guint part)
{
  if (JUE_SANITIZED) { /* the sanitizers open files of their own */
    fprintf (stderr, "built with sanitizers: the sandbox is not tested\n");
    return FALSE;
  }
  if (jue_sandbox_available () & part)
    return TRUE;
  fprintf (stderr, "this kernel lacks part %u of a sandbox: not tested\n", part);
  return FALSE;
}

static void
test_calls (void)
{
  static const char *const deadly[] = { "socket", "local socket", "exec", "fork", "kill", "write" };
  for (guint i = 0; i < G_N_ELEMENTS (deadly) && has (JUE_SANDBOX_CALLS); i++)
    check_stopped (deadly[i]);
  g_autofree char *written = g_build_filename (folder, "written", NULL);
  CU_ASSERT_FALSE (g_file_test (written, G_FILE_TEST_EXISTS));
}

static void
test_refusals (void)
{
  if (has (JUE_SANDBOX_CALLS)) {
    check_refused ("append");
    check_refused ("remove");
  }
  if (has (JUE_SANDBOX_FILES)) {
    check_refused ("passwd");
    check_refused ("list");
  }
}

static void
test_files (void)
{
  int fd = dup2 (STDERR_FILENO, 30);
  if (has (JUE_SANDBOX_FILES))
    check_refused ("files");
  close (fd);
}


static void
test_needs (void)
{
  if (g_file_test ("/usr/share/fonts", G_FILE_TEST_IS_DIR))
    check_allowed ("fonts");
  if (g_file_test ("/usr/share/poppler", G_FILE_TEST_IS_DIR))
    check_allowed ("data");
}

static void
test_open_door (void)
{
  g_autofree char *reason = convert ("socket", TRUE);
  CU_ASSERT_STRING_EQUAL (reason, "DONE");
}

static const JueTest tests[] = {
  { "network, programs and new files end the process, and the document has failed", test_calls },
  { "writing, removing and reading other files is refused", test_refusals },
  { "files of the parent are not handed down", test_files },
  { "fonts and poppler-data can be read", test_needs },
  { "without a sandbox all this can be done", test_open_door },
  { NULL, NULL },
};

int
main (void)
{
  folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  int status = folder != NULL ? jue_test_main ("sandbox", tests) : EXIT_FAILURE;
  if (folder != NULL)
    folder_remove (folder);
  g_free (folder);
  return status;
}
