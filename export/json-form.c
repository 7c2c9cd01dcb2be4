#include "export/json-form.h"

#include "normalize/values.h"

/* Spaces in front of the members of a table, and of the entries of its lists. */
#define INDENT_MEMBER 3
#define INDENT_ENTRY 4

/* Writes an array of which each entry stands on a line of its own. */
typedef void (*WriteEntry) (JueJson *json, gconstpointer entry);

static void
write_array (JueJson *json, const char *key, const GArray *array, WriteEntry write)
{
  jue_json_open_list (json, INDENT_MEMBER, key);
  guint size = g_array_get_element_size ((GArray *)array);
  for (guint i = 0; i < array->len; i++) {
    jue_json_break (json, INDENT_ENTRY);
    write (json, array->data + (gsize)i * size);
  }
  jue_json_close (json, ']');
}

static void
write_rows (JueJson *json, const JueForm *form)
{
  jue_json_open_list (json, INDENT_MEMBER, "rows");
  for (guint row = 0; row < form->n_rows; row++) {
    jue_json_break (json, INDENT_ENTRY);
    jue_json_open (json, '[');
    for (guint col = 0; col < form->n_cols; col++)
      jue_json_string (json, jue_form_cell (form, row, col)->text);
    jue_json_close (json, ']');
  }
  jue_json_close (json, ']');
}

static void
write_span (JueJson *json, const JueCell *cell, guint row, guint col)
{
  jue_json_open (json, '[');
  jue_json_uint (json, row);
  jue_json_uint (json, col);
  jue_json_uint (json, cell->row_span);
  jue_json_uint (json, cell->col_span);
  jue_json_close (json, ']');
}

/* Whether a list has an entry about a cell. */
typedef gboolean (*WantCell) (gconstpointer data, const JueForm *form, guint row, guint col);
typedef void (*WriteCell) (JueJson *json, const JueCell *cell, guint row, guint col);

/* Writes a list of cells, those of each row on a line of their own. @data: of @want */
static void
write_cells (JueJson *json, const char *key, const JueForm *form, guint first_row, WantCell want, gconstpointer data,
             WriteCell write)
{
  jue_json_open_list (json, INDENT_MEMBER, key);
  for (guint row = first_row; row < form->n_rows; row++) {
    gboolean first = TRUE;
    for (guint col = 0; col < form->n_cols; col++) {
      if (!want (data, form, row, col))
        continue;
      if (first)
        jue_json_break (json, INDENT_ENTRY);
      first = FALSE;
      write (json, jue_form_cell (form, row, col), row, col);
    }
  }
  jue_json_close (json, ']');
}

static gboolean
is_merged (gconstpointer data, const JueForm *form, guint row, guint col)
{
  const JueCell *cell = jue_form_cell (form, row, col);
  (void)data;
  return cell->row_span > 1 || cell->col_span > 1;
}

static void
write_column (JueJson *json, gconstpointer entry)
{
  const JueColumn *column = entry;
  jue_json_open (json, '{');
  jue_json_uint_member (json, "col", column->col);
  jue_json_text_member (json, "id", column->id);
  jue_json_key (json, "path");
  jue_json_strings (json, column->path, column->n_path);
  jue_json_close (json, '}');
}

static void
write_line (JueJson *json, const JueLine *line)
{
  jue_json_open (json, '{');
  jue_json_uint_member (json, "row", line->row);
  jue_json_uint_member (json, "half", line->half);
  jue_json_text_member (json, "line_no", line->line_no);
  jue_json_text_member (json, "code", line->code);
  jue_json_text_member (json, "code_printed", line->code_printed);
  jue_json_text_member (json, "name", line->name);
  jue_json_uint_member (json, "level", line->level);
  jue_json_key (json, "parent");
  if (line->parent < 0)
    jue_json_null (json);
  else
    jue_json_uint (json, (guint64)line->parent);
  jue_json_close (json, '}');
}

static void
write_lines (JueJson *json, const JueForm *form)
{
  jue_json_open_list (json, INDENT_MEMBER, "lines");
  for (guint i = 0; i < form->lines->len; i++) {
    const JueLine *line = &g_array_index (form->lines, JueLine, i);
    if (i == 0 || line->row != g_array_index (form->lines, JueLine, i - 1).row)
      jue_json_break (json, INDENT_ENTRY);
    write_line (json, line);
  }
  jue_json_close (json, ']');
}

static void
write_value (JueJson *json, const JueCell *cell, guint row, guint col)
{
  jue_json_open (json, '{');
  jue_json_uint_member (json, "row", row);
  jue_json_uint_member (json, "col", col);
  jue_json_text_member (json, "state", jue_state_name ((JueState)cell->state));
  jue_json_key (json, "amount");
  if (cell->state == JUE_STATE_VALUE)
    jue_json_amount (json, cell->amount);
  else
    jue_json_null (json);
  jue_json_text_member (json, "unit", jue_unit_name ((JueUnit)cell->unit));
  jue_json_place (json, &cell->prov);
  jue_json_text_member (json, "proof", jue_proof_name ((JueProof)cell->proof));
  jue_json_close (json, '}');
}

static gboolean
is_value (gconstpointer values, const JueForm *form, guint row, guint col)
{
  (void)form;
  return jue_values_has (values, row, col);
}

static void
write_field (JueJson *json, gconstpointer entry)
{
  const JueField *field = entry;
  jue_json_open (json, '{');
  jue_json_text_member (json, "name", field->name);
  jue_json_text_member (json, "text", field->text);
  jue_json_key (json, "amount");
  if (field->has_amount)
    jue_json_amount (json, field->amount);
  else
    jue_json_null (json);
  jue_json_text_member (json, "unit", field->unit);
  jue_json_place (json, &field->prov);
  jue_json_close (json, '}');
}

static void
write_indicator (JueJson *json, gconstpointer entry)
{
  const JueIndicator *indicator = entry;
  jue_json_open (json, '{');
  jue_json_uint_member (json, "row", indicator->row);
  jue_json_key (json, "path");
  jue_json_strings (json, indicator->path, indicator->n_path);
  jue_json_text_member (json, "operator", indicator->op);
  jue_json_text_member (json, "target", indicator->target);
  jue_json_text_member (json, "target_text", indicator->target_text);
  jue_json_text_member (json, "unit", indicator->unit);
  jue_json_text_member (json, "actual", indicator->actual);
  jue_json_text_member (json, "actual_text", indicator->actual_text);
  jue_json_text_member (json, "completion", indicator->completion);
  jue_json_text_member (json, "weight", indicator->weight);
  jue_json_text_member (json, "score", indicator->score);
  jue_json_text_member (json, "reason", indicator->reason);
  jue_json_text_member (json, "measures", indicator->measures);
  jue_json_close (json, '}');
}

static void
write_note (JueJson *json, gconstpointer entry)
{
  jue_json_string (json, ((const JueNote *)entry)->text);
}

static void
write_title_members (JueJson *json, const JueForm *form)
{
  jue_json_text_member (json, "id", form->id);
  jue_json_break (json, INDENT_MEMBER);
  jue_json_text_member (json, "form", form->label.text);
  jue_json_break (json, INDENT_MEMBER);
  jue_json_text_member (json, "title", form->title.text);
  jue_json_break (json, INDENT_MEMBER);
  jue_json_text_member (json, "organisation", form->organisation);
  jue_json_positive_member (json, "year", form->year);
  jue_json_text_member (json, "unit_of_money", form->money_unit);
  jue_json_break (json, INDENT_MEMBER);
  jue_json_uint_member (json, "page_from", form->page_from);
  jue_json_uint_member (json, "page_to", form->page_to);
  jue_json_uint_member (json, "header_rows", form->header_rows);
  jue_json_text_member (json, "method", jue_method_name (form->method));
}

void
jue_json_form (JueJson *json, const JueForm *form)
{
  g_autoptr (JueValues) values = jue_values_new (form);
  jue_json_open (json, '{');
  write_title_members (json, form);
  write_rows (json, form);
  write_cells (json, "spans", form, 0, is_merged, NULL, write_span);
  write_array (json, "columns", form->columns, write_column);
  write_lines (json, form);
  write_cells (json, "values", form, form->header_rows, is_value, values, write_value);
  write_array (json, "fields", form->fields, write_field);
  write_array (json, "indicators", form->indicators, write_indicator);
  write_array (json, "notes", form->notes, write_note);
  jue_json_break (json, INDENT_MEMBER);
  jue_json_key (json, "stated_empty");
  jue_json_bool (json, form->stated_empty);
  jue_json_close (json, '}');
}
