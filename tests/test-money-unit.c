#include "normalize/money-unit.h"

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

static const JueTest tests[] = {
  { "money units have their factor and nothing else has one", test_units },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("money-unit", tests);
}
