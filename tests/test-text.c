/* From glyphs to the texts of cells and lines. */
#include "normalize/text.h"

#include "tests/draw.h"

/* Text of the cell of a page with this picture inside a grid of one wide and one narrow column. */
static char *
cells (const char *picture)
{
  g_autoptr (JuePage) page = draw_page (1, picture);
  return draw_cells_text (page, 0);
}

static void
test_wrapped (void)
{
  CHECK_TEXT (cells ("+----------+------+\n"
                     "| 机关事业 | 1.00 |\n"
                     "| 单位养老 |      |\n"
                     "| 保险     |      |\n"
                     "+----------+------+\n"),
              "机关事业单位养老保险|1.00\n");
}

static void
test_blanks (void)
{
  CHECK_TEXT (cells ("+-------------+-----------+\n"
                     "| 收    入    | 1 234 567 |\n"
                     "+-------------+-----------+\n"
                     "| 公开 01 表  | - 0.05    |\n"
                     "+-------------+-----------+\n"),
              "收入|1234567\n公开01表|-0.05\n");
}

static void
test_latin (void)
{
  CHECK_TEXT (cells ("+-----------+---------------+\n"
                     "| GDP growth| Windows 10    |\n"
                     "+-----------+---------------+\n"
                     "| annual    | A 股 B 股     |\n"
                     "| report    |               |\n"
                     "+-----------+---------------+\n"),
              "GDP growth|Windows 10\nannual report|A股B股\n");
}

static void
test_broken_numbers (void)
{
  CHECK_TEXT (cells ("+----------+------+\n"
                     "| 1,234,56 | 3010 |\n"
                     "| 7.89     | 1    |\n"
                     "+----------+------+\n"
                     "| 12345.   | 2080 |\n"
                     "| 67       | 505  |\n"
                     "+----------+------+\n"),
              "1,234,567.89|30101\n12345.67|2080505\n");
}

static void
test_vertical_column (void)
{
  CHECK_TEXT (cells ("+----+--------+\n"
                     "| 产 | 数量   |\n"
                     "| 出 +--------+\n"
                     "| 指 | 质量   |\n"
                     "| 标 |        |\n"
                     "+----+--------+\n"),
              "产出指标|数量\n^|质量\n");
}

/* The order in which glyphs are drawn says nothing. */
static void
test_drawing_order (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+----------+------+\n"
                                           "| 甲乙丙丁 |  戊  |\n"
                                           "| 己庚     |      |\n"
                                           "+----------+------+\n");
  for (guint i = 0, n = page->glyphs->len; i < n / 2; i++) {
    JueGlyph *a = &g_array_index (page->glyphs, JueGlyph, i), *b = &g_array_index (page->glyphs, JueGlyph, n - 1 - i),
             c = *a;
    *a = *b;
    *b = c;
  }
  for (guint i = 0; i < page->glyphs->len; i++)
    g_array_index (page->glyphs, JueGlyph, i).flags |= JUE_GLYPH_RUN_START;
  CHECK_TEXT (draw_cells_text (page, 0), "甲乙丙丁己庚|戊\n");
}

/* Digits on a slightly other base line stay on their line. */
static void
test_uneven_baselines (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+-----------+------+\n"
                                           "| 第1季度   | 9.00 |\n"
                                           "+-----------+------+\n");
  JueGlyph *digit = draw_find (page, "1");
  digit->baseline -= 200;
  digit->box.y0 -= 200;
  digit->box.y1 -= 200;
  CHECK_TEXT (draw_cells_text (page, 0), "第1季度|9.00\n");
}

/* Sets @n glyphs from @first on one above or below the other, reading up or down, all at x. */
static void
stand_up (JueGlyph *first, guint n, JueReading reading, gint32 x, gint32 y)
{
  for (guint i = 0; i < n; i++) {
    gint32 top = reading == JUE_READS_DOWN ? y + (gint32)i * DRAW_SIZE : y + (gint32)(n - 1 - i) * DRAW_SIZE;
    first[i].reading = (guint8)reading;
    first[i].box = (JueBox){ x, top, x + DRAW_SIZE, top + DRAW_SIZE };
    first[i].baseline = reading == JUE_READS_DOWN ? x + 200 : x + 800;
  }
}

static void
test_sideways (void)
{
  const JueReading readings[] = { JUE_READS_DOWN, JUE_READS_UP };
  for (guint k = 0; k < G_N_ELEMENTS (readings); k++) {
    g_autoptr (JuePage) page = draw_page (1, "+------------+--------------+\n"
                                             "| 产出指标   | 横着的文字多 |\n"
                                             "|            | 一些才不转页 |\n"
                                             "|            |              |\n"
                                             "|            |              |\n"
                                             "+------------+--------------+\n");
    JueGlyph *first = draw_find (page, "产出指标");
    gboolean down = readings[k] == JUE_READS_DOWN;
    stand_up (first, 2, readings[k], down ? 4000 : 2000, 2000);
    stand_up (first + 2, 2, readings[k], down ? 2000 : 4000, 2000);
    CHECK_TEXT (draw_cells_text (page, 0), "产出指标|横着的文字多一些才不转页\n");
  }
}

/* A string that runs over a border belongs to the cell that holds most of it. */
static void
test_overflow (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+--------+--------+--------+\n"
                                           "|        |        |        |\n"
                                           "+--------+--------+--------+\n");
  g_autoptr (JuePage) text = draw_page (1, "\n 一般公共支出      1,234,567.89\n");
  g_array_append_vals (page->glyphs, text->glyphs->data, text->glyphs->len);
  CHECK_TEXT (draw_cells_text (page, 0), "一般公共支出||1,234,567.89\n");
}

/* Numbers that nearly meet at a border were drawn apart. */
static void
test_no_overflow (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+--------+--------+\n"
                                           "|        |        |\n"
                                           "+--------+--------+\n");
  g_autoptr (JuePage) text = draw_page (1, "\n 1234.56  7890.12\n");
  g_array_append_vals (page->glyphs, text->glyphs->data, text->glyphs->len);
  for (guint i = 0; i < page->glyphs->len; i++) {
    JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (i < 7) {
      g->box.x0 += 500;
      g->box.x1 += 500;
    }
  }
  CHECK_TEXT (draw_cells_text (page, 0), "1234.56|7890.12\n");
}

/* Glyphs drawn one by one make a chain only if they touch. */
static void
test_single_glyphs (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+----+----+\n"
                                           "|    |    |\n"
                                           "+----+----+\n");
  g_autoptr (JuePage) text = draw_page (1, "\n 甲乙丙\n");
  g_array_append_vals (page->glyphs, text->glyphs->data, text->glyphs->len);
  for (guint i = 0; i < page->glyphs->len; i++)
    g_array_index (page->glyphs, JueGlyph, i).flags |= JUE_GLYPH_RUN_START;
  CHECK_TEXT (draw_cells_text (page, 0), "甲乙丙|\n");
  JueGlyph *last = draw_find (page, "丙");
  last->box.x0 += 150;
  last->box.x1 += 150;
  CHECK_TEXT (draw_cells_text (page, 0), "甲乙|丙\n");
}

/* Text of the first cell of a sheet's first grid, with its flags. */
static const JueGridCell *
first_cell (const GPtrArray *sheets, guint col)
{
  const JueSheet *sheet = g_ptr_array_index (sheets, 0);
  CU_ASSERT_TRUE_FATAL (sheet->grids->len > 0);
  return jue_grid_cell_at (g_ptr_array_index (sheet->grids, 0), 0, col);
}

static void
test_flags (void)
{
  const char *const pictures[] = { "+----------+----------+----+\n"
                                   "| 满满的格 | 不满     | \357\277\275  |\n"
                                   "+----------+----------+----+\n",
                                   NULL };
  g_autoptr (GPtrArray) sheets = draw_sheets (pictures);
  CU_ASSERT_EQUAL (first_cell (sheets, 0)->flags, JUE_CELL_FULL);
  CU_ASSERT_EQUAL (first_cell (sheets, 1)->flags, 0);
  CU_ASSERT_TRUE (first_cell (sheets, 2)->flags & JUE_CELL_UNREADABLE);
}

static void
test_ink (void)
{
  const char *const pictures[] = { "+----------+----------+\n"
                                   "|  甲      | 乙       |\n"
                                   "|  丙丁    |          |\n"
                                   "+----------+----------+\n",
                                   NULL };
  g_autoptr (GPtrArray) sheets = draw_sheets (pictures);
  JueBox ink = first_cell (sheets, 0)->ink;
  CU_ASSERT_EQUAL (ink.x0, 3 * DRAW_COLUMN);
  CU_ASSERT_EQUAL (ink.x1, 7 * DRAW_COLUMN);
  CU_ASSERT_EQUAL (ink.y0, DRAW_LINE + 200);
  CU_ASSERT_EQUAL (ink.y1, 2 * DRAW_LINE + 200 + DRAW_SIZE);
}

/* The ink is told in the page's coordinates, also if the page was drawn sideways. */
static void
test_ink_turned (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+----------+----------+\n"
                                           "|  甲      | 乙       |\n"
                                           "+----------+----------+\n");
  draw_turn (page, 1);
  JueSheet *sheet = draw_sheet (page);
  CU_ASSERT_EQUAL_FATAL (sheet->grids->len, 1);
  JueBox ink = jue_grid_cell_at (g_ptr_array_index (sheet->grids, 0), 0, 0)->ink;
  CU_ASSERT_EQUAL (ink.x0, page->width - DRAW_LINE - 200 - DRAW_SIZE);
  CU_ASSERT_EQUAL (ink.y0, 3 * DRAW_COLUMN);
  CU_ASSERT_EQUAL (ink.y1, 5 * DRAW_COLUMN);
  jue_sheet_free (sheet);
}

static const JueTest tests[] = {
  { "wrapped lines are one text", test_wrapped },
  { "blanks between ideographs and digits close up", test_blanks },
  { "Latin words keep their blank", test_latin },
  { "numbers broken over lines close up", test_broken_numbers },
  { "one character per line is one text", test_vertical_column },
  { "the order of drawing does not matter", test_drawing_order },
  { "uneven base lines are one line", test_uneven_baselines },
  { "text that reads up or down is read so", test_sideways },
  { "text that overflows stays together", test_overflow },
  { "numbers that nearly meet stay apart", test_no_overflow },
  { "glyphs drawn one by one make a chain if they touch", test_single_glyphs },
  { "full and unreadable cells are marked", test_flags },
  { "the ink of a cell is where its text stands", test_ink },
  { "the ink is where it is on the page", test_ink_turned },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("text", tests);
}
