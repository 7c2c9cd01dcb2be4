/* Where the head ends, and what the columns are called. */
#include "normalize/head.h"

#include "tests/draw.h"

/* "rows: path / path; path; …" of the first form on a page. */
static char *
head_of (const char *picture)
{
  const char *const pictures[] = { picture, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  const JueForm *form = draw_form (report, 0);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%u:", form->header_rows);
  for (guint c = 0; c < form->n_cols; c++) {
    const JueColumn *column = jue_form_column (form, c);
    g_string_append_c (out, ' ');
    for (guint i = 0; i < column->n_path; i++)
      g_string_append_printf (out, "%s%s", i > 0 ? "/" : "", column->path[i]);
    g_string_append_c (out, ';');
  }
  return g_string_free (out, FALSE);
}

static void
test_one_row (void)
{
  CHECK_TEXT (head_of ("+----------+----------+----------+\n"
                       "| 科目编码 | 科目名称 |   合计   |\n"
                       "+----------+----------+----------+\n"
                       "| 201      | 一般公共 |     1.00 |\n"
                       "+----------+----------+----------+\n"),
              "1: 科目编码; 科目名称; 合计;");
}

static void
test_levels (void)
{
  CHECK_TEXT (head_of ("+---------------------+------------+---------------------+\n"
                       "|        项目         | 本年支出   |      财政拨款       |\n"
                       "+----------+----------+            +----------+----------+\n"
                       "| 科目编码 | 科目名称 | 合计       | 基本支出 | 项目支出 |\n"
                       "+----------+----------+------------+----------+----------+\n"
                       "| 201      | 一般公共 |       1.00 |     1.00 |          |\n"
                       "+----------+----------+------------+----------+----------+\n"),
              "2: 项目/科目编码; 项目/科目名称; 本年支出合计; 财政拨款/基本支出; 财政拨款/项目支出;");
}

static void
test_three_code_columns (void)
{
  CHECK_TEXT (head_of ("+----------------+----------+----------+\n"
                       "|      项目      | 科目名称 | 本年收入 |\n"
                       "+----------------+          | 合计     |\n"
                       "|    科目编码    |          |          |\n"
                       "+----+-----+-----+          |          |\n"
                       "| 类 | 款  | 项  |          |          |\n"
                       "+----+-----+-----+----------+----------+\n"
                       "| 208| 05  | 01  | 行政单位 |    26.84 |\n"
                       "+----+-----+-----+----------+----------+\n"),
              "3: 项目/科目编码/类; 项目/科目编码/款; 项目/科目编码/项; 科目名称; 本年收入合计;");
}

/* 类 款 项 stand in the row that numbers the columns, and reach down beside the total. */
static void
test_codes_in_ordinal_row (void)
{
  CHECK_TEXT (head_of ("+----------------+----------+----------+----------+\n"
                       "|      项目      | 科目名称 |   合计   | 其他收入 |\n"
                       "+----+-----+-----+----------+----------+----------+\n"
                       "| 类 | 款  | 项  | 栏次     |    1     |    2     |\n"
                       "|    |     |     +----------+----------+----------+\n"
                       "|    |     |     | 合计     |     1.00 |          |\n"
                       "+----+-----+-----+----------+----------+----------+\n"
                       "| 208| 05  | 01  | 行政单位 |     1.00 |          |\n"
                       "+----+-----+-----+----------+----------+----------+\n"),
              "2: 项目/类; 项目/款; 项目/项; 科目名称; 合计; 其他收入;");
}

/* Cells that are not numbered hold stars. */
static void
test_stars_in_ordinal_row (void)
{
  CHECK_TEXT (head_of ("+----------+----------+----------+\n"
                       "| 项目     |   合计   | 其他收入 |\n"
                       "+----------+----------+----------+\n"
                       "| **       |    1     |    2     |\n"
                       "+----------+----------+----------+\n"
                       "| 一般公共 |     1.00 |          |\n"
                       "+----------+----------+----------+\n"),
              "2: 项目; 合计; 其他收入;");
  CHECK_TEXT (head_of ("+----+----+----+--------+--------+----------+\n"
                       "| 类 | 款 | 项 | 名称   | 单位   |   合计   |\n"
                       "+----+----+----+--------+--------+----------+\n"
                       "| ** | ** | ** | **     | **     |    1     |\n"
                       "+----+----+----+--------+--------+----------+\n"
                       "| 208| 05 | 01 | 离退休 | 某局   |     1.00 |\n"
                       "+----+----+----+--------+--------+----------+\n"),
              "2: 类; 款; 项; 名称; 单位; 合计;");
}

static void
test_ordinal_row (void)
{
  CHECK_TEXT (head_of ("+----------+----------+----------+\n"
                       "| 项目     |   合计   | 其他收入 |\n"
                       "+----------+----------+----------+\n"
                       "| 栏次     |    1     |    2     |\n"
                       "+----------+----------+----------+\n"
                       "| 一般公共 |     1.00 |          |\n"
                       "+----------+----------+----------+\n"),
              "2: 项目; 合计; 其他收入;");
}

/* The row of numbers without a word, and a first row of small numbers that is none. */
static void
test_bare_ordinal_row (void)
{
  CHECK_TEXT (head_of ("+----------+----------+----------+\n"
                       "|   合计   | 事业收入 | 其他收入 |\n"
                       "+----------+----------+----------+\n"
                       "|    1     |    2     |    3     |\n"
                       "+----------+----------+----------+\n"
                       "|     6.00 |     1.00 |     5.00 |\n"
                       "+----------+----------+----------+\n"),
              "2: 合计; 事业收入; 其他收入;");
  CHECK_TEXT (head_of ("+----------+----------+----------+\n"
                       "|   合计   | 事业收入 | 其他收入 |\n"
                       "+----------+----------+----------+\n"
                       "|    9     |    5     |    4     |\n"
                       "+----------+----------+----------+\n"),
              "1: 合计; 事业收入; 其他收入;");
}

static void
test_total_row (void)
{
  CHECK_TEXT (head_of ("          收入决算表\n"
                       "+----------+----------+----------+\n"
                       "| 科目编码 | 科目名称 | 金额     |\n"
                       "+----------+----------+----------+\n"
                       "|          | 合计     |          |\n"
                       "+----------+----------+----------+\n"),
              "1: 科目编码; 科目名称; 金额;");
}

static void
test_numbered_row (void)
{
  CHECK_TEXT (head_of ("+----------------+----------+----------------+----------+\n"
                       "|      收入      |   金额   |      支出      |   金额   |\n"
                       "+----------------+----------+----------------+----------+\n"
                       "| 一、财政拨款   |          | 一、外交支出   |          |\n"
                       "+----------------+----------+----------------+----------+\n"
                       "| 二、事业收入   |     3.00 | 二、国防支出   |     3.00 |\n"
                       "+----------------+----------+----------------+----------+\n"),
              "1: 收入; 金额; 支出; 金额;");
}

/* A year in the head is no figure. */
static void
test_years (void)
{
  CHECK_TEXT (head_of ("+----------+----------+----------+\n"
                       "| 项目     |   2023   |   2024   |\n"
                       "+----------+----------+----------+\n"
                       "| 公务接待 |     1.00 |     2.00 |\n"
                       "+----------+----------+----------+\n"),
              "1: 项目; 2023; 2024;");
}

static void
test_unknown_words (void)
{
  CHECK_TEXT (head_of ("+----------+----------+----------+\n"
                       "| 资产类别 | 期初面积 | 期末面积 |\n"
                       "+----------+----------+----------+\n"
                       "| 办公用房 |   120.00 |   130.00 |\n"
                       "+----------+----------+----------+\n"),
              "1: 资产类别; 期初面积; 期末面积;");
}

static void
test_no_head (void)
{
  CHECK_TEXT (head_of ("+----------+----------+\n"
                       "| 2080505  |     1.00 |\n"
                       "+----------+----------+\n"
                       "| 2080506  |     2.00 |\n"
                       "+----------+----------+\n"),
              "0: ; ;");
}

static void
test_caption_inside (void)
{
  const char *const pictures[] = { "+--------------------------------+\n"
                                   "|     2024年度收入决算表         |\n"
                                   "+--------------------------------+\n"
                                   "|                   单位：万元   |\n"
                                   "+----------+----------+----------+\n"
                                   "| 科目编码 | 科目名称 |   合计   |\n"
                                   "+----------+----------+----------+\n"
                                   "| 201      | 一般公共 |     1.00 |\n"
                                   "+----------+----------+----------+\n",
                                   NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  const JueForm *form = draw_form (report, 0);
  CU_ASSERT_EQUAL (form->header_rows, 3);
  CU_ASSERT_STRING_EQUAL (form->title.text, "2024年度收入决算表");
  CU_ASSERT_STRING_EQUAL (form->money_unit, "万元");
  CU_ASSERT_EQUAL (form->year, 2024);
  CU_ASSERT_EQUAL (form->n_rows, 4);
  CU_ASSERT_EQUAL (jue_form_column (form, 0)->n_path, 1);
  CU_ASSERT_STRING_EQUAL (jue_form_column (form, 0)->path[0], "科目编码");
}

static void
test_anchor (void)
{
  JueForm *form = jue_form_new (3, 3);
  jue_form_cell (form, 0, 1)->row_span = 2;
  jue_form_cell (form, 0, 1)->col_span = 2;
  jue_form_cell (form, 0, 2)->text = jue_form_cell (form, 1, 1)->text = jue_form_cell (form, 1, 2)->text = NULL;
  const guint cases[][4] = { { 0, 0, 0, 0 }, { 0, 2, 0, 1 }, { 1, 1, 0, 1 },
                             { 1, 2, 0, 1 }, { 2, 2, 2, 2 }, { 1, 0, 1, 0 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint row, col;
    CU_ASSERT_PTR_EQUAL (jue_form_anchor (form, cases[i][0], cases[i][1], &row, &col),
                         jue_form_cell (form, cases[i][2], cases[i][3]));
    CU_ASSERT_EQUAL (row, cases[i][2]);
    CU_ASSERT_EQUAL (col, cases[i][3]);
  }
  jue_form_free (form);
}

static const JueTest tests[] = {
  { "known words are head", test_one_row },
  { "a path goes down the levels", test_levels },
  { "codes may have three columns", test_three_code_columns },
  { "a row that numbers the columns ends the head", test_ordinal_row },
  { "code columns may be named in the row that numbers", test_codes_in_ordinal_row },
  { "stars number nothing", test_stars_in_ordinal_row },
  { "it may be bare, and small amounts are none", test_bare_ordinal_row },
  { "a total begins the body", test_total_row },
  { "a numbered name begins the body", test_numbered_row },
  { "years are head", test_years },
  { "unknown words before figures are head", test_unknown_words },
  { "a table may have no head", test_no_head },
  { "captions inside the grid are taken", test_caption_inside },
  { "an anchor is the cell that covers a place", test_anchor },
  { NULL, NULL },
};

int
main (void)
{
  int status = jue_test_main ("head", tests);
  draw_clear ();
  return status;
}
