#include "normalize/flow.h"

#include "normalize/continuation.h"
#include "normalize/heading.h"
#include "normalize/tune.h"

typedef struct {
  const JueCatalogue *catalogue;
  JueFlow *flow;
  JueTable *current; /* the last table so far, or NULL */
  GArray *pending;   /* of JueSpot: lines since the last grid */
} Flow;

static JueTable *
table_new (JueCaptionInfo caption)
{
  JueTable *self = g_new0 (JueTable, 1);
  self->parts = g_ptr_array_new ();
  self->sheets = g_ptr_array_new ();
  self->notes = g_array_new (FALSE, FALSE, sizeof (JueSpot));
  self->caption = caption;
  return self;
}

static void
table_free (gpointer data)
{
  JueTable *self = data;
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->sheets);
  g_array_unref (self->notes);
  jue_caption_clear (&self->caption);
  g_free (self);
}

static const JueSpot *
pending_spots (const Flow *f)
{
  return (const JueSpot *)(gpointer)f->pending->data;
}

/* Lines [from, to) of those pending are ordinary text, page numbers apart. */
static void
leave_as_text (Flow *f, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    const JueSpot *spot = &pending_spots (f)[i];
    if (!spot->line->running && !jue_catalogue_caption (f->catalogue, JUE_CAPTION_PAGE_NUMBER, spot->line->text, NULL))
      g_array_append_val (f->flow->text, *spot);
  }
}

/* The notes at the head of the pending lines go to the table before. Returns how many lines are used up. */
static guint
take_notes (Flow *f)
{
  guint first, n = f->current != NULL ? jue_caption_notes (f->catalogue, pending_spots (f), f->pending->len, &first) : 0;
  if (n == 0)
    return 0;
  leave_as_text (f, 0, first);
  g_array_append_vals (f->current->notes, &pending_spots (f)[first], n);
  return first + n;
}

/* Lines of the caption that say nothing of its kind are text all the same. */
static void
leave_strays_as_text (Flow *f, guint from)
{
  for (guint i = from; i < f->pending->len; i++)
    if (jue_caption_classify (f->catalogue, pending_spots (f)[i].line) == 0)
      leave_as_text (f, i, i + 1);
}

/* A grid without title of two rows, each mostly empty, with no number in them: the ticks of a chart, a form to be signed. */
static gboolean
is_no_table (const JueGrid *grid, const JueCaptionInfo *caption)
{
  if (!jue_grid_has_text (grid, 1))
    return TRUE;
  if (caption->title != NULL || grid->n_rows > 2)
    return FALSE;
  guint texts[2] = { 0, 0 }, cells[2] = { 0, 0 };
  for (guint i = 0; i < grid->cells->len; i++) {
    const JueGridCell *cell = &g_array_index (grid->cells, JueGridCell, i);
    cells[cell->row]++;
    texts[cell->row] += *cell->text != '\0';
    for (const char *s = cell->text; *s != '\0'; s++)
      if (g_ascii_isdigit (*s))
        return FALSE;
  }
  return texts[0] * 2 <= cells[0] && texts[1] * 2 <= cells[1];
}

/* The texts of a grid that is no table stay as text. */
static void
leave_cells_as_text (Flow *f, const JueSheet *sheet, const JueGrid *grid)
{
  for (guint i = 0; i < grid->cells->len; i++) {
    const JueGridCell *cell = &g_array_index (grid->cells, JueGridCell, i);
    if (*cell->text == '\0')
      continue;
    JueTextLine *line = g_new0 (JueTextLine, 1);
    line->text = cell->text;
    line->ink = line->box = cell->ink;
    g_ptr_array_add (f->flow->loose, line);
    JueSpot spot = { sheet, line };
    g_array_append_val (f->pending, spot);
  }
}

static void
take_grid (Flow *f, JueSheet *sheet, JueGrid *grid)
{
  guint notes_end = 0, first;
  guint n = f->current != NULL ? jue_caption_notes (f->catalogue, pending_spots (f), f->pending->len, &first) : 0;
  if (n > 0)
    notes_end = first + n;
  JueCaptionInfo caption = jue_caption_read (f->catalogue, pending_spots (f), f->pending->len, notes_end);
  if (f->current != NULL && jue_continues (f->current, f->catalogue, sheet, grid, &caption, n > 0)) {
    leave_as_text (f, take_notes (f), caption.first);
    leave_strays_as_text (f, caption.first);
    jue_caption_clear (&caption);
  } else if (is_no_table (grid, &caption)) {
    jue_caption_clear (&caption);
    leave_cells_as_text (f, sheet, grid);
    return;
  } else {
    if (caption.title == NULL)
      caption.heading = jue_heading_find (f->catalogue, pending_spots (f), f->pending->len, sheet, grid, &caption.heading_prov);
    leave_as_text (f, take_notes (f), caption.first);
    leave_strays_as_text (f, caption.first);
    f->current = table_new (caption);
    g_ptr_array_add (f->flow->tables, f->current);
  }
  g_ptr_array_add (f->current->parts, grid);
  g_ptr_array_add (f->current->sheets, sheet);
  g_array_set_size (f->pending, 0);
}

/* Takes the lines out of those pending that stand over @next, the grid right of @grid; they belong to its caption. */
static GArray *
set_aside (Flow *f, const JueSheet *sheet, const JueGrid *grid, const JueGrid *next)
{
  if (next == NULL || next->box.x0 < grid->box.x1 || next->box.y0 >= grid->box.y1)
    return NULL;
  GArray *aside = g_array_new (FALSE, FALSE, sizeof (JueSpot));
  for (guint i = 0; i < f->pending->len;) {
    JueSpot spot = pending_spots (f)[i];
    if (spot.sheet == sheet && spot.line->box.x0 >= grid->box.x1 && spot.line->box.y0 > next->box.y0 - JUE_TUNE_BESIDE_REACH) {
      g_array_append_val (aside, spot);
      g_array_remove_index (f->pending, i);
    } else {
      i++;
    }
  }
  return aside;
}

/* Lines and grids of one page, from top to bottom. */
static void
take_sheet (Flow *f, JueSheet *sheet)
{
  guint g = 0, l = 0;
  while (g < sheet->grids->len || l < sheet->lines->len) {
    JueGrid *grid = g < sheet->grids->len ? g_ptr_array_index (sheet->grids, g) : NULL;
    const JueTextLine *line = l < sheet->lines->len ? &g_array_index (sheet->lines, JueTextLine, l) : NULL;
    if (grid == NULL || (line != NULL && (line->box.y0 + line->box.y1) / 2 < grid->box.y0)) {
      JueSpot spot = { sheet, line };
      g_array_append_val (f->pending, spot);
      l++;
    } else {
      g++;
      g_autoptr (GArray) aside = set_aside (f, sheet, grid, g < sheet->grids->len ? g_ptr_array_index (sheet->grids, g) : NULL);
      take_grid (f, sheet, grid);
      if (aside != NULL)
        g_array_append_vals (f->pending, aside->data, aside->len);
    }
  }
}

JueFlow *
jue_flow_new (const JueCatalogue *catalogue, GPtrArray *sheets)
{
  JueFlow *self = g_new0 (JueFlow, 1);
  self->tables = g_ptr_array_new_with_free_func (table_free);
  self->text = g_array_new (FALSE, FALSE, sizeof (JueSpot));
  self->loose = g_ptr_array_new_with_free_func (g_free);
  Flow f = { catalogue, self, NULL, g_array_new (FALSE, FALSE, sizeof (JueSpot)) };
  for (guint i = 0; i < sheets->len; i++)
    take_sheet (&f, g_ptr_array_index (sheets, i));
  leave_as_text (&f, take_notes (&f), f.pending->len);
  g_array_unref (f.pending);
  return self;
}

void
jue_flow_free (JueFlow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tables);
  g_array_unref (self->text);
  g_ptr_array_unref (self->loose);
  g_free (self);
}
