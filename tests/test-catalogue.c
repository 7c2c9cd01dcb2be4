#include "normalize/catalogue.h"

#include <libxml/parser.h>

#include "tests/cunit-main.h"

#define DATA JUE_SOURCE_DIR "/tests/data/"

static JueCatalogue *catalogue;

/* ---- tables of cases: fields parted by " | ", # begins a comment ---- */

typedef gboolean (*CheckFunc) (char **fields);

/* Prints a case that failed: CUnit names only the line of the assert. */
static gboolean
check_case (const char *file, const char *line, guint n_fields, CheckFunc check)
{
  g_auto (GStrv) fields = g_strsplit (line, " | ", -1);
  if (g_strv_length (fields) >= n_fields && check (fields))
    return TRUE;
  g_printerr ("\n    %s: %s\n", file, line);
  return FALSE;
}

static void
check_cases (const char *file, guint n_fields, CheckFunc check)
{
  g_autofree char *path = g_strconcat (DATA, file, NULL);
  g_autofree char *text = NULL;
  guint n = 0;
  if (!g_file_get_contents (path, &text, NULL, NULL)) {
    CU_FAIL ("no table of cases");
    return;
  }
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#') {
      CU_ASSERT_TRUE (check_case (file, lines[i], n_fields, check));
      n++;
    }
  CU_ASSERT_TRUE (n > 20);
}

static gboolean
check_title (char **fields)
{
  const JueKnownForm *form = jue_catalogue_form_by_title (catalogue, fields[1]);
  return g_str_equal (form != NULL ? form->id : "-", fields[0]);
}

static gboolean
check_caption (char **fields)
{
  static const char *const kinds[JUE_N_CAPTIONS] = {
    [JUE_CAPTION_LABEL] = "label",
    [JUE_CAPTION_UNIT] = "unit",
    [JUE_CAPTION_ORGANISATION] = "organisation",
    [JUE_CAPTION_YEAR] = "year",
    [JUE_CAPTION_NOTE] = "note",
    [JUE_CAPTION_EMPTY] = "empty",
    [JUE_CAPTION_NUMBER] = "number",
    [JUE_CAPTION_PAGE_NUMBER] = "page-number",
    [JUE_CAPTION_TITLE] = "title",
    [JUE_CAPTION_TOTAL] = "total",
    [JUE_CAPTION_ORDINAL_ROW] = "ordinal-row",
    [JUE_CAPTION_NOTE_MORE] = "note-more",
  };
  gboolean expected = fields[0][0] != '!';
  g_autofree char *value = NULL;
  guint kind = 0;
  while (kind < JUE_N_CAPTIONS && !g_str_equal (kinds[kind], fields[0] + (expected ? 0 : 1)))
    kind++;
  if (kind == JUE_N_CAPTIONS || jue_catalogue_caption (catalogue, kind, fields[1], &value) != expected)
    return FALSE;
  return !expected || (fields[2] != NULL && g_str_equal (value != NULL ? value : "-", fields[2]));
}

static gboolean
check_column (char **fields)
{
  const JueKnownForm *form = jue_catalogue_find (catalogue, fields[0]);
  if (form == NULL)
    return FALSE;
  g_auto (GStrv) path = g_strsplit (fields[1], " / ", -1);
  gint column = jue_known_form_column (form, (const char *const *)path, g_strv_length (path));
  return g_str_equal (column >= 0 ? g_array_index (form->columns, JueKnownColumn, column).id : "-", fields[2]);
}

static gboolean
check_row (char **fields)
{
  const JueKnownForm *form = jue_catalogue_find (catalogue, fields[0]);
  if (form == NULL)
    return FALSE;
  gint row = jue_known_form_row (form, fields[1]);
  return g_str_equal (row >= 0 ? g_array_index (form->rows, JueKnownRow, row).id : "-", fields[2]);
}

static gboolean
check_code (char **fields)
{
  g_auto (GStrv) question = g_strsplit (fields[0], " > ", 2);
  if (question[1] != NULL) {
    const char *code = jue_catalogue_code_for_name (catalogue, question[0], question[1]);
    return g_str_equal (code != NULL ? code : "-", fields[1]);
  }
  const char *code = jue_catalogue_code_for_name (catalogue, fields[0], fields[1]);
  return jue_catalogue_has_code (catalogue, fields[0]) && jue_catalogue_code_name (catalogue, fields[0]) != NULL &&
         jue_catalogue_is_code_name (catalogue, fields[1]) && (code == NULL || g_str_has_prefix (code, fields[0]));
}

static void
test_titles (void)
{
  check_cases ("titles.txt", 2, check_title);
}

static void
test_captions (void)
{
  check_cases ("captions.txt", 2, check_caption);
}

static void
test_columns (void)
{
  check_cases ("columns.txt", 3, check_column);
}

static void
test_rows (void)
{
  check_cases ("rows.txt", 3, check_row);
}

static void
test_codes (void)
{
  check_cases ("codes.txt", 2, check_code);
}

/* ---- single facts ---- */

static void
test_code_names (void)
{
  CU_ASSERT_STRING_EQUAL (jue_catalogue_code_name (catalogue, "2080505"), "机关事业单位基本养老保险缴费支出");
  CU_ASSERT_STRING_EQUAL (jue_catalogue_code_name (catalogue, "20103"), "政府办公厅（室）及相关机构事务");
  CU_ASSERT_PTR_NULL (jue_catalogue_code_name (catalogue, "2089998"));
  CU_ASSERT_PTR_NULL (jue_catalogue_code_name (catalogue, ""));
  CU_ASSERT_FALSE (jue_catalogue_has_code (catalogue, "3010"));
  CU_ASSERT_TRUE (jue_catalogue_is_code_name (catalogue, "行 政 运 行"));
  CU_ASSERT_FALSE (jue_catalogue_is_code_name (catalogue, "合计"));
}

static void
test_heads (void)
{
  CU_ASSERT_TRUE (jue_catalogue_is_head_text (catalogue, "科 目\n编码"));
  CU_ASSERT_TRUE (jue_catalogue_is_head_text (catalogue, "因公出国（境）费"));
  CU_ASSERT_TRUE (jue_catalogue_is_head_text (catalogue, "2024年预算数"));
  CU_ASSERT_TRUE (jue_catalogue_is_head_text (catalogue, "其中：教育收费"));
  CU_ASSERT_FALSE (jue_catalogue_is_head_text (catalogue, "行政运行"));
  CU_ASSERT_FALSE (jue_catalogue_is_head_text (catalogue, ""));
}

static void
check_strip (const char *title, const char *expected)
{
  g_autofree char *stripped = jue_catalogue_strip_number (catalogue, title);
  CU_ASSERT_STRING_EQUAL (stripped, expected);
}

static void
test_strip (void)
{
  check_strip ("公开01表：收支总表", "收支总表");
  check_strip ("公开 ０２ 表　收 入 决 算 表", "收 入 决 算 表");
  check_strip ("一、收入支出决算总表（2024年度）", "收入支出决算总表");
  check_strip ("附件3：2024年度项目支出绩效自评表", "2024年度项目支出绩效自评表");
  check_strip ("表5 一般公共预算支出预算表（功能科目）", "一般公共预算支出预算表（功能科目）");
  check_strip ("收入决算表 2024年度 单位：万元", "收入决算表");
  check_strip ("2018年度某省某厅收支预算总表", "2018年度某省某厅收支预算总表");
  check_strip ("236-某某项目绩效目标表", "236-某某项目绩效目标表");
  check_strip ("一般公共预算支出表", "一般公共预算支出表");
  check_strip ("公开01表", "公开01表");
  check_strip ("（2024年度）", "（2024年度）");
  check_strip ("", "");
}

static void
test_long_line (void)
{
  GString *line = g_string_new ("单位：万元");
  for (guint i = 0; i < 20000; i++)
    g_string_append (line, "元");
  for (guint kind = 0; kind < JUE_N_CAPTIONS; kind++)
    CU_ASSERT_FALSE (jue_catalogue_caption (catalogue, kind, line->str, NULL));
  CU_ASSERT_PTR_NULL (jue_catalogue_form_by_title (catalogue, line->str));
  g_string_free (line, TRUE);
}

static void
test_every_form (void)
{
  CU_ASSERT_TRUE (jue_catalogue_n_forms (catalogue) >= 20);
  for (guint i = 0; i < jue_catalogue_n_forms (catalogue); i++) {
    const JueKnownForm *form = jue_catalogue_form (catalogue, i);
    const JueKnownForm *named = jue_catalogue_form_by_title (catalogue, form->name);
    CU_ASSERT_PTR_EQUAL (jue_catalogue_find (catalogue, form->id), form);
    CU_ASSERT_PTR_EQUAL (named, form);
    CU_ASSERT_TRUE (form->columns->len > 0);
  }
  CU_ASSERT_PTR_NULL (jue_catalogue_find (catalogue, "unknown"));
}

int
main (void)
{
  static const JueTest tests[] = {
    {"titles name their forms", test_titles},
    {"captions are told apart and give their values", test_captions},
    {"head paths name their columns", test_columns},
    {"names of rows are known with and without numbering", test_rows},
    {"codes and names find each other", test_codes},
    {"a code has its official name", test_code_names},
    {"head texts are known at every level", test_heads},
    {"stripping takes numbers, labels and years off a title only", test_strip},
    {"a very long line is of no kind", test_long_line},
    {"every form is named by its official title", test_every_form},
    {NULL, NULL},
  };
  g_autoptr (GError) error = NULL;
  catalogue = jue_catalogue_load (NULL, &error);
  if (catalogue == NULL) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  int status = jue_test_main ("catalogue", tests);
  jue_catalogue_free (catalogue);
  xmlCleanupParser ();
  return status;
}
