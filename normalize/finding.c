#include "normalize/report.h"

#include "normalize/report-names.h"

const char *
jue_finding_severity_name (JueFindingSeverity severity)
{
  return jue_finding_severity_names[severity];
}

/* A copy of @n bytes that lives as long as the report; NULL if there are none. */
static gconstpointer
keep (JueReport *report, gconstpointer bytes, gsize n)
{
  if (n == 0)
    return NULL;
  gpointer copy = g_memdup2 (bytes, n);
  g_ptr_array_add (report->arrays, copy);
  return copy;
}

static const char *const *
keep_texts (JueReport *report, const char *const *texts, guint n)
{
  if (n == 0)
    return NULL;
  const char **copy = g_new (const char *, n);
  g_ptr_array_add (report->arrays, copy);
  for (guint i = 0; i < n; i++)
    copy[i] = jue_report_string (report, texts[i]);
  return copy;
}

void
jue_report_add_finding (JueReport *self, const JueFinding *finding)
{
  JueFinding copy = *finding;
  g_return_if_fail (finding->rule != NULL && finding->text != NULL);
  copy.rule = jue_report_string (self, finding->rule);
  copy.text = jue_report_string (self, finding->text);
  copy.expected = jue_report_string (self, finding->expected);
  copy.actual = jue_report_string (self, finding->actual);
  copy.tolerance = jue_report_string (self, finding->tolerance);
  copy.values = keep_texts (self, finding->values, finding->n_values);
  copy.cells = keep (self, finding->cells, finding->n_cells * sizeof *finding->cells);
  copy.facts = keep (self, finding->facts, finding->n_facts * sizeof *finding->facts);
  g_array_append_val (self->findings, copy);
}
