#ifndef JUE_CHECK_MAKE_H
#define JUE_CHECK_MAKE_H

/*
 * Small reports from one line of text, for the tests of the checks.
 *
 *     FORM;FORM…           FORM is ID@UNIT:COLUMNS=ROW/ROW…, cells and columns parted by "|"
 *     facts=FACT/FACT…     FACT is SECTION|ITEM|VALUE|UNIT
 *                          "~" is a "/" in the names of facts and fields
 *     fields=FIELD/FIELD…  of the last form; FIELD is NAME|TEXT, a number with 万元, % or nothing behind
 *     scores=S/S…          indicators of the last form: LEVEL|NAME|WEIGHT|SCORE
 *     empty                the last form states that it is empty
 *     budget               the report is a budget
 *
 * A column called code, name, line-no or …-name is a label. "<" is a cell that the one to its left covers, "?" one that
 * cannot be read. A half begins with a label behind an amount.
 */
#include <string.h>

#include "normalize/money-unit.h"
#include "normalize/report.h"

static inline gboolean
make_is_label (const char *id)
{
  return strcmp (id, "code") == 0 || strcmp (id, "name") == 0 || strcmp (id, "line-no") == 0
         || g_str_has_suffix (id, "-name");
}

static inline void
make_cell (JueReport *report, JueForm *form, guint row, guint col, const char *text, const char *id)
{
  JueCell *cell = jue_form_cell (form, row, col);
  cell->role = make_is_label (id) ? JUE_ROLE_LABEL : JUE_ROLE_VALUE;
  if (strcmp (text, "<") == 0) {
    guint anchor = col;
    while (jue_form_cell (form, row, anchor)->text == NULL || anchor == col)
      anchor--;
    jue_form_cell (form, row, anchor)->col_span++;
    cell->text = NULL;
    return;
  }
  cell->text = jue_report_string (report, text);
  cell->prov =
      (JueProv){ 1, { (gint32)col * 1000, (gint32)row * 1000, (gint32)col * 1000 + 900, (gint32)row * 1000 + 900 } };
  cell->state = jue_amount_parse (text, &cell->amount, NULL);
  gint64 factor = jue_money_unit_factor (form->money_unit);
  if (cell->role == JUE_ROLE_VALUE && cell->state == JUE_STATE_VALUE) {
    cell->unit = factor > 0 ? JUE_UNIT_YUAN : JUE_UNIT_NONE;
    if (factor > 0)
      jue_amount_times (cell->amount, factor, &cell->amount);
  }
}

static inline void
make_line (JueReport *report, JueForm *form, guint row, guint half, const char *code, const char *name)
{
  JueLine line = { .row = row, .half = half, .parent = -1 };
  gsize n = strlen (code);
  line.name = *name != '\0' ? jue_report_string (report, name) : NULL;
  line.code = line.code_printed = n > 0 ? jue_report_string (report, code) : NULL;
  line.level = n >= 3 && n % 2 == 1 ? (guint)(n - 1) / 2 : 0;
  for (guint i = form->lines->len; i > 0 && line.parent < 0 && line.level > 1; i--) {
    const JueLine *above = &g_array_index (form->lines, JueLine, i - 1);
    if (above->level > 0 && above->level < line.level && g_str_has_prefix (code, above->code))
      line.parent = (gint)i - 1;
  }
  g_array_append_val (form->lines, line);
}

/* The lines of one half, whose columns are from @from up to @to. */
static inline void
make_lines (JueReport *report, JueForm *form, char **ids, guint half, guint from, guint to)
{
  for (guint row = 1; row < form->n_rows; row++) {
    const char *code = "", *name = "";
    for (guint col = from; col < to; col++) {
      const char *text = jue_form_cell (form, row, col)->text;
      if (text != NULL && strcmp (ids[col], "code") == 0)
        code = text;
      else if (text != NULL && make_is_label (ids[col]) && strcmp (ids[col], "line-no") != 0)
        name = text;
    }
    make_line (report, form, row, half, code, name);
  }
}

static inline void
make_halves (JueReport *report, JueForm *form, char **ids)
{
  guint half = 0, from = 0;
  for (guint col = 1; col <= form->n_cols; col++)
    if (col == form->n_cols || (make_is_label (ids[col]) && !make_is_label (ids[col - 1]))) {
      make_lines (report, form, ids, half++, from, col);
      from = col;
    }
}

static inline void
make_table (JueReport *report, const char *spec)
{
  g_auto (GStrv) parts = g_strsplit (spec, "=", 2);
  g_auto (GStrv) heads = g_strsplit_set (parts[0], "@:", 3);
  g_auto (GStrv) ids = g_strsplit (heads[2] != NULL ? heads[2] : "", "|", -1);
  g_auto (GStrv) rows = g_strsplit (parts[1] != NULL ? parts[1] : "", "/", -1);
  guint n_rows = parts[1] != NULL && *parts[1] != '\0' ? g_strv_length (rows) : 0;
  JueForm *form = jue_report_add_form (report, n_rows + 1, g_strv_length (ids));
  form->id = jue_report_string (report, heads[0]);
  form->money_unit = heads[1] != NULL && *heads[1] != '\0' ? jue_report_string (report, heads[1]) : NULL;
  form->header_rows = 1;
  form->page_from = form->page_to = 1;
  for (guint col = 0; col < form->n_cols; col++) {
    const char *path[] = { jue_report_string (report, ids[col]) };
    JueColumn column = { col, strcmp (ids[col], "-") != 0 ? path[0] : NULL, jue_report_path (report, path, 1), 1 };
    g_array_append_val (form->columns, column);
    for (guint row = 0; row < n_rows; row++) {
      g_auto (GStrv) cells = g_strsplit (rows[row], "|", -1);
      g_assert (g_strv_length (cells) == form->n_cols);
      make_cell (report, form, row + 1, col, cells[col], ids[col]);
    }
  }
  make_halves (report, form, ids);
}

static inline void
make_fact (JueReport *report, const char *spec)
{
  g_auto (GStrv) parts = g_strsplit (spec, "|", 4);
  JueFact fact = { .section = (guint)g_ascii_strtoull (parts[0], NULL, 10), .has_amount = TRUE };
  gint64 factor = jue_money_unit_factor (parts[3]);
  while (report->sections->len <= fact.section)
    jue_report_add_section (report)->level = 2;
  fact.item = jue_report_string (report, parts[1]);
  fact.value = jue_report_string (report, parts[2]);
  fact.unit = jue_report_string (report, parts[3]);
  fact.amount_unit = factor > 0 ? "元" : fact.unit;
  fact.text = fact.item;
  fact.prov.page = 2;
  g_assert (jue_amount_parse (parts[2], &fact.amount, NULL) == JUE_STATE_VALUE);
  if (factor > 0)
    jue_amount_times (fact.amount, factor, &fact.amount);
  g_array_append_val (report->facts, fact);
}

static inline void
make_field (JueReport *report, JueForm *form, const char *spec)
{
  g_auto (GStrv) parts = g_strsplit (spec, "|", 2);
  JueField field = { .name = jue_report_string (report, parts[0]), .text = jue_report_string (report, parts[1]) };
  gboolean percent = FALSE, money = g_str_has_suffix (parts[1], "万元");
  g_autofree char *number = g_strndup (parts[1], strlen (parts[1]) - (money ? strlen ("万元") : 0));
  field.has_amount = jue_amount_parse (number, &field.amount, &percent) == JUE_STATE_VALUE;
  field.unit = money ? "元" : percent ? "%" : NULL;
  if (money)
    jue_amount_times (field.amount, 10000, &field.amount);
  g_array_append_val (form->fields, field);
}

static inline void
make_score (JueReport *report, JueForm *form, const char *spec)
{
  g_auto (GStrv) parts = g_strsplit (spec, "|", 4);
  const char *path[] = { jue_report_string (report, parts[0]), jue_report_string (report, parts[1]) };
  JueIndicator indicator = { .path = jue_report_path (report, path, 2), .n_path = 2 };
  indicator.weight = jue_report_string (report, parts[2]);
  indicator.score = jue_report_string (report, parts[3]);
  g_array_append_val (form->indicators, indicator);
}

static inline void
make_part (JueReport *report, const char *part)
{
  const char *list = strchr (part, '=');
  JueForm *last = report->forms->len > 0 ? g_ptr_array_index (report->forms, report->forms->len - 1) : NULL;
  g_auto (GStrv) items = g_strsplit (list != NULL ? list + 1 : "", "/", -1);
  if (strcmp (part, "budget") == 0)
    report->kind = JUE_KIND_BUDGET;
  else if (strcmp (part, "empty") == 0)
    last->stated_empty = TRUE;
  else if (g_str_has_prefix (part, "facts="))
    for (guint i = 0; items[i] != NULL; i++)
      make_fact (report, g_strdelimit (items[i], "~", '/'));
  else if (g_str_has_prefix (part, "fields="))
    for (guint i = 0; items[i] != NULL; i++) {
      g_strdelimit (items[i], "~", '/');
      make_field (report, last, items[i]);
    }
  else if (g_str_has_prefix (part, "scores="))
    for (guint i = 0; items[i] != NULL; i++)
      make_score (report, last, items[i]);
  else
    make_table (report, part);
}

static inline JueReport *
make_checked (const char *spec)
{
  JueSource source = { .name = (char *)"a.pdf", .pages = 2 };
  JueReport *report = jue_report_new (&source);
  g_auto (GStrv) parts = g_strsplit (spec, ";", -1);
  report->kind = JUE_KIND_FINAL;
  for (guint i = 0; parts[i] != NULL; i++)
    make_part (report, parts[i]);
  return report;
}

#endif
