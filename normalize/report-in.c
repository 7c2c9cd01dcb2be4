#include "normalize/report-in.h"

#include <string.h>

#include "extract/error.h"
#include "normalize/report-read.h"

static const char *
keep (JueReportIn *self, const char *text)
{
  gsize length = strlen (text);
  self->text += length + 1;
  if (length > JUE_REPORT_MAX_PIECE)
    jue_xml_in_refuse (self->in, JUE_ERROR_LIMIT, "a text of more than %d bytes", JUE_REPORT_MAX_PIECE);
  else if (self->text > JUE_REPORT_MAX_TEXT)
    jue_xml_in_refuse (self->in, JUE_ERROR_LIMIT, "more than %d bytes of text", JUE_REPORT_MAX_TEXT);
  return jue_xml_in_ok (self->in) ? jue_report_string (self->report, text) : "";
}

const char *
jue_report_in_attr (JueReportIn *self, const char *name)
{
  const char *text = jue_xml_in_attr (self->in, name);
  return text != NULL ? keep (self, text) : NULL;
}

const char *
jue_report_in_content (JueReportIn *self)
{
  static const char *const no_yes[] = { "no", "yes", NULL };
  if (jue_xml_in_choice (self->in, "printed", no_yes, 1) == 0)
    return NULL;
  return keep (self, jue_xml_in_text (self->in));
}

JuePrinted
jue_report_in_printed (JueReportIn *self)
{
  JueProv prov = jue_xml_in_prov (self->in, 0);
  return (JuePrinted){ jue_report_in_content (self), prov };
}

/* Exactly what jue_amount_append writes: sign, digits, and a point with at least one digit behind it or none at all. */
static gboolean
parse_amount (const char *text, JueAmount *amount)
{
  gboolean negative = *text == '-';
  const char *p = text + negative;
  guint64 value = 0, max = (guint64)G_MAXINT64 + (negative ? 1 : 0);
  guint digits = 0, scale = 0;
  gboolean in_fraction = FALSE;
  for (; *p != '\0'; p++) {
    if (*p == '.' && digits > 0 && !in_fraction) {
      in_fraction = TRUE;
      continue;
    }
    guint64 digit = (guint64)(*p - '0');
    if (!g_ascii_isdigit (*p) || value > (max - digit) / 10)
      return FALSE;
    value = value * 10 + digit;
    digits++;
    scale += in_fraction ? 1 : 0;
  }
  if (digits == 0 || scale > JUE_AMOUNT_MAX_SCALE || (in_fraction && scale == 0))
    return FALSE;
  amount->mantissa = negative ? (gint64)(0 - value) : (gint64)value;
  amount->scale = (guint8)scale;
  return TRUE;
}

gboolean
jue_report_in_amount (JueReportIn *self, JueAmount *amount)
{
  const char *text = jue_xml_in_attr (self->in, "amount");
  if (text == NULL)
    return FALSE;
  if (parse_amount (text, amount))
    return TRUE;
  jue_xml_in_refuse (self->in, JUE_ERROR_INPUT, "attribute \"amount\": no exact number");
  return FALSE;
}
