#include "export/csv.h"
#include "export/formats.h"

static const char *const columns[] = { "sha256", "organisation", "year",   "rule",  "severity", "text", "expected",
                                       "actual", "tolerance",    "values", "cells", "facts",    "page", "box" };

/* "table:row:col", blanks between. */
static void
write_cells (JueCsv *csv, const JueFinding *finding)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < finding->n_cells; i++)
    g_string_append_printf (text, "%s%u:%u:%u", i > 0 ? " " : "", finding->cells[i].form, finding->cells[i].row,
                            finding->cells[i].col);
  jue_csv_text (csv, text->str);
}

static void
write_facts (JueCsv *csv, const JueFinding *finding)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < finding->n_facts; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", finding->facts[i]);
  jue_csv_text (csv, text->str);
}

static void
write_finding (JueCsv *csv, const JueReport *report, const JueFinding *finding)
{
  jue_csv_text (csv, report->source.sha256);
  jue_csv_text (csv, report->organisation);
  jue_csv_positive (csv, report->year);
  jue_csv_text (csv, finding->rule);
  jue_csv_text (csv, jue_finding_severity_name (finding->severity));
  jue_csv_text (csv, finding->text);
  jue_csv_text (csv, finding->expected);
  jue_csv_text (csv, finding->actual);
  jue_csv_text (csv, finding->tolerance);
  jue_csv_joined (csv, finding->values, finding->n_values);
  write_cells (csv, finding);
  write_facts (csv, finding);
  jue_csv_positive (csv, finding->prov.page);
  jue_csv_box (csv, &finding->prov);
  jue_csv_end_line (csv);
}

gboolean
jue_csv_export_findings (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error)
{
  if (report->findings->len == 0)
    return TRUE;
  JueCsv csv;
  if (!jue_csv_open (&csv, maker, ".findings.csv", columns, G_N_ELEMENTS (columns), options, error))
    return FALSE;
  for (guint i = 0; i < report->findings->len; i++)
    write_finding (&csv, report, &g_array_index (report->findings, JueFinding, i));
  return jue_csv_close (&csv, error);
}
