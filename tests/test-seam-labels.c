/* Labels of performance forms that a page break cut. */
#include "tests/draw.h"

static char *
joined (const char *first, const char *second)
{
  const char *const pictures[] = { first, second, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  CU_ASSERT_EQUAL (report->forms->len, 1);
  return draw_form_text (draw_form (report, 0));
}

#define HEAD \
  "          项目支出绩效自评表\n" \
  "+------+----------+----------+------------+------+\n" \
  "| 名称 | 水站维护                                |\n" \
  "+------+----------+----------+------------+------+\n" \
  "| 绩效 | 一级指标 | 二级指标 | 三级指标   | 分值 |\n" \
  "| 指标 +----------+----------+------------+------+\n"
#define NAME "名称|水站维护|<|<|<\n"
#define HEAD_TEXT "一级指标|二级指标|三级指标|分值\n"

/* The label that heads all indicators is one cell, even if both pages print it. */
static void
test_repeated_label (void)
{
  CHECK_TEXT (joined (HEAD "|      | 产出指标 | 数量指标 | 培训人次   | 20   |\n"
                           "|      |          +----------+------------+------+\n"
                           "|      |          | 质量指标 | 合格率     | 20   |\n"
                           "+------+----------+----------+------------+------+\n",
                      "+------+----------+----------+------------+------+\n"
                      "| 绩效 | 效益指标 | 社会效益 | 影响       | 10   |\n"
                      "| 指标 |          +----------+------------+------+\n"
                      "|      |          | 生态效益 | 环境       | 10   |\n"
                      "+------+----------+----------+------------+------+\n"),
              NAME "绩效指标绩效指标|" HEAD_TEXT "^|产出指标|数量指标|培训人次|20\n^|^|质量指标|合格率|20\n"
              "^|效益指标|社会效益|影响|10\n^|^|生态效益|环境|10\n");
}

static void
test_cut_label (void)
{
  CHECK_TEXT (joined ("          项目支出绩效自评表\n"
                      "+------+----------+----------+------------+------+\n"
                      "| 绩效 | 一级指标 | 二级指标 | 三级指标   | 分值 |\n"
                      "|      +----------+----------+------------+------+\n"
                      "|      | 产出指标 | 数量指标 | 培训人次   | 20   |\n"
                      "+------+----------+----------+------------+------+\n",
                      "+------+----------+----------+------------+------+\n"
                      "| 指标 | 效益指标 | 社会效益 | 影响       | 10   |\n"
                      "|      |          +----------+------------+------+\n"
                      "|      |          | 生态效益 | 环境       | 10   |\n"
                      "+------+----------+----------+------------+------+\n"),
              "绩效指标|" HEAD_TEXT "^|产出指标|数量指标|培训人次|20\n^|效益指标|社会效益|影响|10\n^|^|生态效益|环境|10\n");
}

static void
test_last_character (void)
{
  CHECK_TEXT (joined (HEAD "|      | 预算执行 | 预算编制 | 编制质量   | 20   |\n"
                           "|      |          +----------+------------+------+\n"
                           "|      |          | 执行效   | 执行率     | 20   |\n"
                           "+------+----------+----------+------------+------+\n",
                      "+------+----------+----------+------------+------+\n"
                      "|      |          | 率       | 调整率     | 10   |\n"
                      "|      |          |          +------------+------+\n"
                      "|      |          |          | 变动率     | 10   |\n"
                      "+------+----------+----------+------------+------+\n"),
              NAME "绩效指标|" HEAD_TEXT "^|预算执行|预算编制|编制质量|20\n^|^|执行效率|执行率|20\n^|^|^|调整率|10\n^|^|^|变动率|10\n");
}

/* A level that is printed on both pages stands for two cells. */
static void
test_repeated_level (void)
{
  CHECK_TEXT (joined (HEAD "|      | 效益指标 | 经济效益 | 收入       | 20   |\n"
                           "|      |          +----------+------------+------+\n"
                           "|      |          | 生态效益 | 环境       | 20   |\n"
                           "+------+----------+----------+------------+------+\n",
                      "+------+----------+----------+------------+------+\n"
                      "|      | 效益指标 | 社会效益 | 影响       | 10   |\n"
                      "|      |          +----------+------------+------+\n"
                      "|      |          | 可持续性 | 年限       | 10   |\n"
                      "+------+----------+----------+------------+------+\n"),
              NAME "绩效指标|" HEAD_TEXT "^|效益指标|经济效益|收入|20\n^|^|生态效益|环境|20\n^|效益指标|社会效益|影响|10\n^|^|可持续性|年限|10\n");
}

static const JueTest tests[] = {
  { "the label of all indicators is one cell", test_repeated_label },
  { "a label may be cut", test_cut_label },
  { "the last character may stand behind the break", test_last_character },
  { "a repeated level is another cell", test_repeated_level },
  { NULL, NULL },
};

int
main (void)
{
  int status = jue_test_main ("seam-labels", tests);
  draw_clear ();
  return status;
}
