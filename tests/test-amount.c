#include "normalize/amount.h"

#include <string.h>

#include "tests/cunit-main.h"

/* Turns the escapes of the cases file into characters. */
static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++) {
    if (*p != '\\') {
      g_string_append_c (out, *p);
      continue;
    }
    p++;
    if (*p == 's')
      g_string_append_c (out, ' ');
    else if (*p == 't')
      g_string_append_c (out, '\t');
    else if (*p == 'n')
      g_string_append_c (out, '\n');
    else if (strncmp (p, "x0", 2) == 0 && !g_ascii_isxdigit (p[2])) {
      g_string_append_c (out, '\xe4');
      p++;
    } else {
      char digits[5] = { 0 };
      strncpy (digits, p + 1, 4);
      g_string_append_unichar (out, (gunichar)g_ascii_strtoull (digits, NULL, 16));
      p += 4;
    }
  }
  return g_string_free (out, FALSE);
}

static void
check_case (const char *line, guint number)
{
  g_auto (GStrv) fields = g_strsplit (line, "|", 4);
  g_assert (g_strv_length (fields) == 4);
  g_autofree char *text = unescape (fields[0]);
  JueState expected = JUE_STATE_EMPTY;
  g_assert (jue_state_from_name (fields[1], &expected));
  JueAmount amount = { -77, 7 };
  gboolean percent = 77;
  JueState state = jue_amount_parse (text, &amount, &percent);
  g_autofree char *printed = jue_amount_to_string (amount);
  gboolean right = state == expected;
  if (right && state == JUE_STATE_VALUE)
    right = strcmp (printed, fields[2]) == 0 && percent == (strcmp (fields[3], "%") == 0);
  else if (right)
    right = amount.mantissa == -77 && amount.scale == 7 && percent == 77;
  if (!right)
    g_printerr ("amounts.txt:%u: %s: got %s %s\n", number, line, jue_state_name (state), printed);
  CU_ASSERT (right);
}

static void
test_cases (void)
{
  g_autofree char *text = NULL;
  g_assert (g_file_get_contents (JUE_SOURCE_DIR "/tests/data/amounts.txt", &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && !g_str_has_prefix (lines[i], "# ")) {
      check_case (lines[i], i + 1);
      n++;
    }
  CU_ASSERT (n > 100);
}

static void
test_null (void)
{
  JueAmount amount;
  CU_ASSERT_EQUAL (jue_amount_parse (NULL, &amount, NULL), JUE_STATE_EMPTY);
  CU_ASSERT_EQUAL (jue_amount_parse ("12.5%", &amount, NULL), JUE_STATE_VALUE);
  CU_ASSERT_EQUAL (amount.mantissa, 125);
  CU_ASSERT_EQUAL (amount.scale, 1);
}

static void
check_times (gint64 mantissa, guint8 scale, gint64 factor, const char *expected)
{
  JueAmount product = { 5, 0 };
  gboolean fits = jue_amount_times ((JueAmount){ mantissa, scale }, factor, &product);
  g_autofree char *printed = jue_amount_to_string (product);
  CU_ASSERT_EQUAL (fits, expected != NULL);
  CU_ASSERT_STRING_EQUAL (printed, expected != NULL ? expected : "5");
}

static void
test_times (void)
{
  check_times (9942, 2, 10000, "994200.00");
  check_times (-5, 2, 10000, "-500.00");
  check_times (9942, 2, 1, "99.42");
  check_times (0, 2, 100000000, "0.00");
  check_times (1, 0, 100000000, "100000000");
}

static void
test_times_overflow (void)
{
  check_times (G_MAXINT64, 0, 10000, NULL);
  check_times (-G_MAXINT64, 0, 1000, NULL);
  check_times (G_MININT64, 0, 10, NULL);
  check_times (G_MAXINT64, 2, 1000, NULL);
}

static void
test_times_drops_decimals (void)
{
  check_times (G_MAXINT64, 4, 10000, "9223372036854775807");
  check_times (G_MAXINT64, 4, 100, "92233720368547758.07");
}

static void
check_string (gint64 mantissa, guint8 scale, const char *expected)
{
  g_autofree char *printed = jue_amount_to_string ((JueAmount){ mantissa, scale });
  CU_ASSERT_STRING_EQUAL (printed, expected);
}

static void
test_string (void)
{
  check_string (0, 0, "0");
  check_string (0, 2, "0.00");
  check_string (5, 2, "0.05");
  check_string (-5, 2, "-0.05");
  check_string (-123, 2, "-1.23");
  check_string (1, 12, "0.000000000001");
  check_string (G_MAXINT64, 12, "9223372.036854775807");
  check_string (G_MININT64, 0, "-9223372036854775808");
}

static void
check_compare (gint64 am, guint8 as, gint64 bm, guint8 bs, gint expected)
{
  JueAmount a = { am, as }, b = { bm, bs };
  CU_ASSERT_EQUAL (jue_amount_compare (a, b), expected);
  CU_ASSERT_EQUAL (jue_amount_compare (b, a), -expected);
}

static void
test_compare (void)
{
  check_compare (10, 1, 1, 0, 0);
  check_compare (0, 2, 0, 12, 0);
  check_compare (-5, 1, 5, 1, -1);
  check_compare (-15, 1, -5, 1, -1);
  check_compare (-15, 1, -1, 0, -1);
  check_compare (101, 2, 1, 0, 1);
  check_compare (G_MAXINT64, 0, G_MAXINT64, 12, 1);
  check_compare (G_MININT64, 0, G_MAXINT64, 0, -1);
  check_compare (999999999999, 12, 1, 0, -1);
}

static void
test_state_names (void)
{
  for (guint i = JUE_STATE_EMPTY; i <= JUE_STATE_UNREADABLE; i++) {
    JueState state = JUE_STATE_EMPTY;
    CU_ASSERT (jue_state_from_name (jue_state_name ((JueState)i), &state));
    CU_ASSERT_EQUAL (state, i);
  }
  JueState state = JUE_STATE_DASH;
  CU_ASSERT_FALSE (jue_state_from_name ("nothing", &state));
  CU_ASSERT_FALSE (jue_state_from_name (NULL, &state));
  CU_ASSERT_EQUAL (state, JUE_STATE_DASH);
}

static const JueTest tests[] = {
  { "each case of amounts.txt is read as it says", test_cases },
  { "no text is empty and percent may be left out", test_null },
  { "times keeps the decimals", test_times },
  { "times refuses what does not fit", test_times_overflow },
  { "times gives up decimals rather than the product", test_times_drops_decimals },
  { "amounts print with exactly their decimals", test_string },
  { "compare goes by value over the whole range", test_compare },
  { "state names lead back to their states", test_state_names },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("amount", tests);
}
