#include "normalize/fold.h"

#include "tests/cunit-main.h"

static void
check_fold (const char *text, const char *expected)
{
  g_autofree char *folded = jue_fold (text);
  CU_ASSERT_STRING_EQUAL (folded, expected);
}

static void
test_plain (void)
{
  check_fold ("", "");
  check_fold ("收入支出决算总表", "收入支出决算总表");
  check_fold ("Table 1", "table1");
}

static void
test_space (void)
{
  check_fold (" 预 算\n数\t", "预算数");
  check_fold ("预\u3000算\u00a0数\u2009\u200b\ufeff", "预算数");
}

static void
test_quotes (void)
{
  check_fold ("“三公”经费", "三公经费");
  check_fold ("\"三公\"经费", "三公经费");
  check_fold ("＂三公＂经费", "三公经费");
  check_fold ("‘三公’「三公」″三公″〝三公〞", "三公三公三公三公");
}

static void
test_full_width (void)
{
  check_fold ("公开０１表：ＡＢｃ", "公开01表:abc");
  check_fold ("（境）［一］〔二〕[三]【四】", "(境)(一)(二)(三)【四】");
  check_fold ("100％，《表》、。", "100%,《表》、。");
}

static void
test_radicals (void)
{
  check_fold ("⻓⻅⻋⻔⺠⽤⼊⽀", "长见车门民用入支");
  check_fold ("\uf900\U0002f800", "豈丽");
}

static void
test_nfkc (void)
{
  check_fold ("①㎡ ﬁ…½", "1m2fi...1⁄2");
  check_fold ("e\u0301“三公”⻓Ａ", "\u00e9三公长a");
  check_fold ("合\u00a0计①", "合计1");
}

static void
test_broken (void)
{
  check_fold ("合\xe8\xae", "合\ufffd\ufffd");
}

static void
test_ideograph (void)
{
  CU_ASSERT_EQUAL (jue_fold_ideograph (0x2f00), 0x4e00);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0x2fd5), 0x9fa0);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0x2f3e), 0x6237);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0xfe11), 0x3001);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0xfe31), 0x2014);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0xfe35), 0xff08);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0xfe44), 0x300f);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0xfe30), 0xfe30);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0xfe45), 0xfe45);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0x2ed3), 0x957f);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0x2ee2), 0x9a6c);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0x2e9f), 0x6bcd);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0x2ef3), 0x9f9f);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0xf900), 0x8c48);
  CU_ASSERT_EQUAL (jue_fold_ideograph (0x2f800), 0x4e3d);
}

static void
test_ideograph_others (void)
{
  static const gunichar others[] = { 0,      'a',    0x2e7f, 0x2e9a, 0x2ebc, 0x2eff,  0x2fd6,  0x2fff,  0x3007,
                                     0x4e00, 0x9fff, 0xfa0e, 0xfb00, 0xff10, 0x20000, 0x2fa20, 0x10ffff };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    CU_ASSERT_EQUAL (jue_fold_ideograph (others[i]), others[i]);
}

/* The quick way and the way over NFKC agree: a leading ligature forces the second. */
static void
test_ways_agree (void)
{
  for (gunichar ch = 1; ch < 0x30000; ch++) {
    if ((ch >= 0xd800 && ch < 0xe000) || g_unichar_ismark (ch) || g_unichar_combining_class (ch) != 0)
      continue;
    char text[16] = "ﬁ";
    text[3 + g_unichar_to_utf8 (ch, text + 3)] = '\0';
    g_autofree char *slow = jue_fold (text);
    g_autofree char *quick = jue_fold (text + 3);
    if (g_strcmp0 (quick, slow + 2) == 0)
      continue;
    g_printerr ("U+%04X: %s, %s\n", ch, quick, slow);
    CU_FAIL ("ways differ");
  }
}

static const JueTest tests[] = {
  { "ordinary text stays and loses its spaces", test_plain },
  { "white space of all kinds goes", test_space },
  { "quotes of all kinds go", test_quotes },
  { "full width letters, signs and brackets become narrow", test_full_width },
  { "radicals become ordinary ideographs", test_radicals },
  { "other characters are normalized", test_nfkc },
  { "broken text is made valid", test_broken },
  { "ideographs of the radical and compatibility blocks are mapped", test_ideograph },
  { "other characters are not mapped", test_ideograph_others },
  { "the quick way and the way over NFKC agree", test_ways_agree },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("fold", tests);
}
