#ifndef JUE_AMOUNT_H
#define JUE_AMOUNT_H

#include <glib.h>

/**
 * JueAmount: an exact decimal number, mantissa x 10^-scale. 0 <= scale <= JUE_AMOUNT_MAX_SCALE.
 * "99.42" is {9942, 2}; trailing zeros count as printed ("0.00" is {0, 2}).
 */
typedef struct {
  gint64 mantissa;
  guint8 scale;
} JueAmount;

#define JUE_AMOUNT_MAX_SCALE 12

/** What the text of a cell says as a number. Blank, dash and zero are three different states. */
typedef enum {
  JUE_STATE_EMPTY,      /* nothing printed */
  JUE_STATE_VALUE,      /* a number */
  JUE_STATE_DASH,       /* only a dash: —, -, － … */
  JUE_STATE_TEXT,       /* words */
  JUE_STATE_UNREADABLE, /* digits that make no number, or glyphs of unknown meaning */
} JueState;

/** jue_state_name: "empty", "value", "dash", "text", "unreadable". Static. */
const char *jue_state_name (JueState state);
/** jue_state_from_name: FALSE if there is no such state. */
gboolean jue_state_from_name (const char *name, JueState *state);

/**
 * jue_amount_parse: reads the printed text of a cell exactly.
 * Accepts ASCII and full-width digits, points and commas, thousands separators or none, spaces inside the number, signs
 * in front (-, －, −, –, —, +, △, ▲ = minus), parentheses for negative, a percent sign behind. What does not fit is
 * JUE_STATE_UNREADABLE. Footnote marks behind the number (¹ ① * ※) are left out of it. @text NULL is empty; it need not be valid UTF-8.
 * @amount, @percent: written only if JUE_STATE_VALUE is returned; @percent (nullable) tells whether a percent sign
 * stood behind
 */
JueState jue_amount_parse (const char *text, JueAmount *amount, gboolean *percent);

/**
 * jue_amount_times: @amount x @factor exactly; @factor is 1, 10, 100 … (1 for 元, 1000, 10000 for 万元, 100000000 for
 * 亿元). The product keeps the decimals of @amount ({9942, 2} x 10000 is {99420000, 2}) unless it only fits with fewer.
 * Returns: FALSE if the product does not fit; @product is then untouched.
 */
gboolean jue_amount_times (JueAmount amount, gint64 factor, JueAmount *product);

/** jue_amount_to_string: digits with a point, "-" in front of negatives, exactly @scale decimals. Free with g_free. */
char *jue_amount_to_string (JueAmount amount);

/** jue_amount_append: the same, behind @out. */
void jue_amount_append (GString *out, JueAmount amount);

/** jue_amount_is_year: TRUE for a whole number from 1990 to 2099, as heads name years. */
gboolean jue_amount_is_year (JueAmount amount);

/** jue_amount_compare: -1, 0, 1 by value: {10, 1} equals {1, 0}. */
gint jue_amount_compare (JueAmount a, JueAmount b);

#endif
