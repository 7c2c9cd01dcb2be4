/*
 * The catalogue's words of performance forms.
 *
 * The patterns of one place are joined to one regular expression with a group per word, so a text is matched once,
 * and the first word that fits is the group that took part:
 *
 *   ^(?:((?:项目|政策)名称)|(主管部门)|…)$
 */
#include "normalize/catalogue-performance-private.h"

#include <string.h>

#include "normalize/amount.h"
#include "normalize/fold.h"
#include "normalize/money-unit.h"
#include "normalize/words.h"

/* Longest folded label, in bytes. Longer texts are values. */
#define MAX_LABEL 90
/* Brackets behind a label that are taken off. */
#define MAX_BRACKETS 3

static void
entry_free (gpointer data)
{
  JuePerformanceEntry *entry = data;
  jue_patterns_free (entry->titles);
  jue_patterns_free (entry->refusals);
  g_free (entry);
}

static void
operator_clear (gpointer data)
{
  g_strfreev (((JueOperator *)data)->wordings);
}

JuePerformance *
jue_performance_new (void)
{
  JuePerformance *self = g_new0 (JuePerformance, 1);
  self->forms = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < JUE_N_PLACES; i++) {
    self->places[i].words = g_array_new (FALSE, FALSE, sizeof (JueWord));
    self->places[i].pattern = g_string_new (NULL);
  }
  self->operators = g_array_new (FALSE, FALSE, sizeof (JueOperator));
  g_array_set_clear_func (self->operators, operator_clear);
  self->measures = jue_patterns_new ();
  self->compared_measures = jue_patterns_new ();
  self->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
jue_performance_free (JuePerformance *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->forms);
  for (guint i = 0; i < JUE_N_PLACES; i++) {
    g_array_unref (self->places[i].words);
    g_string_free (self->places[i].pattern, TRUE);
    g_clear_pointer (&self->places[i].regex, g_regex_unref);
  }
  g_array_unref (self->operators);
  jue_patterns_free (self->measures);
  jue_patterns_free (self->compared_measures);
  g_hash_table_unref (self->aliases);
  g_free (self);
}

/* ---- words ---- */

static const JueWord *
find_word (JuePerformance *self, JuePlace place, const char *key)
{
  g_autoptr (GMatchInfo) match = NULL;
  const GArray *words = self->places[place].words;
  if (self->places[place].regex == NULL) {
    g_autofree char *pattern = g_strdup_printf ("^(?:%s)$", self->places[place].pattern->str);
    self->places[place].regex = g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
    g_return_val_if_fail (self->places[place].regex != NULL, NULL);
  }
  if (*key == '\0' || !g_regex_match (self->places[place].regex, key, 0, &match))
    return NULL;
  for (guint i = 0; i < words->len; i++) {
    gint start, end;
    if (g_match_info_fetch_pos (match, (gint)i + 1, &start, &end) && start >= 0)
      return &g_array_index (words, JueWord, i);
  }
  return NULL;
}

/* The text in the brackets that end @key, without them; @key is cut. NULL if there are none, or nothing before them. */
static char *
cut_brackets (char *key)
{
  gsize length = strlen (key);
  guint depth = 0;
  if (length == 0 || key[length - 1] != ')')
    return NULL;
  for (gsize i = length; i-- > 0;) {
    depth += key[i] == ')' ? 1 : 0;
    if (key[i] != '(' || --depth > 0)
      continue;
    if (i == 0)
      return NULL;
    char *inside = g_strndup (key + i + 1, length - i - 2);
    key[i] = '\0';
    return inside;
  }
  return NULL;
}

/* A label made comparable: no number, no year, no colon. */
static char *
label_key (const char *text)
{
  g_autofree char *row = jue_row_key (text);
  char *key = jue_head_key (row);
  gsize length = strlen (key);
  while (length > 0 && strchr (":;*", key[length - 1]) != NULL)
    key[--length] = '\0';
  return key;
}

/* The word of a key, which loses its brackets until it fits. */
static const JueWord *
match_key (JuePerformance *self, JuePlace place, char *key)
{
  const JueWord *word = find_word (self, place, key);
  for (guint i = 0; word == NULL && i < MAX_BRACKETS; i++) {
    g_autofree char *inside = cut_brackets (key);
    if (inside == NULL)
      return NULL;
    word = find_word (self, place, key);
  }
  return word;
}

const JueWord *
jue_catalogue_word (const JueCatalogue *self, JuePlace place, const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL && place < JUE_N_PLACES, NULL);
  JueAmount amount;
  if (*text == '\0' || strlen (text) > 2 * MAX_LABEL || jue_amount_parse (text, &amount, NULL) != JUE_STATE_TEXT)
    return NULL;
  g_autofree char *key = label_key (text);
  return strlen (key) <= MAX_LABEL ? match_key (self->performance, place, key) : NULL;
}

/* ---- labels ---- */

/* Notes what brackets say: a money unit, points. FALSE if they say neither and are part of the name. */
static gboolean
take_brackets (const JueCatalogue *self, JueLabel *label, const char *inside)
{
  g_autofree char *digits = g_strdup (inside);
  if (g_str_has_suffix (digits, JUE_POINTS))
    digits[strlen (digits) - strlen (JUE_POINTS)] = '\0';
  JueAmount amount;
  if (label->unit == NULL && jue_money_unit_factor (inside) > 0) {
    label->unit = g_strdup (inside);
    return TRUE;
  }
  if (label->points == NULL && jue_amount_parse (digits, &amount, NULL) == JUE_STATE_VALUE && amount.mantissa >= 0) {
    label->points = jue_amount_to_string (amount);
    return TRUE;
  }
  return jue_words_find (self, JUE_WORDS_SEAL, inside, NULL, NULL);
}

/* Bytes of the printed text that belong to the name: without colon and brackets behind. */
static gsize
take_tail (const JueCatalogue *self, JueLabel *label, const JueFoldedLine *folded)
{
  g_autofree char *rest = g_strdup (folded->text->str);
  for (guint i = 0; i < MAX_BRACKETS; i++) {
    gsize length = strlen (rest);
    while (length > 0 && strchr (":;*", rest[length - 1]) != NULL)
      rest[--length] = '\0';
    g_autofree char *inside = cut_brackets (rest);
    if (inside == NULL)
      return length;
    if (!take_brackets (self, label, inside))
      return length;
  }
  return strlen (rest);
}

JueLabel
jue_catalogue_label (const JueCatalogue *self, JuePlace place, const char *text)
{
  JueLabel label = { .word = jue_catalogue_word (self, place, text) };
  JueFoldedLine folded;
  jue_folded_line_init (&folded);
  jue_folded_line_set (&folded, text, FALSE);
  gsize end = take_tail (self, &label, &folded);
  g_autofree char *printed = jue_folded_line_slice (&folded, text, 0, (guint)end);
  jue_folded_line_clear (&folded);
  label.name = jue_catalogue_strip_number (self, printed);
  gsize lead = jue_of_which_length (label.name);
  if (label.name[lead] != '\0')
    memmove (label.name, label.name + lead, strlen (label.name + lead) + 1);
  return label;
}

void
jue_label_clear (JueLabel *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->points, g_free);
}

/* ---- forms ---- */

const JuePerformanceForm *
jue_catalogue_performance_by_title (const JueCatalogue *self, const char *title)
{
  g_return_val_if_fail (self != NULL && title != NULL, NULL);
  g_autofree char *folded = jue_fold (title);
  for (guint i = 0; i < self->performance->forms->len; i++) {
    const JuePerformanceEntry *entry = g_ptr_array_index (self->performance->forms, i);
    if (jue_patterns_search (entry->titles, folded, NULL) && !jue_patterns_search (entry->refusals, folded, NULL))
      return &entry->form;
  }
  return NULL;
}

const JuePerformanceForm *
jue_catalogue_performance (const JueCatalogue *self, const char *id)
{
  for (guint i = 0; i < self->performance->forms->len; i++) {
    const JuePerformanceEntry *entry = g_ptr_array_index (self->performance->forms, i);
    if (g_str_equal (entry->form.id, id))
      return &entry->form;
  }
  return NULL;
}

/* ---- targets ---- */

const char *
jue_catalogue_operator (const JueCatalogue *self, const char *folded, gboolean behind, gsize *length)
{
  const char *sign = NULL;
  const GArray *operators = self->performance->operators;
  *length = 0;
  for (guint i = 0; i < operators->len; i++) {
    const JueOperator *op = &g_array_index (operators, JueOperator, i);
    for (char **wording = op->wordings; op->behind == behind && *wording != NULL; wording++)
      if (strlen (*wording) > *length
          && (behind ? g_str_has_suffix (folded, *wording) : g_str_has_prefix (folded, *wording))) {
        *length = strlen (*wording);
        sign = op->sign;
      }
  }
  return sign;
}

gboolean
jue_catalogue_is_measure (const JueCatalogue *self, const char *folded, gboolean compared)
{
  return jue_patterns_search (self->performance->measures, folded, NULL)
         || (compared && jue_patterns_search (self->performance->compared_measures, folded, NULL));
}

const char *
jue_catalogue_measure_name (const JueCatalogue *self, const char *printed)
{
  g_autofree char *folded = jue_fold (printed);
  const char *name = g_hash_table_lookup (self->performance->aliases, folded);
  return name != NULL ? name : printed;
}
