#include <string.h>

#include <glib/gstdio.h>

#include "cli/cli.h"
#include "cli/output.h"
#include "extract/error.h"
#include "normalize/report-read.h"

typedef struct {
  JueCommon common;
  const char *path;
  char *output;
  char *format;
  char *name;
  JueExportOptions export_options;
} Options;

static gboolean
export_single (const Options *self, const JueReport *report, const JueExporter *exporter, GError **error)
{
  g_autoptr (JueOutput) output = jue_output_open (self->output, FALSE, error);
  if (output == NULL || !jue_export_stdout (report, exporter, jue_output_stream (output), &self->export_options, error))
    return FALSE;
  return jue_output_finish (g_steal_pointer (&output), error);
}

static gboolean
export_several (const Options *self, const JueReport *report, const JueExporter *exporter, GError **error)
{
  g_autofree char *stem = self->name != NULL ? g_strdup (self->name) : jue_convert_stem (report->source.name);
  if (g_mkdir_with_parents (self->output, 0777) != 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: cannot make this folder", self->output);
    return FALSE;
  }
  return jue_export_files (report, exporter, self->output, stem, &self->export_options, error);
}

static int
export_report (Options *self, const JueExporter *exporter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JueReport) report = jue_report_read (self->path, &error);
  if (report == NULL)
    return jue_cli_fail (self->path, error);
  gboolean done = exporter->single_file ? export_single (self, report, exporter, &error)
                                        : export_several (self, report, exporter, &error);
  if (!done)
    return jue_cli_fail (NULL, error);
  return jue_cli_deliver (&self->common, report);
}

static int
run_options (Options *self)
{
  if (self->format == NULL)
    return jue_cli_bad_usage ("export", "--to is missing");
  const JueExporter *exporter = jue_exporter_find (self->format);
  if (exporter == NULL)
    return jue_cli_bad_usage ("export", "unknown format '%s'", self->format);
  if (!exporter->single_file && self->output == NULL)
    return jue_cli_bad_usage ("export", "%s makes several files: -o DIR is missing", self->format);
  if (exporter->single_file && self->name != NULL)
    return jue_cli_bad_usage ("export", "--name is for formats of several files, not for %s", self->format);
  if (self->name != NULL && (self->name[0] == '\0' || strchr (self->name, G_DIR_SEPARATOR) != NULL))
    return jue_cli_bad_usage ("export", "--name '%s' is no file name", self->name);
  return export_report (self, exporter);
}

static int
run (int argc, char **argv)
{
  Options self = { .path = "-" };
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_FILENAME, &self.format, "Format: xml, json or csv", "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output, "Write to this file; for csv, into this folder",
      "FILE|DIR" },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &self.name, "Begin the names of csv files with STEM", "STEM" },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &self.export_options.bom, "Begin csv files with a byte order mark", NULL },
    { "raw-text", 0, 0, G_OPTION_ARG_NONE, &self.export_options.raw_text, "Do not neutralize formulas in csv files",
      NULL },
    { "gzip", 'z', 0, G_OPTION_ARG_NONE, &self.export_options.gzip, "Compress the output", NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;
  if (jue_cli_parse (&jue_command_export, entries, 1, argc, argv, &self.common, &status)) {
    if (self.common.files != NULL)
      self.path = self.common.files[0];
    status = run_options (&self);
  }
  jue_common_clear (&self.common);
  g_free (self.output);
  g_free (self.format);
  g_free (self.name);
  return status;
}

const JueCommand jue_command_export = {
  "export", "[REPORT|-]", "Report to XML, JSON or CSV", "Reads a report and writes it in another format.", run,
};
