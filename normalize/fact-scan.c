/* Figures in a text: a number, perhaps 余 or 多, and a unit
 *
 *     收入总计 1,803.18 万元 · 减少 16.99% · 预决算差异率-23.57% · 600余部 · 0台(套)
 *
 * None: a number within a word (H7N9), a year or a date (no unit), the mark of an account (01项).
 */
#include "normalize/fact-scan.h"

#include "normalize/fact-account.h"

#include <string.h>

static gboolean
is_digit (const char *s)
{
  return g_ascii_isdigit (*s);
}

/* Bytes of the number at @s: digits, thousands separators, one point. */
static guint
number_length (const char *s)
{
  guint n = 0;
  gboolean point = FALSE;
  for (;; n++) {
    if (is_digit (s + n))
      continue;
    if (s[n] == ',' && is_digit (s + n + 1) && is_digit (s + n + 2) && is_digit (s + n + 3) && !is_digit (s + n + 4)
        && !point)
      continue;
    if (s[n] == '.' && is_digit (s + n + 1) && !point) {
      point = TRUE;
      continue;
    }
    return n;
  }
}

/* Bytes of 余, 多, 几 between number and unit: part of the numeral, as the digits are. */
static guint
vague_length (const char *s)
{
  static const char *const words[] = { "余", "多", "几" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (s, words[i]))
      return (guint)strlen (words[i]);
  return 0;
}

/* Whether the number at @at stands free, not within a word. */
static gboolean
is_free (const char *text, guint at)
{
  return at == 0 || !(g_ascii_isalnum (text[at - 1]) || text[at - 1] == '.' || text[at - 1] == '_');
}

/* An ordinal (第3个), or the second number of a range (2-3次, 2至3次): a figure, but no value. */
static gboolean
is_no_value (const char *text, guint at)
{
  static const char *const marks[] = { "-", "~", "—", "至" };
  if (at >= 3 && strncmp (text + at - 3, "第", 3) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    gsize n = strlen (marks[i]);
    if (at > n && strncmp (text + at - n, marks[i], n) == 0
        && (is_digit (text + at - n - 1) || text[at - n - 1] == '%'))
      return TRUE;
  }
  return FALSE;
}

/* Where a minus in front of the number begins. A dash behind a digit or a letter is none. */
static guint
sign_start (const char *text, guint at)
{
  if (at == 0 || text[at - 1] != '-'
      || (at > 1 && (g_ascii_isalnum (text[at - 2]) || text[at - 2] == ')' || text[at - 2] == '-')))
    return at;
  return at - 1;
}

/* Bytes of the number at @at and what follows it in its bracket, if that is the mark of an account: (01项); else 0. */
static guint
mark_length (const char *text, guint at)
{
  guint length = 0;
  g_autofree char *code = NULL;
  if (at == 0 || jue_account_mark (text + at - 1, &length, &code) < 0)
    return 0;
  return length - 1;
}

GArray *
jue_figures_scan (JueProse *prose, const char *text)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (JueFigureSpot));
  for (guint i = 0; text[i] != '\0';) {
    if (!is_digit (text + i)) {
      i++;
      continue;
    }
    guint n = number_length (text + i), mark = mark_length (text, i);
    if (mark > 0) {
      i += mark;
      continue;
    }
    guint unit_start = i + n + vague_length (text + i + n);
    const JueKnownUnit *unit = is_free (text, i) ? jue_prose_unit (prose, text + unit_start) : NULL;
    if (unit != NULL) {
      JueFigureSpot spot = {
        sign_start (text, i), i + n, unit_start, unit_start + (guint)strlen (unit->name), unit, FALSE
      };
      char behind[64];
      g_strlcpy (behind, text + spot.unit_end, sizeof behind);
      g_autofree char *valid = g_utf8_make_valid (behind, -1);
      spot.in_name = is_no_value (text, i) || jue_prose_find (prose, JUE_WORDS_THRESHOLD, valid, NULL, NULL);
      g_array_append_val (spots, spot);
      i = spot.unit_end;
    } else {
      i += n;
    }
  }
  return spots;
}
