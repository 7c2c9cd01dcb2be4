#include "export/csv.h"
#include "export/formats.h"

static const char *const columns[] = { "sha256", "organisation", "year",   "table", "form", "title",
                                       "name",   "text",         "amount", "unit",  "page", "box" };

static void
write_field (JueCsv *csv, const JueForm *form, gconstpointer entry)
{
  const JueField *field = entry;
  (void)form;
  jue_csv_text (csv, field->name);
  jue_csv_text (csv, field->text);
  if (field->has_amount)
    jue_csv_amount (csv, field->amount);
  else
    jue_csv_text (csv, NULL);
  jue_csv_text (csv, field->unit);
  jue_csv_positive (csv, field->prov.page);
  jue_csv_box (csv, &field->prov);
}

static const GArray *
fields_of (const JueForm *form)
{
  return form->fields;
}

gboolean
jue_csv_export_fields (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error)
{
  static const JueCsvEntries entries = { ".fields.csv", columns, G_N_ELEMENTS (columns), fields_of, write_field };
  return jue_csv_export_entries (&entries, report, options, maker, error);
}
