#include "export/exporter.h"
#include "export/json-write.h"

#include <zlib.h>

#include "extract/error.h"
#include "tests/cunit-main.h"
#include "tests/export-sample.h"

#define SHA "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define PLACE "\"page\": 2, \"box\": [72.00, 100.50, 120.00, 110.05]"
#define HEAD                                                                                                           \
  "{\"juesuan\": 1,\n"                                                                                                 \
  " \"source\": \"a.pdf\", \"sha256\": \"" SHA "\", \"bytes\": 1234, \"pages\": 3, \"no_text_pages\": [],\n"           \
  " \"organisation\": \"某局\", \"region\": null, \"year\": 2024, \"kind\": \"决算\", \"title\": "                 \
  "\"某局2024年度部门决算\",\n"
#define TAIL                                                                                                           \
  " \"sections\": [],\n \"terms\": [],\n \"facts\": [],\n \"figures\": [],\n \"findings\": [],\n \"diagnoses\": []}\n"

static char *export(JueReport *report)
{
  g_autofree char *dir = sample_folder ();
  g_autoptr (GError) error = NULL;
  CU_ASSERT (jue_export_files (report, jue_exporter_find ("json"), dir, "a", NULL, &error));
  CU_ASSERT_PTR_NULL (error);
  char *text = sample_file (dir, "a.json", NULL);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 1);
  return text;
}

static void
check (JueReport *report, const char *expected)
{
  g_autofree char *text = export(report);
  if (g_strcmp0 (text, expected) != 0)
    g_printerr ("got:\n%s\nexpected:\n%s\n", text, expected);
  CU_ASSERT (g_strcmp0 (text, expected) == 0);
}

static void
test_bare (void)
{
  g_autoptr (JueReport) report = sample_report ();
  check (report, HEAD " \"tables\": [],\n" TAIL);
}

static void
test_nothing_known (void)
{
  JueSource source = { .name = (char *)"-", .sha256 = "" };
  g_autoptr (JueReport) report = jue_report_new (&source);
  guint pages[] = { 1, 3 };
  g_array_append_vals (report->no_text_pages, pages, 2);
  check (report, "{\"juesuan\": 1,\n"
                 " \"source\": \"-\", \"sha256\": \"\", \"bytes\": 0, \"pages\": 0, \"no_text_pages\": [1, 3],\n"
                 " \"organisation\": null, \"region\": null, \"year\": null, \"kind\": null, \"title\": null,\n"
                 " \"tables\": [],\n" TAIL);
}

#define CELL(row, col, state, amount)                                                                                  \
  "{\"row\": " row ", \"col\": " col ", \"state\": \"" state "\", \"amount\": " amount ", \"unit\": \"元\", "
#define UNPROVED ", \"proof\": \"unproved\"}"

static void
test_table (void)
{
  g_autoptr (JueReport) report = sample_report ();
  sample_form (report);
  check (report, HEAD
         " \"tables\": [\n"
         "  {\"id\": \"income\",\n"
         "   \"form\": \"公开02表\",\n"
         "   \"title\": \"收入决算表\",\n"
         "   \"organisation\": null, \"year\": null, \"unit_of_money\": \"万元\",\n"
         "   \"page_from\": 2, \"page_to\": 2, \"header_rows\": 2, \"method\": \"ruled\",\n"
         "   \"rows\": [\n"
         "    [\"项目\", null, \"本年收入\", null],\n"
         "    [\"编码\", \"名称\", \"合计\", \"增减\"],\n"
         "    [\"208\", \"社保\", \"1,803.18\", \"-0.05\"],\n"
         "    [\"20805\", \"养老\", \"—\", \"\"],\n"
         "    [\"\", null, \"12-3\", \"\"]],\n"
         "   \"spans\": [\n"
         "    [0, 0, 1, 2], [0, 2, 1, 2],\n"
         "    [4, 0, 1, 2]],\n"
         "   \"columns\": [\n"
         "    {\"col\": 0, \"id\": null, \"path\": [\"项目\", \"编码\"]},\n"
         "    {\"col\": 1, \"id\": null, \"path\": [\"项目\", \"名称\"]},\n"
         "    {\"col\": 2, \"id\": \"income-total\", \"path\": [\"本年收入\", \"合计\"]},\n"
         "    {\"col\": 3, \"id\": null, \"path\": [\"本年收入\", \"增减\"]}],\n"
         "   \"lines\": [\n"
         "    {\"row\": 2, \"half\": 0, \"line_no\": null, \"code\": \"208\", \"code_printed\": \"208\", "
         "\"name\": \"社保\", \"level\": 1, \"parent\": null},\n"
         "    {\"row\": 3, \"half\": 0, \"line_no\": null, \"code\": \"20805\", \"code_printed\": \"20805\", "
         "\"name\": \"养老\", \"level\": 2, \"parent\": 0}],\n"
         "   \"values\": [\n"
         "    " CELL ("2", "2", "value", "\"18031800.00\"") PLACE UNPROVED ", " CELL ("2", "3", "value", "\"-500.00\"")
             PLACE UNPROVED ",\n"
                            "    " CELL ("3", "2", "dash", "null") PLACE UNPROVED
         ", " CELL ("3", "3", "empty", "null") "\"page\": null, \"box\": null" UNPROVED ",\n"
                                               "    " CELL ("4", "2", "unreadable", "null") PLACE UNPROVED
         "],\n"
         "   \"fields\": [],\n"
         "   \"indicators\": [],\n"
         "   \"notes\": [],\n"
         "   \"stated_empty\": false}],\n" TAIL);
}

static void
add_performance_form (JueReport *report)
{
  JueForm *form = jue_report_add_form (report, 1, 1);
  form->id = "performance-project";
  form->method = JUE_METHOD_GAPS;
  form->organisation = "某所";
  form->year = 2023;
  form->page_from = 1;
  form->page_to = 2;
  form->stated_empty = TRUE;
  JueField fields[] = { { "项目名称", "修路", FALSE, { 0, 0 }, NULL, { 1, { 0, 0, 100, 200 } } },
                        { "全年预算数", "5", TRUE, { 5000000, 2 }, "元", { 1, { -50, 0, 5, 10 } } } };
  g_array_append_vals (form->fields, fields, 2);
  static const char *const path[] = { "产出指标", "数量指标", "里程" };
  JueIndicator indicator = { .row = 0,
                             .path = path,
                             .n_path = 3,
                             .op = "≥",
                             .target = "100",
                             .target_text = ">=100",
                             .unit = "%",
                             .actual = "99",
                             .actual_text = "99%",
                             .completion = "99",
                             .weight = "12.5",
                             .score = "12",
                             .reason = "雨",
                             .measures = "伞" };
  g_array_append_val (form->indicators, indicator);
  indicator = (JueIndicator){ 0 };
  g_array_append_val (form->indicators, indicator);
  JueNote notes[] = { { "注：无", { 2, { 0, 0, 1, 1 } } }, { "注：二", { 2, { 0, 0, 1, 1 } } } };
  g_array_append_vals (form->notes, notes, 2);
}

static void
test_performance (void)
{
  g_autoptr (JueReport) report = sample_report ();
  add_performance_form (report);
  check (report, HEAD
         " \"tables\": [\n"
         "  {\"id\": \"performance-project\",\n"
         "   \"form\": null,\n"
         "   \"title\": null,\n"
         "   \"organisation\": \"某所\", \"year\": 2023, \"unit_of_money\": null,\n"
         "   \"page_from\": 1, \"page_to\": 2, \"header_rows\": 0, \"method\": \"gaps\",\n"
         "   \"rows\": [\n"
         "    [\"\"]],\n"
         "   \"spans\": [],\n"
         "   \"columns\": [],\n"
         "   \"lines\": [],\n"
         "   \"values\": [],\n"
         "   \"fields\": [\n"
         "    {\"name\": \"项目名称\", \"text\": \"修路\", \"amount\": null, \"unit\": null, \"page\": 1, "
         "\"box\": [0.00, 0.00, 1.00, 2.00]},\n"
         "    {\"name\": \"全年预算数\", \"text\": \"5\", \"amount\": \"50000.00\", \"unit\": \"元\", \"page\": 1, "
         "\"box\": [-0.50, 0.00, 0.05, 0.10]}],\n"
         "   \"indicators\": [\n"
         "    {\"row\": 0, \"path\": [\"产出指标\", \"数量指标\", \"里程\"], \"operator\": \"≥\", \"target\": \"100\", "
         "\"target_text\": \">=100\", \"unit\": \"%\", \"actual\": \"99\", \"actual_text\": \"99%\", "
         "\"completion\": \"99\", \"weight\": \"12.5\", \"score\": \"12\", \"reason\": \"雨\", \"measures\": \"伞\"},\n"
         "    {\"row\": 0, \"path\": [], \"operator\": null, \"target\": null, "
         "\"target_text\": null, \"unit\": null, \"actual\": null, \"actual_text\": null, \"completion\": null, "
         "\"weight\": null, \"score\": null, \"reason\": null, \"measures\": null}],\n"
         "   \"notes\": [\n"
         "    \"注：无\",\n"
         "    \"注：二\"],\n"
         "   \"stated_empty\": true}],\n" TAIL);
}

static void
test_prose (void)
{
  g_autoptr (JueReport) report = sample_report ();
  jue_report_add_section (report);
  JueSection *section = jue_report_add_section (report);
  section->id = "overview";
  section->level = 2;
  section->label = "一、";
  section->title = "总体情况";
  section->prov = (JueProv){ 2, { 1, 2, 3, 4 } };
  JueParagraph paragraph = { "共 5 万元。", { 2, { 7200, 10050, 12000, 11005 } } };
  g_array_append_val (section->paragraphs, paragraph);
  JueTerm term = { "收入", "所得", 3 };
  g_array_append_val (report->terms, term);
  JueFact facts[] = { { 1, "总计", "5", "万元", TRUE, { -50000, 0 }, "元", paragraph.prov, "减少5万元" },
                      { 1, "比例", "五成", NULL, FALSE, { 0, 0 }, NULL, paragraph.prov, "五成" },
                      { 1, NULL, "5", "辆", FALSE, { 0, 0 }, NULL, paragraph.prov, "5辆" } };
  g_array_append_vals (report->facts, facts, 3);
  jue_diagnoses_add (report->diagnoses, JUE_SEVERITY_WARNING, "unit-missing", paragraph.prov, "no unit");
  jue_diagnoses_add (report->diagnoses, JUE_SEVERITY_INFO, "odd", (JueProv){ 0 }, "odd");
  check (report,
         HEAD " \"tables\": [],\n"
              " \"sections\": [\n"
              "  {\"id\": null, \"level\": 0, \"label\": null, \"title\": null, \"page\": null, \"paragraphs\": []},\n"
              "  {\"id\": \"overview\", \"level\": 2, \"label\": \"一、\", \"title\": \"总体情况\", \"page\": 2, "
              "\"paragraphs\": [\n"
              "   {\"text\": \"共 5 万元。\", " PLACE "}]}],\n"
              " \"terms\": [\n"
              "  {\"term\": \"收入\", \"definition\": \"所得\", \"page\": 3}],\n"
              " \"facts\": [\n"
              "  {\"section\": 1, \"item\": \"总计\", \"value\": \"5\", \"unit\": \"万元\", \"amount\": \"-50000\", "
              "\"amount_unit\": \"元\", " PLACE ", \"text\": \"减少5万元\"},\n"
              "  {\"section\": 1, \"item\": \"比例\", \"value\": \"五成\", \"unit\": null, \"amount\": null, "
              "\"amount_unit\": null, " PLACE ", \"text\": \"五成\"}],\n"
              " \"figures\": [\n"
              "  {\"section\": 1, \"value\": \"5\", \"unit\": \"辆\", " PLACE ", \"text\": \"5辆\"}],\n"
              " \"findings\": [],\n"
              " \"diagnoses\": [\n"
              "  {\"severity\": \"warning\", \"code\": \"unit-missing\", \"text\": \"no unit\", " PLACE "},\n"
              "  {\"severity\": \"info\", \"code\": \"odd\", \"text\": \"odd\", \"page\": null, \"box\": null}]}\n");
}

static void
check_string (const char *text, const char *expected)
{
  g_autofree char *dir = sample_folder ();
  JueSinkMaker *maker = jue_sink_maker_new_files (dir, "a", FALSE);
  JueSink *sink = jue_sink_maker_open (maker, "", NULL);
  JueJson json;
  jue_json_init (&json, sink);
  jue_json_string (&json, text);
  jue_json_finish (&json);
  CU_ASSERT (jue_sink_finish (sink, NULL));
  jue_sink_maker_free (maker);
  g_autofree char *written = sample_file (dir, "a", NULL);
  g_autofree char *line = g_strconcat (expected, "\n", NULL);
  CU_ASSERT (g_strcmp0 (written, line) == 0);
  sample_folder_remove (dir);
}

static void
test_escapes (void)
{
  check_string (NULL, "null");
  check_string ("", "\"\"");
  check_string ("a\"b\\c/", "\"a\\\"b\\\\c/\"");
  check_string ("\b\t\n\v\f\r", "\"\\b\\t\\n\\u000b\\f\\r\"");
  check_string ("\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"");
  check_string ("合计\U0002f800", "\"合计\U0002f800\"");
}

static void
test_broken_text (void)
{
  check_string ("合\xe8\xae!", "\"合\ufffd\ufffd!\"");
  check_string ("\xff\"", "\"\ufffd\\\"\"");
}

static void
test_long (void)
{
  g_autoptr (JueReport) report = sample_report ();
  for (guint i = 0; i < 300; i++)
    sample_form (report);
  g_autofree char *dir = sample_folder ();
  JueExportOptions options = { .gzip = TRUE };
  CU_ASSERT (jue_export_files (report, jue_exporter_find ("json"), dir, "a", &options, NULL));
  g_autofree char *plain = export(report);
  g_autofree char *path = g_build_filename (dir, "a.json.gz", NULL);
  gzFile file = gzopen (path, "rb");
  CU_ASSERT_FATAL (file != NULL);
  gsize length = strlen (plain);
  g_autofree char *back = g_malloc0 (length + 2);
  CU_ASSERT_EQUAL (gzread (file, back, (unsigned)length + 1), (int)length);
  CU_ASSERT (length > 200000 && strcmp (back, plain) == 0);
  CU_ASSERT_EQUAL (gzclose (file), Z_OK);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 1);
}

static void
test_full (void)
{
  g_autoptr (JueReport) report = sample_report ();
  FILE *out = fopen ("/dev/full", "wb");
  CU_ASSERT_FATAL (out != NULL);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (jue_export_stdout (report, jue_exporter_find ("json"), out, NULL, &error));
  CU_ASSERT (g_error_matches (error, JUE_ERROR, JUE_ERROR_OUTPUT));
  fclose (out);
}

static void
test_xml (void)
{
  g_autoptr (JueReport) report = sample_report ();
  sample_form (report);
  g_autofree char *dir = sample_folder ();
  CU_ASSERT (jue_export_files (report, jue_exporter_find ("xml"), dir, "a", NULL, NULL));
  g_autofree char *text = sample_file (dir, "a.xml", NULL);
  CU_ASSERT (text != NULL && g_str_has_prefix (text, "<?xml") && strstr (text, "1,803.18") != NULL);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 1);
  g_autoptr (GError) error = NULL;
  FILE *out = fopen ("/dev/full", "wb");
  CU_ASSERT_FALSE (jue_export_stdout (report, jue_exporter_find ("xml"), out, NULL, &error));
  CU_ASSERT (g_error_matches (error, JUE_ERROR, JUE_ERROR_OUTPUT));
  fclose (out);
}

static void
test_table_of_formats (void)
{
  guint n = 0;
  for (const JueExporter *e = jue_exporters (); e->format != NULL; e++, n++)
    CU_ASSERT_PTR_EQUAL (jue_exporter_find (e->format), e);
  CU_ASSERT_EQUAL (n, 3);
  CU_ASSERT_PTR_NULL (jue_exporter_find ("doc"));
  CU_ASSERT_PTR_NULL (jue_exporter_find (NULL));
}

static const JueTest tests[] = {
  { "a bare report has every key", test_bare },
  { "what is not known is null", test_nothing_known },
  { "a table has its rows, lines and values", test_table },
  { "a performance form has fields and indicators", test_performance },
  { "sections, terms, facts and diagnoses follow the tables", test_prose },
  { "strings are escaped", test_escapes },
  { "broken text is made valid", test_broken_text },
  { "a long report comes out of gzip as it went in", test_long },
  { "a full disk is an output error", test_full },
  { "the report stream goes through the same door", test_xml },
  { "formats are found by name", test_table_of_formats },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("json", tests);
}
