#include "check/document.h"

#include <string.h>

#include "check/tell.h"
#include "normalize/fold.h"
#include "normalize/identity.h"
#include "normalize/values.h"

#define MAX_PLACEHOLDERS 50 /* findings about blanks that were not filled in */

static const char *
form_name (const JueForm *form)
{
  return form->label.text != NULL ? form->label.text : form->title.text != NULL ? form->title.text : form->id;
}

/* ---- organisation ---- */

/* An organisation that forms print, and how many of them. */
typedef struct {
  char *folded;
  const char *printed;
  GString *forms;
  guint n;
  JueProv prov;
} Organisation;

static void
organisation_clear (gpointer data)
{
  Organisation *self = data;
  g_free (self->folded);
  g_string_free (self->forms, TRUE);
}

static void
count_organisation (GArray *list, const JueForm *form)
{
  g_autofree char *folded = jue_fold (form->organisation);
  Organisation *found = NULL;
  for (guint i = 0; i < list->len && found == NULL; i++)
    if (strcmp (g_array_index (list, Organisation, i).folded, folded) == 0)
      found = &g_array_index (list, Organisation, i);
  if (found == NULL) {
    Organisation organisation = { g_strdup (folded), form->organisation, g_string_new (NULL), 0,
                                  form->organisation_line.prov };
    g_array_append_val (list, organisation);
    found = &g_array_index (list, Organisation, list->len - 1);
  }
  g_string_append_printf (found->forms, "%s%s", found->n > 0 ? "、" : "", form_name (form));
  found->n++;
}

static void
tell_organisation (JueReport *report, const Organisation *odd, const Organisation *usual)
{
  g_autofree char *text = g_strdup_printf ("%s印的部门名称是“%s”，其余各表（%u张）是“%s”。", odd->forms->str,
                                           odd->printed, usual->n, usual->printed);
  const char *values[] = { odd->printed, usual->printed };
  JueFinding finding = { .rule = "organisation",
                         .severity = JUE_FINDING_WARNING,
                         .text = text,
                         .expected = usual->printed,
                         .actual = odd->printed,
                         .values = values,
                         .n_values = 2,
                         .prov = odd->prov };
  jue_report_add_finding (report, &finding);
}

/* A name that one form in three prints or more may be another organisation's: then the file holds several reports. */
static void
check_organisations (JueReport *report)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Organisation));
  g_array_set_clear_func (list, organisation_clear);
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    if (form->organisation != NULL)
      count_organisation (list, form);
  }
  guint usual = 0;
  for (guint i = 1; i < list->len; i++)
    if (g_array_index (list, Organisation, i).n > g_array_index (list, Organisation, usual).n)
      usual = i;
  for (guint i = 0; i < list->len; i++)
    if (i != usual && 3 * g_array_index (list, Organisation, i).n <= 2 * g_array_index (list, Organisation, usual).n)
      tell_organisation (report, &g_array_index (list, Organisation, i), &g_array_index (list, Organisation, usual));
}

/* ---- year ---- */

static void
check_years (JueReport *report)
{
  for (guint i = 0; i < report->forms->len && report->year != 0; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    if (form->year == 0 || form->year == report->year)
      continue;
    g_autofree char *text =
        g_strdup_printf ("%s印的年度是%u年，全文是%u年度。", form_name (form), form->year, report->year);
    g_autofree char *expected = g_strdup_printf ("%u", report->year), *actual = g_strdup_printf ("%u", form->year);
    const char *values[] = { actual, expected };
    JueFinding finding = { .rule = "year",
                           .severity = JUE_FINDING_WARNING,
                           .text = text,
                           .expected = expected,
                           .actual = actual,
                           .values = values,
                           .n_values = 2,
                           .prov = form->title.prov };
    if (finding.prov.page == 0)
      finding.prov.page = form->page_from;
    jue_report_add_finding (report, &finding);
  }
}

/* ---- amounts of nothing ---- */

/* Whether some line of the row has a name, so that the amount can be its. */
static gboolean
row_has_name (const JueForm *form, guint row, guint half)
{
  for (guint i = 0; i < form->lines->len; i++) {
    const JueLine *line = &g_array_index (form->lines, JueLine, i);
    if (line->row == row && line->half <= half && (line->name != NULL || line->code != NULL))
      return TRUE;
  }
  return FALSE;
}

static void
check_nameless (JueReport *report, guint index)
{
  const JueForm *form = g_ptr_array_index (report->forms, index);
  g_autoptr (JueValues) values = jue_values_new (form);
  for (guint row = form->header_rows; row < form->n_rows; row++)
    for (guint col = 0; col < form->n_cols; col++) {
      const JueCell *cell = jue_form_cell (form, row, col);
      if (cell->text == NULL || cell->role != JUE_ROLE_VALUE || cell->state != JUE_STATE_VALUE
          || cell->amount.mantissa == 0 || row_has_name (form, row, values->halves[col]))
        continue;
      g_autofree char *text = g_strdup_printf ("%s有一个金额%s所在的行没有名称。", form_name (form), cell->text);
      JueFinding words = { .rule = "nameless", .severity = JUE_FINDING_WARNING, .text = text };
      jue_tell_cell (report, &words, (JueCellRef){ index, row, col });
    }
}

/* In the forms that set income against expenditure, whose rows all have names. */
static void
check_all_nameless (JueReport *report)
{
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    if (g_str_has_suffix (form->id, "income-expenditure-summary")
        || g_str_has_suffix (form->id, "fiscal-appropriation-summary"))
      check_nameless (report, i);
  }
}

/* ---- blanks that were not filled in ---- */

static gboolean
tell_placeholder (JueReport *report, const JueCatalogue *catalogue, const char *text, const JueProv *prov)
{
  g_autofree char *found = NULL;
  if (text == NULL || !jue_catalogue_placeholder (catalogue, text, &found))
    return FALSE;
  g_autofree char *told = g_strdup_printf ("留有未填写的“%s”。", found);
  const char *value = found;
  JueFinding finding = { .rule = "placeholder",
                         .severity = JUE_FINDING_WARNING,
                         .text = told,
                         .actual = found,
                         .values = &value,
                         .n_values = 1,
                         .prov = *prov };
  jue_report_add_finding (report, &finding);
  return TRUE;
}

static void
check_placeholders (JueReport *report, const JueCatalogue *catalogue)
{
  guint n = 0;
  for (guint i = 0; i < report->sections->len; i++) {
    const JueSection *section = &g_array_index (report->sections, JueSection, i);
    n += tell_placeholder (report, catalogue, section->title, &section->prov);
    for (guint j = 0; j < section->paragraphs->len && n < MAX_PLACEHOLDERS; j++) {
      const JueParagraph *paragraph = &g_array_index (section->paragraphs, JueParagraph, j);
      n += tell_placeholder (report, catalogue, paragraph->text, &paragraph->prov);
    }
  }
  for (guint i = 0; i < report->forms->len && n < MAX_PLACEHOLDERS; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    n += tell_placeholder (report, catalogue, form->title.text, &form->title.prov);
    n += tell_placeholder (report, catalogue, form->organisation_line.text, &form->organisation_line.prov);
  }
}

void
jue_check_document (JueReport *report, const JueCatalogue *catalogue)
{
  check_organisations (report);
  check_years (report);
  check_all_nameless (report);
  check_placeholders (report, catalogue);
  jue_check_contents (report, catalogue);
  jue_check_codes (report, catalogue);
}
