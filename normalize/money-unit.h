#ifndef JUE_MONEY_UNIT_H
#define JUE_MONEY_UNIT_H

#include <glib.h>

/** The unit that amounts of money are normalized to. */
#define JUE_YUAN "元"

/** jue_scale_factor: what a scale word ("百", "千", "万", "十万", "百万", "千万", "亿") multiplies by. 0 if @text is none. */
gint64 jue_scale_factor (const char *text);

/**
 * jue_money_unit_factor: how many 元 one of @unit is: 元 alone, or behind a scale word ("万元").
 * White space in @unit is ignored. Returns: 0 if it is no money unit.
 */
gint64 jue_money_unit_factor (const char *unit);

/** jue_money_unit_behind: the money unit that @text ends with ("1.5万元"), borrowed from it; the longest one. NULL if none. */
const char *jue_money_unit_behind (const char *text);

/**
 * jue_money_unit_in_brackets: the first money unit in brackets of its own in a folded text ("资金(万元)"), borrowed from it.
 * @length: gets its bytes. Returns: NULL if there is none.
 */
const char *jue_money_unit_in_brackets (const char *folded, gsize *length);

#endif
