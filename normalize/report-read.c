#include "normalize/report-read.h"

#include "extract/error.h"
#include "normalize/report-finding.h"
#include "normalize/report-names.h"
#include "normalize/report-read-form.h"
#include "normalize/report-write.h"

static void
read_document (JueReportIn *self)
{
  JueReport *report = self->report;
  report->organisation = jue_report_in_attr (self, "organisation");
  report->region = jue_report_in_attr (self, "region");
  report->title = jue_report_in_attr (self, "title");
  report->year = (guint)jue_xml_in_int (self->in, "year", 0, 9999, 0);
  if (jue_xml_in_attr (self->in, "kind") != NULL)
    report->kind = JUE_KIND_FINAL + jue_xml_in_choice (self->in, "kind", jue_kind_names, 0);
}

static void
read_section (JueReportIn *self)
{
  JueXmlIn *in = self->in;
  JueSection *section = jue_report_add_section (self->report);
  section->id = jue_report_in_attr (self, "id");
  section->level = (guint)jue_xml_in_int_needed (in, "level", 0, 99);
  section->label = jue_report_in_attr (self, "label");
  section->title = jue_report_in_attr (self, "title");
  section->prov = jue_xml_in_prov (in, 0);
  for (jue_xml_in_enter (in); jue_xml_in_next (in);) {
    if (!jue_xml_in_is (in, "paragraph"))
      continue;
    JueParagraph paragraph = jue_report_in_printed (self);
    g_array_append_val (section->paragraphs, paragraph);
  }
}

static void
read_term (JueReportIn *self)
{
  JueTerm term = { .term = jue_report_in_attr (self, "term") };
  term.page = (guint)jue_xml_in_int (self->in, "page", 0, JUE_STREAM_MAX_PAGES, 0);
  term.definition = jue_report_in_content (self);
  g_array_append_val (self->report->terms, term);
}

static void
read_fact (JueReportIn *self, gboolean is_figure)
{
  JueFact fact = { .section = (guint)jue_xml_in_int_needed (self->in, "section", 0, G_MAXINT32) };
  if (!is_figure) {
    jue_xml_in_attr_needed (self->in, "item");
    fact.item = jue_report_in_attr (self, "item");
  }
  fact.value = jue_report_in_attr (self, "value");
  fact.unit = jue_report_in_attr (self, "unit");
  fact.has_amount = jue_report_in_amount (self, &fact.amount);
  fact.amount_unit = jue_report_in_attr (self, "amount-unit");
  fact.prov = jue_xml_in_prov (self->in, 0);
  fact.text = jue_report_in_content (self);
  g_array_append_val (self->report->facts, fact);
}

static void
read_no_text_page (JueReportIn *self)
{
  guint number = (guint)jue_xml_in_int_needed (self->in, "number", 1, JUE_STREAM_MAX_PAGES);
  g_array_append_val (self->report->no_text_pages, number);
}

static void
read_child (JueReportIn *self)
{
  JueXmlIn *in = self->in;
  if (jue_xml_in_is (in, "source"))
    jue_xml_in_source (in, &self->report->source);
  else if (jue_xml_in_is (in, "document"))
    read_document (self);
  else if (jue_xml_in_is (in, "no-text-page"))
    read_no_text_page (self);
  else if (jue_xml_in_is (in, "form"))
    jue_report_in_form (self);
  else if (jue_xml_in_is (in, "section"))
    read_section (self);
  else if (jue_xml_in_is (in, "term"))
    read_term (self);
  else if (jue_xml_in_is (in, "fact") || jue_xml_in_is (in, "figure"))
    read_fact (self, jue_xml_in_is (in, "figure"));
  else if (jue_xml_in_is (in, "finding"))
    jue_report_in_finding (self);
  else if (jue_xml_in_is (in, "diagnosis"))
    jue_xml_in_diagnosis (in, self->report->diagnoses);
}

/* What can be checked only when all is read. */
static void
check_whole (JueReportIn *self)
{
  const JueReport *report = self->report;
  if (report->source.name == NULL)
    jue_xml_in_refuse (self->in, JUE_ERROR_INPUT, "no source");
  for (guint i = 0; i < report->facts->len; i++)
    if (g_array_index (report->facts, JueFact, i).section >= report->sections->len)
      jue_xml_in_refuse (self->in, JUE_ERROR_INPUT, "a fact of section %u, but there are only %u",
                         g_array_index (report->facts, JueFact, i).section, report->sections->len);
}

/* Takes @stream over, which may be NULL. */
static JueReport *
read_report (JueXmlIn *stream, GError **error)
{
  g_autoptr (JueXmlIn) in = stream;
  if (in == NULL)
    return NULL;
  jue_xml_in_limit (in, JUE_REPORT_MAX_ELEMENTS);
  JueSource nothing = { 0 };
  g_autoptr (JueReport) report = jue_report_new (&nothing);
  JueReportIn self = { in, report, 0, 0 };
  for (jue_xml_in_enter (in); jue_xml_in_next (in);)
    read_child (&self);
  check_whole (&self);
  return jue_xml_in_finish (in, error) ? g_steal_pointer (&report) : NULL;
}

JueReport *
jue_report_read (const char *path, GError **error)
{
  return read_report (
      jue_xml_in_open (path, "report", JUE_REPORT_STREAM_NS, JUE_REPORT_STREAM_VERSION, error), error);
}

JueReport *
jue_report_read_packed (int fd, GError **error)
{
  return read_report (
      jue_xml_in_open_packed (fd, "report", JUE_REPORT_STREAM_NS, JUE_REPORT_STREAM_VERSION, error), error);
}
