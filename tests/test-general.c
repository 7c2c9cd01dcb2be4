/* Tables that are no forms of ours: tests/general/NAME.pdf, made by tests/general/make.py, against what stands in them. */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "tests/cunit-main.h"

#define FOLDER JUE_SOURCE_DIR "/tests/general"

/* A member as text, with white space inside of strings as it is; "missing" if there is none. */
static char *
member_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);
  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("missing");
}

static void
compare_table (const char *name, guint i, JsonObject *truth, JsonObject *result)
{
  static const char *const keys[] = { "title", "page_from", "page_to", "header_rows", "spans", "rows" };
  for (guint k = 0; k < G_N_ELEMENTS (keys); k++) {
    g_autofree char *want = member_text (truth, keys[k]), *got = member_text (result, keys[k]);
    CU_ASSERT_STRING_EQUAL (want, got);
    if (!g_str_equal (want, got))
      fprintf (stderr, "%s, table %u, %s:\n%s\ninstead of\n%s\n", name, i, keys[k], got, want);
  }
}

static JsonArray *
tables_of (JsonParser *parser, const char *path)
{
  gboolean loaded = json_parser_load_from_file (parser, path, NULL);
  CU_ASSERT_TRUE (loaded);
  return loaded ? json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "tables") : NULL;
}

static void
check_document (const char *name, const char *folder)
{
  g_autofree char *pdf = g_strconcat (FOLDER "/", name, ".pdf", NULL), *truth_path = g_strconcat (FOLDER "/", name, ".json", NULL);
  g_autofree char *result_path = g_strconcat (folder, "/", name, ".json", NULL);
  const char *argv[] = { JUE_PROGRAM, "convert", "-q", "--warnings-ok", pdf, "-o", folder, "--to", "json", NULL };
  int status = -1;
  CU_ASSERT_TRUE (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL));
  CU_ASSERT_EQUAL (status, 0);
  g_autoptr (JsonParser) truth_parser = json_parser_new (), result_parser = json_parser_new ();
  JsonArray *truth = tables_of (truth_parser, truth_path), *result = tables_of (result_parser, result_path);
  if (truth == NULL || result == NULL)
    return;
  CU_ASSERT_EQUAL (json_array_get_length (truth), json_array_get_length (result));
  for (guint i = 0; i < MIN (json_array_get_length (truth), json_array_get_length (result)); i++)
    compare_table (name, i, json_array_get_object_element (truth, i), json_array_get_object_element (result, i));
  g_remove (result_path);
}

static void
test_general (void)
{
  g_autofree char *folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  g_autoptr (GDir) dir = g_dir_open (FOLDER, 0, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (folder);
  CU_ASSERT_PTR_NOT_NULL_FATAL (dir);
  guint n = 0;
  for (const char *file; (file = g_dir_read_name (dir)) != NULL;) {
    if (!g_str_has_suffix (file, ".json"))
      continue;
    g_autofree char *name = g_strndup (file, strlen (file) - strlen (".json"));
    check_document (name, folder);
    n++;
  }
  CU_ASSERT_TRUE (n >= 8);
  g_rmdir (folder);
}

static const JueTest tests[] = {
  { "tables of all kinds are as they were drawn", test_general },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("general", tests);
}
