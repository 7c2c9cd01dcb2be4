/* Does a grid go on where the last one ended?
 *
 * Tables that run over pages mostly say nothing about it: the next page just goes on, without title or head. What speaks for
 * and against it, in this order:
 *   1. a part of a table stands on the page right after it (or touches it, when blocks of one table are drawn apart);
 *   2. a title of its own, another label, or prose between makes it a new table; a title that repeats the old one (续) does not,
 *      unless the grid begins with the same label and another value (one form per project, all with the same title);
 *   3. the same holds for a title that is the first row inside the grid;
 *   4. a head that repeats the old one makes it a part;
 *   5. otherwise its outer borders, or the proportions of its columns, must fit; or it has the table's columns but for the leftmost;
 *   6. but if its columns are others, and its rows hold figures and none of the names that the table's rows have, it is the right
 *      part of a sheet too wide for its page: those figures belong beside the table, and would be wrong below it.
 *
 * Gets wrong: the parts of such a sheet are not put together; the right one becomes a table of its own, without names.
 */
#include "normalize/continuation.h"

#include <string.h>

#include "normalize/amount.h"
#include "normalize/columns-match.h"
#include "normalize/fold.h"
#include "normalize/tune.h"
#include "normalize/words.h"

const char *
jue_grid_title_row (const JueGrid *grid, guint row)
{
  if (row >= grid->n_rows)
    return NULL;
  const JueGridCell *cell = jue_grid_cell_at (grid, row, 0);
  if (cell->row != row || cell->col_span != grid->n_cols || cell->row_span != 1 || *cell->text == '\0'
      || grid->n_cols < 2)
    return NULL;
  return cell->text;
}

static gboolean
same_folded (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return FALSE;
  g_autofree char *x = jue_fold (a), *y = jue_fold (b);
  return g_str_equal (x, y);
}

static gboolean
same_texts (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len || a->len == 0)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!same_folded (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

/* @title folded, without what says that its table goes on. Free with g_free. */
static char *
plain_title (const JueCatalogue *catalogue, const char *title)
{
  char *folded = jue_fold (title);
  guint start, end;
  if (jue_words_find (catalogue, JUE_WORDS_CONTINUED, folded, &start, &end))
    folded[start] = '\0';
  return folded;
}

static gboolean
same_title (const JueCatalogue *catalogue, const char *next, const char *title)
{
  if (title == NULL)
    return FALSE;
  g_autofree char *a = plain_title (catalogue, next), *b = plain_title (catalogue, title);
  return g_str_equal (a, b);
}

/* How the first rows of two grids compare. */
typedef enum {
  FIRST_ROWS_DIFFER,
  FIRST_ROWS_EQUAL,      /* a repeated head */
  FIRST_ROWS_SAME_LABEL, /* 项目名称 | A against 项目名称 | B: the same form filled in again */
} FirstRows;

static FirstRows
compare_first_rows (const JueGrid *a, const JueGrid *b)
{
  guint most = MIN (MIN (a->n_rows, b->n_rows), JUE_TUNE_HEAD_ROWS_MOST);
  for (guint r = 0; r < most; r++) {
    g_autoptr (GPtrArray) x = jue_grid_row_texts (a, r), y = jue_grid_row_texts (b, r);
    gboolean equal = same_texts (x, y);
    /* Title and year rows inside the grid say little; the first row of several texts decides. */
    if (equal && x->len == 1)
      continue;
    if (equal)
      return FIRST_ROWS_EQUAL;
    gboolean label = x->len > 1 && y->len > 1 && same_folded (g_ptr_array_index (x, 0), g_ptr_array_index (y, 0));
    return label ? FIRST_ROWS_SAME_LABEL : r > 0 ? FIRST_ROWS_EQUAL : FIRST_ROWS_DIFFER;
  }
  return FIRST_ROWS_DIFFER;
}

static gboolean
outer_borders_fit (const JueGrid *a, const JueGrid *b)
{
  return ABS (a->box.x0 - b->box.x0) <= JUE_TUNE_JOIN_OUTER && ABS (a->box.x1 - b->box.x1) <= JUE_TUNE_JOIN_OUTER;
}

/* Whether both have the same columns in the same proportions, whatever their place and scale. */
static gboolean
columns_fit (const JueGrid *a, const JueGrid *b)
{
  if (a->n_cols != b->n_cols)
    return FALSE;
  gint64 wa = a->box.x1 - a->box.x0, wb = b->box.x1 - b->box.x0;
  for (guint i = 0; i <= a->n_cols; i++) {
    gint64 pa = (gint64)(a->xs[i] - a->box.x0) * 1000 / MAX (wa, 1),
           pb = (gint64)(b->xs[i] - b->box.x0) * 1000 / MAX (wb, 1);
    if (ABS (pa - pb) > JUE_TUNE_JOIN_COLUMN_SHARE)
      return FALSE;
  }
  return TRUE;
}

static gboolean
pages_follow (const JueTable *table, const JueSheet *sheet, const JueGrid *grid)
{
  const JueGrid *last = g_ptr_array_index (table->parts, table->parts->len - 1);
  if (grid->page == last->page)
    return grid->box.y0 - last->box.y1 <= JUE_TUNE_JOIN_OUTER && outer_borders_fit (last, grid);
  if (grid->page != last->page + 1)
    return FALSE;
  /* A table that goes on fills its page and begins on top of the next one. */
  return last != NULL && grid->box.y0 < sheet->height * 2 / 3;
}

static gboolean
starts_anew (const JueTable *table, const JueCatalogue *catalogue, const JueGrid *grid, const JueCaptionInfo *between,
             FirstRows first_rows)
{
  if (between->prose
      || (between->label != NULL && table->caption.label != NULL
          && !same_folded (between->label, table->caption.label)))
    return TRUE;
  if (between->title != NULL && !same_title (catalogue, between->title, table->caption.title))
    return TRUE;
  if (between->organisation != NULL && table->caption.organisation != NULL
      && !same_folded (between->organisation, table->caption.organisation))
    return TRUE;
  if (first_rows == FIRST_ROWS_SAME_LABEL)
    return TRUE;
  const char *inside = jue_grid_title_row (grid, 0);
  JueTextLine line = { .text = inside };
  return inside != NULL && first_rows != FIRST_ROWS_EQUAL && (jue_caption_classify (catalogue, &line) & JUE_LINE_TITLE);
}

/* Rows of a grid by what they hold. */
typedef struct {
  guint figures; /* rows that hold a figure */
  guint named;   /* of them, those that hold words, too */
} RowKinds;

static RowKinds
count_rows (const JueGrid *grid)
{
  RowKinds kinds = { 0, 0 };
  for (guint r = 0; r < grid->n_rows; r++) {
    gboolean figure = FALSE, words = FALSE;
    for (guint c = 0; c < grid->n_cols; c++) {
      JueAmount amount;
      const JueGridCell *cell = jue_grid_cell_at (grid, r, c);
      JueState state = cell->row == r ? jue_amount_parse (cell->text, &amount, NULL) : JUE_STATE_EMPTY;
      figure |= state == JUE_STATE_VALUE;
      words |= state == JUE_STATE_TEXT;
    }
    kinds.figures += figure;
    kinds.named += figure && words;
  }
  return kinds;
}

/* Whether @grid holds columns that belong to the right of the table's: figures without names. */
static gboolean
belongs_beside (const JueGrid *first, const JueGrid *last, const JueGrid *grid)
{
  if (grid->page == last->page || columns_fit (last, grid))
    return FALSE;
  RowKinds own = count_rows (grid);
  if (own.figures < JUE_TUNE_BESIDE_ROWS || own.named > 0)
    return FALSE;
  RowKinds table = count_rows (first);
  return table.named * 2 > table.figures;
}

gboolean
jue_continues (const JueTable *table, const JueCatalogue *catalogue, const JueSheet *sheet, const JueGrid *grid,
               const JueCaptionInfo *between, gboolean notes)
{
  const JueGrid *first = g_ptr_array_index (table->parts, 0);
  const JueGrid *last = g_ptr_array_index (table->parts, table->parts->len - 1);
  if (!pages_follow (table, sheet, grid))
    return FALSE;
  FirstRows first_rows = compare_first_rows (first, grid);
  if (starts_anew (table, catalogue, grid, between, first_rows))
    return FALSE;
  if (first_rows == FIRST_ROWS_EQUAL)
    return TRUE;
  if (notes || belongs_beside (first, last, grid))
    return FALSE;
  return outer_borders_fit (last, grid) || columns_fit (last, grid)
         || (grid->page != last->page && jue_columns_lack_left (first, grid));
}
