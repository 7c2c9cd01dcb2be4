/* What the document as a whole says of itself
 *
 * Its forms name the organisation and the year, mostly all the same; the value that most of them give is taken. A document
 * whose forms do not say it has a cover: the first lines in large type (某局 / 2024年度部门决算).
 */
#include "normalize/document.h"

#include <string.h>

#include "normalize/fold.h"
#include "normalize/outline-label.h"
#include "normalize/prose.h"
#include "normalize/recognize.h"

/* Lines of a cover: how many of the first are looked at. */
#define COVER_LINES 12
/* Longest title, characters. */
#define TITLE_MOST 100
/* Longest label of a field that names the organisation, bytes; shortest name, characters; shortest that is sure to be no part of one. */
#define FIELD_MOST 80
#define NAME_LEAST 3
#define NAME_SURE 5

/* The text that occurs most often in @counts (text → number), the first met among equals. */
static const char *
most_frequent (GPtrArray *texts)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0;
  for (guint i = 0; i < texts->len; i++) {
    const char *text = g_ptr_array_index (texts, i);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, text)) + 1;
    g_hash_table_insert (counts, (gpointer)text, GUINT_TO_POINTER (n));
    if (n > most) {
      most = n;
      best = text;
    }
  }
  return best;
}

static guint
year_of_text (JueProse *prose, const char *text)
{
  g_autofree char *folded = jue_fold (text);
  guint start, end;
  if (!jue_prose_find (prose, JUE_WORDS_YEAR, folded, &start, &end))
    return 0;
  return (guint)g_ascii_strtoull (folded + start, NULL, 10);
}

static JueKind
kind_of_text (JueProse *prose, const char *text)
{
  g_autofree char *folded = jue_fold (text);
  if (jue_prose_find (prose, JUE_WORDS_FINAL, folded, NULL, NULL))
    return JUE_KIND_FINAL;
  return jue_prose_find (prose, JUE_WORDS_BUDGET, folded, NULL, NULL) ? JUE_KIND_BUDGET : JUE_KIND_UNKNOWN;
}

/* What a form's title says, else its label (预算01表). */
static JueKind
kind_of_form (const JueForm *form, const JueCatalogue *catalogue)
{
  JueKind kind = jue_recognize_kind (catalogue, form->title.text);
  if (kind == JUE_KIND_UNKNOWN && form->label.text != NULL)
    kind = kind_of_text (jue_catalogue_prose (catalogue), form->label.text);
  return kind;
}

/* What the heads of columns say: 决算数 in some makes a report one of final accounts, 预算数 elsewhere a budget. */
static JueKind
kind_of_heads (const JueReport *report, JueProse *prose)
{
  JueKind kind = JUE_KIND_UNKNOWN;
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    for (guint k = 0; k < form->header_rows * form->n_cols; k++) {
      const char *text = form->cells[k].text;
      if (text == NULL)
        continue;
      if (jue_prose_find (prose, JUE_WORDS_FINAL, text, NULL, NULL))
        return JUE_KIND_FINAL;
      if (jue_prose_find (prose, JUE_WORDS_BUDGET_HEAD, text, NULL, NULL))
        kind = JUE_KIND_BUDGET;
    }
  }
  return kind;
}

/* Majority of the forms' titles and labels; where they are silent, the cover; where there is none, the heads. */
static void
find_kind (JueReport *report, const JueCatalogue *catalogue)
{
  guint votes[JUE_KIND_BUDGET + 1] = { 0 };
  for (guint i = 0; i < report->forms->len; i++)
    votes[kind_of_form (g_ptr_array_index (report->forms, i), catalogue)]++;
  if (votes[JUE_KIND_FINAL] + votes[JUE_KIND_BUDGET] > 0)
    report->kind = votes[JUE_KIND_FINAL] >= votes[JUE_KIND_BUDGET] ? JUE_KIND_FINAL : JUE_KIND_BUDGET;
  else if (report->title != NULL)
    report->kind = kind_of_text (jue_catalogue_prose (catalogue), report->title);
  if (report->kind == JUE_KIND_UNKNOWN)
    report->kind = kind_of_heads (report, jue_catalogue_prose (catalogue));
}

static void
find_year (JueReport *report, JueProse *prose)
{
  guint best = 0, most = 0;
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *a = g_ptr_array_index (report->forms, i);
    guint n = 0;
    for (guint k = 0; k < report->forms->len; k++)
      n += ((const JueForm *)g_ptr_array_index (report->forms, k))->year == a->year;
    if (a->year != 0 && n > most) {
      most = n;
      best = a->year;
    }
  }
  report->year = best;
  if (best == 0 && report->title != NULL)
    report->year = year_of_text (prose, report->title);
}

/* The name in front of the year or of 部门决算 in a title: 某局2024年度部门决算, 2024年度某局部门决算. NULL if there is none. */
static char *
organisation_of_title (JueProse *prose, const char *title)
{
  guint start, end;
  if (jue_prose_find (prose, JUE_WORDS_TITLE_FRONT, title, &start, &end))
    title += end;
  if (!jue_prose_find (prose, JUE_WORDS_TITLE_TAIL, title, &start, &end))
    return NULL;
  g_autofree char *name = g_strndup (title, start);
  g_strstrip (name);
  return g_utf8_strlen (name, -1) >= NAME_LEAST ? g_steal_pointer (&name) : NULL;
}

/* Figures and empty texts, which are most cells and no labels. */
static gboolean
is_figure (const char *text)
{
  return text[strspn (text, "0123456789.,-+% ")] == '\0';
}

/* What the forms' fields of this kind name: 实施单位, 主管部门. A head names what is below it, not beside it. @names gets borrowed
 * strings. */
static void
names_in_fields (const JueReport *report, JueProse *prose, JueWords kind, GPtrArray *names)
{
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    for (guint k = form->header_rows * form->n_cols; k + 1 < form->n_rows * form->n_cols; k++) {
      const char *label = form->cells[k].text;
      if (label == NULL || is_figure (label) || strlen (label) > FIELD_MOST)
        continue;
      g_autofree char *folded = jue_fold (label);
      guint next = k + 1;
      if (!jue_prose_find (prose, kind, folded, NULL, NULL))
        continue;
      while (next % form->n_cols != 0 && form->cells[next].text == NULL)
        next++;
      if (next % form->n_cols != 0 && g_utf8_strlen (form->cells[next].text, -1) >= NAME_LEAST)
        g_ptr_array_add (names, (gpointer)form->cells[next].text);
    }
  }
}

/* Whether @name stands at the beginning of a line or behind a mark in the document's text. */
static gboolean
begins_a_phrase (const JueFlow *flow, const char *name)
{
  for (guint i = COVER_LINES; i < flow->text->len; i++) {
    const char *text = g_array_index (flow->text, JueSpot, i).line->text;
    const char *found = strstr (text, name);
    if (found == text
        || (found != NULL && found - text >= 3 && g_unichar_ispunct (g_utf8_get_char (g_utf8_prev_char (found)))))
      return TRUE;
  }
  return FALSE;
}

/* A title may say more than the name (某省中共某市委办公室): the longest end of it that the text uses. */
static char *
name_as_used (const JueFlow *flow, const char *name)
{
  for (const char *p = name; g_utf8_strlen (p, -1) >= NAME_SURE; p = g_utf8_next_char (p))
    if (begins_a_phrase (flow, p))
      return g_strdup (p);
  return g_strdup (name);
}

static void
find_organisation (JueReport *report, JueProse *prose, const JueFlow *flow)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    if (form->organisation != NULL)
      g_ptr_array_add (names, (gpointer)form->organisation);
  }
  report->organisation = most_frequent (names);
  if (report->organisation == NULL && report->title != NULL) {
    g_autofree char *title = organisation_of_title (prose, report->title);
    g_autofree char *name = title != NULL ? name_as_used (flow, title) : NULL;
    report->organisation = jue_report_string (report, name);
  }
  for (JueWords kind = JUE_WORDS_FIELD; report->organisation == NULL && kind <= JUE_WORDS_PARENT; kind++) {
    names_in_fields (report, prose, kind, names);
    report->organisation = most_frequent (names);
  }
}

/* Appends the lines of the first page that are at least @share percent of @largest in size to @title: from the first of them up to
 * the table of contents or a heading. */
static void
join_cover (const JueFlow *flow, JueProse *prose, guint16 largest, guint share, GString *title)
{
  const JueSpot *first = &g_array_index (flow->text, JueSpot, 0);
  g_string_truncate (title, 0);
  for (guint i = 0; i < MIN (flow->text->len, COVER_LINES) && first[i].sheet->page == first->sheet->page; i++) {
    const char *text = first[i].line->text;
    g_autofree char *folded = strlen (text) <= FIELD_MOST ? jue_fold (text) : NULL;
    gboolean over = jue_outline_label (text, NULL) != JUE_LABEL_NONE
                    || (folded != NULL && jue_prose_find (prose, JUE_WORDS_CONTENTS, folded, NULL, NULL));
    if (over && title->len > 0)
      return;
    if (over || first[i].line->size * 100u < largest * share)
      continue;
    if (title->len > 0)
      g_string_append_c (title, ' ');
    g_string_append (title, text);
  }
}

/* The cover's title: the first page's lines in its largest type, if they name an account or a budget. Where the text follows on
 * the same page, only the lines as large as the largest. */
static void
find_title (JueReport *report, JueProse *prose, const JueFlow *flow)
{
  static const guint shares[] = { 70, 95 };
  g_autoptr (GString) title = g_string_new (NULL);
  guint16 largest = 0;
  guint n = MIN (flow->text->len, COVER_LINES);
  for (guint i = 0; i < n; i++) {
    const JueSpot *spot = &g_array_index (flow->text, JueSpot, i);
    if (spot->sheet->page == g_array_index (flow->text, JueSpot, 0).sheet->page)
      largest = MAX (largest, spot->line->size);
  }
  for (guint i = 0; n > 0 && report->title == NULL && i < G_N_ELEMENTS (shares); i++) {
    join_cover (flow, prose, largest, shares[i], title);
    if (kind_of_text (prose, title->str) != JUE_KIND_UNKNOWN && g_utf8_strlen (title->str, -1) <= TITLE_MOST)
      report->title = jue_report_string (report, title->str);
  }
}

void
jue_document_describe (JueReport *report, const JueCatalogue *catalogue, const JueFlow *flow)
{
  JueProse *prose = jue_catalogue_prose (catalogue);
  find_title (report, prose, flow);
  find_kind (report, catalogue);
  find_year (report, prose);
  find_organisation (report, prose, flow);
}
