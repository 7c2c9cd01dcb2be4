#include "normalize/report-read-form.h"

#include "extract/error.h"
#include "normalize/report-names.h"
#include "normalize/report-read.h"

/* A form while it is read. Its cells are all without text until the stream gives them some. */
typedef struct {
  JueReportIn *base;
  JueXmlIn *in;
  JueForm *form;
  guint row;       /* rows read so far */
  guint8 *covered; /* for each cell: it is given, or a merged cell above or left of it covers it */
} FormIn;

/* Index of a row or column; 0 and a failure if it is not in the grid. */
static guint
read_index (JueXmlIn *in, const char *name, guint n)
{
  if (n == 0)
    jue_xml_in_refuse (in, JUE_ERROR_INPUT, "attribute \"%s\": the grid is empty", name);
  return (guint)jue_xml_in_int_needed (in, name, 0, MAX (n, 1) - 1);
}

static const char *const *
read_path (JueReportIn *base, guint *n)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  for (jue_xml_in_enter (base->in); jue_xml_in_next (base->in);)
    if (jue_xml_in_is (base->in, "path"))
      g_ptr_array_add (path, (gpointer)jue_report_in_content (base));
  *n = path->len;
  return jue_report_path (base->report, (const char *const *)path->pdata, path->len);
}

static void
read_column (FormIn *self)
{
  JueColumn column = { .col = read_index (self->in, "col", self->form->n_cols),
                       .id = jue_report_in_attr (self->base, "id") };
  column.path = read_path (self->base, &column.n_path);
  if (self->form->columns->len >= self->form->n_cols)
    jue_xml_in_refuse (self->in, JUE_ERROR_INPUT, "more columns than the grid has");
  else
    g_array_append_val (self->form->columns, column);
}

/* Claims the places of a cell; FALSE if one is outside or taken. So the work is bounded by the size of the grid. */
static gboolean
claim (FormIn *self, guint col, const JueCell *cell)
{
  const JueForm *form = self->form;
  if (cell->row_span > form->n_rows - self->row || cell->col_span > form->n_cols - col)
    return FALSE;
  for (guint r = self->row; r < self->row + cell->row_span; r++)
    for (guint c = col; c < col + cell->col_span; c++) {
      guint8 *covered = &self->covered[(gsize)r * form->n_cols + c];
      if (*covered)
        return FALSE;
      *covered = TRUE;
    }
  return TRUE;
}

static guint
next_free (const FormIn *self, guint col)
{
  const guint8 *covered = self->covered + (gsize)self->row * self->form->n_cols;
  while (col < self->form->n_cols && covered[col])
    col++;
  return col;
}

static void
read_state (FormIn *self, JueCell *cell)
{
  const char *state = jue_xml_in_attr (self->in, "state");
  JueState known = JUE_STATE_EMPTY;
  if (state != NULL && !jue_state_from_name (state, &known))
    jue_xml_in_refuse (self->in, JUE_ERROR_INPUT, "attribute \"state\": unknown word");
  gboolean has_amount = jue_report_in_amount (self->base, &cell->amount);
  gboolean needs_amount = cell->role == JUE_ROLE_VALUE && known == JUE_STATE_VALUE;
  if (has_amount ? cell->role != JUE_ROLE_VALUE || (state != NULL && known != JUE_STATE_VALUE) : needs_amount)
    jue_xml_in_refuse (self->in, JUE_ERROR_INPUT, "attributes \"state\" and \"amount\" contradict each other");
  cell->state = has_amount ? JUE_STATE_VALUE : (guint8)known;
}

static JueCell
read_cell (FormIn *self, JueRole role)
{
  JueXmlIn *in = self->in;
  JueCell cell = { .role = (guint8)role };
  cell.row_span = (guint16)jue_xml_in_int (in, "rowspan", 1, G_MAXUINT16, 1);
  cell.col_span = (guint16)jue_xml_in_int (in, "colspan", 1, G_MAXUINT16, 1);
  read_state (self, &cell);
  if (jue_xml_in_attr (in, "unit") != NULL)
    cell.unit = (guint8)(JUE_UNIT_YUAN + jue_xml_in_choice (in, "unit", jue_unit_names, 0));
  cell.proof = (guint8)jue_xml_in_choice (in, "proof", jue_proof_names, JUE_PROOF_UNPROVED);
  cell.prov = jue_xml_in_prov (in, self->form->row_pages[self->row]);
  cell.text = jue_report_in_content (self->base);
  if (cell.text == NULL)
    jue_xml_in_refuse (in, JUE_ERROR_INPUT, "a cell without text is left out of the stream");
  return cell;
}

static gboolean
role_of (JueXmlIn *in, JueRole *role)
{
  static const char *const names[] = { "head", "cell", "value" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (jue_xml_in_is (in, names[i])) {
      *role = (JueRole)i;
      return TRUE;
    }
  return FALSE;
}

static void
read_row (FormIn *self)
{
  JueXmlIn *in = self->in;
  JueForm *form = self->form;
  if (self->row >= form->n_rows) {
    jue_xml_in_refuse (in, JUE_ERROR_INPUT, "more rows than the form says");
    return;
  }
  form->row_pages[self->row] = (guint)jue_xml_in_int (in, "page", 0, JUE_STREAM_MAX_PAGES, 0);
  guint col = 0;
  JueRole role;
  for (jue_xml_in_enter (in); jue_xml_in_next (in);) {
    if (!role_of (in, &role))
      continue;
    col = next_free (self, col);
    col = (guint)jue_xml_in_int (in, "col", col, G_MAXUINT16, col);
    JueCell cell = read_cell (self, role);
    if (!jue_xml_in_ok (in))
      return;
    if (col >= form->n_cols || !claim (self, col, &cell))
      jue_xml_in_refuse (in, JUE_ERROR_INPUT, "a cell stands outside the grid or on another");
    else
      *jue_form_cell (form, self->row, col) = cell;
  }
  self->row++;
}

static void
read_places (FormIn *self)
{
  JueXmlIn *in = self->in;
  guint row = read_index (in, "row", self->form->n_rows), col = read_index (in, "col", self->form->n_cols);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (JueProv));
  g_ptr_array_add (self->form->provs, list);
  for (jue_xml_in_enter (in); jue_xml_in_next (in);) {
    if (!jue_xml_in_is (in, "place"))
      continue;
    JueProv prov = jue_xml_in_prov (in, 0);
    g_array_append_val (list, prov);
  }
  if (!jue_xml_in_ok (in))
    return;
  JueCell *cell = jue_form_cell (self->form, row, col);
  if (list->len == 0 || cell->text == NULL || cell->more != 0)
    jue_xml_in_refuse (in, JUE_ERROR_INPUT, "places of no cell, none at all, or given twice");
  cell->more = self->form->provs->len;
}

static void
read_line (FormIn *self)
{
  JueXmlIn *in = self->in;
  JueReportIn *base = self->base;
  JueLine line = { .row = read_index (in, "row", self->form->n_rows) };
  line.half = (guint)jue_xml_in_int (in, "half", 0, 99, 0);
  line.level = (guint)jue_xml_in_int (in, "level", 0, 99, 0);
  line.parent = (gint)jue_xml_in_int (in, "parent", 0, (gint64)self->form->lines->len - 1, -1);
  line.line_no = jue_report_in_attr (base, "line-no");
  line.code = jue_report_in_attr (base, "code");
  line.code_printed = jue_report_in_attr (base, "code-printed");
  line.code_restored = jue_xml_in_yes (in, "code-restored");
  line.name = jue_report_in_attr (base, "name");
  g_array_append_val (self->form->lines, line);
}

static void
read_note (FormIn *self)
{
  JueNote note = jue_report_in_printed (self->base);
  g_array_append_val (self->form->notes, note);
}

static void
read_field (FormIn *self)
{
  JueField field = { .name = jue_report_in_attr (self->base, "name") };
  field.has_amount = jue_report_in_amount (self->base, &field.amount);
  field.unit = jue_report_in_attr (self->base, "unit");
  field.prov = jue_xml_in_prov (self->in, 0);
  field.text = jue_report_in_content (self->base);
  g_array_append_val (self->form->fields, field);
}

static void
read_indicator (FormIn *self)
{
  JueReportIn *base = self->base;
  JueIndicator i = { .row = read_index (self->in, "row", self->form->n_rows) };
  i.op = jue_report_in_attr (base, "operator");
  i.target = jue_report_in_attr (base, "target");
  i.target_text = jue_report_in_attr (base, "target-text");
  i.unit = jue_report_in_attr (base, "unit");
  i.actual = jue_report_in_attr (base, "actual");
  i.actual_text = jue_report_in_attr (base, "actual-text");
  i.completion = jue_report_in_attr (base, "completion");
  i.weight = jue_report_in_attr (base, "weight");
  i.score = jue_report_in_attr (base, "score");
  i.reason = jue_report_in_attr (base, "reason");
  i.measures = jue_report_in_attr (base, "measures");
  i.path = read_path (base, &i.n_path);
  g_array_append_val (self->form->indicators, i);
}

static void
read_label (FormIn *self)
{
  self->form->label = jue_report_in_printed (self->base);
}

static void
read_title (FormIn *self)
{
  self->form->title = jue_report_in_printed (self->base);
}

static void
read_organisation_line (FormIn *self)
{
  self->form->organisation_line = jue_report_in_printed (self->base);
}

static void
read_unit_line (FormIn *self)
{
  self->form->unit_line = jue_report_in_printed (self->base);
}

static const struct {
  const char *name;
  void (*read) (FormIn *self);
} readers[] = {
  { "row", read_row },
  { "line", read_line },
  { "column", read_column },
  { "places", read_places },
  { "note", read_note },
  { "field", read_field },
  { "indicator", read_indicator },
  { "label", read_label },
  { "title", read_title },
  { "organisation-line", read_organisation_line },
  { "unit-line", read_unit_line },
};

static void
read_children (FormIn *self)
{
  for (jue_xml_in_enter (self->in); jue_xml_in_next (self->in);)
    for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
      if (jue_xml_in_is (self->in, readers[i].name)) {
        readers[i].read (self);
        break;
      }
  if (self->row < self->form->n_rows)
    jue_xml_in_refuse (self->in, JUE_ERROR_INPUT, "fewer rows than the form says");
}

/* NULL and a failure if the size is refused. */
static JueForm *
new_form (JueReportIn *base)
{
  JueXmlIn *in = base->in;
  guint n_rows = (guint)jue_xml_in_int_needed (in, "rows", 0, JUE_FORM_MAX_ROWS);
  guint n_cols = (guint)jue_xml_in_int_needed (in, "cols", 0, JUE_FORM_MAX_COLS);
  base->cells += (gsize)n_rows * n_cols;
  if (base->cells > JUE_REPORT_MAX_CELLS)
    jue_xml_in_refuse (in, JUE_ERROR_LIMIT, "more than %d cells in the report", JUE_REPORT_MAX_CELLS);
  if (!jue_xml_in_ok (in))
    return NULL;
  JueForm *form = jue_report_add_form (base->report, n_rows, n_cols);
  for (gsize i = 0; i < (gsize)n_rows * n_cols; i++)
    form->cells[i].text = NULL;
  return form;
}

void
jue_report_in_form (JueReportIn *base)
{
  JueXmlIn *in = base->in;
  JueForm *form = new_form (base);
  if (form == NULL)
    return;
  jue_xml_in_attr_needed (in, "id");
  form->id = jue_report_in_attr (base, "id");
  form->organisation = jue_report_in_attr (base, "organisation");
  form->year = (guint)jue_xml_in_int (in, "year", 0, 9999, 0);
  form->money_unit = jue_report_in_attr (base, "money-unit");
  form->page_from = (guint)jue_xml_in_int_needed (in, "page-from", 0, JUE_STREAM_MAX_PAGES);
  form->page_to = (guint)jue_xml_in_int_needed (in, "page-to", 0, JUE_STREAM_MAX_PAGES);
  form->method = jue_xml_in_choice (in, "method", jue_method_names, JUE_METHOD_RULED);
  form->header_rows = (guint)jue_xml_in_int_needed (in, "header-rows", 0, form->n_rows);
  form->stated_empty = jue_xml_in_yes (in, "stated-empty");
  g_autofree guint8 *covered = g_new0 (guint8, (gsize)form->n_rows * form->n_cols + 1);
  FormIn self = { base, in, form, 0, covered };
  read_children (&self);
}
