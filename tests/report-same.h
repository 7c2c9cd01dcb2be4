#ifndef JUE_REPORT_SAME_H
#define JUE_REPORT_SAME_H

/* Whether two reports say the same, field by field, for the tests of the report stream. */

#include "normalize/report.h"

static inline gboolean
same_text (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

static inline gboolean
same_prov (JueProv a, JueProv b)
{
  return a.page == b.page && a.box.x0 == b.box.x0 && a.box.y0 == b.box.y0 && a.box.x1 == b.box.x1
         && a.box.y1 == b.box.y1;
}

static inline gboolean
same_printed (JuePrinted a, JuePrinted b)
{
  return same_text (a.text, b.text) && same_prov (a.prov, b.prov);
}

/* Around a form nothing is kept of what is not printed. */
static inline gboolean
same_around (JuePrinted a, JuePrinted b)
{
  return a.text == NULL ? b.text == NULL : same_printed (a, b);
}

static inline gboolean
same_path (const char *const *a, guint n_a, const char *const *b, guint n_b)
{
  gboolean same = n_a == n_b;
  for (guint i = 0; same && i < n_a; i++)
    same = same_text (a[i], b[i]);
  return same;
}

static inline gboolean
same_amount (JueAmount a, JueAmount b)
{
  return a.mantissa == b.mantissa && a.scale == b.scale;
}

static inline gboolean
same_cell (const JueForm *f, const JueCell *a, const JueForm *g, const JueCell *b)
{
  if (a->text == NULL)
    return b->text == NULL;
  guint n, m;
  const JueProv *p = jue_form_cell_provs (f, a, &n), *q = jue_form_cell_provs (g, b, &m);
  gboolean same = n == m;
  for (guint i = 0; same && i < n; i++)
    same = same_prov (p[i], q[i]);
  return same && same_text (a->text, b->text) && a->row_span == b->row_span && a->col_span == b->col_span
         && a->role == b->role && a->state == b->state && a->unit == b->unit && a->proof == b->proof
         && same_amount (a->amount, b->amount) && same_prov (a->prov, b->prov);
}

static inline gboolean
same_grid (const JueForm *f, const JueForm *g)
{
  gboolean same = f->n_rows == g->n_rows && f->n_cols == g->n_cols;
  for (guint i = 0; same && i < f->n_rows * f->n_cols; i++)
    same = same_cell (f, &f->cells[i], g, &g->cells[i]);
  for (guint i = 0; same && i < f->n_rows; i++)
    same = f->row_pages[i] == g->row_pages[i];
  same = same && f->columns->len == g->columns->len;
  for (guint i = 0; same && i < f->columns->len; i++) {
    const JueColumn *a = jue_form_column (f, i), *b = jue_form_column (g, i);
    same = a->col == b->col && same_text (a->id, b->id) && same_path (a->path, a->n_path, b->path, b->n_path);
  }
  return same;
}

static inline gboolean
same_lines (const JueForm *f, const JueForm *g)
{
  gboolean same = f->lines->len == g->lines->len;
  for (guint i = 0; same && i < f->lines->len; i++) {
    const JueLine *a = &g_array_index (f->lines, JueLine, i), *b = &g_array_index (g->lines, JueLine, i);
    same = a->row == b->row && a->half == b->half && same_text (a->line_no, b->line_no) && same_text (a->code, b->code)
           && same_text (a->code_printed, b->code_printed) && a->code_restored == b->code_restored
           && same_text (a->name, b->name) && a->level == b->level && a->parent == b->parent;
  }
  return same;
}

static inline gboolean
same_fields (const JueForm *f, const JueForm *g)
{
  gboolean same = f->fields->len == g->fields->len && f->notes->len == g->notes->len;
  for (guint i = 0; same && i < f->notes->len; i++)
    same = same_printed (g_array_index (f->notes, JueNote, i), g_array_index (g->notes, JueNote, i));
  for (guint i = 0; same && i < f->fields->len; i++) {
    const JueField *a = &g_array_index (f->fields, JueField, i), *b = &g_array_index (g->fields, JueField, i);
    same = same_text (a->name, b->name) && same_text (a->text, b->text) && a->has_amount == b->has_amount
           && same_amount (a->amount, b->amount) && same_text (a->unit, b->unit) && same_prov (a->prov, b->prov);
  }
  return same;
}

static inline gboolean
same_indicators (const JueForm *f, const JueForm *g)
{
  gboolean same = f->indicators->len == g->indicators->len;
  for (guint i = 0; same && i < f->indicators->len; i++) {
    const JueIndicator *a = &g_array_index (f->indicators, JueIndicator, i),
                       *b = &g_array_index (g->indicators, JueIndicator, i);
    same = a->row == b->row && same_path (a->path, a->n_path, b->path, b->n_path) && same_text (a->op, b->op)
           && same_text (a->target, b->target) && same_text (a->target_text, b->target_text)
           && same_text (a->unit, b->unit) && same_text (a->actual, b->actual)
           && same_text (a->actual_text, b->actual_text) && same_text (a->completion, b->completion)
           && same_text (a->weight, b->weight) && same_text (a->score, b->score) && same_text (a->reason, b->reason)
           && same_text (a->measures, b->measures);
  }
  return same;
}

static inline gboolean
same_form (const JueForm *f, const JueForm *g)
{
  return same_text (f->id, g->id) && same_around (f->label, g->label) && same_around (f->title, g->title)
         && same_around (f->organisation_line, g->organisation_line) && same_around (f->unit_line, g->unit_line)
         && same_text (f->organisation, g->organisation) && f->year == g->year
         && same_text (f->money_unit, g->money_unit) && f->page_from == g->page_from && f->page_to == g->page_to
         && f->header_rows == g->header_rows && f->method == g->method && f->stated_empty == g->stated_empty
         && same_grid (f, g) && same_lines (f, g) && same_fields (f, g) && same_indicators (f, g);
}

static inline gboolean
same_section (const JueSection *a, const JueSection *b)
{
  gboolean same = same_text (a->id, b->id) && a->level == b->level && same_text (a->label, b->label)
                  && same_text (a->title, b->title) && same_prov (a->prov, b->prov)
                  && a->paragraphs->len == b->paragraphs->len;
  for (guint i = 0; same && i < a->paragraphs->len; i++)
    same =
        same_printed (g_array_index (a->paragraphs, JueParagraph, i), g_array_index (b->paragraphs, JueParagraph, i));
  return same;
}

static inline gboolean
same_prose (const JueReport *r, const JueReport *s)
{
  gboolean same =
      r->sections->len == s->sections->len && r->terms->len == s->terms->len && r->facts->len == s->facts->len;
  for (guint i = 0; same && i < r->sections->len; i++)
    same = same_section (&g_array_index (r->sections, JueSection, i), &g_array_index (s->sections, JueSection, i));
  for (guint i = 0; same && i < r->terms->len; i++) {
    const JueTerm *a = &g_array_index (r->terms, JueTerm, i), *b = &g_array_index (s->terms, JueTerm, i);
    same = same_text (a->term, b->term) && same_text (a->definition, b->definition) && a->page == b->page;
  }
  for (guint i = 0; same && i < r->facts->len; i++) {
    const JueFact *a = &g_array_index (r->facts, JueFact, i), *b = &g_array_index (s->facts, JueFact, i);
    same = a->section == b->section && same_text (a->item, b->item) && same_text (a->value, b->value)
           && same_text (a->unit, b->unit) && a->has_amount == b->has_amount && same_amount (a->amount, b->amount)
           && same_text (a->amount_unit, b->amount_unit) && same_prov (a->prov, b->prov)
           && same_text (a->text, b->text);
  }
  return same;
}

static inline gboolean
same_findings (const JueReport *r, const JueReport *s)
{
  gboolean same = r->findings->len == s->findings->len;
  for (guint i = 0; same && i < r->findings->len; i++) {
    const JueFinding *a = &g_array_index (r->findings, JueFinding, i), *b = &g_array_index (s->findings, JueFinding, i);
    same = same_text (a->rule, b->rule) && a->severity == b->severity && same_text (a->text, b->text)
           && same_text (a->expected, b->expected) && same_text (a->actual, b->actual)
           && same_text (a->tolerance, b->tolerance) && same_path (a->values, a->n_values, b->values, b->n_values)
           && a->n_cells == b->n_cells && a->n_facts == b->n_facts && same_prov (a->prov, b->prov);
    for (guint k = 0; same && k < a->n_cells; k++)
      same = a->cells[k].form == b->cells[k].form && a->cells[k].row == b->cells[k].row
             && a->cells[k].col == b->cells[k].col;
    for (guint k = 0; same && k < a->n_facts; k++)
      same = a->facts[k] == b->facts[k];
  }
  return same;
}

static inline gboolean
same_diagnoses (const JueDiagnoses *r, const JueDiagnoses *s)
{
  gboolean same = jue_diagnoses_length (r) == jue_diagnoses_length (s);
  for (guint i = 0; same && i < jue_diagnoses_length (r); i++) {
    const JueDiagnosis *a = jue_diagnoses_get (r, i), *b = jue_diagnoses_get (s, i);
    same = a->severity == b->severity && same_text (a->code, b->code) && same_text (a->text, b->text)
           && same_prov (a->prov, b->prov);
  }
  return same;
}

static inline gboolean
same_report (const JueReport *r, const JueReport *s)
{
  gboolean same = same_text (r->source.name, s->source.name) && same_text (r->source.sha256, s->source.sha256)
                  && r->source.bytes == s->source.bytes && r->source.pages == s->source.pages
                  && same_text (r->organisation, s->organisation) && same_text (r->region, s->region)
                  && same_text (r->title, s->title) && r->year == s->year && r->kind == s->kind
                  && r->no_text_pages->len == s->no_text_pages->len && r->forms->len == s->forms->len;
  for (guint i = 0; same && i < r->no_text_pages->len; i++)
    same = g_array_index (r->no_text_pages, guint, i) == g_array_index (s->no_text_pages, guint, i);
  for (guint i = 0; same && i < r->forms->len; i++)
    same = same_form (g_ptr_array_index (r->forms, i), g_ptr_array_index (s->forms, i));
  return same && same_prose (r, s) && same_findings (r, s) && same_diagnoses (r->diagnoses, s->diagnoses);
}

#endif
