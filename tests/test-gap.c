/* Tables without column rules: from horizontal rules and gaps, from paint, from nothing but a caption. */
#include "tests/draw.h"

#define CAPTION                                                                                                        \
  "              收入决算表\n"                                                                                    \
  "部门：望溪县林业局                 单位：万元\n"
#define RULE "---------------------------------------------\n"
#define LONG "--------------------------------------------------------\n"
#define HEAD "科目编码   科目名称          本年收入合计\n"
#define BODY                                                                                                           \
  "201        一般公共服务支出          8.00\n"                                                                \
  "20101      人大事务                  8.00\n"                                                                    \
  "208        社会保障和就业支出        4.00\n"
#define CELLS                                                                                                          \
  "科目编码|科目名称|本年收入合计\n"                                                                     \
  "201|一般公共服务支出|8.00\n"                                                                                \
  "20101|人大事务|8.00\n"                                                                                          \
  "208|社会保障和就业支出|4.00\n"

static char *
cells (const char *first, const char *second)
{
  const char *const pictures[] = { first, second, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  return report->forms->len > 0 ? draw_form_text (draw_form (report, 0)) : g_strdup ("no form");
}

static guint
n_forms (const char *picture)
{
  const char *const pictures[] = { picture, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  return report->forms->len;
}

static void
test_three_lines (void)
{
  CHECK_TEXT (cells (CAPTION RULE HEAD RULE BODY RULE, NULL), CELLS);
}

static void
test_method (void)
{
  const char *const pictures[] = { CAPTION RULE HEAD RULE BODY RULE, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  JueForm *form = draw_form (report, 0);
  CU_ASSERT_EQUAL (form->method, JUE_METHOD_GAPS);
  CU_ASSERT_STRING_EQUAL (form->id, "income");
  CU_ASSERT_EQUAL (form->header_rows, 1);
}

static void
test_no_rules (void)
{
  CHECK_TEXT (cells (CAPTION HEAD BODY, NULL), CELLS);
}

static void
test_needs_caption (void)
{
  CU_ASSERT_EQUAL (n_forms (HEAD BODY), 0);
}

static void
test_prose (void)
{
  CU_ASSERT_EQUAL (n_forms (RULE "本单位全年收入  12.00 万元，比上年增加，\n支出 12.00 万元，  与上年持平。\n" RULE),
                   0);
}

static void
test_caption_divides (void)
{
  CU_ASSERT_EQUAL (n_forms (CAPTION RULE HEAD RULE BODY RULE "注：本表反映收入。\n" CAPTION RULE HEAD RULE BODY RULE),
                   2);
}

/* 207 and （元） stand alone in their lines, as page numbers and units do. */
static void
test_short_lines (void)
{
  CHECK_TEXT (cells (CAPTION RULE "科目编码   科目名称          金额\n"
                                  "                            （元）\n" RULE
                                  "201        一般公共服务支出    8.00\n" RULE "           文化旅游体育\n"
                                  "207\n"
                                  "           与传媒支出\n" RULE,
                     NULL),
              "科目编码|科目名称|金额（元）\n201|一般公共服务支出|8.00\n207|文化旅游体育与传媒支出|\n");
}

/* Where all rows are ruled, they need not be full, nor hold figures. */
static void
test_ruled_rows (void)
{
  CHECK_TEXT (cells (CAPTION RULE "项目名称   资金来源\n" RULE "           一般公共预算资金\n" RULE "政府性基金\n" RULE
                                  "其他资金   经营收入\n" RULE,
                     NULL),
              "项目名称|资金来源\n|一般公共预算资金\n政府性基金|\n其他资金|经营收入\n");
}

static void
test_empty_rows (void)
{
  const char *const pictures[] = { CAPTION RULE HEAD RULE "\n\n" RULE "\n\n" RULE "合计\n" RULE, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  CHECK_TEXT (draw_form_text (draw_form (report, 0)), "科目编码|科目名称|本年收入合计\n||\n||\n合计||\n");
  CU_ASSERT_EQUAL (draw_form (report, 0)->header_rows, 1);
}

/* Below rows left empty, and below a caption whose last line names no unit. */
static void
test_no_rules_total (void)
{
  CHECK_TEXT (cells ("              收入决算表\n"
                     "                                  单位：万元\n"
                     "部门：望溪县林业局\n" HEAD BODY "\n\n\n\n"
                     "合计                                 12.00\n"
                     "注：本表反映收入。\n",
                     NULL),
              CELLS "合计||12.00\n");
}

static void
test_no_rules_empty (void)
{
  const char *const pictures[] = { CAPTION HEAD "无\n\n\n\n\n合计\n注：本表反映收入。\n", NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  CU_ASSERT_EQUAL_FATAL (report->forms->len, 1);
  CHECK_TEXT (draw_form_text (draw_form (report, 0)), "科目编码|科目名称|本年收入合计\n无||\n合计||\n");
}

/* Only the head is ruled; below it stands a body, or a line that is none. */
static void
test_ruled_head (void)
{
  const char *head = CAPTION "+----------+-----------------+-------------+\n"
                             "| 科目编码 | 科目名称        | 本年收入合计 |\n"
                             "+----------+-----------------+-------------+\n";
  g_autofree char *body = g_strconcat (head,
                                       "  201        一般公共服务支出           8.00\n"
                                       "  20101      人大事务                   8.00\n",
                                       NULL);
  g_autofree char *signed_off = g_strconcat (head, "  填表人：张三          联系电话：李四\n", NULL);
  CHECK_TEXT (cells (body, NULL), "科目编码|科目名称|本年收入合计\n201|一般公共服务支出|8.00\n20101|人大事务|8.00\n");
  CHECK_TEXT (cells (signed_off, NULL), "科目编码|科目名称|本年收入合计\n");
  g_autofree char *dashes = g_strconcat (head,
                                         "  合计                                  -\n"
                                         "  201        一般公共服务支出           -\n"
                                         "             公共安全支出               -\n"
                                         "             国防支出                   -\n",
                                         NULL);
  CHECK_TEXT (cells (dashes, NULL),
              "科目编码|科目名称|本年收入合计\n合计||-\n201|一般公共服务支出|-\n|公共安全支出|-\n|国防支出|-\n");
}

/* A performance form without column rules: the shorter ones end at merged cells, and labels share the matrix's columns. */
static void
test_performance_form (void)
{
  CHECK_TEXT (cells ("          项目支出绩效自评表\n"
                     "--------------------------------------------------\n"
                     "   项目名称                  道路维修\n"
                     "--------------------------------------------------\n"
                     "          一级指标    三级指标    目标值   分值\n"
                     "         -----------------------------------------\n"
                     "  绩效                资金到位率   100     10\n"
                     "  指标    产出指标   -----------------------------\n"
                     "                      支出规范率   100     10\n"
                     "         -----------------------------------------\n"
                     "          二级指标    三级指标     90      20\n"
                     "--------------------------------------------------\n",
                     NULL),
              "项目名称|<|道路维修|<|<\n绩效指标|一级指标|三级指标|目标值|分值\n^|产出指标|资金到位率|100|10\n^|^|"
              "支出规范率|100|10\n^|二级指标|三级指标|90|20\n");
}

/* Beside a merged cell that the page break cuts, the first rule behind it begins later than the others. Heads may be broken. */
static void
test_performance_over_pages (void)
{
  CHECK_TEXT (cells ("          项目支出绩效自评表\n"
                     "--------------------------------------------------\n"
                     "          一级指      三级指      目标值   分值\n"
                     "          标          标\n"
                     "         -----------------------------------------\n"
                     "  绩效    产出指标    资金到位率   100     10\n"
                     "         -----------------------------------------\n"
                     "          效益指标    支出规范率   100     10\n"
                     "--------------------------------------------------\n",
                     "         -----------------------------------------\n"
                     "          质量指标    设备验收率   90      20\n"
                     "         -----------------------------------------\n"
                     "          成本指标    预算内经费   95      30\n"
                     "         -----------------------------------------\n"
                     "          时效指标    完成及时率   95      30\n"
                     "--------------------------------------------------\n"),
              "绩效|一级指标|三级指标|目标值|分值\n^|产出指标|资金到位率|100|10\n^|效益指标|支出规范率|100|10\n"
              "^|质量指标|设备验收率|90|20\n^|成本指标|预算内经费|95|30\n"
              "^|时效指标|完成及时率|95|30\n");
}

/* A short head in the middle above two columns is none of a column between them, even if the body is empty. */
static void
test_short_head_over_two (void)
{
  const char *const pictures[] = { "          一般公共预算财政拨款“三公”经费支出决算表\n"
                                   "部门：望溪县林业局                              单位：万元\n"
                                   "----------------------------------------------------------\n"
                                   "                       公务接待费\n"
                                   "----------------------------------------------------------\n"
                                   "       合计                 小计               其他\n"
                                   "----------------------------------------------------------\n"
                                   "预算数    决算数    预算数     决算数    预算数    决算数\n"
                                   "----------------------------------------------------------\n"
                                   "3.00      2.00\n"
                                   "----------------------------------------------------------\n",
                                   NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  CU_ASSERT_EQUAL (draw_form (report, 0)->n_cols, 6);
}

static void
test_over_pages (void)
{
  CHECK_TEXT (cells (CAPTION RULE HEAD RULE "201        一般公共服务支出          8.00\n",
                     RULE HEAD RULE "20101      人大事务                  8.00\n"
                                    "208        社会保障和就业支出        4.00\n" RULE),
              CELLS);
}

static void
test_empty_column (void)
{
  CHECK_TEXT (cells (CAPTION LONG "科目编码   科目名称          本年收入合计   其他收入\n" LONG
                                  "201        一般公共服务支出          8.00\n"
                                  "208        社会保障和就业支出        4.00\n" LONG,
                     NULL),
              "科目编码|科目名称|本年收入合计|其他收入\n"
              "201|一般公共服务支出|8.00|\n"
              "208|社会保障和就业支出|4.00|\n");
}

static void
test_head_levels (void)
{
  CHECK_TEXT (cells (CAPTION LONG "                                    本年支出\n"
                                  "科目编码   科目名称\n"
                                  "                            小计   基本支出   项目支出\n" LONG
                                  "201        一般公共服务     8.00       5.00       3.00\n"
                                  "208        社会保障         4.00       4.00       0.00\n" LONG,
                     NULL),
              "科目编码|科目名称|本年支出|<|<\n"
              "^|^|小计|基本支出|项目支出\n"
              "201|一般公共服务|8.00|5.00|3.00\n"
              "208|社会保障|4.00|4.00|0.00\n");
}

/* Where lines of one cell stand no closer than rows do, a name that filled its column goes on below; one with room does not. */
static void
test_rest_of_name (void)
{
  CHECK_TEXT (cells (CAPTION RULE HEAD RULE "20805      机关事业单位基本          8.00\n"
                                            "           养老保险缴费\n"
                                            "20806      社会保障                  4.00\n"
                                            "           其他支出\n" RULE,
                     NULL),
              "科目编码|科目名称|本年收入合计\n"
              "20805|机关事业单位基本养老保险缴费|8.00\n"
              "20806|社会保障|4.00\n"
              "|其他支出|\n");
}

/* A total set flush with the names is one of them, though it may seem to stand in the middle of codes and names. */
static void
test_flush_total (void)
{
  CHECK_TEXT (cells (CAPTION RULE HEAD RULE "           合计                     12.00\n"
                                            "201        一般公共服务支出          8.00\n"
                                            "208        社会保障和就业支出        4.00\n" RULE,
                     NULL),
              "科目编码|科目名称|本年收入合计\n"
              "|合计|12.00\n"
              "201|一般公共服务支出|8.00\n"
              "208|社会保障和就业支出|4.00\n");
}

/* Below a caption, two known heads are enough even if few cells hold figures. */
static void
test_captioned (void)
{
  CHECK_TEXT (cells ("              收入预算总表\n"
                     "部门：望溪县林业局                 单位：万元\n"
                     "   项目名称                          金额\n"
                     "收入总计                            15.44\n"
                     "一般公共预算资金   财政拨款         15.44\n"
                     "政府性基金         小计\n"
                     "其他资金           经营收入\n"
                     "债务资金           银行贷款\n",
                     NULL),
              "项目名称||金额\n"
              "收入总计||15.44\n"
              "一般公共预算资金|财政拨款|15.44\n"
              "政府性基金|小计|\n"
              "其他资金|经营收入|\n"
              "债务资金|银行贷款|\n");
}

static const JueTest tests[] = {
  { "a name goes on below if it filled its column", test_rest_of_name },
  { "a total set flush with names is one of them", test_flush_total },
  { "a caption and two heads make a table", test_captioned },
  { "three lines make a table", test_three_lines },
  { "the method is gaps", test_method },
  { "a table without any rule follows its caption", test_no_rules },
  { "without rule and caption there is no table", test_needs_caption },
  { "prose between rules is no table", test_prose },
  { "a caption between rules divides two tables", test_caption_divides },
  { "numbers and units alone in a line end no table", test_short_lines },
  { "ruled rows need not be full", test_ruled_rows },
  { "empty rows are no head", test_empty_rows },
  { "a total may stand below empty rows", test_no_rules_total },
  { "an empty form needs no rules", test_no_rules_empty },
  { "a body without rules belongs to the ruled head above it", test_ruled_head },
  { "rules across alone divide a performance form", test_performance_form },
  { "a performance form goes on beside a merged cell", test_performance_over_pages },
  { "a short head over two columns makes none between them", test_short_head_over_two },
  { "a table goes on over the page", test_over_pages },
  { "a column that is empty in the body is kept", test_empty_column },
  { "a head over several columns spans them", test_head_levels },
  { NULL, NULL },
};

int
main (void)
{
  int result = jue_test_main ("gap", tests);
  draw_clear ();
  return result;
}
