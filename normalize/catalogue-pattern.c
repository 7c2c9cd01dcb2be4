/*
 * Patterns of the catalogue. A form's titles, a kind's captions are many small patterns; joined to one regular
 * expression they are compiled once and searched once. Compiling costs more than reading the whole file, so it waits
 * for the first text that holds what a match cannot do without (catalogue-literal.h), and machine code is made only
 * for what is searched often.
 */
#include "normalize/catalogue-private.h"

#include "extract/error.h"
#include "normalize/catalogue-literal.h"

/* Searches after which machine code pays: found by trying 2 to 100 on reports of 13 to 35 pages; it matters little. */
#define SEARCHES_BEFORE_JIT 8

struct JuePatterns {
  GString *joined;
  JueLiterals *literals; /* of all; NULL until asked */
  GRegex *regex;         /* NULL until needed */
  guint searches;        /* by the regular expression */
};

JuePatterns *
jue_patterns_new (void)
{
  JuePatterns *self = g_new0 (JuePatterns, 1);
  self->joined = g_string_new (NULL);
  return self;
}

void
jue_patterns_free (JuePatterns *self)
{
  if (self == NULL)
    return;
  g_string_free (self->joined, TRUE);
  jue_literals_free (self->literals);
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
jue_patterns_allow (JuePatterns *self, const char *text)
{
  if (self->joined->len == 0)
    return FALSE;
  if (self->literals == NULL)
    self->literals = jue_literals_new (self->joined->str);
  return jue_literals_allow (self->literals, text);
}

/* Makes the regular expression, and makes it anew as machine code when it has shown to be searched often. */
static void
compile (JuePatterns *self)
{
  guint searches = self->searches++;
  if (self->regex != NULL && searches != SEARCHES_BEFORE_JIT)
    return;
  g_clear_pointer (&self->regex, g_regex_unref);
  self->regex = g_regex_new (self->joined->str, G_REGEX_DUPNAMES | (searches > 0 ? G_REGEX_OPTIMIZE : 0), 0, NULL);
}

gboolean
jue_patterns_search (JuePatterns *self, const char *text, GMatchInfo **match)
{
  return jue_patterns_search_from (self, text, 0, match);
}

gboolean
jue_patterns_search_from (JuePatterns *self, const char *text, gsize from, GMatchInfo **match)
{
  if (!jue_patterns_allow (self, text))
    return FALSE;
  compile (self);
  g_return_val_if_fail (self->regex != NULL, FALSE);
  if (g_regex_match_full (self->regex, text, -1, (gint)from, 0, match, NULL))
    return TRUE;
  if (match == NULL)
    return FALSE;
  g_clear_pointer (match, g_match_info_free);
  return FALSE;
}
