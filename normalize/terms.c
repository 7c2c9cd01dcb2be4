/* Terms
 *
 *     一、财政拨款收入：指单位从同级财政部门取得的资金。      term up to the colon, definition behind it
 *     “三公”经费是指…                                      no colon: up to 是指
 *     其中：因公出国费反映…                                 no term of its own: goes on with the definition before
 *
 * A definition may hold several terms (…支出；卫生健康支出（类）…（项）：指…): each is parted behind the end of a sentence.
 */
#include "normalize/terms.h"

#include <string.h>

#include "normalize/fold.h"
#include "normalize/outline-label.h"

/* Longest term: characters, bytes. */
#define TERM_MOST 90
#define TERM_BYTES (TERM_MOST * 4)
/* Most paragraphs that go on with one definition. */
#define MORE_MOST 8

typedef struct {
  const char *term;
  gsize term_length;
  const char *definition;
} Split;

static gboolean
is_term (JueProse *prose, const char *text, gsize n)
{
  g_autofree char *term = g_strndup (text, n);
  glong length = g_utf8_strlen (term, -1);
  return length >= 2 && length <= TERM_MOST && !jue_prose_find (prose, JUE_WORDS_NO_TERM, term, NULL, NULL);
}

/* The first whole characters of @text, as many as a term has at most. */
static char *
beginning_of (const char *text)
{
  const char *end = memchr (text, '\0', TERM_BYTES);
  gsize n = end != NULL ? (gsize)(end - text) : TERM_BYTES;
  while (n > 0 && ((guchar)text[n] & 0xc0) == 0x80)
    n--;
  return g_strndup (text, n);
}

/* Takes what stands before bytes [start, end) of out->term as the term, if it is one. */
static gboolean
part (JueProse *prose, guint start, guint end, Split *out)
{
  if (!is_term (prose, out->term, start))
    return FALSE;
  out->term_length = start;
  out->definition = out->term + end;
  return TRUE;
}

/* Finds term and definition at the beginning of @text. */
static gboolean
split (JueProse *prose, const char *text, Split *out)
{
  static const char *const colons[] = { "：", ":" };
  JueLabelInfo label = { 0, 0, 0 };
  guint start, end;
  jue_outline_label (text, &label);
  out->term = text + label.title;
  g_autofree char *beginning = beginning_of (out->term);
  for (guint i = 0; i < G_N_ELEMENTS (colons); i++) {
    const char *colon = strstr (beginning, colons[i]);
    guint at = colon != NULL ? (guint)(colon - beginning) : 0;
    if (colon != NULL && part (prose, at, at + (guint)strlen (colons[i]), out))
      return TRUE;
  }
  return jue_prose_find (prose, JUE_WORDS_MEANS, beginning, &start, &end) && part (prose, start, end, out);
}

/* Where the next term begins amid a definition: behind the end of a sentence, with a colon and the words that define. NULL if none. */
static const char *
next_term (JueProse *prose, const char *definition)
{
  Split more;
  for (const char *p = definition; *p != '\0'; p = g_utf8_next_char (p)) {
    if (!g_str_has_prefix (p, "；") && !g_str_has_prefix (p, "。"))
      continue;
    const char *start = p + strlen ("；");
    const char *colon = g_strstr_len (start, TERM_BYTES, "：");
    g_autofree char *behind = beginning_of (colon != NULL ? colon + strlen ("：") : "");
    if (jue_prose_find (prose, JUE_WORDS_DEFINES, behind, NULL, NULL) && split (prose, start, &more)
        && more.term + more.term_length == colon)
      return start;
  }
  return NULL;
}

static void
add_term (JueReport *report, const Split *parts, const char *end, guint page)
{
  g_autofree char *term = g_strndup (parts->term, parts->term_length);
  g_autofree char *definition = g_strndup (parts->definition, (gsize)(end - parts->definition));
  JueTerm entry = { jue_report_string (report, g_strstrip (term)), jue_report_string (report, definition), page };
  g_array_append_val (report->terms, entry);
}

static void
continue_definition (JueReport *report, const char *text)
{
  JueTerm *last = &g_array_index (report->terms, JueTerm, report->terms->len - 1);
  g_autofree char *definition = g_strconcat (last->definition, text, NULL);
  last->definition = jue_report_string (report, definition);
}

static void
read_paragraph (JueReport *report, JueProse *prose, const JueParagraph *paragraph, guint *more)
{
  Split parts;
  if (!split (prose, paragraph->text, &parts)) {
    if (*more > 0 && jue_outline_label (paragraph->text, NULL) == JUE_LABEL_NONE) {
      continue_definition (report, paragraph->text);
      (*more)--;
    }
    return;
  }
  *more = MORE_MOST;
  for (const char *next; (next = next_term (prose, parts.definition)) != NULL;) {
    add_term (report, &parts, next, paragraph->prov.page);
    split (prose, next, &parts);
  }
  add_term (report, &parts, parts.definition + strlen (parts.definition), paragraph->prov.page);
}

void
jue_terms_read (JueReport *report, JueProse *prose)
{
  guint inside = 0; /* level of the section about terms that is open */
  for (guint i = 0; i < report->sections->len; i++) {
    const JueSection *section = &g_array_index (report->sections, JueSection, i);
    guint more = 0;
    if (inside != 0 && section->level <= inside)
      inside = 0;
    if (inside == 0 && g_strcmp0 (section->id, "terms") == 0)
      inside = section->level;
    for (guint k = 0; inside != 0 && k < section->paragraphs->len; k++)
      read_paragraph (report, prose, &g_array_index (section->paragraphs, JueParagraph, k), &more);
  }
}
