/*
 * Codes and names. The names come from the classifications (forms/codes-*.xml); since they change from year to year and
 * places add their own, another name is no error. A code that no classification has, whose name fits one that begins as
 * the line above does, was misprinted.
 */
#include "check/document.h"

#include <string.h>

#include "normalize/fold.h"

#define CLASS_DIGITS 3
/* A misprinted code's class stands at most this many lines above it. */
#define REACH 40

/* Where a code was seen first, with which name. */
typedef struct {
  const char *name;
  char *folded;
  guint form;
  gboolean told;
} Seen;

static void
seen_free (gpointer data)
{
  g_free (((Seen *)data)->folded);
  g_free (data);
}

/* The cell of a line that prints its code, or else its name. */
static gboolean
find_cell (const JueForm *form, const JueLine *line, const char *text, JueCellRef *ref, JueProv *prov)
{
  for (guint col = 0; col < form->n_cols && line->row < form->n_rows; col++) {
    const JueCell *cell = jue_form_cell (form, line->row, col);
    if (cell->text == NULL || cell->role == JUE_ROLE_VALUE || strcmp (cell->text, text) != 0)
      continue;
    ref->row = line->row;
    ref->col = col;
    *prov = cell->prov;
    return TRUE;
  }
  return FALSE;
}

static void
tell (JueReport *report, guint form, const JueLine *line, const char *rule, JueFindingSeverity severity,
      const char *expected, const char *actual, const char *text)
{
  const JueForm *where = g_ptr_array_index (report->forms, form);
  const char *values[] = { line->code_printed != NULL ? line->code_printed : line->code, line->name };
  JueCellRef ref = { form, 0, 0 };
  JueFinding finding = { .rule = rule,
                         .severity = severity,
                         .text = text,
                         .expected = expected,
                         .actual = actual,
                         .values = values,
                         .n_values = 2 };
  if (find_cell (where, line, line->name, &ref, &finding.prov)) {
    finding.cells = &ref;
    finding.n_cells = 1;
  } else
    finding.prov.page = line->row < where->n_rows ? where->row_pages[line->row] : 0;
  jue_report_add_finding (report, &finding);
}

/* The code that a misprinted one should be: of the same name, below the line before it. */
static const char *
likely_code (const JueForm *form, guint line, const JueCatalogue *catalogue)
{
  const JueLine *lines = (const JueLine *)(gconstpointer)form->lines->data;
  for (guint i = line; i > 0 && line - i < REACH; i--) {
    const char *above = lines[i - 1].code;
    if (lines[line].level > 0 && lines[i - 1].level >= lines[line].level)
      continue; /* beside it, not above it */
    if (lines[i - 1].half != lines[line].half || above == NULL || !jue_catalogue_has_code (catalogue, above))
      continue;
    const char *code = jue_catalogue_code_for_name (catalogue, above, lines[line].name);
    if (code != NULL && strcmp (code, above) != 0)
      return code;
    if (lines[i - 1].level <= 1)
      return NULL;
  }
  return NULL;
}

static void
check_code (JueReport *report, guint form, guint index, const JueCatalogue *catalogue)
{
  const JueForm *where = g_ptr_array_index (report->forms, form);
  const JueLine *line = &g_array_index (where->lines, JueLine, index);
  g_autofree char *text = NULL;
  if (jue_catalogue_has_code (catalogue, line->code)) {
    const char *official = jue_catalogue_code_name (catalogue, line->code);
    if (jue_catalogue_code_has_name (catalogue, line->code, line->name))
      return;
    text = g_strdup_printf ("编码%s印为“%s”，收支分类科目中的名称是“%s”。", line->code, line->name, official);
    tell (report, form, line, "code-name", JUE_FINDING_INFO, official, line->name, text);
    return;
  }
  const char *likely = likely_code (where, index, catalogue);
  if (likely == NULL)
    return;
  text = g_strdup_printf ("编码%s（“%s”）不在收支分类科目中，按名称和上级科目应为%s。", line->code, line->name, likely);
  tell (report, form, line, "code", JUE_FINDING_WARNING, likely, line->code, text);
}

/* The same code with another name elsewhere in the report. */
static void
check_again (JueReport *report, guint form, const JueLine *line, Seen *seen)
{
  g_autofree char *folded = jue_fold (line->name);
  if (strcmp (folded, seen->folded) == 0 || seen->told)
    return;
  g_autofree char *text =
      g_strdup_printf ("编码%s的名称前后不一：一处是“%s”，另一处是“%s”。", line->code, seen->name, line->name);
  tell (report, form, line, "code-names-differ", JUE_FINDING_WARNING, seen->name, line->name, text);
  seen->told = TRUE;
}

static void
check_line (JueReport *report, guint form, guint index, GHashTable *codes, const JueCatalogue *catalogue)
{
  const JueForm *where = g_ptr_array_index (report->forms, form);
  const JueLine *line = &g_array_index (where->lines, JueLine, index);
  if (line->code == NULL || line->name == NULL || line->code_restored || strlen (line->code) < CLASS_DIGITS)
    return;
  Seen *seen = g_hash_table_lookup (codes, line->code);
  if (seen != NULL) {
    check_again (report, form, line, seen);
    return;
  }
  seen = g_new0 (Seen, 1);
  seen->name = line->name;
  seen->folded = jue_fold (line->name);
  seen->form = form;
  g_hash_table_insert (codes, (gpointer)line->code, seen);
  check_code (report, form, index, catalogue);
}

void
jue_check_codes (JueReport *report, const JueCatalogue *catalogue)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, seen_free);
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    for (guint j = 0; j < form->lines->len; j++)
      if (g_array_index (form->lines, JueLine, j).level > 0)
        check_line (report, i, j, codes, catalogue);
  }
}
