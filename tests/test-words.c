/* Lists of words: what they find, and what they leave. */
#include "normalize/words.h"

#include <string.h>

#include "tests/cunit-main.h"

static JueCatalogue *catalogue;

/* What is found is put in brackets: 预[算表]. */
static void
check (JueWords words, const char *text, const char *expected)
{
  guint start = 0, end = 0;
  g_autoptr (GString) marked = g_string_new (text);
  if (jue_words_find (catalogue, words, text, &start, &end)) {
    g_string_insert (marked, end, "]");
    g_string_insert (marked, start, "[");
  }
  CU_ASSERT_STRING_EQUAL (marked->str, expected);
}

static void
test_heads (void)
{
  check (JUE_WORDS_PERCENT_HEAD, "占比（％）", "占比（[％]）");
  check (JUE_WORDS_PERCENT_HEAD, "执行率", "执行[率]");
  check (JUE_WORDS_PERCENT_HEAD, "率先完成", "率先完成");
  check (JUE_WORDS_COUNT_HEAD, "公务用车（辆）", "公务用车[（辆]）");
  check (JUE_WORDS_COUNT_HEAD, "车辆", "车辆");
  check (JUE_WORDS_COUNT_HEAD, "大型设备（台、套）", "大型设备[（台]、套）");
  check (JUE_WORDS_TEXT_HEAD, "政府经济科目编码", "政府经济科目[编码]");
  check (JUE_WORDS_TEXT_HEAD, "联系电话（手机）", "联系[电话（手机）]");
  check (JUE_WORDS_TEXT_HEAD, "编码数量", "编码数量");
}

static void
test_titles (void)
{
  check (JUE_WORDS_BUDGET_HEAD, "2024年预算数", "2024年[预算数]");
  check (JUE_WORDS_BUDGET_HEAD, "2019年预算", "2019[年预算]");
  check (JUE_WORDS_BUDGET_HEAD, "一般公共预算", "一般公共预算");
  check (JUE_WORDS_CONTINUED, "续表", "[续表]");
  check (JUE_WORDS_CONTINUED, "(接上页)", "[(接上页)]");
  check (JUE_WORDS_CONTINUED, "收入决算表(续二)", "收入决算表[(续二)]");
  check (JUE_WORDS_CONTINUED, "延续项目收支表", "延续项目收支表");
  check (JUE_WORDS_BUDGET_FORM, "收入预算总表(1)", "收入[预算总表](1)");
  check (JUE_WORDS_BUDGET_FORM, "政府性基金预算支出表", "政府性基金预算支出表");
  check (JUE_WORDS_TABLE, "《收入表》", "《收入[表》]");
  check (JUE_WORDS_TABLE, "自评表(2024年度)", "自评[表(2024年度)]");
  check (JUE_WORDS_TABLE, "表明", "表明");
  check (JUE_WORDS_TABLE, "报表(一表说明)", "报表(一表说明)");
  check (JUE_WORDS_APART, "预算绩效情况", "预算[绩效]情况");
}

static void
test_labels (void)
{
  check (JUE_WORDS_SEAL, "单位盖章", "[单位盖章]");
  check (JUE_WORDS_SEAL, "负责人", "负责人");
  check (JUE_WORDS_TICK, "√", "[√]");
  check (JUE_WORDS_TICK, "是否", "是否");
  check (JUE_WORDS_CAUSES, "偏差原因：无", "[偏差原因：]无");
  check (JUE_WORDS_CAUSES, "无偏差原因：", "无偏差原因：");
}

static void
test_measures (void)
{
  check (JUE_WORDS_MEASURES, "无。改进措施:加强", "无。[改进措施:]加强");
  check (JUE_WORDS_MEASURES, "整改措施：甲；改进措施：乙", "整改措施：甲；[改进措施：]乙");
  check (JUE_WORDS_MEASURES, "整改措施：甲", "[整改措施：]甲");
  check (JUE_WORDS_MEASURES, "没有改进措施", "没有改进措施");
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (20000, 'x');
  memcpy (text, "%", 1);
  CU_ASSERT_FALSE (jue_words_find (catalogue, JUE_WORDS_PERCENT_HEAD, text, NULL, NULL));
  text[10000] = '\0';
  CU_ASSERT_TRUE (jue_words_find (catalogue, JUE_WORDS_PERCENT_HEAD, text, NULL, NULL));
}

static const JueTest tests[] = {
  { "heads tell percentages and numbers from amounts", test_heads },
  { "titles tell budgets, tables and what stands apart", test_titles },
  { "seals, ticks and labels fit the whole word", test_labels },
  { "measures begin behind their label", test_measures },
  { "a text that is too long holds no words", test_long_text },
  { NULL, NULL },
};

int
main (void)
{
  catalogue = jue_catalogue_load (NULL, NULL);
  int status = catalogue != NULL ? jue_test_main ("words", tests) : 1;
  jue_catalogue_free (catalogue);
  return status;
}
