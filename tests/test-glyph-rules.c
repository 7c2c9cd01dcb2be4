/* Tables drawn in characters. */
#include "normalize/glyph-rules.h"

#include "normalize/tune.h"
#include "tests/draw.h"

#define CAPTION \
  "          收入支出决算总表\n" \
  "部门：望溪县林业局                 单位：万元\n"

static char *
cells (const char *picture)
{
  const char *const pictures[] = { picture, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  return report->forms->len > 0 ? draw_form_text (draw_form (report, 0)) : g_strdup ("no form");
}

static void
test_frame (void)
{
  CHECK_TEXT (cells (CAPTION "┌────────────────┬──────────┐\n"
                             "│项目            │    决算数│\n"
                             "├────────────────┼──────────┤\n"
                             "│一、财政拨款收入│  1,234.56│\n"
                             "├────────────────┼──────────┤\n"
                             "│二、其他收入    │     -7.00│\n"
                             "└────────────────┴──────────┘\n"),
              "项目|决算数\n"
              "一、财政拨款收入|1,234.56\n"
              "二、其他收入|-7.00\n");
}

/* Heavy lines, and rows that are not divided. */
static void
test_heavy (void)
{
  CHECK_TEXT (cells (CAPTION "┏━━━━━━━━━━━━━━━━┳━━━━━━━━━━┓\n"
                             "┃项目            ┃    决算数┃\n"
                             "┣━━━━━━━━━━━━━━━━╋━━━━━━━━━━┫\n"
                             "┃一、财政拨款收入┃  1,234.56┃\n"
                             "┃二、其他收入    ┃     -7.00┃\n"
                             "┃三、上年结转    ┃      2.00┃\n"
                             "┗━━━━━━━━━━━━━━━━┻━━━━━━━━━━┛\n"),
              "项目|决算数\n"
              "一、财政拨款收入|1,234.56\n"
              "二、其他收入|-7.00\n"
              "三、上年结转|2.00\n");
}

/* A dash in a cell is no line, nor is a sign between words. */
static void
test_dash (void)
{
  CHECK_TEXT (cells (CAPTION "┌────────────────┬──────────┐\n"
                             "│项目            │    决算数│\n"
                             "├────────────────┼──────────┤\n"
                             "│一、财政拨款收入│        ──│\n"
                             "└────────────────┴──────────┘\n"),
              "项目|决算数\n"
              "一、财政拨款收入|──\n");
  g_autoptr (JuePage) page = draw_page (1, "收入│支出  ──");
  jue_glyph_rules_take (page);
  CU_ASSERT_EQUAL (page->rules->len, 0);
  CU_ASSERT_EQUAL (page->glyphs->len, 7);
  CU_ASSERT_EQUAL (jue_diagnoses_length (page->diagnoses), 0);
}

static void
test_line (void)
{
  g_autoptr (JuePage) page = draw_page (1, "收入\n────────────\n支出");
  jue_glyph_rules_take (page);
  CU_ASSERT_EQUAL_FATAL (page->rules->len, 1);
  CU_ASSERT_EQUAL (page->glyphs->len, 4);
  const JueBox *box = &g_array_index (page->rules, JueRule, 0).box;
  CU_ASSERT_TRUE (box->x1 - box->x0 > 10 * DRAW_COLUMN);
  CU_ASSERT_EQUAL (box->y1 - box->y0, JUE_TUNE_GLYPH_RULES_THICK);
  CU_ASSERT_EQUAL_FATAL (jue_diagnoses_length (page->diagnoses), 1);
  CU_ASSERT_STRING_EQUAL (jue_diagnoses_get (page->diagnoses, 0)->code, "glyph-rules");
}

/* A page that lies on its side. */
static void
test_turned (void)
{
  g_autoptr (JuePage) page = draw_page (1, "┌──┬──┐\n│ 1│ 2│\n└──┴──┘");
  draw_turn (page, 1);
  jue_glyph_rules_take (page);
  guint flat = 0;
  for (guint i = 0; i < page->rules->len; i++)
    flat += g_array_index (page->rules, JueRule, i).direction == JUE_RULE_HORIZONTAL;
  CU_ASSERT_EQUAL (flat, 3);
  CU_ASSERT_EQUAL (page->glyphs->len, 2);
}

static void
test_hidden (void)
{
  g_autoptr (JuePage) page = draw_page (1, "────────────");
  for (guint i = 0; i < page->glyphs->len; i++)
    g_array_index (page->glyphs, JueGlyph, i).flags |= JUE_GLYPH_INVISIBLE;
  jue_glyph_rules_take (page);
  CU_ASSERT_EQUAL (page->rules->len, 0);
}

static void
test_drawing (void)
{
  g_autoptr (GString) picture = g_string_new (NULL);
  for (guint i = 0; i < JUE_TUNE_GLYPH_RULES_MOST / 50; i++) {
    for (guint k = 0; k < 51; k++)
      g_string_append (picture, "┼");
    g_string_append_c (picture, '\n');
  }
  g_autoptr (JuePage) page = draw_page (1, picture->str);
  guint n = page->glyphs->len;
  jue_glyph_rules_take (page);
  CU_ASSERT_TRUE (n > JUE_TUNE_GLYPH_RULES_MOST);
  CU_ASSERT_EQUAL (page->glyphs->len, n);
  CU_ASSERT_EQUAL (page->rules->len, 0);
}

static const JueTest tests[] = {
  { "a frame of characters is a table", test_frame },
  { "heavy lines and undivided rows", test_heavy },
  { "a dash and a sign stay text", test_dash },
  { "a long line is a rule", test_line },
  { "a page may lie on its side", test_turned },
  { "hidden characters draw nothing", test_hidden },
  { "a page full of them is a drawing", test_drawing },
  { NULL, NULL },
};

int
main (void)
{
  int status = jue_test_main ("glyph-rules", tests);
  draw_clear ();
  return status;
}
