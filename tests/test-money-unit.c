#include "normalize/money-unit.h"

#include <string.h>

#include "tests/cunit-main.h"

static void
test_units (void)
{
  CU_ASSERT_EQUAL (jue_money_unit_factor ("元"), 1);
  CU_ASSERT_EQUAL (jue_money_unit_factor ("万元"), 10000);
  CU_ASSERT_EQUAL (jue_money_unit_factor ("万 元"), 10000);
  CU_ASSERT_EQUAL (jue_money_unit_factor ("千元"), 1000);
  CU_ASSERT_EQUAL (jue_money_unit_factor ("百万元"), 1000000);
  CU_ASSERT_EQUAL (jue_money_unit_factor ("亿元"), 100000000);
  CU_ASSERT_EQUAL (jue_money_unit_factor ("人"), 0);
  CU_ASSERT_EQUAL (jue_money_unit_factor ("万"), 0);
  CU_ASSERT_EQUAL (jue_money_unit_factor ("元元"), 0);
  CU_ASSERT_EQUAL (jue_money_unit_factor (""), 0);
  CU_ASSERT_EQUAL (jue_money_unit_factor ("\xe4\xb8"), 0);
  CU_ASSERT_EQUAL (jue_money_unit_factor (NULL), 0);
}

static void
test_scales (void)
{
  CU_ASSERT_EQUAL (jue_scale_factor ("千"), 1000);
  CU_ASSERT_EQUAL (jue_scale_factor ("十万"), 100000);
  CU_ASSERT_EQUAL (jue_scale_factor ("万元"), 0);
  CU_ASSERT_EQUAL (jue_scale_factor (""), 0);
}

static void
test_behind (void)
{
  CU_ASSERT_STRING_EQUAL (jue_money_unit_behind ("1.5元"), "元");
  CU_ASSERT_STRING_EQUAL (jue_money_unit_behind ("1.5万元"), "万元");
  CU_ASSERT_STRING_EQUAL (jue_money_unit_behind ("3百万元"), "百万元");
  CU_ASSERT_STRING_EQUAL (jue_money_unit_behind ("元"), "元");
  CU_ASSERT_PTR_NULL (jue_money_unit_behind ("1.5万"));
  CU_ASSERT_PTR_NULL (jue_money_unit_behind (""));
}

static void
test_brackets (void)
{
  gsize length = 0;
  CU_ASSERT_STRING_EQUAL (jue_money_unit_in_brackets ("资金(总额)(万元)", &length), "万元)");
  CU_ASSERT_EQUAL (length, strlen ("万元"));
  CU_ASSERT_STRING_EQUAL (jue_money_unit_in_brackets ("((元)", &length), "元)");
  CU_ASSERT_PTR_NULL (jue_money_unit_in_brackets ("资金(万元", &length));
  CU_ASSERT_PTR_NULL (jue_money_unit_in_brackets ("资金(5万元)", &length));
  CU_ASSERT_PTR_NULL (jue_money_unit_in_brackets ("万元)", &length));
}

static const JueTest tests[] = {
  { "money units have their factor and nothing else has one", test_units },
  { "scale words have their factor", test_scales },
  { "the longest unit behind a number is found", test_behind },
  { "a unit is found in brackets of its own", test_brackets },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("money-unit", tests);
}
