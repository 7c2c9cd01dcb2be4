/* From ruling lines to borders. */
#include "normalize/borders.h"

#include "normalize/tune.h"
#include "tests/draw.h"

/* The borders as "h AT FROM-TO;…v AT FROM-TO;…" in whole points. */
static char *
borders_of (const JuePage *page)
{
  g_autoptr (JueView) view = jue_view_new (page);
  g_autoptr (JueBorders) borders = jue_borders_new (view);
  const GArray *lists[] = { borders->horizontal, borders->vertical };
  GString *out = g_string_new (NULL);
  for (guint k = 0; k < 2; k++)
    for (guint i = 0; i < lists[k]->len; i++) {
      const JueBorder *b = &g_array_index (lists[k], JueBorder, i);
      g_string_append_printf (out, "%c %d %d-%d;", k == 0 ? 'h' : 'v', (b->at + 50) / 100, (b->from + 50) / 100,
                              (b->to + 50) / 100);
    }
  return g_string_free (out, FALSE);
}

static JuePage *
blank (void)
{
  return draw_page (1, "");
}

static void
test_pieces (void)
{
  g_autoptr (JuePage) page = blank ();
  draw_rule (page, 1000, 5000, 3000, 5050);
  draw_rule (page, 2000, 5000, 2600, 5050);  /* inside the one before */
  draw_rule (page, 3250, 5000, 6000, 5050);  /* a gap of 2.5 pt */
  draw_rule (page, 5500, 5000, 9000, 5050);  /* overlaps */
  draw_rule (page, 9400, 5000, 12000, 5050); /* a gap of 4 pt */
  CHECK_TEXT (borders_of (page), "h 50 10-90;h 50 94-120;");
}

static void
test_order (void)
{
  g_autoptr (JuePage) page = blank ();
  draw_rule (page, 6000, 9000, 9000, 9050);
  draw_rule (page, 1000, 9000, 2500, 9050);
  draw_rule (page, 1000, 5000, 3000, 5050);
  draw_rule (page, 5000, 100, 5050, 3000);
  draw_rule (page, 200, 100, 250, 3000);
  CHECK_TEXT (borders_of (page), "h 50 10-30;h 90 10-25;h 90 60-90;v 2 1-30;v 50 1-30;");
}

static void
test_doubles (void)
{
  g_autoptr (JuePage) page = blank ();
  draw_rule (page, 1000, 5000, 9000, 5050);
  draw_rule (page, 1000, 5200, 9000, 5250); /* 2 pt below: the same */
  draw_rule (page, 1000, 5600, 9000, 5650); /* 4 pt further: another */
  CHECK_TEXT (borders_of (page), "h 51 10-90;h 56 10-90;");
}

/* Lines of which each is close to the next do not all become one. */
static void
test_drift (void)
{
  g_autoptr (JuePage) page = blank ();
  for (gint32 y = 5000; y <= 5600; y += 200)
    draw_rule (page, 1000, y, 9000, y);
  CHECK_TEXT (borders_of (page), "h 52 10-90;h 56 10-90;");
}

/* The place of a border is that of its longer part. */
static void
test_weights (void)
{
  g_autoptr (JuePage) page = blank ();
  draw_rule (page, 1000, 5000, 10000, 5000);
  draw_rule (page, 10000, 5200, 11000, 5200);
  CHECK_TEXT (borders_of (page), "h 50 10-110;");
}

static void
test_specks (void)
{
  g_autoptr (JuePage) page = blank ();
  draw_rule (page, 1000, 5000, 1400, 5050);
  draw_rule (page, 1000, 7000, 1300, 7050);
  draw_rule (page, 1450, 7000, 1600, 7050); /* short pieces that make one long enough */
  CHECK_TEXT (borders_of (page), "h 70 10-16;");
}

static void
test_white (void)
{
  g_autoptr (JuePage) page = blank ();
  draw_rule (page, 1000, 5000, 9000, 5050)->rgb = 0xFFFFFF;
  draw_rule (page, 1000, 6000, 9000, 6050)->rgb = 0xF5F5F5;
  draw_rule (page, 1000, 7000, 9000, 7050)->rgb = 0xF0F0F0;
  draw_rule (page, 1000, 8000, 9000, 8050)->alpha = 5;
  draw_rule (page, 1000, 9000, 9000, 9050)->alpha = 128;
  CHECK_TEXT (borders_of (page), "h 70 10-90;h 90 10-90;");
}

static void
test_covered (void)
{
  g_autoptr (JuePage) page = blank ();
  draw_rule (page, 1000, 5000, 9000, 5050);
  draw_rule (page, 1000, 6000, 9000, 6050);
  draw_fill (page, 900, 4500, 9100, 5500, 0xFFFFFF); /* hides the first */
  draw_rule (page, 1000, 5300, 9000, 5350);          /* painted later */
  CHECK_TEXT (borders_of (page), "h 53 10-90;h 60 10-90;");
}

/* Word's white fills behind text end at the rule, or cover a part of it only. */
static void
test_behind_text (void)
{
  g_autoptr (JuePage) page = blank ();
  draw_rule (page, 1000, 5000, 9000, 5050);
  draw_rule (page, 1000, 7000, 9000, 7050);
  draw_fill (page, 900, 5000, 9100, 6900, 0xFFFFFF);  /* begins with the rule */
  draw_fill (page, 2000, 6500, 8000, 7500, 0xFFFFFF); /* the middle of it */
  draw_fill (page, 900, 6500, 9100, 7500, 0xFFF2CC);  /* coloured */
  draw_fill (page, 900, 6500, 9100, 7500, 0xFFFFFF)->alpha = 100;
  CHECK_TEXT (borders_of (page), "h 50 10-90;h 70 10-90;");
}

/* Two columns of text: name from 0 to 60 pt, figure from 60 to 120, lines of 14 pt. */
static JuePage *
painted (guint32 odd, guint32 even)
{
  JuePage *page = draw_page (1, "Oats        1.00\n"
                                "Rye         2.00\n"
                                "Maize       3.00\n"
                                "Wheat       4.00\n");
  for (gint32 i = 0; i < 4; i++)
    for (gint32 c = 0; c < 2; c++)
      if ((i % 2 == 0 ? odd : even) != 0xFFFFFF)
        draw_fill (page, c * 6000, i * 1400, c * 6000 + 6000, i * 1400 + 1400, i % 2 == 0 ? odd : even);
  return page;
}

static void
test_paint (void)
{
  g_autoptr (JuePage) page = painted (0xDDEBF7, 0xE2EFDA);
  CHECK_TEXT (borders_of (page),
              "h 0 0-120;h 14 0-120;h 28 0-120;h 42 0-120;h 56 0-120;v 0 0-56;v 60 0-56;v 120 0-56;");
  draw_rule (page, 6000, 1000, 6050, 3000);
  CHECK_TEXT (borders_of (page), "v 60 10-30;");
}

/* Every other row is painted; the last one is found by its text. */
static void
test_stripes (void)
{
  g_autoptr (JuePage) page = painted (0xDDEBF7, 0xFFFFFF);
  CHECK_TEXT (borders_of (page),
              "h 0 0-120;h 14 0-120;h 28 0-120;h 42 0-120;h 56 0-120;v 0 0-56;v 60 0-56;v 120 0-56;");
}

/* Rows one, three … of a picture, @n lines of 14 pt in two columns, painted. */
static JuePage *
striped (const char *picture, gint32 n)
{
  JuePage *page = draw_page (1, picture);
  for (gint32 i = 0; i < n; i += 2)
    for (gint32 c = 0; c < 2; c++)
      draw_fill (page, c * 6000, i * 1400, c * 6000 + 6000, i * 1400 + 1400, 0xDDEBF7);
  return page;
}

/* A name of several lines makes a row without paint higher, also the last; a note below is no row, but a name alone is. */
static void
test_high_stripes (void)
{
  g_autoptr (JuePage) page = draw_page (1, "Oats        1.00\n"
                                           "Rye and     2.00\n"
                                           "barley\n"
                                           "Maize       3.00\n"
                                           "Wheat and   4.00\n"
                                           "spelt\n");
  for (gint32 c = 0; c < 2; c++) {
    draw_fill (page, c * 6000, 0, c * 6000 + 6000, 1400, 0xDDEBF7);
    draw_fill (page, c * 6000, 4200, c * 6000 + 6000, 5600, 0xDDEBF7);
  }
  CHECK_TEXT (borders_of (page),
              "h 0 0-120;h 14 0-120;h 42 0-120;h 56 0-120;h 82 0-120;v 0 0-82;v 60 0-82;v 120 0-82;");
  g_autoptr (JuePage) note =
      striped ("Oats        1.00\nRye         2.00\nMaize       3.00\nNote: in tons of wheat\n", 4);
  CHECK_TEXT (borders_of (note), "h 0 0-120;h 14 0-120;h 28 0-120;h 42 0-120;v 0 0-42;v 60 0-42;v 120 0-42;");
  g_autoptr (JuePage) name = striped ("Oats        1.00\nRye         2.00\nMaize       3.00\nSpelt\n", 4);
  CHECK_TEXT (borders_of (name),
              "h 0 0-120;h 14 0-120;h 28 0-120;h 42 0-120;h 56 0-120;v 0 0-56;v 60 0-56;v 120 0-56;");
}

/* At the top of a page, a table may go on with a row without paint; a caption above stripes is none. */
static void
test_first_row (void)
{
  g_autoptr (JuePage) row = draw_page (1, "Oats        1.00\nRye         2.00\nMaize       3.00\nSpelt       4.00\n");
  g_autoptr (JuePage) caption =
      draw_page (1, "Year: 2024  in t\nRye         2.00\nMaize       3.00\nSpelt       4.00\n");
  for (gint32 i = 1; i < 4; i += 2)
    for (gint32 c = 0; c < 2; c++) {
      draw_fill (row, c * 6000, i * 1400, c * 6000 + 6000, i * 1400 + 1400, 0xDDEBF7);
      draw_fill (caption, c * 6000, i * 1400, c * 6000 + 6000, i * 1400 + 1400, 0xDDEBF7);
    }
  CHECK_TEXT (borders_of (row), "h 1 0-120;h 14 0-120;h 28 0-120;h 42 0-120;h 56 0-120;v 0 1-56;v 60 1-56;v 120 1-56;");
  CHECK_TEXT (borders_of (caption), "h 14 0-120;h 28 0-120;h 42 0-120;h 56 0-120;v 0 14-56;v 60 14-56;v 120 14-56;");
}

/* Below a painted cell over both columns, a row without paint is divided as the stripes are; few figures need stand in them. */
static void
test_stripes_below_total (void)
{
  g_autoptr (JuePage) page = draw_page (1, "Total\nRye\nMaize\nSpelt\nOats\nWheat\nBarley\nMillet\nHops\n");
  draw_fill (page, 0, 0, 8000, 1400, 0xDDEBF7);
  draw_fill (page, 8000, 0, 12000, 1400, 0xDDEBF7);
  for (gint32 i = 2; i < 9; i += 2)
    for (gint32 c = 0; c < 3; c++)
      draw_fill (page, c * 4000, i * 1400, c * 4000 + 4000, i * 1400 + 1400, 0xDDEBF7);
  CHECK_TEXT (
      borders_of (page),
      "h 0 0-120;h 14 0-120;h 28 0-120;h 42 0-120;h 56 0-120;h 70 0-120;h 84 0-120;h 98 0-120;h 112 0-120;h 126 0-120;"
      "v 0 0-126;v 40 14-126;v 80 0-126;v 120 0-126;");
}

/* Bars of a chart hold no text. */
static void
test_bars (void)
{
  g_autoptr (JuePage) page = blank ();
  for (gint32 i = 0; i < 4; i++)
    for (gint32 c = 0; c < 2; c++)
      draw_fill (page, c * 6000, i * 1400, c * 6000 + 6000, i * 1400 + 1400, 0x3366CC);
  CHECK_TEXT (borders_of (page), "");
}

/* A white rule shows on paint only. */
static void
test_white_on_paint (void)
{
  g_autoptr (JuePage) page = blank ();
  draw_fill (page, 1000, 5000, 9000, 7000, 0x224466);
  draw_rule (page, 4000, 5000, 4050, 7000)->rgb = 0xFFFFFF;
  draw_rule (page, 4000, 8000, 4050, 9000)->rgb = 0xFFFFFF;
  CHECK_TEXT (borders_of (page), "v 40 50-70;");
}

/* Dots are squares, whichever way the line runs; those of the other line pull by less than a point. */
static void
test_dots (void)
{
  g_autoptr (JuePage) page = blank ();
  for (gint32 i = 0; i < 20; i++) {
    draw_rule (page, 1000 + 150 * i, 5000, 1075 + 150 * i, 5075);
    draw_rule (page, 1000, 6000 + 150 * i, 1075, 6075 + 150 * i);
  }
  CHECK_TEXT (borders_of (page), "h 50 10-39;v 11 60-89;");
}

/* Rules of a page drawn sideways are turned with it. */
static void
test_turned (void)
{
  for (guint quarters = 0; quarters < 4; quarters++) {
    g_autoptr (JuePage) page = draw_page (1, "文字");
    draw_rule (page, 1000, 5000, 9000, 5050);
    draw_rule (page, 2000, 5000, 2050, 7000);
    draw_turn (page, quarters);
    CHECK_TEXT (borders_of (page), "h 50 10-90;v 20 50-70;");
  }
}

static void
test_too_many (void)
{
  g_autoptr (JuePage) page = blank ();
  for (gint32 i = 0; i <= JUE_TUNE_BORDERS_MOST; i++)
    draw_rule (page, i % 100 * 1000, i / 100 * 500, i % 100 * 1000 + 600, i / 100 * 500 + 10);
  g_autoptr (JueView) view = jue_view_new (page);
  g_autoptr (JueBorders) borders = jue_borders_new (view);
  CU_ASSERT_TRUE (borders->too_many);
  CU_ASSERT_EQUAL (borders->horizontal->len + borders->vertical->len, 0);
  g_array_set_size (page->rules, JUE_TUNE_BORDERS_MOST);
  g_autoptr (JueBorders) fewer = jue_borders_new (view);
  CU_ASSERT_FALSE (fewer->too_many);
  CU_ASSERT_EQUAL (fewer->horizontal->len, JUE_TUNE_BORDERS_MOST);
}

static const JueTest tests[] = {
  { "pieces with small gaps are one border", test_pieces },
  { "borders are in order", test_order },
  { "parallel lines close together are one border", test_doubles },
  { "a chain of close lines does not drift", test_drift },
  { "the longer line has more weight", test_weights },
  { "specks are no borders", test_specks },
  { "white and transparent rules are no borders", test_white },
  { "a rule that a white fill covers later is no border", test_covered },
  { "fills behind text cover no rule", test_behind_text },
  { "cells told apart by paint have borders unless lines divide them", test_paint },
  { "stripes are rows, and the gaps between them", test_stripes },
  { "stripes and gaps may differ in height", test_high_stripes },
  { "a table goes on above its first stripe", test_first_row },
  { "below a total, stripes have their own columns", test_stripes_below_total },
  { "bars of a chart have no borders", test_bars },
  { "a white rule shows on paint", test_white_on_paint },
  { "dots make lines in both directions", test_dots },
  { "borders are in the coordinates of the view", test_turned },
  { "too many borders are none", test_too_many },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("borders", tests);
}
