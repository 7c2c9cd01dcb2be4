/* What a document says of itself, and what of it is never lost. */
#include "tests/draw.h"

#define INCOME(kind, unit)                                                                                             \
  "          收入" kind "表\n部门：" unit "    2024年度    单位：万元\n"                                        \
  "+----------+----------+----------+\n"                                                                               \
  "| 科目编码 | 科目名称 |   合计   |\n"                                                                     \
  "+----------+----------+----------+\n"                                                                               \
  "| 201      | 一般公共 |     1.00 |\n"                                                                           \
  "+----------+----------+----------+\n"

static void
test_from_forms (void)
{
  const char *const pictures[] = { INCOME ("决算", "甲局"), INCOME ("决算", "乙局") "\n" INCOME ("决算", "乙局"),
                                   NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  CU_ASSERT_EQUAL (report->kind, JUE_KIND_FINAL);
  CU_ASSERT_EQUAL (report->year, 2024);
  CU_ASSERT_STRING_EQUAL (report->organisation, "乙局");
}

#define SILENT(label, head)                                                                                            \
  label "          收入总表\n单位：万元\n"                                                                             \
  "+----------+----------+----------+\n"                                                                               \
  "| 科目编码 | 科目名称 | " head "   |\n"                                                                     \
  "+----------+----------+----------+\n"                                                                               \
  "| 201      | 一般公共 |     1.00 |\n"                                                                           \
  "+----------+----------+----------+\n"

static JueKind
kind_of (const char *picture)
{
  const char *const pictures[] = { picture, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  return report->kind;
}

/* Where no title says what a report is, labels and heads do. */
static void
test_kind_without_titles (void)
{
  CU_ASSERT_EQUAL (kind_of (SILENT ("预算02表\n", "合计  ")), JUE_KIND_BUDGET);
  CU_ASSERT_EQUAL (kind_of (SILENT ("", "预算数")), JUE_KIND_BUDGET);
  CU_ASSERT_EQUAL (kind_of (SILENT ("", "决算数")), JUE_KIND_FINAL);
  CU_ASSERT_EQUAL (kind_of (SILENT ("", "预算数") "\n" SILENT ("", "决算数")), JUE_KIND_FINAL);
  CU_ASSERT_EQUAL (kind_of (SILENT ("", "合计  ")), JUE_KIND_UNKNOWN);
}

static void
test_source (void)
{
  const char *const pictures[] = { INCOME ("预算", "甲局"), "", NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  CU_ASSERT_EQUAL (report->kind, JUE_KIND_BUDGET);
  CU_ASSERT_STRING_EQUAL (report->source.name, "drawn.pdf");
  CU_ASSERT_EQUAL (report->source.pages, 2);
  CU_ASSERT_EQUAL_FATAL (report->no_text_pages->len, 1);
  CU_ASSERT_EQUAL (g_array_index (report->no_text_pages, guint, 0), 2);
}

/* Whether some text of the report holds @text: in cells, titles, notes, sections. */
static gboolean
says (const JueReport *report, const char *text)
{
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    for (guint k = 0; k < form->n_rows * form->n_cols; k++)
      if (form->cells[k].text != NULL && strstr (form->cells[k].text, text) != NULL)
        return TRUE;
    for (guint k = 0; k < form->notes->len; k++)
      if (strstr (g_array_index (form->notes, JueNote, k).text, text) != NULL)
        return TRUE;
    if (g_strcmp0 (form->title.text, text) == 0)
      return TRUE;
  }
  for (guint i = 0; i < report->sections->len; i++) {
    const JueSection *section = &g_array_index (report->sections, JueSection, i);
    if (section->title != NULL && strstr (section->title, text) != NULL)
      return TRUE;
    for (guint k = 0; k < section->paragraphs->len; k++)
      if (strstr (g_array_index (section->paragraphs, JueParagraph, k).text, text) != NULL)
        return TRUE;
  }
  return FALSE;
}

static void
test_nothing_lost (void)
{
  const char *const words[] = { "前言", "收入决算表", "一般公共", "政府采购", "尾声", "其他内容" };
  const char *const pictures[] = { "前言说了一些话。\n\n" INCOME (
                                       "决算", "甲局") "注：本表反映政府采购之外的收入。\n\n\n\n尾声也说了一些话。\n",
                                   "其他内容没有标题。\n", NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    CU_ASSERT_TRUE (says (report, words[i]));
}

/* 单位名称 heads a column here; what stands beside it is no name. */
static void
test_heads_name_nobody (void)
{
  const char *const pictures[] = { "        “三公”经费支出表\n单位：万元\n"
                                   "+----------+------------+------------+\n"
                                   "| 单位名称 | 公务接待费 | 会议费     |\n"
                                   "+----------+------------+------------+\n"
                                   "| 合计     |       1.00 |       2.00 |\n"
                                   "+----------+------------+------------+\n",
                                   NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  CU_ASSERT_EQUAL (report->forms->len, 1);
  CU_ASSERT_PTR_NULL (report->organisation);
}

static void
test_title_above_text (void)
{
  const char *const pictures[] = {
    "2023年度甲乙服务局部门决算\n\n第一部分 概况\n一、主要职责\n"
    "负责全县有关工作的统筹协调、政策研究、组织实施和监督检查，承办上级交办的其他事项，完成年度任务。\n"
    "二、机构设置\n"
    "内设办公室等机构，下属单位若干，人员编制按照有关规定执行，经费由财政部门核拨，统一编报年度部门决算。\n",
    NULL
  };
  g_autoptr (JueReport) report = draw_report (pictures);
  CU_ASSERT_STRING_EQUAL (report->title, "2023年度甲乙服务局部门决算");
  CU_ASSERT_STRING_EQUAL (report->organisation, "甲乙服务局");
  CU_ASSERT_EQUAL (report->year, 2023);
  CU_ASSERT_EQUAL (report->kind, JUE_KIND_FINAL);
}

static void
test_empty (void)
{
  const char *const pictures[] = { "", NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  CU_ASSERT_EQUAL (report->forms->len, 0);
  CU_ASSERT_EQUAL (report->kind, JUE_KIND_UNKNOWN);
  CU_ASSERT_EQUAL (report->year, 0);
  CU_ASSERT_PTR_NULL (report->organisation);
}

static const JueTest tests[] = {
  { "most forms decide", test_from_forms },
  { "labels and heads decide where titles are silent", test_kind_without_titles },
  { "the source is told", test_source },
  { "nothing is lost", test_nothing_lost },
  { "heads of columns name no organisation", test_heads_name_nobody },
  { "a title above the text ends where the text begins", test_title_above_text },
  { "an empty document says nothing", test_empty },
  { NULL, NULL },
};

int
main (void)
{
  int status = jue_test_main ("document", tests);
  draw_clear ();
  return status;
}
