#include "normalize/report-write.h"

#include "normalize/report-finding.h"
#include "normalize/report-write-form.h"

static void
write_document (JueXmlOut *xml, const JueReport *report)
{
  jue_xml_out_open (xml, "source");
  jue_xml_out_attr_source (xml, &report->source);
  jue_xml_out_close (xml);
  jue_xml_out_open (xml, "document");
  jue_xml_out_attr (xml, "kind", jue_kind_name (report->kind));
  jue_xml_out_attr (xml, "organisation", report->organisation);
  jue_xml_out_attr (xml, "region", report->region);
  if (report->year != 0)
    jue_xml_out_attr_uint (xml, "year", report->year);
  jue_xml_out_attr (xml, "title", report->title);
  jue_xml_out_close (xml);
  for (guint i = 0; i < report->no_text_pages->len; i++) {
    jue_xml_out_open (xml, "no-text-page");
    jue_xml_out_attr_uint (xml, "number", g_array_index (report->no_text_pages, guint, i));
    jue_xml_out_close (xml);
  }
}

static void
write_section (JueXmlOut *xml, const JueSection *section)
{
  jue_xml_out_open (xml, "section");
  jue_xml_out_attr (xml, "id", section->id);
  jue_xml_out_attr_uint (xml, "level", section->level);
  jue_xml_out_attr (xml, "label", section->label);
  jue_xml_out_attr (xml, "title", section->title);
  jue_xml_out_attr_prov (xml, &section->prov);
  for (guint i = 0; i < section->paragraphs->len; i++)
    jue_report_write_printed (xml, "paragraph", &g_array_index (section->paragraphs, JueParagraph, i));
  jue_xml_out_close (xml);
}

static void
write_term (JueXmlOut *xml, const JueTerm *term)
{
  jue_xml_out_open (xml, "term");
  jue_xml_out_attr (xml, "term", term->term);
  if (term->page != 0)
    jue_xml_out_attr_uint (xml, "page", term->page);
  jue_report_write_content (xml, term->definition);
  jue_xml_out_close (xml);
}

static void
write_fact (JueXmlOut *xml, const JueFact *fact, GString *scratch)
{
  jue_xml_out_open (xml, fact->item != NULL ? "fact" : "figure");
  jue_xml_out_attr_uint (xml, "section", fact->section);
  jue_xml_out_attr (xml, "item", fact->item);
  jue_xml_out_attr (xml, "value", fact->value);
  jue_xml_out_attr (xml, "unit", fact->unit);
  if (fact->has_amount)
    jue_report_write_amount (xml, fact->amount, scratch);
  jue_xml_out_attr (xml, "amount-unit", fact->amount_unit);
  jue_xml_out_attr_prov (xml, &fact->prov);
  jue_report_write_content (xml, fact->text);
  jue_xml_out_close (xml);
}

static void
write_prose (JueXmlOut *xml, const JueReport *report, GString *scratch)
{
  for (guint i = 0; i < report->sections->len; i++)
    write_section (xml, &g_array_index (report->sections, JueSection, i));
  for (guint i = 0; i < report->terms->len; i++)
    write_term (xml, &g_array_index (report->terms, JueTerm, i));
  for (guint i = 0; i < report->facts->len; i++)
    write_fact (xml, &g_array_index (report->facts, JueFact, i), scratch);
}

static gboolean
write_report (const JueReport *report, JueXmlOut *xml, GError **error)
{
  GString *scratch = g_string_new (NULL);
  jue_xml_out_open (xml, "report");
  jue_xml_out_attr (xml, "xmlns", JUE_REPORT_STREAM_NS);
  jue_xml_out_attr_uint (xml, "version", JUE_REPORT_STREAM_VERSION);
  write_document (xml, report);
  for (guint i = 0; i < report->forms->len; i++)
    jue_report_write_form (xml, g_ptr_array_index (report->forms, i), scratch);
  write_prose (xml, report, scratch);
  for (guint i = 0; i < report->findings->len; i++)
    jue_report_write_finding (xml, &g_array_index (report->findings, JueFinding, i));
  jue_xml_out_diagnoses (xml, report->diagnoses, 0);
  jue_xml_out_close (xml);
  g_string_free (scratch, TRUE);
  return jue_xml_out_flush (xml, error);
}

gboolean
jue_report_write (const JueReport *report, JueWriteFunc write, gpointer data, GError **error)
{
  g_autoptr (JueXmlOut) xml = jue_xml_out_new (write, data);
  return write_report (report, xml, error);
}

gboolean
jue_report_write_packed (const JueReport *report, JueWriteFunc write, gpointer data, GError **error)
{
  g_autoptr (JueXmlOut) xml = jue_xml_out_new_packed (write, data);
  return write_report (report, xml, error);
}

gboolean
jue_report_write_file (const JueReport *report, FILE *out, GError **error)
{
  return jue_report_write (report, jue_write_to_file, out, error) && jue_flush_file (out, error);
}
