/* Rows and merged cells that a page break cut; and tables of several pages put together. */
#include "tests/draw.h"

/* The only table of two pages. */
static char *
joined (const char *first, const char *second)
{
  const char *const pictures[] = { first, second, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  CU_ASSERT_EQUAL (report->forms->len, 1);
  return draw_form_text (draw_form (report, 0));
}

#define HEAD \
  "          收入决算表\n单位：万元\n" \
  "+---------+------------------+--------+\n" \
  "| 编码    | 科目名称         | 本年   |\n"
#define ROWS \
  "+---------+------------------+--------+\n" \
  "| 201     | 一般公共服务支出 |   1.00 |\n" \
  "+---------+------------------+--------+\n" \
  "| 20101   | 人大事务         |   1.00 |\n" \
  "+---------+------------------+--------+\n" \
  "| 208     | 社会保障和就业支 |   2.00 |\n" \
  "|         | 出               |        |\n"
#define MORE \
  "+---------+------------------+--------+\n" \
  "| 210     | 卫生健康支出     |   3.00 |\n" \
  "+---------+------------------+--------+\n" \
  "| 21011   | 行政事业单位医疗 |   3.00 |\n"
#define END "+---------+------------------+--------+\n"
#define HEAD_ROWS "编码|科目名称|本年\n201|一般公共服务支出|1.00\n20101|人大事务|1.00\n208|社会保障和就业支出|2.00\n"
#define MORE_ROWS "210|卫生健康支出|3.00\n21011|行政事业单位医疗|3.00\n"

static void
test_whole_rows (void)
{
  CHECK_TEXT (joined (HEAD ROWS END, MORE END), HEAD_ROWS MORE_ROWS);
}

static void
test_repeated_head (void)
{
  CHECK_TEXT (joined (HEAD ROWS END, HEAD MORE END), HEAD_ROWS MORE_ROWS);
}

static void
test_split_word (void)
{
  CHECK_TEXT (joined (HEAD ROWS "+---------+------------------+--------+\n"
                                "| 2080505 | 机关事业单位基本 |  99.42 |\n" END,
                      "+---------+------------------+--------+\n"
                      "|         | 养老保险缴费支出 |        |\n" MORE END),
              HEAD_ROWS "2080505|机关事业单位基本养老保险缴费支出|99.42\n" MORE_ROWS);
}

/* Code and figure stand in the second half of the row. */
static void
test_figures_behind (void)
{
  CHECK_TEXT (joined (HEAD ROWS "+---------+------------------+--------+\n"
                                "|         | 机关事业单位基本 |        |\n" END,
                      "+---------+------------------+--------+\n"
                      "| 2080505 | 养老保险缴费支出 |  99.42 |\n" MORE END),
              HEAD_ROWS "2080505|机关事业单位基本养老保险缴费支出|99.42\n" MORE_ROWS);
}

/* The head repeats, then comes the rest of the row. */
static void
test_split_behind_head (void)
{
  CHECK_TEXT (joined (HEAD ROWS "+---------+------------------+--------+\n"
                                "| 2080505 | 机关事业单位基本 |  99.42 |\n" END,
                      HEAD "+---------+------------------+--------+\n"
                           "|         | 养老保险缴费支出 |        |\n" MORE END),
              HEAD_ROWS "2080505|机关事业单位基本养老保险缴费支出|99.42\n" MORE_ROWS);
}

static void
test_empty_rest (void)
{
  CHECK_TEXT (joined (HEAD ROWS END, "+---------+------------------+--------+\n"
                                     "|         |                  |        |\n" MORE END),
              HEAD_ROWS MORE_ROWS);
}

/* A row that names something by itself is a row, even without figures. */
static void
test_own_row (void)
{
  CHECK_TEXT (joined (HEAD ROWS END, "+---------+------------------+--------+\n"
                                     "|         | 外交支出         |        |\n" MORE END),
              HEAD_ROWS "|外交支出|\n" MORE_ROWS);
}

/* A row without figures amid rows that have some is none's rest if its texts face others that end before their cells do. */
static void
test_other_row (void)
{
  CHECK_TEXT (joined ("          项目支出绩效目标表\n"
                      "+----------+----------+--------------+--------+\n"
                      "| 一级指标 | 二级指标 | 三级指标     | 指标值 |\n"
                      "+----------+----------+--------------+--------+\n"
                      "| 产出指标 | 数量指标 | 巡护天数     | 365    |\n"
                      "+----------+----------+--------------+--------+\n"
                      "| 产出指标 | 数量指标 | 种草面积     | 8000   |\n"
                      "+----------+----------+--------------+--------+\n"
                      "| 产出指标 | 质量指标 | 保存率       | 85     |\n"
                      "+----------+----------+--------------+--------+\n",
                      "+----------+----------+--------------+--------+\n"
                      "| 效益指标 | 生态效益 | 草原环境     | 改善   |\n"
                      "+----------+----------+--------------+--------+\n"
                      "| 效益指标 | 社会效益 | 增加收入     | 200    |\n"
                      "+----------+----------+--------------+--------+\n"
                      "| 满意指标 | 满意度   | 农民满意     | 90     |\n"
                      "+----------+----------+--------------+--------+\n"),
              "一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|巡护天数|365\n产出指标|数量指标|种草面积|8000\n"
              "产出指标|质量指标|保存率|85\n效益指标|生态效益|草原环境|改善\n效益指标|社会效益|增加收入|200\n满意指标|满意度|农民满意|90\n");
}

/* Without an outer border, a label over the whole second page leaves nothing of its column there. */
static void
test_left_column_lacks (void)
{
  CHECK_TEXT (joined ("          项目支出绩效自评表\n"
                      "------+----------+----------+------+------+\n"
                      " 绩效 | 一级指标 | 三级指标 | 分值 | 得分 |\n"
                      "      +----------+----------+------+------+\n"
                      "      | 产出指标 | 培训     | 20   | 20   |\n"
                      "------+----------+----------+------+------+\n",
                      "      +----------+----------+------+------+\n"
                      "      | 效益指标 | 增收     | 30   | 29   |\n"
                      "      +----------+----------+------+------+\n"
                      "      | 满意指标 | 满意     | 10   | 9    |\n"
                      "      +----------+----------+------+------+\n"),
              "绩效|一级指标|三级指标|分值|得分\n^|产出指标|培训|20|20\n^|效益指标|增收|30|29\n^|满意指标|满意|10|9\n");
}

/* Joined cells remember both places. */
static void
test_both_places (void)
{
  const char *const pictures[] = { HEAD ROWS "+---------+------------------+--------+\n"
                                             "| 2080505 | 机关事业单位基本 |  99.42 |\n" END,
                                   "+---------+------------------+--------+\n"
                                   "|         | 养老保险缴费支出 |        |\n" MORE END,
                                   NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  JueForm *form = draw_form (report, 0);
  guint n;
  const JueProv *places = jue_form_cell_provs (form, jue_form_cell (form, 4, 1), &n);
  CU_ASSERT_EQUAL_FATAL (n, 2);
  CU_ASSERT_EQUAL (places[0].page, 1);
  CU_ASSERT_EQUAL (places[1].page, 2);
  CU_ASSERT_EQUAL (places[1].box.y0, DRAW_LINE + 200);
  CU_ASSERT_EQUAL (form->row_pages[4], 1);
  CU_ASSERT_EQUAL (form->row_pages[5], 2);
  CU_ASSERT_EQUAL (form->page_from, 1);
  CU_ASSERT_EQUAL (form->page_to, 2);
}

#define MATRIX_HEAD \
  "          项目支出绩效自评表\n" \
  "+----------+----------+------------+------+\n" \
  "| 一级指标 | 二级指标 | 三级指标   | 分值 |\n" \
  "+----------+----------+------------+------+\n"

static void
test_cut_merged_cell (void)
{
  CHECK_TEXT (joined (MATRIX_HEAD "| 产出指标 | 数量指标 | 培训人次   | 20   |\n"
                                  "|          |          +------------+------+\n"
                                  "|          |          | 会议次数   | 20   |\n"
                                  "+----------+----------+------------+------+\n",
                      "+----------+----------+------------+------+\n"
                      "|          |          | 检查次数   | 10   |\n"
                      "|          +----------+------------+------+\n"
                      "|          | 质量指标 | 合格率     | 10   |\n"
                      "+----------+----------+------------+------+\n"),
              "一级指标|二级指标|三级指标|分值\n产出指标|数量指标|培训人次|20\n^|^|会议次数|20\n^|^|检查次数|10\n^|"
              "质量指标|合格率|10\n");
}

/* The label of a merged cell is cut; only both halves together are a known head. */
static void
test_cut_merged_text (void)
{
  CHECK_TEXT (joined (MATRIX_HEAD "| 基本     | 数量指标 | 培训人次   | 20   |\n"
                                  "|          +----------+------------+------+\n"
                                  "|          | 质量指标 | 合格率     | 20   |\n"
                                  "+----------+----------+------------+------+\n",
                      "+----------+----------+------------+------+\n"
                      "| 支出     | 时效指标 | 完成时间   | 10   |\n"
                      "|          +----------+------------+------+\n"
                      "|          | 成本指标 | 成本节约率 | 10   |\n"
                      "+----------+----------+------------+------+\n"),
              "一级指标|二级指标|三级指标|分值\n基本支出|数量指标|培训人次|20\n^|质量指标|合格率|20\n^|时效指标|"
              "完成时间|10\n^|成本指标|成本节约率|10\n");
}

/* Another label behind the break is another cell. */
static void
test_new_merged_cell (void)
{
  CHECK_TEXT (joined (MATRIX_HEAD "| 产出指标 | 数量指标 | 培训人次   | 20   |\n"
                                  "|          +----------+------------+------+\n"
                                  "|          | 质量指标 | 合格率     | 20   |\n"
                                  "+----------+----------+------------+------+\n",
                      "+----------+----------+------------+------+\n"
                      "| 效益指标 | 社会效益 | 影响       | 10   |\n"
                      "|          +----------+------------+------+\n"
                      "|          | 生态效益 | 影响       | 10   |\n"
                      "+----------+----------+------------+------+\n"),
              "一级指标|二级指标|三级指标|分值\n产出指标|数量指标|培训人次|20\n^|质量指标|合格率|20\n效益指标|社会效益|"
              "影响|10\n^|生态效益|影响|10\n");
}

static void
test_cut_head (void)
{
  CHECK_TEXT (joined ("          支出决算表\n单位：万元\n"
                      "+----------------------------+----------+\n"
                      "|            项目            | 本年支出 |\n"
                      "+----------------+-----------+----------+\n"
                      "|    科目编码    | 科目名称  | 合计     |\n"
                      "+----------------+-----------+----------+\n",
                      "+----+-----+-----+-----------+----------+\n"
                      "| 类 | 款  | 项  |           |          |\n"
                      "+----+-----+-----+-----------+----------+\n"
                      "| 201|     |     | 一般公共  |     1.00 |\n"
                      "+----+-----+-----+-----------+----------+\n"),
              "项目|<|<|<|本年支出\n科目编码|<|<|科目名称|合计\n类|款|项|^|^\n201|||一般公共|1.00\n");
}

/* Only the first row of a head of two repeats: cells of it reach down, so that all of it stays. */
static void
test_half_repeated_head (void)
{
  const char *first = "          支出决算表\n单位：万元\n"
                      "+-----------+---------------------+\n"
                      "| 科目名称  |      本年支出       |\n"
                      "|           +----------+----------+\n"
                      "|           | 基本支出 | 项目支出 |\n"
                      "+-----------+----------+----------+\n"
                      "| 一般公共  |     1.00 |     1.00 |\n"
                      "+-----------+----------+----------+\n";
  const char *second = "+-----------+---------------------+\n"
                       "| 科目名称  |      本年支出       |\n"
                       "|           +----------+----------+\n"
                       "|           | 人员经费 | 公用经费 |\n"
                       "+-----------+----------+----------+\n"
                       "| 外交支出  |     2.00 |     2.00 |\n"
                       "+-----------+----------+----------+\n";
  CHECK_TEXT (joined (first, second), "科目名称|本年支出|<\n^|基本支出|项目支出\n一般公共|1.00|1.00\n"
                                      "科目名称|本年支出|<\n^|人员经费|公用经费\n外交支出|2.00|2.00\n");
}

/* A column border that is missing on the second page makes merged cells there. */
static void
test_other_division (void)
{
  CHECK_TEXT (joined (HEAD ROWS END, "+---------+------------------+--------+\n"
                                     "| 编码    | 科目名称         | 本年   |\n"
                                     "+---------+------------------+--------+\n"
                                     "| 合计                       |   6.00 |\n"
                                     "+----------------------------+--------+\n"),
              HEAD_ROWS "合计|<|6.00\n");
}

static const JueTest tests[] = {
  { "whole rows stay as they are", test_whole_rows },
  { "a repeated head is dropped", test_repeated_head },
  { "a row split inside a word is one row", test_split_word },
  { "the figures may stand behind the break", test_figures_behind },
  { "a row may be split by a repeated head", test_split_behind_head },
  { "an empty rest is dropped", test_empty_rest },
  { "a row with a name of its own is no rest", test_own_row },
  { "unlike texts make two rows", test_other_row },
  { "the leftmost column may lack on a page", test_left_column_lacks },
  { "what is joined remembers both places", test_both_places },
  { "a merged cell goes on behind the break", test_cut_merged_cell },
  { "the text of a merged cell may be cut", test_cut_merged_text },
  { "another merged cell is another", test_new_merged_cell },
  { "a head may be cut", test_cut_head },
  { "a head that repeats in part stays", test_half_repeated_head },
  { "rows of a page may be divided otherwise", test_other_division },
  { NULL, NULL },
};

int
main (void)
{
  int status = jue_test_main ("seam", tests);
  draw_clear ();
  return status;
}
