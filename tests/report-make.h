#ifndef JUE_REPORT_MAKE_H
#define JUE_REPORT_MAKE_H

/* Seeded reports with something in every field, for the tests of the report stream. */

#include "normalize/report.h"
#include "tests/stream-tools.h"

static inline const char *
make_text (GRand *rand, JueReport *report)
{
  static const char *const some[] = {
    "收入决算表", "公开01表", "a < b & \"c\" > 'd'", " 前后 ",           "两\n行\t列\r回", "",
    "1,803.18",   "—",        "\357\277\275",        "\360\240\200\200", "本年收入合计",   "其中：\302\240基本支出"
  };
  return jue_report_string (report, some[g_rand_int_range (rand, 0, G_N_ELEMENTS (some))]);
}

static inline const char *
make_text_or_null (GRand *rand, JueReport *report)
{
  return g_rand_int_range (rand, 0, 3) == 0 ? NULL : make_text (rand, report);
}

static inline JueProv
make_prov (GRand *rand)
{
  JueProv prov = { (guint)g_rand_int_range (rand, 0, 4), { 0, 0, 0, 0 } };
  if (g_rand_int_range (rand, 0, 4) > 0)
    prov.box = (JueBox){ g_rand_int_range (rand, -500, 0), g_rand_int_range (rand, 0, 100),
                         g_rand_int_range (rand, 0, 59500), g_rand_int_range (rand, 100, 84200) };
  return prov;
}

static inline JueAmount
make_amount (GRand *rand)
{
  static const gint64 some[] = { 0, 1, -1, 99420000, -5, G_MAXINT64, G_MININT64, G_MININT64 + 1, 1000000000000 };
  return (JueAmount){ some[g_rand_int_range (rand, 0, G_N_ELEMENTS (some))],
                      (guint8)g_rand_int_range (rand, 0, JUE_AMOUNT_MAX_SCALE + 1) };
}

static inline const char *const *
make_path (GRand *rand, JueReport *report, guint *n)
{
  const char *path[4];
  *n = (guint)g_rand_int_range (rand, 0, 4);
  for (guint i = 0; i < *n; i++)
    path[i] = make_text (rand, report);
  return jue_report_path (report, path, *n);
}

static inline JuePrinted
make_printed (GRand *rand, JueReport *report)
{
  JuePrinted printed = { make_text_or_null (rand, report), make_prov (rand) };
  return printed;
}

static inline void
make_places (GRand *rand, JueForm *form, JueCell *cell)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (JueProv));
  for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--) {
    JueProv prov = make_prov (rand);
    g_array_append_val (list, prov);
  }
  g_ptr_array_add (form->provs, list);
  cell->more = form->provs->len;
}

static inline void
make_cell (GRand *rand, JueReport *report, JueForm *form, JueCell *cell)
{
  cell->text = make_text (rand, report);
  cell->role = (guint8)g_rand_int_range (rand, 0, 3);
  cell->state = (guint8)g_rand_int_range (rand, 0, 5);
  cell->unit = (guint8)g_rand_int_range (rand, 0, 4);
  cell->proof = (guint8)g_rand_int_range (rand, 0, 4);
  if (cell->role == JUE_ROLE_VALUE && cell->state == JUE_STATE_VALUE)
    cell->amount = make_amount (rand);
  cell->prov = make_prov (rand);
  if (g_rand_int_range (rand, 0, 6) == 0)
    make_places (rand, form, cell);
}

/* TRUE if the cells of a span are all free; then they are covered, but for the first. */
static inline gboolean
make_span (JueForm *form, guint row, guint col, guint rows, guint cols)
{
  if (row + rows > form->n_rows || col + cols > form->n_cols)
    return FALSE;
  for (guint r = row; r < row + rows; r++)
    for (guint c = col; c < col + cols; c++)
      if (jue_form_cell (form, r, c)->text == NULL)
        return FALSE;
  for (guint r = row; r < row + rows; r++)
    for (guint c = col; c < col + cols; c++)
      jue_form_cell (form, r, c)->text = NULL;
  JueCell *cell = jue_form_cell (form, row, col);
  cell->row_span = (guint16)rows;
  cell->col_span = (guint16)cols;
  return TRUE;
}

static inline void
make_grid (GRand *rand, JueReport *report, JueForm *form)
{
  for (guint row = 0; row < form->n_rows; row++) {
    form->row_pages[row] = (guint)g_rand_int_range (rand, 0, 3);
    for (guint col = 0; col < form->n_cols; col++) {
      JueCell *cell = jue_form_cell (form, row, col);
      if (cell->text == NULL)
        continue;
      gint kind = g_rand_int_range (rand, 0, 10);
      if (kind == 0) /* without text although nothing covers it */
        cell->text = NULL;
      else if (kind > 2
               || make_span (form, row, col, (guint)g_rand_int_range (rand, 1, 4),
                             (guint)g_rand_int_range (rand, 1, 4)))
        make_cell (rand, report, form, cell);
    }
  }
}

static inline void
make_lines (GRand *rand, JueReport *report, JueForm *form)
{
  for (guint i = 0; i < 2 * form->n_rows; i++) {
    JueLine line = { i / 2,
                     i % 2,
                     make_text_or_null (rand, report),
                     make_text_or_null (rand, report),
                     make_text_or_null (rand, report),
                     g_rand_boolean (rand),
                     make_text_or_null (rand, report),
                     (guint)g_rand_int_range (rand, 0, 4),
                     g_rand_int_range (rand, -1, (gint)i) };
    g_array_append_val (form->lines, line);
  }
}

static inline void
make_fields (GRand *rand, JueReport *report, JueForm *form)
{
  for (gint n = g_rand_int_range (rand, 0, 4); n > 0; n--) {
    JueNote note = make_printed (rand, report);
    JueField field = { make_text (rand, report),
                       make_text_or_null (rand, report),
                       n % 2 == 0,
                       { 0, 0 },
                       make_text_or_null (rand, report),
                       make_prov (rand) };
    if (field.has_amount)
      field.amount = make_amount (rand);
    g_array_append_val (form->notes, note);
    g_array_append_val (form->fields, field);
  }
}

static inline void
make_indicators (GRand *rand, JueReport *report, JueForm *form)
{
  for (guint row = 0; row < form->n_rows; row += 2) {
    JueIndicator indicator = { .row = row };
    const char **strings[] = { &indicator.op,     &indicator.target,      &indicator.target_text, &indicator.unit,
                               &indicator.actual, &indicator.actual_text, &indicator.completion,  &indicator.weight,
                               &indicator.score,  &indicator.reason,      &indicator.measures };
    for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
      *strings[i] = make_text_or_null (rand, report);
    indicator.path = make_path (rand, report, &indicator.n_path);
    g_array_append_val (form->indicators, indicator);
  }
}

static inline void
make_form (GRand *rand, JueReport *report)
{
  JueForm *form =
      jue_report_add_form (report, (guint)g_rand_int_range (rand, 0, 9), (guint)g_rand_int_range (rand, 0, 9));
  form->id = make_text (rand, report);
  form->label = make_printed (rand, report);
  form->title = make_printed (rand, report);
  form->organisation_line = make_printed (rand, report);
  form->unit_line = make_printed (rand, report);
  form->organisation = make_text_or_null (rand, report);
  form->year = g_rand_boolean (rand) ? 2024 : 0;
  form->money_unit = make_text_or_null (rand, report);
  form->page_from = (guint)g_rand_int_range (rand, 0, 3);
  form->page_to = form->page_from + 1;
  form->header_rows = form->n_rows / 2;
  form->method = (JueMethod)g_rand_int_range (rand, 0, 2);
  form->stated_empty = g_rand_boolean (rand);
  make_grid (rand, report, form);
  for (guint col = 0; col < form->n_cols; col++) {
    JueColumn column = { .col = col, .id = make_text_or_null (rand, report) };
    column.path = make_path (rand, report, &column.n_path);
    g_array_append_val (form->columns, column);
  }
  make_lines (rand, report, form);
  make_fields (rand, report, form);
  make_indicators (rand, report, form);
}

static inline void
make_prose (GRand *rand, JueReport *report)
{
  for (gint n = g_rand_int_range (rand, 1, 5); n > 0; n--) {
    JueSection *section = jue_report_add_section (report);
    section->id = make_text_or_null (rand, report);
    section->level = (guint)n;
    section->label = make_text_or_null (rand, report);
    section->title = make_text_or_null (rand, report);
    section->prov = make_prov (rand);
    for (gint i = g_rand_int_range (rand, 0, 4); i > 0; i--) {
      JueParagraph paragraph = make_printed (rand, report);
      g_array_append_val (section->paragraphs, paragraph);
    }
    JueTerm term = { make_text (rand, report), make_text_or_null (rand, report), (guint)n - 1 };
    g_array_append_val (report->terms, term);
  }
  for (gint n = g_rand_int_range (rand, 0, 9); n > 0; n--) {
    JueFact fact = { .section = (guint)g_rand_int_range (rand, 0, (gint)report->sections->len),
                     .has_amount = n % 2 == 0 };
    fact.item = n > 3 ? make_text (rand, report) : NULL;
    fact.value = make_text_or_null (rand, report);
    fact.unit = make_text_or_null (rand, report);
    if (fact.has_amount)
      fact.amount = make_amount (rand);
    fact.amount_unit = make_text_or_null (rand, report);
    fact.prov = make_prov (rand);
    fact.text = make_text_or_null (rand, report);
    g_array_append_val (report->facts, fact);
  }
}

static inline void
make_finding (GRand *rand, JueReport *report)
{
  const char *values[] = { make_text (rand, report), make_text (rand, report) };
  JueCellRef cells[2] = { { 0, 0, 0 }, { 0, 0, 0 } };
  guint facts[] = { 0 };
  JueFinding finding = { .rule = make_text (rand, report),
                         .severity = (JueFindingSeverity)g_rand_int_range (rand, 0, 4),
                         .text = make_text (rand, report),
                         .expected = make_text_or_null (rand, report),
                         .actual = make_text_or_null (rand, report),
                         .tolerance = make_text_or_null (rand, report),
                         .values = values,
                         .n_values = (guint)g_rand_int_range (rand, 0, 3),
                         .cells = cells,
                         .facts = facts,
                         .n_facts = report->facts->len > 0 ? 1 : 0,
                         .prov = make_prov (rand) };
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    if (form->n_rows == 0 || form->n_cols == 0)
      continue;
    cells[finding.n_cells] = (JueCellRef){ i, form->n_rows - 1, form->n_cols - 1 };
    finding.n_cells = MIN (finding.n_cells + 1, 1);
  }
  jue_report_add_finding (report, &finding);
}

static inline JueReport *
make_report (GRand *rand)
{
  JueSource source = { (char *)"报告 & \"x\".pdf", TEST_SHA256, 98765432109, 36 };
  JueReport *report = jue_report_new (&source);
  report->organisation = make_text_or_null (rand, report);
  report->region = make_text_or_null (rand, report);
  report->title = make_text_or_null (rand, report);
  report->year = g_rand_boolean (rand) ? 2024 : 0;
  report->kind = (JueKind)g_rand_int_range (rand, 0, 3);
  for (guint number = 1; number < 4 && g_rand_boolean (rand); number++)
    g_array_append_val (report->no_text_pages, number);
  for (gint n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    make_form (rand, report);
  make_prose (rand, report);
  for (gint n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    make_finding (rand, report);
  jue_diagnoses_add (report->diagnoses, JUE_SEVERITY_WARNING, "unit-missing", make_prov (rand), "没有 <单位> %d", 1);
  jue_diagnoses_add (report->diagnoses, JUE_SEVERITY_INFO, "other", make_prov (rand), "%s", "");
  return report;
}

#endif
