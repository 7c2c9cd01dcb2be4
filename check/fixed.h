#ifndef JUE_FIXED_H
#define JUE_FIXED_H

#include "normalize/amount.h"

/**
 * Exact sums: integers in units of a millionth (of 元, of a percent, of a point). What does not fit is refused, never
 * rounded.
 */
#define JUE_FIXED_SCALE 6
#define JUE_FIXED_ONE G_GINT64_CONSTANT (1000000)
#define JUE_FIXED_MAX (G_MAXINT64 / 4) /* so that the sum and difference of two fit */

/** jue_fixed_from_amount: FALSE if the amount has more decimals, or is larger than JUE_FIXED_MAX. */
gboolean jue_fixed_from_amount (JueAmount amount, gint64 *value);

/** jue_fixed_add: adds @value to @sum. FALSE, and @sum unchanged, if it would leave +-JUE_FIXED_MAX. */
gboolean jue_fixed_add (gint64 *sum, gint64 value);

/** jue_fixed_to_string: the exact number, without needless zeros behind @decimals. Free with g_free. */
char *jue_fixed_to_string (gint64 value, guint decimals);

/** jue_fixed_in_unit: the same, in units of @factor (10000 for 万元). @factor: a power of ten up to 10^8, or 0 for 1 */
char *jue_fixed_in_unit (gint64 value, gint64 factor, guint decimals);

#endif
