/* What stands at the edges of a grid: text that runs out of it, borders that nothing meets. */
#include "tests/draw.h"

/* A table without a left border, and a line beside it, from its top down to @bottom. */
static char *
with_line_beside (gint32 bottom)
{
  g_autoptr (JuePage) page = draw_page (1, "     +----+----+\n"
                                           " X   | A  | B  |\n"
                                           "     +----+----+\n"
                                           "     | C  | D  |\n"
                                           "     +----+----+\n");
  draw_rule (page, 280, 700, 320, bottom);
  return draw_cells_text (page, 0);
}

/* A label merged over the whole page leaves no line that meets the border on its left; a longer line is none of the table. */
static void
test_lone_border (void)
{
  CHECK_TEXT (with_line_beside (4 * DRAW_LINE + 700), "X|A|B\n^|C|D\n");
  CHECK_TEXT (with_line_beside (6 * DRAW_LINE + 700), "A|B\nC|D\n");
}

/* Draws a label that needs two lines more than its cell has, the second of them below the grid; moves the rest up by @up. */
static char *
spilled (const char *note, gint32 up)
{
  g_autofree char *picture = g_strconcat ("+----+--------+\n"
                                          "| 甲 | A      |\n"
                                          "| 乙 | B      |\n"
                                          "+----+--------+\n",
                                          note, "\n  丁\n", NULL);
  g_autoptr (JuePage) page = draw_page (1, picture);
  for (guint i = 0; i < page->glyphs->len; i++) {
    JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (g->box.y0 < 4 * DRAW_LINE)
      continue;
    g->box.y0 -= up;
    g->box.y1 -= up;
    g->baseline -= up;
  }
  return draw_cells_text (page, 0);
}

/* Lines that run out of a cell at the foot belong to it; what is set otherwise, or reaches further, is a note. */
static void
test_spilled_text (void)
{
  CHECK_TEXT (spilled ("  丙", DRAW_LINE), "甲乙丙丁|A B\n");
  CHECK_TEXT (spilled ("  丙", 0), "甲乙|A B\n");
  CHECK_TEXT (spilled ("  丙丙丙丙", DRAW_LINE), "甲乙|A B\n");
  CHECK_TEXT (spilled ("", DRAW_LINE), "甲乙|A B\n");
}

static const JueTest tests[] = {
  { "a border that nothing meets belongs to the table beside it", test_lone_border },
  { "text may run out of a cell at the foot", test_spilled_text },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("grid-edges", tests);
}
