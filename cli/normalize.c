#include <string.h>

#include "cli/cli.h"
#include "cli/output.h"
#include "extract/error.h"
#include "extract/page-read.h"
#include "normalize/normalize.h"
#include "normalize/report-write.h"

typedef struct {
  JueCommon common;
  const char *path;
  char *output;
  char *forms;
  char *dump_name;
  JueDump dump;
  gboolean gzip;
} Options;

static gboolean
find_dump (const char *name, JueDump *dump)
{
  static const char *const names[] = { "none", "lines", "grids", "forms" };
  if (name == NULL)
    name = "none";
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0) {
      *dump = (JueDump)i;
      return TRUE;
    }
  return FALSE;
}

static JueReport *
read_and_normalize (const Options *self, FILE *out, GError **error)
{
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (self->forms, error);
  if (catalogue == NULL)
    return NULL;
  g_autoptr (JuePageSource) pages = jue_page_reader_new (self->path, error);
  if (pages == NULL)
    return NULL;
  JueNormalizeOptions options = { self->dump, out };
  return jue_normalize (pages, catalogue, &options, error);
}

static JueReport *
normalize (const Options *self, GError **error)
{
  g_autoptr (JueOutput) output = jue_output_open (self->output, self->gzip, error);
  if (output == NULL)
    return NULL;
  g_autoptr (JueReport) report = read_and_normalize (self, jue_output_stream (output), error);
  if (report == NULL)
    return NULL;
  if (self->dump == JUE_DUMP_NONE && !jue_report_write_file (report, jue_output_stream (output), error))
    return NULL;
  return jue_output_finish (g_steal_pointer (&output), error) ? g_steal_pointer (&report) : NULL;
}

static int
run_options (Options *self)
{
  g_autoptr (GError) error = NULL;
  if (!find_dump (self->dump_name, &self->dump))
    return jue_cli_bad_usage ("normalize", "--dump takes lines, grids or forms, not '%s'", self->dump_name);
  g_autoptr (JueReport) report = normalize (self, &error);
  if (report == NULL)
    return jue_cli_fail (self->path, error);
  gboolean doubtful = jue_tell_warnings (report->diagnoses, report->source.name, jue_cli_tell, &self->common);
  return jue_cli_status (&self->common, doubtful ? JUE_OUTCOME_DOUBTFUL : JUE_OUTCOME_CLEAN);
}

static int
run (int argc, char **argv)
{
  Options self = { .path = "-" };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output, "Write to FILE instead of standard output", "FILE" },
    { "dump", 0, 0, G_OPTION_ARG_FILENAME, &self.dump_name, "Draw what a stage saw instead: lines, grids or forms",
      "STAGE" },
    { "forms", 0, 0, G_OPTION_ARG_FILENAME, &self.forms, "Take the known forms from DIR", "DIR" },
    { "gzip", 'z', 0, G_OPTION_ARG_NONE, &self.gzip, "Compress the output", NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;
  if (jue_cli_parse (&jue_command_normalize, entries, 1, argc, argv, &self.common, &status)) {
    if (self.common.files != NULL)
      self.path = self.common.files[0];
    status = run_options (&self);
  }
  jue_common_clear (&self.common);
  g_free (self.output);
  g_free (self.dump_name);
  g_free (self.forms);
  return status;
}

const JueCommand jue_command_normalize = {
  "normalize",
  "[PAGES|-]",
  "Stream of pages to a report",
  "Reads a stream of pages and writes the report: its forms, rows, amounts and notes, each with its place, as XML.",
  run,
};
