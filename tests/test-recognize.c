/* Which form a table is, and what its columns hold. */
#include "normalize/recognize.h"

#include "tests/draw.h"

/* "id: column ids" of the first form on a page. */
static char *
known_as (const char *picture)
{
  const char *const pictures[] = { picture, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  const JueForm *form = draw_form (report, 0);
  GString *out = g_string_new (form->id);
  g_string_append_c (out, ':');
  for (guint c = 0; c < form->n_cols; c++) {
    const JueColumn *column = jue_form_column (form, c);
    g_string_append_printf (out, " %s", column->id != NULL ? column->id : "-");
  }
  return g_string_free (out, FALSE);
}

#define INCOME_HEAD \
  "+----------+----------+----------+--------------+----------+\n" \
  "| 科目编码 | 科目名称 | 合计     | 财政拨款收入 | 事业收入 |\n"
#define INCOME_BODY \
  "+----------+----------+----------+--------------+----------+\n" \
  "| 201      | 一般公共 |     3.00 |         2.00 |     1.00 |\n" \
  "+----------+----------+----------+--------------+----------+\n"
#define INCOME INCOME_HEAD INCOME_BODY

static void
test_title (void)
{
  CHECK_TEXT (known_as ("           收入决算表\n" INCOME),
              "income: code name total fiscal-appropriation institutional");
  CHECK_TEXT (known_as ("           收入决算总表\n公开09表\n" INCOME),
              "income: code name total fiscal-appropriation institutional");
}

/* The printed number says nothing: the title does. */
static void
test_label (void)
{
  CHECK_TEXT (known_as ("公开01表\n           收入决算表\n" INCOME),
              "income: code name total fiscal-appropriation institutional");
}

static void
test_head_decides (void)
{
  CHECK_TEXT (known_as ("           收入决算表\n"
                        "+----------+----------+\n"
                        "| 指甲油   | 天气     |\n"
                        "+----------+----------+\n"
                        "| 红       |     3.00 |\n"
                        "+----------+----------+\n"),
              "unknown: - -");
}

static void
test_head_alone (void)
{
  CHECK_TEXT (known_as (INCOME), "income: code name total fiscal-appropriation institutional");
  CHECK_TEXT (known_as ("+----------+----------+----------+----------+----------+\n"
                        "| 科目编码 | 科目名称 | 合计     | 基本支出 | 项目支出 |\n"
                        "+----------+----------+----------+----------+----------+\n"
                        "| 201      | 一般公共 |     3.00 |     2.00 |     1.00 |\n"
                        "+----------+----------+----------+----------+----------+\n"),
              "unknown: - - - - -");
  CHECK_TEXT (known_as ("+----------+----------+----------+----------+--------------+--------------------+\n"
                        "| 科目编码 | 科目名称 | 事业收入 | 经营收入 | 上级补助收入 | 附属单位上缴收入   |\n"
                        "+----------+----------+----------+----------+--------------+--------------------+\n"
                        "| 201      | 一般公共 |     3.00 |     1.00 |         1.00 |               1.00 |\n"
                        "+----------+----------+----------+----------+--------------+--------------------+\n"),
              "income: code name institutional business superior-subsidy subordinate-remittance");
}

static void
test_unknown_title (void)
{
  CHECK_TEXT (known_as ("           国有资产占用情况表\n" INCOME), "unknown: - - - - -");
}

static void
test_unknown_column (void)
{
  CHECK_TEXT (known_as ("           收入决算表\n"
                        "+----------+----------+----------+--------------+\n"
                        "| 科目名称 | 合计     | 天气     | 财政拨款收入 |\n"
                        "+----------+----------+----------+--------------+\n"
                        "| 一般公共 |     3.00 |     1.00 |         2.00 |\n"
                        "+----------+----------+----------+--------------+\n"),
              "income: name total - fiscal-appropriation");
}

static void
test_budget (void)
{
  CHECK_TEXT (known_as ("           部门收入预算表\n" INCOME),
              "budget-income: code name total fiscal-appropriation institutional");
}

/* A title that does not say it is of the kind of the document's other forms. */
static void
test_kind_of_document (void)
{
  const char *const budget[] = { "           部门支出预算表\n"
                                 "+----------+----------+----------+\n"
                                 "| 科目名称 | 合计     | 基本支出 |\n"
                                 "+----------+----------+----------+\n"
                                 "| 一般公共 |     3.00 |     2.00 |\n"
                                 "+----------+----------+----------+\n",
                                 "           部门收入总表\n" INCOME, NULL };
  g_autoptr (JueReport) report = draw_report (budget);
  CU_ASSERT_EQUAL (report->kind, JUE_KIND_BUDGET);
  CU_ASSERT_STRING_EQUAL (draw_form (report, 1)->id, "budget-income");
}

static void
test_kind_of_title (void)
{
  const JueCatalogue *catalogue = draw_catalogue ();
  CU_ASSERT_EQUAL (jue_recognize_kind (catalogue, "收入决算表"), JUE_KIND_FINAL);
  CU_ASSERT_EQUAL (jue_recognize_kind (catalogue, "一般公共预算财政拨款支出决算表"), JUE_KIND_FINAL);
  CU_ASSERT_EQUAL (jue_recognize_kind (catalogue, "部门收入预算表"), JUE_KIND_BUDGET);
  CU_ASSERT_EQUAL (jue_recognize_kind (catalogue, "收入总表"), JUE_KIND_UNKNOWN);
  CU_ASSERT_EQUAL (jue_recognize_kind (catalogue, "政府性基金预算支出表"), JUE_KIND_UNKNOWN);
  CU_ASSERT_EQUAL (jue_recognize_kind (catalogue, NULL), JUE_KIND_UNKNOWN);
}

static void
test_missing_unit (void)
{
  const char *const with[] = { "           收入决算表\n单位：元\n" INCOME, NULL };
  const char *const without[] = { "           收入决算表\n" INCOME, NULL };
  g_autoptr (JueReport) good = draw_report (with), doubtful = draw_report (without);
  CU_ASSERT_FALSE (jue_diagnoses_has_warning (good->diagnoses));
  CU_ASSERT_TRUE_FATAL (jue_diagnoses_length (doubtful->diagnoses) > 0);
  gboolean found = FALSE;
  for (guint i = 0; i < jue_diagnoses_length (doubtful->diagnoses); i++)
    found |= g_str_equal (jue_diagnoses_get (doubtful->diagnoses, i)->code, "unit-missing");
  CU_ASSERT_TRUE (found);
}

static const JueTest tests[] = {
  { "a title names the form", test_title },
  { "a label does not", test_label },
  { "a head that does not fit makes it unknown", test_head_decides },
  { "a head alone names a form only if it is sure", test_head_alone },
  { "another title makes it unknown", test_unknown_title },
  { "an unknown column keeps its head", test_unknown_column },
  { "a budget's forms are called so", test_budget },
  { "the document's kind decides where the title does not", test_kind_of_document },
  { "titles tell final accounts from budgets", test_kind_of_title },
  { "a missing unit is told", test_missing_unit },
  { NULL, NULL },
};

int
main (void)
{
  int status = jue_test_main ("recognize", tests);
  draw_clear ();
  return status;
}
