#include "export/csv.h"
#include "export/formats.h"

static const char *const columns[] = { "sha256", "organisation", "year",   "table", "form", "title",
                                       "name",   "text",         "amount", "unit",  "page", "box" };

static void
write_field (JueCsv *csv, const JueField *field)
{
  jue_csv_text (csv, field->name);
  jue_csv_text (csv, field->text);
  if (field->has_amount)
    jue_csv_amount (csv, field->amount);
  else
    jue_csv_text (csv, NULL);
  jue_csv_text (csv, field->unit);
  jue_csv_positive (csv, field->prov.page);
  jue_csv_box (csv, &field->prov);
  jue_csv_end_line (csv);
}

static gboolean
has_fields (const JueReport *report)
{
  for (guint i = 0; i < report->forms->len; i++)
    if (((const JueForm *)g_ptr_array_index (report->forms, i))->fields->len > 0)
      return TRUE;
  return FALSE;
}

gboolean
jue_csv_export_fields (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error)
{
  if (!has_fields (report))
    return TRUE;
  JueCsv csv;
  if (!jue_csv_open (&csv, maker, ".fields.csv", columns, G_N_ELEMENTS (columns), options, error))
    return FALSE;
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    for (guint k = 0; k < form->fields->len; k++) {
      jue_csv_form_start (&csv, report, i);
      write_field (&csv, &g_array_index (form->fields, JueField, k));
    }
  }
  return jue_csv_close (&csv, error);
}
