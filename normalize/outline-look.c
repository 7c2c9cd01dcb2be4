/* What a block looks like, before anything is decided: its number, whether its text may be a title, whether it is set apart from the
 * text around it, and what the catalogue knows of it. */
#include "normalize/outline-private.h"

#include <string.h>

#include "normalize/fold.h"
#include "normalize/outline-contents.h"

/* Characters. Longest heading; longest lead-in. */
#define TITLE_MOST 60
#define LEAD_MOST 30
/* Characters in which words that define are looked for. */
#define DEFINES_MOST 4
/* Lines of a heading at most. */
#define LINES_MOST 3
/* Share of the body's size (percent) from which type is larger. */
#define LARGER 108

const JueBlock *
jue_outline_block (const JueOutlineSearch *s, guint i)
{
  return g_ptr_array_index (s->blocks, i);
}

static gint
compare_count (gconstpointer a, gconstpointer b)
{
  const guint *x = a, *y = b;
  return x[0] < y[0] ? -1 : x[0] > y[0];
}

/* Size and weight that most characters have. */
void
jue_outline_find_body (JueOutlineSearch *s)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, 2 * sizeof (guint));
  gsize bold = 0, all = 0, most = 0;
  for (guint i = 0; i < s->blocks->len; i++) {
    guint pair[2] = { jue_outline_block (s, i)->size, (guint)strlen (jue_outline_block (s, i)->text) };
    g_array_append_val (sizes, pair);
    bold += jue_outline_block (s, i)->bold ? pair[1] : 0;
    all += pair[1];
  }
  g_array_sort (sizes, compare_count);
  const guint *pairs = (const guint *)(gpointer)sizes->data;
  for (guint i = 0, k; i < sizes->len; i = k) {
    gsize n = 0;
    for (k = i; k < sizes->len && pairs[2 * k] == pairs[2 * i]; k++)
      n += pairs[2 * k + 1];
    if (n > most) {
      most = n;
      s->body_size = (guint16)pairs[2 * i];
    }
  }
  s->body_bold = bold * 2 > all;
}

static gboolean
is_styled (const JueOutlineSearch *s, const JueBlock *block)
{
  return (block->bold && !s->body_bold) || block->size * 100 >= s->body_size * LARGER;
}

/* Byte of the first 。 or of the first ： with something behind it in @text; -1 if there is none. */
static gssize
first_stop (const char *text)
{
  const char *best = NULL;
  static const char *const stops[] = { "。", "；", ";", "：", ":" };
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++) {
    const char *found = strstr (text, stops[i]);
    if (found != NULL && (best == NULL || found < best))
      best = found;
  }
  return best != NULL ? best - text : -1;
}

static JueShape
shape_of (const JueBlock *block, guint title, guint *lead_end)
{
  const char *text = block->text + title;
  gssize stop = first_stop (text);
  *lead_end = (guint)strlen (block->text);
  if (*text == '\0')
    return title > 0 ? JUE_SHAPE_TITLE : JUE_SHAPE_NONE;
  if (stop < 0)
    return g_utf8_strlen (text, -1) <= TITLE_MOST && block->pieces->len <= LINES_MOST ? JUE_SHAPE_TITLE
                                                                                      : JUE_SHAPE_NONE;
  const char *behind = g_utf8_next_char (text + stop);
  if (*behind == '\0' && !g_str_has_suffix (text, "；") && !g_str_has_suffix (text, ";"))
    return g_utf8_strlen (text, -1) <= TITLE_MOST ? JUE_SHAPE_STOP : JUE_SHAPE_NONE;
  const char *comma = strstr (text, "，");
  if (!g_str_has_prefix (text + stop, "。") || g_utf8_strlen (text, stop) > LEAD_MOST
      || (comma != NULL && comma < text + stop))
    return JUE_SHAPE_NONE;
  *lead_end = title + (guint)(behind - text);
  return JUE_SHAPE_LEAD;
}

/* Whether a lead-in is a term, as what follows it defines it. */
static gboolean
is_defined (const JueOutlineSearch *s, const JueBlock *block, const JueCandidate *c)
{
  const char *behind = block->text + c->lead_end;
  g_autofree char *begin = g_utf8_substring (behind, 0, MIN (g_utf8_strlen (behind, -1), DEFINES_MOST));
  return jue_prose_find (s->prose, JUE_WORDS_DEFINES, begin, NULL, NULL);
}

/* Asks the catalogue about the title. */
static void
ask_title (const JueOutlineSearch *s, const JueBlock *block, JueCandidate *c)
{
  gsize n = c->lead_end - c->info.title;
  g_autofree char *title = g_strndup (block->text + c->info.title, n);
  while (g_str_has_suffix (title, "。") || g_str_has_suffix (title, "：") || g_str_has_suffix (title, ":"))
    *g_utf8_prev_char (title + strlen (title)) = '\0';
  g_autofree char *folded = jue_fold (title), *key = jue_contents_key (title);
  c->tail = jue_prose_find (s->prose, JUE_WORDS_TAIL, folded, NULL, NULL);
  c->known = jue_prose_section (s->prose, title, NULL, NULL) != NULL;
  c->subject = jue_prose_subject (s->prose, folded) != NULL && !is_defined (s, block, c);
  c->form_title = jue_catalogue_form_by_title (s->catalogue, title) != NULL
                  || jue_prose_find (s->prose, JUE_WORDS_TABLE, folded, NULL, NULL);
  c->listed = *key != '\0' && g_hash_table_contains (s->contents, key);
}

void
jue_outline_look (JueOutlineSearch *s, guint i)
{
  const JueBlock *block = jue_outline_block (s, i);
  JueCandidate *c = &s->candidates[i];
  c->label = jue_outline_label (block->text, &c->info);
  c->shape = shape_of (block, c->info.title, &c->lead_end);
  c->styled = is_styled (s, block);
  if (c->shape != JUE_SHAPE_NONE)
    ask_title (s, block, c);
}
