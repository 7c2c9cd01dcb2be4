/*
 * The table of contents announces forms:
 *
 *     目录
 *     一、收入支出决算总表 ……………… 12      each line that names a known form, in the two pages from 目录 on
 *
 * A form that is announced and not there is told once. A text whose forms are all in another file is told once.
 */
#include "check/document.h"

#include <string.h>

#include "normalize/fold.h"
#include "normalize/words.h"

#define MAX_ENTRY 150 /* bytes; a longer line is no entry */
#define MAX_PAGES 2   /* of a table of contents */

/* The title of an entry: @line without dots and page number behind. Free with g_free. */
static char *
entry_title (const char *line)
{
  char *title = jue_fold (line);
  for (gsize n = strlen (title); n > 0; n--) {
    char c = title[n - 1];
    if (!g_ascii_isdigit (c) && strchr (".-_ ", c) == NULL && !g_str_has_suffix (title, "…")
        && !g_str_has_suffix (title, "·"))
      break;
    if (g_str_has_suffix (title, "…") || g_str_has_suffix (title, "·"))
      n -= g_str_has_suffix (title, "…") ? 2 : 1;
    title[n - 1] = '\0';
  }
  return title;
}

static gboolean
has_form (const JueReport *report, const char *id)
{
  for (guint i = 0; i < report->forms->len; i++) {
    const char *other = ((const JueForm *)g_ptr_array_index (report->forms, i))->id;
    if (strcmp (other, id) == 0
        || (g_str_has_prefix (other, "budget-") && strcmp (other + strlen ("budget-"), id) == 0))
      return TRUE;
  }
  return FALSE;
}

typedef struct {
  JueReport *report;
  const JueCatalogue *catalogue;
  guint from;         /* page of 目录; 0: not seen yet */
  GPtrArray *missing; /* of const JueKnownForm */
  GArray *provs;      /* of JueProv */
  guint announced;
} Contents;

static void
look_at (Contents *self, const char *text, const JueProv *prov)
{
  if (text == NULL || strlen (text) > MAX_ENTRY)
    return;
  g_autofree char *title = entry_title (text);
  if (self->from == 0 && jue_words_find (self->catalogue, JUE_WORDS_CONTENTS, title, NULL, NULL))
    self->from = MAX (prov->page, 1);
  if (self->from == 0 || prov->page < self->from || prov->page >= self->from + MAX_PAGES
      || !g_str_has_suffix (title, "表"))
    return;
  const JueKnownForm *known = jue_catalogue_form_by_title (self->catalogue, title);
  if (known == NULL)
    return;
  self->announced++;
  if (has_form (self->report, known->id) || g_ptr_array_find (self->missing, known, NULL))
    return;
  g_ptr_array_add (self->missing, (gpointer)known);
  g_array_append_val (self->provs, *prov);
}

static void
tell_missing (const Contents *self)
{
  for (guint i = 0; i < self->missing->len; i++) {
    const JueKnownForm *known = g_ptr_array_index (self->missing, i);
    g_autofree char *text = g_strdup_printf ("目录列有《%s》，文中没有找到这张表。", known->name);
    JueFinding finding = { .rule = "missing-form",
                           .severity = JUE_FINDING_WARNING,
                           .text = text,
                           .expected = known->name,
                           .prov = g_array_index (self->provs, JueProv, i) };
    jue_report_add_finding (self->report, &finding);
  }
}

static void
tell_elsewhere (const Contents *self)
{
  g_autofree char *text = g_strdup_printf ("目录列有%u张表，文中一张也没有找到，可能另行公布。", self->announced);
  JueFinding finding = {
    .rule = "missing-form", .severity = JUE_FINDING_INFO, .text = text, .prov = g_array_index (self->provs, JueProv, 0)
  };
  jue_report_add_finding (self->report, &finding);
}

void
jue_check_contents (JueReport *report, const JueCatalogue *catalogue)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GArray) provs = g_array_new (FALSE, FALSE, sizeof (JueProv));
  Contents contents = { report, catalogue, 0, missing, provs, 0 };
  for (guint i = 0; i < report->sections->len; i++) {
    const JueSection *section = &g_array_index (report->sections, JueSection, i);
    look_at (&contents, section->title, &section->prov);
    for (guint j = 0; j < section->paragraphs->len; j++) {
      const JueParagraph *paragraph = &g_array_index (section->paragraphs, JueParagraph, j);
      look_at (&contents, paragraph->text, &paragraph->prov);
    }
  }
  if (missing->len > 1 && missing->len == contents.announced)
    tell_elsewhere (&contents);
  else
    tell_missing (&contents);
}
