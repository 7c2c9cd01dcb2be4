/* The program as a user sees it: tests/data/cli.txt, one shell command per line. */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <glib/gstdio.h>

#include "convert/guard.h"
#include "tests/cunit-main.h"
#include "tests/hostile-pdf.h"
#include "tests/tiny-pdf.h"

static char *folder;

static gboolean
write_inputs (void)
{
  g_autofree char *hello = g_build_filename (folder, "hello.pdf", NULL);
  g_autofree char *blank = g_build_filename (folder, "blank.pdf", NULL);
  g_autofree char *noise = g_build_filename (folder, "noise.pdf", NULL);
  g_autofree char *greedy = g_build_filename (folder, "greedy.pdf", NULL);
  g_autofree char *slow = g_build_filename (folder, "slow.pdf", NULL);
  return tiny_pdf_write (hello, 3, "hello") && tiny_pdf_write (blank, 1, "") && hostile_pdf_greedy (greedy)
         && hostile_pdf_slow (slow) && g_file_set_contents (noise, "this is no PDF\n", -1, NULL);
}

/* Runs a shell command in the folder. Returns: its exit status; -1 if it has none; @said gets its standard error. */
static int
run (const char *command, char **said)
{
  const char *const argv[] = { "/bin/sh", "-c", command, NULL };
  int status = -1;
  if (!g_spawn_sync (folder, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, said, &status, NULL))
    return -1;
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

static void
check_case (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 3);
  CU_ASSERT_EQUAL_FATAL (g_strv_length (fields), 3);
  g_autofree char *said = NULL;
  int status = run (fields[2], &said);
  gboolean right = status == atoi (fields[0]);
  CU_ASSERT_TRUE (right);
  if (!right)
    fprintf (stderr, "%s: status %d instead of %s\n%s", fields[1], status, fields[0], said != NULL ? said : "");
}

static void
test_cases (void)
{
  g_autofree char *text = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (JUE_SOURCE_DIR "/tests/data/cli.txt", &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      check_case (lines[i]);
}

/* Runs shell commands with the name of each sample that must work, without .pdf, in $N. */
static void
check_samples (const char *commands, const char *complaint)
{
  g_autoptr (GDir) dir = g_dir_open (JUE_SOURCE_DIR "/samples", 0, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (dir);
  guint n = 0;
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    if (!g_str_has_prefix (name, "y_") || !g_str_has_suffix (name, ".pdf"))
      continue;
    g_autofree char *said = NULL;
    g_autofree char *command = g_strdup_printf ("N='%.*s'; %s", (int)strlen (name) - 4, name, commands);
    gboolean right = run (command, &said) == 0;
    CU_ASSERT_TRUE (right);
    if (!right)
      fprintf (stderr, "%s: %s\n%s", name, complaint, said != NULL ? said : "");
    n++;
  }
  CU_ASSERT_TRUE (n > 0);
}

static void
test_pipes (void)
{
  check_samples ("$J convert -q --warnings-ok $S/$N.pdf -o whole && $J extract -q $S/$N.pdf | $J normalize -q | $J "
                 "check -q > $N.report; "
                 "$J export -q --warnings-ok $N.report --to xml | cmp - whole/$N.xml && "
                 "$J export -q --warnings-ok $N.report --to json | cmp - whole/$N.json && "
                 "$J export -q --warnings-ok $N.report --to csv -o parts && "
                 "for f in parts/$N.*; do cmp $f whole/${f#parts/} || exit 9; done",
                 "filters and convert differ");
}

static const JueTest tests[] = {
  { "commands do and say what they should", test_cases },
  { "filters through pipes give the bytes of convert", test_pipes },
  { NULL, NULL },
};

int
main (void)
{
  int status = EXIT_FAILURE;
  g_autofree char *clean = NULL;
  folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  g_setenv ("J", JUE_PROGRAM, TRUE);
  g_setenv ("S", JUE_SOURCE_DIR "/samples", TRUE);
  g_setenv ("MEMORY", JUE_SANITIZED ? "free" : "limited", TRUE);
  if (folder != NULL && write_inputs ())
    status = jue_test_main ("cli", tests);
  clean = g_strdup_printf ("rm -rf '%s'", folder);
  if (folder != NULL && run (clean, NULL) != 0)
    status = EXIT_FAILURE;
  g_free (folder);
  return status;
}
