/*
 * Making texts comparable.
 *
 * Almost all text of a report is ASCII, ordinary ideographs, full-width signs and a few quotes and brackets; for those
 * NFKC is known character by character. So fold_plain tries to do it alone; at the first character it does not know
 * (accents, ligatures, circled numbers …) the text is normalized by GLib and goes through once more, then letting
 * unknown characters pass.
 *
 * The radicals: fonts map the glyph of an ordinary ideograph to a radical, and the file gives back the radical. NFKC
 * knows the Kangxi radicals (U+2F00–2FD5) but only two of the CJK radicals supplement (U+2E80–2EFF). The table below
 * adds those that look like one ordinary ideograph. Left out are radicals that look like none (⺮, ⻊), whose named
 * ideograph looks different (⺈ is not 刀, ⺗ is not 心) or that look like two (⺼ is 肉 by name and 月 by shape, ⻏ is 邑
 * by name and 阝 by shape).
 */
#include "normalize/fold.h"

#include <string.h>

#define RADICALS_FIRST 0x2e80
#define RADICALS_LAST 0x2eff
/* The one Kangxi radical whose ideograph by NFKC (戶) is not what a simplified font draws for it: 户. */
#define DOOR 0x2f3e
#define DOOR_IDEOGRAPH 0x6237

/* Ideograph of each radical from U+2E80 on; 0: none. */
static const guint16 radicals[RADICALS_LAST - RADICALS_FIRST + 1] = {
  0x0000, 0x5382, 0x4e5b, 0x4e5a, 0x4e59, 0x4ebb, 0x5182, 0x0000, /* ·厂乛乚乙亻冂· */
  0x0000, 0x5202, 0x535c, 0x353e, 0x0000, 0x0000, 0x5140, 0x5c23, /* ·刂卜㔾··兀尣 */
  0x5c22, 0x0000, 0x5df3, 0x5e7a, 0x5f51, 0x5f50, 0x5fc4, 0x0000, /* 尢·巳幺彑彐忄· */
  0x624c, 0x6535, 0x0000, 0x65e1, 0x65e5, 0x6708, 0x6b7a, 0x6bcd, /* 扌攵·旡日月歺母 */
  0x6c11, 0x6c35, 0x6c3a, 0x706c, 0x722b, 0x0000, 0x4e2c, 0x0000, /* 民氵氺灬爫·丬· */
  0x72ad, 0x738b, 0x0000, 0x0000, 0x793a, 0x793b, 0x0000, 0x7cf9, /* 犭王··示礻·糹 */
  0x7e9f, 0x0000, 0x7f52, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, /* 纟·罒····· */
  0x0000, 0x8002, 0x8080, 0x807f, 0x0000, 0x0000, 0x8279, 0x8279, /* ·耂肀聿··艹艹 */
  0x8279, 0x864e, 0x8864, 0x8980, 0x897f, 0x89c1, 0x89d2, 0x0000, /* 艹虎衤覀西见角· */
  0x8ba0, 0x8d1d, 0x0000, 0x8f66, 0x8fb6, 0x8fb6, 0x8fb6, 0x0000, /* 讠贝·车辶辶辶· */
  0x9485, 0x9577, 0x9578, 0x957f, 0x95e8, 0x0000, 0x961d, 0x0000, /* 钅長镸长门·阝· */
  0x9752, 0x97e6, 0x9875, 0x98ce, 0x98de, 0x98df, 0x0000, 0x98e0, /* 青韦页风飞食·飠 */
  0x9963, 0x0000, 0x9a6c, 0x9aa8, 0x9b3c, 0x9c7c, 0x9e1f, 0x5364, /* 饣·马骨鬼鱼鸟卤 */
  0x9ea6, 0x9ec4, 0x9efe, 0x6589, 0x9f50, 0x6b6f, 0x9f7f, 0x7adc, /* 麦黄黾斉齐歯齿竜 */
  0x9f99, 0x9f9c, 0x4e80, 0x9f9f, 0x0000, 0x0000, 0x0000, 0x0000, /* 龙龜亀龟···· */
  0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, 0x0000, /* ········ */
};

/* Signs as they are set in vertical lines, which some producers name so, and the same signs in horizontal lines. */
static gunichar
fold_vertical (gunichar ch)
{
  static const guint16 comma[] = { 0xff0c, 0x3001, 0x3002, 0xff1a, 0xff1b, 0xff01, 0xff1f, 0x3016, 0x3017 };
  static const guint16 dash[] = { 0x2014, 0x2013 };
  static const guint16 bracket[] = { 0xff08, 0xff09, 0xff5b, 0xff5d, 0x3014, 0x3015, 0x3010, 0x3011,
                                     0x300a, 0x300b, 0x3008, 0x3009, 0x300c, 0x300d, 0x300e, 0x300f };
  if (ch >= 0xfe10 && ch < 0xfe10 + G_N_ELEMENTS (comma))
    return comma[ch - 0xfe10];
  if (ch >= 0xfe31 && ch < 0xfe31 + G_N_ELEMENTS (dash))
    return dash[ch - 0xfe31];
  if (ch >= 0xfe35 && ch < 0xfe35 + G_N_ELEMENTS (bracket))
    return bracket[ch - 0xfe35];
  return ch;
}

gunichar
jue_fold_ideograph (gunichar ch)
{
  if (ch >= 0xfe10 && ch < 0xfe50)
    return fold_vertical (ch);
  if (ch < RADICALS_FIRST || (ch > 0x2fdf && ch < 0xf900))
    return ch;
  if (ch <= RADICALS_LAST) {
    gunichar ideograph = radicals[ch - RADICALS_FIRST];
    return ideograph != 0 ? ideograph : ch;
  }
  if (ch == DOOR)
    return DOOR_IDEOGRAPH;
  if (ch <= 0xfaff || (ch >= 0x2f800 && ch <= 0x2fa1f)) {
    gunichar ideograph[4];
    return g_unichar_fully_decompose (ch, TRUE, ideograph, G_N_ELEMENTS (ideograph)) == 1 ? ideograph[0] : ch;
  }
  return ch;
}

/* Quotes and invisible characters, by first and last. */
static const struct {
  gunichar first, last;
} dropped[] = {
  { '"', '"' },       { '\'', '\'' },     { '`', '`' },       { 0x00ab, 0x00ab }, { 0x00ad, 0x00ad },
  { 0x00bb, 0x00bb }, { 0x200b, 0x200d }, { 0x2018, 0x201f }, { 0x2032, 0x2033 }, { 0x2035, 0x2036 },
  { 0x2039, 0x203a }, { 0x2060, 0x2060 }, { 0x300c, 0x300f }, { 0x301d, 0x301f }, { 0xfeff, 0xfeff },
};

/* What a folded text has for @ch: 0 drops it. Only for characters that NFKC leaves alone. */
static gunichar
fold_sign (gunichar ch)
{
  if (ch == '[' || ch == 0x3014)
    return '(';
  if (ch == ']' || ch == 0x3015)
    return ')';
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    if (ch >= dropped[i].first && ch <= dropped[i].last)
      return 0;
  return g_unichar_isspace (ch) ? 0 : ch;
}

/* TRUE if NFKC leaves @ch alone and does not join it with its neighbours. */
static gboolean
is_plain (gunichar ch)
{
  if (ch < 0x80 || (ch >= 0x3400 && ch <= 0x4dbf) || (ch >= 0x4e00 && ch <= 0x9fff))
    return TRUE;
  if (ch >= 0x2010 && ch <= 0x201f)
    return ch != 0x2011 && ch != 0x2017;
  return (ch >= 0x3001 && ch <= 0x3029) || (ch >= 0xe000 && ch <= 0xf8ff);
}

static gunichar
fold_known (gunichar ch)
{
  if (ch >= 0xff01 && ch <= 0xff5e)
    ch -= 0xff01 - '!';
  else if (ch == 0x3000)
    return 0;
  ch = fold_sign (ch);
  return ch < 0x80 ? (gunichar)g_ascii_tolower ((char)ch) : ch;
}

/* Folds into @out, which has room for twice the text. FALSE at a character that needs NFKC, unless @normalized. */
static gboolean
fold_plain (const char *text, gboolean normalized, char *out)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar ch = g_utf8_get_char (p);
    if (ch < 0x80 && g_ascii_isalnum ((char)ch)) {
      *out++ = g_ascii_tolower ((char)ch);
      continue;
    }
    if (ch >= 0x4e00 && ch <= 0x9fff) {
      memcpy (out, p, 3);
      out += 3;
      continue;
    }
    ch = jue_fold_ideograph (ch);
    if (!normalized && !is_plain (ch) && !(ch >= 0xff01 && ch <= 0xff5e) && ch != 0x3000)
      return FALSE;
    ch = fold_known (ch);
    if (ch != 0)
      out += g_unichar_to_utf8 (ch, out);
  }
  *out = '\0';
  return TRUE;
}

/* @text with the ideographs that jue_fold_ideograph knows better than NFKC. */
static char *
ordinary_ideographs (const char *text)
{
  GString *ordinary = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (ordinary, jue_fold_ideograph (g_utf8_get_char (p)));
  return g_string_free (ordinary, FALSE);
}

char *
jue_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  if (valid != NULL)
    text = valid;
  char *folded = g_malloc (2 * strlen (text) + 1);
  if (fold_plain (text, FALSE, folded))
    return folded;
  g_free (folded);
  g_autofree char *ordinary = ordinary_ideographs (text);
  g_autofree char *normalized = g_utf8_normalize (ordinary, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_malloc (2 * strlen (normalized) + 1);
  fold_plain (normalized, TRUE, folded);
  return folded;
}
