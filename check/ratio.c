#include "check/ratio.h"

#define MAX_FACTOR_PART (G_MAXINT64 / (100 * JUE_FIXED_ONE)) /* what can be multiplied by a hundred per cent */

gboolean
jue_figure_of (JueAmount amount, gint64 factor, JueFigure *figure)
{
  gint64 grain = JUE_FIXED_ONE * MAX (factor, 1);
  if (!jue_fixed_from_amount (amount, &figure->value))
    return FALSE;
  for (guint i = 0; i < amount.scale; i++)
    grain /= 10;
  figure->grain = grain;
  return TRUE;
}

gboolean
jue_ratio_percent (gint64 part, gint64 whole, gint64 *percent)
{
  for (; ABS (part) > MAX_FACTOR_PART; part /= 10)
    whole /= 10;
  if (whole == 0)
    return FALSE;
  gint64 scaled = part * 100 * JUE_FIXED_ONE;
  gint64 half = (scaled < 0) == (whole < 0) ? ABS (whole) / 2 : -(ABS (whole) / 2);
  if (scaled > G_MAXINT64 - ABS (half) || scaled < -G_MAXINT64 + ABS (half))
    half = 0;
  *percent = (scaled + (whole < 0 ? -half : half)) / whole;
  return TRUE;
}

/* The ratios that the rounding of part and whole allows, cut off or rounded at the last place. */
static gboolean
is_allowed (JueFigure part, JueFigure whole, JueFigure percent)
{
  gint64 low, high;
  gint64 value = ABS (part.value), total = ABS (whole.value), printed = ABS (percent.value);
  if (total <= whole.grain / 2 || !jue_ratio_percent (MAX (value - part.grain / 2, 0), total + whole.grain / 2, &low)
      || !jue_ratio_percent (value + part.grain / 2, total - whole.grain / 2, &high))
    return FALSE;
  return printed + percent.grain >= low && printed - percent.grain <= high;
}

JueVerdict
jue_ratio_judge (JueFigure part, JueFigure whole, JueFigure percent, gint64 *expected)
{
  gint64 ratio;
  if (!jue_ratio_percent (part.value, whole.value, &ratio))
    return JUE_VERDICT_VOID;
  *expected = ratio;
  gint64 difference = ABS (percent.value - ratio);
  if (2 * difference <= percent.grain)
    return JUE_VERDICT_HOLDS;
  if (is_allowed (part, whole, percent))
    return JUE_VERDICT_ROUNDING;
  return JUE_VERDICT_BROKEN;
}
