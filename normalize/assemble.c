#include "normalize/assemble.h"

#include <string.h>

#include "normalize/amount.h"
#include "normalize/columns-match.h"
#include "normalize/fold.h"
#include "normalize/seam.h"
#include "normalize/tune.h"

/* A form that is being put together. @full: one mark per cell, see seam.h */
typedef struct {
  JueReport *report;
  JueForm *form;
  guint8 *full;
} Assembly;

static void
put_cell (const Assembly *a, const JueGrid *grid, const JueGridCell *from, guint row, const guint *map)
{
  JueForm *form = a->form;
  guint col = map[from->col], span = map[from->col + from->col_span] - col;
  for (guint r = row; r < row + from->row_span; r++)
    for (guint c = col; c < col + span; c++)
      jue_form_cell (form, r, c)->text = NULL;
  JueCell *cell = jue_form_cell (form, row, col);
  cell->text = jue_report_string (a->report, from->text);
  a->full[(gsize)row * form->n_cols + col] = (from->flags & JUE_CELL_FULL) != 0;
  cell->row_span = (guint16)from->row_span;
  cell->col_span = (guint16)span;
  cell->state = from->flags & JUE_CELL_UNREADABLE ? JUE_STATE_UNREADABLE : JUE_STATE_EMPTY;
  if (*from->text != '\0')
    cell->prov = (JueProv){ grid->page, from->ink };
}

static gboolean
rows_equal (const JueGrid *a, guint row_a, const JueGrid *b, guint row_b)
{
  g_autoptr (GPtrArray) x = jue_grid_row_texts (a, row_a), y = jue_grid_row_texts (b, row_b);
  if (x->len != y->len || x->len == 0)
    return FALSE;
  for (guint i = 0; i < x->len; i++) {
    g_autofree char *p = jue_fold (g_ptr_array_index (x, i)), *q = jue_fold (g_ptr_array_index (y, i));
    if (!g_str_equal (p, q))
      return FALSE;
  }
  return TRUE;
}

/* Whether a cell of the rows before @row reaches into it. */
static gboolean
cut_by_span (const JueGrid *grid, guint row)
{
  for (guint c = 0; row < grid->n_rows && c < grid->n_cols; c++)
    if (jue_grid_cell_at (grid, row, c)->row < row)
      return TRUE;
  return FALSE;
}

/* Whether a row is body for sure: it holds an amount or a code (heads hold years and column numbers at most), and no head words beside
 * it (类 款 项 合计 1.00 is printed as the last line of a head, and repeated with it). */
static gboolean
is_body_row (const JueCatalogue *catalogue, const JueGrid *grid, guint row)
{
  guint figures = 0, heads = 0;
  for (guint c = 0; c < grid->n_cols; c++) {
    JueAmount amount;
    const JueGridCell *cell = jue_grid_cell_at (grid, row, c);
    heads += cell->row == row && jue_catalogue_is_head_text (catalogue, cell->text);
    if (jue_amount_parse (cell->text, &amount, NULL) != JUE_STATE_VALUE)
      continue;
    figures += amount.scale > 0 || (ABS (amount.mantissa) >= 100 && !jue_amount_is_year (amount));
  }
  return figures > 0 && heads < 2;
}

/* Number of rows at the top of @part that repeat the first rows of the table, text by text. A row of the body ends it. */
static guint
repeated_head (const JueCatalogue *catalogue, const JueGrid *first, const JueGrid *part)
{
  guint n = 0, most = MIN (MIN (first->n_rows, part->n_rows), JUE_TUNE_HEAD_ROWS_MOST);
  while (n < most && rows_equal (first, n, part, n) && !is_body_row (catalogue, part, n))
    n++;
  while (n > 0 && cut_by_span (part, n))
    n--;
  return n;
}

/* Columns left of the part's own: one empty cell, merged over all its rows. */
static void
put_lacking (const Assembly *a, guint rows, guint first_row, guint columns)
{
  if (columns == 0 || rows == 0)
    return;
  JueForm *form = a->form;
  for (guint r = first_row; r < first_row + rows; r++)
    for (guint c = 0; c < columns; c++)
      jue_form_cell (form, r, c)->text = NULL;
  JueCell *cell = jue_form_cell (form, first_row, 0);
  cell->text = jue_report_string (a->report, "");
  cell->row_span = (guint16)rows;
  cell->col_span = (guint16)columns;
}

/* Puts the rows of @grid from @skip on into the form, from row @first_row on. */
static void
put_part (const Assembly *a, const JueGrid *grid, guint skip, guint first_row, const GArray *map)
{
  for (guint i = 0; i < grid->cells->len; i++) {
    const JueGridCell *cell = &g_array_index (grid->cells, JueGridCell, i);
    if (cell->row >= skip)
      put_cell (a, grid, cell, first_row + cell->row - skip, (const guint *)(gpointer)map->data);
  }
  put_lacking (a, grid->n_rows - skip, first_row, g_array_index (map, guint, 0));
  for (guint r = skip; r < grid->n_rows; r++)
    a->form->row_pages[first_row + r - skip] = grid->page;
}

/* Takes the dropped rows out; no span reaches over one of them any more. */
static void
compact (JueForm *form, const guint8 *dropped)
{
  guint to = 0;
  for (guint r = 0; r < form->n_rows; r++) {
    if (dropped[r])
      continue;
    if (to != r) {
      memcpy (&form->cells[(gsize)to * form->n_cols], &form->cells[(gsize)r * form->n_cols],
              form->n_cols * sizeof *form->cells);
      form->row_pages[to] = form->row_pages[r];
    }
    to++;
  }
  form->n_rows = to;
}

JueForm *
jue_assemble (JueReport *report, const JueCatalogue *catalogue, const JueTable *table)
{
  g_autoptr (JueColumnMap) map = jue_column_map_new (table);
  const JueGrid *first = g_ptr_array_index (table->parts, 0);
  guint n = table->parts->len, rows = 0;
  g_autofree guint *skip = g_new0 (guint, n), *start = g_new0 (guint, n);
  for (guint p = 0; p < n; p++) {
    const JueGrid *grid = g_ptr_array_index (table->parts, p);
    skip[p] = p > 0 ? repeated_head (catalogue, first, grid) : 0;
    start[p] = rows;
    rows += grid->n_rows - skip[p];
  }
  JueForm *form = jue_report_add_form (report, rows, map->n_cols);
  g_autofree guint8 *dropped = g_new0 (guint8, rows), *full = g_new0 (guint8, (gsize)rows * map->n_cols + 1);
  Assembly assembly = { report, form, full };
  for (guint p = 0; p < n; p++)
    put_part (&assembly, g_ptr_array_index (table->parts, p), skip[p], start[p], g_ptr_array_index (map->borders, p));
  for (guint p = 1; p < n; p++)
    if (start[p] < rows && start[p] > start[p - 1])
      jue_seam_mend (report, form, catalogue, start[p], full, dropped);
  compact (form, dropped);
  return form;
}
