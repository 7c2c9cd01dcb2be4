/* The table of contents
 *
 *              目  录
 *     第一部分 部门概况 ........ 1       an entry: has a number like a heading, leaders, or a page number
 *     一、主要职责
 *     第二部分 决算情况说明
 *     一、收入支出决算
 *     总体情况说明                       an entry's second line: short, no end of a sentence
 *              第一部分 部门概况         the first entry's number again: the contents are over
 *
 * It begins with the word 目录, or where several lines with leaders follow each other, among the first blocks. It ends before the
 * block that repeats an entry, or before the first that cannot be one. Where the repeated entry is not the first, the headings
 * directly before it that are wider (第一部分 with another title) belong to the text, too.
 */
#include "normalize/outline-contents.h"

#include <string.h>

#include "normalize/fold.h"
#include "normalize/outline-label.h"

/* The contents begin among so many blocks; lines with leaders that are contents without the word; longest entry, characters without
 * leaders, bytes with them. */
#define FIRST_BLOCKS 80
#define LEADERS_LEAST 3
#define ENTRY_MOST 60
#define ENTRY_BYTES 480

static const JueBlock *
block_at (const GPtrArray *blocks, guint i)
{
  return g_ptr_array_index (blocks, i);
}

/* Takes leaders and page number off the end of @key. */
static void
strip_page (char *key)
{
  gsize n = strlen (key);
  while (n > 0 && (g_ascii_isdigit (key[n - 1]) || strchr ("-.()", key[n - 1]) != NULL))
    n--;
  key[n] = '\0';
  while (g_str_has_suffix (key, "…") || g_str_has_suffix (key, "·") || g_str_has_suffix (key, "。")
         || g_str_has_suffix (key, "—")) {
    *g_utf8_prev_char (key + strlen (key)) = '\0';
    for (n = strlen (key); n > 0 && key[n - 1] == '.'; n--)
      key[n - 1] = '\0';
  }
}

char *
jue_contents_key (const char *text)
{
  JueLabelInfo label = { 0, 0, 0 };
  if (jue_outline_label (text, &label) == JUE_LABEL_ATTACHMENT && label.number == 0)
    label.title = 0; /* 附件 is the title */
  g_autofree char *key = jue_fold (text + label.title);
  strip_page (key);
  const char *rest = key; /* behind 2024年, 2024年度; a date is written so everywhere */
  if (g_str_has_prefix (rest, "20") && strlen (rest) > 8 && g_str_has_prefix (rest + 4, "年"))
    rest += g_str_has_prefix (rest + 7, "度") ? 10 : 7;
  return g_strdup (rest);
}

/* @block's text, folded; NULL if it is too long for an entry. */
static char *
fold_short (const JueBlock *block)
{
  return strlen (block->text) <= ENTRY_BYTES ? jue_fold (block->text) : NULL;
}

static gboolean
has_leaders (JueProse *prose, const JueBlock *block)
{
  g_autofree char *folded = fold_short (block);
  return folded != NULL && jue_prose_find (prose, JUE_WORDS_ENTRY, folded, NULL, NULL)
         && jue_outline_label (block->text, NULL) != JUE_LABEL_NONE;
}

/* Where the entries begin; blocks->len if there are none. */
static guint
find_start (JueProse *prose, const GPtrArray *blocks)
{
  guint leaders = 0;
  for (guint i = 0; i < MIN (blocks->len, FIRST_BLOCKS); i++) {
    g_autofree char *folded = fold_short (block_at (blocks, i));
    if (folded != NULL && jue_prose_find (prose, JUE_WORDS_CONTENTS, folded, NULL, NULL))
      return i;
    leaders = has_leaders (prose, block_at (blocks, i)) ? leaders + 1 : 0;
    if (leaders == LEADERS_LEAST)
      return i + 1 - LEADERS_LEAST;
  }
  return blocks->len;
}

/* Whether @block is as short as an entry, its leaders not counted, and no sentence. */
static gboolean
may_be_entry (const JueBlock *block)
{
  static const char *const leaders = ".·…⋯";
  glong most = ENTRY_MOST;
  for (const char *p = block->text; *p != '\0' && most >= 0; p = g_utf8_next_char (p))
    most -= g_utf8_strchr (leaders, -1, g_utf8_get_char (p)) == NULL;
  return most >= 0 && strstr (block->text, "。") == NULL && strstr (block->text, "；") == NULL;
}

/* Whether @block repeats an entry: its title, or the number of a part (which occurs only once). */
static gboolean
repeats (GHashTable *entries, const JueBlock *block)
{
  JueLabelInfo label;
  g_autofree char *key = jue_contents_key (block->text);
  if (*key != '\0' && g_hash_table_contains (entries, key))
    return TRUE;
  if (jue_outline_label (block->text, &label) != JUE_LABEL_PART)
    return FALSE;
  g_autofree char *part = g_strdup_printf ("part %u", label.number);
  return g_hash_table_contains (entries, part);
}

static void
note_entry (GHashTable *entries, const JueBlock *block)
{
  JueLabelInfo label;
  g_hash_table_add (entries, jue_contents_key (block->text));
  if (jue_outline_label (block->text, &label) == JUE_LABEL_PART)
    g_hash_table_add (entries, g_strdup_printf ("part %u", label.number));
}

/* The first heading of the text, given block @i that repeats an entry. */
static guint
back_to_parent (const GPtrArray *blocks, guint i, guint from)
{
  JueLabel label = jue_outline_label (block_at (blocks, i)->text, NULL);
  for (; i > from + 1 && label != JUE_LABEL_NONE; i--) {
    JueLabel above = jue_outline_label (block_at (blocks, i - 1)->text, NULL);
    if (above == JUE_LABEL_NONE || above >= label)
      break;
    label = above;
  }
  return i;
}

/* Whether @block repeats the first entry. */
static gboolean
repeats_first (const JueBlock *first, const JueBlock *block)
{
  g_autoptr (GHashTable) only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_entry (only, first);
  return repeats (only, block);
}

/* Where the entries from block @start on end. Titles may occur twice among them; the first entry's does not. Where entries have
 * leaders, a number without them begins the text. */
static guint
find_end (JueProse *prose, const GPtrArray *blocks, guint start)
{
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean leaders = has_leaders (prose, block_at (blocks, start));
  guint end = start, repeat = 0;
  for (; end < blocks->len; end++) {
    const JueBlock *block = block_at (blocks, end);
    if (end > start && repeats_first (block_at (blocks, start), block))
      return end;
    if (leaders && jue_outline_label (block->text, NULL) != JUE_LABEL_NONE && !has_leaders (prose, block))
      break;
    if (repeat == 0 && repeats (entries, block))
      repeat = end;
    if (!may_be_entry (block))
      break;
    note_entry (entries, block);
    if (block->form_follows)
      return repeat != 0 ? back_to_parent (blocks, repeat, start) : end + 1;
  }
  return repeat != 0 ? back_to_parent (blocks, repeat, start) : end;
}

gboolean
jue_contents_find (JueProse *prose, const GPtrArray *blocks, guint *from, guint *to)
{
  guint start = find_start (prose, blocks);
  *from = *to = 0;
  if (start == blocks->len)
    return FALSE;
  g_autofree char *folded = fold_short (block_at (blocks, start));
  gboolean headed = folded != NULL && jue_prose_find (prose, JUE_WORDS_CONTENTS, folded, NULL, NULL);
  guint end = start + headed < blocks->len ? find_end (prose, blocks, start + headed) : start;
  if (end <= start + 1)
    return FALSE;
  *from = start;
  *to = end;
  return TRUE;
}
