#include "normalize/report-finding.h"

#include "extract/error.h"
#include "normalize/report-names.h"

/* ---- writing ---- */

static void
write_text (JueXmlOut *xml, const char *name, const char *text)
{
  jue_xml_out_open (xml, name);
  jue_xml_out_text (xml, text);
  jue_xml_out_close (xml);
}

static void
write_cell (JueXmlOut *xml, const JueCellRef *cell)
{
  jue_xml_out_open (xml, "cell");
  jue_xml_out_attr_uint (xml, "form", cell->form);
  jue_xml_out_attr_uint (xml, "row", cell->row);
  jue_xml_out_attr_uint (xml, "col", cell->col);
  jue_xml_out_close (xml);
}

void
jue_report_write_finding (JueXmlOut *xml, const JueFinding *finding)
{
  jue_xml_out_open (xml, "finding");
  jue_xml_out_attr (xml, "rule", finding->rule);
  jue_xml_out_attr (xml, "severity", jue_finding_severity_name (finding->severity));
  jue_xml_out_attr (xml, "expected", finding->expected);
  jue_xml_out_attr (xml, "actual", finding->actual);
  jue_xml_out_attr (xml, "tolerance", finding->tolerance);
  jue_xml_out_attr_prov (xml, &finding->prov);
  write_text (xml, "text", finding->text);
  for (guint i = 0; i < finding->n_values; i++)
    write_text (xml, "value", finding->values[i]);
  for (guint i = 0; i < finding->n_cells; i++)
    write_cell (xml, &finding->cells[i]);
  for (guint i = 0; i < finding->n_facts; i++) {
    jue_xml_out_open (xml, "fact");
    jue_xml_out_attr_uint (xml, "index", finding->facts[i]);
    jue_xml_out_close (xml);
  }
  jue_xml_out_close (xml);
}

/* ---- reading ---- */

typedef struct {
  JueReportIn *in;
  JueFinding finding;
  GPtrArray *values;
  GArray *cells; /* of JueCellRef */
  GArray *facts; /* of guint */
} Reading;

static void
read_cell (Reading *self)
{
  const JueReport *report = self->in->report;
  JueXmlIn *in = self->in->in;
  JueCellRef cell = { (guint)jue_xml_in_int_needed (in, "form", 0, G_MAXINT32),
                      (guint)jue_xml_in_int_needed (in, "row", 0, G_MAXINT32),
                      (guint)jue_xml_in_int_needed (in, "col", 0, G_MAXINT32) };
  const JueForm *form = cell.form < report->forms->len ? g_ptr_array_index (report->forms, cell.form) : NULL;
  if (form == NULL || cell.row >= form->n_rows || cell.col >= form->n_cols)
    jue_xml_in_refuse (in, JUE_ERROR_INPUT, "a finding about a cell that is not there");
  else
    g_array_append_val (self->cells, cell);
}

static void
read_fact (Reading *self)
{
  guint index = (guint)jue_xml_in_int_needed (self->in->in, "index", 0, G_MAXINT32);
  if (index >= self->in->report->facts->len)
    jue_xml_in_refuse (self->in->in, JUE_ERROR_INPUT, "a finding about fact %u, but there are only %u", index,
                       self->in->report->facts->len);
  else
    g_array_append_val (self->facts, index);
}

static void
read_value (Reading *self)
{
  const char *text = jue_report_in_content (self->in);
  if (text != NULL)
    g_ptr_array_add (self->values, (gpointer)text);
}

static void
read_part (Reading *self)
{
  JueXmlIn *in = self->in->in;
  if (self->values->len + self->cells->len + self->facts->len >= JUE_FINDING_MAX_PARTS)
    jue_xml_in_refuse (in, JUE_ERROR_LIMIT, "a finding with more than %d parts", JUE_FINDING_MAX_PARTS);
  else if (jue_xml_in_is (in, "text"))
    self->finding.text = jue_report_in_content (self->in);
  else if (jue_xml_in_is (in, "value"))
    read_value (self);
  else if (jue_xml_in_is (in, "cell"))
    read_cell (self);
  else if (jue_xml_in_is (in, "fact"))
    read_fact (self);
}

static void
read_attributes (Reading *self)
{
  JueXmlIn *in = self->in->in;
  JueFinding *finding = &self->finding;
  jue_xml_in_attr_needed (in, "rule");
  jue_xml_in_attr_needed (in, "severity");
  finding->rule = jue_report_in_attr (self->in, "rule");
  finding->severity = (JueFindingSeverity)jue_xml_in_choice (in, "severity", jue_finding_severity_names, 0);
  finding->expected = jue_report_in_attr (self->in, "expected");
  finding->actual = jue_report_in_attr (self->in, "actual");
  finding->tolerance = jue_report_in_attr (self->in, "tolerance");
  finding->prov = jue_xml_in_prov (in, 0);
}

static void
keep_finding (Reading *self)
{
  JueFinding *finding = &self->finding;
  finding->values = (const char *const *)self->values->pdata;
  finding->n_values = self->values->len;
  finding->cells = (const JueCellRef *)(gconstpointer)self->cells->data;
  finding->n_cells = self->cells->len;
  finding->facts = (const guint *)(gconstpointer)self->facts->data;
  finding->n_facts = self->facts->len;
  if (jue_xml_in_ok (self->in->in))
    jue_report_add_finding (self->in->report, finding);
}

void
jue_report_in_finding (JueReportIn *self)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (JueCellRef));
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = { self, { 0 }, values, cells, facts };
  read_attributes (&reading);
  for (jue_xml_in_enter (self->in); jue_xml_in_next (self->in);)
    read_part (&reading);
  if (reading.finding.text == NULL)
    jue_xml_in_refuse (self->in, JUE_ERROR_INPUT, "a finding without text");
  keep_finding (&reading);
}
