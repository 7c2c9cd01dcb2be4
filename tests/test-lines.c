/* Text outside of grids, and what runs along on every page. */
#include "tests/draw.h"

/* The lines of page @i, one per line; > before those that run along, tabs as \t. */
static char *
lines_of (const GPtrArray *sheets, guint i)
{
  const JueSheet *sheet = g_ptr_array_index (sheets, i);
  GString *out = g_string_new (NULL);
  for (guint k = 0; k < sheet->lines->len; k++) {
    const JueTextLine *line = &g_array_index (sheet->lines, JueTextLine, k);
    g_auto (GStrv) parts = g_strsplit (line->text, "\t", -1);
    g_autofree char *text = g_strjoinv ("\\t", parts);
    g_string_append_printf (out, "%s%s\n", line->running ? ">" : "", text);
  }
  return g_string_free (out, FALSE);
}

static char *
lines (const char *picture)
{
  const char *const pictures[] = { picture, NULL };
  g_autoptr (GPtrArray) sheets = draw_sheets (pictures);
  return lines_of (sheets, 0);
}

static void
test_gaps (void)
{
  CHECK_TEXT (lines ("部门：某局       金额单位：万元\n第一 部分 概况 GDP 2024"),
              "部门：某局\\t金额单位：万元\n第一 部分 概况 GDP 2024\n");
}

static void
test_around_grid (void)
{
  CHECK_TEXT (lines ("上面\n"
                     "+------+------+\n"
                     "| 里面 | 1.00 |\n"
                     "+------+------+\n"
                     "下面\n"),
              "上面\n下面\n");
}

static void
test_places (void)
{
  const char *const pictures[] = { "\n  单位：万元\n", NULL };
  g_autoptr (GPtrArray) sheets = draw_sheets (pictures);
  const JueSheet *sheet = g_ptr_array_index (sheets, 0);
  CU_ASSERT_EQUAL_FATAL (sheet->lines->len, 1);
  const JueTextLine *line = &g_array_index (sheet->lines, JueTextLine, 0);
  CU_ASSERT_EQUAL (line->box.x0, 2 * DRAW_COLUMN);
  CU_ASSERT_EQUAL (line->box.x1, 12 * DRAW_COLUMN);
  CU_ASSERT_EQUAL (line->baseline, DRAW_LINE + 1000);
  CU_ASSERT_EQUAL (line->size, DRAW_SIZE);
  CU_ASSERT_FALSE (line->bold);
}

/* On a page drawn sideways, lines are read in the view and keep their place on the page. */
static void
test_turned (void)
{
  g_autoptr (JuePage) page = draw_page (1, "\n  第一行\n\n  第二行\n");
  draw_turn (page, 1);
  JueSheet *sheet = draw_sheet (page);
  CU_ASSERT_EQUAL_FATAL (sheet->lines->len, 2);
  const JueTextLine *line = &g_array_index (sheet->lines, JueTextLine, 0);
  CU_ASSERT_STRING_EQUAL (line->text, "第一行");
  CU_ASSERT_EQUAL (line->box.y0, DRAW_LINE + 200);
  CU_ASSERT_EQUAL (line->ink.x1, page->width - DRAW_LINE - 200);
  CU_ASSERT_EQUAL (line->ink.y0, 2 * DRAW_COLUMN);
  CU_ASSERT_EQUAL (sheet->width, DRAW_WIDTH);
  jue_sheet_free (sheet);
}

/* Text in the margin that reads up is a line of its own and not lost. */
static void
test_sideways_margin (void)
{
  g_autoptr (JuePage) page = draw_page (1, "边上\n正文正文正文\n");
  JueGlyph *first = draw_find (page, "边上");
  for (gint32 i = 0; i < 2; i++) {
    first[i].reading = JUE_READS_UP;
    first[i].box = (JueBox){ 0, 40000 - i * 1000, 1000, 41000 - i * 1000 };
    first[i].baseline = 800;
  }
  JueSheet *sheet = draw_sheet (page);
  CU_ASSERT_EQUAL_FATAL (sheet->lines->len, 2);
  CU_ASSERT_STRING_EQUAL (g_array_index (sheet->lines, JueTextLine, 0).text, "正文正文正文");
  CU_ASSERT_STRING_EQUAL (g_array_index (sheet->lines, JueTextLine, 1).text, "边上");
  jue_sheet_free (sheet);
}

/* A frame around a text is no table: the text is a line. */
static void
test_frame (void)
{
  CHECK_TEXT (lines ("+--------------+\n"
                     "|   目    录   |\n"
                     "+--------------+\n"
                     "|              |\n"
                     "+--------------+\n"),
              "目 录\n");
}

static void
test_running (void)
{
  const char *const pictures[] = { "某局2024年度部门决算\n\n\n\n\n\n\n\n\n正文一\n\n\n— 1 —",
                                   "某局2024年度部门决算\n\n\n\n\n\n\n\n\n正文一\n\n\n— 2 —",
                                   "某局2024年度部门决算\n\n\n\n\n\n\n\n\n正文一\n\n\n— 3 —",
                                   "另一行字\n\n\n\n\n\n\n\n\n正文一\n\n\n— 4 —", NULL };
  g_autoptr (GPtrArray) sheets = draw_sheets (pictures);
  CHECK_TEXT (lines_of (sheets, 0), ">某局2024年度部门决算\n正文一\n— 1 —\n");
  CHECK_TEXT (lines_of (sheets, 3), "另一行字\n正文一\n— 4 —\n");
}

/* Digits that differ do not make another running text: page numbers. */
static void
test_running_numbers (void)
{
  const char *const pictures[] = { "第1页\n正文", "第2页\n正文", "第13页\n其他", "第5页", NULL };
  g_autoptr (GPtrArray) sheets = draw_sheets (pictures);
  CHECK_TEXT (lines_of (sheets, 0), ">第1页\n正文\n");
  CHECK_TEXT (lines_of (sheets, 2), "第13页\n其他\n");
}

static void
test_twice_is_not_running (void)
{
  const char *const pictures[] = { "续表\n", "续表\n", NULL };
  g_autoptr (GPtrArray) sheets = draw_sheets (pictures);
  CHECK_TEXT (lines_of (sheets, 0), "续表\n");
}

static const JueTest tests[] = {
  { "gaps become blanks and tabs", test_gaps },
  { "text inside a grid is no line", test_around_grid },
  { "lines know their place", test_places },
  { "lines of a sideways page know their place", test_turned },
  { "text in another direction is not lost", test_sideways_margin },
  { "a frame around text is no grid", test_frame },
  { "running heads are found", test_running },
  { "page numbers run along", test_running_numbers },
  { "twice is not running", test_twice_is_not_running },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("lines", tests);
}
