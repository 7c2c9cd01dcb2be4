#ifndef JUE_MONEY_UNIT_H
#define JUE_MONEY_UNIT_H

#include <glib.h>

/**
 * jue_money_unit_factor: how many 元 one of @unit is ("元", "百元", "千元", "万元", "百万元", "千万元", "亿元").
 * White space in @unit is ignored. Returns: 0 if it is no money unit.
 */
gint64 jue_money_unit_factor (const char *unit);

#endif
