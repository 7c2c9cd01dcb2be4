/*
 * Reading amounts exactly.
 *
 * The text is cut into tokens: digits, points, commas, signs, parentheses, percent signs; white space is dropped
 * wherever it stands. What else occurs decides before any number is looked for:
 *
 *   a glyph of unknown meaning (U+FFFD, private use, broken UTF-8)   unreadable
 *   nothing at all                                                   empty
 *   a word or symbol                                                 text
 *   dashes only                                                      dash
 *   # only (a column too narrow for its figure)                      unreadable
 *   no digit                                                         text
 *
 * What is left holds digits and number signs only. It is a value if it has this form, else unreadable:
 *
 *   [sign] digits [. digits] [%] [marks]        ( digits [. digits] [%] ) [%] [marks]
 *
 * Decisions:
 * - ".5" is 0.5, since sheets formatted with #.00 print it so; "5." is unreadable, since its decimals seem cut off.
 * - A comma must stand left of a multiple of three integer digits, so "1234,567" and "1,234567" are read (files mix
 *   both ways), "1,23,4" is not. A number with commas does not begin with 0: "0,123" may have a decimal comma.
 * - A sign and parentheses together, "(-0.05)", contradict each other or not, depending on the author: unreadable.
 * - Footnote marks behind a figure are no part of it: superscripts (¹ ²), circled numbers (① ②), * and ※ † ‡. A number
 *   in superscript that stands before the figure, or a mark alone, makes it text.
 * - Figures in scientific notation have lost digits: unreadable.
 * - Two figures in one cell run together here; mostly they have two points and are refused for that.
 */
#include "normalize/amount.h"

#include <string.h>

/* Longer texts than this hold no amount: 19 digits, their commas and signs. */
#define MAX_TOKENS 48

typedef enum {
  KIND_WORD,
  KIND_SPACE,
  KIND_DIGIT,
  KIND_POINT,
  KIND_COMMA,
  KIND_PLUS,
  KIND_DASH,     /* a minus in front of digits, a dash when alone */
  KIND_TRIANGLE, /* a minus in front of digits only */
  KIND_OPEN,
  KIND_CLOSE,
  KIND_PERCENT,
  KIND_MARK, /* of a footnote */
  KIND_EXPONENT,
  KIND_HASH,
  KIND_UNKNOWN,
  N_KINDS,
} Kind;

/* The tokens of a text: a digit is its value, anything else its kind + TOKEN_KIND. The last token is 0xff. */
typedef struct {
  guint8 tokens[MAX_TOKENS + 1];
  guint n;
  gsize counts[N_KINDS];
  gsize total;
} Scan;

#define TOKEN_KIND 16
#define TOKEN_END 0xff

static const guint8 ascii_signs[128] = {
  ['*'] = KIND_MARK, ['.'] = KIND_POINT,    [','] = KIND_COMMA,    ['+'] = KIND_PLUS,
  ['-'] = KIND_DASH, ['('] = KIND_OPEN,     [')'] = KIND_CLOSE,    ['%'] = KIND_PERCENT,
  ['#'] = KIND_HASH, ['e'] = KIND_EXPONENT, ['E'] = KIND_EXPONENT,
};

static const struct {
  gunichar ch;
  Kind kind;
} signs[] = {
  { 0x00ad, KIND_SPACE },    { 0x200b, KIND_SPACE },    { 0x200c, KIND_SPACE },    { 0x200d, KIND_SPACE },
  { 0x2060, KIND_SPACE },    { 0xfeff, KIND_SPACE },    { 0xff0e, KIND_POINT },    { 0xfe52, KIND_POINT },
  { 0xff0c, KIND_COMMA },    { 0xfe50, KIND_COMMA },    { 0xff0b, KIND_PLUS },     { 0xfe62, KIND_PLUS },
  { 0xff0d, KIND_DASH },     { 0x2212, KIND_DASH },     { 0x2010, KIND_DASH },     { 0x2011, KIND_DASH },
  { 0x2012, KIND_DASH },     { 0x2013, KIND_DASH },     { 0x2014, KIND_DASH },     { 0x2015, KIND_DASH },
  { 0x2500, KIND_DASH },     { 0x2501, KIND_DASH },     { 0xfe58, KIND_DASH },     { 0xfe63, KIND_DASH },
  { 0x30fc, KIND_DASH },     { 0x25b3, KIND_TRIANGLE }, { 0x25b2, KIND_TRIANGLE }, { 0xff08, KIND_OPEN },
  { 0xfe59, KIND_OPEN },     { 0xff09, KIND_CLOSE },    { 0xfe5a, KIND_CLOSE },    { 0xff05, KIND_PERCENT },
  { 0x00b9, KIND_MARK },     { 0x00b2, KIND_MARK },     { 0x00b3, KIND_MARK },     { 0x203b, KIND_MARK },
  { 0x2020, KIND_MARK },     { 0x2021, KIND_MARK },     { 0xff0a, KIND_MARK },     { 0xfe6a, KIND_PERCENT },
  { 0xff25, KIND_EXPONENT }, { 0xff45, KIND_EXPONENT }, { 0xff03, KIND_HASH },
};

static Kind
ascii_kind (char c)
{
  if (g_ascii_isdigit (c))
    return KIND_DIGIT;
  if (g_ascii_isspace (c))
    return KIND_SPACE;
  return g_ascii_iscntrl (c) ? KIND_UNKNOWN : (Kind)ascii_signs[(guchar)c];
}

static Kind
other_kind (gunichar ch)
{
  if (ch >= 0x4e00 && ch <= 0x9fff)
    return KIND_WORD;
  if (ch >= 0xff10 && ch <= 0xff19)
    return KIND_DIGIT;
  if ((ch >= 0x2460 && ch <= 0x2473) || (ch >= 0x2776 && ch <= 0x277f) || (ch >= 0x2070 && ch <= 0x207e))
    return KIND_MARK;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].ch == ch)
      return signs[i].kind;
  if (g_unichar_isspace (ch))
    return KIND_SPACE;
  GUnicodeType type = g_unichar_type (ch);
  if (ch == 0xfffd || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_CONTROL || type == G_UNICODE_UNASSIGNED)
    return KIND_UNKNOWN;
  return KIND_WORD;
}

static void
scan_add (Scan *scan, Kind kind, guint8 digit)
{
  if (kind == KIND_SPACE)
    return;
  scan->counts[kind]++;
  scan->total++;
  if (scan->n < MAX_TOKENS)
    scan->tokens[scan->n++] = (guint8)(kind == KIND_DIGIT ? digit : TOKEN_KIND + kind);
}

static void
scan_text (Scan *scan, const char *text)
{
  memset (scan, 0, sizeof *scan);
  for (const char *p = text; *p != '\0';) {
    if ((guchar)*p < 0x80) {
      scan_add (scan, ascii_kind (*p), (guint8)(*p - '0'));
      p++;
      continue;
    }
    gunichar ch = g_utf8_get_char_validated (p, -1);
    if (ch > 0x10ffff) {
      scan_add (scan, KIND_UNKNOWN, 0);
      p++;
      continue;
    }
    scan_add (scan, other_kind (ch), (guint8)(ch - 0xff10));
    p = g_utf8_next_char (p);
  }
  scan->tokens[scan->n] = TOKEN_END;
}

/* Whether all marks stand behind a figure. */
static gboolean
marks_are_last (const Scan *scan)
{
  guint i = scan->n;
  while (i > 0 && scan->tokens[i - 1] == TOKEN_KIND + KIND_MARK)
    i--;
  return i > 0 && scan->counts[KIND_MARK] == scan->n - i && scan->counts[KIND_DIGIT] > 0;
}

/* What the kinds of characters alone decide; JUE_STATE_VALUE if the tokens must be looked at. */
static JueState
scan_state (const Scan *scan)
{
  if (scan->counts[KIND_UNKNOWN] > 0)
    return JUE_STATE_UNREADABLE;
  if (scan->total == 0)
    return JUE_STATE_EMPTY;
  if (scan->counts[KIND_WORD] > 0)
    return JUE_STATE_TEXT;
  if (scan->counts[KIND_DASH] == scan->total)
    return JUE_STATE_DASH;
  if (scan->counts[KIND_MARK] > 0 && !marks_are_last (scan))
    return JUE_STATE_TEXT;
  if (scan->counts[KIND_HASH] > 0)
    return scan->counts[KIND_HASH] == scan->total ? JUE_STATE_UNREADABLE : JUE_STATE_TEXT;
  if (scan->counts[KIND_DIGIT] == 0)
    return JUE_STATE_TEXT;
  return scan->total <= MAX_TOKENS ? JUE_STATE_VALUE : JUE_STATE_UNREADABLE;
}

static gboolean
take (const guint8 **at, Kind kind)
{
  if (**at != TOKEN_KIND + kind)
    return FALSE;
  (*at)++;
  return TRUE;
}

static gboolean
take_digit (const guint8 **at, guint64 *mantissa)
{
  guint64 digit = **at;
  if (digit > 9 || *mantissa > ((guint64)G_MAXINT64 - digit) / 10)
    return FALSE;
  *mantissa = *mantissa * 10 + digit;
  (*at)++;
  return TRUE;
}

/* Integer digits with or without commas; FALSE if a comma cannot be a thousands separator. */
static gboolean
take_integer (const guint8 **at, guint64 *mantissa)
{
  gboolean commas = FALSE;
  gboolean zero_first = **at == 0;
  guint group = 0;
  for (;;) {
    if (take_digit (at, mantissa)) {
      group++;
      continue;
    }
    if (**at != TOKEN_KIND + KIND_COMMA)
      break;
    if (group == 0 || zero_first || (commas && group % 3 != 0))
      return FALSE;
    commas = TRUE;
    group = 0;
    (*at)++;
  }
  return !commas || (group > 0 && group % 3 == 0);
}

static gboolean
take_number (const guint8 **at, guint64 *mantissa, guint8 *scale)
{
  const guint8 *start = *at;
  if (!take_integer (at, mantissa))
    return FALSE;
  if (!take (at, KIND_POINT))
    return *at > start;
  while (take_digit (at, mantissa))
    (*scale)++;
  return *scale > 0 && *scale <= JUE_AMOUNT_MAX_SCALE;
}

static gboolean
parse_tokens (const guint8 *at, JueAmount *amount, gboolean *percent)
{
  guint64 mantissa = 0;
  guint8 scale = 0;
  gboolean in_parentheses = take (&at, KIND_OPEN);
  gboolean negative = in_parentheses;
  if (!in_parentheses && !take (&at, KIND_PLUS))
    negative = take (&at, KIND_DASH) || take (&at, KIND_TRIANGLE);
  if (!take_number (&at, &mantissa, &scale))
    return FALSE;
  gboolean has_percent = take (&at, KIND_PERCENT);
  if (in_parentheses && !take (&at, KIND_CLOSE))
    return FALSE;
  if (in_parentheses && !has_percent)
    has_percent = take (&at, KIND_PERCENT);
  while (take (&at, KIND_MARK))
    continue;
  if (*at != TOKEN_END)
    return FALSE;
  *amount = (JueAmount){ negative ? -(gint64)mantissa : (gint64)mantissa, scale };
  if (percent != NULL)
    *percent = has_percent;
  return TRUE;
}

JueState
jue_amount_parse (const char *text, JueAmount *amount, gboolean *percent)
{
  if (text == NULL)
    return JUE_STATE_EMPTY;
  Scan scan;
  scan_text (&scan, text);
  JueState state = scan_state (&scan);
  if (state == JUE_STATE_VALUE && !parse_tokens (scan.tokens, amount, percent))
    return JUE_STATE_UNREADABLE;
  return state;
}
