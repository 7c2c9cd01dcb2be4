/*
 * One known form: which column a head path names, which row a name means.
 *
 * A known head is a path too, shorter than the printed one: it has to end in the same text, and its other texts have
 * to occur above in order. So "预算数/小计" finds
 *
 *   财政拨款“三公”经费 / 预算数 / 公务用车购置及运行费 / 小计
 *
 * and a longer known head ("预算数/公务用车购置及运行费/小计") beats it; of two as long ("本年支出/小计", "项目支出/小计") the
 * one whose texts stand lower in the printed path. What goes wrong: a head whose last text is cut or
 * misspelt; it stays unknown, with its printed path.
 */
#include "normalize/catalogue-private.h"

#include <string.h>

#include "normalize/fold.h"
#include "normalize/money-unit.h"

#define UNIT_LABEL "单位:" /* may stand before a unit in brackets */
#define MAX_LEVELS 16      /* of a printed head path that are looked at, from below */

/* A known head; @next: index + 1 of the next one with the same last text. */
typedef struct {
  const char *const *texts;
  guint n;
  gint column;
  guint next;
} HeadRef;

JueFormEntry *
jue_form_entry_new (void)
{
  JueFormEntry *self = g_new0 (JueFormEntry, 1);
  self->known.units = g_ptr_array_new ();
  self->known.columns = g_array_new (FALSE, FALSE, sizeof (JueKnownColumn));
  self->known.rows = g_array_new (FALSE, FALSE, sizeof (JueKnownRow));
  self->titles = jue_patterns_new ();
  self->refusals = jue_patterns_new ();
  return self;
}

void
jue_form_entry_free (JueFormEntry *self)
{
  g_ptr_array_unref (self->known.units);
  g_array_unref (self->known.columns);
  g_array_unref (self->known.rows);
  jue_patterns_free (self->titles);
  jue_patterns_free (self->refusals);
  g_clear_pointer (&self->by_head, g_hash_table_unref);
  g_clear_pointer (&self->head_refs, g_array_unref);
  g_clear_pointer (&self->by_row, g_hash_table_unref);
  g_free (self);
}

/* Removes @n bytes at the start. */
static void
cut_front (char *text, gsize n)
{
  memmove (text, text + n, strlen (text + n) + 1);
}

/* Length of "2024年", "2024年度" in front of more text; else 0. */
static gsize
year_length (const char *text)
{
  if (strspn (text, "0123456789") != 4 || !g_str_has_prefix (text + 4, "年"))
    return 0;
  gsize n = 4 + strlen ("年");
  if (g_str_has_prefix (text + n, "度"))
    n += strlen ("度");
  return text[n] != '\0' ? n : 0;
}

/* Length of (万元), (单位:万元) behind more text; else 0. */
static gsize
unit_length (const char *text)
{
  const char *open = g_str_has_suffix (text, ")") ? strrchr (text, '(') : NULL;
  if (open == NULL || open == text)
    return 0;
  const char *inside = open + 1;
  if (g_str_has_prefix (inside, UNIT_LABEL))
    inside += strlen (UNIT_LABEL);
  g_autofree char *unit = g_strndup (inside, strlen (inside) - 1);
  return jue_money_unit_factor (unit) > 0 ? strlen (open) : 0;
}

gsize
jue_of_which_length (const char *text)
{
  static const char *const wordings[] = { "其中:", "其中：" };
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    if (g_str_has_prefix (text, wordings[i]))
      return strlen (wordings[i]);
  return 0;
}

char *
jue_head_key (const char *text)
{
  char *key = jue_fold (text);
  cut_front (key, year_length (key));
  cut_front (key, jue_of_which_length (key));
  for (gsize n = unit_length (key); n > 0; n = unit_length (key))
    key[strlen (key) - n] = '\0';
  return key;
}

/* Length of one Chinese digit at @text; 0 if there is none. */
static gsize
chinese_digit_length (const char *text)
{
  static const char *const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (g_str_has_prefix (text, digits[i]))
      return strlen (digits[i]);
  return 0;
}

/* Length of the digits, Arabic or Chinese, at @text. */
static gsize
digits_length (const char *text)
{
  gsize length = strspn (text, "0123456789");
  for (gsize n = chinese_digit_length (text); n > 0; n = chinese_digit_length (text + length))
    length += n;
  return length;
}

/*
 * Length of one number in front of a name: 一、 1. 1、 (一) 1) 其中: ; 0 if there is none. These are the signs that lists and sums are
 * written with (加: and 减: are + and -), no words of a form; the catalogue's own names are read with them, before its words are.
 */
static gsize
numbering_length (const char *text)
{
  static const char *const words[] = { "加:", "减:", "-", "—" };
  static const char *const ends[] = { "、", ".", ")", ":", "," };
  gsize of_which = jue_of_which_length (text);
  if (of_which > 0)
    return of_which;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return strlen (words[i]);
  gsize open = text[0] == '(' ? 1 : 0;
  gsize digits = digits_length (text + open);
  for (guint i = 0; digits > 0 && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_prefix (text + open + digits, ends[i]) && (open == 0 || i == 2))
      return open + digits + strlen (ends[i]);
  return 0;
}

char *
jue_row_key (const char *name)
{
  char *key = jue_fold (name);
  for (gsize n = numbering_length (key); n > 0; n = numbering_length (key))
    cut_front (key, n);
  if (g_str_has_suffix (key, ":"))
    key[strlen (key) - 1] = '\0';
  return key;
}

static void
index_head (JueFormEntry *self, const char *const *texts, gint column)
{
  guint n = g_strv_length ((char **)texts);
  gpointer last = (gpointer)texts[n - 1];
  HeadRef ref = { texts, n, column, GPOINTER_TO_UINT (g_hash_table_lookup (self->by_head, last)) };
  g_array_append_val (self->head_refs, ref);
  g_hash_table_insert (self->by_head, last, GUINT_TO_POINTER (self->head_refs->len));
}

static void
index_heads (JueFormEntry *self)
{
  self->by_head = g_hash_table_new (g_str_hash, g_str_equal);
  self->head_refs = g_array_new (FALSE, FALSE, sizeof (HeadRef));
  for (guint i = 0; i < self->known.columns->len; i++) {
    const GPtrArray *heads = g_array_index (self->known.columns, JueKnownColumn, i).heads;
    for (guint j = 0; j < heads->len; j++)
      index_head (self, g_ptr_array_index (heads, j), (gint)i);
  }
}

/*
 * Whether all texts but the last occur in @keys[0..n-2] in order, looked for from below. Returns how deep the lowest
 * of them stands, counted from 1; 0 if they do not occur. A head of one text stands at 1.
 */
static guint
depth_in (const HeadRef *ref, char *const *keys, guint n)
{
  guint left = ref->n - 1;
  guint depth = left == 0 ? 1 : 0;
  for (guint i = n - 1; i > 0 && left > 0; i--)
    if (g_str_equal (ref->texts[left - 1], keys[i - 1])) {
      depth = MAX (depth, i);
      left--;
    }
  return left == 0 ? depth : 0;
}

/* The longest known head wins, then the one whose lower texts stand lower, then the first. */
static gint
find_column (const JueFormEntry *self, char *const *keys, guint n)
{
  const HeadRef *best = NULL;
  guint best_depth = 0;
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_head, keys[n - 1]));
  while (i != 0) {
    const HeadRef *ref = &g_array_index (self->head_refs, HeadRef, i - 1);
    guint depth = depth_in (ref, keys, n);
    i = ref->next;
    if (depth == 0 || (best != NULL && (ref->n < best->n || (ref->n == best->n && depth < best_depth))))
      continue;
    best = ref; /* among equals the last one seen: the chain runs from the last column to the first */
    best_depth = depth;
  }
  return best != NULL ? best->column : -1;
}

/*
 * TRUE for texts at the end of a path that name nothing: blank, the number of the column, a figure. 栏次 is a caption (ordinal-row),
 * too; every known form is asked for every column, so here it is compared and not searched.
 */
static gboolean
is_idle (const char *key)
{
  return g_str_equal (key, "栏次") || key[strspn (key, "0123456789.,-=+")] == '\0';
}

gint
jue_known_form_column (const JueKnownForm *self, const char *const *path, guint n)
{
  JueFormEntry *entry = (JueFormEntry *)self;
  char *keys[MAX_LEVELS];
  guint first = n > MAX_LEVELS ? n - MAX_LEVELS : 0;
  guint n_keys = 0;
  gint column = -1;
  g_return_val_if_fail (self != NULL, -1);
  if (entry->by_head == NULL)
    index_heads (entry);
  for (guint i = first; i < n; i++)
    keys[n_keys++] = jue_head_key (path[i]);
  guint used = n_keys;
  while (used > 0 && is_idle (keys[used - 1]))
    used--;
  if (used > 0)
    column = find_column (entry, keys, used);
  for (guint i = 0; i < n_keys; i++)
    g_free (keys[i]);
  return column;
}

static void
index_rows (JueFormEntry *self)
{
  self->by_row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->known.rows->len; i++) {
    const GPtrArray *names = g_array_index (self->known.rows, JueKnownRow, i).names;
    for (guint j = 0; j < names->len; j++) {
      char *key = jue_row_key (g_ptr_array_index (names, j));
      if (g_hash_table_contains (self->by_row, key))
        g_free (key);
      else
        g_hash_table_insert (self->by_row, key, GUINT_TO_POINTER (i + 1));
    }
  }
}

gint
jue_known_form_row (const JueKnownForm *self, const char *name)
{
  JueFormEntry *entry = (JueFormEntry *)self;
  g_return_val_if_fail (self != NULL && name != NULL, -1);
  if (entry->by_row == NULL)
    index_rows (entry);
  g_autofree char *key = jue_row_key (name);
  return (gint)GPOINTER_TO_UINT (g_hash_table_lookup (entry->by_row, key)) - 1;
}
