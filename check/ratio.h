#ifndef JUE_CHECK_RATIO_H
#define JUE_CHECK_RATIO_H

#include "check/equation.h"

/** JueFigure: a printed number. @value, @grain: as JUE_FIXED; @grain: one unit of its last place, 0 if it is exact */
typedef struct {
  gint64 value, grain;
} JueFigure;

/** jue_figure_of: a figure from an exact amount in units of @factor (1, or 10000 for 万元). FALSE if it does not fit. */
gboolean jue_figure_of (JueAmount amount, gint64 factor, JueFigure *figure);

/** jue_ratio_percent: 100 x @part / @whole, rounded to a millionth. FALSE if @whole is 0. */
gboolean jue_ratio_percent (gint64 part, gint64 whole, gint64 *percent);

/**
 * jue_ratio_judge: whether @percent is @part in hundredths of @whole.
 * It holds if it is rounded right to its last place; it is rounding if it was cut off there, or if the rounding of the
 * two amounts explains it.
 * @expected: what it should be; written unless JUE_VERDICT_VOID (no whole) is returned
 */
JueVerdict jue_ratio_judge (JueFigure part, JueFigure whole, JueFigure percent, gint64 *expected);

#endif
