#include "export/exporter.h"
#include "tests/cunit-main.h"
#include "tests/export-sample.h"

#define SHA "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define START SHA ",某局,2024,0,performance-project,项目支出绩效自评表,"

static JueForm *
performance_form (JueReport *report)
{
  JueForm *form = jue_report_add_form (report, 3, 2);
  form->id = jue_report_string (report, "performance-project");
  form->title.text = jue_report_string (report, "项目支出绩效自评表");
  form->row_pages[2] = 7;
  return form;
}

static void
add_field (JueReport *report, JueForm *form, const char *name, const char *text, gboolean has_amount, const char *unit)
{
  JueField field = { .name = jue_report_string (report, name), .text = jue_report_string (report, text) };
  field.has_amount = has_amount;
  field.amount = (JueAmount){ 4879900, 1 };
  field.unit = unit;
  if (*text != '\0')
    field.prov = (JueProv){ 5, { 7200, 10050, 12000, 11005 } };
  g_array_append_val (form->fields, field);
}

static char *
exported (JueReport *report, const char *name, guint files)
{
  g_autofree char *dir = sample_folder ();
  CU_ASSERT (jue_export_files (report, jue_exporter_find ("csv"), dir, "a", NULL, NULL));
  char *text = sample_file (dir, name, NULL);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), files);
  return text;
}

static void
test_indicators (void)
{
  g_autoptr (JueReport) report = sample_report ();
  JueForm *form = performance_form (report);
  const char *path[] = { "产出指标", "培训人数, 全年" };
  JueIndicator full = { 2,   jue_report_path (report, path, 2), 2,    "≥",  "600", ">=600人", "人", "612", "612人", "102", "12.5",
                        "10", "延迟",                            "加快" };
  JueIndicator bare = { .row = 1, .path = jue_report_path (report, path, 1), .n_path = 1, .op = "=", .target_text = "有所提升" };
  g_array_append_val (form->indicators, full);
  g_array_append_val (form->indicators, bare);
  g_autofree char *text = exported (report, "a.indicators.csv", 3);
  const char *expected =
      "sha256,organisation,year,table,form,title,row,path,operator,target,target_text,unit,actual,actual_text,completion,weight,"
      "score,reason,measures,page\r\n" START
      "2,\"产出指标 / 培训人数, 全年\",≥,600,>=600人,人,612,612人,102,12.5,10,延迟,加快,7\r\n" START
      "1,产出指标,'=,,有所提升,,,,,,,,,\r\n";
  CU_ASSERT (g_strcmp0 (text, expected) == 0);
}

static void
test_fields (void)
{
  g_autoptr (JueReport) report = sample_report ();
  JueForm *form = performance_form (report);
  add_field (report, form, "项目名称", "水站维护", FALSE, NULL);
  add_field (report, form, "年度资金总额 / 全年执行数", "48.799", TRUE, "元");
  add_field (report, form, "实际完成情况", "", FALSE, NULL);
  g_autofree char *text = exported (report, "a.fields.csv", 3);
  const char *expected = "sha256,organisation,year,table,form,title,name,text,amount,unit,page,box\r\n" START
                         "项目名称,水站维护,,,5,72.00 100.50 120.00 110.05\r\n" START
                         "年度资金总额 / 全年执行数,48.799,487990.0,元,5,72.00 100.50 120.00 110.05\r\n" START "实际完成情况,,,,,\r\n";
  CU_ASSERT (g_strcmp0 (text, expected) == 0);
}

/* Neither list is written for a report without performance forms; an id cannot take its name either. */
static void
test_none (void)
{
  g_autoptr (JueReport) report = sample_report ();
  sample_form (report)->id = jue_report_string (report, "fields");
  g_autofree char *text = exported (report, "a.indicators.csv", 2);
  CU_ASSERT_PTR_NULL (text);
  g_autofree char *form = exported (report, "a.fields-2.csv", 2);
  CU_ASSERT_PTR_NOT_NULL (form);
}

int
main (void)
{
  static const JueTest tests[] = {
    { "indicators are written one per line", test_indicators },
    { "fields are written one per line", test_fields },
    { "nothing is written for nothing", test_none },
    { NULL, NULL },
  };
  return jue_test_main ("csv-performance", tests);
}
