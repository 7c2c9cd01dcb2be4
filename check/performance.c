#include "check/performance.h"

#include <string.h>

#include "check/performance-private.h"
#include "normalize/money-unit.h"

#define SEPARATOR " / " /* between row and column in a field's name */

static void
score_clear (gpointer data)
{
  g_free (((JueScore *)data)->name);
}

static const char *
word_id (const JueCatalogue *catalogue, JuePlace place, const char *text)
{
  const JueWord *word = text != NULL ? jue_catalogue_word (catalogue, place, text) : NULL;
  return word != NULL ? word->id : NULL;
}

static void
add_score (JuePerformanceSheet *self, const JueCatalogue *catalogue, const JueField *field)
{
  JueScore score = { .field = field };
  const char *behind = strstr (field->name, SEPARATOR);
  gboolean is_money = field->unit != NULL && strcmp (field->unit, "元") == 0;
  gint64 factor = is_money ? MAX (jue_money_unit_factor (self->form->money_unit), 1) : 1;
  if (!jue_figure_of (field->amount, factor, &score.figure))
    return;
  score.name = behind != NULL ? g_strndup (field->name, (gsize)(behind - field->name)) : g_strdup (field->name);
  score.row = word_id (catalogue, JUE_PLACE_LABEL, score.name);
  score.col = behind != NULL ? word_id (catalogue, JUE_PLACE_COLUMN, behind + strlen (SEPARATOR)) : NULL;
  score.money = is_money;
  score.percent = field->unit != NULL && strcmp (field->unit, "%") == 0;
  g_array_append_val (self->scores, score);
}

/* 《title》（project），what a finding begins with. */
static char *
place_of (const JueForm *form, const JueCatalogue *catalogue)
{
  const char *title = form->title.text != NULL ? form->title.text : "绩效表";
  for (guint i = 0; i < form->fields->len; i++) {
    const JueField *field = &g_array_index (form->fields, JueField, i);
    const char *id = word_id (catalogue, JUE_PLACE_LABEL, field->name);
    if (id != NULL && (strcmp (id, "project-name") == 0 || strcmp (id, "unit-name") == 0) && field->text != NULL)
      return g_strdup_printf ("《%s》（%s）", title, field->text);
  }
  return g_strdup_printf ("《%s》", title);
}

/* The finest place to which the report prints rates in its performance forms, but no finer than 0.01 %. */
static gint64
find_rate_grain (const JueReport *report)
{
  guint8 scale = 0;
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    for (guint j = 0; j < form->fields->len; j++) {
      const JueField *field = &g_array_index (form->fields, JueField, j);
      if (field->has_amount && field->unit != NULL && strcmp (field->unit, "%") == 0)
        scale = MAX (scale, MIN (field->amount.scale, 2));
    }
  }
  return scale == 2 ? JUE_FIXED_ONE / 100 : scale == 1 ? JUE_FIXED_ONE / 10 : JUE_FIXED_ONE;
}

static void
check_form (JueReport *report, const JueForm *form, guint index, gint64 rate_grain, const JueCatalogue *catalogue)
{
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (JueScore));
  g_autofree char *place = place_of (form, catalogue);
  JuePerformanceSheet sheet = { report, form, index, place, rate_grain, scores };
  g_array_set_clear_func (scores, score_clear);
  for (guint i = 0; i < form->fields->len; i++) {
    const JueField *field = &g_array_index (form->fields, JueField, i);
    if (field->has_amount && field->name != NULL)
      add_score (&sheet, catalogue, field);
  }
  jue_performance_points (&sheet);
  jue_performance_money (&sheet);
}

void
jue_check_performance (JueReport *report, const JueCatalogue *catalogue)
{
  gint64 rate_grain = find_rate_grain (report);
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    if (strstr (form->id, "performance-") != NULL && !form->stated_empty)
      check_form (report, form, i, rate_grain, catalogue);
  }
}
