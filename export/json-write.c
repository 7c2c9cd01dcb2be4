#include "export/json-write.h"

#include <string.h>

#include "export/append.h"

/* Text gathered before the sink gets it. */
#define FLUSH_SIZE 16384

void
jue_json_init (JueJson *self, JueSink *sink)
{
  self->sink = sink;
  self->text = g_string_sized_new (2 * FLUSH_SIZE);
  self->comma = FALSE;
  self->indent = -1;
}

static void
flush (JueJson *self)
{
  /* The sink remembers a failure until it is finished. */
  jue_sink_write (self->sink, self->text->str, self->text->len, NULL);
  g_string_truncate (self->text, 0);
}

void
jue_json_finish (JueJson *self)
{
  g_string_append_c (self->text, '\n');
  flush (self);
  g_string_free (self->text, TRUE);
  self->text = NULL;
}

void
jue_json_break (JueJson *self, gint indent)
{
  self->indent = indent;
}

static void
start_line (JueJson *self)
{
  g_string_append_c (self->text, '\n');
  for (gint i = 0; i < self->indent; i++)
    g_string_append_c (self->text, ' ');
  self->indent = -1;
}

/* What stands between the last member and the next one. */
static void
separate (JueJson *self)
{
  if (self->text->len >= FLUSH_SIZE)
    flush (self);
  if (self->comma)
    g_string_append_c (self->text, ',');
  if (self->indent >= 0)
    start_line (self);
  else if (self->comma)
    g_string_append_c (self->text, ' ');
  self->comma = TRUE;
}

void
jue_json_open (JueJson *self, char bracket)
{
  separate (self);
  g_string_append_c (self->text, bracket);
  self->comma = FALSE;
}

void
jue_json_close (JueJson *self, char bracket)
{
  g_string_append_c (self->text, bracket);
  self->comma = TRUE;
  self->indent = -1;
}

void
jue_json_key (JueJson *self, const char *key)
{
  separate (self);
  g_string_append_c (self->text, '"');
  g_string_append (self->text, key);
  g_string_append (self->text, "\": ");
  self->comma = FALSE;
}

void
jue_json_open_list (JueJson *self, gint indent, const char *key)
{
  jue_json_break (self, indent);
  jue_json_key (self, key);
  jue_json_open (self, '[');
}

static void
append_escape (GString *out, guchar c)
{
  static const char hex[] = "0123456789abcdef";
  static const char letters[] = "btnvfr"; /* from U+0008 on; JSON has no \v */
  g_string_append_c (out, '\\');
  if (c == '"' || c == '\\')
    g_string_append_c (out, (char)c);
  else if (c >= '\b' && c <= '\r' && c != '\v')
    g_string_append_c (out, letters[c - '\b']);
  else {
    g_string_append (out, "u00");
    g_string_append_c (out, hex[c >> 4]);
    g_string_append_c (out, hex[c & 15]);
  }
}

static void
append_escaped (GString *out, const char *text)
{
  const char *run = text;
  const char *p = text;
  for (; *p != '\0'; p++) {
    guchar c = (guchar)*p;
    if (c >= 0x20 && c != '"' && c != '\\')
      continue;
    g_string_append_len (out, run, p - run);
    append_escape (out, c);
    run = p + 1;
  }
  g_string_append_len (out, run, p - run);
}

void
jue_json_string (JueJson *self, const char *text)
{
  if (text == NULL) {
    jue_json_null (self);
    return;
  }
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  separate (self);
  g_string_append_c (self->text, '"');
  append_escaped (self->text, valid != NULL ? valid : text);
  g_string_append_c (self->text, '"');
}

void
jue_json_uint (JueJson *self, guint64 number)
{
  separate (self);
  jue_append_uint (self->text, number);
}

void
jue_json_bool (JueJson *self, gboolean value)
{
  separate (self);
  g_string_append (self->text, value ? "true" : "false");
}

void
jue_json_null (JueJson *self)
{
  separate (self);
  g_string_append (self->text, "null");
}

void
jue_json_amount (JueJson *self, JueAmount amount)
{
  separate (self);
  g_string_append_c (self->text, '"');
  jue_amount_append (self->text, amount);
  g_string_append_c (self->text, '"');
}

void
jue_json_strings (JueJson *self, const char *const *texts, guint n)
{
  jue_json_open (self, '[');
  for (guint i = 0; i < n; i++)
    jue_json_string (self, texts[i]);
  jue_json_close (self, ']');
}

void
jue_json_place (JueJson *self, const JueProv *prov)
{
  jue_json_positive_member (self, "page", prov->page);
  jue_json_key (self, "box");
  if (prov->page == 0) {
    jue_json_null (self);
    return;
  }
  separate (self);
  g_string_append_c (self->text, '[');
  jue_append_box (self->text, &prov->box, ", ");
  g_string_append_c (self->text, ']');
}

void
jue_json_text_member (JueJson *self, const char *key, const char *text)
{
  jue_json_key (self, key);
  jue_json_string (self, text);
}

void
jue_json_uint_member (JueJson *self, const char *key, guint64 number)
{
  jue_json_key (self, key);
  jue_json_uint (self, number);
}

void
jue_json_positive_member (JueJson *self, const char *key, guint64 number)
{
  if (number != 0) {
    jue_json_uint_member (self, key, number);
    return;
  }
  jue_json_key (self, key);
  jue_json_null (self);
}
