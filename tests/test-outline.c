#include "normalize/outline.h"

#include <libxml/parser.h>

#include "normalize/outline-contents.h"
#include "normalize/outline-label.h"
#include "normalize/report.h"
#include "normalize/terms.h"
#include "tests/block-make.h"
#include "tests/cunit-main.h"

static JueCatalogue *catalogue;

static void
check (const char *got, const char *want, const char *of)
{
  gboolean same = g_strcmp0 (got, want) == 0;
  CU_ASSERT_TRUE (same);
  if (!same)
    g_printerr ("\n    %s: '%s' instead of '%s'\n", of, got, want);
}

/* ---- numbering ---- */

static void
test_labels (void)
{
  static const struct {
    const char *text;
    JueLabel label;
    guint number;
    const char *title;
  } cases[] = {
    { "第一部分部门概况", JUE_LABEL_PART, 1, "部门概况" },
    { "第 二 部分：情况说明", JUE_LABEL_PART, 2, "情况说明" },
    { "附件1", JUE_LABEL_ATTACHMENT, 1, "" },
    { "附件12自评报告", JUE_LABEL_ATTACHMENT, 12, "自评报告" },
    { "一、主要职责", JUE_LABEL_CHAPTER, 1, "主要职责" },
    { "十 二 、其他", JUE_LABEL_CHAPTER, 12, "其他" },
    { "二十.其他", JUE_LABEL_CHAPTER, 20, "其他" },
    { "（三）总体情况", JUE_LABEL_SECTION, 3, "总体情况" },
    { "(四)、基本支出", JUE_LABEL_SECTION, 4, "基本支出" },
    { "1.因公出国", JUE_LABEL_ITEM, 1, "因公出国" },
    { "１２．其他", JUE_LABEL_ITEM, 12, "其他" },
    { "（5）行政运行", JUE_LABEL_SUBITEM, 5, "行政运行" },
    { "一般公共预算", JUE_LABEL_NONE, 0, NULL },
    { "一是聚焦", JUE_LABEL_NONE, 0, NULL },
    { "1.5万元", JUE_LABEL_NONE, 0, NULL },
    { "2024.其他", JUE_LABEL_NONE, 0, NULL },
    { "第一条", JUE_LABEL_NONE, 0, NULL },
    { "附件见后", JUE_LABEL_NONE, 0, NULL },
    { "", JUE_LABEL_NONE, 0, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    JueLabelInfo info = { 0, 0, 0 };
    CU_ASSERT_EQUAL (jue_outline_label (cases[i].text, &info), cases[i].label);
    CU_ASSERT_EQUAL (info.number, cases[i].number);
    if (cases[i].title != NULL)
      check (cases[i].text + info.title, cases[i].title, cases[i].text);
  }
}

/* ---- titles ---- */

static void
test_sections (void)
{
  g_auto (GStrv) cases = block_make_cases ("sections.txt");
  CU_ASSERT_PTR_NOT_NULL_FATAL (cases);
  CU_ASSERT (g_strv_length (cases) > 30);
  for (guint i = 0; cases[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (cases[i], " | ", 3);
    guint level = 0;
    const char *id = jue_prose_section (jue_catalogue_prose (catalogue), fields[2], NULL, &level);
    check (id != NULL ? id : "-", fields[0], fields[2]);
    CU_ASSERT_EQUAL (level, (guint)g_ascii_strtoull (fields[1], NULL, 10));
  }
}

/* ---- outlines ---- */

static GPtrArray *
make_blocks (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_make_free);
  g_auto (GStrv) parts = g_strsplit (text, " / ", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    g_auto (GStrv) halves = g_strsplit (parts[i], "@", 2);
    g_ptr_array_add (blocks, block_make (halves[0], halves[1] != NULL ? halves[1] : "i"));
  }
  return blocks;
}

static char *
outline_text (const JueOutline *outline, const GPtrArray *blocks)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < outline->headings->len; i++) {
    const JueHeading *h = &g_array_index (outline->headings, JueHeading, i);
    const JueBlock *block = g_ptr_array_index (blocks, h->block);
    g_autofree char *title = g_strndup (block->text + h->title, h->title_end - h->title);
    g_string_append_printf (out, "%s%u %s", i > 0 ? " / " : "", h->level, *title != '\0' ? title : "-");
  }
  return g_string_free (out, FALSE);
}

static void
test_outlines (void)
{
  g_auto (GStrv) cases = block_make_cases ("outlines.txt");
  CU_ASSERT_PTR_NOT_NULL_FATAL (cases);
  CU_ASSERT (g_strv_length (cases) > 10);
  for (guint i = 0; cases[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (cases[i], " | ", 2);
    g_autoptr (GPtrArray) blocks = make_blocks (fields[0]);
    JueOutline *outline = jue_outline_new (catalogue, blocks);
    g_autofree char *got = outline_text (outline, blocks);
    check (got, fields[1], fields[0]);
    jue_outline_free (outline);
  }
}

static void
test_ids_by_place (void)
{
  static const char *const ids[] = { "general-budget-expenditure",
                                     "general-budget-expenditure-overview",
                                     "three-public",
                                     "three-public-overview",
                                     "expenditure",
                                     NULL };
  g_autoptr (GPtrArray) blocks =
      make_blocks ("五、一般公共预算财政拨款支出决算情况说明 / （一）总体情况 / 财政拨款支出占本年支出合计的一半。 / "
                   "六、“三公”经费决算情况说明 / "
                   "（一）总体情况 / 没有安排。 / 七、支出决算情况说明 / （一）总体情况 / 没有变化。");
  JueOutline *outline = jue_outline_new (catalogue, blocks);
  CU_ASSERT_EQUAL_FATAL (outline->headings->len, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    CU_ASSERT_EQUAL (g_strcmp0 (g_array_index (outline->headings, JueHeading, i).id, ids[i]), 0);
  jue_outline_free (outline);
}

static void
test_contents (void)
{
  guint from, to;
  g_autoptr (GPtrArray) blocks =
      make_blocks ("某局@cL / 目录@c / 第一部分 概况 / 第二部分 说明 / 第一部分 概况@cL / 正文在此，没有目录。");
  CU_ASSERT_TRUE (jue_contents_find (jue_catalogue_prose (catalogue), blocks, &from, &to));
  CU_ASSERT_EQUAL (from, 1);
  CU_ASSERT_EQUAL (to, 4);
  g_autoptr (GPtrArray) none = make_blocks ("一、主要职责 / 正文在此，没有目录。");
  CU_ASSERT_FALSE (jue_contents_find (jue_catalogue_prose (catalogue), none, &from, &to));
  CU_ASSERT_EQUAL (to, 0);
}

static void
test_contents_of_odd_shape (void)
{
  guint from, to;
  g_autofree char *dots = g_strnfill (80, '.');
  g_autofree char *text =
      g_strdup_printf ("2023年度某局部门决算目录@c / 第一部分 概况%s1 / 第二部分 说明%s2 / 第三部分 附表%s3 / "
                       "第一部分 概况@cL / 正文在此。",
                       dots, dots, dots);
  g_autoptr (GPtrArray) blocks = make_blocks (text);
  CU_ASSERT_TRUE (jue_contents_find (jue_catalogue_prose (catalogue), blocks, &from, &to));
  CU_ASSERT_EQUAL (from, 0);
  CU_ASSERT_EQUAL (to, 4);
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks ("");
  g_ptr_array_set_size (blocks, 0);
  JueOutline *outline = jue_outline_new (catalogue, blocks);
  CU_ASSERT_EQUAL (outline->headings->len, 0);
  jue_outline_free (outline);
}

/* ---- paragraphs ---- */

typedef struct {
  const char *text;
  gint32 x0, y0, x1;
} Line;

/* Blocks of lines on one page, joined with / . */
static char *
join_lines (const Line *lines, guint n)
{
  JueSheet sheet = { .page = 1, .width = 60000, .height = 80000 };
  g_autofree JueTextLine *printed = g_new0 (JueTextLine, n);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (JueSpot));
  GString *out = g_string_new (NULL);
  sheet.grids = g_ptr_array_new ();
  for (guint i = 0; i < n; i++) {
    printed[i].text = lines[i].text;
    printed[i].size = 1400;
    printed[i].box = printed[i].ink = (JueBox){ lines[i].x0, lines[i].y0, lines[i].x1, lines[i].y0 + 1400 };
    JueSpot spot = { &sheet, &printed[i] };
    g_array_append_val (spots, spot);
  }
  g_autoptr (GPtrArray) blocks = jue_blocks_new (spots);
  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " / " : "", ((const JueBlock *)g_ptr_array_index (blocks, i))->text);
  g_ptr_array_unref (sheet.grids);
  return g_string_free (out, FALSE);
}

static void
test_paragraphs (void)
{
  static const Line lines[] = {
    { "一、主要职责", 9600, 5000, 20000 },           { "负责全市的统筹协调、政策研究，", 9600, 8000, 52000 },
    { "指导有关工作，支出 12", 6800, 11000, 52000 }, { "万元。", 6800, 14000, 11000 },
    { "完成其他任务。", 9600, 17000, 20000 },
  };
  g_autofree char *got = join_lines (lines, G_N_ELEMENTS (lines));
  check (got, "一、主要职责 / 负责全市的统筹协调、政策研究，指导有关工作，支出12万元。 / 完成其他任务。", "paragraphs");
}

static void
test_wrapped_title (void)
{
  static const Line lines[] = {
    { "第三部分某市财政局2024年度部门决算情况", 12000, 5000, 48000 },
    { "说明", 28600, 8000, 31400 },
    { "一、收入支出决算情况", 9600, 11000, 30000 },
    { "收入总计一万元，与上年相比没有变化，原因是没有", 6800, 14000, 52000 },
    { "变化。", 6800, 17000, 11000 },
  };
  g_autofree char *got = join_lines (lines, G_N_ELEMENTS (lines));
  CU_ASSERT_TRUE (g_str_has_prefix (got, "第三部分某市财政局2024年度部门决算情况说明 / 一、收入支出决算情况 / "));
}

/* ---- terms ---- */

static void
test_terms (void)
{
  g_auto (GStrv) cases = block_make_cases ("terms.txt");
  CU_ASSERT_PTR_NOT_NULL_FATAL (cases);
  for (guint i = 0; cases[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (cases[i], " | ", 3);
    g_auto (GStrv) terms = g_strsplit (fields[1], " || ", -1);
    g_auto (GStrv) definitions = g_strsplit (fields[2], " || ", -1);
    JueSource source = { .name = (char *)"a.pdf" };
    g_autoptr (JueReport) report = jue_report_new (&source);
    JueSection *section = jue_report_add_section (report);
    section->level = 1;
    section->id = "terms";
    JueParagraph paragraph = { jue_report_string (report, fields[0]), { 3, { 1, 1, 2, 2 } } };
    g_array_append_val (section->paragraphs, paragraph);
    jue_terms_read (report, jue_catalogue_prose (catalogue));
    CU_ASSERT_EQUAL (report->terms->len, g_strv_length (terms));
    for (guint k = 0; k < report->terms->len && terms[k] != NULL; k++) {
      const JueTerm *term = &g_array_index (report->terms, JueTerm, k);
      check (term->term, terms[k], fields[0]);
      check (term->definition, definitions[k], fields[0]);
      CU_ASSERT_EQUAL (term->page, 3);
    }
  }
}

static const JueTest tests[] = {
  { "labels are told from words and numbers", test_labels },
  { "titles lead to known sections", test_sections },
  { "headings are told from lists and sentences", test_outlines },
  { "a title may mean a section only below another one", test_ids_by_place },
  { "contents end where they are repeated", test_contents },
  { "contents begin behind a title that runs into their name, and leaders make no entry too long",
    test_contents_of_odd_shape },
  { "no text has no outline", test_empty },
  { "lines join to paragraphs", test_paragraphs },
  { "a title on two lines is one", test_wrapped_title },
  { "terms have definitions", test_terms },
  { NULL, NULL },
};

int
main (void)
{
  catalogue = jue_catalogue_load (NULL, NULL);
  int status = catalogue != NULL ? jue_test_main ("outline", tests) : 1;
  jue_catalogue_free (catalogue);
  xmlCleanupParser ();
  return status;
}
