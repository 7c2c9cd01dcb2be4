/*
 * What the catalogue knows of running text, and how it is asked.
 *
 * A pattern is only ever searched in a piece of text of bounded length (JUE_PIECE_MOST), so the time for a document grows with its
 * length and no faster, whatever it holds. Patterns are compiled at their first use.
 */
#include "normalize/catalogue-prose.h"

#include <string.h>

#include "normalize/fold.h"

/* Longest text that patterns are searched in, bytes. A subject is shorter; a heading, too. */
#define PIECE_MOST 400

static void
section_free (gpointer data)
{
  JueKnownSection *section = data;
  jue_patterns_free (section->titles);
  g_free (section);
}

static void
phrase_free (gpointer data)
{
  JueKnownPhrase *phrase = data;
  jue_patterns_free (phrase->patterns);
  if (phrase->refuse != NULL)
    jue_patterns_free (phrase->refuse);
  g_free (phrase);
}

JueProse *
jue_prose_new (JueWordLists *words)
{
  JueProse *self = g_new0 (JueProse, 1);
  self->words = words;
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->relations = g_ptr_array_new_with_free_func (phrase_free);
  self->bases = g_ptr_array_new_with_free_func (phrase_free);
  self->topics = g_ptr_array_new_with_free_func (phrase_free);
  self->nouns = g_ptr_array_new_with_free_func (phrase_free);
  self->units = g_array_new (FALSE, FALSE, sizeof (JueKnownUnit));
  self->subjects = g_hash_table_new (g_str_hash, g_str_equal);
  self->shorts = g_hash_table_new (g_str_hash, g_str_equal);
  self->costs = g_hash_table_new (g_str_hash, g_str_equal);
  self->counted = g_hash_table_new (g_str_hash, g_str_equal);
  self->leads = g_hash_table_new (g_str_hash, g_str_equal);
  self->follows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
jue_prose_free (JueProse *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->relations);
  g_ptr_array_unref (self->bases);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->nouns);
  g_array_unref (self->units);
  g_hash_table_unref (self->subjects);
  g_hash_table_unref (self->shorts);
  g_hash_table_unref (self->costs);
  g_hash_table_unref (self->counted);
  g_hash_table_unref (self->leads);
  g_hash_table_unref (self->follows);
  g_free (self);
}

JueProse *
jue_catalogue_prose (const JueCatalogue *self)
{
  return self->prose;
}

gboolean
jue_prose_find (JueProse *self, JueWords words, const char *text, guint *start, guint *end)
{
  return jue_word_lists_find (self->words, words, text, start, end);
}

const char *
jue_prose_section (JueProse *self, const char *title, const char *above, guint *level)
{
  g_autofree char *folded = strlen (title) <= PIECE_MOST ? jue_fold (title) : NULL;
  for (guint i = 0; folded != NULL && i < self->sections->len; i++) {
    const JueKnownSection *section = g_ptr_array_index (self->sections, i);
    gboolean placed = section->below == NULL || g_strcmp0 (section->below, above) == 0;
    if (!placed || !jue_patterns_search (section->titles, folded, NULL))
      continue;
    if (level != NULL)
      *level = section->level;
    return section->id;
  }
  return NULL;
}

const JueKnownUnit *
jue_prose_unit (JueProse *self, const char *text)
{
  for (guint i = 0; i < self->units->len; i++) {
    const JueKnownUnit *unit = &g_array_index (self->units, JueKnownUnit, i);
    if (*text != *unit->name || !g_str_has_prefix (text, unit->name))
      continue;
    gunichar next = g_utf8_get_char (text + strlen (unit->name));
    return unit->not_before == NULL || next == 0 || g_utf8_strchr (unit->not_before, -1, next) == NULL ? unit : NULL;
  }
  return NULL;
}

static gboolean
has_group (const GMatchInfo *match, const char *name)
{
  gint start;
  return g_match_info_fetch_named_pos (match, name, &start, NULL) && start >= 0;
}

/* Whether @relation may stand at @start of its piece, the talk being where @talk says. */
static gboolean
goes_with (const JueKnownPhrase *relation, const JueRelationTalk *talk, gint start)
{
  if (relation->amid && talk->opening)
    return FALSE;
  if (relation->about == JUE_ABOUT_COUNTED && !talk->counted)
    return FALSE;
  return start > 0 || talk->subject == NULL || !jue_patterns_search (relation->refuse, talk->subject, NULL);
}

gboolean
jue_prose_relation (JueProse *self, const char *piece, const JueRelationTalk *talk, JueRelationMatch *found)
{
  for (guint i = 0; strlen (piece) <= PIECE_MOST && i < self->relations->len; i++) {
    const JueKnownPhrase *relation = g_ptr_array_index (self->relations, i);
    g_autoptr (GMatchInfo) match = NULL;
    gint start;
    if ((relation->kinds & talk->kind) == 0 || !jue_patterns_search (relation->patterns, piece, &match))
      continue;
    g_match_info_fetch_pos (match, 0, &start, NULL);
    if (!goes_with (relation, talk, start))
      continue;
    found->name = g_match_info_expand_references (match, relation->name, NULL);
    found->start = (guint)start;
    found->about = relation->about;
    found->down = has_group (match, "down");
    found->idle = relation->idle;
    found->costs = relation->costs;
    found->then = relation->then;
    found->compares = found->name != NULL && strstr (found->name, "{base}") != NULL;
    return found->name != NULL;
  }
  return FALSE;
}

/* The first of @phrases that is found in @piece. */
static const JueKnownPhrase *
find_phrase (GPtrArray *phrases, const char *piece, GMatchInfo **match)
{
  if (strlen (piece) > PIECE_MOST)
    return NULL;
  for (guint i = 0; i < phrases->len; i++) {
    const JueKnownPhrase *phrase = g_ptr_array_index (phrases, i);
    if (jue_patterns_search (phrase->patterns, piece, match))
      return phrase;
  }
  return NULL;
}

static void
take_place (const GMatchInfo *match, guint *start, guint *end)
{
  gint from, to;
  g_match_info_fetch_pos (match, 0, &from, &to);
  *start = (guint)from;
  *end = (guint)to;
}

/* Whether bytes [start, end) of @text name @year: 2024年. */
static gboolean
names_year (const char *text, guint start, guint end, guint year)
{
  const char *found = NULL;
  for (guint i = start; year != 0 && found == NULL && i + 4 < end; i++)
    if (g_ascii_isdigit (text[i]) && g_ascii_strtoull (text + i, NULL, 10) == year)
      found = text + i + 4;
  return found != NULL && g_str_has_prefix (found, "年");
}

const char *
jue_prose_base (JueProse *self, const char *piece, guint year, guint *start, guint *end)
{
  for (guint i = 0; strlen (piece) <= PIECE_MOST && i < self->bases->len; i++) {
    const JueKnownPhrase *base = g_ptr_array_index (self->bases, i);
    g_autoptr (GMatchInfo) match = NULL;
    guint from, to;
    if (!jue_patterns_search (base->patterns, piece, &match))
      continue;
    take_place (match, &from, &to);
    if (i == 0 && names_year (piece, from, to, year)) /* the usual base is another year */
      continue;
    *start = from;
    *end = to;
    return base->name;
  }
  return NULL;
}

char *
jue_prose_topic (JueProse *self, const char *piece, guint *start, guint *end)
{
  g_autoptr (GMatchInfo) match = NULL;
  const JueKnownPhrase *topic = find_phrase (self->topics, piece, &match);
  if (topic == NULL)
    return NULL;
  take_place (match, start, end);
  return g_match_info_expand_references (match, topic->name, NULL);
}

const char *
jue_prose_subject (JueProse *self, const char *text)
{
  return g_hash_table_lookup (self->subjects, text);
}

const char *
jue_prose_short (JueProse *self, const char *name)
{
  const char *brief = g_hash_table_lookup (self->shorts, name);
  return brief != NULL ? brief : name;
}

const char *
jue_prose_cost (JueProse *self, const char *name)
{
  const char *cost = g_hash_table_lookup (self->costs, name);
  return cost != NULL ? cost : name;
}

const char *
jue_prose_counted (JueProse *self, const char *name)
{
  return g_hash_table_lookup (self->counted, name);
}

const char *
jue_prose_lead (JueProse *self, const char *name)
{
  return g_hash_table_lookup (self->leads, name);
}

const char *
jue_prose_behind (JueProse *self, const char *lead, const char *name)
{
  g_autofree char *key = g_strjoin ("\n", lead, name, NULL);
  const char *means = g_hash_table_lookup (self->follows, key);
  return means != NULL ? means : name;
}

const char *
jue_prose_noun (JueProse *self, const char *text)
{
  for (guint i = 0; strlen (text) <= PIECE_MOST && i < self->nouns->len; i++) {
    const JueKnownPhrase *noun = g_ptr_array_index (self->nouns, i);
    if (jue_patterns_search (noun->patterns, text, NULL))
      return noun->name;
  }
  return NULL;
}

const char *
jue_prose_usual_base (JueProse *self)
{
  return self->bases->len > 0 ? ((const JueKnownPhrase *)g_ptr_array_index (self->bases, 0))->name : "";
}
