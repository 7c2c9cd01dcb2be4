/* From borders to grids; texts of the cells show which is which. */
#include "normalize/grid.h"

#include "normalize/tune.h"
#include "tests/draw.h"

static GPtrArray *
grids_of (const JuePage *page)
{
  g_autoptr (JueView) view = jue_view_new (page);
  g_autoptr (JueBorders) borders = jue_borders_new (view);
  return jue_grids_find (borders, page->number);
}

/* Cells of the picture's grid number @i. */
static char *
cells (const char *picture, guint i)
{
  g_autoptr (JuePage) page = draw_page (1, picture);
  return draw_cells_text (page, i);
}

static guint
count (const char *picture)
{
  g_autoptr (JuePage) page = draw_page (1, picture);
  g_autoptr (GPtrArray) grids = grids_of (page);
  return grids->len;
}

static void
test_plain (void)
{
  CHECK_TEXT (cells ("+----+----+\n"
                     "| A  | B  |\n"
                     "+----+----+\n"
                     "| C  |    |\n"
                     "+----+----+\n",
                     0),
              "A|B\nC|\n");
}

static void
test_spans (void)
{
  CHECK_TEXT (cells ("+----+---------+\n"
                     "| A  |    B    |\n"
                     "|    +----+----+\n"
                     "|    | C  | D  |\n"
                     "+----+----+----+\n"
                     "|    E    | F  |\n"
                     "|         +----+\n"
                     "|         | G  |\n"
                     "+---------+----+\n",
                     0),
              "A|B|<\n^|C|D\nE|<|F\n^|^|G\n");
}

/* The indices that the cells and the owners of places hold. */
static void
test_owners (void)
{
  g_autoptr (JuePage) page = draw_page (7, "+----+---------+\n"
                                           "| A  |    B    |\n"
                                           "|    +----+----+\n"
                                           "|    | C  | D  |\n"
                                           "+----+----+----+\n");
  g_autoptr (GPtrArray) grids = grids_of (page);
  CU_ASSERT_EQUAL_FATAL (grids->len, 1);
  const JueGrid *grid = g_ptr_array_index (grids, 0);
  CU_ASSERT_EQUAL (grid->page, 7);
  CU_ASSERT_EQUAL (grid->n_rows, 2);
  CU_ASSERT_EQUAL (grid->n_cols, 3);
  CU_ASSERT_EQUAL (grid->cells->len, 4);
  const JueGridCell *a = jue_grid_cell_at (grid, 1, 0), *b = jue_grid_cell_at (grid, 0, 2);
  CU_ASSERT_TRUE (a->row == 0 && a->col == 0 && a->row_span == 2 && a->col_span == 1);
  CU_ASSERT_TRUE (b->row == 0 && b->col == 1 && b->row_span == 1 && b->col_span == 2);
  CU_ASSERT_EQUAL (grid->xs[0], 300);
  CU_ASSERT_EQUAL (grid->xs[3], 15 * DRAW_COLUMN + 300);
  CU_ASSERT_EQUAL (grid->ys[2], 4 * DRAW_LINE + 700);
  CU_ASSERT_EQUAL (jue_grid_locate (grid, 400, 4 * DRAW_LINE), 0);
  CU_ASSERT_EQUAL (jue_grid_locate (grid, 299, 4 * DRAW_LINE), -1);
  CU_ASSERT_EQUAL (jue_grid_locate (grid, 300, 700), 0);
  CU_ASSERT_EQUAL (jue_grid_locate (grid, 15 * DRAW_COLUMN + 300, 800), -1);
  CU_ASSERT_EQUAL (jue_grid_locate (grid, 15 * DRAW_COLUMN, 4 * DRAW_LINE), 3);
}

/* A cell that is no rectangle is cut into some: the upper one goes on to the right, the left one down. */
static void
test_not_rectangular (void)
{
  CHECK_TEXT (cells ("+---------+\n"
                     "| A    B  |\n"
                     "|    +----+\n"
                     "| C  | D  |\n"
                     "+----+----+\n",
                     0),
              "A B|<\nC|D\n");
}

static void
test_ragged_columns (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+----+----+\n"
                                           "| A  | B  |\n"
                                           "+----+----+\n"
                                           "| C  | D  |\n"
                                           "+----+----+\n");
  g_autoptr (JuePage) shifted = draw_page (1, "");
  /* The inner column border is 5 pt further right in the second row. */
  for (guint i = 0; i < page->rules->len; i++) {
    JueBox b = g_array_index (page->rules, JueRule, i).box;
    if (b.y1 - b.y0 < 100 || b.x0 < 3000 || b.x0 > 4000) {
      draw_rule (shifted, b.x0, b.y0, b.x1, b.y1);
      continue;
    }
    draw_rule (shifted, b.x0, b.y0, b.x1, (b.y0 + b.y1) / 2);
    draw_rule (shifted, b.x0 + 500, (b.y0 + b.y1) / 2, b.x1 + 500, b.y1);
  }
  g_array_append_vals (shifted->glyphs, page->glyphs->data, page->glyphs->len);
  CHECK_TEXT (draw_cells_text (shifted, 0), "A|B\nC|D\n");
}

/* As close as that, but side by side: they are two columns. */
static void
test_narrow_columns (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+----+----+\n"
                                           "| A  | B  |\n"
                                           "+----+----+\n"
                                           "| C  | D  |\n"
                                           "+----+----+\n");
  draw_rule (page, 3800, 700, 3850, 4 * DRAW_LINE + 700);
  g_autoptr (GPtrArray) grids = grids_of (page);
  CU_ASSERT_EQUAL_FATAL (grids->len, 1);
  CU_ASSERT_EQUAL (((const JueGrid *)g_ptr_array_index (grids, 0))->n_cols, 3);
}

static void
test_implied_sides (void)
{
  CHECK_TEXT (cells ("------+-------\n"
                     " A    |   B\n"
                     "------+-------\n"
                     " C    |   D\n"
                     "------+-------\n",
                     0),
              "A|B\nC|D\n");
}

static void
test_implied_top (void)
{
  g_autoptr (JuePage) page = draw_page (1, "| A  | B  |\n"
                                           "+----+----+\n"
                                           "| C  | D  |\n"
                                           "+----+----+\n");
  CHECK_TEXT (draw_cells_text (page, 0), "A|B\nC|D\n");
  g_autoptr (GPtrArray) grids = grids_of (page);
  const JueGrid *grid = g_ptr_array_index (grids, 0);
  CU_ASSERT_FALSE (grid->top_drawn);
  CU_ASSERT_TRUE (grid->bottom_drawn);
}

static void
test_implied_bottom (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+----+----+\n"
                                           "| A  | B  |\n"
                                           "+----+----+\n"
                                           "| C  | D  |\n");
  CHECK_TEXT (draw_cells_text (page, 0), "A|B\nC|D\n");
  g_autoptr (GPtrArray) grids = grids_of (page);
  const JueGrid *grid = g_ptr_array_index (grids, 0);
  CU_ASSERT_TRUE (grid->top_drawn);
  CU_ASSERT_FALSE (grid->bottom_drawn);
}

/* Without any outer border, one line between two merged heads tells that there is a row above, and the sides reach up to it. */
static void
test_implied_all_round (void)
{
  CHECK_TEXT (cells ("     A     |     B\n"
                     "-----+-----+-----+----\n"
                     " C   | D   | E   | F\n"
                     "-----+-----+-----+----\n"
                     " G   | H   | I   | J\n"
                     "-----+-----+-----+----\n"
                     " K   | L   | M   | N\n",
                     0),
              "A|<|B|<\nC|D|E|F\nG|H|I|J\nK|L|M|N\n");
}

/* Most lines begin beside a merged cell, even the first; the last one and two between reach further. */
static void
test_implied_beside_merged (void)
{
  CHECK_TEXT (cells ("      +----+----+\n"
                     "      | A  | B  |\n"
                     "      +----+----+\n"
                     "      | C  | D  |\n"
                     "      +----+----+\n"
                     " X    | E  | F  |\n"
                     "------+----+----+\n"
                     "      | G  | H  |\n"
                     "      +----+----+\n"
                     "      | I  | J  |\n"
                     "      +----+----+\n"
                     " Y    | K  | L  |\n"
                     "------+----+----+\n"
                     " Z    | M  | N  |\n"
                     "------+----+----+\n",
                     0),
              "X|A|B\n^|C|D\n^|E|F\nY|G|H\n^|I|J\n^|K|L\nZ|M|N\n");
}

/* One line that sticks out is no reason for another column. */
static void
test_one_overhang (void)
{
  CHECK_TEXT (cells ("+----+----+\n"
                     "| A  | B  |\n"
                     "+----+----+-----\n"
                     "| C  | D  |\n"
                     "+----+----+\n",
                     0),
              "A|B\nC|D\n");
  CHECK_TEXT (cells ("     +----+----+\n"
                     "     | A  | B  |\n"
                     "-----+----+----+\n",
                     0),
              "A|B\n");
}

static void
test_several (void)
{
  const char *picture = "+----+----+      +----+----+\n"
                        "| A  | B  |      | E  | F  |\n"
                        "+----+----+      +----+----+\n"
                        "\n"
                        "+----+----+\n"
                        "| C  | D  |\n"
                        "+----+----+\n";
  CU_ASSERT_EQUAL (count (picture), 3);
  CHECK_TEXT (cells (picture, 0), "A|B\n");
  CHECK_TEXT (cells (picture, 1), "E|F\n");
  CHECK_TEXT (cells (picture, 2), "C|D\n");
}

static void
test_no_grids (void)
{
  CU_ASSERT_EQUAL (count ("text\n--------------\n text\n"), 0);
  CU_ASSERT_EQUAL (count ("+--------+\n| a box  |\n+--------+\n"), 0);
  CU_ASSERT_EQUAL (count ("-----+----\n     |    \n"), 0);
  CU_ASSERT_EQUAL (count (""), 0);
}

/* Corners drawn short, and a column border with a gap where a rule crosses it. */
static void
test_short_corners (void)
{
  g_autoptr (JuePage) page = draw_page (1, " A    B\n");
  draw_rule (page, 100, 100, 6000, 100);
  draw_rule (page, 100, 3000, 6000, 3000);
  draw_rule (page, 0, 400, 0, 2700);
  draw_rule (page, 3000, 400, 3000, 2700);
  draw_rule (page, 6300, 400, 6300, 2700);
  CHECK_TEXT (draw_cells_text (page, 0), "A|B\n");
}

/* A border that covers less than its share of the cell's side does not divide it. */
static void
test_partial_side (void)
{
  const char *picture = "+---------+\n"
                        "| A     B |\n"
                        "+---------+\n"
                        "| C     D |\n"
                        "+---------+\n";
  gint32 height = 2 * DRAW_LINE, top = 700;
  for (guint share = 50; share <= 70; share += 20) {
    g_autoptr (JuePage) page = draw_page (1, picture);
    draw_rule (page, 3300, top, 3300, top + height * (gint32)share / 100);
    draw_rule (page, 3300, top + height, 3300, top + 2 * height);
    CHECK_TEXT (draw_cells_text (page, 0), share < 60 ? "A B|<\nC|D\n" : "A|B\nC|D\n");
  }
}

/* More rows than a grid may have: no grid, and no crash. */
static void
test_limits (void)
{
  g_autoptr (JueBorders) borders = g_new0 (JueBorders, 1);
  borders->horizontal = g_array_new (FALSE, FALSE, sizeof (JueBorder));
  borders->vertical = g_array_new (FALSE, FALSE, sizeof (JueBorder));
  for (gint32 i = 0; i <= JUE_TUNE_GRID_SIDE_MOST; i++) {
    JueBorder b = { i * 1000, 0, 10000 };
    g_array_append_val (borders->horizontal, b);
  }
  for (gint32 i = 0; i < 3; i++) {
    JueBorder b = { i * 5000, 0, JUE_TUNE_GRID_SIDE_MOST * 1000 };
    g_array_append_val (borders->vertical, b);
  }
  g_autoptr (GPtrArray) none = jue_grids_find (borders, 1);
  CU_ASSERT_EQUAL (none->len, 0);
  g_array_set_size (borders->horizontal, JUE_TUNE_GRID_SIDE_MOST);
  for (guint i = 0; i < 3; i++)
    g_array_index (borders->vertical, JueBorder, i).to -= 1000;
  g_autoptr (GPtrArray) one = jue_grids_find (borders, 1);
  CU_ASSERT_EQUAL_FATAL (one->len, 1);
  CU_ASSERT_EQUAL (((const JueGrid *)g_ptr_array_index (one, 0))->cells->len, 2 * (JUE_TUNE_GRID_SIDE_MOST - 1));
}

static void
test_has_text (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+----+----+\n"
                                           "| A  |    |\n"
                                           "+----+----+\n");
  g_autoptr (GPtrArray) grids = grids_of (page);
  JueGrid *grid = g_ptr_array_index (grids, 0);
  CU_ASSERT_FALSE (jue_grid_has_text (grid, 1));
  jue_grid_cell_at (grid, 0, 0)->text = "A";
  CU_ASSERT_TRUE (jue_grid_has_text (grid, 1));
  CU_ASSERT_FALSE (jue_grid_has_text (grid, 2));
}

static const JueTest tests[] = {
  { "rules make cells", test_plain },
  { "missing rules make spans", test_spans },
  { "places know their cell", test_owners },
  { "a cell that is no rectangle is cut", test_not_rectangular },
  { "a border drawn raggedly is one column", test_ragged_columns },
  { "close borders side by side are two columns", test_narrow_columns },
  { "outer sides may be missing", test_implied_sides },
  { "the top may be missing", test_implied_top },
  { "the bottom may be missing", test_implied_bottom },
  { "all outer borders may be missing", test_implied_all_round },
  { "an outer border may be missing beside merged cells", test_implied_beside_merged },
  { "one line that sticks out adds no column", test_one_overhang },
  { "a page may have several grids", test_several },
  { "lines and boxes are no grids", test_no_grids },
  { "corners may be drawn short", test_short_corners },
  { "a side is closed if most of it is", test_partial_side },
  { "too large a grid is none", test_limits },
  { "has text counts cells", test_has_text },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("grid", tests);
}
