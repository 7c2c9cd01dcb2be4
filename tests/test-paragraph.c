#include "normalize/paragraph.h"

#include "tests/cunit-main.h"

/* A line of type of 10 points: page, left and right edge in points, text. */
typedef struct {
  guint page;
  gint32 x0, x1;
  const char *text;
} Line;

/* The texts of the blocks that @lines make on pages of one width, 20 points apart, parted by |. Free with g_free. */
static char *
blocks_of (const Line *lines, guint n)
{
  JueTextLine text[16] = { { 0 } };
  JueSheet sheets[2] = { { 0 } };
  g_autoptr (GPtrArray) grids = g_ptr_array_new ();
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (JueSpot));
  GString *out = g_string_new (NULL);
  g_assert (n <= G_N_ELEMENTS (text));
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    sheets[i] = (JueSheet){ .page = i + 1, .width = 84200, .height = 59500, .grids = grids };
  for (guint i = 0, row = 0; i < n; i++) {
    row = i > 0 && lines[i].page == lines[i - 1].page ? row + 1 : 0;
    gint32 y = 5000 + (gint32)row * 2000;
    JueBox box = { lines[i].x0 * 100, y, lines[i].x1 * 100, y + 1000 };
    text[i] = (JueTextLine){ .text = lines[i].text, .box = box, .ink = box, .baseline = y + 900, .size = 1000 };
    JueSpot spot = { .line = &text[i], .sheet = &sheets[lines[i].page - 1] };
    g_array_append_val (spots, spot);
  }
  g_autoptr (GPtrArray) blocks = jue_blocks_new (spots);
  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", ((const JueBlock *)g_ptr_array_index (blocks, i))->text);
  return g_string_free (out, FALSE);
}

static void
test_indent (void)
{
  static const Line lines[] = {
    { 1, 80, 780, "甲甲" }, { 1, 60, 780, "乙乙" }, { 1, 60, 300, "丙。" },
    { 1, 80, 780, "丁丁" }, { 1, 60, 200, "戊。" },
  };
  g_autofree char *blocks = blocks_of (lines, G_N_ELEMENTS (lines));
  CU_ASSERT_STRING_EQUAL (blocks, "甲甲乙乙丙。|丁丁戊。");
}

static void
test_narrow_page (void)
{
  static const Line lines[] = {
    { 1, 60, 780, "甲甲" }, { 1, 60, 780, "乙乙" },    { 1, 60, 780, "丙丙" },  { 1, 60, 780, "丁丁" },
    { 1, 60, 300, "戊。" }, { 2, 120, 740, "己己" },   { 2, 95, 740, "庚庚" },  { 2, 95, 740, "庚庚" },
    { 2, 95, 300, "辛。" }, { 2, 120, 740, "壬壬。" }, { 2, 120, 740, "癸癸" }, { 2, 95, 300, "子。" },
  };
  g_autofree char *blocks = blocks_of (lines, G_N_ELEMENTS (lines));
  CU_ASSERT_STRING_EQUAL (blocks, "甲甲乙乙丙丙丁丁戊。|己己庚庚庚庚辛。|壬壬。|癸癸子。");
}

static void
test_bracket (void)
{
  static const Line lines[] = {
    { 1, 80, 780, "甲甲" }, { 1, 60, 740, "乙乙" },   { 1, 60, 300, "（类）丙。" },
    { 1, 80, 780, "丁丁" }, { 1, 60, 740, "戊戊" },   { 1, 60, 300, "己。" },
    { 1, 80, 780, "庚庚" }, { 1, 60, 740, "辛辛。" }, { 1, 60, 300, "（一）壬" },
  };
  g_autofree char *blocks = blocks_of (lines, G_N_ELEMENTS (lines));
  CU_ASSERT_STRING_EQUAL (blocks, "甲甲乙乙（类）丙。|丁丁戊戊|己。|庚庚辛辛。|（一）壬");
}

static void
test_entry (void)
{
  static const Line lines[] = {
    { 1, 80, 780, "一、甲甲……………1" }, { 1, 80, 600, "二、乙乙" },   { 1, 60, 300, "乙……………2" },
    { 1, 80, 780, "三、丙丙……………3" }, { 1, 60, 780, "丁丁……………4" },
  };
  g_autofree char *blocks = blocks_of (lines, G_N_ELEMENTS (lines));
  CU_ASSERT_STRING_EQUAL (blocks, "一、甲甲……………1|二、乙乙乙……………2|三、丙丙……………3|丁丁……………4");
}

static const JueTest tests[] = {
  { "an indented line begins a paragraph", test_indent },
  { "lines left of an indent go on, also on pages set narrower than others", test_narrow_page },
  { "a line is full if the bracket that begins the next one had no room", test_bracket },
  { "an entry of the contents goes on up to its leaders", test_entry },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("paragraph", tests);
}
