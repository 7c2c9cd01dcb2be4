/* What the rows of a form say, and its values. */
#include "tests/draw.h"

static JueReport *
report_of (const char *picture)
{
  const char *const pictures[] = { picture, NULL };
  return draw_report (pictures);
}

/* One line each: "row.half code[*] name #line_no level<parent"; * = restored. */
static char *
lines_of (const char *picture)
{
  g_autoptr (JueReport) report = report_of (picture);
  const JueForm *form = draw_form (report, 0);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < form->lines->len; i++) {
    const JueLine *line = &g_array_index (form->lines, JueLine, i);
    g_string_append_printf (out, "%u.%u %s%s %s", line->row, line->half, line->code != NULL ? line->code : "-",
                            line->code_restored ? "*" : "", line->name != NULL ? line->name : "-");
    if (line->line_no != NULL)
      g_string_append_printf (out, " #%s", line->line_no);
    g_string_append_printf (out, " %u<%d\n", line->level, line->parent);
  }
  return g_string_free (out, FALSE);
}

/* The values of one row: "state amount unit;" each, or its text in brackets if it is none. */
static char *
values_of (const char *picture, guint row)
{
  g_autoptr (JueReport) report = report_of (picture);
  const JueForm *form = draw_form (report, 0);
  GString *out = g_string_new (NULL);
  CU_ASSERT_TRUE_FATAL (row < form->n_rows);
  for (guint c = 0; c < form->n_cols; c++) {
    const JueCell *cell = jue_form_cell (form, row, c);
    if (cell->role != JUE_ROLE_VALUE) {
      g_string_append_printf (out, "(%s);", cell->text);
      continue;
    }
    g_string_append (out, jue_state_name (cell->state));
    g_autofree char *amount = cell->state == JUE_STATE_VALUE ? jue_amount_to_string (cell->amount) : NULL;
    if (amount != NULL)
      g_string_append_printf (out, " %s%s", amount,
                              jue_unit_name (cell->unit) != NULL ? jue_unit_name (cell->unit) : "");
    g_string_append_c (out, ';');
  }
  return g_string_free (out, FALSE);
}

#define INCOME(unit)                                                                                                   \
  "          收入决算表\n单位：" unit "\n"                                                                             \
  "+----------+------------------+-----------+-----------+--------------+\n"                                           \
  "| 科目编码 | 科目名称         | 合计      | 事业收入  | 上级补助收入 |\n"
#define LINE5 "+----------+------------------+-----------+-----------+--------------+\n"

static void
test_hierarchy (void)
{
  CHECK_TEXT (lines_of (INCOME ("万元") LINE5
                        "|          | 合计             |      3.00 |      3.00 |              |\n" LINE5
                        "| 201      | 一般公共服务支出 |      1.00 |      1.00 |              |\n" LINE5
                        "| 20126    | 档案事务         |      1.00 |      1.00 |              |\n" LINE5
                        "| 2012601  | 行政运行         |      1.00 |      1.00 |              |\n" LINE5
                        "| 208      | 社会保障和就业   |      2.00 |      2.00 |              |\n" LINE5
                        "| 2080505  | 缴费支出         |      2.00 |      2.00 |              |\n" LINE5),
              "1.0 - 合计 0<-1\n"
              "2.0 201 一般公共服务支出 1<-1\n"
              "3.0 20126 档案事务 2<1\n"
              "4.0 2012601 行政运行 3<2\n"
              "5.0 208 社会保障和就业 1<-1\n"
              "6.0 2080505 缴费支出 3<4\n");
}

static void
test_three_columns (void)
{
  CHECK_TEXT (lines_of ("          收入决算表\n单位：万元\n"
                        "+----------------+------------+----------+----------+\n"
                        "|    科目编码    | 科目名称   | 合计     | 事业收入 |\n"
                        "+-----+----+-----+            |          |          |\n"
                        "| 类  | 款 | 项  |            |          |          |\n"
                        "+-----+----+-----+------------+----------+----------+\n"
                        "| 208 |    |     | 社会保障   |     2.00 |     2.00 |\n"
                        "+-----+----+-----+------------+----------+----------+\n"
                        "| 208 | 05 |     | 养老支出   |     2.00 |     2.00 |\n"
                        "+-----+----+-----+------------+----------+----------+\n"
                        "| 208 | 05 | 05  | 缴费支出   |     2.00 |     2.00 |\n"
                        "+-----+----+-----+------------+----------+----------+\n"),
              "2.0 208 社会保障 1<-1\n3.0 20805 养老支出 2<0\n4.0 2080505 缴费支出 3<1\n");
}

/* A narrow column cut the code: its name in the dictionary completes it, if it is the only one. */
static void
test_restored_code (void)
{
  CHECK_TEXT (lines_of (INCOME ("万元") LINE5
                        "| 2080     | 机关事业单位基本 |      1.00 |      1.00 |              |\n"
                        "|          | 养老保险缴费支出 |           |           |              |\n" LINE5
                        "| 2012     | 行政运行         |      1.00 |      1.00 |              |\n" LINE5
                        "| 99999    | 无此科目         |      1.00 |      1.00 |              |\n" LINE5),
              "1.0 2080505* 机关事业单位基本养老保险缴费支出 3<-1\n"
              "2.0 2012 行政运行 0<-1\n"
              "3.0 99999 无此科目 2<-1\n");
}

/* A code that is whole stays, whatever its name. */
static void
test_whole_code (void)
{
  CHECK_TEXT (lines_of (INCOME ("万元") LINE5
                        "| 2080505  | 基本养老保险缴费 |      1.00 |      1.00 |              |\n" LINE5
                        "| 208      | 社会保障和就业支 |      1.00 |      1.00 |              |\n"
                        "|          | 出               |           |           |              |\n" LINE5),
              "1.0 2080505 基本养老保险缴费 3<-1\n2.0 208 社会保障和就业支出 1<-1\n");
}

/* The digits of a code as printed: full-width ones become ordinary in code only. */
static void
test_full_width_code (void)
{
  CHECK_TEXT (
      lines_of (INCOME ("万元") LINE5 "| ２０８   | 社会保障和就业   |      1.00 |      1.00 |              |\n" LINE5),
      "1.0 208 社会保障和就业 1<-1\n");
}

static void
test_halves (void)
{
  CHECK_TEXT (lines_of ("          收入支出决算总表\n单位：万元\n"
                        "+--------------------------------+--------------------------------+\n"
                        "|             收入               |             支出               |\n"
                        "+------------------+------+------+------------------+------+------+\n"
                        "| 项目             | 行次 | 金额 | 项目             | 行次 | 金额 |\n"
                        "+------------------+------+------+------------------+------+------+\n"
                        "| 一、财政拨款收入 | 1    | 3.00 | 一、一般公共服务 | 31   | 2.00 |\n"
                        "+------------------+------+------+------------------+------+------+\n"
                        "| 二、事业收入     | 2    |      | 二、外交支出     | 32   |      |\n"
                        "+------------------+------+------+------------------+------+------+\n"
                        "|                  | 3    |      | 三、国防支出     | 33   | 1.00 |\n"
                        "+------------------+------+------+------------------+------+------+\n"),
              "2.0 - 一、财政拨款收入 #1 0<-1\n"
              "3.0 - 二、事业收入 #2 0<-1\n"
              "4.0 - - #3 0<-1\n"
              "2.1 - 一、一般公共服务 #31 0<-1\n"
              "3.1 - 二、外交支出 #32 0<-1\n"
              "4.1 - 三、国防支出 #33 0<-1\n");
}

/* A row of one half only makes no line in the other. */
static void
test_uneven_halves (void)
{
  CHECK_TEXT (lines_of ("          收入支出决算总表\n单位：万元\n"
                        "+-------------------------+-------------------------+\n"
                        "|          收入           |          支出           |\n"
                        "+------------------+------+------------------+------+\n"
                        "| 项目             | 金额 | 项目             | 金额 |\n"
                        "+------------------+------+------------------+------+\n"
                        "| 一、财政拨款收入 | 3.00 | 一、一般公共服务 | 2.00 |\n"
                        "+------------------+------+------------------+------+\n"
                        "|                  |      | 二、外交支出     |      |\n"
                        "+------------------+------+------------------+------+\n"),
              "2.0 - 一、财政拨款收入 0<-1\n2.1 - 一、一般公共服务 0<-1\n3.1 - 二、外交支出 0<-1\n");
}

static void
test_empty_form (void)
{
  CHECK_TEXT (lines_of (INCOME ("万元") LINE5
                        "|          | 合计             |           |           |              |\n" LINE5
                        "|          |                  |           |           |              |\n" LINE5),
              "1.0 - 合计 0<-1\n");
}

static void
test_states (void)
{
  const char *picture =
      INCOME ("万元") LINE5 "| 201      | 一般公共服务支出 | 1,234.50  |     —     |              |\n" LINE5
                            "| 202      | 外交支出         |      0.00 |     0     | －0.05       |\n" LINE5
                            "| 203      | 国防支出         | (1.00)    | 无        | 1.2.3        |\n" LINE5;
  CHECK_TEXT (values_of (picture, 1), "(201);(一般公共服务支出);value 12345000.00元;dash;empty;");
  CHECK_TEXT (values_of (picture, 2), "(202);(外交支出);value 0.00元;value 0元;value -500.00元;");
  CHECK_TEXT (values_of (picture, 3), "(203);(国防支出);value -10000.00元;text;unreadable;");
}

static void
test_units (void)
{
  CHECK_TEXT (values_of (INCOME ("元") LINE5
                         "| 201      | 一般公共服务支出 | 1,234.50  |      1.00 |              |\n" LINE5,
                         1),
              "(201);(一般公共服务支出);value 1234.50元;value 1.00元;empty;");
  CHECK_TEXT (values_of (INCOME ("千元") LINE5
                         "| 201      | 一般公共服务支出 | 1,234.50  |      1.00 |              |\n" LINE5,
                         1),
              "(201);(一般公共服务支出);value 1234500.00元;value 1000.00元;empty;");
}

/* Without a unit, the amount stays as printed and says so. */
static void
test_no_unit (void)
{
  CHECK_TEXT (values_of ("          收入决算表\n"
                         "+----------+------------------+-----------+-----------+--------------+\n"
                         "| 科目编码 | 科目名称         | 合计      | 事业收入  | 上级补助收入 |\n" LINE5
                         "| 201      | 一般公共服务支出 | 1,234.50  |      1.00 |              |\n" LINE5,
                         1),
              "(201);(一般公共服务支出);value 1234.50;value 1.00;empty;");
}

static void
test_percent (void)
{
  CHECK_TEXT (values_of (INCOME ("万元") LINE5
                         "| 201      | 一般公共服务支出 | 12.5%     |      1.00 |              |\n" LINE5,
                         1),
              "(201);(一般公共服务支出);value 12.5%;value 10000.00元;empty;");
}

static void
test_unreadable (void)
{
  g_autoptr (JueReport) report = report_of ("          收入决算表\n单位：万元\n"
                                            "+----------+-----------+------------------+\n"
                                            "| 科目名称 | 合计      | 事业收入         |\n"
                                            "+----------+-----------+------------------+\n"
                                            "| 一般公共 | 1,2\357\277\2754.50  | 9999999999999999 |\n"
                                            "+----------+-----------+------------------+\n"
                                            "| 外交支出 | 9.00      | 99999999999999.9 |\n"
                                            "+----------+-----------+------------------+\n"
                                            "| 国防支出 | \357\277\275\357\277\275        | 1.00             |\n"
                                            "+----------+-----------+------------------+\n");
  guint n = 0;
  for (guint i = 0; i < jue_diagnoses_length (report->diagnoses); i++) {
    const JueDiagnosis *d = jue_diagnoses_get (report->diagnoses, i);
    n += g_str_equal (d->code, "cell-unreadable") && d->severity == JUE_SEVERITY_WARNING && d->prov.page == 1;
  }
  CU_ASSERT_EQUAL (jue_form_cell (draw_form (report, 0), 1, 1)->state, JUE_STATE_UNREADABLE);
  CU_ASSERT_EQUAL (jue_form_cell (draw_form (report, 0), 1, 2)->state, JUE_STATE_UNREADABLE);
  CU_ASSERT_EQUAL (jue_form_cell (draw_form (report, 0), 2, 2)->state, JUE_STATE_VALUE);
  CU_ASSERT_EQUAL (jue_form_cell (draw_form (report, 0), 3, 1)->state, JUE_STATE_UNREADABLE);
  CU_ASSERT_EQUAL (n, 3);
}

/* In an unknown table with a money unit, columns with decimals are money; areas, counts, codes and shares are not. */
static void
test_unknown_money (void)
{
  CHECK_TEXT (values_of ("          购买服务一览表\n单位：万元\n"
                         "+----------+----------+----------+----------+----------+----------+\n"
                         "| 服务     | 金额     | 面积     | 目录编码 | 完成率   | 批次     |\n"
                         "+----------+----------+----------+----------+----------+----------+\n"
                         "| 物业管理 |    15.00 |   120.50 | 1001     |    99.50 | 3        |\n"
                         "+----------+----------+----------+----------+----------+----------+\n"
                         "| 法律咨询 |        2 |          | 1002     |          |          |\n"
                         "+----------+----------+----------+----------+----------+----------+\n",
                         1),
              "(物业管理);value 150000.00元;value 120.50;value 1001;value 99.50;value 3;");
}

/* In an unknown table only what is nothing but a number is a value; its unit is not known. */
static void
test_unknown_form (void)
{
  CHECK_TEXT (values_of ("          资产情况表\n"
                         "+----------+----------+----------+\n"
                         "| 资产类别 | 期初面积 | 备注     |\n"
                         "+----------+----------+----------+\n"
                         "| 办公用房 |   120.00 | 3处      |\n"
                         "+----------+----------+----------+\n",
                         1),
              "(办公用房);value 120.00;(3处);");
}

/* A code in front of its name is parted from it; other numbers are part of the name. */
static void
test_code_in_name (void)
{
  CHECK_TEXT (lines_of ("          收入决算表\n单位：万元\n"
                        "+------------------------+-----------+\n"
                        "| 科目名称               | 合计      |\n"
                        "+------------------------+-----------+\n"
                        "| 208社会保障和就业      |      2.00 |\n"
                        "+------------------------+-----------+\n"
                        "| 2080505 养老保险缴费   |      2.00 |\n"
                        "+------------------------+-----------+\n"
                        "| [30101]基本工资        |      1.00 |\n"
                        "+------------------------+-----------+\n"
                        "| 100万元以上设备        |      1.00 |\n"
                        "+------------------------+-----------+\n"
                        "| 2080505                |      1.00 |\n"
                        "+------------------------+-----------+\n"),
              "1.0 208 社会保障和就业 1<-1\n"
              "2.0 2080505 养老保险缴费 3<0\n"
              "3.0 30101 基本工资 2<-1\n"
              "4.0 - 100万元以上设备 0<-1\n"
              "5.0 - 2080505 0<-1\n");
}

static const JueTest tests[] = {
  { "codes make a hierarchy", test_hierarchy },
  { "three columns make one code", test_three_columns },
  { "a code that was cut is restored", test_restored_code },
  { "a code in front of its name is parted from it", test_code_in_name },
  { "a whole code stays", test_whole_code },
  { "full-width digits make a code", test_full_width_code },
  { "halves side by side have lines of their own", test_halves },
  { "an empty half has no line", test_uneven_halves },
  { "an empty form has its total", test_empty_form },
  { "value, dash, zero, blank and text are told apart", test_states },
  { "amounts are in yuan", test_units },
  { "without a unit nothing is guessed", test_no_unit },
  { "percent is no money", test_percent },
  { "what is unreadable is told", test_unreadable },
  { "an unknown table has plain numbers", test_unknown_form },
  { "an unknown table with a money unit has money", test_unknown_money },
  { NULL, NULL },
};

int
main (void)
{
  int status = jue_test_main ("body", tests);
  draw_clear ();
  return status;
}
