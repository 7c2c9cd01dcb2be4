#include "check/check.h"

#include "cli/cli.h"
#include "cli/output.h"
#include "normalize/report-read.h"
#include "normalize/report-write.h"

typedef struct {
  JueCommon common;
  const char *path;
  char *output;
  char *forms;
  gboolean gzip;
} Options;

static JueReport *
read_and_check (const Options *self, GError **error)
{
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (self->forms, error);
  if (catalogue == NULL)
    return NULL;
  g_autoptr (JueReport) report = jue_report_read (self->path, error);
  if (report == NULL || !jue_check (report, catalogue, error))
    return NULL;
  return g_steal_pointer (&report);
}

static JueReport *
check (const Options *self, GError **error)
{
  g_autoptr (JueOutput) output = jue_output_open (self->output, self->gzip, error);
  if (output == NULL)
    return NULL;
  g_autoptr (JueReport) report = read_and_check (self, error);
  if (report == NULL || !jue_report_write_file (report, jue_output_stream (output), error))
    return NULL;
  return jue_output_finish (g_steal_pointer (&output), error) ? g_steal_pointer (&report) : NULL;
}

static int
run_options (const Options *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JueReport) report = check (self, &error);
  if (report == NULL)
    return jue_cli_fail (self->path, error);
  gboolean doubtful = jue_tell_warnings (report->diagnoses, report->source.name, jue_cli_tell, (gpointer)&self->common);
  return jue_cli_status (&self->common, doubtful ? JUE_OUTCOME_DOUBTFUL : JUE_OUTCOME_CLEAN);
}

static int
run (int argc, char **argv)
{
  Options self = { .path = "-" };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output, "Write to FILE instead of standard output", "FILE" },
    { "forms", 0, 0, G_OPTION_ARG_FILENAME, &self.forms, "Take the known forms and identities from DIR", "DIR" },
    { "gzip", 'z', 0, G_OPTION_ARG_NONE, &self.gzip, "Compress the output", NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;
  if (jue_cli_parse (&jue_command_check, entries, 1, argc, argv, &self.common, &status)) {
    if (self.common.files != NULL)
      self.path = self.common.files[0];
    status = run_options (&self);
  }
  jue_common_clear (&self.common);
  g_free (self.output);
  g_free (self.forms);
  return status;
}

const JueCommand jue_command_check = {
  "check",
  "[REPORT|-]",
  "Report to a report with findings",
  "Reads a report, compares its values with each other, and writes it with findings and the proof of each value.",
  run,
};
