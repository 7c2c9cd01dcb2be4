#include "normalize/sheet.h"

#include <string.h>

#include "normalize/cell-text.h"
#include "normalize/gap-draft.h"
#include "normalize/glyph-rules.h"
#include "normalize/lines.h"
#include "normalize/row-split.h"
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

/* A frame with lines across, and no lines between the columns: most lines of text stand in several pieces. */
static gboolean
is_undivided (const JueView *view, const JueGrid *grid)
{
  if (grid->n_cols != 1 || grid->n_rows < 3)
    return FALSE;
  g_autofree guint8 *outside = g_new0 (guint8, view->glyphs->len + 1);
  for (guint i = 0; i < view->glyphs->len; i++) {
    const JueBox *b = &g_array_index (view->glyphs, JueGlyph, i).box;
    outside[i] = !jue_box_contains (&grid->box, (b->x0 + b->x1) / 2, (b->y0 + b->y1) / 2);
  }
  g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
  g_autoptr (GArray) lines = jue_lines_find (view, outside, strings);
  guint pieces = 0;
  for (guint i = 0; i < lines->len; i++)
    pieces += strchr (g_array_index (lines, JueTextLine, i).text, '\t') != NULL;
  return lines->len >= 3 && pieces * 2 > lines->len;
}

static gboolean
drop_frames (const JueView *view, GPtrArray *grids)
{
  gboolean any = FALSE;
  for (guint i = grids->len; i > 0; i--)
    if (is_frame (g_ptr_array_index (grids, i - 1)) || is_chart (g_ptr_array_index (grids, i - 1))
        || is_undivided (view, g_ptr_array_index (grids, i - 1))) {
      g_ptr_array_remove_index (grids, i - 1);
      any = TRUE;
    }
  return any;
}

struct JueSheetDraft {
  JuePage *owned; /* the page, if the draft has to free it */
  const JuePage *page;
  JueView *view;
  GPtrArray *grids;      /* of JueGrid: the ruled ones */
  guint8 *inside;        /* per glyph of the view: stands in one of them */
  JueGapDraft *gaps;     /* NULL if no such tables are looked for */
  GArray *lines;         /* of JueTextLine: those outside @grids, if they were looked at */
  GStringChunk *strings; /* of @lines */
  gboolean too_many_rules;
};

/* Tables without column rules are told by captions and heads, so the catalogue is needed. */
static void
draft_gaps (JueSheetDraft *self, const JueBorders *borders, const JueCatalogue *catalogue)
{
  if (catalogue == NULL)
    return;
  self->strings = g_string_chunk_new (1024);
  self->lines = jue_lines_find (self->view, self->inside, self->strings);
  self->gaps = jue_gap_draft_new (self->view, borders, self->grids, self->lines, catalogue);
}

static JueSheetDraft *
draft_new (const JuePage *page, const JueCatalogue *catalogue)
{
  JueSheetDraft *self = g_new0 (JueSheetDraft, 1);
  self->page = page;
  self->view = jue_view_new (page);
  g_autoptr (JueBorders) borders = jue_borders_new (self->view);
  self->grids = jue_grids_find (borders, page->number);
  self->inside = jue_cell_text_put (self->view, self->grids);
  gboolean dropped = drop_frames (self->view, self->grids);
  gboolean split = catalogue != NULL && jue_rows_split (self->view, catalogue, self->grids);
  if (dropped || split) {
    g_free (self->inside);
    self->inside = jue_cell_text_put (self->view, self->grids);
  }
  draft_gaps (self, borders, catalogue);
  self->too_many_rules = borders->too_many;
  return self;
}

JueSheetDraft *
jue_sheet_draft_new (JuePage *page, const JueCatalogue *catalogue)
{
  jue_glyph_rules_take (page);
  JueSheetDraft *self = draft_new (page, catalogue);
  self->owned = page;
  return self;
}

const JuePage *
jue_sheet_draft_page (const JueSheetDraft *self)
{
  return self->page;
}

/* What a finished draft is still needed for is its gaps; page and view are large. */
static void
draft_shrink (JueSheetDraft *self)
{
  g_clear_pointer (&self->view, jue_view_free);
  g_clear_pointer (&self->owned, jue_page_free);
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  g_clear_pointer (&self->inside, g_free);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  self->page = NULL;
}

void
jue_sheet_draft_free (JueSheetDraft *self)
{
  if (self == NULL)
    return;
  draft_shrink (self);
  jue_gap_draft_free (self->gaps);
  g_free (self);
}

/* Adds the grids of tables without column rules; the cells' text is put in anew. */
static void
add_gap_grids (JueSheetDraft *self, const JueSheetDraft *before, const JueSheetDraft *after)
{
  if (self->gaps == NULL || self->gaps->parts->len == 0)
    return;
  g_autoptr (GPtrArray) found = jue_gap_draft_grids (self->gaps, before != NULL ? before->gaps : NULL,
                                                     after != NULL ? after->gaps : NULL, self->view);
  g_ptr_array_extend_and_steal (self->grids, g_steal_pointer (&found));
  jue_grids_sort (self->grids);
  g_free (self->inside);
  self->inside = jue_cell_text_put (self->view, self->grids);
  g_clear_pointer (&self->lines, g_array_unref); /* some of them stand inside grids now */
  g_clear_pointer (&self->strings, g_string_chunk_free);
}

/* The lines outside the grids, anew unless they are known and no grids stand side by side. */
static void
put_lines (JueSheetDraft *self, JueSheet *sheet)
{
  gboolean several = self->grids->len > 1 && self->grids->len <= JUE_TUNE_BESIDE_MOST;
  if (self->lines != NULL && !several) {
    sheet->lines = g_steal_pointer (&self->lines);
    sheet->strings = g_steal_pointer (&self->strings);
    return;
  }
  sheet->strings = g_string_chunk_new (1024);
  sheet->lines = jue_lines_find_around (self->view, self->inside, several ? self->grids : NULL, sheet->strings);
}

static void
diagnose (const JueSheetDraft *self, JueDiagnoses *diagnoses)
{
  JueProv prov = { self->page->number, { 0, 0, 0, 0 } };
  if (self->too_many_rules)
    jue_diagnoses_add (diagnoses, JUE_SEVERITY_WARNING, "too-many-rules", prov,
                       "the page has too many lines for a table; no table was looked for");
  if (self->view->watermarks > 0)
    jue_diagnoses_add (diagnoses, JUE_SEVERITY_INFO, "watermark", prov, "%u characters of a watermark were left out",
                       self->view->watermarks);
  if (self->view->slanted > 0)
    jue_diagnoses_add (diagnoses, self->grids->len > 0 ? JUE_SEVERITY_WARNING : JUE_SEVERITY_INFO, "text-slanted", prov,
                       "%u slanted characters may belong to a watermark or seal", self->view->slanted);
}

JueSheet *
jue_sheet_draft_finish (JueSheetDraft *self, const JueSheetDraft *before, const JueSheetDraft *after,
                        JueDiagnoses *diagnoses)
{
  g_return_val_if_fail (self->page != NULL, NULL);
  add_gap_grids (self, before, after);
  diagnose (self, diagnoses);
  JueSheet *sheet = g_new0 (JueSheet, 1);
  sheet->page = self->page->number;
  sheet->width = self->view->width;
  sheet->height = self->view->height;
  put_lines (self, sheet);
  sheet->grids = g_steal_pointer (&self->grids);
  draft_shrink (self);
  return sheet;
}

JueSheet *
jue_sheet_new (const JuePage *page, const JueCatalogue *catalogue, JueDiagnoses *diagnoses)
{
  JueSheetDraft *draft = draft_new (page, catalogue);
  JueSheet *sheet = jue_sheet_draft_finish (draft, NULL, NULL, diagnoses);
  jue_sheet_draft_free (draft);
  return sheet;
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
