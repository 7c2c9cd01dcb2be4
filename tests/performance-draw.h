#ifndef JUE_PERFORMANCE_DRAW_H
#define JUE_PERFORMANCE_DRAW_H

/* Forms drawn as text, and what was read of them written as text, for the tests of performance forms. */

#include <string.h>

#include "normalize/amount.h"
#include "normalize/performance.h"
#include "tests/cunit-main.h"

/* The place a drawn cell belongs to: "<" to the one on its left, "^" to the one above. */
static inline guint
drawn_anchor (GPtrArray *cells, const guint *anchors, guint n_cols, guint i)
{
  const char *text = g_ptr_array_index (cells, i);
  if (g_str_equal (text, "<") && i % n_cols > 0)
    return anchors[i - 1];
  if (g_str_equal (text, "^") && i >= n_cols)
    return anchors[i - n_cols];
  return i;
}

/* The cells of a drawing, row by row. */
static inline GPtrArray *
drawn_cells (const char *drawing, guint *n_rows, guint *n_cols)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (drawing, "\n", -1);
  *n_rows = *n_cols = 0;
  for (guint r = 0; lines[r] != NULL && *lines[r] != '\0'; r++) {
    g_auto (GStrv) texts = g_strsplit (lines[r], "|", -1);
    *n_cols = g_strv_length (texts);
    for (guint c = 0; c < *n_cols; c++)
      g_ptr_array_add (cells, g_strdup (g_strstrip (texts[c])));
    ++*n_rows;
  }
  CU_ASSERT_EQUAL_FATAL (cells->len, *n_rows * *n_cols);
  return cells;
}

/* A form as it comes from its pages: one line per row, cells parted by "|", "<" and "^" for merged places. Row r stands on page
 * 1 + r / 10. */
static inline JueForm *
drawn_form (JueReport *report, const char *title, const char *money_unit, const char *drawing)
{
  guint n_rows, n_cols;
  g_autoptr (GPtrArray) cells = drawn_cells (drawing, &n_rows, &n_cols);
  g_autofree guint *anchors = g_new0 (guint, cells->len);
  JueForm *form = jue_report_add_form (report, n_rows, n_cols);
  form->title.text = jue_report_string (report, title);
  form->money_unit = jue_report_string (report, money_unit);
  form->header_rows = 1;
  for (guint i = 0; i < cells->len; i++) {
    guint a = anchors[i] = drawn_anchor (cells, anchors, n_cols, i);
    JueCell *cell = &form->cells[i], *anchor = &form->cells[a];
    cell->text = a == i ? jue_report_string (report, g_ptr_array_index (cells, i)) : NULL;
    anchor->row_span = (guint16)MAX (anchor->row_span, i / n_cols - a / n_cols + 1);
    anchor->col_span = (guint16)MAX (anchor->col_span, i % n_cols - a % n_cols + 1);
    if (a == i && *cell->text != '\0')
      cell->prov = (JueProv){ 1 + i / n_cols / 10, { 100, 200, 300, 400 } };
  }
  for (guint r = 0; r < n_rows; r++)
    form->row_pages[r] = 1 + r / 10;
  for (guint c = 0; c < n_cols; c++) {
    JueColumn column = { c, NULL, NULL, 0 };
    g_array_append_val (form->columns, column);
  }
  return form;
}

static inline const char *
or_dash (const char *text)
{
  return text != NULL ? text : "-";
}

/* One line per field: "name = text [amount unit]"; one per indicator: "row path: operator target unit (target text) -> actual
 * (actual text), completion, weight, score; reason; measures". */
static inline char *
said (const JueForm *form)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < form->fields->len; i++) {
    const JueField *field = &g_array_index (form->fields, JueField, i);
    g_string_append_printf (out, "%s = %s", field->name, field->text);
    if (field->has_amount) {
      g_string_append (out, " [");
      jue_amount_append (out, field->amount);
      g_string_append_printf (out, "%s%s]", field->unit != NULL ? " " : "", field->unit != NULL ? field->unit : "");
    }
    g_string_append_c (out, '\n');
  }
  for (guint i = 0; i < form->indicators->len; i++) {
    const JueIndicator *x = &g_array_index (form->indicators, JueIndicator, i);
    g_string_append_printf (out, "%u ", x->row);
    for (guint k = 0; k < x->n_path; k++)
      g_string_append_printf (out, "%s%s", k > 0 ? "/" : "", x->path[k]);
    g_string_append_printf (out, ": %s %s %s (%s) -> %s (%s), %s, %s, %s; %s; %s\n", or_dash (x->op), or_dash (x->target),
                            or_dash (x->unit), or_dash (x->target_text), or_dash (x->actual), or_dash (x->actual_text),
                            or_dash (x->completion), or_dash (x->weight), or_dash (x->score), or_dash (x->reason),
                            or_dash (x->measures));
  }
  return g_string_free (out, FALSE);
}

/* Recognizes and reads a drawing; the form has to be @id and to say @expected. */
static inline void
check_drawing (const char *title, const char *money_unit, const char *drawing, const char *id, const char *expected)
{
  static const JueSource source = { (char *)"a.pdf", "", 1, 1 };
  g_autoptr (JueReport) report = jue_report_new (&source);
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  JueForm *form = drawn_form (report, title, money_unit, drawing);
  const JuePerformanceForm *known = jue_performance_recognize (catalogue, form);
  CU_ASSERT_PTR_NOT_NULL_FATAL (known);
  jue_performance_read (report, form, catalogue, known);
  CU_ASSERT_STRING_EQUAL (form->id, id);
  CU_ASSERT_EQUAL (form->header_rows, 0);
  g_autofree char *got = said (form);
  if (strcmp (got, expected) != 0)
    fprintf (stderr, "\n--- %s: got\n%s--- expected\n%s", title != NULL ? title : "no title", got, expected);
  CU_ASSERT_STRING_EQUAL (got, expected);
}

/* A drawing that is no performance form. */
static inline void
check_unknown (const char *title, const char *drawing)
{
  static const JueSource source = { (char *)"a.pdf", "", 1, 1 };
  g_autoptr (JueReport) report = jue_report_new (&source);
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  CU_ASSERT_PTR_NULL (jue_performance_recognize (catalogue, drawn_form (report, title, NULL, drawing)));
}

#endif
