#include "normalize/fact.h"

#include <libxml/parser.h>

#include "tests/block-make.h"
#include "tests/cunit-main.h"

static JueCatalogue *catalogue;

/* Longest that hostile text of a given size may take, seconds, on a slow machine under a sanitizer. It is a bound against explosions. */
#define SECONDS_MOST 20

/* What is read from @text, paragraphs of one section parted by " / ". */
static JueReport *
read_text (const char *text)
{
  JueSource source = { .name = (char *)"a.pdf" };
  JueReport *report = jue_report_new (&source);
  g_auto (GStrv) paragraphs = g_strsplit (text, " / ", -1);
  report->year = 2024;
  jue_report_add_section (report);
  JueFactReader *reader = jue_fact_reader_new (report, catalogue);
  for (guint i = 0; paragraphs[i] != NULL; i++) {
    JueBlock *block = block_make (paragraphs[i], "i");
    jue_fact_reader_take (reader, block, 0);
    block_make_free (block);
  }
  jue_fact_reader_finish (reader);
  return report;
}

static gboolean
same (const JueFact *fact, char **fields)
{
  g_autofree char *amount = fact->has_amount ? jue_amount_to_string (fact->amount) : NULL;
  return g_strcmp0 (fact->item != NULL ? fact->item : "-", fields[2]) == 0 && g_strcmp0 (fact->value, fields[3]) == 0
         && g_strcmp0 (fact->unit, fields[4]) == 0 && g_strcmp0 (amount, fields[5]) == 0
         && g_strcmp0 (fact->amount_unit, fields[6]) == 0;
}

static void
test_cases (void)
{
  g_auto (GStrv) cases = block_make_cases ("facts.txt");
  CU_ASSERT_PTR_NOT_NULL_FATAL (cases);
  CU_ASSERT (g_strv_length (cases) > 50);
  for (guint i = 0; cases[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (cases[i], " | ", -1);
    CU_ASSERT_EQUAL_FATAL (g_strv_length (fields), 7);
    g_autoptr (JueReport) report = read_text (fields[0]);
    gboolean found = FALSE;
    for (guint k = 0; k < report->facts->len; k++)
      found |= same (&g_array_index (report->facts, JueFact, k), fields);
    CU_ASSERT_TRUE (found);
    for (guint k = 0; !found && k < report->facts->len; k++) {
      const JueFact *fact = &g_array_index (report->facts, JueFact, k);
      g_printerr ("\n    %s: have %s %s %s\n", fields[0], fact->item, fact->value, fact->unit);
    }
  }
}

static void
test_all_figures (void)
{
  g_autoptr (JueReport) report =
      read_text ("占9%。第3个月召开会议20次，收入总计1万元；H7N9型，2024年12月31日，见〔2024〕19号。");
  CU_ASSERT_EQUAL (report->facts->len, 4);
  const JueFact *first = &g_array_index (report->facts, JueFact, 0);
  CU_ASSERT_STRING_EQUAL (first->item, "收入总计");
  for (guint i = 1; i < report->facts->len; i++)
    CU_ASSERT_PTR_NULL (g_array_index (report->facts, JueFact, i).item);
}

static void
test_repeated (void)
{
  g_autoptr (JueReport) report = read_text (
      "国内公务接待26批次，共计支出2.14万元，包括：考察等接待，共计费用2.14万元。国内公务接待支出2.14万元。");
  CU_ASSERT_EQUAL_FATAL (report->facts->len, 4);
  CU_ASSERT_STRING_EQUAL (g_array_index (report->facts, JueFact, 1).item, "国内公务接待支出");
  CU_ASSERT_STRING_EQUAL (g_array_index (report->facts, JueFact, 2).item, "国内公务接待支出");
  CU_ASSERT_PTR_NULL (g_array_index (report->facts, JueFact, 3).item);
}

static void
test_idle_share (void)
{
  g_autoptr (JueReport) report =
      read_text ("其他收入0万元，占0%；事业收入0万元，占5%；经营收入1万元，占0%；完成预算0%。");
  CU_ASSERT_EQUAL_FATAL (report->facts->len, 7);
  CU_ASSERT_STRING_EQUAL (g_array_index (report->facts, JueFact, 2).item, "事业收入占比");
  CU_ASSERT_STRING_EQUAL (g_array_index (report->facts, JueFact, 4).item, "经营收入占比");
  CU_ASSERT_PTR_NULL (g_array_index (report->facts, JueFact, 6).item);
  g_autoptr (JueReport) computed = read_text ("本年收入9.00万元，其他收入0.00万元，占0.00%。");
  CU_ASSERT_EQUAL_FATAL (computed->facts->len, 3);
  CU_ASSERT_STRING_EQUAL (g_array_index (computed->facts, JueFact, 2).item, "其他收入占比");
  g_autoptr (JueReport) nothing = read_text ("政府采购支出0.00万元，授予中小企业合同金额0.00万元，占0.00%。");
  CU_ASSERT_EQUAL_FATAL (nothing->facts->len, 3);
  CU_ASSERT_PTR_NULL (g_array_index (nothing->facts, JueFact, 2).item);
}

static void
test_account_mark (void)
{
  g_autoptr (JueReport) report = read_text ("公共安全支出（204类）司法（06款）行政运行（01项）1672.67万元。");
  CU_ASSERT_EQUAL_FATAL (report->facts->len, 1);
  CU_ASSERT_STRING_EQUAL (g_array_index (report->facts, JueFact, 0).item, "公共安全支出/2040601行政运行");
}

static void
test_place (void)
{
  JueSource source = { .name = (char *)"a.pdf" };
  g_autoptr (JueReport) report = jue_report_new (&source);
  JueBlock *block = block_make ("收入总计10万元，支出总计20万元。", "i");
  JuePiece second = { (guint)strlen ("收入总计10万元，"), { 2, { 7, 8, 9, 10 } } };
  g_array_append_val (block->pieces, second);
  jue_report_add_section (report);
  JueFactReader *reader = jue_fact_reader_new (report, catalogue);
  jue_fact_reader_take (reader, block, 0);
  jue_fact_reader_finish (reader);
  block_make_free (block);
  CU_ASSERT_EQUAL_FATAL (report->facts->len, 2);
  CU_ASSERT_EQUAL (g_array_index (report->facts, JueFact, 0).prov.page, 1);
  CU_ASSERT_EQUAL (g_array_index (report->facts, JueFact, 1).prov.page, 2);
  CU_ASSERT_EQUAL (g_array_index (report->facts, JueFact, 1).prov.box.x0, 7);
  CU_ASSERT_STRING_EQUAL (g_array_index (report->facts, JueFact, 1).text, "收入总计10万元，支出总计20万元。");
}

static void
test_new_section_forgets (void)
{
  JueSource source = { .name = (char *)"a.pdf" };
  g_autoptr (JueReport) report = jue_report_new (&source);
  JueBlock *a = block_make ("公务接待费10万元。", "i"), *b = block_make ("占20%。", "i");
  jue_report_add_section (report);
  jue_report_add_section (report);
  JueFactReader *reader = jue_fact_reader_new (report, catalogue);
  jue_fact_reader_take (reader, a, 0);
  jue_fact_reader_take (reader, b, 0);
  jue_fact_reader_take (reader, b, 1);
  jue_fact_reader_finish (reader);
  block_make_free (a);
  block_make_free (b);
  CU_ASSERT_EQUAL_FATAL (report->facts->len, 3);
  CU_ASSERT_STRING_EQUAL (g_array_index (report->facts, JueFact, 1).item, "公务接待费占比");
  CU_ASSERT_PTR_NULL (g_array_index (report->facts, JueFact, 2).item);
  CU_ASSERT_EQUAL (g_array_index (report->facts, JueFact, 2).section, 1);
}

/* ---- text that means to be slow ---- */

static char *
repeated (const char *text, guint n)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    "占",
    "占占1%",
    "与上年相比",
    "1万元",
    "(",
    ")",
    "((1万元))",
    "（类）",
    "支出（类）（款）（项）1万元",
    "完成年初预算的",
    "1,",
    "1.",
    "、",
    "的",
    "，",
    "。",
    "项目1：",
    "绩效自评",
    "增加减少1万元",
    "-1%",
    "1111111111",
    "由中小企业供应商",
    "(类)(款)(项)",
    "……",
    "人1人",
    "\xf0\x9f\x98\x80",
    "各均分别共总体同比",
    "其中包括主要",
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *text = repeated (texts[i], 100000 / (guint)strlen (texts[i]));
    gint64 start = g_get_monotonic_time ();
    jue_report_free (read_text (text));
    gint64 seconds = (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
    CU_ASSERT (seconds < SECONDS_MOST);
    if (seconds >= SECONDS_MOST)
      g_printerr ("\n    '%s' took %d s\n", texts[i], (int)seconds);
  }
}

static const JueTest tests[] = {
  { "figures get the name that the words around them give", test_cases },
  { "every figure is kept, those without a name last", test_all_figures },
  { "a figure that its sentence repeats has no name", test_repeated },
  { "a share of nothing that is zero has no name", test_idle_share },
  { "the mark of an account is no figure", test_account_mark },
  { "a figure knows its line and its sentence", test_place },
  { "a new section forgets the subject", test_new_section_forgets },
  { "no text makes it slow", test_hostile },
  { NULL, NULL },
};

int
main (void)
{
  catalogue = jue_catalogue_load (NULL, NULL);
  int status = catalogue != NULL ? jue_test_main ("fact", tests) : 1;
  jue_catalogue_free (catalogue);
  xmlCleanupParser ();
  return status;
}
