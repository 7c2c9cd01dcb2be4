/* Pages turned upright. */
#include "normalize/view.h"

#include "tests/draw.h"

/* Quarters by which the page was turned, and the view's size and first glyph's box. */
static void
test_turned_back (void)
{
  for (guint quarters = 0; quarters < 4; quarters++) {
    g_autoptr (JuePage) upright = draw_page (1, "  单位\n\n   1.00");
    g_autoptr (JuePage) page = draw_page (1, "  单位\n\n   1.00");
    draw_turn (page, quarters);
    g_autoptr (JueView) view = jue_view_new (page);
    CU_ASSERT_EQUAL (view->turn, quarters);
    CU_ASSERT_EQUAL (view->width, DRAW_WIDTH);
    CU_ASSERT_EQUAL (view->height, DRAW_HEIGHT);
    CU_ASSERT_EQUAL_FATAL (view->glyphs->len, upright->glyphs->len);
    for (guint i = 0; i < view->glyphs->len; i++) {
      const JueGlyph *a = &g_array_index (view->glyphs, JueGlyph, i),
                     *b = &g_array_index (upright->glyphs, JueGlyph, i);
      CU_ASSERT_EQUAL (memcmp (&a->box, &b->box, sizeof a->box), 0);
      CU_ASSERT_EQUAL (a->baseline, b->baseline);
      CU_ASSERT_EQUAL (a->reading, JUE_READS_RIGHT);
    }
  }
}

static void
test_round_trip (void)
{
  const JueBox boxes[] = { { 0, 0, 1, 2 }, { 100, 2000, 59000, 84000 }, { -300, -7, 59500, 84200 } };
  for (guint quarters = 0; quarters < 4; quarters++) {
    g_autoptr (JuePage) page = draw_page (1, "文字");
    draw_turn (page, quarters);
    g_autoptr (JueView) view = jue_view_new (page);
    for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
      JueBox turned = jue_view_turn (view, boxes[i]), back = jue_view_back (view, turned);
      CU_ASSERT_EQUAL (memcmp (&back, &boxes[i], sizeof back), 0);
      CU_ASSERT_TRUE (turned.x0 < turned.x1 && turned.y0 < turned.y1);
    }
  }
}

/* A corner of the page as displayed goes to the right corner of the view. */
static void
test_corners (void)
{
  const JueBox expected[] = { { 0, 0, 10, 20 },
                              { 0, DRAW_HEIGHT - 10, 20, DRAW_HEIGHT },
                              { DRAW_WIDTH - 10, DRAW_HEIGHT - 20, DRAW_WIDTH, DRAW_HEIGHT },
                              { DRAW_WIDTH - 20, 0, DRAW_WIDTH, 10 } };
  for (guint quarters = 0; quarters < 4; quarters++) {
    g_autoptr (JuePage) page = draw_page (1, "文字");
    draw_turn (page, quarters);
    g_autoptr (JueView) view = jue_view_new (page);
    JueBox got = jue_view_turn (view, (JueBox){ 0, 0, 10, 20 });
    CU_ASSERT_EQUAL (memcmp (&got, &expected[quarters], sizeof got), 0);
  }
}

/* Text in the margin that reads otherwise does not turn the page, and keeps its direction relative to the rest. */
static void
test_majority (void)
{
  g_autoptr (JuePage) page = draw_page (1, "三个字和两个");
  for (guint i = 4; i < 6; i++)
    g_array_index (page->glyphs, JueGlyph, i).reading = JUE_READS_UP;
  draw_turn (page, 1);
  g_autoptr (JueView) view = jue_view_new (page);
  CU_ASSERT_EQUAL (view->turn, 1);
  CU_ASSERT_EQUAL (g_array_index (view->glyphs, JueGlyph, 0).reading, JUE_READS_RIGHT);
  CU_ASSERT_EQUAL (g_array_index (view->glyphs, JueGlyph, 5).reading, JUE_READS_UP);
}

static void
test_empty (void)
{
  g_autoptr (JuePage) page = draw_page (1, "");
  g_autoptr (JueView) view = jue_view_new (page);
  CU_ASSERT_EQUAL (view->turn, 0);
  CU_ASSERT_EQUAL (view->glyphs->len, 0);
}

static guint
glyphs_of_view (const JuePage *page, guint *watermarks)
{
  g_autoptr (JueView) view = jue_view_new (page);
  *watermarks = view->watermarks;
  return view->glyphs->len;
}

static void
test_watermark (void)
{
  guint watermarks;
  g_autoptr (JuePage) page = draw_page (1, "正文五个字 水印");
  for (guint i = 5; i < 7; i++) {
    g_array_index (page->glyphs, JueGlyph, i).reading = JUE_READS_SLANTED;
    g_array_index (page->glyphs, JueGlyph, i).size = 4800;
  }
  CU_ASSERT_EQUAL (glyphs_of_view (page, &watermarks), 5);
  CU_ASSERT_EQUAL (watermarks, 2);
  for (guint i = 5; i < 7; i++)
    g_array_index (page->glyphs, JueGlyph, i).size = 1000;
  CU_ASSERT_EQUAL (glyphs_of_view (page, &watermarks), 7);
  CU_ASSERT_EQUAL (watermarks, 0);
}

static void
test_invisible (void)
{
  guint watermarks;
  g_autoptr (JuePage) page = draw_page (1, "看得见 看不见");
  for (guint i = 3; i < 6; i++)
    g_array_index (page->glyphs, JueGlyph, i).flags |= JUE_GLYPH_INVISIBLE;
  CU_ASSERT_EQUAL (glyphs_of_view (page, &watermarks), 3);
  guint16 nameless = jue_page_add_font (page, "", FALSE, FALSE); /* nothing is known of the font: it was not drawn */
  for (guint i = 2; i < 6; i++) {
    g_array_index (page->glyphs, JueGlyph, i).flags |= JUE_GLYPH_INVISIBLE;
    g_array_index (page->glyphs, JueGlyph, i).font = nameless;
  }
  CU_ASSERT_EQUAL (glyphs_of_view (page, &watermarks), 6);
}

static void
test_hidden (void)
{
  guint watermarks;
  g_autoptr (JuePage) page = draw_page (1, "看得见 看不见 看不见");
  for (guint i = 3; i < 9; i++)
    g_array_index (page->glyphs, JueGlyph, i).flags |= JUE_GLYPH_INVISIBLE;
  CU_ASSERT_EQUAL (glyphs_of_view (page, &watermarks), 3);
  JueImage scan = { { 0, 0, page->width, page->height } };
  g_array_append_val (page->images, scan);
  CU_ASSERT_EQUAL (glyphs_of_view (page, &watermarks), 9);
}

static void
test_left_out (void)
{
  guint watermarks;
  g_autoptr (JuePage) page = draw_page (1, "甲乙丙丁戊");
  g_array_index (page->glyphs, JueGlyph, 1).flags |= JUE_GLYPH_DUPLICATE;
  g_array_index (page->glyphs, JueGlyph, 2).ch = 0x3000;
  g_array_index (page->glyphs, JueGlyph, 3).ch = 0x200B;
  CU_ASSERT_EQUAL (glyphs_of_view (page, &watermarks), 2);
}

static void
test_radicals (void)
{
  g_autoptr (JuePage) page = draw_page (1, "甲乙");
  g_array_index (page->glyphs, JueGlyph, 0).ch = 0x2F25; /* radical woman */
  g_array_index (page->glyphs, JueGlyph, 1).ch = 0xFF11; /* full-width one */
  g_autoptr (JueView) view = jue_view_new (page);
  CU_ASSERT_EQUAL (g_array_index (view->glyphs, JueGlyph, 0).ch, 0x5973);
  CU_ASSERT_EQUAL (g_array_index (view->glyphs, JueGlyph, 1).ch, 0xFF11);
}

static const JueTest tests[] = {
  { "a page drawn sideways is turned back", test_turned_back },
  { "boxes go to the view and back", test_round_trip },
  { "corners go where they belong", test_corners },
  { "most glyphs decide how a page is turned", test_majority },
  { "a page without text stays as it is", test_empty },
  { "large slanted text is a watermark", test_watermark },
  { "invisible text counts where there is hardly other text", test_invisible },
  { "hidden text never counts, unless a picture shows it", test_hidden },
  { "blanks and doubles are left out", test_left_out },
  { "radicals become ordinary ideographs and full-width digits stay", test_radicals },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("view", tests);
}
