/* Tables that the catalogue does not know: their titles, heads and rows. */
#include "normalize/normalize.h"

#include "tests/draw.h"

/* "TITLE: HEAD ROWS: PATHS of columns; …|…" of all tables. */
static char *
tables_of (const char *picture)
{
  const char *pictures[] = { picture, NULL };
  g_autoptr (JueReport) report = draw_report (pictures);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    const char *title = form->title.text != NULL ? form->title.text : "-";
    g_string_append_printf (out, "%s%s: %u of %u:", i > 0 ? " | " : "", title, form->header_rows, form->n_rows);
    for (guint c = 0; c < form->columns->len; c++) {
      const JueColumn *column = &g_array_index (form->columns, JueColumn, c);
      g_string_append (out, c > 0 ? "; " : " ");
      for (guint k = 0; k < column->n_path; k++)
        g_string_append_printf (out, "%s%s", k > 0 ? "/" : "", column->path[k]);
    }
  }
  return g_string_free (out, FALSE);
}

#define BODY                                                                                                           \
  "+----------+----------+----------+\n"                                                                               \
  "| Crop     |   Sown   |  Reaped  |\n"                                                                               \
  "+----------+----------+----------+\n"                                                                               \
  "| Oats     |     1.00 |  (2.00)  |\n"                                                                               \
  "+----------+----------+----------+\n"                                                                               \
  "| Rye      |   $ 3.00 |   4.0%   |\n"                                                                               \
  "+----------+----------+----------+\n"

static void
test_numbered_title (void)
{
  CHECK_TEXT (tables_of ("Table 3: Crops of the year\n" BODY), "Crops of the year: 1 of 3: Crop; Sown; Reaped");
  CHECK_TEXT (tables_of ("表3 各类作物\n" BODY), "各类作物: 1 of 3: Crop; Sown; Reaped");
  CHECK_TEXT (tables_of ("Table 3: Crops of the year\n(in thousands)\n" BODY),
              "Crops of the year: 1 of 3: Crop; Sown; Reaped");
}

static void
test_short_title (void)
{
  CHECK_TEXT (tables_of ("The harvest was good in all parts of the land.\n\n    Crops of the year\n" BODY),
              "Crops of the year: 1 of 3: Crop; Sown; Reaped");
}

static void
test_prose_is_no_title (void)
{
  CHECK_TEXT (tables_of ("The crops of the land, of which the\nharvest is given below.\n" BODY),
              "-: 1 of 3: Crop; Sown; Reaped");
  CHECK_TEXT (tables_of ("Crops, as follows:\n" BODY), "-: 1 of 3: Crop; Sown; Reaped");
  CHECK_TEXT (tables_of ("Crops of the year\n\n\n\n\n\n" BODY), "-: 1 of 3: Crop; Sown; Reaped");
}

static void
test_inner_title (void)
{
  CHECK_TEXT (tables_of ("+--------------------------------+\n"
                         "|       Crops of the year        |\n" BODY),
              "Crops of the year: 2 of 4: Crop; Sown; Reaped");
}

static void
test_side_by_side (void)
{
  CHECK_TEXT (tables_of ("Table 1: Crops          Table 2: Cattle\n"
                         "+--------+--------+     +--------+--------+\n"
                         "| Crop   |   2024 |     | Kind   |   2024 |\n"
                         "+--------+--------+     +--------+--------+\n"
                         "| Oats   |   1.00 |     | Sheep  |   3.00 |\n"
                         "+--------+--------+     +--------+--------+\n"
                         "| Rye    |   2.00 |     | Goats  |   4.00 |\n"
                         "+--------+--------+     +--------+--------+\n"),
              "Crops: 1 of 3: Crop; 2024 | Cattle: 1 of 3: Kind; 2024");
}

static void
test_group_name (void)
{
  CHECK_TEXT (tables_of ("+----------+----------+----------+\n"
                         "|          |   2023   |   2024   |\n"
                         "+----------+----------+----------+\n"
                         "| Grain    |          |          |\n"
                         "+----------+----------+----------+\n"
                         "| Oats     |     1.00 |     2.00 |\n"
                         "+----------+----------+----------+\n"),
              "-: 1 of 3: ; 2023; 2024");
}

static void
test_nested_head (void)
{
  CHECK_TEXT (tables_of ("+----------+---------------------+\n"
                         "| Crop     |        2024         |\n"
                         "|          +----------+----------+\n"
                         "|          |   Sown   |  Reaped  |\n"
                         "+----------+----------+----------+\n"
                         "| Oats     |     1.00 |     2.00 |\n"
                         "+----------+----------+----------+\n"
                         "| Rye      |     3.00 |     4.00 |\n"
                         "+----------+----------+----------+\n"),
              "-: 2 of 4: Crop; 2024/Sown; 2024/Reaped");
}

/* No head: figures from the first row on. */
static void
test_no_head (void)
{
  CHECK_TEXT (tables_of ("+----------+----------+----------+\n"
                         "| Oats     |     1.00 |     2.00 |\n"
                         "+----------+----------+----------+\n"
                         "| Rye      |     3.00 |     4.00 |\n"
                         "+----------+----------+----------+\n"),
              "-: 0 of 2: ; ; ");
}

/* Without figures, the first row is head if it names all columns, each otherwise. */
static void
test_words_only (void)
{
  CHECK_TEXT (tables_of ("+----------+----------+----------+\n"
                         "| Crop     | Field    | Owner    |\n"
                         "+----------+----------+----------+\n"
                         "| Oats     | West     | Smith    |\n"
                         "+----------+----------+----------+\n"
                         "| Rye      | East     | Jones    |\n"
                         "+----------+----------+----------+\n"),
              "-: 1 of 3: Crop; Field; Owner");
}

/* Number of texts in the first row that look like a head's. */
static guint
striking_texts (const JuePage *page)
{
  JueSheet *sheet = draw_sheet (page);
  const JueGrid *grid = g_ptr_array_index (sheet->grids, 0);
  guint n = 0;
  for (guint c = 0; c < grid->n_cols; c++)
    n += (jue_grid_cell_at (grid, 0, c)->flags & JUE_CELL_STRIKING) != 0;
  jue_sheet_free (sheet);
  return n;
}

/* A ground that the first row shares with every other one is a stripe. */
static void
test_own_ground (void)
{
  g_autoptr (JuePage) page = draw_page (1, "+----------+----------+----------+\n"
                                           "| Crop     | Field    | Owner    |\n"
                                           "+----------+----------+----------+\n"
                                           "| Oats     | West     | Smith    |\n"
                                           "+----------+----------+----------+\n"
                                           "| Rye      | East     | Jones    |\n"
                                           "+----------+----------+----------+\n");
  CU_ASSERT_EQUAL (striking_texts (page), 0);
  draw_fill (page, 0, DRAW_LINE / 2, 36 * DRAW_COLUMN, 5 * DRAW_LINE / 2, 0xD0E0F0);
  CU_ASSERT_EQUAL (striking_texts (page), 3);
  draw_fill (page, 0, 9 * DRAW_LINE / 2, 36 * DRAW_COLUMN, 13 * DRAW_LINE / 2, 0xD0E0F0);
  CU_ASSERT_EQUAL (striking_texts (page), 0);
}

/* Rules between the columns only. */
static void
test_rows_without_rules (void)
{
  CHECK_TEXT (tables_of ("+----------+----------+----------+\n"
                         "| Crop     |   Sown   |  Reaped  |\n"
                         "+----------+----------+----------+\n"
                         "| Oats     |     1.00 |     2.00 |\n"
                         "|          |          |          |\n"
                         "| Rye      |     3.00 |     4.00 |\n"
                         "|          |          |          |\n"
                         "| Maize    |     5.00 |     6.00 |\n"
                         "+----------+----------+----------+\n"),
              "-: 1 of 4: Crop; Sown; Reaped");
}

/* Names and figures of two lines each are one row. */
static void
test_lines_of_one_row (void)
{
  CHECK_TEXT (tables_of ("+----------+----------+----------+\n"
                         "| Crop     |   Sown   |  Reaped  |\n"
                         "+----------+----------+----------+\n"
                         "| Oats and |     1.00 |     2.00 |\n"
                         "| barley   |          |          |\n"
                         "| of all   |          |          |\n"
                         "| kinds    |          |          |\n"
                         "+----------+----------+----------+\n"),
              "-: 1 of 2: Crop; Sown; Reaped");
}

static const JueTest tests[] = {
  { "a numbered line above is the title", test_numbered_title },
  { "a short line by itself is the title", test_short_title },
  { "prose is no title", test_prose_is_no_title },
  { "a row over the whole width is the title", test_inner_title },
  { "tables side by side have titles of their own", test_side_by_side },
  { "the name of a group of rows is body", test_group_name },
  { "a nested head has paths", test_nested_head },
  { "figures from the first row on leave no head", test_no_head },
  { "words that name all columns are head", test_words_only },
  { "a ground of its own makes a head striking", test_own_ground },
  { "rows without rules are divided", test_rows_without_rules },
  { "lines of one row stay together", test_lines_of_one_row },
  { NULL, NULL },
};

int
main (void)
{
  int status = jue_test_main ("unknown", tests);
  draw_clear ();
  return status;
}
