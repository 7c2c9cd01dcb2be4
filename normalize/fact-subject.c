/* Subjects: what a piece of text in front of a figure names
 *
 *     其中:财政拨款安排的"三公"经费支出决算为     words around it come off      三公经费支出
 *     某局本年收入                              whose it is comes off         本年收入 → 本年收入合计
 *     单价100万元(含)以上设备(不含车辆)          asides come off               单价100万元以上设备
 *
 * The words are data (forms/facts.xml). Subjects that the data knows by another wording get their usual name; others stay as printed.
 */
#include "normalize/fact-subject.h"

#include <string.h>

/* Longest subject, characters; times that words are taken off its ends. */
#define SUBJECT_MOST 34
#define ROUNDS 12

static gboolean
is_quote (gunichar ch)
{
  return ch == '"' || ch == '\'' || (ch >= 0x2018 && ch <= 0x201f);
}

char *
jue_subject_without_quotes (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_quote (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

void
jue_subject_cut (char *text, guint start, guint end)
{
  memmove (text + start, text + end, strlen (text + end) + 1);
}

/* Takes words off both ends until nothing more comes off. */
static void
trim (JueProse *prose, char *text)
{
  guint start, end;
  for (guint i = 0; i < ROUNDS; i++) {
    gsize before = strlen (text);
    if (jue_prose_find (prose, JUE_WORDS_FRONT, text, &start, &end) && start == 0)
      jue_subject_cut (text, 0, end);
    if (jue_prose_find (prose, JUE_WORDS_BACK, text, &start, &end))
      text[start] = '\0';
    if (strlen (text) == before)
      return;
  }
}

char *
jue_subject_clean_name (JueProse *prose, const char *text)
{
  char *out = jue_subject_without_quotes (text);
  guint start, end;
  for (guint i = 0; i < ROUNDS && jue_prose_find (prose, JUE_WORDS_FRONT, out, &start, &end) && start == 0; i++)
    jue_subject_cut (out, 0, end);
  return out;
}

char *
jue_subject_clean (JueProse *prose, const char *text)
{
  char *out = jue_subject_without_quotes (text);
  guint start, end;
  for (guint i = 0; i < ROUNDS && jue_prose_find (prose, JUE_WORDS_ASIDE, out, &start, &end); i++)
    jue_subject_cut (out, start, end);
  trim (prose, out);
  return out;
}

static void
drop_organisation (JueProse *prose, const char *organisation, char *text)
{
  if (organisation == NULL || !g_str_has_prefix (text, organisation))
    return;
  jue_subject_cut (text, 0, (guint)strlen (organisation));
  trim (prose, text);
}

/* The usual name of the longest known subject that @text ends with, if what stands before it is whose it is. */
static const char *
known_end (JueProse *prose, const char *text)
{
  const char *whole = jue_prose_subject (prose, text);
  if (whole != NULL)
    return whole;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    const char *name = p > text ? jue_prose_subject (prose, p) : NULL;
    if (name == NULL)
      continue;
    g_autofree char *before = g_strndup (text, (gsize)(p - text));
    if (jue_prose_find (prose, JUE_WORDS_WHOSE, before, NULL, NULL))
      return name;
  }
  return NULL;
}

char *
jue_subject_full_width (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '(' || *p == ')')
      g_string_append (out, *p == '(' ? "（" : "）");
    else
      g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}

gboolean
jue_subject_refused (JueProse *prose, const char *clean)
{
  return g_utf8_strlen (clean, -1) > SUBJECT_MOST || jue_prose_find (prose, JUE_WORDS_REFUSE, clean, NULL, NULL)
         || jue_prose_find (prose, JUE_WORDS_ACTION, clean, NULL, NULL);
}

/* 该项目2024年度|收、支总计: what is said of the project of the paragraph; NULL if that is not known. */
static char *
of_project (JueProse *prose, const char *project, const char *rest)
{
  const char *known = known_end (prose, rest);
  g_autofree char *shown = jue_subject_full_width (known != NULL ? known : rest);
  return project != NULL && !jue_subject_refused (prose, rest) ? g_strconcat (project, shown, NULL) : NULL;
}

char *
jue_subject_of (JueProse *prose, const char *organisation, const char *project, const char *text)
{
  g_autofree char *clean = jue_subject_clean (prose, text);
  drop_organisation (prose, organisation, clean);
  if (*clean == '\0')
    return NULL;
  guint end = 0;
  gboolean whole = jue_prose_find (prose, JUE_WORDS_THIS_PROJECT, clean, NULL, &end) && clean[end] == '\0';
  if (end > 0 && (!whole || project != NULL))
    return of_project (prose, project, clean + end);
  const char *known = known_end (prose, clean);
  if (known != NULL)
    return g_strdup (known);
  if (jue_subject_refused (prose, clean))
    return NULL;
  return jue_subject_full_width (clean);
}
