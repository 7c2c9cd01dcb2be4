/* Heads on a ground of their own
 *
 *     ░░ Crop ░░░ Sown ░░░ Reaped ░      The first rows of a grid look like a head if their texts stand on one coloured ground, and hardly
 *        Oats     1.00      2.00         any row below does (a sum may; stripes do not count).
 *
 * Gets wrong: tables whose first row of figures is painted like the head.
 */
#include "normalize/ground.h"

#include "normalize/colour.h"
#include "normalize/tune.h"

#define NO_GROUND G_MAXUINT32

/* Colour that lies behind the middle of a box on the page. */
static guint32
ground_of (const GArray *fills, const JueBox *box)
{
  guint32 rgb = NO_GROUND;
  for (guint i = 0; i < fills->len; i++) {
    const JueFill *fill = &g_array_index (fills, JueFill, i);
    if (jue_box_contains (&fill->box, (box->x0 + box->x1) / 2, (box->y0 + box->y1) / 2))
      rgb = fill->rgb;
  }
  return rgb;
}

/* The one colour behind all texts that begin in a row. @any: whether there is a text */
static guint32
row_ground (const JueGrid *grid, const GArray *fills, guint row, gboolean *any)
{
  guint32 rgb = NO_GROUND;
  *any = FALSE;
  for (guint c = 0; c < grid->n_cols; c++) {
    const JueGridCell *cell = jue_grid_cell_at (grid, row, c);
    if (cell->row != row || *cell->text == '\0')
      continue;
    guint32 own = ground_of (fills, &cell->ink);
    gboolean alike = !*any || own == rgb;
    *any = TRUE;
    if (own == NO_GROUND || !alike)
      return NO_GROUND;
    rgb = own;
  }
  return rgb;
}

/* Number of rows from the top on the ground of the first; 0 if it is not their own. */
static guint
rows_on_own_ground (const JueGrid *grid, const GArray *fills)
{
  gboolean any;
  guint32 first = row_ground (grid, fills, 0, &any);
  guint rows = 1, same = 0;
  if (!any || first == NO_GROUND)
    return 0;
  for (; rows < grid->n_rows && rows <= JUE_TUNE_HEAD_ROWS_MOST; rows++)
    if (row_ground (grid, fills, rows, &any) != first && any)
      break;
  for (guint r = rows; r < grid->n_rows; r++)
    same += row_ground (grid, fills, r, &any) == first && any;
  return same * 100 <= grid->n_rows * JUE_TUNE_GROUND_SHARED ? rows : 0;
}

void
jue_ground_mark (const JueView *view, JueGrid *grid)
{
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (JueFill));
  for (guint i = 0; i < view->page->fills->len && fills->len < JUE_TUNE_GROUNDS_MOST; i++) {
    JueFill fill = g_array_index (view->page->fills, JueFill, i);
    if (fill.alpha > 0 && !jue_colour_is_white (fill.rgb))
      g_array_append_val (fills, fill);
  }
  guint rows = fills->len > 0 ? rows_on_own_ground (grid, fills) : 0;
  if (rows >= grid->n_rows)
    return;
  for (guint i = 0; i < grid->cells->len; i++) {
    JueGridCell *cell = &g_array_index (grid->cells, JueGridCell, i);
    if (cell->row < rows && *cell->text != '\0')
      cell->flags |= JUE_CELL_STRIKING;
  }
}
