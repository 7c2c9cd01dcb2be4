/* Amounts: what they are called, computed and compared with, printed as. Reading them: amount-parse.c. */
#include "normalize/amount.h"

#include <string.h>

static const char *const state_names[] = { "empty", "value", "dash", "text", "unreadable" };

static const gint64 powers[JUE_AMOUNT_MAX_SCALE + 1] = { 1,           10,           100,          1000,      10000,
                                                         100000,      1000000,      10000000,     100000000, 1000000000,
                                                         10000000000, 100000000000, 1000000000000 };

const char *
jue_state_name (JueState state)
{
  g_return_val_if_fail (state <= JUE_STATE_UNREADABLE, NULL);
  return state_names[state];
}

gboolean
jue_state_from_name (const char *name, JueState *state)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (state_names); i++)
    if (strcmp (name, state_names[i]) == 0) {
      *state = (JueState)i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
multiply (gint64 mantissa, gint64 factor, gint64 *product)
{
  guint64 size = mantissa < 0 ? -(guint64)mantissa : (guint64)mantissa;
  if (size > (guint64)G_MAXINT64 / (guint64)factor)
    return FALSE;
  *product = mantissa * factor;
  return TRUE;
}

gboolean
jue_amount_times (JueAmount amount, gint64 factor, JueAmount *product)
{
  g_return_val_if_fail (factor > 0, FALSE);
  gint64 mantissa;
  while (!multiply (amount.mantissa, factor, &mantissa)) {
    /* Too many digits: a tenth of the factor with one decimal less is the same number. */
    if (amount.scale == 0 || factor % 10 != 0)
      return FALSE;
    factor /= 10;
    amount.scale--;
  }
  *product = (JueAmount){ mantissa, amount.scale };
  return TRUE;
}

void
jue_amount_append (GString *out, JueAmount amount)
{
  g_return_if_fail (amount.scale <= JUE_AMOUNT_MAX_SCALE);
  char buffer[24];
  char *p = buffer + sizeof buffer;
  guint64 rest = amount.mantissa < 0 ? -(guint64)amount.mantissa : (guint64)amount.mantissa;
  for (guint i = 0; rest > 0 || i <= amount.scale; i++) {
    if (i > 0 && i == amount.scale)
      *--p = '.';
    *--p = (char)('0' + rest % 10);
    rest /= 10;
  }
  if (amount.mantissa < 0)
    *--p = '-';
  g_string_append_len (out, p, buffer + sizeof buffer - p);
}

char *
jue_amount_to_string (JueAmount amount)
{
  GString *out = g_string_sized_new (24);
  jue_amount_append (out, amount);
  return g_string_free (out, FALSE);
}

gint
jue_amount_compare (JueAmount a, JueAmount b)
{
  g_return_val_if_fail (a.scale <= JUE_AMOUNT_MAX_SCALE && b.scale <= JUE_AMOUNT_MAX_SCALE, 0);
  /* Whole parts first, then the rests brought to the largest scale: nothing can overflow. */
  gint64 power_a = powers[a.scale], power_b = powers[b.scale];
  gint64 whole_a = a.mantissa / power_a, whole_b = b.mantissa / power_b;
  if (whole_a != whole_b)
    return whole_a < whole_b ? -1 : 1;
  gint64 rest_a = a.mantissa % power_a * powers[JUE_AMOUNT_MAX_SCALE - a.scale];
  gint64 rest_b = b.mantissa % power_b * powers[JUE_AMOUNT_MAX_SCALE - b.scale];
  return rest_a < rest_b ? -1 : rest_a > rest_b;
}

gboolean
jue_amount_is_year (JueAmount amount)
{
  return amount.scale == 0 && amount.mantissa >= 1990 && amount.mantissa <= 2099;
}
