/* The tables of samples/pages: what the lines "cells ROW TEXT|TEXT" of NAME.txt say against the cells of the page's
 * table. */
#include <string.h>

#include "extract/pdf.h"
#include "normalize/glyph-rules.h"
#include "normalize/sheet.h"
#include "tests/cunit-main.h"

#define PAGES JUE_SOURCE_DIR "/samples/pages/"

static JueSheet *
read_sheet (const char *name, JueDiagnoses *diagnoses)
{
  g_autofree char *path = g_strconcat (PAGES, name, ".pdf", NULL);
  g_autoptr (JuePageSource) source = jue_pdf_open (path, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (page);
  jue_glyph_rules_take (page);
  return jue_sheet_new (page, NULL, diagnoses);
}

static const JueGrid *
only_grid (const JueSheet *sheet, const char *name)
{
  if (sheet->grids->len == 1)
    return g_ptr_array_index (sheet->grids, 0);
  fprintf (stderr, "%s: %u tables\n", name, sheet->grids->len);
  return NULL;
}

static char *
row_text (const JueGrid *grid, guint row)
{
  GString *out = g_string_new (NULL);
  for (guint c = 0; row < grid->n_rows && c < grid->n_cols; c++)
    g_string_append_printf (out, "%s%s", c > 0 ? "|" : "", jue_grid_cell_at (grid, row, c)->text);
  return g_string_free (out, FALSE);
}

/* Returns: 1 if the line states a row. */
static guint
check_line (const JueGrid *grid, const char *name, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  if (g_strcmp0 (words[0], "cells") != 0)
    return 0;
  guint row = (guint)g_ascii_strtoull (words[1], NULL, 10);
  g_autofree char *got = grid != NULL ? row_text (grid, row) : g_strdup ("no table");
  CU_ASSERT_STRING_EQUAL (got, words[2]);
  if (!g_str_equal (got, words[2]))
    fprintf (stderr, "%s: row %u: “%s” instead of “%s”\n", name, row, got, words[2]);
  return 1;
}

/* Returns: how many rows are stated. */
static guint
check_page (const char *name)
{
  g_autofree char *path = g_strconcat (PAGES, name, ".txt", NULL), *text = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &text, NULL, NULL));
  if (strstr (text, "\ncells ") == NULL)
    return 0;
  g_autoptr (JueDiagnoses) diagnoses = jue_diagnoses_new ();
  JueSheet *sheet = read_sheet (name, diagnoses);
  const JueGrid *grid = only_grid (sheet, name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    n += check_line (grid, name, lines[i]);
  jue_sheet_free (sheet);
  return n;
}

static void
test_cells (void)
{
  g_autoptr (GDir) dir = g_dir_open (PAGES, 0, NULL);
  guint n = 0;
  CU_ASSERT_PTR_NOT_NULL_FATAL (dir);
  for (const char *file; (file = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (file, ".pdf")) {
      g_autofree char *name = g_strndup (file, strlen (file) - 4);
      n += check_page (name);
    }
  CU_ASSERT_TRUE (n >= 10);
}

static void
check_told (const char *name, const char *code, JueSeverity severity)
{
  g_autoptr (JueDiagnoses) diagnoses = jue_diagnoses_new ();
  jue_sheet_free (read_sheet (name, diagnoses));
  guint told = 0;
  for (guint i = 0; i < jue_diagnoses_length (diagnoses); i++) {
    const JueDiagnosis *d = jue_diagnoses_get (diagnoses, i);
    told += g_str_equal (d->code, code) && d->severity == severity;
  }
  CU_ASSERT_EQUAL (told, 1);
}

static void
test_told (void)
{
  check_told ("y_watermarks", "watermark", JUE_SEVERITY_INFO);
  check_told ("y_seal", "watermark", JUE_SEVERITY_INFO);
  check_told ("y_slanted", "text-slanted", JUE_SEVERITY_WARNING);
}

static const JueTest tests[] = {
  { "cells read what the pages show, whatever lies over them", test_cells },
  { "watermarks, seals and doubtful text are told", test_told },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("page-cells", tests);
}
