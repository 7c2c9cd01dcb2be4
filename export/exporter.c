#include "export/exporter.h"

#include <string.h>

#include "export/formats.h"
#include "extract/error.h"

static gboolean
export_csv (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error)
{
  return jue_csv_export_values (report, options, maker, error) && jue_csv_export_facts (report, options, maker, error) &&
         jue_csv_export_sections (report, options, maker, error) && jue_csv_export_indicators (report, options, maker, error) &&
         jue_csv_export_findings (report, options, maker, error) &&
         jue_csv_export_fields (report, options, maker, error) && jue_csv_export_forms (report, options, maker, error);
}

static const JueExporter exporters[] = {
  { "xml", "the report stream, as the normalize filter writes it", TRUE, jue_xml_export },
  { "json", "one object with everything the report knows", TRUE, jue_json_export },
  { "csv", "a list of all values, and one table per form", FALSE, export_csv },
  { NULL, NULL, FALSE, NULL },
};

const JueExporter *
jue_exporters (void)
{
  return exporters;
}

const JueExporter *
jue_exporter_find (const char *format)
{
  for (const JueExporter *e = exporters; format != NULL && e->format != NULL; e++)
    if (strcmp (e->format, format) == 0)
      return e;
  return NULL;
}

static const JueExportOptions default_options = { FALSE, FALSE, FALSE };

gboolean
jue_export_files (const JueReport *report, const JueExporter *exporter, const char *dir, const char *stem,
                  const JueExportOptions *options, GError **error)
{
  g_return_val_if_fail (report != NULL && exporter != NULL && dir != NULL && stem != NULL, FALSE);
  if (options == NULL)
    options = &default_options;
  JueSinkMaker *maker = jue_sink_maker_new_files (dir, stem, options->gzip);
  gboolean done = exporter->write (report, options, maker, error);
  jue_sink_maker_free (maker);
  return done;
}

gboolean
jue_export_stdout (const JueReport *report, const JueExporter *exporter, FILE *out, const JueExportOptions *options,
                   GError **error)
{
  g_return_val_if_fail (report != NULL && exporter != NULL && out != NULL, FALSE);
  if (!exporter->single_file) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_USAGE, "the format %s makes several files, which need a folder",
                 exporter->format);
    return FALSE;
  }
  if (options == NULL)
    options = &default_options;
  JueSinkMaker *maker = jue_sink_maker_new_stream (out, options->gzip);
  gboolean done = exporter->write (report, options, maker, error);
  jue_sink_maker_free (maker);
  return done;
}
