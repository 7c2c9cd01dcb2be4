#include "export/append.h"

void
jue_append_uint (GString *out, guint64 number)
{
  char digits[20];
  char *p = digits + sizeof digits;
  do {
    *--p = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  g_string_append_len (out, p, digits + sizeof digits - p);
}

void
jue_append_points (GString *out, gint32 hundredths)
{
  jue_amount_append (out, (JueAmount){ hundredths, 2 });
}

void
jue_append_box (GString *out, const JueBox *box, const char *separator)
{
  jue_append_points (out, box->x0);
  g_string_append (out, separator);
  jue_append_points (out, box->y0);
  g_string_append (out, separator);
  jue_append_points (out, box->x1);
  g_string_append (out, separator);
  jue_append_points (out, box->y1);
}
