#include "normalize/target.h"

#include <string.h>

#include "tests/cunit-main.h"

#define CASES JUE_SOURCE_DIR "/tests/data/targets.txt"

static void
check_text (const JueCatalogue *catalogue, const char *text)
{
  g_auto (JueTarget) target = { "x", NULL, NULL };
  gboolean split = jue_target_split (catalogue, text, &target);
  if (split)
    fprintf (stderr, "\n%s: %s %s %s\n", text, target.op, target.amount, target.unit);
  CU_ASSERT_FALSE (split);
  CU_ASSERT_PTR_NULL (target.op);
  CU_ASSERT_PTR_NULL (target.amount);
  CU_ASSERT_PTR_NULL (target.unit);
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "-";
}

static void
check_split (const JueCatalogue *catalogue, char **parts)
{
  g_auto (JueTarget) target = { NULL, NULL, NULL };
  gboolean split = jue_target_split (catalogue, parts[0], &target);
  g_autofree char *got = g_strdup_printf ("%s|%s|%s", or_dash (target.op), or_dash (target.amount), or_dash (target.unit));
  g_autofree char *expected = g_strdup_printf ("%s|%s|%s", parts[1], parts[2], parts[3]);
  if (strcmp (got, expected) != 0)
    fprintf (stderr, "\n%s: %s instead of %s\n", parts[0], got, expected);
  CU_ASSERT_TRUE (split);
  CU_ASSERT_STRING_EQUAL (got, expected);
}

static void
test_cases (void)
{
  g_autofree char *content = NULL;
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  guint n = 0;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (CASES, &content, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    if (**line == '#' || **line == '\0')
      continue;
    n++;
    if (**line == '!') {
      check_text (catalogue, g_strstrip (*line + 1));
      continue;
    }
    g_auto (GStrv) parts = g_strsplit (*line, "|", -1);
    CU_ASSERT_EQUAL_FATAL (g_strv_length (parts), 4);
    for (guint i = 0; i < 4; i++)
      g_strstrip (parts[i]);
    check_split (catalogue, parts);
  }
  CU_ASSERT_TRUE (n > 60);
}

static void
test_nothing (void)
{
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  g_autofree char *endless = g_strnfill (1000, '9');
  check_text (catalogue, NULL);
  check_text (catalogue, endless);
}

static void
test_operators (void)
{
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  CU_ASSERT_STRING_EQUAL (jue_target_operator (catalogue, ">="), "≥");
  CU_ASSERT_STRING_EQUAL (jue_target_operator (catalogue, " ＝ "), "=");
  CU_ASSERT_STRING_EQUAL (jue_target_operator (catalogue, "大于等于"), "≥");
  CU_ASSERT_PTR_NULL (jue_target_operator (catalogue, "定性"));
  CU_ASSERT_PTR_NULL (jue_target_operator (catalogue, ">=5"));
  CU_ASSERT_PTR_NULL (jue_target_operator (catalogue, ""));
}

int
main (void)
{
  static const JueTest tests[] = {
    { "targets are split or stay text", test_cases },
    { "nothing and too much are no target", test_nothing },
    { "an operator alone is told", test_operators },
    { NULL, NULL },
  };
  return jue_test_main ("target", tests);
}
