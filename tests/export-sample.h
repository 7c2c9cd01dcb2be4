#ifndef JUE_EXPORT_SAMPLE_H
#define JUE_EXPORT_SAMPLE_H

#include <string.h>

#include <glib/gstdio.h>

#include "export/exporter.h"

/* A small report in memory, and a folder for what is exported of it. */

static inline char *
sample_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("juesuan-test-XXXXXX", &error);
  g_assert_no_error (error);
  return dir;
}

/* Removes the folder; returns how many files were in it. */
static inline guint
sample_folder_remove (const char *dir)
{
  g_autoptr (GDir) files = g_dir_open (dir, 0, NULL);
  guint n = 0;
  for (const char *name; (name = g_dir_read_name (files)) != NULL; n++) {
    g_autofree char *path = g_build_filename (dir, name, NULL);
    g_unlink (path);
  }
  g_rmdir (dir);
  return n;
}

/* The bytes of a file, or NULL if there is none. */
static inline char *
sample_file (const char *dir, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  char *bytes = NULL;
  return g_file_get_contents (path, &bytes, length, NULL) ? bytes : NULL;
}

static inline JueReport *
sample_report (void)
{
  JueSource source = { .name = (char *)"a.pdf", .bytes = 1234, .pages = 3 };
  memset (source.sha256, 'a', 64);
  source.sha256[64] = '\0';
  JueReport *report = jue_report_new (&source);
  report->organisation = jue_report_string (report, "某局");
  report->title = jue_report_string (report, "某局2024年度部门决算");
  report->year = 2024;
  report->kind = JUE_KIND_FINAL;
  return report;
}

static inline JueCell *
sample_label (JueReport *report, JueForm *form, guint row, guint col, const char *text)
{
  JueCell *cell = jue_form_cell (form, row, col);
  cell->text = jue_report_string (report, text);
  cell->role = row < form->header_rows ? JUE_ROLE_HEAD : JUE_ROLE_LABEL;
  cell->state = text == NULL || *text == '\0' ? JUE_STATE_EMPTY : JUE_STATE_TEXT;
  return cell;
}

/* A cell of an amount column in 万元, on page 2 if it has text. */
static inline JueCell *
sample_value (JueReport *report, JueForm *form, guint row, guint col, const char *text)
{
  JueCell *cell = sample_label (report, form, row, col, text);
  cell->role = JUE_ROLE_VALUE;
  cell->unit = JUE_UNIT_YUAN;
  cell->state = jue_amount_parse (text, &cell->amount, NULL);
  if (cell->state == JUE_STATE_VALUE)
    jue_amount_times (cell->amount, 10000, &cell->amount);
  if (cell->state != JUE_STATE_EMPTY)
    cell->prov = (JueProv){ 2, { 7200, 10050, 12000, 11005 } };
  return cell;
}

static inline void
sample_column (JueReport *report, JueForm *form, guint col, const char *id, const char *upper, const char *lower)
{
  const char *texts[] = { jue_report_string (report, upper), jue_report_string (report, lower) };
  JueColumn column = { col, jue_report_string (report, id), NULL, lower != NULL ? 2 : upper != NULL ? 1 : 0 };
  column.path = jue_report_path (report, texts, column.n_path);
  if (col < form->columns->len)
    g_array_index (form->columns, JueColumn, col) = column;
  else
    g_array_append_val (form->columns, column);
}

static inline void
sample_line (JueReport *report, JueForm *form, guint row, guint half, const char *code, const char *name, gint parent)
{
  JueLine line = { .row = row, .half = half };
  line.code = jue_report_string (report, code);
  line.name = jue_report_string (report, name);
  line.code_printed = line.code;
  line.level = code != NULL ? (guint)strlen (code) / 2 : 0;
  line.parent = parent;
  g_array_append_val (form->lines, line);
}

/*
 * 项目       | 本年收入
 * 编码 | 名称 | 合计     | 增减
 * 208  | 社保 | 1,803.18 | -0.05
 * 20805| 养老 | —        |
 * (merged)    | 12-3     |
 */
static inline JueForm *
sample_form (JueReport *report)
{
  JueForm *form = jue_report_add_form (report, 5, 4);
  form->id = jue_report_string (report, "income");
  form->label.text = jue_report_string (report, "公开02表");
  form->title.text = jue_report_string (report, "收入决算表");
  form->money_unit = jue_report_string (report, "万元");
  form->page_from = form->page_to = 2;
  form->header_rows = 2;
  sample_label (report, form, 0, 0, "项目")->col_span = 2;
  sample_label (report, form, 0, 1, NULL);
  sample_label (report, form, 0, 2, "本年收入")->col_span = 2;
  sample_label (report, form, 0, 3, NULL);
  sample_label (report, form, 1, 0, "编码");
  sample_label (report, form, 1, 1, "名称");
  sample_label (report, form, 1, 2, "合计");
  sample_label (report, form, 1, 3, "增减");
  sample_label (report, form, 2, 0, "208");
  sample_label (report, form, 2, 1, "社保");
  sample_value (report, form, 2, 2, "1,803.18");
  sample_value (report, form, 2, 3, "-0.05");
  sample_label (report, form, 3, 0, "20805");
  sample_label (report, form, 3, 1, "养老");
  sample_value (report, form, 3, 2, "—");
  sample_value (report, form, 3, 3, "");
  sample_label (report, form, 4, 0, "")->col_span = 2;
  sample_label (report, form, 4, 1, NULL);
  sample_value (report, form, 4, 2, "12-3");
  sample_value (report, form, 4, 3, "");
  sample_column (report, form, 0, NULL, "项目", "编码");
  sample_column (report, form, 1, NULL, "项目", "名称");
  sample_column (report, form, 2, "income-total", "本年收入", "合计");
  sample_column (report, form, 3, NULL, "本年收入", "增减");
  sample_line (report, form, 2, 0, "208", "社保", -1);
  sample_line (report, form, 3, 0, "20805", "养老", 0);
  return form;
}

#endif
