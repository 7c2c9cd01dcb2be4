/*
 * Money units: 元, and 元 behind a scale word. This is the only place that knows them.
 *
 * They are no data of the forms: the scale words are numerals, like the digits, and 元 is the currency that every amount is
 * normalized to. forms/facts.xml only says which of them stand behind figures in prose.
 */
#include "normalize/money-unit.h"

#include <string.h>

static const struct {
  const char *name;
  gint64 factor;
} scales[] = {
  { "百", 100 },       { "千", 1000 },       { "万", 10000 },     { "十万", 100000 },
  { "百万", 1000000 }, { "千万", 10000000 }, { "亿", 100000000 },
};

gint64
jue_scale_factor (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (strcmp (text, scales[i].name) == 0)
      return scales[i].factor;
  return 0;
}

/* @text without white space: letterspaced captions print 万 元. */
static char *
close_up (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  return g_string_free (out, FALSE);
}

gint64
jue_money_unit_factor (const char *unit)
{
  if (unit == NULL || !g_utf8_validate (unit, -1, NULL))
    return 0;
  g_autofree char *name = close_up (unit);
  if (!g_str_has_suffix (name, JUE_YUAN))
    return 0;
  name[strlen (name) - strlen (JUE_YUAN)] = '\0';
  return *name == '\0' ? 1 : jue_scale_factor (name);
}

const char *
jue_money_unit_behind (const char *text)
{
  if (!g_str_has_suffix (text, JUE_YUAN))
    return NULL;
  gsize front = strlen (text) - strlen (JUE_YUAN), longest = 0;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    gsize n = strlen (scales[i].name);
    if (n > longest && n <= front && strncmp (text + front - n, scales[i].name, n) == 0)
      longest = n;
  }
  return text + front - longest;
}

const char *
jue_money_unit_in_brackets (const char *folded, gsize *length)
{
  for (const char *open = strchr (folded, '('); open != NULL; open = strchr (open + 1, '(')) {
    gsize n = strcspn (open + 1, "()");
    g_autofree char *inside = open[1 + n] == ')' ? g_strndup (open + 1, n) : NULL;
    if (jue_money_unit_factor (inside) == 0)
      continue;
    *length = n;
    return open + 1;
  }
  return NULL;
}
