#include "normalize/report-write-form.h"

/*
 * The grid: a cell that a merged one covers is not written, since the spans tell where it is. A cell stands in the next
 * column of its row that is not covered, or it says "col". So a cell that has no text at all (NULL) without being
 * covered is kept, too.
 */

void
jue_report_write_content (JueXmlOut *xml, const char *text)
{
  if (text == NULL)
    jue_xml_out_attr (xml, "printed", "no");
  else
    jue_xml_out_text (xml, text);
}

void
jue_report_write_printed (JueXmlOut *xml, const char *name, const JuePrinted *printed)
{
  jue_xml_out_open (xml, name);
  jue_xml_out_attr_prov (xml, &printed->prov);
  jue_report_write_content (xml, printed->text);
  jue_xml_out_close (xml);
}

void
jue_report_write_amount (JueXmlOut *xml, JueAmount amount, GString *scratch)
{
  g_string_truncate (scratch, 0);
  jue_amount_append (scratch, amount);
  jue_xml_out_attr (xml, "amount", scratch->str);
}

static void
write_path (JueXmlOut *xml, const char *const *path, guint n)
{
  for (guint i = 0; i < n; i++) {
    jue_xml_out_open (xml, "path");
    jue_report_write_content (xml, path[i]);
    jue_xml_out_close (xml);
  }
}

static void
write_around (JueXmlOut *xml, const JueForm *form)
{
  const struct {
    const char *name;
    const JuePrinted *printed;
  } around[] = { { "label", &form->label },
                 { "title", &form->title },
                 { "organisation-line", &form->organisation_line },
                 { "unit-line", &form->unit_line } };
  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    if (around[i].printed->text != NULL)
      jue_report_write_printed (xml, around[i].name, around[i].printed);
}

static void
write_columns (JueXmlOut *xml, const JueForm *form)
{
  for (guint i = 0; i < form->columns->len; i++) {
    const JueColumn *column = &g_array_index (form->columns, JueColumn, i);
    jue_xml_out_open (xml, "column");
    jue_xml_out_attr_uint (xml, "col", column->col);
    jue_xml_out_attr (xml, "id", column->id);
    write_path (xml, column->path, column->n_path);
    jue_xml_out_close (xml);
  }
}

/* The page is the row's, if nothing else is said. */
static void
write_cell_prov (JueXmlOut *xml, const JueProv *prov, guint row_page)
{
  const JueBox *b = &prov->box;
  gboolean has_box = (b->x0 | b->y0 | b->x1 | b->y1) != 0;
  if (prov->page != (has_box ? row_page : 0))
    jue_xml_out_attr_uint (xml, "page", prov->page);
  if (has_box)
    jue_xml_out_attr_box (xml, "box", b);
}

static void
write_cell (JueXmlOut *xml, const JueCell *cell, gint col, guint row_page, GString *scratch)
{
  static const char *const names[] = { "head", "cell", "value" };
  gboolean has_amount = cell->role == JUE_ROLE_VALUE && cell->state == JUE_STATE_VALUE;
  jue_xml_out_open (xml, names[MIN (cell->role, JUE_ROLE_VALUE)]);
  if (col >= 0)
    jue_xml_out_attr_uint (xml, "col", (guint)col);
  if (cell->row_span != 1)
    jue_xml_out_attr_uint (xml, "rowspan", cell->row_span);
  if (cell->col_span != 1)
    jue_xml_out_attr_uint (xml, "colspan", cell->col_span);
  if (has_amount)
    jue_report_write_amount (xml, cell->amount, scratch);
  else if (cell->state != JUE_STATE_EMPTY)
    jue_xml_out_attr (xml, "state", jue_state_name (cell->state));
  jue_xml_out_attr (xml, "unit", jue_unit_name (cell->unit));
  if (cell->proof != JUE_PROOF_UNPROVED)
    jue_xml_out_attr (xml, "proof", jue_proof_name (cell->proof));
  write_cell_prov (xml, &cell->prov, row_page);
  jue_xml_out_text (xml, cell->text);
  jue_xml_out_close (xml);
}

static void
mark_covered (guint8 *covered, const JueForm *form, const JueCell *cell, guint row, guint col)
{
  guint last_row = MIN (row + cell->row_span, form->n_rows), last_col = MIN (col + cell->col_span, form->n_cols);
  for (guint r = row; r < last_row; r++)
    for (guint c = col; c < last_col; c++)
      covered[(gsize)r * form->n_cols + c] = TRUE;
}

static void
write_row (JueXmlOut *xml, const JueForm *form, guint row, guint8 *covered, GString *scratch)
{
  const guint8 *here = covered + (gsize)row * form->n_cols;
  gboolean skipped = FALSE;
  jue_xml_out_open (xml, "row");
  if (form->row_pages[row] != 0)
    jue_xml_out_attr_uint (xml, "page", form->row_pages[row]);
  for (guint col = 0; col < form->n_cols; col++) {
    const JueCell *cell = jue_form_cell (form, row, col);
    if (cell->text == NULL) {
      skipped = skipped || !here[col];
      continue;
    }
    write_cell (xml, cell, skipped || here[col] ? (gint)col : -1, form->row_pages[row], scratch);
    skipped = FALSE;
    if (cell->row_span > 1 || cell->col_span > 1)
      mark_covered (covered, form, cell, row, col);
  }
  jue_xml_out_close (xml);
}

static void
write_rows (JueXmlOut *xml, const JueForm *form, GString *scratch)
{
  g_autofree guint8 *covered = g_new0 (guint8, (gsize)form->n_rows * form->n_cols + 1);
  for (guint row = 0; row < form->n_rows; row++)
    write_row (xml, form, row, covered, scratch);
}

/* Cells whose text stands in several places, such as on both sides of a page break. */
static void
write_places (JueXmlOut *xml, const JueForm *form)
{
  for (gsize i = 0; i < (gsize)form->n_rows * form->n_cols; i++) {
    const JueCell *cell = &form->cells[i];
    if (cell->text == NULL || cell->more == 0)
      continue;
    guint n;
    const JueProv *provs = jue_form_cell_provs (form, cell, &n);
    jue_xml_out_open (xml, "places");
    jue_xml_out_attr_uint (xml, "row", i / form->n_cols);
    jue_xml_out_attr_uint (xml, "col", i % form->n_cols);
    for (guint k = 0; k < n; k++) {
      jue_xml_out_open (xml, "place");
      jue_xml_out_attr_prov (xml, &provs[k]);
      jue_xml_out_close (xml);
    }
    jue_xml_out_close (xml);
  }
}

static void
write_line (JueXmlOut *xml, const JueLine *line)
{
  jue_xml_out_open (xml, "line");
  jue_xml_out_attr_uint (xml, "row", line->row);
  if (line->half != 0)
    jue_xml_out_attr_uint (xml, "half", line->half);
  if (line->level != 0)
    jue_xml_out_attr_uint (xml, "level", line->level);
  if (line->parent >= 0)
    jue_xml_out_attr_uint (xml, "parent", (guint)line->parent);
  jue_xml_out_attr (xml, "line-no", line->line_no);
  jue_xml_out_attr (xml, "code", line->code);
  jue_xml_out_attr (xml, "code-printed", line->code_printed);
  jue_xml_out_attr (xml, "code-restored", line->code_restored ? "yes" : NULL);
  jue_xml_out_attr (xml, "name", line->name);
  jue_xml_out_close (xml);
}

static void
write_field (JueXmlOut *xml, const JueField *field, GString *scratch)
{
  jue_xml_out_open (xml, "field");
  jue_xml_out_attr (xml, "name", field->name);
  if (field->has_amount)
    jue_report_write_amount (xml, field->amount, scratch);
  jue_xml_out_attr (xml, "unit", field->unit);
  jue_xml_out_attr_prov (xml, &field->prov);
  jue_report_write_content (xml, field->text);
  jue_xml_out_close (xml);
}

static void
write_indicator (JueXmlOut *xml, const JueIndicator *indicator)
{
  jue_xml_out_open (xml, "indicator");
  jue_xml_out_attr_uint (xml, "row", indicator->row);
  jue_xml_out_attr (xml, "operator", indicator->op);
  jue_xml_out_attr (xml, "target", indicator->target);
  jue_xml_out_attr (xml, "target-text", indicator->target_text);
  jue_xml_out_attr (xml, "unit", indicator->unit);
  jue_xml_out_attr (xml, "actual", indicator->actual);
  jue_xml_out_attr (xml, "actual-text", indicator->actual_text);
  jue_xml_out_attr (xml, "completion", indicator->completion);
  jue_xml_out_attr (xml, "weight", indicator->weight);
  jue_xml_out_attr (xml, "score", indicator->score);
  jue_xml_out_attr (xml, "reason", indicator->reason);
  jue_xml_out_attr (xml, "measures", indicator->measures);
  write_path (xml, indicator->path, indicator->n_path);
  jue_xml_out_close (xml);
}

static void
write_form_head (JueXmlOut *xml, const JueForm *form)
{
  jue_xml_out_attr (xml, "id", form->id);
  jue_xml_out_attr (xml, "organisation", form->organisation);
  if (form->year != 0)
    jue_xml_out_attr_uint (xml, "year", form->year);
  jue_xml_out_attr (xml, "money-unit", form->money_unit);
  jue_xml_out_attr_uint (xml, "page-from", form->page_from);
  jue_xml_out_attr_uint (xml, "page-to", form->page_to);
  jue_xml_out_attr (xml, "method", jue_method_name (form->method));
  jue_xml_out_attr_uint (xml, "rows", form->n_rows);
  jue_xml_out_attr_uint (xml, "cols", form->n_cols);
  jue_xml_out_attr_uint (xml, "header-rows", form->header_rows);
  jue_xml_out_attr (xml, "stated-empty", form->stated_empty ? "yes" : NULL);
}

void
jue_report_write_form (JueXmlOut *xml, const JueForm *form, GString *scratch)
{
  jue_xml_out_open (xml, "form");
  write_form_head (xml, form);
  write_around (xml, form);
  write_columns (xml, form);
  write_rows (xml, form, scratch);
  write_places (xml, form);
  for (guint i = 0; i < form->lines->len; i++)
    write_line (xml, &g_array_index (form->lines, JueLine, i));
  for (guint i = 0; i < form->notes->len; i++)
    jue_report_write_printed (xml, "note", &g_array_index (form->notes, JueNote, i));
  for (guint i = 0; i < form->fields->len; i++)
    write_field (xml, &g_array_index (form->fields, JueField, i), scratch);
  for (guint i = 0; i < form->indicators->len; i++)
    write_indicator (xml, &g_array_index (form->indicators, JueIndicator, i));
  jue_xml_out_close (xml);
}
