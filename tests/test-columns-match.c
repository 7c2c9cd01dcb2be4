/* Columns of a table's parts. */
#include "normalize/columns-match.h"

#include "tests/draw.h"

/* A grid that has nothing but column borders. */
static JueGrid *
grid_new (const gint32 *xs, guint n_cols)
{
  JueGrid *grid = g_new0 (JueGrid, 1);
  grid->n_cols = n_cols;
  grid->n_rows = 1;
  grid->xs = g_memdup2 (xs, (n_cols + 1) * sizeof *xs);
  grid->box = (JueBox){ xs[0], 0, xs[n_cols], 1000 };
  grid->cells = g_array_new (FALSE, FALSE, sizeof (JueGridCell));
  grid->strings = g_string_chunk_new (16);
  return grid;
}

/* "n_cols: borders of the first part; of the second; …"; parts are given in points, ended by -1, their list by NULL. */
static char *
match (const gint32 *const *parts)
{
  JueTable table = { .parts = g_ptr_array_new_with_free_func ((GDestroyNotify)jue_grid_free) };
  for (guint p = 0; parts[p] != NULL; p++) {
    gint32 xs[20];
    guint n = 0;
    for (; parts[p][n] >= 0; n++)
      xs[n] = parts[p][n] * 100;
    g_ptr_array_add (table.parts, grid_new (xs, n - 1));
  }
  g_autoptr (JueColumnMap) map = jue_column_map_new (&table);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%u:", map->n_cols);
  for (guint p = 0; p < map->borders->len; p++) {
    const GArray *borders = g_ptr_array_index (map->borders, p);
    for (guint i = 0; i < borders->len; i++)
      g_string_append_printf (out, " %u", g_array_index (borders, guint, i));
    g_string_append_c (out, ';');
  }
  g_ptr_array_unref (table.parts);
  return g_string_free (out, FALSE);
}

#define PART(name, ...) static const gint32 name[] = { __VA_ARGS__, -1 }

PART (plain, 50, 150, 300, 500);
PART (shifted, 60, 160, 310, 510);
PART (scaled, 50, 250, 550, 950);
PART (ragged, 50, 160, 295, 500);
PART (fewer, 50, 300, 500);
PART (other, 50, 200, 500);
PART (more, 50, 150, 220, 300, 400, 500);
PART (nearly, 50, 153, 297, 500);

static void
test_one (void)
{
  CHECK_TEXT (match ((const gint32 *const[]){ plain, NULL }), "3: 0 1 2 3;");
}

static void
test_alike (void)
{
  CHECK_TEXT (match ((const gint32 *const[]){ plain, shifted, scaled, ragged, NULL }),
              "3: 0 1 2 3; 0 1 2 3; 0 1 2 3; 0 1 2 3;");
}

static void
test_missing_border (void)
{
  CHECK_TEXT (match ((const gint32 *const[]){ plain, fewer, NULL }), "3: 0 1 2 3; 0 2 3;");
  CHECK_TEXT (match ((const gint32 *const[]){ fewer, plain, NULL }), "3: 0 2 3; 0 1 2 3;");
}

static void
test_more_borders (void)
{
  CHECK_TEXT (match ((const gint32 *const[]){ plain, more, nearly, NULL }), "5: 0 1 3 5; 0 1 2 3 4 5; 0 1 3 5;");
}

static void
test_same_number (void)
{
  CHECK_TEXT (match ((const gint32 *const[]){ fewer, other, NULL }), "3: 0 2 3; 0 1 3;");
}

/* The parts are laid over each other by their outer borders, whatever their scale. */
static void
test_missing_border_scaled (void)
{
  PART (fewer_scaled, 100, 600, 1000);
  CHECK_TEXT (match ((const gint32 *const[]){ plain, fewer_scaled, NULL }), "3: 0 1 2 3; 0 2 3;");
}

/* Two close borders of one part stay two. */
static void
test_close_borders (void)
{
  PART (close, 50, 150, 152, 300, 500);
  CHECK_TEXT (match ((const gint32 *const[]){ plain, close, NULL }), "4: 0 1 3 4; 0 1 2 3 4;");
}

static const JueTest tests[] = {
  { "one part is the whole", test_one },
  { "parts alike match by number", test_alike },
  { "a border that is missing on a page is found", test_missing_border },
  { "borders that only one page has are found", test_more_borders },
  { "the same number of columns elsewhere is not the same", test_same_number },
  { "parts are scaled before they are compared", test_missing_border_scaled },
  { "close borders of one part stay two", test_close_borders },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("columns-match", tests);
}
