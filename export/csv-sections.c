#include "export/csv.h"
#include "export/formats.h"

static const char *const columns[] = { "sha256", "organisation", "year", "section", "id", "level", "label", "title", "paragraphs", "page", "box" };

static void
write_section (JueCsv *csv, const JueReport *report, guint i)
{
  const JueSection *section = &g_array_index (report->sections, JueSection, i);
  jue_csv_text (csv, report->source.sha256);
  jue_csv_text (csv, report->organisation);
  jue_csv_positive (csv, report->year);
  jue_csv_uint (csv, i);
  jue_csv_text (csv, section->id);
  jue_csv_uint (csv, section->level);
  jue_csv_text (csv, section->label);
  jue_csv_text (csv, section->title);
  jue_csv_uint (csv, section->paragraphs->len);
  jue_csv_positive (csv, section->prov.page);
  jue_csv_box (csv, &section->prov);
  jue_csv_end_line (csv);
}

gboolean
jue_csv_export_sections (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error)
{
  JueCsv csv;
  if (report->sections->len == 0)
    return TRUE;
  if (!jue_csv_open (&csv, maker, ".sections.csv", columns, G_N_ELEMENTS (columns), options, error))
    return FALSE;
  for (guint i = 0; i < report->sections->len; i++)
    write_section (&csv, report, i);
  return jue_csv_close (&csv, error);
}
