#include "extract/stream-read.h"

#include <string.h>

#include "extract/error.h"

static void
refuse_attr (JueXmlIn *self, const char *name, const char *why)
{
  jue_xml_in_refuse (self, JUE_ERROR_INPUT, "attribute \"%s\": %s", name, why);
}

const char *
jue_xml_in_attr_needed (JueXmlIn *self, const char *name)
{
  const char *text = jue_xml_in_attr (self, name);
  if (text != NULL)
    return text;
  refuse_attr (self, name, "missing");
  return "";
}

/* Digits with an optional minus sign, nothing else; 18 digits at most, which fit. */
static gboolean
parse_int (const char *text, gint64 *value)
{
  gboolean negative = *text == '-';
  const char *p = text + negative;
  gint64 result = 0;
  if (*p == '\0' || strlen (p) > 18)
    return FALSE;
  for (; *p != '\0'; p++) {
    if (!g_ascii_isdigit (*p))
      return FALSE;
    result = result * 10 + (*p - '0');
  }
  *value = negative ? -result : result;
  return TRUE;
}

static gint64
int_from (JueXmlIn *self, const char *name, const char *text, gint64 min, gint64 max)
{
  gint64 value;
  if (!parse_int (text, &value))
    refuse_attr (self, name, "no integer");
  else if (value < min || value > max)
    refuse_attr (self, name, "out of range");
  else
    return value;
  return min;
}

gint64
jue_xml_in_int (JueXmlIn *self, const char *name, gint64 min, gint64 max, gint64 fallback)
{
  const char *text = jue_xml_in_attr (self, name);
  return text != NULL ? int_from (self, name, text, min, max) : fallback;
}

gint64
jue_xml_in_int_needed (JueXmlIn *self, const char *name, gint64 min, gint64 max)
{
  const char *text = jue_xml_in_attr (self, name);
  if (text != NULL)
    return int_from (self, name, text, min, max);
  refuse_attr (self, name, "missing");
  return min;
}

guint32
jue_xml_in_hex (JueXmlIn *self, const char *name, guint32 max, guint32 fallback)
{
  const char *text = jue_xml_in_attr (self, name);
  if (text == NULL)
    return fallback;
  gsize length = strlen (text);
  guint32 value = 0;
  gboolean good = length >= 1 && length <= 8;
  for (gsize i = 0; good && i < length; i++) {
    good = g_ascii_isxdigit (text[i]);
    value = value << 4 | ((guint32)g_ascii_xdigit_value (text[i]) & 0xf);
  }
  if (good && value <= max)
    return value;
  refuse_attr (self, name, "no hexadecimal number in range");
  return fallback;
}

gboolean
jue_xml_in_yes (JueXmlIn *self, const char *name)
{
  static const char *const names[] = { "no", "yes", NULL };
  return jue_xml_in_choice (self, name, names, 0) == 1;
}

guint
jue_xml_in_choice (JueXmlIn *self, const char *name, const char *const *names, guint fallback)
{
  const char *text = jue_xml_in_attr (self, name);
  if (text == NULL)
    return fallback;
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (text, names[i]) == 0)
      return i;
  refuse_attr (self, name, "unknown word");
  return fallback;
}

/* Optional minus, one to eight digits, point, two digits: nothing else is ever written. @p ends behind it. */
static gboolean
parse_points (const char **p, gint32 *value)
{
  const char *q = *p;
  gboolean negative = *q == '-';
  q += negative;
  gint64 result = 0;
  guint digits = 0;
  for (; g_ascii_isdigit (*q) && digits <= 8; digits++)
    result = result * 10 + (*q++ - '0');
  if (digits < 1 || digits > 8 || q[0] != '.' || !g_ascii_isdigit (q[1]) || !g_ascii_isdigit (q[2]))
    return FALSE;
  result = result * 100 + (q[1] - '0') * 10 + (q[2] - '0');
  if (result > JUE_STREAM_MAX_POINTS)
    return FALSE;
  *value = (gint32)(negative ? -result : result);
  *p = q + 3;
  return TRUE;
}

gint32
jue_xml_in_point (JueXmlIn *self, const char *name, gint32 min, gint32 max)
{
  const char *p = jue_xml_in_attr_needed (self, name);
  gint32 value;
  if (parse_points (&p, &value) && *p == '\0' && value >= min && value <= max)
    return value;
  refuse_attr (self, name, "no number of points in range");
  return min;
}

void
jue_xml_in_points (JueXmlIn *self, const char *name, GArray *values, guint max)
{
  const char *p = jue_xml_in_attr_needed (self, name);
  g_array_set_size (values, 0);
  for (;;) {
    gint32 value;
    if (!parse_points (&p, &value) || values->len >= max)
      break;
    g_array_append_val (values, value);
    if (*p == '\0')
      return;
    if (*p++ != ' ')
      break;
  }
  refuse_attr (self, name, "no list of points");
  g_array_set_size (values, 0);
}

gboolean
jue_xml_in_box (JueXmlIn *self, const char *name, JueBox *box)
{
  *box = (JueBox){ 0, 0, 0, 0 };
  const char *p = jue_xml_in_attr (self, name);
  if (p == NULL)
    return FALSE;
  gint32 v[4];
  gboolean good = TRUE;
  for (guint i = 0; good && i < 4; i++)
    good = parse_points (&p, &v[i]) && *p++ == (i < 3 ? ' ' : '\0');
  if (!good || v[0] > v[2] || v[1] > v[3]) {
    refuse_attr (self, name, "no box");
    return FALSE;
  }
  *box = (JueBox){ v[0], v[1], v[2], v[3] };
  return TRUE;
}

JueProv
jue_xml_in_prov (JueXmlIn *self, guint page)
{
  JueProv prov;
  if (!jue_xml_in_box (self, "box", &prov.box))
    page = 0;
  prov.page = (guint)jue_xml_in_int (self, "page", 0, JUE_STREAM_MAX_PAGES, page);
  return prov;
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

void
jue_xml_in_source (JueXmlIn *self, JueSource *source)
{
  const char *sha256 = jue_xml_in_attr_needed (self, "sha256");
  if (is_sha256 (sha256))
    g_strlcpy (source->sha256, sha256, sizeof source->sha256);
  else
    refuse_attr (self, "sha256", "not 64 hexadecimal digits");
  source->bytes = (guint64)jue_xml_in_int_needed (self, "bytes", 0, G_MAXINT64);
  source->pages = (guint)jue_xml_in_int_needed (self, "pages", 0, JUE_STREAM_MAX_PAGES);
  g_free (source->name);
  source->name = g_strdup (jue_xml_in_attr_needed (self, "name"));
}

void
jue_xml_in_diagnosis (JueXmlIn *self, JueDiagnoses *diagnoses)
{
  static const char *const severities[] = { "info", "warning", NULL };
  JueSeverity severity = jue_xml_in_choice (self, "severity", severities, JUE_SEVERITY_WARNING);
  JueProv prov = jue_xml_in_prov (self, 0);
  g_autofree char *code = g_strdup (jue_xml_in_attr_needed (self, "code"));
  const char *text = jue_xml_in_text (self);
  if (jue_xml_in_ok (self))
    jue_diagnoses_add (diagnoses, severity, code, prov, "%s", text);
}
