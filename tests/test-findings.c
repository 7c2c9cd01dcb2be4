/* Findings in the exports. */
#include <string.h>

#include "tests/cunit-main.h"
#include "tests/export-sample.h"

static JueReport *
found_report (void)
{
  JueReport *report = sample_report ();
  sample_form (report);
  static const char *const values[] = { "1,803.18", "1,803.17" };
  static const JueCellRef cells[] = { { 0, 2, 2 }, { 0, 3, 2 } };
  static const guint facts[] = { 3 };
  JueFinding finding = { .rule = "codes",
                         .severity = JUE_FINDING_ROUNDING,
                         .text = "合计不符。",
                         .expected = "18031700.00",
                         .actual = "18031800.00",
                         .tolerance = "150.00",
                         .values = values,
                         .n_values = 2,
                         .cells = cells,
                         .n_cells = 2,
                         .facts = facts,
                         .n_facts = 1,
                         .prov = { 2, { 7200, 10050, 12000, 11005 } } };
  JueFinding bare = { .rule = "placeholder", .severity = JUE_FINDING_WARNING, .text = "=XX" };
  jue_report_add_finding (report, &finding);
  jue_report_add_finding (report, &bare);
  jue_form_cell (g_ptr_array_index (report->forms, 0), 2, 2)->proof = JUE_PROOF_PROVED;
  return report;
}

static char *
export_file (const JueReport *report, const char *format, const char *name)
{
  JueExportOptions options = { 0 };
  g_autofree char *dir = sample_folder ();
  CU_ASSERT_TRUE (jue_export_files (report, jue_exporter_find (format), dir, "a", &options, NULL));
  char *text = sample_file (dir, name, NULL);
  sample_folder_remove (dir);
  return text;
}

static void
json (void)
{
  g_autoptr (JueReport) report = found_report ();
  g_autofree char *text = export_file (report, "json", "a.json");
  CU_ASSERT_PTR_NOT_NULL_FATAL (text);
  CU_ASSERT_PTR_NOT_NULL (strstr (
      text,
      " \"findings\": [\n"
      "  {\"rule\": \"codes\", \"severity\": \"rounding\", \"text\": \"合计不符。\", \"expected\": \"18031700.00\", "
      "\"actual\": \"18031800.00\", \"tolerance\": \"150.00\", \"values\": [\"1,803.18\", \"1,803.17\"], "
      "\"cells\": [{\"table\": 0, \"row\": 2, \"col\": 2}, {\"table\": 0, \"row\": 3, \"col\": 2}], \"facts\": [3], "
      "\"page\": 2, \"box\": [72.00, 100.50, 120.00, 110.05]},\n"
      "  {\"rule\": \"placeholder\", \"severity\": \"warning\", \"text\": \"=XX\", \"expected\": null, "
      "\"actual\": null, \"tolerance\": null, \"values\": [], \"cells\": [], \"facts\": [], "
      "\"page\": null, \"box\": null}],\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, "\"proof\": \"proved\""));
}

static void
csv (void)
{
  g_autoptr (JueReport) report = found_report ();
  g_autofree char *text = export_file (report, "csv", "a.findings.csv");
  CU_ASSERT_PTR_NOT_NULL_FATAL (text);
  CU_ASSERT_TRUE (g_str_has_prefix (text,
                                    "sha256,organisation,year,rule,severity,text,expected,actual,tolerance,values,"
                                    "cells,facts,page,box\r\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, ",某局,2024,codes,rounding,合计不符。,18031700.00,18031800.00,150.00,"
                                        "\"1,803.18 / 1,803.17\",0:2:2 0:3:2,3,2,72.00 100.50 120.00 110.05\r\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, ",某局,2024,placeholder,warning,'=XX,,,,,,,,\r\n"));
}

static void
nothing_found (void)
{
  g_autoptr (JueReport) report = sample_report ();
  g_autofree char *text = export_file (report, "csv", "a.findings.csv");
  CU_ASSERT_PTR_NULL (text);
}

static void
proof_in_values (void)
{
  g_autoptr (JueReport) report = found_report ();
  g_autofree char *text = export_file (report, "csv", "a.values.csv");
  CU_ASSERT_PTR_NOT_NULL_FATAL (text);
  CU_ASSERT_PTR_NOT_NULL (strstr (text, "110.05,proved\r\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (text, "110.05,unproved\r\n"));
}

static const JueTest tests[] = {
  { "JSON lists findings", json },
  { "findings have a CSV file", csv },
  { "where nothing is found there is none", nothing_found },
  { "values have their proof", proof_in_values },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("findings", tests);
}
