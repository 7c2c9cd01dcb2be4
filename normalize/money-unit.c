/* Money units: 元 and what is a multiple of it. */
#include "normalize/money-unit.h"

#include <string.h>

/* Same text, white space in @text aside: letterspaced captions print 万 元. */
static gboolean
equal_closed_up (const char *text, const char *wanted)
{
  while (*text != '\0') {
    gsize length = (gsize)(g_utf8_next_char (text) - text);
    if (g_unichar_isspace (g_utf8_get_char (text))) {
      text += length;
      continue;
    }
    if (strncmp (text, wanted, length) != 0)
      return FALSE;
    text += length;
    wanted += length;
  }
  return *wanted == '\0';
}

gint64
jue_money_unit_factor (const char *unit)
{
  static const struct {
    const char *unit;
    gint64 factor;
  } units[] = { { "元", 1 },           { "万元", 10000 },      { "千元", 1000 },     { "百元", 100 },
                { "百万元", 1000000 }, { "千万元", 10000000 }, { "亿元", 100000000 } };
  if (unit == NULL || !g_utf8_validate (unit, -1, NULL))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (equal_closed_up (unit, units[i].unit))
      return units[i].factor;
  return 0;
}
