/*
 * What the prose says of a project, against the project's own form: 项目6全年执行数 63.7 万元, where its form
 * has 36.7. A project is known by its name in the fact's name or sentence, or, where it is only numbered, by the one
 * form with which two of its figures agree.
 */
#include "check/prose-private.h"
#include "normalize/catalogue-performance.h"
#include "normalize/fold.h"
#include "normalize/money-unit.h"
#include "normalize/prose.h"

#include <string.h>

#define SEPARATOR " / "

/* Endings of facts, and the words of the fields that they repeat: of a label, or of a column of the total. */
static const struct {
  const char *ending, *label, *column;
} repeats[] = {
  { "全年预算数", "budget", "adjusted" },   { "年初预算数", "budget", "initial" },
  { "全年执行数", "executed", "executed" }, { "执行数", "executed", "executed" },
  { "自评得分", "total-score", "score" },
};

typedef struct {
  const JueForm *form;
  guint index;
  char *name; /* folded, without 项目, 经费 behind */
} Project;

static void
project_clear (gpointer data)
{
  g_free (((Project *)data)->name);
}

static const char *
word_id (const JueCatalogue *catalogue, JuePlace place, const char *text)
{
  const JueWord *word = jue_catalogue_word (catalogue, place, text);
  return word != NULL ? word->id : NULL;
}

static void
collect (const JueReport *report, const JueCatalogue *catalogue, GArray *projects)
{
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    if (!g_str_has_suffix (form->id, "performance-project"))
      continue;
    Project project = { form, i, NULL };
    for (guint j = 0; j < form->fields->len && project.name == NULL; j++) {
      const JueField *field = &g_array_index (form->fields, JueField, j);
      if (field->name != NULL && field->text != NULL
          && g_strcmp0 (word_id (catalogue, JUE_PLACE_LABEL, field->name), "project-name") == 0)
        project.name = jue_fold (field->text);
    }
    g_array_append_val (projects, project);
  }
}

/* The number in 项目6…; 0 if there is none. */
static guint
number_of (const char *item)
{
  const char *digits = g_str_has_prefix (item, JUE_NUMBERED_PROJECT) ? item + strlen (JUE_NUMBERED_PROJECT) : "";
  guint64 number = 0;
  g_autofree char *text = g_strndup (digits, strspn (digits, "0123456789"));
  return g_ascii_string_to_unsigned (text, 10, 1, 9999, &number, NULL) ? (guint)number : 0;
}

/* Whether a field is the one that @repeat says. */
static gboolean
field_is (const JueCatalogue *catalogue, const JueField *field, guint repeat)
{
  const char *behind = strstr (field->name, SEPARATOR);
  if (behind == NULL)
    return g_strcmp0 (word_id (catalogue, JUE_PLACE_LABEL, field->name), repeats[repeat].label) == 0;
  g_autofree char *row = g_strndup (field->name, (gsize)(behind - field->name));
  const char *wanted = strcmp (repeats[repeat].label, "total-score") == 0 ? "total-score" : "fund-total";
  return g_strcmp0 (word_id (catalogue, JUE_PLACE_LABEL, row), wanted) == 0
         && g_strcmp0 (word_id (catalogue, JUE_PLACE_COLUMN, behind + strlen (SEPARATOR)), repeats[repeat].column) == 0;
}

/* The project whose name the fact or its sentence tells; NULL. */
static const Project *
project_by_name (const GArray *projects, const JueStated *stated)
{
  g_autofree char *text = stated->fact->text != NULL ? jue_fold (stated->fact->text) : g_strdup ("");
  const Project *longest = NULL;
  for (guint i = 0; i < projects->len; i++) {
    const Project *project = &g_array_index (projects, Project, i);
    if (project->name == NULL || project->name[0] == '\0'
        || (longest != NULL && strlen (longest->name) >= strlen (project->name)))
      continue;
    if (strstr (stated->item, project->name) != NULL || strstr (text, project->name) != NULL)
      longest = project;
  }
  return longest;
}

/* The field of a project that says the same as a fact with ending number @repeat; NULL. */
static const JueField *
find_field (const JueCatalogue *catalogue, const Project *project, guint repeat)
{
  for (guint j = 0; j < project->form->fields->len; j++) {
    const JueField *field = &g_array_index (project->form->fields, JueField, j);
    if (field->name != NULL && field->has_amount && field_is (catalogue, field, repeat))
      return field;
  }
  return NULL;
}

static gboolean
figure_of (const Project *project, const JueField *field, JueFigure *figure)
{
  gint64 factor = g_strcmp0 (field->unit, "元") == 0 ? jue_money_unit_factor (project->form->money_unit) : 1;
  return jue_figure_of (field->amount, MAX (factor, 1), figure);
}

/* How many facts about project @number agree with a form. */
static guint
agreements (const JueStatements *self, guint number, const Project *project, const JueCatalogue *catalogue)
{
  guint n = 0;
  for (guint i = 0; i < self->facts->len; i++) {
    const JueStated *stated = jue_stated_fact (self, i);
    if (number_of (stated->item) != number)
      continue;
    for (guint r = 0; r < G_N_ELEMENTS (repeats); r++) {
      JueFigure figure;
      const JueField *field =
          g_str_has_suffix (stated->item, repeats[r].ending) ? find_field (catalogue, project, r) : NULL;
      if (field == NULL)
        continue;
      n += figure_of (project, field, &figure) && figure.value == stated->figure.value;
      break;
    }
  }
  return n;
}

/* The only form with which two facts about project @number agree; NULL. */
static const Project *
project_by_figures (const JueStatements *self, const GArray *projects, guint number, const JueCatalogue *catalogue)
{
  const Project *found = NULL;
  for (guint i = 0; i < projects->len; i++) {
    const Project *project = &g_array_index (projects, Project, i);
    if (agreements (self, number, project, catalogue) < 2)
      continue;
    if (found != NULL)
      return NULL;
    found = project;
  }
  return found;
}

static void
compare (const JueStatements *self, guint i, const Project *project, const JueField *field)
{
  const JueStated *stated = jue_stated_fact (self, i);
  JueFigure figure;
  if (!figure_of (project, field, &figure) || stated->money != (g_strcmp0 (field->unit, "元") == 0))
    return;
  g_auto (JueClaim) claim;
  g_autofree char *place = g_strdup_printf ("文字说明中的%s", stated->fact->item);
  jue_stated_claim (self, &claim, "fact-project", "与该项目的绩效表", i);
  claim.place = place;
  claim.expected = figure.value;
  jue_claim_value (&claim, field->text);
  jue_claim_cell (&claim, project->form, project->index, &field->prov);
  jue_claim_tell (&claim, jue_claim_judge (claim.actual, claim.expected, 0, 0), self->report);
}

static void
check_fact (const JueStatements *self, guint i, const GArray *projects, const JueCatalogue *catalogue)
{
  const JueStated *stated = jue_stated_fact (self, i);
  for (guint r = 0; r < G_N_ELEMENTS (repeats); r++) {
    if (!g_str_has_suffix (stated->item, repeats[r].ending))
      continue;
    guint number = number_of (stated->item);
    const Project *project = project_by_name (projects, stated);
    if (project == NULL && number > 0)
      project = project_by_figures (self, projects, number, catalogue);
    const JueField *field = project != NULL ? find_field (catalogue, project, r) : NULL;
    if (field != NULL)
      compare (self, i, project, field);
    return;
  }
}

void
jue_stated_projects (const JueStatements *self, const JueCatalogue *catalogue)
{
  g_autoptr (GArray) projects = g_array_new (FALSE, FALSE, sizeof (Project));
  g_array_set_clear_func (projects, project_clear);
  collect (self->report, catalogue, projects);
  for (guint i = 0; i < self->facts->len && projects->len > 0; i++)
    check_fact (self, i, projects, catalogue);
}
