#include "export/csv.h"
#include "export/formats.h"

static const char *const columns[] = { "sha256", "organisation", "year",        "table",  "form",   "title",       "row",
                                       "path",   "operator",     "target",      "target_text", "unit", "actual", "actual_text",
                                       "completion", "weight",   "score",       "reason", "measures", "page" };

static void
write_indicator (JueCsv *csv, const JueForm *form, const JueIndicator *indicator)
{
  const char *texts[] = { indicator->op,         indicator->target,      indicator->target_text, indicator->unit,
                          indicator->actual,     indicator->actual_text, indicator->completion,  indicator->weight,
                          indicator->score,      indicator->reason,      indicator->measures };
  jue_csv_uint (csv, indicator->row);
  jue_csv_joined (csv, indicator->path, indicator->n_path);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    jue_csv_text (csv, texts[i]);
  jue_csv_positive (csv, indicator->row < form->n_rows ? form->row_pages[indicator->row] : 0);
  jue_csv_end_line (csv);
}

static gboolean
has_indicators (const JueReport *report)
{
  for (guint i = 0; i < report->forms->len; i++)
    if (((const JueForm *)g_ptr_array_index (report->forms, i))->indicators->len > 0)
      return TRUE;
  return FALSE;
}

gboolean
jue_csv_export_indicators (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error)
{
  if (!has_indicators (report))
    return TRUE;
  JueCsv csv;
  if (!jue_csv_open (&csv, maker, ".indicators.csv", columns, G_N_ELEMENTS (columns), options, error))
    return FALSE;
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    for (guint k = 0; k < form->indicators->len; k++) {
      jue_csv_form_start (&csv, report, i);
      write_indicator (&csv, form, &g_array_index (form->indicators, JueIndicator, k));
    }
  }
  return jue_csv_close (&csv, error);
}
