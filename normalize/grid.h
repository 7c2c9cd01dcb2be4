#ifndef JUE_GRID_H
#define JUE_GRID_H

#include "normalize/borders.h"

/** What else is known of a cell's text. */
typedef enum {
  JUE_CELL_UNREADABLE = 1 << 0, /* holds a glyph whose character is unknown */
  JUE_CELL_FULL = 1 << 1, /* not a doubt: a line of the text fills the cell's width, so it may have been broken there */
  JUE_CELL_STRIKING = 1 << 2, /* nor this: bold, light on dark, or on a ground of its own in the grid's first rows */
} JueCellFlags;

/**
 * JueGridCell: one cell, perhaps over several rows and columns.
 * @text: white space closed up; "" if empty; owned by the grid
 * @ink: where the text stands on the page as displayed; empty without text
 */
typedef struct {
  guint row, col;
  guint row_span, col_span;
  const char *text;
  JueBox ink;
  guint8 flags; /* JueCellFlags */
} JueGridCell;

/** How a grid was found. */
typedef enum {
  JUE_GRID_RULED,
  JUE_GRID_GAPS, /* from gaps in the text: gap-grid.h */
} JueGridMethod;

/**
 * JueGrid: a table's part on one page.
 * @box: its outer borders, in the view's coordinates
 * @xs, @ys: n_cols + 1 and n_rows + 1 borders, ascending, in the view's coordinates
 * @cells: in order of their top left places; no place is left without a cell
 * @owner: n_rows x n_cols indices into @cells
 * @top_drawn, @bottom_drawn: whether the outer border is a line, or only implied by lines that end there
 */
typedef struct {
  guint page;
  JueGridMethod method;
  JueBox box;
  guint n_rows, n_cols;
  gint32 *xs, *ys;
  GArray *cells; /* of JueGridCell */
  guint *owner;
  gboolean top_drawn, bottom_drawn;
  GStringChunk *strings;
} JueGrid;

/**
 * jue_grids_find: the grids that a page's borders form, from top to bottom; without text.
 * Single boxes are no grids.
 * Returns: an array of JueGrid that owns them.
 */
GPtrArray *jue_grids_find (const JueBorders *borders, guint page);

void jue_grid_free (JueGrid *self);

/** jue_grid_sort_cells: brings cells into the order of their places and says in @owner where they are; it has room for all places. */
void jue_grid_sort_cells (JueGrid *self);

/** jue_grids_sort: brings an array of JueGrid into order, from top to bottom, then from left to right. */
void jue_grids_sort (GPtrArray *grids);

/** jue_grid_cell_at: the cell that covers a place. Borrowed. */
JueGridCell *jue_grid_cell_at (const JueGrid *self, guint row, guint col);

/** jue_grid_locate: index of the cell at a point of the view, or -1 if it lies outside. */
gint jue_grid_locate (const JueGrid *self, gint32 x, gint32 y);

/** jue_grid_has_text: whether at least @least cells hold text. */
gboolean jue_grid_has_text (const JueGrid *self, guint least);

/**
 * jue_grid_row_texts: the texts of the cells that begin in a row, from the left, empty ones left out.
 * Returns: an array of borrowed strings, to be freed with g_ptr_array_unref.
 */
GPtrArray *jue_grid_row_texts (const JueGrid *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueGrid, jue_grid_free)

#endif
