/* The head of an unknown table
 *
 *     ┌──────────────────────┐
 *     │  Schedule of grants  │   a cell over the whole width: a title, no part of the columns' paths
 *     ├───────┬──────────────┤
 *     │       │     2024     │   head: bold, on a ground of its own, or above the first figures that stand in columns of figures;
 *     │ Item  ├──────┬───────┤   years and words are no figures
 *     │       │ Plan │ Fact  │
 *     ├───────┼──────┼───────┤
 *     │ North │      │       │   body: the name of a group of rows
 *     │   Oats│ 1.00 │ (2%)  │
 *
 *   1. rows at the top whose texts all look otherwise than those below end where the look ends;
 *   2. rows above the first figures are head; of both, the fewer rows count;
 *   3. a row at the end of it whose only text stands in the first column is body;
 *   4. without figures and a look, the first row is head if it names each of three or more columns, each otherwise;
 *   5. cells of the head that reach further down take their rows with them.
 */
#include "normalize/head-guess.h"

#include <string.h>

#include "normalize/fold.h"
#include "normalize/head.h"
#include "normalize/tune.h"

/* A column is one of figures if at least this share of its texts are (percent). */
#define FIGURES_LEAST 60
/* Columns that a first row without a look has to name to be head. */
#define NAMED_LEAST 3

static const char *
text_at (const JueForm *form, guint row, guint col)
{
  const char *text = jue_form_cell (form, row, col)->text;
  return text != NULL && *text != '\0' ? text : NULL;
}

/* A number with whatever signs: $1,234 (5.6%) −7; no letters. */
static gboolean
is_figure (const char *text)
{
  gboolean digit = FALSE;
  for (const char *s = text; *s != '\0'; s = g_utf8_next_char (s)) {
    gunichar ch = g_utf8_get_char (s);
    if (g_unichar_isalpha (ch))
      return FALSE;
    digit |= g_unichar_isdigit (ch);
  }
  return digit;
}

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4 && (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20"));
}

/* Row of a column's first figure, years apart, if most texts from there on are figures; n_rows if not. */
static guint
first_figure (const JueForm *form, guint col)
{
  guint first = form->n_rows, texts = 0, figures = 0;
  for (guint r = 0; r < form->n_rows; r++) {
    const char *text = text_at (form, r, col);
    if (text == NULL)
      continue;
    gboolean figure = is_figure (text);
    if (figure && !is_year (text))
      first = MIN (first, r);
    texts += first < form->n_rows;
    figures += figure && first < form->n_rows;
  }
  return figures * 100 >= texts * FIGURES_LEAST ? first : form->n_rows;
}

/* First row with a figure in a column of figures; n_rows if there is none. */
static guint
first_figures (const JueForm *form)
{
  guint first = form->n_rows;
  for (guint c = 0; c < form->n_cols; c++)
    first = MIN (first, first_figure (form, c));
  return first;
}

/* Whether each text that begins in a row looks like a head's. @any: whether there is one */
static gboolean
is_striking (const JueGrid *grid, guint row, gboolean *any)
{
  *any = FALSE;
  for (guint c = 0; c < grid->n_cols; c++) {
    const JueGridCell *cell = jue_grid_cell_at (grid, row, c);
    if (cell->row != row || *cell->text == '\0')
      continue;
    if (!(cell->flags & JUE_CELL_STRIKING))
      return FALSE;
    *any = TRUE;
  }
  return TRUE;
}

/* Rows at the top that look like a head; 0 if none, or all. */
static guint
striking_rows (const JueGrid *grid)
{
  gboolean any = FALSE, some = FALSE;
  guint r = 0;
  while (r < grid->n_rows && is_striking (grid, r, &any)) {
    some |= any;
    r++;
  }
  return some && r < grid->n_rows ? r : 0;
}

/* Rows at the top that are one cell over the whole width. */
static guint
title_rows (const JueForm *form)
{
  guint r = 0;
  while (r + 1 < form->n_rows && form->n_cols > 1 && text_at (form, r, 0) != NULL &&
         jue_form_cell (form, r, 0)->col_span == form->n_cols)
    r++;
  return r;
}

/* Whether a row's only text stands in its first column, with other columns beside it. */
static gboolean
names_group (const JueForm *form, guint row)
{
  guint r, c;
  if (text_at (form, row, 0) == NULL || form->n_cols < 2)
    return FALSE;
  for (guint col = 1; col < form->n_cols; col++)
    if (text_at (form, row, col) != NULL || (jue_form_anchor (form, row, col, &r, &c), r < row))
      return FALSE;
  return TRUE;
}

/* Whether the first row names every column, each otherwise. */
static gboolean
names_columns (const JueForm *form)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint c = 0; c < form->n_cols; c++) {
    const char *text = text_at (form, 0, c);
    if (text == NULL || is_figure (text) || !g_hash_table_add (seen, (gpointer)text))
      return FALSE;
  }
  return form->n_cols >= NAMED_LEAST && form->n_rows >= 3;
}

/* Number of rows in which the cells of the first @rows end. */
static guint
reach_of_spans (const JueForm *form, guint rows)
{
  guint reach = rows;
  for (guint r = 0; r < rows; r++)
    for (guint c = 0; c < form->n_cols; c++)
      if (text_at (form, r, c) != NULL)
        reach = MAX (reach, r + jue_form_cell (form, r, c)->row_span);
  return MIN (reach, form->n_rows);
}

static guint
guess_rows (const JueForm *form, const JueGrid *first)
{
  guint look = striking_rows (first), figures = first_figures (form);
  if (figures < form->n_rows)
    return look > 0 ? MIN (look, figures) : figures;
  return look > 0 ? look : names_columns (form) ? 1 : 0;
}

/* Whether a text of the head found by words is known as one. */
static gboolean
has_known_words (const JueForm *form, const JueCatalogue *catalogue)
{
  for (guint r = 0; r < form->header_rows; r++)
    for (guint c = 0; c < form->n_cols; c++)
      if (text_at (form, r, c) != NULL && jue_catalogue_is_head_text (catalogue, text_at (form, r, c)))
        return TRUE;
  return FALSE;
}

void
jue_head_guess (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JueGrid *first)
{
  gboolean words = has_known_words (form, catalogue);
  guint titles = title_rows (form), rows = words ? form->header_rows : guess_rows (form, first);
  gboolean known = words && first_figures (form) < form->header_rows; /* its last row numbers the columns */
  if (rows > JUE_TUNE_HEAD_ROWS_MOST)
    rows = 0;
  while (!known && rows > titles + 1 && names_group (form, rows - 1))
    rows--;
  rows = known ? rows : reach_of_spans (form, rows);
  if (rows == form->n_rows && !words)
    rows = 0;
  if (!known && (rows != form->header_rows || titles > 0))
    jue_head_set (report, form, rows > titles ? titles : 0, rows);
}
