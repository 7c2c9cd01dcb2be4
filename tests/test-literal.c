#include "normalize/catalogue-literal.h"

#include <string.h>

#include "tests/cunit-main.h"

/* Whether @text is let through. */
static gboolean
allows (const char *pattern, const char *text)
{
  JueLiterals *literals = jue_literals_new (pattern);
  gboolean allowed = jue_literals_allow (literals, text);
  jue_literals_free (literals);
  return allowed;
}

static void
test_runs (void)
{
  CU_ASSERT_TRUE (allows ("收入总表$", "某局收入总表"));
  CU_ASSERT_FALSE (allows ("收入总表$", "某局支出总表"));
  CU_ASSERT_FALSE (allows ("^收入\\d+支出合计", "收入支出"));
  CU_ASSERT_TRUE (allows ("^收\\(入\\)", "收(入)"));
  CU_ASSERT_FALSE (allows ("^收\\(入\\)", "收入"));
}

static void
test_optional_is_left_out (void)
{
  CU_ASSERT_TRUE (allows ("收入、?支出", "收入支出"));
  CU_ASSERT_TRUE (allows ("ab*c+d{0,2}e", "ace"));
  CU_ASSERT_FALSE (allows ("ab*c+d{0,2}e", "x"));
  CU_ASSERT_TRUE (allows ("总*表", "表"));
  CU_ASSERT_TRUE (allows ("总{2}表", "总总表"));
  CU_ASSERT_FALSE (allows ("总{2}表", "表"));
}

static void
test_branches (void)
{
  CU_ASSERT_TRUE (allows ("收入|支出", "支出"));
  CU_ASSERT_FALSE (allows ("收入|支出", "收支"));
  CU_ASSERT_TRUE (allows ("(?:收入|支出)决算?", "支出"));
  CU_ASSERT_TRUE (allows ("(?:收入|\\d+)", "7"));
  CU_ASSERT_TRUE (allows ("收入|", ""));
  CU_ASSERT_TRUE (allows ("(?:收入|支出)?", ""));
  CU_ASSERT_TRUE (allows ("(?'name'收入|支出)", "收入"));
  CU_ASSERT_TRUE (allows ("(?<name>收入|支出)", "支出"));
  CU_ASSERT_FALSE (allows ("(?P<name>收入|支出)", "收"));
}

static void
test_what_is_no_text_gives_nothing (void)
{
  CU_ASSERT_TRUE (allows ("[收]", "入"));
  CU_ASSERT_TRUE (allows ("[^]收]", "x"));
  CU_ASSERT_TRUE (allows ("(?!收入)\\d", "1"));
  CU_ASSERT_TRUE (allows ("(?<=收入)\\d|(?<!支出)\\s", "1"));
  CU_ASSERT_TRUE (allows ("(?i:table)", "TABLE"));
  CU_ASSERT_FALSE (allows ("(?i:table)收入", "TABLE"));
  CU_ASSERT_TRUE (allows ("\\p{Han}\\d{2}.", "一12三"));
  CU_ASSERT_FALSE (allows ("\\pN入", "收"));
}

static void
test_unknown_syntax_allows_all (void)
{
  static const char *const unknown[] = { "(?i)table", "(*UTF8)a",     "\\Qa.b\\E", "(a)\\1",
                                         "\\x41",     "[[:alpha:]]a", "(?|a|b)c",  "a)" };
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    CU_ASSERT_TRUE (allows (unknown[i], ""));
}

static void
test_deep_nesting_allows_all (void)
{
  GString *pattern = g_string_new ("收入");
  for (guint i = 0; i < 10000; i++) {
    g_string_prepend (pattern, "(?:");
    g_string_append (pattern, ")");
  }
  CU_ASSERT_TRUE (allows (pattern->str, ""));
  g_string_free (pattern, TRUE);
}

/* ---- the same answer as without ---- */

static const char *const atoms[] = { "收", "入",          "a",      "b?",      "收入*",  "入+",    "[收a]", "\\d",
                                     ".",  "(?:收|入)",   "(?:a|)", "(收入)?", "(?=a)",  "(?!收)", "^",     "$",
                                     "|",  "(?:收入|支)", "支{2}",  "支{0,1}", "(?i:A)", "\\." };
static const char *const letters[] = { "收", "入", "支", "a", "b", "A", "1", "." };

static char *
draw (GRand *random, const char *const *pieces, guint n, guint most)
{
  GString *text = g_string_new (NULL);
  for (guint i = (guint)g_rand_int_range (random, 0, (gint32)most + 1); i > 0; i--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, (gint32)n)]);
  return g_string_free (text, FALSE);
}

static void
test_nothing_that_matches_is_refused (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint matches = 0, refused = 0;
  for (guint i = 0; i < 3000; i++) {
    g_autofree char *pattern = draw (random, atoms, G_N_ELEMENTS (atoms), 6);
    g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
    JueLiterals *literals = jue_literals_new (pattern);
    for (guint j = 0; regex != NULL && j < 20; j++) {
      g_autofree char *text = draw (random, letters, G_N_ELEMENTS (letters), 8);
      gboolean found = g_regex_match (regex, text, 0, NULL), allowed = jue_literals_allow (literals, text);
      CU_ASSERT_TRUE (!found || allowed);
      matches += found ? 1 : 0;
      refused += allowed ? 0 : 1;
    }
    jue_literals_free (literals);
  }
  CU_ASSERT_TRUE (matches > 1000 && refused > 1000);
}

static const JueTest tests[] = {
  { "runs of plain characters are needed", test_runs },
  { "what may be missing is not needed", test_optional_is_left_out },
  { "one of the branches is needed", test_branches },
  { "classes and looking around give nothing", test_what_is_no_text_gives_nothing },
  { "unknown syntax allows all", test_unknown_syntax_allows_all },
  { "deep nesting allows all", test_deep_nesting_allows_all },
  { "nothing that matches is refused", test_nothing_that_matches_is_refused },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("literal", tests);
}
