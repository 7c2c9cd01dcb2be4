#include "normalize/report.h"
#include "tests/cunit-main.h"

static const JueSource source = { (char *)"a.pdf", "", 1, 1 };

static void
new_report_is_empty (void)
{
  g_autoptr (JueReport) report = jue_report_new (&source);
  CU_ASSERT_STRING_EQUAL (report->source.name, "a.pdf");
  CU_ASSERT_TRUE (report->source.name != source.name);
  CU_ASSERT_EQUAL (report->forms->len + report->sections->len + report->terms->len + report->facts->len, 0);
  CU_ASSERT_EQUAL (report->no_text_pages->len + jue_diagnoses_length (report->diagnoses), 0);
  CU_ASSERT_EQUAL (report->kind, JUE_KIND_UNKNOWN);
  jue_report_free (NULL);
  jue_form_free (NULL);
}

static void
equal_strings_are_shared (void)
{
  g_autoptr (JueReport) report = jue_report_new (&source);
  char text[] = "合计";
  const char *a = jue_report_string (report, text);
  text[0] = 'x';
  CU_ASSERT_STRING_EQUAL (a, "合计");
  CU_ASSERT_PTR_EQUAL (a, jue_report_string (report, "合计"));
  CU_ASSERT_PTR_NULL (jue_report_string (report, NULL));
}

static void
forbidden_characters_are_told (void)
{
  g_autoptr (JueReport) report = jue_report_new (&source);
  CU_ASSERT_STRING_EQUAL (jue_report_string (report, "a\013b\xc3"), "a\357\277\275b\357\277\275");
  CU_ASSERT_STRING_EQUAL (jue_report_string (report, "\357\277\277\360\237\230\200"), "\357\277\275\360\237\230\200");
  CU_ASSERT_STRING_EQUAL (jue_report_string (report, "\xc0\x80\xe0\x80\x80"), "\357\277\275\357\277\275\357\277\275");
  CU_ASSERT_EQUAL (jue_diagnoses_length (report->diagnoses), 3);
  CU_ASSERT_STRING_EQUAL (jue_diagnoses_get (report->diagnoses, 0)->code, "character-replaced");
  CU_ASSERT_STRING_EQUAL (jue_report_string (report, "\t\n\r\177 é 中 \357\277\275"), "\t\n\r\177 é 中 \357\277\275");
  CU_ASSERT_EQUAL (jue_diagnoses_length (report->diagnoses), 3);
}

static void
path_is_a_copy (void)
{
  g_autoptr (JueReport) report = jue_report_new (&source);
  const char *strings[] = { jue_report_string (report, "甲"), jue_report_string (report, "乙") };
  const char *const *path = jue_report_path (report, strings, 2);
  const char *second = strings[1];
  strings[1] = NULL;
  CU_ASSERT_PTR_EQUAL (path[1], second);
  CU_ASSERT_PTR_NULL (jue_report_path (report, strings, 0));
}

static void
new_form_is_empty (void)
{
  g_autoptr (JueReport) report = jue_report_new (&source);
  JueForm *form = jue_report_add_form (report, 3, 2);
  CU_ASSERT_PTR_EQUAL (g_ptr_array_index (report->forms, 0), form);
  CU_ASSERT_STRING_EQUAL (form->id, "unknown");
  for (guint i = 0; i < 6; i++) {
    const JueCell *cell = jue_form_cell (form, i / 2, i % 2);
    CU_ASSERT_PTR_EQUAL (cell, &form->cells[i]);
    CU_ASSERT_STRING_EQUAL (cell->text, "");
    CU_ASSERT_TRUE (cell->row_span == 1 && cell->col_span == 1 && cell->state == JUE_STATE_EMPTY);
  }
  CU_ASSERT_EQUAL (form->row_pages[2], 0);
  JueForm *outside = jue_form_new (0, 0);
  CU_ASSERT_EQUAL (outside->columns->len, 0);
  jue_form_free (outside);
}

static void
column_is_found (void)
{
  JueForm *form = jue_form_new (1, 4);
  CU_ASSERT_PTR_NULL (jue_form_column (form, 0));
  JueColumn columns[] = { { .col = 0 }, { .col = 2, .id = "b" } };
  g_array_append_vals (form->columns, columns, 2);
  CU_ASSERT_EQUAL (jue_form_column (form, 0)->col, 0);
  CU_ASSERT_STRING_EQUAL (jue_form_column (form, 2)->id, "b");
  CU_ASSERT_PTR_NULL (jue_form_column (form, 1));
  CU_ASSERT_PTR_NULL (jue_form_column (form, 9));
  jue_form_free (form);
}

static void
places_of_a_cell (void)
{
  JueForm *form = jue_form_new (1, 3);
  guint n = 9;
  CU_ASSERT_PTR_NULL (jue_form_cell_provs (form, jue_form_cell (form, 0, 0), &n));
  CU_ASSERT_EQUAL (n, 0);
  JueCell *cell = jue_form_cell (form, 0, 1);
  cell->text = "x";
  CU_ASSERT_PTR_EQUAL (jue_form_cell_provs (form, cell, &n), &cell->prov);
  CU_ASSERT_EQUAL (n, 1);
  GArray *list = g_array_new (FALSE, TRUE, sizeof (JueProv));
  g_array_set_size (list, 2);
  g_array_index (list, JueProv, 1).page = 5;
  g_ptr_array_add (form->provs, list);
  cell->more = form->provs->len;
  CU_ASSERT_EQUAL (jue_form_cell_provs (form, cell, &n)[1].page, 5);
  CU_ASSERT_EQUAL (n, 2);
  jue_form_free (form);
}

static void
sections_keep_their_paragraphs (void)
{
  g_autoptr (JueReport) report = jue_report_new (&source);
  for (guint i = 0; i < 50; i++) {
    JueSection *section = jue_report_add_section (report);
    section->level = i;
    JueParagraph paragraph = { "p", { i, { 0, 0, 0, 0 } } };
    g_array_append_val (section->paragraphs, paragraph);
  }
  CU_ASSERT_EQUAL (report->sections->len, 50);
  const JueSection *last = &g_array_index (report->sections, JueSection, 49);
  CU_ASSERT_EQUAL (last->level, 49);
  CU_ASSERT_EQUAL (g_array_index (last->paragraphs, JueParagraph, 0).prov.page, 49);
}

static void
names (void)
{
  CU_ASSERT_PTR_NULL (jue_kind_name (JUE_KIND_UNKNOWN));
  CU_ASSERT_STRING_EQUAL (jue_kind_name (JUE_KIND_FINAL), "决算");
  CU_ASSERT_STRING_EQUAL (jue_kind_name (JUE_KIND_BUDGET), "预算");
  CU_ASSERT_STRING_EQUAL (jue_method_name (JUE_METHOD_RULED), "ruled");
  CU_ASSERT_STRING_EQUAL (jue_method_name (JUE_METHOD_GAPS), "gaps");
  CU_ASSERT_STRING_EQUAL (jue_proof_name (JUE_PROOF_UNPROVED), "unproved");
  CU_ASSERT_STRING_EQUAL (jue_proof_name (JUE_PROOF_PROVED), "proved");
  CU_ASSERT_STRING_EQUAL (jue_proof_name (JUE_PROOF_CONSISTENT), "consistent");
  CU_ASSERT_STRING_EQUAL (jue_proof_name (JUE_PROOF_CONTRADICTED), "contradicted");
  CU_ASSERT_PTR_NULL (jue_unit_name (JUE_UNIT_NONE));
  CU_ASSERT_STRING_EQUAL (jue_unit_name (JUE_UNIT_YUAN), "元");
  CU_ASSERT_STRING_EQUAL (jue_unit_name (JUE_UNIT_PERCENT), "%");
  CU_ASSERT_STRING_EQUAL (jue_unit_name (JUE_UNIT_COUNT), "个");
}

int
main (void)
{
  static const JueTest tests[] = {
    { "a new report is empty", new_report_is_empty },
    { "equal strings are shared and copied", equal_strings_are_shared },
    { "characters that XML forbids are replaced and told", forbidden_characters_are_told },
    { "a path is a copy", path_is_a_copy },
    { "a new form is empty", new_form_is_empty },
    { "a column is found by its place", column_is_found },
    { "a cell has no, one or several places", places_of_a_cell },
    { "sections keep their paragraphs", sections_keep_their_paragraphs },
    { "names of kinds, methods, proofs and units", names },
    { NULL, NULL },
  };
  return jue_test_main ("report", tests);
}
