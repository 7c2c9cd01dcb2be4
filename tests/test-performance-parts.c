#include "tests/performance-draw.h"

/* Sichuan: 指标性质, 指标值 and 度量单位 apart; what was done stands before the money; conclusions at the end. */
static void
sichuan_project (void)
{
  check_drawing ("部门预算项目支出绩效自评表（2023年度）", "万元",
                 "项目名称|<|51000021R-工资性支出|<|<|<|<|<|<\n"
                 "主管部门|<|某县发展和改革局|<|实施单位（盖章）|<|某县发展和改革局|<|<\n"
                 "项目基本情况|<|1.项目年度目标完成情况|<|项目年度目标|<|年度目标完成情况|<|<\n"
                 "^|<|^|<|保工资。|<|已发放。|<|<\n"
                 "^|<|2.项目实施内容及过程概述|<|按月发放。|<|<|<|<\n"
                 "预算执行情况(10分)|<|年度预算数(万元)|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分\n"
                 "^|<|总额|120|119.5|119.5|100.00%|10|10\n"
                 "^|<|其中:财政资金|120|119.5|119.5|100.00%|/|/\n"
                 "绩效指标(90分)|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|得分\n"
                 "^|产出指标|数量指标|发放人数|＝|35|人|35|30\n"
                 "^|效益指标|社会效益指标|保障水平|定性|优良中低差||优|40\n"
                 "合计|<|<|<|<|<|<|<|100\n"
                 "评价结论|<|达到目标。|<|<|<|<|<|<\n"
                 "存在问题|<|无|<|<|<|<|<|<\n"
                 "改进措施|<|无|<|<|<|<|<|<\n"
                 "项目负责人：甲|<|<|<|<|财务负责人：乙|<|<|<\n",
                 "performance-project",
                 "项目名称 = 51000021R-工资性支出\n主管部门 = 某县发展和改革局\n实施单位 = 某县发展和改革局\n项目年度目标 = 保工资。\n"
                 "年度目标完成情况 = 已发放。\n项目实施内容及过程概述 = 按月发放。\n总额 / 年初预算 = 120 [1200000 元]\n"
                 "总额 / 调整后预算数 = 119.5 [1195000.0 元]\n总额 / 预算执行数 = 119.5 [1195000.0 元]\n总额 / 预算执行率 = 100.00% [100.00 %]\n"
                 "总额 / 权重 = 10 [10]\n总额 / 得分 = 10 [10]\n财政资金 / 年初预算 = 120 [1200000 元]\n财政资金 / 调整后预算数 = 119.5 [1195000.0 元]\n"
                 "财政资金 / 预算执行数 = 119.5 [1195000.0 元]\n财政资金 / 预算执行率 = 100.00% [100.00 %]\n财政资金 / 权重 = /\n财政资金 / 得分 = /\n"
                 "合计 / 得分 = 100 [100]\n评价结论 = 达到目标。\n存在问题 = 无\n改进措施 = 无\n项目负责人 = 甲\n财务负责人 = 乙\n"
                 "9 产出指标/数量指标/发放人数: = 35 人 (＝35) -> 35 (35), -, -, 30; -; -\n"
                 "10 效益指标/社会效益指标/保障水平: - - - (优良中低差) -> - (优), -, -, 40; -; -\n");
}

/* Goals of a whole department: the money of the tasks has a head in two rows. */
static void
goals_of_a_unit (void)
{
  check_drawing ("部门整体支出绩效目标表", "万元",
                 "部门名称|某局|<|<|<|<\n"
                 "年度主要任务|任务名称|主要内容|预算金额（万元）|<|<\n"
                 "^|^|^|总额|财政拨款|其他资金\n"
                 "^|防汛|巡堤|12.50|12.50|0.00\n"
                 "^|抗旱|送水|3.00|2.00|1.00\n"
                 "年度总体目标|安全度汛。|<|<|<|<\n"
                 "年度绩效指标|一级指标|二级指标|三级指标|指标值|<\n"
                 "^|产出指标|数量指标|巡堤次数|≥24次|<\n",
                 "budget-performance-unit",
                 "部门名称 = 某局\n防汛 / 主要内容 = 巡堤\n防汛 / 总额 = 12.50 [125000.00 元]\n防汛 / 财政拨款 = 12.50 [125000.00 元]\n"
                 "防汛 / 其他资金 = 0.00 [0.00 元]\n抗旱 / 主要内容 = 送水\n抗旱 / 总额 = 3.00 [30000.00 元]\n抗旱 / 财政拨款 = 2.00 [20000.00 元]\n"
                 "抗旱 / 其他资金 = 1.00 [10000.00 元]\n年度总体目标 = 安全度汛。\n"
                 "7 产出指标/数量指标/巡堤次数: ≥ 24 次 (≥24次) -> - (-), -, -, -; -; -\n");
}

/* One table for all projects: the project comes first in the path. */
static void
goals_of_many_projects (void)
{
  check_drawing ("项目支出绩效目标表", "万元",
                 "单位名称|项目名称|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重\n"
                 "某局|水站维护|产出指标|数量指标|维护水站|≥|36|座|40\n"
                 "^|^|^|质量指标|合格率|＝|100|%|20\n"
                 "^|河道清淤|产出指标|数量指标|清淤长度|≥|1.5|万米|60\n",
                 "budget-performance-project",
                 "1 某局/水站维护/产出指标/数量指标/维护水站: ≥ 36 座 (≥36) -> - (-), -, 40, -; -; -\n"
                 "2 某局/水站维护/产出指标/质量指标/合格率: = 100 % (＝100) -> - (-), -, 20, -; -; -\n"
                 "3 某局/河道清淤/产出指标/数量指标/清淤长度: ≥ 1.5 万米 (≥1.5) -> - (-), -, 60, -; -; -\n");
}

/* A page break leaves level cells empty that are not joined; a new level clears those below it. */
static void
empty_levels_go_on (void)
{
  check_drawing ("项目支出绩效自评表", NULL,
                 "一级指标|二级指标|三级指标|指标值|实际完成值|得分\n"
                 "产出指标|数量指标|甲|1个|1个|5\n"
                 "||乙|2个|2个|5\n"
                 "效益指标||丙|3个|3个|5\n"
                 "|社会效益|丁|4个|4个|5\n",
                 "performance-project",
                 "1 产出指标/数量指标/甲: - 1 个 (1个) -> 1 (1个), -, -, 5; -; -\n"
                 "2 产出指标/数量指标/乙: - 2 个 (2个) -> 2 (2个), -, -, 5; -; -\n"
                 "3 效益指标/丙: - 3 个 (3个) -> 3 (3个), -, -, 5; -; -\n"
                 "4 效益指标/社会效益/丁: - 4 个 (4个) -> 4 (4个), -, -, 5; -; -\n");
}

/* The head comes again with other columns. */
static void
a_second_head_counts (void)
{
  check_drawing ("项目支出绩效自评表", NULL,
                 "一级指标|二级指标|三级指标|指标值|分值|得分\n"
                 "产出指标|数量指标|甲|≥1个|10|9\n"
                 "一级指标|二级指标|三级指标|得分|分值|指标值\n"
                 "效益指标|社会效益|乙|8|10|≥2个\n",
                 "performance-project",
                 "1 产出指标/数量指标/甲: ≥ 1 个 (≥1个) -> - (-), -, 10, 9; -; -\n"
                 "3 效益指标/社会效益/乙: ≥ 2 个 (≥2个) -> - (-), -, 10, 8; -; -\n");
}

/* Parts in another order: goals and matrix before the money. */
static void
order_does_not_matter (void)
{
  check_drawing ("项目绩效自评表", "万元",
                 "绩效指标|一级指标|二级指标|指标值|得分\n"
                 "^|产出指标|维护水站|36座|5\n"
                 "自评总分|<|<|<|95\n"
                 "项目资金|<|年初预算数|全年执行数|得分\n"
                 "年度资金总额|<|12.00|11.00|9\n"
                 "预期目标|<|<|实际完成情况|<\n"
                 "好|<|<|很好|<\n"
                 "项目名称|<|水站维护|<|<\n",
                 "performance-project",
                 "自评总分 / 得分 = 95 [95]\n年度资金总额 / 年初预算数 = 12.00 [120000.00 元]\n年度资金总额 / 全年执行数 = 11.00 [110000.00 元]\n"
                 "年度资金总额 / 得分 = 9 [9]\n预期目标 = 好\n实际完成情况 = 很好\n项目名称 = 水站维护\n"
                 "1 产出指标/维护水站: - 36 座 (36座) -> - (-), -, -, 5; -; -\n");
}

/* A label that is not known is one if the row is made of pairs; a value may look like a label. */
static void
unknown_labels (void)
{
  check_drawing ("项目支出绩效目标表", NULL,
                 "项目名称|项目支出|<|<|<\n"
                 "主管部门|某局|核定文号|甲发〔2024〕5号|<\n"
                 "填表人：甲|<|<|审核：乙|<\n"
                 "一级指标|二级指标|三级指标|指标值|分值\n"
                 "产出指标|数量指标|甲|6年|10\n",
                 "budget-performance-project",
                 "项目名称 = 项目支出\n主管部门 = 某局\n核定文号 = 甲发〔2024〕5号\n填表人 = 甲\n"
                 "4 产出指标/数量指标/甲: - 6 年 (6年) -> - (-), -, 10, -; -; -\n");
}

static void
parts_alone_tell (void)
{
  check_drawing (NULL, NULL, "项目名称|水站维护|<|<|<\n一级指标|二级指标|三级指标|指标值|得分\n产出指标|数量指标|甲|1个|5\n",
                 "performance-project", "项目名称 = 水站维护\n2 产出指标/数量指标/甲: - 1 个 (1个) -> - (-), -, -, 5; -; -\n");
  check_drawing ("附件", NULL, "项目名称|水站维护|<|<|<\n一级指标|二级指标|三级指标|指标值|备注\n产出指标|数量指标|甲|1个|5\n",
                 "budget-performance-project", "项目名称 = 水站维护\n2 产出指标/数量指标/甲: - 1 个 (1个) -> - (-), -, -, -; -; -\n");
  check_drawing (NULL, NULL, "部门名称|某局|<|<\n一级指标|二级指标|指标值|得分\n履职效能|甲|1个|5\n", "performance-unit",
                 "部门名称 = 某局\n2 履职效能/甲: - 1 个 (1个) -> - (-), -, -, 5; -; -\n");
}

static void
others_stay_unknown (void)
{
  check_unknown ("政府购买服务明细表", "指导性目录|<|<|购买服务内容|金额\n一级|二级|三级|^|^\nB|B10|B1001|物业管理服务|15.00\n");
  check_unknown (NULL, "序号|单位名称|备注\n1|某局本级|\n2|某局信息中心|\n");
  check_unknown ("项目支出绩效自评情况汇总表", "序号|项目名称|主管部门|预算数|执行数|得分\n1|水站维护|某局|12|11|95\n");
  check_unknown ("绩效自评表", "甲|乙\n1|2\n");
  check_unknown ("收入支出决算总表", "项目|决算数|项目|决算数\n一、收入|1|一、支出|1\n");
}

static void
amounts_in_cells (void)
{
  static const JueSource source = { (char *)"a.pdf", "", 1, 1 };
  g_autoptr (JueReport) report = jue_report_new (&source);
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  JueForm *form = drawn_form (report, "项目支出绩效自评表", "万元",
                              "项目资金|年初预算数|执行率|得分\n年度资金总额|1,106.92|99.5%|10.00分\n其他资金|—||\n"
                              "一级指标|二级指标|指标值|得分\n产出指标|甲|5|4\n");
  jue_performance_read (report, form, catalogue, jue_performance_recognize (catalogue, form));
  const JueCell *money = jue_form_cell (form, 1, 1), *rate = jue_form_cell (form, 1, 2), *points = jue_form_cell (form, 1, 3);
  CU_ASSERT_EQUAL (money->role, JUE_ROLE_VALUE);
  CU_ASSERT_EQUAL (money->state, JUE_STATE_VALUE);
  CU_ASSERT_EQUAL (money->unit, JUE_UNIT_YUAN);
  CU_ASSERT_EQUAL (jue_amount_compare (money->amount, (JueAmount){ 11069200, 0 }), 0);
  CU_ASSERT_EQUAL (rate->unit, JUE_UNIT_PERCENT);
  CU_ASSERT_EQUAL (points->unit, JUE_UNIT_COUNT);
  CU_ASSERT_EQUAL (points->amount.mantissa, 1000);
  CU_ASSERT_EQUAL (jue_form_cell (form, 2, 1)->state, JUE_STATE_DASH);
  CU_ASSERT_EQUAL (jue_form_cell (form, 0, 1)->role, JUE_ROLE_LABEL);
  CU_ASSERT_EQUAL (jue_form_cell (form, 4, 2)->role, JUE_ROLE_LABEL);
  CU_ASSERT_EQUAL (jue_form_cell (form, 4, 3)->role, JUE_ROLE_VALUE);
}

/* The report has no name of its own: the unit of the forms is it, without the codes. */
static void
the_unit_names_the_report (void)
{
  static const char *const units[] = { "106050某中心-", "106001某局-211300000", "171-某局" };
  static const JueSource source = { (char *)"a.pdf", "", 1, 1 };
  g_autoptr (JueReport) report = jue_report_new (&source);
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autofree char *drawing = g_strconcat ("部门名称|", units[i], "|<\n一级指标|指标值|得分\n产出指标|1个|5\n", NULL);
    JueForm *form = drawn_form (report, "部门整体支出绩效自评表", NULL, drawing);
    jue_performance_read (report, form, catalogue, jue_performance_recognize (catalogue, form));
  }
  jue_performance_describe (report, catalogue);
  CU_ASSERT_STRING_EQUAL (report->organisation, "某局");
  report->organisation = "另一局";
  jue_performance_describe (report, catalogue);
  CU_ASSERT_STRING_EQUAL (report->organisation, "另一局");
}

int
main (void)
{
  static const JueTest tests[] = {
    { "a project of Sichuan is read", sichuan_project },
    { "goals of a department are read", goals_of_a_unit },
    { "a table of many projects is read", goals_of_many_projects },
    { "empty levels go on", empty_levels_go_on },
    { "a second head counts", a_second_head_counts },
    { "the order of the parts does not matter", order_does_not_matter },
    { "labels that are not known are found beside known ones", unknown_labels },
    { "parts alone tell the form", parts_alone_tell },
    { "other tables stay unknown", others_stay_unknown },
    { "cells get exact amounts", amounts_in_cells },
    { "the unit names a report without a name", the_unit_names_the_report },
    { NULL, NULL },
  };
  return jue_test_main ("performance-parts", tests);
}
