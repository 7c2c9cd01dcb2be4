/* Which form is it?
 *
 * The printed number does not tell: 公开07表 is one form here and another one there. The title does, in many wordings, and the
 * head confirms it. Method:
 *   1. the first form of the catalogue whose title pattern matches is taken, if the head knows at least one of its columns, or
 *      there is no head to ask;
 *   2. a table without a title that names a form is compared by its head: the form that knows most of its columns wins, if it
 *      knows nearly all of them, several that carry amounts, and no other form knows as many. Forms whose head is vague, since
 *      they show the columns of many, are left out.
 */
#include "normalize/recognize.h"

#include "normalize/fold.h"
#include "normalize/words.h"

/* By the head alone: at least this share (percent) of the columns and this number have to be known. */
#define HEAD_SHARE 80
#define HEAD_LEAST 4

static guint
known_columns (const JueKnownForm *known, const JueForm *form)
{
  guint n = 0;
  for (guint c = 0; c < form->n_cols; c++) {
    const JueColumn *column = jue_form_column (form, c);
    n += column->n_path > 0 && jue_known_form_column (known, column->path, column->n_path) >= 0;
  }
  return n;
}

static const JueKnownForm *
by_head (const JueCatalogue *catalogue, const JueForm *form)
{
  const JueKnownForm *best = NULL;
  guint most = 0;
  gboolean tie = FALSE;
  for (guint i = 0; i < jue_catalogue_n_forms (catalogue); i++) {
    const JueKnownForm *known = jue_catalogue_form (catalogue, i);
    guint n = known->vague_head ? 0 : known_columns (known, form);
    tie = n == most ? TRUE : n > most ? FALSE : tie;
    if (n > most) {
      most = n;
      best = known;
    }
  }
  return best != NULL && !tie && most >= HEAD_LEAST && most * 100 >= form->n_cols * HEAD_SHARE ? best : NULL;
}

static gboolean
has_head (const JueForm *form)
{
  for (guint c = 0; c < form->n_cols; c++)
    if (jue_form_column (form, c)->n_path > 0)
      return TRUE;
  return FALSE;
}

static void
name_columns (const JueKnownForm *known, JueForm *form)
{
  for (guint c = 0; c < form->columns->len; c++) {
    JueColumn *column = &g_array_index (form->columns, JueColumn, c);
    gint k = column->n_path > 0 ? jue_known_form_column (known, column->path, column->n_path) : -1;
    column->id = k >= 0 ? g_array_index (known->columns, JueKnownColumn, k).id : NULL;
  }
}

const JueKnownForm *
jue_recognize (const JueCatalogue *catalogue, JueForm *form)
{
  const JueKnownForm *known =
      form->title.text != NULL ? jue_catalogue_form_by_title (catalogue, form->title.text) : NULL;
  if (known != NULL && has_head (form) && known_columns (known, form) == 0)
    known = NULL;
  if (known == NULL && form->title.text == NULL)
    known = by_head (catalogue, form);
  if (known != NULL)
    name_columns (known, form);
  return known;
}

JueKind
jue_recognize_kind (const JueCatalogue *catalogue, const char *title)
{
  if (title == NULL)
    return JUE_KIND_UNKNOWN;
  g_autofree char *folded = jue_fold (title);
  if (jue_words_find (catalogue, JUE_WORDS_FINAL, folded, NULL, NULL))
    return JUE_KIND_FINAL;
  return jue_words_find (catalogue, JUE_WORDS_BUDGET_FORM, folded, NULL, NULL) ? JUE_KIND_BUDGET : JUE_KIND_UNKNOWN;
}

void
jue_recognize_id (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JueKnownForm *known)
{
  if (known == NULL) {
    form->id = jue_report_string (report, "unknown");
    return;
  }
  JueKind kind = jue_recognize_kind (catalogue, form->title.text);
  if (kind == JUE_KIND_UNKNOWN)
    kind = report->kind;
  if (kind == JUE_KIND_UNKNOWN)
    kind = known->in_final ? JUE_KIND_FINAL : JUE_KIND_BUDGET;
  for (guint c = 0; c < form->columns->len; c++) {
    JueColumn *column = &g_array_index (form->columns, JueColumn, c);
    column->id = jue_report_string (report, column->id);
  }
  g_autofree char *budget = kind == JUE_KIND_BUDGET ? g_strconcat ("budget-", known->id, NULL) : NULL;
  form->id = jue_report_string (report, budget != NULL ? budget : known->id);
}
