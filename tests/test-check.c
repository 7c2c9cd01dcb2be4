/* What the checks find in small reports: tests/data/checks.txt, and what a line there cannot say. */
#include "check/check.h"

#include "check/fixed.h"
#include "check/ratio.h"
#include "tests/check-make.h"
#include "tests/cunit-main.h"

static JueCatalogue *catalogue;

static const JueFinding *
finding_at (const JueReport *report, guint i)
{
  return &g_array_index (report->findings, JueFinding, i);
}

/* "severity rule, severity rule" in order; "-" if there are none. Codes and names are left to their own test. */
static char *
found_in (const JueReport *report)
{
  GString *found = g_string_new (NULL);
  for (guint i = 0; i < report->findings->len; i++) {
    const JueFinding *finding = finding_at (report, i);
    if (g_str_has_prefix (finding->rule, "code-name") || strcmp (finding->rule, "code") == 0)
      continue;
    g_string_append_printf (found, "%s%s %s", found->len > 0 ? ", " : "", jue_finding_severity_name (finding->severity),
                            finding->rule);
  }
  if (found->len == 0)
    g_string_append_c (found, '-');
  return g_string_free (found, FALSE);
}

static JueReport *
checked (const char *spec)
{
  JueReport *report = make_checked (spec);
  CU_ASSERT_TRUE (jue_check (report, catalogue, NULL));
  return report;
}

/* Whether every finding that is expected was found, and no other. */
static gboolean
same_findings (const char *expected, const char *found)
{
  g_auto (GStrv) a = g_strsplit (expected, ", ", -1), b = g_strsplit (found, ", ", -1);
  guint n = g_strv_length (a);
  gboolean same = TRUE;
  for (guint i = 0; b[i] != NULL; i++)
    same &= g_strv_contains ((const char *const *)a, b[i]);
  for (guint i = 0; i < n; i++)
    same &= g_strv_contains ((const char *const *)b, a[i]);
  return same;
}

static void
check_case (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 3);
  CU_ASSERT_EQUAL_FATAL (g_strv_length (fields), 3);
  g_autoptr (JueReport) report = checked (fields[2]);
  g_autofree char *found = found_in (report);
  gboolean right = same_findings (fields[1], found);
  CU_ASSERT_TRUE (right);
  if (!right)
    fprintf (stderr, "%s: found %s instead of %s\n", fields[0], found, fields[1]);
}

static void
cases (void)
{
  g_autofree char *text = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (JUE_SOURCE_DIR "/tests/data/checks.txt", &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      check_case (lines[i]);
}

static JueProof
proof_at (const JueReport *report, guint form, guint row, guint col)
{
  return (JueProof)jue_form_cell (g_ptr_array_index (report->forms, form), row, col)->proof;
}

#define TABLE "expenditure@万元:code|name|total|basic|project="

static void
proofs (void)
{
  g_autoptr (JueReport) holds = checked (TABLE "201|甲|3.00|1.00|2.00");
  CU_ASSERT_EQUAL (proof_at (holds, 0, 1, 2), JUE_PROOF_PROVED);
  CU_ASSERT_EQUAL (proof_at (holds, 0, 1, 4), JUE_PROOF_PROVED);
  CU_ASSERT_EQUAL (proof_at (holds, 0, 1, 0), JUE_PROOF_UNPROVED);
  g_autoptr (JueReport) rounds = checked (TABLE "201|甲|3.01|1.00|2.00");
  CU_ASSERT_EQUAL (proof_at (rounds, 0, 1, 3), JUE_PROOF_CONSISTENT);
  g_autoptr (JueReport) breaks = checked (TABLE "201|甲|3.50|1.00|2.00");
  CU_ASSERT_EQUAL (proof_at (breaks, 0, 1, 2), JUE_PROOF_CONTRADICTED);
  g_autoptr (JueReport) alone = checked ("expenditure@万元:code|name|total=201|甲|3.00");
  CU_ASSERT_EQUAL (proof_at (alone, 0, 1, 2), JUE_PROOF_UNPROVED);
}

/* Row 甲 has a wrong total: its parts are proved by the columns, the total is all that is left. */
static void
culprit (void)
{
  g_autoptr (JueReport) report = checked (TABLE "|合计|6.00|2.00|4.00/201|甲|3.50|1.00|2.00/202|乙|3.00|1.00|2.00");
  CU_ASSERT_EQUAL (proof_at (report, 0, 2, 2), JUE_PROOF_CONTRADICTED);
  CU_ASSERT_EQUAL (proof_at (report, 0, 2, 3), JUE_PROOF_PROVED);
  CU_ASSERT_EQUAL (proof_at (report, 0, 1, 2), JUE_PROOF_PROVED);
  CU_ASSERT_EQUAL (proof_at (report, 0, 3, 2), JUE_PROOF_PROVED);
}

static void
inequality_proves_nothing (void)
{
  g_autoptr (JueReport) report =
      checked ("general-budget-basic-expenditure@万元:code|name|amount=302|商品|2.00/30217|接待|2.00;"
               "three-public@万元:reception=2.00");
  CU_ASSERT_EQUAL (proof_at (report, 1, 1, 0), JUE_PROOF_UNPROVED);
}

static void
what_a_finding_says (void)
{
  g_autoptr (JueReport) report = checked (TABLE "201|一般公共服务支出|3.50|1.00|2.00");
  CU_ASSERT_EQUAL_FATAL (report->findings->len, 1);
  const JueFinding *finding = finding_at (report, 0);
  CU_ASSERT_STRING_EQUAL (finding->actual, "35000.00");
  CU_ASSERT_STRING_EQUAL (finding->expected, "30000.00");
  CU_ASSERT_STRING_EQUAL (finding->tolerance, "150.00");
  CU_ASSERT_PTR_NOT_NULL (strstr (finding->text, "201 一般公共服务支出"));
  CU_ASSERT_PTR_NOT_NULL (strstr (finding->text, "相差0.50万元"));
  CU_ASSERT_EQUAL_FATAL (finding->n_values, 3);
  CU_ASSERT_STRING_EQUAL (finding->values[0], "3.50");
  CU_ASSERT_EQUAL_FATAL (finding->n_cells, 3);
  CU_ASSERT_EQUAL (finding->cells[0].row, 1);
  CU_ASSERT_EQUAL (finding->cells[0].col, 2);
  CU_ASSERT_EQUAL (finding->prov.page, 1);
  CU_ASSERT_EQUAL (finding->prov.box.x0, 2000);
}

static void
checking_twice (void)
{
  g_autoptr (JueReport) report = checked (TABLE "201|一般公共服务支出|3.50|1.00|2.00");
  CU_ASSERT_TRUE (jue_check (report, catalogue, NULL));
  CU_ASSERT_EQUAL (report->findings->len, 1);
  jue_form_cell (g_ptr_array_index (report->forms, 0), 1, 2)->amount.mantissa = 3000000;
  CU_ASSERT_TRUE (jue_check (report, catalogue, NULL));
  CU_ASSERT_EQUAL (report->findings->len, 0);
  CU_ASSERT_EQUAL (proof_at (report, 0, 1, 2), JUE_PROOF_PROVED);
}

static void
huge_amounts (void)
{
  g_autoptr (JueReport) report = checked (TABLE "201|一般公共服务支出|900000000000|900000000000|900000000000");
  CU_ASSERT_EQUAL (report->findings->len, 0);
  gint64 value = 7;
  CU_ASSERT_FALSE (jue_fixed_from_amount ((JueAmount){ G_MAXINT64, 0 }, &value));
  CU_ASSERT_FALSE (jue_fixed_from_amount ((JueAmount){ G_MININT64, 0 }, &value));
  CU_ASSERT_FALSE (jue_fixed_from_amount ((JueAmount){ 1, 7 }, &value));
  CU_ASSERT_EQUAL (value, 7);
  CU_ASSERT_TRUE (jue_fixed_from_amount ((JueAmount){ 10, 7 }, &value));
  CU_ASSERT_EQUAL (value, 1);
  gint64 sum = JUE_FIXED_MAX;
  CU_ASSERT_FALSE (jue_fixed_add (&sum, 1));
  CU_ASSERT_EQUAL (sum, JUE_FIXED_MAX);
}

static void
fixed_as_text (void)
{
  static const struct {
    gint64 value, factor;
    guint decimals;
    const char *text;
  } some[] = { { 18031700000000, 10000, 2, "1803.17" },
               { -500000, 1, 2, "-0.50" },
               { 0, 0, 0, "0" },
               { 123456789, 1, 0, "123.456789" },
               { 100, 100000000, 0, "0.000000000001" } };
  for (guint i = 0; i < G_N_ELEMENTS (some); i++) {
    g_autofree char *text = jue_fixed_in_unit (some[i].value, some[i].factor, some[i].decimals);
    CU_ASSERT_STRING_EQUAL (text, some[i].text);
  }
}

static JueVerdict
judge (gint64 part, gint64 whole, gint64 percent)
{
  gint64 expected;
  JueFigure a = { part, 100 * JUE_FIXED_ONE }, b = { whole, 100 * JUE_FIXED_ONE };
  JueFigure p = { percent, JUE_FIXED_ONE / 100 };
  return jue_ratio_judge (a, b, p, &expected);
}

static void
ratios (void)
{
  gint64 yi = 100000000 * JUE_FIXED_ONE;
  CU_ASSERT_EQUAL (judge (yi, 3 * yi, 33330000), JUE_VERDICT_HOLDS);
  CU_ASSERT_EQUAL (judge (2 * yi, 3 * yi, 66670000), JUE_VERDICT_HOLDS);
  CU_ASSERT_EQUAL (judge (2 * yi, 3 * yi, 66660000), JUE_VERDICT_ROUNDING);
  CU_ASSERT_EQUAL (judge (2 * yi, 3 * yi, 66650000), JUE_VERDICT_BROKEN);
  CU_ASSERT_EQUAL (judge (-2 * yi, 3 * yi, -66670000), JUE_VERDICT_HOLDS);
  CU_ASSERT_EQUAL (judge (yi, 0, 0), JUE_VERDICT_VOID);
  CU_ASSERT_EQUAL (judge (0, yi, 0), JUE_VERDICT_HOLDS);
}

static JueForm *
add_form (JueReport *report, const char *organisation, guint year)
{
  JueForm *form = jue_report_add_form (report, 1, 1);
  form->organisation = organisation;
  form->year = year;
  form->title.text = "收入决算表";
  return form;
}

static void
document (void)
{
  JueSource source = { .name = (char *)"a.pdf" };
  g_autoptr (JueReport) report = jue_report_new (&source);
  report->year = 2024;
  add_form (report, "某市教育局", 2024);
  add_form (report, "某市 教育局", 2023);
  add_form (report, "某市农业局", 0);
  add_form (report, "某市教育局", 0);
  CU_ASSERT_TRUE (jue_check (report, catalogue, NULL));
  g_autofree char *found = found_in (report);
  CU_ASSERT_STRING_EQUAL (found, "warning organisation, warning year");
}

static void
add_paragraph (JueReport *report, const char *text, guint page)
{
  if (report->sections->len == 0)
    jue_report_add_section (report);
  JueParagraph paragraph = { text, { page, { 0, 0, 0, 0 } } };
  g_array_append_val (g_array_index (report->sections, JueSection, 0).paragraphs, paragraph);
}

static void
contents (void)
{
  JueSource source = { .name = (char *)"a.pdf" };
  g_autoptr (JueReport) report = jue_report_new (&source);
  add_form (report, NULL, 0)->id = "income";
  add_paragraph (report, "一、支出决算表", 1);
  add_paragraph (report, "目　录", 2);
  add_paragraph (report, "一、收入决算表……… 5", 2);
  add_paragraph (report, "二、支出决算表……… 6", 2);
  add_paragraph (report, "三、财政拨款收入支出决算总表的说明", 2);
  add_paragraph (report, "财政拨款收入支出决算总表", 9);
  CU_ASSERT_TRUE (jue_check (report, catalogue, NULL));
  CU_ASSERT_EQUAL_FATAL (report->findings->len, 1);
  CU_ASSERT_STRING_EQUAL (finding_at (report, 0)->rule, "missing-form");
  CU_ASSERT_STRING_EQUAL (finding_at (report, 0)->expected, "支出决算表");
}

static void
placeholders (void)
{
  static const char *const blank[] = { "2024年度支出XX万元", "某某局", "20XX年度", "收入总计××万元" };
  static const char *const filled[] = { "2024年度支出12万元", "XXL号服装", "EXX1", "某项工作" };
  for (guint i = 0; i < G_N_ELEMENTS (blank); i++) {
    JueSource source = { .name = (char *)"a.pdf" };
    g_autoptr (JueReport) report = jue_report_new (&source);
    add_paragraph (report, blank[i], 1);
    add_paragraph (report, filled[i], 1);
    CU_ASSERT_TRUE (jue_check (report, catalogue, NULL));
    CU_ASSERT_EQUAL (report->findings->len, 1);
  }
}

static void
codes (void)
{
  g_autoptr (JueReport) report = checked ("income@万元:code|name|total=208|社会保障和就业支出|2.00/"
                                          "20805|行政事业单位养老支出|2.00/7805|行政单位离退休|2.00;"
                                          "expenditure@万元:code|name|total=208|社会保障支出|2.00");
  gboolean misprint = FALSE, differ = FALSE;
  for (guint i = 0; i < report->findings->len; i++) {
    const JueFinding *finding = finding_at (report, i);
    misprint |= strcmp (finding->rule, "code") == 0 && strcmp (finding->expected, "2080501") == 0;
    differ |= strcmp (finding->rule, "code-names-differ") == 0 && finding->cells[0].form == 1;
  }
  CU_ASSERT_TRUE (differ);
  CU_ASSERT_FALSE (misprint); /* an even number of digits is no level: such a line is no code */
}

static void
misprinted_code (void)
{
  g_autoptr (JueReport) report = checked ("income@万元:code|name|total=208|社会保障和就业支出|2.00/"
                                          "20805|行政事业单位养老支出|2.00/70501|行政单位离退休|2.00");
  gboolean misprint = FALSE;
  for (guint i = 0; i < report->findings->len; i++)
    misprint |=
        strcmp (finding_at (report, i)->rule, "code") == 0 && strcmp (finding_at (report, i)->expected, "2080501") == 0;
  CU_ASSERT_TRUE (misprint);
}

static const JueTest tests[] = {
  { "small reports give the findings they should", cases },
  { "values are proved by sums that hold", proofs },
  { "the one wrong value is contradicted, the others are proved", culprit },
  { "an inequality proves nothing", inequality_proves_nothing },
  { "a finding says what, where and by how much", what_a_finding_says },
  { "checking twice is checking once", checking_twice },
  { "amounts too large for a sum are left alone", huge_amounts },
  { "exact numbers are printed exactly", fixed_as_text },
  { "percentages are rounded or cut at the last place", ratios },
  { "organisation and year are the same throughout", document },
  { "announced forms are there", contents },
  { "blanks that were not filled in are told", placeholders },
  { "a code keeps its name", codes },
  { "a misprinted code is told with the likely one", misprinted_code },
  { NULL, NULL },
};

int
main (void)
{
  catalogue = jue_catalogue_load (NULL, NULL);
  int status = catalogue != NULL ? jue_test_main ("check", tests) : 1;
  jue_catalogue_free (catalogue);
  return status;
}
