/* Reads forms/sections.xml and forms/facts.xml; ../forms/forms.rng describes them. */
#include "normalize/catalogue-prose.h"

#include <string.h>

#include "normalize/money-unit.h"

static gboolean
read_pattern (JueCatalogueReader *reader, const JueNode *node, gpointer data)
{
  return jue_reader_pattern (reader, node, data);
}

static gboolean
read_number (JueCatalogueReader *reader, const JueNode *node, const char *name, gint64 most, gint64 *number)
{
  const char *text = jue_reader_require (reader, node, name);
  guint64 value;
  if (text == NULL)
    return FALSE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, (guint64)most, &value, NULL))
    return jue_reader_fail (reader, node->line, "%s must be a number, not '%s'", name, text);
  *number = (gint64)value;
  return TRUE;
}

static const char *
keep_attribute (JueCatalogueReader *reader, const JueNode *node, const char *name, const char *otherwise)
{
  const char *text = jue_reader_attribute (node, name);
  return text != NULL ? jue_reader_keep (reader, text) : otherwise;
}

static gboolean
read_section (JueCatalogueReader *reader, const JueNode *node, gpointer data)
{
  static const JueReadElement elements[] = { { "title", read_pattern }, { NULL, NULL } };
  const char *id = jue_reader_require (reader, node, "id");
  gint64 level = 0;
  (void)data;
  if (id == NULL || !read_number (reader, node, "level", 5, &level))
    return FALSE;
  JueKnownSection *section = g_new0 (JueKnownSection, 1);
  section->id = jue_reader_keep (reader, id);
  section->level = (guint)level;
  section->below = keep_attribute (reader, node, "below", NULL);
  section->titles = jue_patterns_new ();
  g_ptr_array_add (reader->catalogue->prose->sections, section);
  return jue_reader_children (reader, node, elements, section->titles);
}

gboolean
jue_prose_read_sections (JueCatalogueReader *reader, const JueNode *root)
{
  static const JueReadElement elements[] = { { "words", jue_reader_words },
                                             { "section", read_section },
                                             { NULL, NULL } };
  return jue_reader_children (reader, root, elements, NULL);
}

/* ---- facts ---- */

/* Names of kinds of figures, parted by blanks. */
static gboolean
read_kinds (JueCatalogueReader *reader, const JueNode *node, const char *name, guint *kinds)
{
  static const struct {
    const char *name;
    JueFigureKind kind;
  } known[] = {
    { "money", JUE_FIGURE_MONEY },
    { "percent", JUE_FIGURE_PERCENT },
    { "count", JUE_FIGURE_COUNT },
    { "score", JUE_FIGURE_SCORE },
  };
  const char *text = jue_reader_require (reader, node, name);
  if (text == NULL)
    return FALSE;
  g_auto (GStrv) names = g_strsplit (text, " ", -1);
  *kinds = 0;
  for (guint i = 0; names[i] != NULL; i++) {
    guint k = 0;
    while (k < G_N_ELEMENTS (known) && !g_str_equal (known[k].name, names[i]))
      k++;
    if (k == G_N_ELEMENTS (known))
      return jue_reader_fail (reader, node->line, "unknown kind of figures '%s'", names[i]);
    *kinds |= known[k].kind;
  }
  return TRUE;
}

static gint
compare_unit (gconstpointer a, gconstpointer b)
{
  gsize x = strlen (((const JueKnownUnit *)a)->name), y = strlen (((const JueKnownUnit *)b)->name);
  return x > y ? -1 : x < y;
}

/* What values are normalized to: for money 元, whose multiples have their factor in their name. */
static gboolean
read_unit_factor (JueCatalogueReader *reader, const JueNode *node, JueKnownUnit *unit)
{
  unit->factor = 1;
  if (unit->kind == JUE_FIGURE_MONEY) {
    unit->factor = jue_money_unit_factor (unit->name);
    unit->as = JUE_YUAN;
    return unit->factor > 0 || jue_reader_fail (reader, node->line, "'%s' is no money unit", unit->name);
  }
  unit->as = keep_attribute (reader, node, "as", unit->name);
  return jue_reader_attribute (node, "factor") == NULL
         || read_number (reader, node, "factor", 1000000000, &unit->factor);
}

static gboolean
read_unit (JueCatalogueReader *reader, const JueNode *node, gpointer data)
{
  const char *name = jue_reader_require (reader, node, "name");
  guint kind;
  (void)data;
  if (name == NULL || !read_kinds (reader, node, "kind", &kind))
    return FALSE;
  JueKnownUnit unit = { .name = jue_reader_keep (reader, name), .kind = (JueFigureKind)kind };
  if (!read_unit_factor (reader, node, &unit))
    return FALSE;
  unit.counts = keep_attribute (reader, node, "counts", NULL);
  unit.not_before = keep_attribute (reader, node, "not", NULL);
  g_array_append_val (reader->catalogue->prose->units, unit);
  return TRUE;
}

static gboolean
read_phrase_pattern (JueCatalogueReader *reader, const JueNode *node, gpointer data)
{
  return jue_reader_pattern (reader, node, ((JueKnownPhrase *)data)->patterns);
}

static gboolean
read_phrase_refuse (JueCatalogueReader *reader, const JueNode *node, gpointer data)
{
  const JueKnownPhrase *phrase = data;
  if (phrase->refuse == NULL)
    return jue_reader_fail (reader, node->line, "only a relation refuses");
  return jue_reader_pattern (reader, node, phrase->refuse);
}

/* @refuses: it may name last subjects that it does not go with. */
static JueKnownPhrase *
read_phrase (JueCatalogueReader *reader, const JueNode *node, GPtrArray *phrases, gboolean refuses)
{
  static const JueReadElement elements[] = { { "pattern", read_phrase_pattern },
                                             { "refuse", read_phrase_refuse },
                                             { NULL, NULL } };
  const char *name = jue_reader_attribute (node, "name");
  JueKnownPhrase *phrase = g_new0 (JueKnownPhrase, 1);
  phrase->name = name != NULL ? jue_reader_keep (reader, name) : "";
  phrase->patterns = jue_patterns_new ();
  phrase->refuse = refuses ? jue_patterns_new () : NULL;
  g_ptr_array_add (phrases, phrase);
  return jue_reader_children (reader, node, elements, phrase) ? phrase : NULL;
}

/* Whether @node says @value for @name. */
static gboolean
says (const JueNode *node, const char *name, const char *value)
{
  const char *text = jue_reader_attribute (node, name);
  return text != NULL && g_str_equal (text, value);
}

static gboolean
read_relation (JueCatalogueReader *reader, const JueNode *node, gpointer data)
{
  JueKnownPhrase *relation = read_phrase (reader, node, reader->catalogue->prose->relations, TRUE);
  (void)data;
  if (relation == NULL || !read_kinds (reader, node, "of", &relation->kinds))
    return FALSE;
  relation->about = says (node, "about", "topic") ? JUE_ABOUT_TOPIC : JUE_ABOUT_LAST;
  if (says (node, "about", "counted"))
    relation->about = JUE_ABOUT_COUNTED;
  relation->amid = says (node, "place", "amid");
  relation->idle = says (node, "zero", "idle");
  relation->costs = says (node, "costs", "yes");
  relation->then = keep_attribute (reader, node, "then", NULL);
  return TRUE;
}

static gboolean
read_base (JueCatalogueReader *reader, const JueNode *node, gpointer data)
{
  JueProse *prose = reader->catalogue->prose;
  (void)data;
  return read_phrase (reader, node, prose->bases, FALSE) != NULL;
}

static gboolean
read_topic (JueCatalogueReader *reader, const JueNode *node, gpointer data)
{
  JueProse *prose = reader->catalogue->prose;
  (void)data;
  return read_phrase (reader, node, prose->topics, FALSE) != NULL;
}

static gboolean
read_noun (JueCatalogueReader *reader, const JueNode *node, gpointer data)
{
  (void)data;
  return read_phrase (reader, node, reader->catalogue->prose->nouns, FALSE) != NULL;
}

/* Takes what @node says of the subject @name besides its wordings. */
static void
read_subject_ties (JueCatalogueReader *reader, const JueNode *node, const char *name)
{
  JueProse *prose = reader->catalogue->prose;
  const struct {
    const char *attribute;
    GHashTable *table;
  } ties[] = { { "short", prose->shorts }, { "cost", prose->costs }, { "counted", prose->counted } };
  for (guint i = 0; i < G_N_ELEMENTS (ties); i++) {
    const char *text = keep_attribute (reader, node, ties[i].attribute, NULL);
    if (text != NULL)
      g_hash_table_insert (ties[i].table, (gpointer)name, (gpointer)text);
  }
  const char *after = keep_attribute (reader, node, "after", NULL), *bare = jue_reader_attribute (node, "bare");
  if (after == NULL || bare == NULL)
    return;
  g_hash_table_insert (prose->leads, (gpointer)after, (gpointer)after);
  g_hash_table_insert (prose->follows, g_strjoin ("\n", after, bare, NULL), (gpointer)name);
}

static gboolean
read_subject (JueCatalogueReader *reader, const JueNode *node, gpointer data)
{
  const char *name = jue_reader_require (reader, node, "name");
  const char *also = jue_reader_attribute (node, "also");
  GHashTable *subjects = reader->catalogue->prose->subjects;
  (void)data;
  if (name == NULL)
    return FALSE;
  const char *kept = jue_reader_keep (reader, name);
  g_hash_table_insert (subjects, (gpointer)kept, (gpointer)kept);
  read_subject_ties (reader, node, kept);
  g_auto (GStrv) wordings = g_strsplit (also != NULL ? also : name, "|", -1);
  for (guint i = 0; wordings[i] != NULL; i++)
    g_hash_table_insert (subjects, (gpointer)jue_reader_keep (reader, wordings[i]), (gpointer)kept);
  return TRUE;
}

gboolean
jue_prose_read_facts (JueCatalogueReader *reader, const JueNode *root)
{
  static const JueReadElement elements[] = {
    { "unit", read_unit },   { "words", jue_reader_words }, { "relation", read_relation }, { "base", read_base },
    { "topic", read_topic }, { "noun", read_noun },         { "subject", read_subject },   { NULL, NULL },
  };
  if (!jue_reader_children (reader, root, elements, NULL))
    return FALSE;
  g_array_sort (reader->catalogue->prose->units, compare_unit);
  return TRUE;
}
