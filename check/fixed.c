#include "check/fixed.h"

gboolean
jue_fixed_from_amount (JueAmount amount, gint64 *value)
{
  gint64 mantissa = amount.mantissa;
  guint scale = amount.scale;
  for (; scale > JUE_FIXED_SCALE; scale--) {
    if (mantissa % 10 != 0)
      return FALSE;
    mantissa /= 10;
  }
  for (; scale < JUE_FIXED_SCALE; scale++) {
    if (mantissa > JUE_FIXED_MAX / 10 || mantissa < -JUE_FIXED_MAX / 10)
      return FALSE;
    mantissa *= 10;
  }
  if (mantissa > JUE_FIXED_MAX || mantissa < -JUE_FIXED_MAX)
    return FALSE;
  *value = mantissa;
  return TRUE;
}

gboolean
jue_fixed_add (gint64 *sum, gint64 value)
{
  gint64 result = *sum + value; /* both are within a quarter of the range */
  if (result > JUE_FIXED_MAX || result < -JUE_FIXED_MAX)
    return FALSE;
  *sum = result;
  return TRUE;
}

char *
jue_fixed_to_string (gint64 value, guint decimals)
{
  return jue_fixed_in_unit (value, 1, decimals);
}

char *
jue_fixed_in_unit (gint64 value, gint64 factor, guint decimals)
{
  guint scale = JUE_FIXED_SCALE;
  for (; factor > 1; factor /= 10)
    scale++;
  for (; scale > decimals && value % 10 == 0; scale--)
    value /= 10;
  for (; scale > JUE_AMOUNT_MAX_SCALE; scale--)
    value /= 10;
  return jue_amount_to_string ((JueAmount){ value, (guint8)scale });
}
