#include "export/csv.h"
#include "export/formats.h"

static const char *const columns[] = { "sha256", "organisation", "year", "section", "section_id", "section_title", "item",
                                       "value",  "unit",         "amount", "amount_unit", "page", "box", "text" };

static void
write_place (JueCsv *csv, const JueReport *report, const JueFact *fact)
{
  const JueSection *section = fact->section < report->sections->len ? &g_array_index (report->sections, JueSection, fact->section) : NULL;
  jue_csv_text (csv, report->source.sha256);
  jue_csv_text (csv, report->organisation);
  jue_csv_positive (csv, report->year);
  jue_csv_uint (csv, fact->section);
  jue_csv_text (csv, section != NULL ? section->id : NULL);
  jue_csv_text (csv, section != NULL ? section->title : NULL);
}

static void
write_fact (JueCsv *csv, const JueReport *report, const JueFact *fact)
{
  write_place (csv, report, fact);
  jue_csv_text (csv, fact->item);
  jue_csv_text (csv, fact->value);
  jue_csv_text (csv, fact->unit);
  if (fact->has_amount)
    jue_csv_amount (csv, fact->amount);
  else
    jue_csv_text (csv, NULL);
  jue_csv_text (csv, fact->has_amount ? fact->amount_unit : NULL);
  jue_csv_positive (csv, fact->prov.page);
  jue_csv_box (csv, &fact->prov);
  jue_csv_text (csv, fact->text);
  jue_csv_end_line (csv);
}

gboolean
jue_csv_export_facts (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error)
{
  JueCsv csv;
  if (report->facts->len == 0)
    return TRUE;
  if (!jue_csv_open (&csv, maker, ".facts.csv", columns, G_N_ELEMENTS (columns), options, error))
    return FALSE;
  for (guint i = 0; i < report->facts->len; i++)
    write_fact (&csv, report, &g_array_index (report->facts, JueFact, i));
  return jue_csv_close (&csv, error);
}
