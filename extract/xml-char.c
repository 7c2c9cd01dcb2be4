#include "extract/xml-char.h"

gboolean
jue_xml_allows (gunichar ch)
{
  if (ch < 0x20)
    return ch == '\t' || ch == '\n' || ch == '\r';
  return ch < 0xd800 || (ch >= 0xe000 && ch < 0xfffe) || (ch >= 0x10000 && ch < 0x110000);
}

static gboolean
is_tail (guchar byte)
{
  return (byte & 0xc0) == 0x80;
}

guint
jue_xml_scan (const char *text, gboolean *allowed)
{
  static const gunichar least[] = { 0, 0, 0x80, 0x800, 0x10000 };
  const guchar *p = (const guchar *)text;
  gunichar ch = p[0];
  guint length = 1;
  if (ch >= 0xc2 && ch < 0xe0 && is_tail (p[1])) {
    ch = (ch & 0x1f) << 6 | (p[1] & 0x3f);
    length = 2;
  } else if (ch >= 0xe0 && ch < 0xf0 && is_tail (p[1]) && is_tail (p[2])) {
    ch = (ch & 0x0f) << 12 | (gunichar)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
    length = 3;
  } else if (ch >= 0xf0 && ch < 0xf5 && is_tail (p[1]) && is_tail (p[2]) && is_tail (p[3])) {
    ch = (ch & 0x07) << 18 | (gunichar)(p[1] & 0x3f) << 12 | (gunichar)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
    length = 4;
  }
  *allowed = (length > 1 || ch < 0x80) && ch >= least[length] && jue_xml_allows (ch);
  return length;
}

/* Length of the part that needs no change. */
static gsize
clean_length (const char *text)
{
  const char *p = text;
  while (*p != '\0') {
    gboolean allowed;
    guint length = jue_xml_scan (p, &allowed);
    if (!allowed)
      break;
    p += length;
  }
  return (gsize)(p - text);
}

char *
jue_xml_clean (const char *text)
{
  const char *p = text + clean_length (text);
  if (*p == '\0')
    return NULL;
  GString *clean = g_string_new_len (text, p - text);
  while (*p != '\0') {
    gboolean allowed;
    guint length = jue_xml_scan (p, &allowed);
    if (allowed)
      g_string_append_len (clean, p, length);
    else
      g_string_append (clean, JUE_XML_REPLACEMENT);
    p += length;
  }
  return g_string_free (clean, FALSE);
}
