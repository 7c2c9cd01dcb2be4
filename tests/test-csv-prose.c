#include "export/exporter.h"

#include <string.h>

#include "tests/cunit-main.h"
#include "tests/export-sample.h"

static JueReport *
prose_report (void)
{
  JueReport *report = sample_report ();
  JueSection *section = jue_report_add_section (report);
  section->id = "three-public";
  section->level = 2;
  section->label = "七、";
  section->title = "“三公”经费";
  section->prov = (JueProv){ 4, { 100, 200, 300, 400 } };
  JueFact named = { .section = report->sections->len - 1, .item = "公务接待费较上年增减额", .value = "0.98", .unit = "万元", .has_amount = TRUE,
                    .amount = { -980000, 2 }, .amount_unit = "元", .prov = { 4, { 1, 2, 3, 4 } }, .text = "减少0.98万元，下降。" };
  JueFact unnamed = { .section = 99, .value = "=1", .unit = "次", .prov = { 5, { 1, 2, 3, 4 } }, .text = "=1次" };
  g_array_append_val (report->facts, named);
  g_array_append_val (report->facts, unnamed);
  return report;
}

static char *
exported (const JueReport *report, const char *name)
{
  g_autofree char *dir = sample_folder ();
  CU_ASSERT_TRUE (jue_export_files (report, jue_exporter_find ("csv"), dir, "a", NULL, NULL));
  char *text = sample_file (dir, name, NULL);
  sample_folder_remove (dir);
  return text;
}

static void
test_facts (void)
{
  g_autoptr (JueReport) report = prose_report ();
  g_autofree char *text = exported (report, "a.facts.csv");
  CU_ASSERT_PTR_NOT_NULL_FATAL (text);
  CU_ASSERT_TRUE (g_str_has_prefix (text, "sha256,organisation,year,section,section_id,section_title,item,value,unit,amount,amount_unit,page,box,text\r\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, ",three-public,“三公”经费,公务接待费较上年增减额,0.98,万元,-9800.00,元,4,0.01 0.02 0.03 0.04,减少0.98万元，下降。\r\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, ",99,,,,'=1,次,,,5,0.01 0.02 0.03 0.04,'=1次\r\n"));
}

static void
test_sections (void)
{
  g_autoptr (JueReport) report = prose_report ();
  g_autofree char *text = exported (report, "a.sections.csv");
  CU_ASSERT_PTR_NOT_NULL_FATAL (text);
  CU_ASSERT_TRUE (g_str_has_prefix (text, "sha256,organisation,year,section,id,level,label,title,paragraphs,page,box\r\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, ",three-public,2,七、,“三公”经费,0,4,1.00 2.00 3.00 4.00\r\n"));
}

static void
test_nothing (void)
{
  g_autoptr (JueReport) report = sample_report ();
  g_autofree char *facts = report->facts->len == 0 ? exported (report, "a.facts.csv") : NULL;
  g_autofree char *sections = report->sections->len == 0 ? exported (report, "a.sections.csv") : NULL;
  CU_ASSERT_PTR_NULL (facts);
  CU_ASSERT_PTR_NULL (sections);
}

static const JueTest tests[] = {
  { "figures are listed with their section and sentence", test_facts },
  { "the outline is listed", test_sections },
  { "no text makes no file", test_nothing },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("csv-prose", tests);
}
