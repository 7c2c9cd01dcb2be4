/* What stands above and below a table. */
#include "normalize/caption.h"

#include "tests/draw.h"

/* Lines as spots, kept alive with their sheets. */
typedef struct {
  GPtrArray *sheets;
  GArray *spots; /* of JueSpot */
} Lines;

static Lines
lines_of (GPtrArray *sheets)
{
  Lines self = { sheets, g_array_new (FALSE, FALSE, sizeof (JueSpot)) };
  for (guint i = 0; i < sheets->len; i++) {
    JueSheet *sheet = g_ptr_array_index (sheets, i);
    for (guint k = 0; k < sheet->lines->len; k++) {
      JueSpot spot = { sheet, &g_array_index (sheet->lines, JueTextLine, k) };
      g_array_append_val (self.spots, spot);
    }
  }
  return self;
}

static Lines
lines_new (const char *picture)
{
  const char *const pictures[] = { picture, NULL };
  return lines_of (draw_sheets (pictures));
}

static void
lines_clear (Lines *self)
{
  g_ptr_array_unref (self->sheets);
  g_array_unref (self->spots);
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "-";
}

/* "title;label;unit;organisation;year;first;prose" of what the lines say. */
static char *
caption_of (const Lines *lines, guint floor)
{
  JueCaptionInfo info =
      jue_caption_read (draw_catalogue (), (const JueSpot *)(gpointer)lines->spots->data, lines->spots->len, floor);
  char *out = g_strdup_printf ("%s;%s;%s;%s;%u;%u;%s", or_dash (info.title), or_dash (info.label), or_dash (info.unit),
                               or_dash (info.organisation), info.year, info.first, info.prose ? "prose" : "-");
  jue_caption_clear (&info);
  return out;
}

static char *
caption (const char *picture)
{
  Lines lines = lines_new (picture);
  char *out = caption_of (&lines, 0);
  lines_clear (&lines);
  return out;
}

static void
test_usual (void)
{
  CHECK_TEXT (caption ("             收入支出决算总表\n"
                       "                                        公开01表\n"
                       "部门：云岭市档案馆    2024年度          金额单位：万元\n"),
              "收入支出决算总表;公开01表;万元;云岭市档案馆;2024;0;-");
}

static void
test_year_in_title (void)
{
  CHECK_TEXT (caption ("      2023年度一般公共预算财政拨款支出决算表\n"
                       "编制单位：某局              单位：元\n"),
              "2023年度一般公共预算财政拨款支出决算表;-;元;某局;2023;0;-");
}

static void
test_year_line (void)
{
  CHECK_TEXT (caption ("             收入决算表\n"
                       "             (2024年度)\n"
                       "单位：万元\n"),
              "收入决算表;-;万元;-;2024;0;-");
}

static void
test_labels (void)
{
  const char *const cases[][2] = {
    { "公开01表", "公开01表" },
    { "公开 01 表", "公开 01 表" },
    { "公开表一", "公开表一" },
    { "附表1", "附表1" },
    { "表一", "表一" },
    { "预算01表", "预算01表" },
    { "部门公开07表", "部门公开07表" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *picture = g_strdup_printf ("      收入决算表\n%s\n单位：万元\n", cases[i][0]);
    g_autofree char *want = g_strdup_printf ("收入决算表;%s;万元;-;0;0;-", cases[i][1]);
    CHECK_TEXT (caption (picture), want);
  }
}

static void
test_label_in_title (void)
{
  CHECK_TEXT (caption ("公开01表：收入支出决算总表\n单位：万元\n"), "收入支出决算总表;公开01表;万元;-;0;0;-");
  CHECK_TEXT (caption ("表2 收入决算表\n单位：万元\n"), "收入决算表;表2;万元;-;0;0;-");
  CHECK_TEXT (caption ("一、收入支出决算总表\n单位：万元\n"), "收入支出决算总表;-;万元;-;0;0;-");
}

static void
test_one_line (void)
{
  CHECK_TEXT (caption ("         收入决算表\n"
                       "公开02表   部门：某局   单位：万元\n"),
              "收入决算表;公开02表;万元;某局;0;0;-");
}

static void
test_wrapped_title (void)
{
  CHECK_TEXT (caption ("      一般公共预算财政拨款“三公”经费\n"
                       "              支出决算表\n"
                       "                          单位：万元\n"),
              "一般公共预算财政拨款“三公”经费支出决算表;-;万元;-;0;0;-");
}

/* A line that stands apart is not a part of the title. */
static void
test_title_apart (void)
{
  CHECK_TEXT (caption ("            第二部分\n"
                       "\n"
                       "\n"
                       "           收入决算表\n"
                       "单位：万元\n"),
              "收入决算表;-;万元;-;0;1;-");
}

/* A line in another size is not a part of the title. */
static void
test_title_alone (void)
{
  const char *const pictures[] = { "      某局部门决算公开\n      收入支出决算总表\n单位：万元\n", NULL };
  g_autoptr (JuePage) page = draw_page (1, pictures[0]);
  draw_resize (page, 0, 2000);
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)jue_sheet_free);
  g_ptr_array_add (sheets, draw_sheet (page));
  Lines lines = lines_of (sheets);
  CHECK_TEXT (caption_of (&lines, 0), "收入支出决算总表;-;万元;-;0;1;-");
  lines_clear (&lines);
}

static void
test_prose (void)
{
  CHECK_TEXT (caption ("收入决算表\n"
                       "本部门2024年收入合计一百万元，比上年增加了一些，原因是人员增加。\n"
                       "单位：万元\n"),
              "-;-;万元;-;0;2;prose");
}

/* Prose above the title is none of its business. */
static void
test_prose_above (void)
{
  CHECK_TEXT (caption ("本部门2024年收入合计一百万元，比上年增加了一些，原因是人员增加。\n"
                       "          收入决算表\n"
                       "单位：万元\n"),
              "收入决算表;-;万元;-;0;1;-");
}

static void
test_only_one_title (void)
{
  CHECK_TEXT (caption ("        收入支出决算总表\n"
                       "\n"
                       "        收入决算表\n"
                       "单位：万元\n"),
              "收入决算表;-;万元;-;0;1;-");
}

static void
test_stray (void)
{
  CHECK_TEXT (caption ("        收入决算表\n"
                       "部门：云岭市档案和地方志\n"
                       "编纂中心\n"
                       "单位：万元\n"),
              "收入决算表;-;万元;云岭市档案和地方志编纂中心;0;0;-");
}

static void
test_page_numbers (void)
{
  CHECK_TEXT (caption ("        收入决算表\n— 12 —\n单位：万元\n第 3 页 共 9 页\n"), "收入决算表;-;万元;-;0;0;-");
}

static void
test_nothing (void)
{
  CHECK_TEXT (caption (""), "-;-;-;-;0;0;-");
  CHECK_TEXT (caption ("部门：\n"), "-;-;-;-;0;0;-");
}

static void
test_floor (void)
{
  Lines lines = lines_new ("收入决算表\n单位：万元\n公开03表\n单位：元\n");
  CHECK_TEXT (caption_of (&lines, 2), "-;公开03表;元;-;0;2;-");
  lines_clear (&lines);
}

/* No table of contents, no prose that quotes a form, is a title. */
static void
test_no_titles (void)
{
  const char *const cases[] = { "一、收入支出决算总表……………………5", "本表（公开01表）反映部门本年度的总收支。",
                                "详见收入决算表", "下表" };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    JueTextLine line = { .text = cases[i] };
    CU_ASSERT_EQUAL (jue_caption_classify (draw_catalogue (), &line) & (JUE_LINE_TITLE | JUE_LINE_LABEL), 0);
  }
}

static void
test_classify (void)
{
  const struct {
    const char *text;
    guint kind;
  } cases[] = { { "公开01表", JUE_LINE_LABEL },
                { "金额单位：万元", JUE_LINE_UNIT },
                { "部门：某局", JUE_LINE_ORGANISATION },
                { "2024年度", JUE_LINE_YEAR },
                { "收入决算表", JUE_LINE_TITLE },
                { "注：本表反映", JUE_LINE_NOTE },
                { "- 3 -", JUE_LINE_SKIP },
                { "部门：某局\t2024年度\t单位：元", JUE_LINE_ORGANISATION | JUE_LINE_UNIT },
                { "第二部分", 0 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    JueTextLine line = { .text = cases[i].text };
    guint kind = jue_caption_classify (draw_catalogue (), &line);
    CU_ASSERT_EQUAL (kind, cases[i].kind);
    if (kind != cases[i].kind)
      fprintf (stderr, "%s is %x\n", cases[i].text, kind);
  }
  JueTextLine running = { .text = "某局文件", .running = TRUE };
  CU_ASSERT_EQUAL (jue_caption_classify (draw_catalogue (), &running), JUE_LINE_SKIP);
}

/* How many lines below a table are notes, and where they start. */
static void
check_notes (const char *picture, guint n, guint first)
{
  guint got_first = 99;
  Lines lines = lines_new (picture);
  guint got =
      jue_caption_notes (draw_catalogue (), (const JueSpot *)(gpointer)lines.spots->data, lines.spots->len, &got_first);
  CU_ASSERT_EQUAL (got, n);
  if (n > 0)
    CU_ASSERT_EQUAL (got_first, first);
  if (got != n)
    fprintf (stderr, "%u notes instead of %u:\n%s\n", got, n, picture);
  lines_clear (&lines);
}

static void
test_notes (void)
{
  check_notes ("注：1.本表反映部门本年度的总收支。\n  2.本表金额转换成万元时，因四舍五入可能存在尾差。\n", 2, 0);
  check_notes ("— 3 —\n注：本表反映部门本年度的总收支和年末\n结转结余情况。\n", 2, 1);
  check_notes ("正文。\n注：本表反映\n", 0, 0);
  check_notes ("我单位2018年没有政府性基金预算拨款支出。\n", 1, 0);
  check_notes ("我单位2018年政府性基金预算拨款支出30.00万元。\n", 0, 0);
  check_notes ("", 0, 0);
  check_notes ("注：本部门没有政府性基金收入，故本表无数据。\n\n\n\n第三部分\n", 1, 0);
  check_notes ("注：本表反映\n收入决算表\n", 1, 0);
  check_notes ("注：本表反映\n单位：万元\n", 1, 0);
}

static void
test_add_text (void)
{
  JueCaptionInfo info = { .year = 0 };
  JueProv prov = { 3, { 1, 2, 3, 4 } };
  jue_caption_add_text (&info, draw_catalogue (), "收入决算表", prov);
  jue_caption_add_text (&info, draw_catalogue (), "支出决算表", prov);
  jue_caption_add_text (&info, draw_catalogue (), "单位：元", prov);
  jue_caption_add_text (&info, draw_catalogue (), "2024年度", prov);
  CU_ASSERT_STRING_EQUAL (info.title, "收入决算表");
  CU_ASSERT_STRING_EQUAL (info.unit, "元");
  CU_ASSERT_EQUAL (info.year, 2024);
  CU_ASSERT_EQUAL (info.title_prov.page, 3);
  jue_caption_clear (&info);
  CU_ASSERT_PTR_NULL (info.title);
}

static const JueTest tests[] = {
  { "the usual lines say what they should", test_usual },
  { "a year in the title stays", test_year_in_title },
  { "a year line is no part of the title", test_year_line },
  { "labels of all kinds are found", test_labels },
  { "numbers and labels before a title go", test_label_in_title },
  { "one line may say several things", test_one_line },
  { "a title may take two lines", test_wrapped_title },
  { "a line that stands apart is no part of the title", test_title_apart },
  { "a larger line above is no part of the title", test_title_alone },
  { "prose ends a caption", test_prose },
  { "prose above the title does not matter", test_prose_above },
  { "the nearest title counts", test_only_one_title },
  { "an organisation's name may wrap", test_stray },
  { "page numbers do not matter", test_page_numbers },
  { "nothing says nothing", test_nothing },
  { "lines before the floor do not count", test_floor },
  { "contents and prose are no titles", test_no_titles },
  { "lines are of their kind", test_classify },
  { "notes end where something else begins", test_notes },
  { "text inside the grid fills what is missing", test_add_text },
  { NULL, NULL },
};

int
main (void)
{
  int status = jue_test_main ("caption", tests);
  draw_clear ();
  return status;
}
