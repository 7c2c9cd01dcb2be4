#include "export/csv.h"
#include "export/formats.h"

static const char *const columns[] = { "sha256",      "organisation", "year",   "table",       "form",
                                       "title",       "row",          "path",   "operator",    "target",
                                       "target_text", "unit",         "actual", "actual_text", "completion",
                                       "weight",      "score",        "reason", "measures",    "page" };

static void
write_indicator (JueCsv *csv, const JueForm *form, gconstpointer entry)
{
  const JueIndicator *indicator = entry;
  const char *texts[] = { indicator->op,     indicator->target,      indicator->target_text, indicator->unit,
                          indicator->actual, indicator->actual_text, indicator->completion,  indicator->weight,
                          indicator->score,  indicator->reason,      indicator->measures };
  jue_csv_uint (csv, indicator->row);
  jue_csv_joined (csv, indicator->path, indicator->n_path);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    jue_csv_text (csv, texts[i]);
  jue_csv_positive (csv, indicator->row < form->n_rows ? form->row_pages[indicator->row] : 0);
}

static const GArray *
indicators_of (const JueForm *form)
{
  return form->indicators;
}

gboolean
jue_csv_export_indicators (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker,
                           GError **error)
{
  static const JueCsvEntries entries = { ".indicators.csv", columns, G_N_ELEMENTS (columns), indicators_of,
                                         write_indicator };
  return jue_csv_export_entries (&entries, report, options, maker, error);
}
