/* Numbering in front of headings
 *
 *     第二部分：决算情况说明    一、主要职责    （一）总体情况    1．出国    （1）行政运行    附件1
 *
 * That is grammar, as numerals are, and each label has its level; so it is no data of the catalogue. Asked for every line, it must not
 * cost a search, either.
 *
 * Read character by character; blanks between the parts do not matter. What is no numbering: 一是…, 一般公共…, 2023.5, 1.5万元.
 */
#include "normalize/outline-label.h"

#include <string.h>

/* Longest number, characters: 二十三. */
#define NUMERAL_MOST 3
#define DIGITS_MOST 2

/* What is left to read. */
typedef struct {
  const char *at;
} Cursor;

static gunichar
peek (Cursor *self)
{
  while (g_unichar_isspace (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
  return g_utf8_get_char (self->at);
}

/* Passes the next character if it is one of @set. */
static gboolean
pass (Cursor *self, const char *set)
{
  gunichar ch = peek (self);
  if (ch == 0 || g_utf8_strchr (set, -1, ch) == NULL)
    return FALSE;
  self->at = g_utf8_next_char (self->at);
  return TRUE;
}

static gboolean
pass_text (Cursor *self, const char *text)
{
  Cursor start = *self;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (peek (self) != g_utf8_get_char (p)) {
      *self = start;
      return FALSE;
    }
    self->at = g_utf8_next_char (self->at);
  }
  return TRUE;
}

/* 十二 → 12, 二十 → 20. 0 if there is none. */
static guint
pass_numeral (Cursor *self)
{
  static const char numerals[] = "一二三四五六七八九";
  guint value = 0, n = 0;
  for (; n <= NUMERAL_MOST; n++) {
    gunichar ch = peek (self);
    const char *found = ch != 0 ? g_utf8_strchr (numerals, -1, ch) : NULL;
    if (found != NULL)
      value += (guint)g_utf8_pointer_to_offset (numerals, found) + 1;
    else if (ch == 0x5341) /* 十 */
      value = value == 0 ? 10 : value * 10;
    else
      break;
    self->at = g_utf8_next_char (self->at);
  }
  return n <= NUMERAL_MOST ? value : 0;
}

static guint
pass_digits (Cursor *self)
{
  guint value = 0, n = 0;
  for (gint digit; (digit = g_unichar_digit_value (peek (self))) >= 0; n++) {
    if (n == DIGITS_MOST)
      return 0;
    value = value * 10 + (guint)digit;
    self->at = g_utf8_next_char (self->at);
  }
  return value;
}

static guint
pass_number (Cursor *self)
{
  guint value = pass_numeral (self);
  return value != 0 ? value : pass_digits (self);
}

static gboolean
read_part (Cursor *self, guint *number)
{
  if (!pass_text (self, "第") || (*number = pass_number (self)) == 0)
    return FALSE;
  return pass_text (self, "部分") || pass_text (self, "部份") || pass_text (self, "章") || pass_text (self, "篇");
}

static gboolean
read_attachment (Cursor *self, guint *number)
{
  if (!pass_text (self, "附件"))
    return FALSE;
  *number = pass_number (self);
  return *number != 0 || peek (self) == 0 || peek (self) == ':' || peek (self) == 0xff1a;
}

static gboolean
read_chapter (Cursor *self, guint *number)
{
  *number = pass_numeral (self);
  return *number != 0 && pass (self, "、.．:：，,");
}

static gboolean
read_bracketed (Cursor *self, guint *number, guint (*read) (Cursor *))
{
  if (!pass (self, "（(〔﹙"))
    return FALSE;
  *number = read (self);
  return *number != 0 && pass (self, "）)〕﹚");
}

static gboolean
read_section (Cursor *self, guint *number)
{
  return read_bracketed (self, number, pass_numeral);
}

static gboolean
read_subitem (Cursor *self, guint *number)
{
  return read_bracketed (self, number, pass_digits);
}

static gboolean
read_item (Cursor *self, guint *number)
{
  *number = pass_digits (self);
  return *number != 0 && pass (self, ".．、") && g_unichar_digit_value (peek (self)) < 0;
}

JueLabel
jue_outline_label (const char *text, JueLabelInfo *info)
{
  static gboolean (*const readers[JUE_N_LABELS]) (Cursor *, guint *) = {
    [JUE_LABEL_PART] = read_part,       [JUE_LABEL_ATTACHMENT] = read_attachment, [JUE_LABEL_CHAPTER] = read_chapter,
    [JUE_LABEL_SECTION] = read_section, [JUE_LABEL_ITEM] = read_item,             [JUE_LABEL_SUBITEM] = read_subitem,
  };
  for (guint label = JUE_LABEL_PART; label < JUE_N_LABELS; label++) {
    Cursor cursor = { text };
    guint number = 0;
    if (!readers[label](&cursor, &number))
      continue;
    if (info != NULL) {
      info->number = number;
      info->end = (guint)(cursor.at - text);
      while (pass (&cursor, "：:、")) {
      }
      peek (&cursor);
      info->title = (guint)(cursor.at - text);
    }
    return (JueLabel)label;
  }
  return JUE_LABEL_NONE;
}

guint
jue_outline_level (JueLabel label)
{
  static const guint levels[JUE_N_LABELS] = {
    [JUE_LABEL_PART] = 1, [JUE_LABEL_ATTACHMENT] = 1, [JUE_LABEL_CHAPTER] = 2,
    [JUE_LABEL_SECTION] = 3, [JUE_LABEL_ITEM] = 4, [JUE_LABEL_SUBITEM] = 5,
  };
  return levels[label];
}
