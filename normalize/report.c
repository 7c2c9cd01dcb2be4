#include "normalize/report.h"

#include <string.h>

#include "extract/xml-char.h"
#include "normalize/report-names.h"

static void
section_clear (gpointer data)
{
  g_array_free (((JueSection *)data)->paragraphs, TRUE);
}

static void
form_free (gpointer data)
{
  jue_form_free (data);
}

JueReport *
jue_report_new (const JueSource *source)
{
  JueReport *self = g_new0 (JueReport, 1);
  self->source = *source;
  self->source.name = source->name != NULL ? jue_xml_clean (source->name) : NULL;
  if (self->source.name == NULL)
    self->source.name = g_strdup (source->name);
  self->no_text_pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->forms = g_ptr_array_new_with_free_func (form_free);
  self->sections = g_array_new (FALSE, FALSE, sizeof (JueSection));
  g_array_set_clear_func (self->sections, section_clear);
  self->terms = g_array_new (FALSE, FALSE, sizeof (JueTerm));
  self->facts = g_array_new (FALSE, FALSE, sizeof (JueFact));
  self->findings = g_array_new (FALSE, FALSE, sizeof (JueFinding));
  self->diagnoses = jue_diagnoses_new ();
  self->strings = g_string_chunk_new (16384);
  self->arrays = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
jue_report_free (JueReport *self)
{
  if (self == NULL)
    return;
  g_free (self->source.name);
  g_array_free (self->no_text_pages, TRUE);
  g_ptr_array_free (self->forms, TRUE);
  g_array_free (self->sections, TRUE);
  g_array_free (self->terms, TRUE);
  g_array_free (self->facts, TRUE);
  g_array_free (self->findings, TRUE);
  jue_diagnoses_free (self->diagnoses);
  g_string_chunk_free (self->strings);
  g_ptr_array_free (self->arrays, TRUE);
  g_free (self);
}

const char *
jue_report_string (JueReport *self, const char *text)
{
  if (text == NULL)
    return NULL;
  g_autofree char *clean = jue_xml_clean (text);
  if (clean == NULL)
    return g_string_chunk_insert_const (self->strings, text);
  JueProv nowhere = { 0, { 0, 0, 0, 0 } };
  jue_diagnoses_add (self->diagnoses, JUE_SEVERITY_WARNING, "character-replaced", nowhere,
                     "characters that XML forbids were replaced by U+FFFD: %s", clean);
  return g_string_chunk_insert_const (self->strings, clean);
}

const char *const *
jue_report_path (JueReport *self, const char *const *strings, guint n)
{
  if (n == 0)
    return NULL;
  const char **path = g_new (const char *, n);
  memcpy (path, strings, n * sizeof *path);
  g_ptr_array_add (self->arrays, path);
  return path;
}

JueForm *
jue_report_add_form (JueReport *self, guint n_rows, guint n_cols)
{
  JueForm *form = jue_form_new (n_rows, n_cols);
  g_ptr_array_add (self->forms, form);
  return form;
}

JueSection *
jue_report_add_section (JueReport *self)
{
  JueSection section = { .paragraphs = g_array_new (FALSE, FALSE, sizeof (JueParagraph)) };
  g_array_append_val (self->sections, section);
  return &g_array_index (self->sections, JueSection, self->sections->len - 1);
}

static void
provs_free (gpointer data)
{
  g_array_free (data, TRUE);
}

JueForm *
jue_form_new (guint n_rows, guint n_cols)
{
  JueForm *self = g_new0 (JueForm, 1);
  self->id = "unknown";
  self->n_rows = n_rows;
  self->n_cols = n_cols;
  gsize n = (gsize)n_rows * n_cols;
  self->cells = g_new0 (JueCell, n);
  for (gsize i = 0; i < n; i++) {
    self->cells[i].text = "";
    self->cells[i].row_span = self->cells[i].col_span = 1;
  }
  self->row_pages = g_new0 (guint, n_rows);
  self->columns = g_array_new (FALSE, FALSE, sizeof (JueColumn));
  self->lines = g_array_new (FALSE, FALSE, sizeof (JueLine));
  self->notes = g_array_new (FALSE, FALSE, sizeof (JueNote));
  self->fields = g_array_new (FALSE, FALSE, sizeof (JueField));
  self->indicators = g_array_new (FALSE, FALSE, sizeof (JueIndicator));
  self->provs = g_ptr_array_new_with_free_func (provs_free);
  return self;
}

void
jue_form_free (JueForm *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_free (self->row_pages);
  g_array_free (self->columns, TRUE);
  g_array_free (self->lines, TRUE);
  g_array_free (self->notes, TRUE);
  g_array_free (self->fields, TRUE);
  g_array_free (self->indicators, TRUE);
  g_ptr_array_free (self->provs, TRUE);
  g_free (self);
}

JueCell *
jue_form_cell (const JueForm *self, guint row, guint col)
{
  g_assert (row < self->n_rows && col < self->n_cols);
  return &self->cells[(gsize)row * self->n_cols + col];
}

const JueColumn *
jue_form_column (const JueForm *self, guint col)
{
  const JueColumn *columns = (const JueColumn *)(gconstpointer)self->columns->data;
  if (col < self->columns->len && columns[col].col == col)
    return &columns[col];
  for (guint i = 0; i < self->columns->len; i++)
    if (columns[i].col == col)
      return &columns[i];
  return NULL;
}

void
jue_form_add_prov (JueForm *self, JueCell *cell, JueProv prov)
{
  if (cell->more == 0) {
    GArray *list = g_array_new (FALSE, FALSE, sizeof (JueProv));
    g_array_append_val (list, cell->prov);
    g_ptr_array_add (self->provs, list);
    cell->more = self->provs->len;
  }
  g_array_append_val ((GArray *)g_ptr_array_index (self->provs, cell->more - 1), prov);
}

const JueProv *
jue_form_cell_provs (const JueForm *self, const JueCell *cell, guint *n)
{
  if (cell->more > 0) {
    const GArray *list = g_ptr_array_index (self->provs, cell->more - 1);
    *n = list->len;
    return (const JueProv *)(gconstpointer)list->data;
  }
  gboolean has_text = cell->text != NULL && cell->text[0] != '\0';
  *n = has_text || cell->prov.page > 0 ? 1 : 0;
  return *n > 0 ? &cell->prov : NULL;
}

const char *
jue_kind_name (JueKind kind)
{
  return kind == JUE_KIND_UNKNOWN ? NULL : jue_kind_names[kind - JUE_KIND_FINAL];
}

const char *
jue_method_name (JueMethod method)
{
  return jue_method_names[method];
}

const char *
jue_proof_name (JueProof proof)
{
  return jue_proof_names[proof];
}

const char *
jue_unit_name (JueUnit unit)
{
  return unit == JUE_UNIT_NONE ? NULL : jue_unit_names[unit - JUE_UNIT_YUAN];
}
