/* Which grids belong to one table, and what becomes of the lines between them. */
#include "tests/draw.h"

/* Tables as "title:page,page…[notes]", separated by blanks, then the text lines, each after a slash. */
static char *
flow_of (GPtrArray *sheets)
{
  JueFlow *flow = jue_flow_new (draw_catalogue (), sheets);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < flow->tables->len; i++) {
    const JueTable *table = g_ptr_array_index (flow->tables, i);
    g_string_append_printf (out, "%s%s:", i > 0 ? " " : "", table->caption.title != NULL ? table->caption.title : "-");
    for (guint p = 0; p < table->parts->len; p++)
      g_string_append_printf (out, "%s%u", p > 0 ? "," : "",
                              ((const JueGrid *)g_ptr_array_index (table->parts, p))->page);
    if (table->notes->len > 0)
      g_string_append_printf (out, "[%u]", table->notes->len);
  }
  for (guint i = 0; i < flow->text->len; i++)
    g_string_append_printf (out, "/%s", g_array_index (flow->text, JueSpot, i).line->text);
  jue_flow_free (flow);
  return g_string_free (out, FALSE);
}

static char *
flow (const char *first, const char *second)
{
  const char *const pictures[] = { first, second, NULL };
  g_autoptr (GPtrArray) sheets = draw_sheets (pictures);
  return flow_of (sheets);
}

#define HEAD "          收入决算表\n单位：万元\n"
#define GRID_HEAD \
  "+------------+------------+\n" \
  "| 科目名称   | 本年收入   |\n"
#define ROW \
  "+------------+------------+\n" \
  "| 其他支出   |       1.00 |\n"
#define END "+------------+------------+\n"

static void
test_no_caption (void)
{
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, ROW END), "收入决算表:1,2");
}

/* A sheet too wide for its page goes on with other columns: figures without names. */
static void
test_cut_by_columns (void)
{
  const char *first = HEAD GRID_HEAD ROW ROW ROW END;
  CHECK_TEXT (flow (first, "+--------+--------+-------+\n"
                           "| 事业   | 经营   | 其他  |\n"
                           "+--------+--------+-------+\n"
                           "|   1.00 |   2.00 |  3.00 |\n"
                           "+--------+--------+-------+\n"
                           "|   1.00 |        |  3.00 |\n"
                           "+--------+--------+-------+\n"
                           "|   1.00 |      - |  3.00 |\n"
                           "+--------+--------+-------+\n"),
              "收入决算表:1 -:2");
  CHECK_TEXT (flow (first, ROW "+--------+---+-------------+\n| 其他   |   |        3.00 |\n"
                               "+--------+---+-------------+\n|        |   |        3.00 |\n"
                               "+--------+---+-------------+\n|        |   |        3.00 |\n"
                               "+--------+---+-------------+\n"),
              "收入决算表:1,2");
}

static void
test_repeated_head (void)
{
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, GRID_HEAD ROW END), "收入决算表:1,2");
}

static void
test_repeated_title (void)
{
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, HEAD GRID_HEAD ROW END), "收入决算表:1,2");
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, HEAD ROW END), "收入决算表:1,2");
}

/* 续 marks a title that repeats the old one, or stands alone in its place. */
static void
test_continued (void)
{
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, "          收入决算表（续）\n单位：万元\n" GRID_HEAD ROW END), "收入决算表:1,2");
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, "          收入决算表续表1\n" GRID_HEAD ROW END), "收入决算表:1,2");
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, "          支出决算表（续）\n" GRID_HEAD ROW END),
              "收入决算表:1 支出决算表（续）:2");
  CHECK_TEXT (flow ("公开02表\n" GRID_HEAD ROW END, "公开02表（续）\n" GRID_HEAD ROW END), "-:1,2");
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, "  续表\n" GRID_HEAD ROW END), "收入决算表:1,2/续表");
}

static void
test_another_title (void)
{
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, "          支出决算表\n单位：万元\n" GRID_HEAD ROW END),
              "收入决算表:1 支出决算表:2");
}

static void
test_another_label (void)
{
  CHECK_TEXT (flow ("公开02表\n" GRID_HEAD ROW END, "公开03表\n" GRID_HEAD ROW END), "-:1 -:2");
  CHECK_TEXT (flow ("公开02表\n" GRID_HEAD ROW END, "公开02表\n" GRID_HEAD ROW END), "-:1,2");
}

static void
test_another_organisation (void)
{
  CHECK_TEXT (flow ("          收入决算表\n部门：甲局\n" GRID_HEAD ROW END,
                    "          收入决算表\n部门：乙局\n" GRID_HEAD ROW END),
              "收入决算表:1 收入决算表:2");
}

/* The title is the first row inside the grid. */
#define INSIDE(title) \
  "+-------------------------+\n" \
  "|       " title "        |\n"

static void
test_title_inside (void)
{
  CHECK_TEXT (flow (INSIDE ("收入决算表") GRID_HEAD ROW END, INSIDE ("支出决算表") ROW END), "-:1 -:2");
  CHECK_TEXT (flow (INSIDE ("收入决算表") GRID_HEAD ROW END, INSIDE ("收入决算表") GRID_HEAD ROW END), "-:1,2");
  CHECK_TEXT (flow (INSIDE ("收入决算表") GRID_HEAD ROW END, ROW END), "-:1,2");
}

/* One form per project, all alike: the same label with another value. */
#define PROJECT(name) \
  "+------------+------------+\n" \
  "| 项目名称   | " name "     |\n" \
  "+------------+------------+\n" \
  "| 全年预算数 |      12.00 |\n"

static void
test_filled_in_again (void)
{
  CHECK_TEXT (
      flow ("        项目绩效自评表\n" PROJECT ("甲项目") END, "        项目绩效自评表\n" PROJECT ("乙项目") END),
      "项目绩效自评表:1 项目绩效自评表:2");
  CHECK_TEXT (flow ("        项目绩效自评表\n" PROJECT ("甲项目") END, PROJECT ("乙项目") END), "项目绩效自评表:1 -:2");
}

static void
test_prose_between (void)
{
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, "第三部分 决算情况说明。本年收入一元，与上年持平，没有变化。\n" ROW END),
              "收入决算表:1 -:2/第三部分 决算情况说明。本年收入一元，与上年持平，没有变化。");
}

static void
test_notes_between (void)
{
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END "注：本表反映部门本年度取得的各项收入情况。\n", ROW END),
              "收入决算表:1[1] -:2");
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END "注：本表反映部门本年度取得的各项收入情况。\n", GRID_HEAD ROW END),
              "收入决算表:1,2[1]");
}

static void
test_title_at_foot (void)
{
  CHECK_TEXT (flow ("上文到此为止，下面是一张表的标题。\n          收入决算表\n", "单位：万元\n" GRID_HEAD ROW END),
              "收入决算表:2/上文到此为止，下面是一张表的标题。");
}

static void
test_other_columns (void)
{
  const char *narrow = "+----+----+----+\n"
                       "| 1  | 2  | 3  |\n"
                       "+----+----+----+\n";
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, narrow), "收入决算表:1 -:2");
}

/* The same columns in another scale: portrait and landscape. */
static void
test_landscape (void)
{
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, "\n     +-------------------------+-------------------------+\n"
                                            "     | 其他支出                |                    1.00 |\n"
                                            "     +-------------------------+-------------------------+\n"),
              "收入决算表:1,2");
}

static void
test_page_between (void)
{
  const char *const pictures[] = { HEAD GRID_HEAD ROW END, "", ROW END, NULL };
  g_autoptr (GPtrArray) sheets = draw_sheets (pictures);
  CHECK_TEXT (flow_of (sheets), "收入决算表:1 -:3");
}

/* A part that goes on begins on top of its page. */
static void
test_far_down (void)
{
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END,
                    "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n" ROW END),
              "收入决算表:1 -:2");
}

/* An empty frame is no table, but an empty row may go on with one. */
static void
test_empty_grids (void)
{
  const char *empty = "+------------+------------+\n"
                      "|            |            |\n"
                      "+------------+------------+\n";
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END, empty), "收入决算表:1,2");
  CHECK_TEXT (flow (empty, "正文\n"), "/正文");
}

static void
test_two_on_a_page (void)
{
  CHECK_TEXT (flow (HEAD GRID_HEAD ROW END "\n          支出决算表\n单位：万元\n" GRID_HEAD ROW END, ROW END),
              "收入决算表:1 支出决算表:1,2");
}

static void
test_running_heads (void)
{
  const char *page = "某局2024年决算\n" ROW END "\n— 1 —\n";
  const char *const pictures[] = { "某局2024年决算\n" HEAD GRID_HEAD ROW END, page, page, page, NULL };
  g_autoptr (GPtrArray) sheets = draw_sheets (pictures);
  CHECK_TEXT (flow_of (sheets), "收入决算表:1,2,3,4");
}

/* A stray line amid a caption is kept as text. */
static void
test_strays_stay (void)
{
  CHECK_TEXT (
      flow ("          收入决算表\n部门：云岭市档案和地方志\n编纂中心\n单位：万元\n" GRID_HEAD ROW END, "后文\n"),
      "收入决算表:1/编纂中心/后文");
}

static const JueTest tests[] = {
  { "a grid without caption goes on", test_no_caption },
  { "a sheet that is cut by its columns does not go on below", test_cut_by_columns },
  { "a repeated head goes on", test_repeated_head },
  { "a repeated title goes on", test_repeated_title },
  { "a title that is marked as continued goes on", test_continued },
  { "another title starts anew", test_another_title },
  { "another label starts anew", test_another_label },
  { "another organisation starts anew", test_another_organisation },
  { "a title inside the grid counts", test_title_inside },
  { "the same form filled in again starts anew", test_filled_in_again },
  { "prose between starts anew", test_prose_between },
  { "after notes only a repeated head goes on", test_notes_between },
  { "a title may stand at the foot of the page before", test_title_at_foot },
  { "other columns start anew", test_other_columns },
  { "portrait and landscape go together", test_landscape },
  { "a page between ends a table", test_page_between },
  { "far down the page nothing goes on", test_far_down },
  { "empty grids belong to a table or to nothing", test_empty_grids },
  { "two tables on a page", test_two_on_a_page },
  { "running heads do not matter", test_running_heads },
  { "no line is lost", test_strays_stay },
  { NULL, NULL },
};

int
main (void)
{
  int status = jue_test_main ("flow", tests);
  draw_clear ();
  return status;
}
