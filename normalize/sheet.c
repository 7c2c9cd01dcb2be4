#include "normalize/sheet.h"

#include <string.h>

#include "normalize/cell-text.h"
#include "normalize/gap-grid.h"
#include "normalize/lines.h"
#include "normalize/tune.h"

/* A frame around text, and no table: hardly divided, and with less than two texts. */
static gboolean
is_frame (const JueGrid *grid)
{
  return grid->n_cols <= 2 && grid->n_rows <= 4 && !jue_grid_has_text (grid, 2) && jue_grid_has_text (grid, 1);
}

static gboolean
row_has_text (const JueGrid *grid, guint row)
{
  for (guint c = 0; c < grid->n_cols; c++)
    if (*jue_grid_cell_at (grid, row, c)->text != '\0')
      return TRUE;
  return FALSE;
}

/* The lines of a chart: hardly divided across, and with text only at its foot. */
static gboolean
is_chart (const JueGrid *grid)
{
  guint empty = 0;
  if (grid->n_cols > 3 || grid->n_rows < 4 || row_has_text (grid, 0))
    return FALSE;
  for (guint r = 0; r < grid->n_rows; r++)
    empty += !row_has_text (grid, r);
  return empty * 10 >= grid->n_rows * 6 && empty < grid->n_rows;
}

static gboolean
drop_frames (GPtrArray *grids)
{
  gboolean any = FALSE;
  for (guint i = grids->len; i > 0; i--)
    if (is_frame (g_ptr_array_index (grids, i - 1)) || is_chart (g_ptr_array_index (grids, i - 1))) {
      g_ptr_array_remove_index (grids, i - 1);
      any = TRUE;
    }
  return any;
}

/* Adds grids of tables without column rules. Returns whether there are any. */
static gboolean
add_gap_grids (JueSheet *self, const JueView *view, const JueBorders *borders, const guint8 *inside, const JueCatalogue *catalogue)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
  g_autoptr (GArray) lines = jue_lines_find (view, inside, strings);
  g_autoptr (GPtrArray) found = jue_gap_grids_find (view, borders, self->grids, lines, catalogue);
  gboolean any = found->len > 0;
  g_ptr_array_extend_and_steal (self->grids, g_steal_pointer (&found));
  jue_grids_sort (self->grids);
  return any;
}

JueSheet *
jue_sheet_new (const JuePage *page, const JueCatalogue *catalogue, JueDiagnoses *diagnoses)
{
  JueSheet *self = g_new0 (JueSheet, 1);
  g_autoptr (JueView) view = jue_view_new (page);
  g_autoptr (JueBorders) borders = jue_borders_new (view);
  JueProv prov = { page->number, { 0, 0, 0, 0 } };
  self->page = page->number;
  self->width = view->width;
  self->height = view->height;
  self->strings = g_string_chunk_new (1024);
  self->grids = jue_grids_find (borders, page->number);
  g_autofree guint8 *inside = jue_cell_text_put (view, self->grids);
  gboolean changed = drop_frames (self->grids);
  if (catalogue != NULL && borders->horizontal->len >= 2)
    changed |= add_gap_grids (self, view, borders, inside, catalogue);
  if (changed) {
    g_free (inside);
    inside = jue_cell_text_put (view, self->grids);
  }
  self->lines = jue_lines_find (view, inside, self->strings);
  if (borders->too_many)
    jue_diagnoses_add (diagnoses, JUE_SEVERITY_WARNING, "too-many-rules", prov,
                       "the page has too many lines for a table; no table was looked for");
  if (view->watermarks > 0)
    jue_diagnoses_add (diagnoses, JUE_SEVERITY_INFO, "watermark", prov, "%u characters of a watermark were left out",
                       view->watermarks);
  return self;
}

void
jue_sheet_free (JueSheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->grids);
  g_array_unref (self->lines);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* Text without digits and white space, and its place in steps of 3 points. */
static char *
running_key (const JueSheet *sheet, const JueTextLine *line)
{
  GString *key = g_string_new (NULL);
  gint32 middle = (line->box.y0 + line->box.y1) / 2;
  gint32 from_edge = middle < sheet->height / 2 ? middle : middle - sheet->height;
  g_string_append_printf (key, "%d ", from_edge / 300);
  for (const char *s = line->text; *s != '\0'; s = g_utf8_next_char (s)) {
    gunichar ch = g_utf8_get_char (s);
    if (!g_unichar_isspace (ch))
      g_string_append_unichar (key, g_unichar_isdigit (ch) ? '#' : ch);
  }
  return g_string_free (key, FALSE);
}

static gboolean
in_margin (const JueSheet *sheet, const JueTextLine *line)
{
  gint64 share = (gint64)sheet->height * JUE_TUNE_MARGIN_SHARE / 100;
  return line->box.y1 < share || line->box.y0 > sheet->height - share;
}

void
jue_sheets_mark_running (GPtrArray *sheets)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < sheets->len; i++) {
      JueSheet *sheet = g_ptr_array_index (sheets, i);
      for (guint k = 0; k < sheet->lines->len; k++) {
        JueTextLine *line = &g_array_index (sheet->lines, JueTextLine, k);
        if (!in_margin (sheet, line))
          continue;
        g_autofree char *key = running_key (sheet, line);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
        if (pass == 0)
          g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
        else
          line->running = n >= JUE_TUNE_RUNNING_PAGES;
      }
    }
}
