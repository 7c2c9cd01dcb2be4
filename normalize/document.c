/* What the document as a whole says of itself
 *
 * Its forms name the organisation and the year, mostly all the same; the value that most of them give is taken. A document
 * whose forms do not say it has a cover: the first lines in large type (某局 / 2024年度部门决算).
 */
#include "normalize/document.h"

#include <string.h>

#include "normalize/fold.h"
#include "normalize/recognize.h"

/* Lines of a cover: how many of the first are looked at. */
#define COVER_LINES 12

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
year_of_text (const char *text)
{
  g_autofree char *folded = jue_fold (text);
  for (const char *s = folded; (s = strstr (s, "20")) != NULL; s++)
    if (g_ascii_isdigit (s[2]) && g_ascii_isdigit (s[3]) && g_str_has_prefix (s + 4, "年"))
      return (guint)g_ascii_strtoull (s, NULL, 10);
  return 0;
}

static JueKind
kind_of_text (const char *text)
{
  g_autofree char *folded = jue_fold (text);
  if (strstr (folded, "决算") != NULL)
    return JUE_KIND_FINAL;
  return strstr (folded, "预算") != NULL ? JUE_KIND_BUDGET : JUE_KIND_UNKNOWN;
}

/* Majority of the forms' titles; the cover where they are silent. */
static void
find_kind (JueReport *report)
{
  guint votes[JUE_KIND_BUDGET + 1] = { 0 };
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    votes[jue_recognize_kind (form->title.text)]++;
  }
  if (votes[JUE_KIND_FINAL] + votes[JUE_KIND_BUDGET] > 0)
    report->kind = votes[JUE_KIND_FINAL] >= votes[JUE_KIND_BUDGET] ? JUE_KIND_FINAL : JUE_KIND_BUDGET;
  else if (report->title != NULL)
    report->kind = kind_of_text (report->title);
}

static void
find_year (JueReport *report)
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
    report->year = year_of_text (report->title);
}

/* The name in front of the year or of 部门决算 in a title: 某局2024年度部门决算. NULL if there is none. */
static char *
organisation_of_title (const char *title)
{
  static const char *const ends[] = { "20", "部门决算", "部门预算", "单位决算", "单位预算", "决算", "预算" };
  const char *end = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    const char *found = strstr (title, ends[i]);
    if (found != NULL && found > title && (end == NULL || found < end))
      end = found;
  }
  if (end == NULL)
    return NULL;
  g_autofree char *name = g_strndup (title, (gsize)(end - title));
  g_strstrip (name);
  return g_utf8_strlen (name, -1) >= 3 ? g_steal_pointer (&name) : NULL;
}

static void
find_organisation (JueReport *report)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    if (form->organisation != NULL)
      g_ptr_array_add (names, (gpointer)form->organisation);
  }
  report->organisation = most_frequent (names);
  if (report->organisation == NULL && report->title != NULL) {
    g_autofree char *name = organisation_of_title (report->title);
    report->organisation = jue_report_string (report, name);
  }
}

/* The cover's title: the first page's lines in its largest type, if they name an account or a budget. */
static void
find_title (JueReport *report, const JueFlow *flow)
{
  g_autoptr (GString) title = g_string_new (NULL);
  guint16 largest = 0;
  guint n = MIN (flow->text->len, COVER_LINES);
  for (guint i = 0; i < n; i++) {
    const JueSpot *spot = &g_array_index (flow->text, JueSpot, i);
    if (spot->sheet->page == g_array_index (flow->text, JueSpot, 0).sheet->page)
      largest = MAX (largest, spot->line->size);
  }
  for (guint i = 0; i < n; i++) {
    const JueSpot *spot = &g_array_index (flow->text, JueSpot, i);
    if (spot->sheet->page == g_array_index (flow->text, JueSpot, 0).sheet->page && spot->line->size * 10 >= largest * 7) {
      if (title->len > 0)
        g_string_append_c (title, ' ');
      g_string_append (title, spot->line->text);
    }
  }
  if (kind_of_text (title->str) != JUE_KIND_UNKNOWN && g_utf8_strlen (title->str, -1) <= 100)
    report->title = jue_report_string (report, title->str);
}

void
jue_document_describe (JueReport *report, const JueFlow *flow)
{
  find_title (report, flow);
  find_kind (report);
  find_year (report);
  find_organisation (report);
}

void
jue_document_take_text (JueReport *report, const JueFlow *flow)
{
  if (flow->text->len == 0)
    return;
  JueSection *section = jue_report_add_section (report);
  for (guint i = 0; i < flow->text->len; i++) {
    const JueSpot *spot = &g_array_index (flow->text, JueSpot, i);
    JueParagraph paragraph = { jue_report_string (report, spot->line->text), { spot->sheet->page, spot->line->ink } };
    g_array_append_val (section->paragraphs, paragraph);
  }
}
