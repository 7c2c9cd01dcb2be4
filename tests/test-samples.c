/* What comes out of the samples against their truth: samples/truth/NAME.json, made from the same description as the
 * sample. tests/data/samples.txt lists the differences that are known; one that is gone fails as well, until it is taken
 * out. */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "tests/cunit-main.h"

#define SAMPLES JUE_SOURCE_DIR "/samples"

static char *folder;
static GHashTable *known; /* difference → whether it was met */

/* Notes one difference: "NAME<tab>TABLE<tab>what". */
static void
differ (const char *name, const char *table, const char *what, const char *got)
{
  g_autofree char *key = g_strdup_printf ("%s\t%s\t%s", name, table, what);
  if (g_hash_table_contains (known, key)) {
    g_hash_table_insert (known, g_steal_pointer (&key), GINT_TO_POINTER (TRUE));
    return;
  }
  fprintf (stderr, "%s\tgot %s\n", key, got);
  CU_FAIL ("a sample differs from its truth");
}

/* ---- one table ---- */

typedef struct {
  const char *name, *title;
  JsonObject *truth, *result;
} Pair;

static char *
member_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);
  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("missing");
}

static void
compare (const Pair *pair, const char *truth_key, const char *key)
{
  g_autofree char *want = member_text (pair->truth, truth_key), *got = member_text (pair->result, key);
  if (!g_str_equal (want, got))
    differ (pair->name, pair->title, key, got);
}

static void
compare_rows (const Pair *pair)
{
  JsonArray *want = json_object_get_array_member (pair->truth, "rows"),
            *got = json_object_get_array_member (pair->result, "rows");
  guint n = json_array_get_length (want);
  if (n != json_array_get_length (got)) {
    differ (pair->name, pair->title, "number of rows", "another");
    return;
  }
  for (guint r = 0; r < n; r++) {
    g_autofree char *a = json_to_string (json_array_get_element (want, r), FALSE),
                    *b = json_to_string (json_array_get_element (got, r), FALSE);
    g_autofree char *what = g_strdup_printf ("row %u", r);
    if (!g_str_equal (a, b))
      differ (pair->name, pair->title, what, b);
  }
}

/* ---- amounts, by moving the decimal point in the text ---- */

/* The printed amount in yuan as plain text without needless zeros; NULL if it is no number with a decimal point. */
static char *
in_yuan (const char *printed, guint shift)
{
  g_autofree char *plain = g_utf8_normalize (printed, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean negative = FALSE;
  gssize point = -1;
  for (const char *s = plain; *s != '\0'; s = g_utf8_next_char (s)) {
    gunichar ch = g_utf8_get_char (s);
    if (ch < 0x80 && g_ascii_isdigit ((char)ch))
      g_string_append_c (digits, (char)ch);
    else if (ch == '.' && point < 0)
      point = (gssize)digits->len;
    else if (ch == '-' || ch == '(' || ch == 0x2212 || ch == 0x25B3)
      negative = TRUE;
    else if (ch != ',' && ch != ')')
      return NULL;
  }
  if (point < 0)
    return NULL;
  while (digits->len < (gsize)point + shift)
    g_string_append_c (digits, '0');
  g_string_insert_c (digits, point + (gssize)shift, '.');
  while (digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  if (digits->str[digits->len - 1] == '.')
    g_string_truncate (digits, digits->len - 1);
  const char *start = digits->str;
  while (*start == '0' && g_ascii_isdigit (start[1]))
    start++;
  return g_strconcat (negative && strcspn (start, "123456789") < strlen (start) ? "-" : "", start, NULL);
}

static guint
shift_of (JsonObject *table)
{
  const char *unit = json_object_get_string_member_with_default (table, "unit_of_money", "");
  return g_strcmp0 (unit, "万元") == 0 ? 4 : 0;
}

/* The value that the result has for a place; NULL if there is none. */
static const char *
amount_at (JsonObject *table, guint row, guint col)
{
  JsonArray *values = json_object_get_array_member (table, "values");
  for (guint i = 0; i < json_array_get_length (values); i++) {
    JsonObject *value = json_array_get_object_element (values, i);
    if (json_object_get_int_member (value, "row") == row && json_object_get_int_member (value, "col") == col)
      return json_object_get_string_member_with_default (value, "amount", NULL);
  }
  return NULL;
}

static void
compare_amounts (const Pair *pair)
{
  JsonArray *rows = json_object_get_array_member (pair->truth, "rows");
  for (guint r = (guint)json_object_get_int_member (pair->truth, "n_header_rows"); r < json_array_get_length (rows);
       r++) {
    JsonArray *row = json_array_get_array_element (rows, r);
    for (guint c = 0; c < json_array_get_length (row); c++) {
      const char *printed = json_array_get_null_element (row, c) ? "" : json_array_get_string_element (row, c);
      g_autofree char *want = in_yuan (printed, shift_of (pair->truth)), *what = g_strdup_printf ("amount %u %u", r, c);
      if (want == NULL)
        continue;
      const char *amount = amount_at (pair->result, r, c);
      g_autofree char *dotted =
          g_strconcat (amount != NULL ? amount : "", amount != NULL && strchr (amount, '.') != NULL ? "" : ".", NULL);
      g_autofree char *got = amount != NULL ? in_yuan (dotted, 0) : NULL;
      if (g_strcmp0 (want, got) != 0)
        differ (pair->name, pair->title, what, got != NULL ? got : "nothing");
    }
  }
}

/* ---- one sample ---- */

static void
compare_table (const char *name, JsonObject *truth, JsonObject *result)
{
  const char *const keys[][2] = { { "id", "id" },
                                  { "form_label", "form" },
                                  { "title", "title" },
                                  { "unit_of_money", "unit_of_money" },
                                  { "dept", "organisation" },
                                  { "page_from", "page_from" },
                                  { "page_to", "page_to" },
                                  { "n_header_rows", "header_rows" },
                                  { "spans", "spans" },
                                  { "notes", "notes" } };
  Pair pair = { name, json_object_get_string_member_with_default (truth, "title", "-"), truth, result };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    compare (&pair, keys[i][0], keys[i][1]);
  compare_rows (&pair);
  if (strstr (json_object_get_string_member_with_default (truth, "id", ""), "performance") == NULL)
    compare_amounts (&pair);
}

static JsonParser *
load (const char *path)
{
  JsonParser *parser = json_parser_new ();
  gboolean loaded = json_parser_load_from_file (parser, path, NULL);
  CU_ASSERT_TRUE (loaded);
  if (!loaded)
    g_clear_object (&parser);
  return parser;
}

static void
compare_document (const char *name, JsonObject *truth, JsonObject *result)
{
  JsonObject *doc = json_object_get_object_member (truth, "doc");
  Pair pair = { name, "document", doc, result };
  compare (&pair, "unit", "organisation");
  compare (&pair, "year", "year");
  JsonArray *want = json_object_get_array_member (truth, "tables"),
            *got = json_object_get_array_member (result, "tables");
  guint n = json_array_get_length (want);
  if (n != json_array_get_length (got)) {
    differ (name, "document", "number of tables", "another");
    return;
  }
  for (guint i = 0; i < n; i++)
    compare_table (name, json_array_get_object_element (want, i), json_array_get_object_element (got, i));
}

static void
check_sample (const char *name)
{
  g_autofree char *pdf = g_strconcat (SAMPLES "/", name, ".pdf", NULL),
                  *truth_path = g_strconcat (SAMPLES "/truth/", name, ".json", NULL);
  g_autofree char *result_path = g_strconcat (folder, "/", name, ".json", NULL);
  const char *argv[] = { JUE_PROGRAM, "convert", "-q",   "--warnings-ok", pdf,       "-o",
                         folder,      "--to",    "json", "--password",    "juesuan", NULL };
  int status = -1;
  if (name[0] == 'y')
    argv[9] = NULL;
  CU_ASSERT_TRUE (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL));
  CU_ASSERT_EQUAL (status, 0);
  g_autoptr (JsonParser) truth = load (truth_path), result = load (result_path);
  if (truth != NULL && result != NULL)
    compare_document (name, json_node_get_object (json_parser_get_root (truth)),
                      json_node_get_object (json_parser_get_root (result)));
  g_remove (result_path);
}

static void
test_samples (void)
{
  guint n = 0;
  g_autoptr (GDir) dir = g_dir_open (SAMPLES "/truth", 0, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (dir);
  for (const char *file; (file = g_dir_read_name (dir)) != NULL; n++) {
    g_autofree char *name = g_strndup (file, strlen (file) - strlen (".json"));
    check_sample (name);
  }
  CU_ASSERT_TRUE (n >= 6);
}

static void
test_known (void)
{
  GHashTableIter iter;
  gpointer key, met;
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &key, &met)) {
    CU_ASSERT_TRUE (GPOINTER_TO_INT (met));
    if (!GPOINTER_TO_INT (met))
      fprintf (stderr, "no difference any more: %s\n", (const char *)key);
  }
}

static void
test_in_yuan (void)
{
  const struct {
    const char *printed, *yuan;
    guint shift;
  } cases[] = {
    { "1,234.50", "12345000", 4 }, { "0.00", "0", 4 },           { "－0.05", "-500", 4 }, { "(1.00)", "-1", 0 },
    { "1.2345", "12345", 4 },      { "0.123456", "1234.56", 4 }, { "12", NULL, 0 },       { "1.0元", NULL, 0 }
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *got = in_yuan (cases[i].printed, cases[i].shift);
    CU_ASSERT_EQUAL (g_strcmp0 (got, cases[i].yuan), 0);
  }
}

static const JueTest tests[] = {
  { "moving the point gives yuan", test_in_yuan },
  { "samples are as their truth says", test_samples },
  { "known differences are still there", test_known },
  { NULL, NULL },
};

/* tests/data/samples.txt: sample, table, difference, reason; separated by tabs. */
static gboolean
load_known (void)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents (JUE_SOURCE_DIR "/tests/data/samples.txt", &text, NULL, NULL))
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *reason = strrchr (lines[i], '\t');
    if (lines[i][0] == '#' || reason == NULL)
      continue;
    *reason = '\0';
    g_hash_table_insert (known, g_strdup (lines[i]), GINT_TO_POINTER (FALSE));
  }
  return TRUE;
}

int
main (void)
{
  folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  if (folder == NULL || !load_known ())
    return 1;
  int status = jue_test_main ("samples", tests);
  g_hash_table_unref (known);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
