#include "cli/cli.h"

#include <stdarg.h>

#include "cli/output.h"

static void
print_help (const JueCommand *command, GOptionContext *context, int *status)
{
  g_option_context_set_summary (context, command->description);
  g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
  *status = jue_cli_print (text);
}

static gboolean
accept (const JueCommand *command, guint max_files, const JueCommon *common, int *status)
{
  guint n = common->files != NULL ? g_strv_length (common->files) : 0;
  if (n <= max_files)
    return TRUE;
  *status = jue_cli_bad_usage (command->name, "unexpected argument '%s'", common->files[max_files]);
  return FALSE;
}

gboolean
jue_cli_parse (const JueCommand *command, const GOptionEntry *entries, guint max_files, int argc, char **argv,
               JueCommon *common, int *status)
{
  const GOptionEntry shared[] = { { "warnings-ok", 0, 0, G_OPTION_ARG_NONE, &common->warnings_ok,
                                    "Exit with 0 instead of 3 if there are warnings", NULL },
                                  { "quiet", 'q', 0, G_OPTION_ARG_NONE, &common->quiet, "Print errors only", NULL },
                                  { "help", 'h', 0, G_OPTION_ARG_NONE, &common->help, "Print this help", NULL },
                                  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &common->files, NULL, NULL },
                                  G_OPTION_ENTRY_NULL };
  g_autofree char *name = g_strdup_printf ("juesuan %s", command->name);
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_set_prgname (name);
  g_option_context_set_help_enabled (context, FALSE); /* the built-in one converts to the locale's character set */
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, shared, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    *status = jue_cli_bad_usage (command->name, "%s", error->message);
    return FALSE;
  }
  if (!common->help)
    return accept (command, max_files, common, status);
  print_help (command, context, status);
  return FALSE;
}

void
jue_common_clear (JueCommon *self)
{
  g_clear_pointer (&self->files, g_strfreev);
}

/* Prints a line without the control characters that file names and texts of a PDF may bring. */
static void
print_line (char *line)
{
  for (char *p = line; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = '?';
  fprintf (stderr, "%s\n", line);
}

int
jue_cli_bad_usage (const char *command, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  g_autofree char *line = g_strdup_printf ("juesuan: %s", what);
  print_line (line);
  fprintf (stderr, "juesuan: try 'juesuan %s%s--help'\n", command != NULL ? command : "", command != NULL ? " " : "");
  return JUE_EXIT_FAILED;
}

int
jue_cli_fail (const char *file, const GError *error)
{
  JueCommon loud = { 0 };
  jue_cli_tell (&loud, JUE_MESSAGE_ERROR, file, 0, error->message);
  return JUE_EXIT_FAILED;
}

void
jue_cli_tell (gpointer common, JueMessageKind kind, const char *file, guint page, const char *text)
{
  const JueCommon *self = common;
  if (self->quiet && kind != JUE_MESSAGE_ERROR)
    return;
  g_autofree char *where = page != 0 ? g_strdup_printf ("page %u: ", page) : g_strdup ("");
  g_autofree char *line =
      g_strdup_printf ("juesuan: %s%s%s%s", file != NULL ? file : "", file != NULL ? ": " : "", where, text);
  print_line (line);
}

int
jue_cli_status (const JueCommon *common, JueOutcome outcome)
{
  if (outcome == JUE_OUTCOME_FAILED)
    return JUE_EXIT_FAILED;
  return outcome == JUE_OUTCOME_DOUBTFUL && !common->warnings_ok ? JUE_EXIT_DOUBTFUL : JUE_EXIT_CLEAN;
}

int
jue_cli_deliver (const JueCommon *common, const JueReport *report)
{
  gboolean doubtful = jue_tell_warnings (report->diagnoses, report->source.name, jue_cli_tell, (gpointer)common);
  return jue_cli_status (common, doubtful ? JUE_OUTCOME_DOUBTFUL : JUE_OUTCOME_CLEAN);
}

int
jue_cli_print (const char *text)
{
  g_autoptr (GError) error = NULL;
  JueOutput *output = jue_output_open (NULL, FALSE, &error);
  if (output == NULL)
    return jue_cli_fail (NULL, error);
  fputs (text, jue_output_stream (output));
  return jue_output_finish (output, &error) ? JUE_EXIT_CLEAN : jue_cli_fail (NULL, error);
}
