/* The amount parser: any text, any product, and back: what is printed from an amount reads as the same amount. */
#include "normalize/amount.h"
#include "normalize/money-unit.h"
#include "tests/fuzz/fuzz.h"

static void
check_round_trip (JueAmount amount)
{
  g_autofree char *text = jue_amount_to_string (amount);
  JueAmount again;
  gboolean percent;
  g_assert (jue_amount_parse (text, &again, &percent) == JUE_STATE_VALUE);
  g_assert (jue_amount_compare (amount, again) == 0 && !percent);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const gint64 factors[] = { 1, 100, 1000, 10000, 1000000, 10000000, 100000000 };
  g_autofree char *text = g_strndup ((const char *)data, size);
  JueAmount amount = { 0, 0 }, product;
  gboolean percent = FALSE;
  jue_money_unit_factor (text);
  if (jue_amount_parse (text, &amount, &percent) != JUE_STATE_VALUE)
    return 0;
  g_assert (amount.scale <= JUE_AMOUNT_MAX_SCALE);
  check_round_trip (amount);
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (jue_amount_times (amount, factors[i], &product))
      check_round_trip (product);
  return 0;
}
