#include <unistd.h>

#include <glib/gstdio.h>

#include "cli/cli.h"
#include "extract/error.h"
#include "extract/pdf.h"

typedef struct {
  JueCommon common;
  char *dir;
  char *formats;
  char *password;
  char *forms;
  JueExportOptions export_options;
} Options;

/* The exporters that a list like "xml,csv" names, ended by NULL; NULL if it names an unknown one or none. */
static GPtrArray *
find_exporters (const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  for (guint i = 0; names[i] != NULL; i++) {
    const JueExporter *exporter = jue_exporter_find (names[i]);
    if (exporter == NULL)
      return NULL;
    if (!g_ptr_array_find (found, exporter, NULL))
      g_ptr_array_add (found, (gpointer)exporter);
  }
  if (found->len == 0)
    return NULL;
  g_ptr_array_add (found, NULL);
  return g_steal_pointer (&found);
}

static void
show_progress (gpointer common, guint i, guint n, const char *file)
{
  (void)common;
  g_autofree char *name = g_path_get_basename (file);
  fprintf (stderr, "\r\033[K[%u/%u] %s%s", i + 1, n, name, i + 1 == n ? "\r\033[K" : "");
}

static int
convert_files (Options *self, GPtrArray *exporters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (self->forms, &error);
  if (catalogue == NULL || !jue_pdf_check (&error))
    return jue_cli_fail (NULL, error);
  gboolean progress = !self->common.quiet && g_strv_length (self->common.files) > 1 && isatty (STDERR_FILENO);
  JueConvertOptions options = {
    .dir = self->dir,
    .exporters = (const JueExporter *const *)exporters->pdata,
    .password = self->password,
    .export_options = &self->export_options,
    .catalogue = catalogue,
    .tell = jue_cli_tell,
    .progress = progress ? show_progress : NULL,
    .data = &self->common,
  };
  return jue_cli_status (&self->common, jue_convert_files ((const char *const *)self->common.files, &options));
}

static int
run_options (Options *self)
{
  if (self->common.files == NULL)
    return jue_cli_bad_usage ("convert", "no file given");
  if (self->dir == NULL)
    return jue_cli_bad_usage ("convert", "-o DIR is missing");
  if (g_strv_contains ((const char *const *)self->common.files, "-"))
    return jue_cli_bad_usage ("convert", "standard input can only be read by 'juesuan extract'");
  const char *formats = self->formats != NULL ? self->formats : "xml,json,csv";
  g_autoptr (GPtrArray) exporters = find_exporters (formats);
  if (exporters == NULL)
    return jue_cli_bad_usage ("convert", "--to takes xml, json and csv, separated by commas, not '%s'", formats);
  if (g_mkdir_with_parents (self->dir, 0777) != 0) {
    g_autoptr (GError) error = g_error_new (JUE_ERROR, JUE_ERROR_OUTPUT, "cannot make this folder");
    return jue_cli_fail (self->dir, error);
  }
  return convert_files (self, exporters);
}

static int
run (int argc, char **argv)
{
  Options self = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.dir, "Write into this folder, which is made if missing", "DIR" },
    { "to", 't', 0, G_OPTION_ARG_FILENAME, &self.formats, "Formats, separated by commas; default: xml,json,csv",
      "LIST" },
    { "password", 0, 0, G_OPTION_ARG_FILENAME, &self.password, "Password of encrypted PDFs", "TEXT" },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &self.export_options.bom, "Begin csv files with a byte order mark", NULL },
    { "raw-text", 0, 0, G_OPTION_ARG_NONE, &self.export_options.raw_text, "Do not neutralize formulas in csv files",
      NULL },
    { "gzip", 'z', 0, G_OPTION_ARG_NONE, &self.export_options.gzip, "Compress every output", NULL },
    { "forms", 0, 0, G_OPTION_ARG_FILENAME, &self.forms, "Take the known forms from DIR", "DIR" },
    G_OPTION_ENTRY_NULL
  };
  int status;
  if (jue_cli_parse (&jue_command_convert, entries, G_MAXUINT, argc, argv, &self.common, &status))
    status = run_options (&self);
  jue_common_clear (&self.common);
  g_free (self.dir);
  g_free (self.formats);
  g_free (self.password);
  g_free (self.forms);
  return status;
}

const JueCommand jue_command_convert = {
  "convert",
  "FILE…",
  "PDF files to XML, JSON and CSV, the whole chain",
  "Converts each PDF to DIR/NAME.xml, .json and .csv files. A file that crashes or hangs harms no other.",
  run,
};
