#include "extract/stream-write.h"

#include <string.h>

#include "extract/error.h"
#include "extract/stream-packed.h"
#include "extract/xml-char.h"

#define BUFFER_SIZE 65536
#define MAX_DEPTH 16

struct JueXmlOut {
  JueWriteFunc write;
  gpointer data;
  GError *error;
  guint replaced;
  guint depth;
  gboolean in_tag;   /* the start tag still lacks its ">" */
  gboolean packed;   /* write a packed stream instead of XML */
  gboolean has_text; /* the innermost element holds text: its end tag follows at once */
  const char *names[MAX_DEPTH];
  gsize used;
  char buffer[BUFFER_SIZE];
};

static void
hand_over (JueXmlOut *self)
{
  if (self->used > 0 && self->error == NULL)
    self->write (self->data, self->buffer, self->used, &self->error);
  self->used = 0;
}

static void
put_in_parts (JueXmlOut *self, const char *bytes, gsize length)
{
  while (length > 0) {
    if (self->used == BUFFER_SIZE)
      hand_over (self);
    gsize part = MIN (length, BUFFER_SIZE - self->used);
    memcpy (self->buffer + self->used, bytes, part);
    self->used += part;
    bytes += part;
    length -= part;
  }
}

/* Called for every few bytes: the usual case must be inlined, with a known length mostly. */
static inline void
put (JueXmlOut *self, const char *bytes, gsize length)
{
  if (G_UNLIKELY (length > BUFFER_SIZE - self->used)) {
    put_in_parts (self, bytes, length);
    return;
  }
  memcpy (self->buffer + self->used, bytes, length);
  self->used += length;
}

static void
put_string (JueXmlOut *self, const char *text)
{
  put (self, text, strlen (text));
}

#define put_literal(self, literal) put (self, literal, sizeof literal - 1)

/* What stands for a byte that cannot be written as it is; NULL if it can. White space in attributes would come back as
 * blanks, and a carriage return as a line feed, if they were not escaped. */
static const char *
escape_of (guchar byte, gboolean in_attribute)
{
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return in_attribute ? "&quot;" : NULL;
    case '\t':
      return in_attribute ? "&#9;" : NULL;
    case '\n':
      return in_attribute ? "&#10;" : NULL;
    case '\r':
      return "&#13;";
    default:
      return NULL;
  }
}

static inline gboolean
is_tail (guchar byte)
{
  return (byte & 0xc0) == 0x80;
}

/* End of the stretch at @p that needs no closer look: letters, digits, U+1000 to U+CFFF, where ideographs are. */
static inline const guchar *
skip_plain (const guchar *p)
{
  for (;;) {
    if ((*p > '>' && *p < 0x80) || (*p >= '\'' && *p < '<') || *p == ' ')
      p++;
    else if (*p >= 0xe1 && *p <= 0xec && is_tail (p[1]) && is_tail (p[2]))
      p += 3;
    else
      return p;
  }
}

/* Clean stretches are copied as a whole. */
static void
put_escaped (JueXmlOut *self, const char *text, gboolean in_attribute)
{
  const guchar *start = (const guchar *)text, *p = skip_plain (start);
  for (; *p != '\0'; p = skip_plain (p)) {
    gboolean allowed;
    const char *escape = self->packed ? NULL : escape_of (*p, in_attribute);
    guint length = jue_xml_scan ((const char *)p, &allowed);
    if (escape != NULL || !allowed) {
      put (self, (const char *)start, (gsize)(p - start));
      put_string (self, allowed ? escape : JUE_XML_REPLACEMENT);
      self->replaced += allowed ? 0 : 1;
      start = p + length;
    }
    p += length;
  }
  put (self, (const char *)start, (gsize)(p - start));
}

static JueXmlOut *
new_out (JueWriteFunc write, gpointer data)
{
  JueXmlOut *self = g_new (JueXmlOut, 1);
  memset (self, 0, G_STRUCT_OFFSET (JueXmlOut, buffer));
  self->write = write;
  self->data = data;
  return self;
}

JueXmlOut *
jue_xml_out_new (JueWriteFunc write, gpointer data)
{
  JueXmlOut *self = new_out (write, data);
  put_literal (self, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  return self;
}

JueXmlOut *
jue_xml_out_new_packed (JueWriteFunc write, gpointer data)
{
  JueXmlOut *self = new_out (write, data);
  self->packed = TRUE;
  put_literal (self, JUE_PACKED_MAGIC);
  return self;
}

/* One byte that tells what comes, and a text with its end. */
static void
put_token (JueXmlOut *self, char kind, const char *text)
{
  put (self, &kind, 1);
  put (self, text, strlen (text) + 1);
}

void
jue_xml_out_free (JueXmlOut *self)
{
  if (self == NULL)
    return;
  g_clear_error (&self->error);
  g_free (self);
}

static void
put_line_start (JueXmlOut *self)
{
  static const char blanks[MAX_DEPTH + 2] = "\n                ";
  put (self, blanks, 1 + self->depth);
}

static void
end_tag_if_open (JueXmlOut *self)
{
  if (self->in_tag)
    put_literal (self, ">");
  self->in_tag = FALSE;
}

void
jue_xml_out_open (JueXmlOut *self, const char *name)
{
  g_assert (self->depth < MAX_DEPTH && !self->has_text);
  if (self->packed) {
    put_token (self, JUE_PACKED_OPEN, name);
  } else {
    end_tag_if_open (self);
    put_line_start (self);
    put_literal (self, "<");
    put_string (self, name);
  }
  self->names[self->depth++] = name;
  self->in_tag = TRUE;
}

static void
put_end_tag (JueXmlOut *self, const char *name)
{
  if (self->in_tag) {
    put_literal (self, "/>");
  } else {
    if (!self->has_text)
      put_line_start (self);
    put_literal (self, "</");
    put_string (self, name);
    put_literal (self, ">");
  }
  if (self->depth == 0)
    put_literal (self, "\n");
}

void
jue_xml_out_close (JueXmlOut *self)
{
  static const char close = JUE_PACKED_CLOSE;
  g_assert (self->depth > 0);
  const char *name = self->names[--self->depth];
  if (self->packed)
    put (self, &close, 1);
  else
    put_end_tag (self, name);
  self->in_tag = FALSE;
  self->has_text = FALSE;
}

static void
begin_attr (JueXmlOut *self, const char *name)
{
  g_assert (self->in_tag);
  if (self->packed) {
    put_token (self, JUE_PACKED_ATTR, name);
    return;
  }
  put_literal (self, " ");
  put_string (self, name);
  put_literal (self, "=\"");
}

static void
end_attr (JueXmlOut *self)
{
  put (self, self->packed ? "" : "\"", 1);
}

void
jue_xml_out_attr (JueXmlOut *self, const char *name, const char *value)
{
  if (value == NULL)
    return;
  begin_attr (self, name);
  put_escaped (self, value, TRUE);
  end_attr (self);
}

static void
put_uint (JueXmlOut *self, guint64 value)
{
  char digits[20], *end = digits + sizeof digits, *p = end;
  do
    *--p = (char)('0' + value % 10);
  while ((value /= 10) > 0);
  put (self, p, (gsize)(end - p));
}

void
jue_xml_out_attr_uint (JueXmlOut *self, const char *name, guint64 value)
{
  begin_attr (self, name);
  put_uint (self, value);
  end_attr (self);
}

void
jue_xml_out_attr_rgb (JueXmlOut *self, const char *name, guint32 rgb)
{
  char digits[6];
  for (guint i = 0; i < 6; i++)
    digits[i] = "0123456789abcdef"[rgb >> (20 - 4 * i) & 0xf];
  begin_attr (self, name);
  put (self, digits, sizeof digits);
  end_attr (self);
}

/* Eleven digits at most, for -21474836.48, the point, the sign. */
static void
put_points (JueXmlOut *self, gint32 hundredths)
{
  char digits[16], *end = digits + sizeof digits, *p = end;
  guint32 rest = hundredths < 0 ? 0u - (guint32)hundredths : (guint32)hundredths;
  *--p = (char)('0' + rest % 10);
  *--p = (char)('0' + rest / 10 % 10);
  *--p = '.';
  rest /= 100;
  do
    *--p = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (hundredths < 0)
    *--p = '-';
  put (self, p, (gsize)(end - p));
}

void
jue_xml_out_attr_points (JueXmlOut *self, const char *name, const gint32 *values, guint n)
{
  begin_attr (self, name);
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      put_literal (self, " ");
    put_points (self, values[i]);
  }
  end_attr (self);
}

void
jue_xml_out_attr_source (JueXmlOut *self, const JueSource *source)
{
  guint replaced = self->replaced;
  jue_xml_out_attr (self, "name", source->name != NULL ? source->name : "");
  self->replaced = replaced;
  jue_xml_out_attr (self, "sha256", source->sha256);
  jue_xml_out_attr_uint (self, "bytes", source->bytes);
  jue_xml_out_attr_uint (self, "pages", source->pages);
}

void
jue_xml_out_text (JueXmlOut *self, const char *text)
{
  static const char kind = JUE_PACKED_TEXT;
  if (text[0] == '\0')
    return;
  if (self->packed) {
    put (self, &kind, 1);
    put_escaped (self, text, FALSE);
    put (self, "", 1);
  } else {
    end_tag_if_open (self);
    put_escaped (self, text, FALSE);
  }
  self->in_tag = FALSE;
  self->has_text = TRUE;
}

guint
jue_xml_out_forget_replaced (JueXmlOut *self)
{
  guint replaced = self->replaced;
  self->replaced = 0;
  return replaced;
}

gboolean
jue_xml_out_flush (JueXmlOut *self, GError **error)
{
  hand_over (self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
