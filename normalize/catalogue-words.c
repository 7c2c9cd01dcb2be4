/*
 * Lists of words that code asks for by what they are for. They stand in ../forms as <words kind="…">, in the file of what they belong
 * to, and are searched like all patterns of the catalogue.
 *
 * They are only ever searched in a text of bounded length, so the time for a document grows with its length and no faster, whatever
 * it holds.
 */
#include "normalize/catalogue-reader.h"
#include "normalize/words.h"

#include <string.h>

/* Longest piece of running text, bytes. A subject is shorter; a heading, too. */
#define PIECE_MOST 400
/* Longest text of a cell or heading, bytes. */
#define CELL_MOST (16 * 1024)
/* Longest tick, bytes: most cells are not even looked at. */
#define TICK_MOST 4
/* Longest words at the end of a text, bytes. */
#define BACK_MOST 60

struct JueWordLists {
  JuePatterns *patterns[JUE_N_WORDS];
};

/* @most: bytes of the longest text that is searched. */
static const struct {
  const char *name;
  gsize most;
} kinds[JUE_N_WORDS] = {
  [JUE_WORDS_CONTENTS] = { "contents", PIECE_MOST },
  [JUE_WORDS_ENTRY] = { "entry", PIECE_MOST },
  [JUE_WORDS_TAIL] = { "tail", PIECE_MOST },
  [JUE_WORDS_FIELD] = { "field", PIECE_MOST },
  [JUE_WORDS_PARENT] = { "parent", PIECE_MOST },
  [JUE_WORDS_MEANS] = { "means", PIECE_MOST },
  [JUE_WORDS_NO_TERM] = { "no-term", PIECE_MOST },
  [JUE_WORDS_DEFINES] = { "defines", PIECE_MOST },
  [JUE_WORDS_FINAL] = { "final", PIECE_MOST },
  [JUE_WORDS_BUDGET] = { "budget", PIECE_MOST },
  [JUE_WORDS_YEAR] = { "year", PIECE_MOST },
  [JUE_WORDS_TITLE_FRONT] = { "title-front", PIECE_MOST },
  [JUE_WORDS_TITLE_TAIL] = { "title-tail", PIECE_MOST },
  [JUE_WORDS_FRONT] = { "front", PIECE_MOST },
  [JUE_WORDS_BACK] = { "back", PIECE_MOST },
  [JUE_WORDS_ASIDE] = { "aside", PIECE_MOST },
  [JUE_WORDS_WHOSE] = { "whose", PIECE_MOST },
  [JUE_WORDS_BEFORE_NOUN] = { "before-noun", PIECE_MOST },
  [JUE_WORDS_AFTER_NOUN] = { "after-noun", PIECE_MOST },
  [JUE_WORDS_COUNTED] = { "counted", PIECE_MOST },
  [JUE_WORDS_COUNTS_IT] = { "counts-it", PIECE_MOST },
  [JUE_WORDS_BOUGHT] = { "bought", PIECE_MOST },
  [JUE_WORDS_WITH_MONEY] = { "with-money", PIECE_MOST },
  [JUE_WORDS_BECAUSE] = { "because", PIECE_MOST },
  [JUE_WORDS_HEADS] = { "heads", PIECE_MOST },
  [JUE_WORDS_TOGETHER] = { "together", PIECE_MOST },
  [JUE_WORDS_THRESHOLD] = { "threshold", PIECE_MOST },
  [JUE_WORDS_REFUSE] = { "refuse", PIECE_MOST },
  [JUE_WORDS_ACTION] = { "action", PIECE_MOST },
  [JUE_WORDS_PROJECT] = { "project", PIECE_MOST },
  [JUE_WORDS_THIS_PROJECT] = { "this-project", PIECE_MOST },
  [JUE_WORDS_GOES_ON] = { "goes-on", PIECE_MOST },
  [JUE_WORDS_PERCENT_HEAD] = { "percent-head", CELL_MOST },
  [JUE_WORDS_COUNT_HEAD] = { "count-head", CELL_MOST },
  [JUE_WORDS_TEXT_HEAD] = { "text-head", CELL_MOST },
  [JUE_WORDS_BUDGET_FORM] = { "budget-form", CELL_MOST },
  [JUE_WORDS_BUDGET_HEAD] = { "budget-head", CELL_MOST },
  [JUE_WORDS_CONTINUED] = { "continued", CELL_MOST },
  [JUE_WORDS_TABLE] = { "table", PIECE_MOST },
  [JUE_WORDS_APART] = { "apart", CELL_MOST },
  [JUE_WORDS_SEAL] = { "seal", PIECE_MOST },
  [JUE_WORDS_TICK] = { "tick", TICK_MOST },
  [JUE_WORDS_CAUSES] = { "causes", CELL_MOST },
  [JUE_WORDS_MEASURES] = { "measures", CELL_MOST },
};

JueWordLists *
jue_word_lists_new (void)
{
  JueWordLists *self = g_new0 (JueWordLists, 1);
  for (guint i = 0; i < JUE_N_WORDS; i++)
    self->patterns[i] = jue_patterns_new ();
  return self;
}

void
jue_word_lists_free (JueWordLists *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < JUE_N_WORDS; i++)
    jue_patterns_free (self->patterns[i]);
  g_free (self);
}

/* Where a match may begin: words that come off a text's end are only looked for there. */
static gsize
first_place (guint words, const char *text, gsize length)
{
  gsize from = words == JUE_WORDS_BACK && length > BACK_MOST ? length - BACK_MOST : 0;
  while (from > 0 && ((guchar)text[from] & 0xC0) == 0x80)
    from--;
  return from;
}

gboolean
jue_word_lists_find (JueWordLists *self, guint words, const char *text, guint *start, guint *end)
{
  g_autoptr (GMatchInfo) match = NULL;
  gint from, to;
  gboolean asked = start != NULL || end != NULL;
  gsize length = strlen (text);
  if (length > kinds[words].most
      || !jue_patterns_search_from (self->patterns[words], text, first_place (words, text, length),
                                    asked ? &match : NULL))
    return FALSE;
  if (match == NULL)
    return TRUE;
  if (!g_match_info_fetch_named_pos (match, "name", &from, &to) || from < 0)
    g_match_info_fetch_pos (match, 0, &from, &to);
  if (start != NULL)
    *start = (guint)from;
  if (end != NULL)
    *end = (guint)to;
  return TRUE;
}

gboolean
jue_words_find (const JueCatalogue *self, JueWords words, const char *text, guint *start, guint *end)
{
  g_return_val_if_fail (self != NULL && text != NULL && words < JUE_N_WORDS, FALSE);
  return jue_word_lists_find (self->words, words, text, start, end);
}

/* ---- reading ---- */

/* The patterns of a kind; NULL if there is no such kind. */
static JuePatterns *
find_kind (JueWordLists *self, const char *kind)
{
  for (guint i = 0; i < JUE_N_WORDS; i++)
    if (g_str_equal (kinds[i].name, kind))
      return self->patterns[i];
  return NULL;
}

static gboolean
read_pattern (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  return jue_reader_pattern (self, node, data);
}

gboolean
jue_reader_words (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  static const JueReadElement elements[] = { { "pattern", read_pattern }, { NULL, NULL } };
  const char *kind = jue_reader_require (self, node, "kind");
  (void)data;
  if (kind == NULL)
    return FALSE;
  JuePatterns *patterns = find_kind (self->catalogue->words, kind);
  if (patterns == NULL)
    return jue_reader_fail (self, node->line, "unknown kind of words '%s'", kind);
  return jue_reader_children (self, node, elements, patterns);
}
