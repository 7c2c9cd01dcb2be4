#include "tests/performance-draw.h"

/* One table for all projects, with numbered columns, a row that names the unit, and explanations behind the targets. */
static void
numbered_columns (void)
{
  check_drawing ("项目支出绩效目标表", NULL,
                 "单位名称、项目名称|项目年度绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|指标内容\n"
                 "1|2|3|4|5|6|7|8|9\n"
                 "某县林业局||||||||\n"
                 "防火经费|巡护全年。|产出指标|数量指标|巡护天数|>=|365|天|巡护情况\n"
                 "^|^|效益指标|生态效益|火灾受害率|<=|0.9|‰|保护情况\n",
                 "budget-performance-project",
                 "3 防火经费/产出指标/数量指标/巡护天数: ≥ 365 天 (>=365) -> - (-), -, -, -; -; -\n"
                 "4 防火经费/效益指标/生态效益/火灾受害率: ≤ 0.9 ‰ (<=0.9) -> - (-), -, -, -; -; -\n");
}

/* The head of the levels stands below one of its own, beside heads that reach down. */
static void
head_of_two_rows (void)
{
  check_drawing ("项目支出绩效目标表", "万元",
                 "项目名称|预算金额|绩效目标|绩效指标|<|<|<\n"
                 "^|^|^|一级指标|二级指标|三级指标|指标值\n"
                 "医保补助|3,240.00|保障待遇。|产出指标|数量指标|参保人数|≥28.6万人\n"
                 "^|^|^|效益指标|社会效益|报销比例|不低于75%\n",
                 "budget-performance-project",
                 "2 医保补助/产出指标/数量指标/参保人数: ≥ 28.6 万人 (≥28.6万人) -> - (-), -, -, -; -; -\n"
                 "3 医保补助/效益指标/社会效益/报销比例: ≥ 75 % (不低于75%) -> - (-), -, -, -; -; -\n");
}

/* Goals of three years on the left, of this year on the right; both share the first level. */
static void
two_kinds_of_goals (void)
{
  check_drawing (
      "项目支出绩效目标申报表", "万元",
      "项目名称|<|监管平台|<|<|<|<|<\n"
      "项目资金（万元）|<|中期资金总额：|<|1,500.00|年度资金总额：|<|500.00\n"
      "^|<|其中：财政拨款|<|1,200.00|其中：财政拨款|<|400.00\n"
      "绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值\n"
      "^|产出指标|数量指标|覆盖县区|≥36个|数量指标|接入县区|≥12个\n"
      "^|^|质量指标|验收合格率|100%|||\n",
      "budget-performance-project",
      "项目名称 = 监管平台\n中期资金总额 = 1,500.00 [15000000.00 元]\n年度资金总额 = 500.00 [5000000.00 元]\n"
      "中期资金总额 / 财政拨款 = 1,200.00 [12000000.00 元]\n年度资金总额 / 财政拨款 = 400.00 [4000000.00 元]\n"
      "4 产出指标/数量指标/覆盖县区: ≥ 36 个 (≥36个) -> - (-), -, -, -; -; -\n"
      "4 产出指标/数量指标/接入县区: ≥ 12 个 (≥12个) -> - (-), -, -, -; -; -\n"
      "5 产出指标/质量指标/验收合格率: - 100 % (100%) -> - (-), -, -, -; -; -\n");
}

/* Each level has its own weight; only the last one is the indicator's. */
static void
weights_of_levels (void)
{
  check_drawing ("部门整体支出绩效自评指标评分表", NULL,
                 "评价指标|<|<|<|<|<|评分标准|自评得分\n"
                 "一级指标|<|二级指标|<|三级指标|<|^|^\n"
                 "名称|权重|名称|权重|名称|权重|^|^\n"
                 "履职效能|50|整体效能|25|产出完成情况|15|达到100%得满分。|14.5\n"
                 "^|^|^|^|效益完成情况|10|全部达标得满分。|10\n"
                 "合计|100||100||100||24.5\n",
                 "performance-unit",
                 "合计 / 权重 = 100 [100]\n合计 / 自评得分 = 24.5 [24.5]\n"
                 "3 履职效能/整体效能/产出完成情况: - - - (-) -> - (-), -, 15, 14.5; -; -\n"
                 "4 履职效能/整体效能/效益完成情况: - - - (-) -> - (-), -, 10, 10; -; -\n");
}

/* What was reached so far, what is expected of the year, and reasons by kind. */
static void
monitoring (void)
{
  check_drawing (
      "项目支出绩效运行监控表", "万元",
      "主管部门|<|某区教育局|<|地方主管部门|<|某州教育局|<|<\n"
      "项目资金|<||年初预算数|1-7月执行数|1-7月执行率|全年预计执行数|<|<\n"
      "^|^|年度资金总额|320.00|186.40|58.25%|320.00|<|<\n"
      "绩效指标|一级指标|二级指标|三级指标|年度指标值|1-7月执行情况|全年预计完成情况|偏差原因分析|<\n"
      "^|^|^|^|^|^|^|经费保障|其他\n"
      "^|产出指标|时效指标|拨付及时率|≥95%|90%|≥95%|√|\n",
      "performance-project",
      "主管部门 = 某区教育局\n地方主管部门 = 某州教育局\n年度资金总额 / 年初预算数 = 320.00 [3200000.00 元]\n"
      "年度资金总额 / 1-7月执行数 = 186.40 [1864000.00 元]\n年度资金总额 / 1-7月执行率 = 58.25% [58.25 %]\n"
      "年度资金总额 / 全年预计执行数 = 320.00 [3200000.00 元]\n"
      "5 产出指标/时效指标/拨付及时率: ≥ 95 % (≥95%) -> 90 (90%), -, -, -; 经费保障; -\n");
}

/* Letters of a formula behind heads are no part of their names; a block may say words only. */
static void
formulas_and_words (void)
{
  check_drawing (
      "转移支付区域绩效自评表", "万元",
      "资金投入情况（万元）||全年预算数（A）|全年执行数（B）|预算执行率（B/A×100%）\n"
      "^|年度资金总额|860.00|846.20|98.40%\n"
      "资金管理情况||情况说明|<|存在问题和改进措施\n"
      "^|分配科学性|按因素法分配。|<|无\n"
      "一级指标|二级指标|三级指标|指标值|全年实际完成值\n"
      "产出指标|数量指标|改造户数|≥430户|428户\n",
      "performance-project",
      "年度资金总额 / 全年预算数 = 860.00 [8600000.00 元]\n年度资金总额 / 全年执行数 = 846.20 [8462000.00 元]\n"
      "年度资金总额 / 预算执行率 = 98.40% [98.40 %]\n分配科学性 / 情况说明 = 按因素法分配。\n"
      "分配科学性 / 存在问题和改进措施 = 无\n"
      "5 产出指标/数量指标/改造户数: ≥ 430 户 (≥430户) -> 428 (428户), -, -, -; -; -\n");
}

/* What heads a kind of money stands in the cell of the first of the kind. */
static void
heads_inside_labels (void)
{
  check_drawing (
      "部门整体绩效目标表", NULL,
      "部门名称|<|某中心|<\n"
      "预算情况|部门预算总额（万元）|<|2,316.50\n"
      "^|1、资金来源：（1）财政性资金|<|2,216.50\n"
      "^|（2）其他资金|<|100.00\n"
      "^|2、资金结构：（1）基本支出|<|1,416.50\n"
      "^|（2）项目支出|<|900.00\n"
      "一级指标|二级指标|三级指标|指标值\n"
      "产出指标|数量指标|修缮文物|3处\n",
      "budget-performance-unit",
      "部门名称 = 某中心\n部门预算总额 = 2,316.50 [23165000.00 元]\n资金来源 / 财政性资金 = 2,216.50 [2216.50]\n"
      "资金来源 / 其他资金 = 100.00 [100.00]\n资金结构 / 基本支出 = 1,416.50 [1416.50]\n资金结构 / 项目支出 = 900.00 "
      "[900.00]\n"
      "7 产出指标/数量指标/修缮文物: - 3 处 (3处) -> - (-), -, -, -; -; -\n");
}

/* Labels with values side by side are no heads of a block, though words of heads are among them. */
static void
pairs_like_heads (void)
{
  check_drawing ("项目绩效目标批复表", NULL,
                 "项目名称|公路养护|预算单位|某局\n"
                 "资金来源|一般公共预算|起止时间|2024-01至2024-12\n"
                 "项目概述|保障通行。|<|<\n"
                 "一级指标|二级指标|三级指标|指标值\n"
                 "产出指标|质量指标|合格率|≥98%\n",
                 "budget-performance-project",
                 "项目名称 = 公路养护\n预算单位 = 某局\n资金来源 = 一般公共预算\n起止时间 = 2024-01至2024-12\n项目概述 = 保障通行。\n"
                 "4 产出指标/质量指标/合格率: ≥ 98 % (≥98%) -> - (-), -, -, -; -; -\n");
}

/* Where no rule shows how far it reaches, the word for the sum stands below a level. */
static void
sum_below_a_level (void)
{
  check_drawing ("项目支出绩效自评表", "万元",
                 "绩效指标|一级指标|二级指标|三级指标|指标值|分值|得分\n"
                 "^|产出指标|数量指标|演出场次|120场|20|19\n"
                 "|||总分||100|94.60\n",
                 "performance-project",
                 "总分 / 分值 = 100 [100]\n总分 / 得分 = 94.60 [94.60]\n"
                 "1 产出指标/数量指标/演出场次: - 120 场 (120场) -> - (-), -, 20, 19; -; -\n");
}

int
main (void)
{
  static const JueTest tests[] = {
    { "a row that numbers columns is no indicator", numbered_columns },
    { "a head may stand in two rows", head_of_two_rows },
    { "two kinds of goals stand side by side", two_kinds_of_goals },
    { "levels have weights", weights_of_levels },
    { "months are monitored", monitoring },
    { "formulas are no names, blocks may say words", formulas_and_words },
    { "what heads money stands inside a label", heads_inside_labels },
    { "pairs are no heads", pairs_like_heads },
    { "a sum stands below a level", sum_below_a_level },
    { NULL, NULL },
  };
  return jue_test_main ("performance-layouts", tests);
}
