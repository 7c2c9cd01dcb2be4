/*
 * Patterns of the catalogue. A form's titles, a kind's captions are many small patterns; joined to one regular
 * expression they are compiled once and searched once. Compiling costs more than reading the whole file, so it waits
 * for the first use.
 */
#include "normalize/catalogue-private.h"

#include "extract/error.h"

struct JuePatterns {
  GString *joined;
  GRegex *regex;
  gboolean often;
};

JuePatterns *
jue_patterns_new (gboolean often)
{
  JuePatterns *self = g_new0 (JuePatterns, 1);
  self->often = often;
  self->joined = g_string_new (NULL);
  return self;
}

void
jue_patterns_free (JuePatterns *self)
{
  if (self == NULL)
    return;
  g_string_free (self->joined, TRUE);
  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self);
}

gboolean
jue_patterns_add (JuePatterns *self, const char *pattern, gboolean check, GError **error)
{
  if (check) {
    GRegex *regex = g_regex_new (pattern, 0, 0, error);
    if (regex == NULL)
      return FALSE;
    g_regex_unref (regex);
  }
  g_string_append_printf (self->joined, "%s(?:%s)", self->joined->len > 0 ? "|" : "", pattern);
  return TRUE;
}

gboolean
jue_patterns_search (JuePatterns *self, const char *text, GMatchInfo **match)
{
  if (self->joined->len == 0)
    return FALSE;
  if (self->regex == NULL)
    self->regex = g_regex_new (self->joined->str, G_REGEX_DUPNAMES | (self->often ? G_REGEX_OPTIMIZE : 0), 0, NULL);
  g_return_val_if_fail (self->regex != NULL, FALSE);
  if (match == NULL)
    return g_regex_match (self->regex, text, 0, NULL);
  if (g_regex_match (self->regex, text, 0, match))
    return TRUE;
  g_clear_pointer (match, g_match_info_free);
  return FALSE;
}
