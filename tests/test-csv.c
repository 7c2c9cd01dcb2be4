#include "export/csv.h"

#include "extract/error.h"
#include "tests/cunit-main.h"
#include "tests/export-sample.h"

#define SHA "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HEADER                                                                                                         \
  "sha256,organisation,year,form,label,row,code,name,row_path,"                                                        \
  "column,column_path,printed,state,amount,unit,page,box,proof\r\n"
#define PLACE ",2,72.00 100.50 120.00 110.05,unproved\r\n"

static void
write_text (JueCsv *csv, const char *text)
{
  jue_csv_text (csv, text);
  jue_csv_end_line (csv);
}

static void
check_field (const char *text, const char *expected, gboolean raw_text)
{
  g_autofree char *dir = sample_folder ();
  JueSinkMaker *maker = jue_sink_maker_new_files (dir, "a", FALSE);
  JueSink *sink = jue_sink_maker_open (maker, ".csv", NULL);
  JueExportOptions options = { .raw_text = raw_text };
  JueCsv csv;
  jue_csv_init (&csv, sink, &options);
  write_text (&csv, text);
  jue_csv_finish (&csv);
  CU_ASSERT (jue_sink_finish (sink, NULL));
  jue_sink_maker_free (maker);
  g_autofree char *written = sample_file (dir, "a.csv", NULL);
  g_autofree char *line = g_strconcat (expected, "\r\n", NULL);
  CU_ASSERT (g_strcmp0 (written, line) == 0);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 1);
}

static void
test_quotes (void)
{
  check_field ("合计", "合计", FALSE);
  check_field ("", "", FALSE);
  check_field (NULL, "", FALSE);
  check_field ("1,803.18", "\"1,803.18\"", FALSE);
  check_field ("a\"b\"", "\"a\"\"b\"\"\"", FALSE);
  check_field ("a\nb", "\"a\nb\"", FALSE);
  check_field ("a\rb", "\"a\rb\"", FALSE);
}

static void
test_formulas (void)
{
  check_field ("=1+1", "'=1+1", FALSE);
  check_field ("=100%", "'=100%", FALSE);
  check_field ("+cmd", "'+cmd", FALSE);
  check_field ("-cmd", "'-cmd", FALSE);
  check_field ("@SUM(A1)", "'@SUM(A1)", FALSE);
  check_field ("\t=1", "'\t=1", FALSE);
  check_field ("\r=1", "\"'\r=1\"", FALSE);
  check_field ("＝1", "'＝1", FALSE);
  check_field ("-1+2", "'-1+2", FALSE);
  check_field ("=\"a\"", "\"'=\"\"a\"\"\"", FALSE);
}

static void
test_numbers (void)
{
  check_field ("-0.05", "-0.05", FALSE);
  check_field ("－0.05", "－0.05", FALSE);
  check_field ("+12.5%", "+12.5%", FALSE);
  check_field ("-1,803.18", "\"-1,803.18\"", FALSE);
  check_field ("-", "-", FALSE);
  check_field ("--", "--", FALSE);
}

static void
test_raw (void)
{
  check_field ("=1+1", "=1+1", TRUE);
  check_field ("@a,b", "\"@a,b\"", TRUE);
}

static char *export(JueReport *report, const char *dir, const char *name, const JueExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT (jue_export_files (report, jue_exporter_find ("csv"), dir, "a", options, &error));
  CU_ASSERT_PTR_NULL (error);
  return sample_file (dir, name, NULL);
}

static void
test_values (void)
{
  g_autoptr (JueReport) report = sample_report ();
  sample_form (report);
  g_autofree char *dir = sample_folder ();
  g_autofree char *text = export(report, dir, "a.values.csv", NULL);
  const char *start = SHA ",某局,2024,income,公开02表,";
  g_autofree char *expected =
      g_strconcat (HEADER, start, "2,208,社保,,income-total,本年收入 / 合计,\"1,803.18\",value,18031800.00,元" PLACE,
                   start, "2,208,社保,,,本年收入 / 增减,-0.05,value,-500.00,元" PLACE, start,
                   "3,20805,养老,社保,income-total,本年收入 / 合计,—,dash,,元" PLACE, start,
                   "3,20805,养老,社保,,本年收入 / 增减,,empty,,元,,,unproved\r\n", start,
                   "4,,,,income-total,本年收入 / 合计,12-3,unreadable,,元" PLACE, NULL);
  CU_ASSERT (g_strcmp0 (text, expected) == 0);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 2);
}

static void
test_own_organisation (void)
{
  g_autoptr (JueReport) report = sample_report ();
  JueForm *form = sample_form (report);
  form->organisation = jue_report_string (report, "某所");
  form->year = 2023;
  g_autofree char *dir = sample_folder ();
  g_autofree char *text = export(report, dir, "a.values.csv", NULL);
  CU_ASSERT (text != NULL && strstr (text, SHA ",某所,2023,income,") != NULL);
  CU_ASSERT (text != NULL && strstr (text, "某局") == NULL);
  sample_folder_remove (dir);
}

/* 收入 | 金额 | 支出 | 金额: the right half of the second row says nothing. */
static void
add_halves (JueReport *report)
{
  JueForm *form = jue_report_add_form (report, 2, 4);
  form->id = jue_report_string (report, "income-expenditure-summary");
  for (guint col = 0; col < 4; col++)
    sample_column (report, form, col, NULL, col % 2 == 0 ? "项目" : "金额", NULL);
  sample_label (report, form, 0, 0, "拨款");
  sample_value (report, form, 0, 1, "1");
  sample_label (report, form, 0, 2, "教育");
  sample_value (report, form, 0, 3, "2");
  sample_label (report, form, 1, 0, "其他");
  sample_value (report, form, 1, 1, "");
  sample_label (report, form, 1, 2, "");
  sample_value (report, form, 1, 3, "");
  sample_line (report, form, 0, 0, NULL, "拨款", -1);
  sample_line (report, form, 0, 1, NULL, "教育", -1);
  sample_line (report, form, 1, 0, NULL, "其他", -1);
}

static void
test_halves (void)
{
  g_autoptr (JueReport) report = sample_report ();
  add_halves (report);
  g_autofree char *dir = sample_folder ();
  g_autofree char *text = export(report, dir, "a.values.csv", NULL);
  const char *start = SHA ",某局,2024,income-expenditure-summary,,";
  g_autofree char *expected =
      g_strconcat (HEADER, start, "0,,拨款,,,金额,1,value,10000,元" PLACE, start,
                   "0,,教育,,,金额,2,value,20000,元" PLACE, start, "1,,其他,,,金额,,empty,,元,,,unproved\r\n", NULL);
  CU_ASSERT (g_strcmp0 (text, expected) == 0);
  sample_folder_remove (dir);
}

static void
test_parent_loop (void)
{
  g_autoptr (JueReport) report = sample_report ();
  JueForm *form = sample_form (report);
  g_array_index (form->lines, JueLine, 0).parent = 1;
  g_array_index (form->lines, JueLine, 1).parent = 1;
  sample_line (report, form, 9, 0, NULL, "外", 77);
  sample_line (report, form, 2, 99, NULL, "外", 2);
  g_autofree char *dir = sample_folder ();
  g_autofree char *text = export(report, dir, "a.values.csv", NULL);
  CU_ASSERT (text != NULL && strstr (text, "外") == NULL);
  sample_folder_remove (dir);
}

static void
test_form (void)
{
  g_autoptr (JueReport) report = sample_report ();
  sample_form (report);
  g_autofree char *dir = sample_folder ();
  g_autofree char *text = export(report, dir, "a.income.csv", NULL);
  CU_ASSERT (g_strcmp0 (text, "项目 / 编码,项目 / 名称,本年收入 / 合计,本年收入 / 增减\r\n"
                              "208,社保,\"1,803.18\",-0.05\r\n20805,养老,—,\r\n,,12-3,\r\n")
             == 0);
  sample_folder_remove (dir);
}

static void
test_no_head (void)
{
  g_autoptr (JueReport) report = sample_report ();
  JueForm *form = jue_report_add_form (report, 1, 2);
  form->id = jue_report_string (report, "unknown");
  sample_label (report, form, 0, 0, "电话");
  sample_label (report, form, 0, 1, "=1");
  g_autofree char *dir = sample_folder ();
  g_autofree char *text = export(report, dir, "a.unknown.csv", NULL);
  CU_ASSERT (g_strcmp0 (text, "column 1,column 2\r\n电话,'=1\r\n") == 0);
  sample_folder_remove (dir);
}

static void
test_names (void)
{
  static const char *const ids[] = { "income", "income", "../../etc/x", "values", "income-2", "income", "", NULL };
  static const char *const names[] = { "a.income.csv",   "a.income-2.csv",   "a.------etc-x.csv",
                                       "a.values-2.csv", "a.income-2-2.csv", "a.income-3.csv",
                                       "a.unknown.csv",  "a.unknown-2.csv",  "a.values.csv" };
  g_autoptr (JueReport) report = sample_report ();
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    jue_report_add_form (report, 1, 1)->id = jue_report_string (report, ids[i]);
  g_autofree char *dir = sample_folder ();
  g_autofree char *values = export(report, dir, "a.values.csv", NULL);
  CU_ASSERT (g_strcmp0 (values, HEADER) == 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *text = sample_file (dir, names[i], NULL);
    CU_ASSERT_PTR_NOT_NULL (text);
  }
  CU_ASSERT_EQUAL (sample_folder_remove (dir), G_N_ELEMENTS (names));
}

static void
test_bom (void)
{
  g_autoptr (JueReport) report = sample_report ();
  g_autofree char *dir = sample_folder ();
  JueExportOptions options = { .bom = TRUE };
  g_autofree char *text = export(report, dir, "a.values.csv", &options);
  CU_ASSERT (g_strcmp0 (text, "\xef\xbb\xbf" HEADER) == 0);
  sample_folder_remove (dir);
}

static void
test_stdout (void)
{
  g_autoptr (JueReport) report = sample_report ();
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (jue_export_stdout (report, jue_exporter_find ("csv"), stderr, NULL, &error));
  CU_ASSERT (g_error_matches (error, JUE_ERROR, JUE_ERROR_USAGE));
}

static void
test_errors (void)
{
  g_autoptr (JueReport) report = sample_report ();
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (jue_export_files (report, jue_exporter_find ("csv"), "/nonexistent", "a", NULL, &error));
  CU_ASSERT (g_error_matches (error, JUE_ERROR, JUE_ERROR_OUTPUT));
}

static const JueTest tests[] = {
  { "fields that need it stand in quotes", test_quotes },
  { "formulas get an apostrophe in front", test_formulas },
  { "numbers and dashes stay as they are", test_numbers },
  { "raw text stays as it is", test_raw },
  { "the list of values has one line per value", test_values },
  { "a form's own organisation and year go before the report's", test_own_organisation },
  { "each half of a form has its own lines", test_halves },
  { "broken lines end nothing", test_parent_loop },
  { "a form has one head line and its rows as printed", test_form },
  { "a form without head numbers its columns", test_no_head },
  { "file names never meet and never leave the folder", test_names },
  { "a byte order mark comes first if it is asked for", test_bom },
  { "several files cannot go to one stream", test_stdout },
  { "a missing folder is an output error", test_errors },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("csv", tests);
}
