/*
 * Reads <performance>: forms, words, operators and units of performance forms.
 */
#include "normalize/catalogue-performance-private.h"
#include "normalize/catalogue-reader.h"

#include "normalize/fold.h"

static gboolean
read_title (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  return jue_reader_pattern (self, node, ((JuePerformanceEntry *)data)->titles);
}

static gboolean
read_refusal (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  return jue_reader_pattern (self, node, ((JuePerformanceEntry *)data)->refusals);
}

static gboolean
read_form (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  static const JueReadElement elements[] = { { "title", read_title }, { "refuse", read_refusal }, { NULL, NULL } };
  const char *id = jue_reader_require (self, node, "id");
  const char *name = id != NULL ? jue_reader_require (self, node, "name") : NULL;
  (void)data;
  if (name == NULL)
    return FALSE;
  if (jue_catalogue_performance (self->catalogue, id) != NULL)
    return jue_reader_fail (self, node->line, "form %s is there already", id);
  JuePerformanceEntry *entry = g_new0 (JuePerformanceEntry, 1);
  entry->form = (JuePerformanceForm){ jue_reader_keep (self, id), jue_reader_keep (self, name) };
  entry->titles = jue_patterns_new ();
  entry->refusals = jue_patterns_new ();
  g_ptr_array_add (self->catalogue->performance->forms, entry);
  return jue_reader_children (self, node, elements, entry);
}

/* ---- words ---- */

static const char *const places[JUE_N_PLACES] = { "label", "column", "indicator" };

static const char *const roles[JUE_N_WORD_ROLES] = {
  [JUE_WORD_TEXT] = "text",     [JUE_WORD_MONEY] = "money",   [JUE_WORD_PERCENT] = "percent",
  [JUE_WORD_SCORE] = "score",   [JUE_WORD_COUNT] = "count",   [JUE_WORD_GROUP] = "group",
  [JUE_WORD_SUM] = "sum",       [JUE_WORD_NAME] = "name",     [JUE_WORD_OWNER] = "owner",
  [JUE_WORD_LEVEL] = "level",   [JUE_WORD_UNIT] = "unit",     [JUE_WORD_OPERATOR] = "operator",
  [JUE_WORD_TARGET] = "target", [JUE_WORD_ACTUAL] = "actual", [JUE_WORD_COMPLETION] = "completion",
  [JUE_WORD_WEIGHT] = "weight", [JUE_WORD_REASON] = "reason", [JUE_WORD_MEASURES] = "measures",
};

/* Index of @name in @names; @n if it is none of them. */
static guint
find_name (const char *const *names, guint n, const char *name)
{
  guint i = 0;
  while (i < n && !g_str_equal (names[i], name))
    i++;
  return i;
}

static gboolean
read_word_pattern (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  GString *joined = data;
  g_autoptr (GError) broken = NULL;
  const char *text = jue_reader_text (self, node);
  if (text == NULL)
    return FALSE;
  g_autoptr (GRegex) regex = self->check ? g_regex_new (text, 0, 0, &broken) : NULL;
  if (broken != NULL)
    return jue_reader_fail (self, node->line, "%s", broken->message);
  if (regex != NULL && g_regex_get_capture_count (regex) > 0)
    return jue_reader_fail (self, node->line, "'%s' has a group", text);
  g_string_append_printf (joined, "%s%s", joined->len > 0 ? "|" : "", text);
  return TRUE;
}

static gboolean
read_word (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  static const JueReadElement elements[] = { { "pattern", read_word_pattern }, { NULL, NULL } };
  g_autoptr (GString) joined = g_string_new (NULL);
  const char *id = jue_reader_require (self, node, "id");
  const char *place = id != NULL ? jue_reader_require (self, node, "place") : NULL;
  const char *role = place != NULL ? jue_reader_require (self, node, "role") : NULL;
  (void)data;
  if (role == NULL || !jue_reader_children (self, node, elements, joined))
    return FALSE;
  guint p = find_name (places, JUE_N_PLACES, place), r = find_name (roles, JUE_N_WORD_ROLES, role);
  if (p == JUE_N_PLACES || r == JUE_N_WORD_ROLES || joined->len == 0)
    return jue_reader_fail (self, node->line, "word %s has an unknown place or role, or no pattern", id);
  JuePerformance *performance = self->catalogue->performance;
  GString *pattern = performance->places[p].pattern;
  JueWord word = { jue_reader_keep (self, id), (JueWordRole)r };
  g_string_append_printf (pattern, "%s(%s)", pattern->len > 0 ? "|" : "", joined->str);
  g_array_append_val (performance->places[p].words, word);
  return TRUE;
}

/* ---- targets ---- */

static gboolean
read_operator (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  const char *sign = jue_reader_require (self, node, "sign");
  const char *place = sign != NULL ? jue_reader_require (self, node, "place") : NULL;
  const char *text = place != NULL ? jue_reader_text (self, node) : NULL;
  (void)data;
  if (text == NULL)
    return FALSE;
  JueOperator op = { jue_reader_keep (self, sign), g_str_equal (place, "behind"), g_strsplit (text, "|", -1) };
  for (char **wording = op.wordings; *wording != NULL; wording++) {
    char *folded = jue_fold (*wording);
    g_free (*wording);
    *wording = folded;
  }
  g_array_append_val (self->catalogue->performance->operators, op);
  return TRUE;
}

static gboolean
read_unit (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  gboolean compared = jue_reader_attribute (node, "when") != NULL;
  JuePerformance *performance = self->catalogue->performance;
  g_autoptr (GError) broken = NULL;
  const char *text = jue_reader_text (self, node);
  (void)data;
  if (text == NULL)
    return FALSE;
  g_autofree char *whole = g_strdup_printf ("^(?:%s)$", text);
  if (!jue_patterns_add (compared ? performance->compared_measures : performance->measures, whole, self->check,
                         &broken))
    return jue_reader_fail (self, node->line, "%s", broken->message);
  return TRUE;
}

static gboolean
read_alias (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  const char *of = jue_reader_require (self, node, "of");
  const char *text = of != NULL ? jue_reader_text (self, node) : NULL;
  (void)data;
  if (text == NULL)
    return FALSE;
  g_auto (GStrv) names = g_strsplit (text, "|", -1);
  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (self->catalogue->performance->aliases, jue_fold (names[i]),
                         (gpointer)jue_reader_keep (self, of));
  return TRUE;
}

gboolean
jue_reader_performance (JueCatalogueReader *self, const JueNode *root)
{
  static const JueReadElement elements[] = {
    { "form", read_form }, { "word", read_word },   { "operator", read_operator },
    { "unit", read_unit }, { "alias", read_alias }, { "words", jue_reader_words }, { NULL, NULL },
  };
  return jue_reader_children (self, root, elements, NULL);
}
