#include "export/formats.h"
#include "export/json-finding.h"
#include "export/json-form.h"

#define JSON_VERSION 1

#define INDENT_MEMBER 1
#define INDENT_ENTRY 2
#define INDENT_PARAGRAPH 3

static const char *
severity_name (JueSeverity severity)
{
  return severity == JUE_SEVERITY_WARNING ? "warning" : "info";
}

static void
write_source (JueJson *json, const JueReport *report)
{
  jue_json_uint_member (json, "juesuan", JSON_VERSION);
  jue_json_break (json, INDENT_MEMBER);
  jue_json_text_member (json, "source", report->source.name);
  jue_json_text_member (json, "sha256", report->source.sha256);
  jue_json_uint_member (json, "bytes", report->source.bytes);
  jue_json_uint_member (json, "pages", report->source.pages);
  jue_json_key (json, "no_text_pages");
  jue_json_open (json, '[');
  for (guint i = 0; i < report->no_text_pages->len; i++)
    jue_json_uint (json, g_array_index (report->no_text_pages, guint, i));
  jue_json_close (json, ']');
  jue_json_break (json, INDENT_MEMBER);
  jue_json_text_member (json, "organisation", report->organisation);
  jue_json_text_member (json, "region", report->region);
  jue_json_positive_member (json, "year", report->year);
  jue_json_text_member (json, "kind", jue_kind_name (report->kind));
  jue_json_text_member (json, "title", report->title);
}

static void
write_tables (JueJson *json, const JueReport *report)
{
  jue_json_open_list (json, INDENT_MEMBER, "tables");
  for (guint i = 0; i < report->forms->len; i++) {
    jue_json_break (json, INDENT_ENTRY);
    jue_json_form (json, g_ptr_array_index (report->forms, i));
  }
  jue_json_close (json, ']');
}

static void
write_paragraph (JueJson *json, const JueParagraph *paragraph)
{
  jue_json_break (json, INDENT_PARAGRAPH);
  jue_json_open (json, '{');
  jue_json_text_member (json, "text", paragraph->text);
  jue_json_place (json, &paragraph->prov);
  jue_json_close (json, '}');
}

static void
write_section (JueJson *json, const JueSection *section)
{
  jue_json_break (json, INDENT_ENTRY);
  jue_json_open (json, '{');
  jue_json_text_member (json, "id", section->id);
  jue_json_uint_member (json, "level", section->level);
  jue_json_text_member (json, "label", section->label);
  jue_json_text_member (json, "title", section->title);
  jue_json_positive_member (json, "page", section->prov.page);
  jue_json_key (json, "paragraphs");
  jue_json_open (json, '[');
  for (guint i = 0; i < section->paragraphs->len; i++)
    write_paragraph (json, &g_array_index (section->paragraphs, JueParagraph, i));
  jue_json_close (json, ']');
  jue_json_close (json, '}');
}

static void
write_sections (JueJson *json, const JueReport *report)
{
  jue_json_open_list (json, INDENT_MEMBER, "sections");
  for (guint i = 0; i < report->sections->len; i++)
    write_section (json, &g_array_index (report->sections, JueSection, i));
  jue_json_close (json, ']');
}

static void
write_terms (JueJson *json, const JueReport *report)
{
  jue_json_open_list (json, INDENT_MEMBER, "terms");
  for (guint i = 0; i < report->terms->len; i++) {
    const JueTerm *term = &g_array_index (report->terms, JueTerm, i);
    jue_json_break (json, INDENT_ENTRY);
    jue_json_open (json, '{');
    jue_json_text_member (json, "term", term->term);
    jue_json_text_member (json, "definition", term->definition);
    jue_json_positive_member (json, "page", term->page);
    jue_json_close (json, '}');
  }
  jue_json_close (json, ']');
}

static void
write_fact (JueJson *json, const JueFact *fact)
{
  jue_json_break (json, INDENT_ENTRY);
  jue_json_open (json, '{');
  jue_json_uint_member (json, "section", fact->section);
  if (fact->item != NULL)
    jue_json_text_member (json, "item", fact->item);
  jue_json_text_member (json, "value", fact->value);
  jue_json_text_member (json, "unit", fact->unit);
  if (fact->item != NULL) {
    jue_json_key (json, "amount");
    if (fact->has_amount)
      jue_json_amount (json, fact->amount);
    else
      jue_json_null (json);
    jue_json_text_member (json, "amount_unit", fact->amount_unit);
  }
  jue_json_place (json, &fact->prov);
  jue_json_text_member (json, "text", fact->text);
  jue_json_close (json, '}');
}

/* Facts with an item, or figures without one. */
static void
write_facts (JueJson *json, const JueReport *report, const char *key, gboolean named)
{
  jue_json_open_list (json, INDENT_MEMBER, key);
  for (guint i = 0; i < report->facts->len; i++) {
    const JueFact *fact = &g_array_index (report->facts, JueFact, i);
    if ((fact->item != NULL) == named)
      write_fact (json, fact);
  }
  jue_json_close (json, ']');
}

static void
write_findings (JueJson *json, const JueReport *report)
{
  jue_json_open_list (json, INDENT_MEMBER, "findings");
  for (guint i = 0; i < report->findings->len; i++) {
    jue_json_break (json, INDENT_ENTRY);
    jue_json_finding (json, &g_array_index (report->findings, JueFinding, i));
  }
  jue_json_close (json, ']');
}

static void
write_diagnoses (JueJson *json, const JueReport *report)
{
  jue_json_open_list (json, INDENT_MEMBER, "diagnoses");
  for (guint i = 0; i < jue_diagnoses_length (report->diagnoses); i++) {
    const JueDiagnosis *diagnosis = jue_diagnoses_get (report->diagnoses, i);
    jue_json_break (json, INDENT_ENTRY);
    jue_json_open (json, '{');
    jue_json_text_member (json, "severity", severity_name (diagnosis->severity));
    jue_json_text_member (json, "code", diagnosis->code);
    jue_json_text_member (json, "text", diagnosis->text);
    jue_json_place (json, &diagnosis->prov);
    jue_json_close (json, '}');
  }
  jue_json_close (json, ']');
}

gboolean
jue_json_export (const JueReport *report, const JueExportOptions *options G_GNUC_UNUSED, JueSinkMaker *maker,
                 GError **error)
{
  JueSink *sink = jue_sink_maker_open (maker, ".json", error);
  if (sink == NULL)
    return FALSE;
  JueJson json;
  jue_json_init (&json, sink);
  jue_json_open (&json, '{');
  write_source (&json, report);
  write_tables (&json, report);
  write_sections (&json, report);
  write_terms (&json, report);
  write_facts (&json, report, "facts", TRUE);
  write_facts (&json, report, "figures", FALSE);
  write_findings (&json, report);
  write_diagnoses (&json, report);
  jue_json_close (&json, '}');
  jue_json_finish (&json);
  return jue_sink_finish (sink, error);
}
