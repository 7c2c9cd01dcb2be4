#include "normalize/dump.h"

#include <string.h>

/* Widest and narrowest column of a drawing, in columns of the terminal. */
#define WIDEST 24
#define NARROWEST 4

static double
points (gint32 hundredths)
{
  return hundredths / 100.0;
}

void
jue_dump_lines (const GPtrArray *sheets, FILE *out)
{
  for (guint i = 0; i < sheets->len; i++) {
    const JueSheet *sheet = g_ptr_array_index (sheets, i);
    fprintf (out, "page %u (%.2f x %.2f)\n", sheet->page, points (sheet->width), points (sheet->height));
    for (guint k = 0; k < sheet->lines->len; k++) {
      const JueTextLine *line = &g_array_index (sheet->lines, JueTextLine, k);
      fprintf (out, "  %7.2f %7.2f %5.1f%s%s  %s\n", points (line->box.x0), points (line->box.y0), points (line->size),
               line->bold ? " bold" : "", line->running ? " running" : "", line->text);
    }
  }
}

/* How many columns of a terminal a text takes: ideographs take two. */
static guint
terminal_width (gunichar ch)
{
  return g_unichar_iszerowidth (ch) ? 0 : g_unichar_iswide (ch) ? 2 : 1;
}

static void
put_text (FILE *out, const char *text, guint width)
{
  guint used = 0;
  for (const char *s = text; *s != '\0'; s = g_utf8_next_char (s)) {
    guint w = terminal_width (g_utf8_get_char (s));
    if (used + w > width)
      break;
    fprintf (out, "%.*s", (int)(g_utf8_next_char (s) - s), s);
    used += w;
  }
  fprintf (out, "%*s", (int)(width - used), "");
}

static guint
column_width (const JueGrid *grid, guint col)
{
  return (guint)CLAMP ((grid->xs[col + 1] - grid->xs[col]) / 500, NARROWEST, WIDEST);
}

static guint
owner_at (const JueGrid *grid, guint row, guint col)
{
  return grid->owner[row * grid->n_cols + col];
}

/* The rule above @row: dashes where two cells are divided, blanks inside a merged cell. */
static void
put_rule (FILE *out, const JueGrid *grid, guint row)
{
  for (guint c = 0; c < grid->n_cols; c++) {
    gboolean inside = row > 0 && row < grid->n_rows && owner_at (grid, row, c) == owner_at (grid, row - 1, c);
    fputc ('+', out);
    for (guint i = column_width (grid, c); i > 0; i--)
      fputc (inside ? ' ' : '-', out);
  }
  fputs ("+\n", out);
}

static void
put_row (FILE *out, const JueGrid *grid, guint row)
{
  for (guint c = 0; c < grid->n_cols;) {
    const JueGridCell *cell = jue_grid_cell_at (grid, row, c);
    guint width = 0, end = cell->col + cell->col_span;
    for (guint k = c; k < end; k++)
      width += column_width (grid, k) + (k > c ? 1 : 0);
    fputc ('|', out);
    put_text (out, cell->row == row ? cell->text : "", width);
    c = end;
  }
  fputs ("|\n", out);
}

void
jue_dump_grids (const GPtrArray *sheets, FILE *out)
{
  for (guint i = 0; i < sheets->len; i++) {
    const JueSheet *sheet = g_ptr_array_index (sheets, i);
    for (guint k = 0; k < sheet->grids->len; k++) {
      const JueGrid *grid = g_ptr_array_index (sheet->grids, k);
      fprintf (out, "page %u, grid %u: %u x %u at %.2f %.2f %.2f %.2f%s%s\n", sheet->page, k + 1, grid->n_rows, grid->n_cols,
               points (grid->box.x0), points (grid->box.y0), points (grid->box.x1), points (grid->box.y1),
               grid->top_drawn ? "" : ", open above", grid->bottom_drawn ? "" : ", open below");
      for (guint r = 0; r < grid->n_rows; r++) {
        put_rule (out, grid, r);
        put_row (out, grid, r);
      }
      put_rule (out, grid, grid->n_rows);
    }
  }
}

static void
put_columns (FILE *out, const JueForm *form)
{
  for (guint c = 0; c < form->columns->len; c++) {
    const JueColumn *column = &g_array_index (form->columns, JueColumn, c);
    fprintf (out, "  column %u %s:", c, column->id != NULL ? column->id : "?");
    for (guint i = 0; i < column->n_path; i++)
      fprintf (out, "%s%s", i > 0 ? " / " : " ", column->path[i]);
    fputc ('\n', out);
  }
}

static void
put_lines (FILE *out, const JueForm *form)
{
  for (guint i = 0; i < form->lines->len; i++) {
    const JueLine *line = &g_array_index (form->lines, JueLine, i);
    fprintf (out, "  row %u.%u %*s%s %s%s%s\n", line->row, line->half, (int)(2 * line->level), "",
             line->code != NULL ? line->code : "-", line->name != NULL ? line->name : "-", line->line_no != NULL ? " #" : "",
             line->line_no != NULL ? line->line_no : "");
  }
}

void
jue_dump_forms (const JueReport *report, FILE *out)
{
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    fprintf (out, "form %u: %s, %s, %s, pages %u-%u, %u rows (%u head) x %u, %s\n", i + 1, form->id,
             form->label.text != NULL ? form->label.text : "no label", form->title.text != NULL ? form->title.text : "no title",
             form->page_from, form->page_to, form->n_rows, form->header_rows, form->n_cols,
             form->money_unit != NULL ? form->money_unit : "no unit");
    put_columns (out, form);
    put_lines (out, form);
  }
}
