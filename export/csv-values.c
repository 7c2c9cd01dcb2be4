#include "export/csv.h"
#include "export/formats.h"
#include "normalize/values.h"

static const char *const columns[] = { "sha256", "organisation", "year",     "form",   "label",       "row",
                                       "code",   "name",         "row_path", "column", "column_path", "printed",
                                       "state",  "amount",       "unit",     "page",   "box",
                                       "proof" };

/* The deepest chain of parents that is followed; forms have about four levels. */
#define MAX_PARENTS 16

/* The names of a line's parents, outermost first, joined. */
static void
write_row_path (JueCsv *csv, const JueForm *form, const JueLine *line)
{
  const char *names[MAX_PARENTS];
  guint n = 0;
  for (guint step = 0; step < MAX_PARENTS && line->parent >= 0 && (guint)line->parent < form->lines->len; step++) {
    line = &g_array_index (form->lines, JueLine, line->parent);
    if (line->name != NULL)
      names[MAX_PARENTS - ++n] = line->name;
  }
  jue_csv_joined (csv, names + MAX_PARENTS - n, n);
}

static void
write_form_fields (JueCsv *csv, const JueReport *report, const JueForm *form)
{
  jue_csv_text (csv, report->source.sha256);
  jue_csv_text (csv, form->organisation != NULL ? form->organisation : report->organisation);
  jue_csv_positive (csv, form->year != 0 ? form->year : report->year);
  jue_csv_text (csv, form->id);
  jue_csv_text (csv, form->label.text);
}

static void
write_line_fields (JueCsv *csv, const JueForm *form, const JueLine *line)
{
  if (line == NULL) {
    for (guint i = 0; i < 3; i++)
      jue_csv_text (csv, NULL);
    return;
  }
  jue_csv_text (csv, line->code);
  jue_csv_text (csv, line->name);
  write_row_path (csv, form, line);
}

static void
write_column_fields (JueCsv *csv, const JueColumn *column)
{
  jue_csv_text (csv, column != NULL ? column->id : NULL);
  jue_csv_joined (csv, column != NULL ? column->path : NULL, column != NULL ? column->n_path : 0);
}

static void
write_cell_fields (JueCsv *csv, const JueCell *cell)
{
  jue_csv_text (csv, cell->text);
  jue_csv_text (csv, jue_state_name ((JueState)cell->state));
  if (cell->state == JUE_STATE_VALUE)
    jue_csv_amount (csv, cell->amount);
  else
    jue_csv_text (csv, NULL);
  jue_csv_text (csv, jue_unit_name ((JueUnit)cell->unit));
  jue_csv_positive (csv, cell->prov.page);
  jue_csv_box (csv, &cell->prov);
  jue_csv_text (csv, jue_proof_name ((JueProof)cell->proof));
}

static void
write_form (JueCsv *csv, const JueReport *report, const JueForm *form)
{
  g_autoptr (JueValues) values = jue_values_new (form);
  for (guint row = form->header_rows; row < form->n_rows; row++)
    for (guint col = 0; col < form->n_cols; col++) {
      if (!jue_values_has (values, row, col))
        continue;
      write_form_fields (csv, report, form);
      jue_csv_uint (csv, row);
      write_line_fields (csv, form, jue_values_line (values, row, col));
      write_column_fields (csv, jue_form_column (form, col));
      write_cell_fields (csv, jue_form_cell (form, row, col));
      jue_csv_end_line (csv);
    }
}

gboolean
jue_csv_export_values (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error)
{
  JueCsv csv;
  if (!jue_csv_open (&csv, maker, ".values.csv", columns, G_N_ELEMENTS (columns), options, error))
    return FALSE;
  for (guint i = 0; i < report->forms->len; i++)
    write_form (&csv, report, g_ptr_array_index (report->forms, i));
  return jue_csv_close (&csv, error);
}
