#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "convert/walk.h"
#include "tests/cunit-main.h"
#include "tests/folder.h"

static char *folder;

static void
hear (gpointer data, JueMessageKind kind, const char *file, guint page, const char *text)
{
  (void)page;
  (void)text;
  g_autofree char *name = g_path_get_basename (file);
  g_string_append_printf (data, "%d:%s;", (int)kind, name);
}

/* The outputs' names that were gathered, with blanks between. Free with g_free. */
static char *
outputs_of (const JueWalk *walk)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < walk->inputs->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " " : "", ((JueInput *)walk->inputs->pdata[i])->output);
  return g_string_free (all, FALSE);
}

static void
put (const char *name)
{
  g_free (folder_put (folder, name, "x"));
}

static char *
below (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
test_folder (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autofree char *top = below ("in"), *loop = below ("in/b/loop"), *link = below ("in/b/l.pdf"), *out = below ("in/out");
  put ("in/z.pdf");
  put ("in/a.PDF");
  put ("in/note.txt");
  put ("in/b/.pdf");
  put ("in/b/c/x.pdf");
  put ("in/out/hidden.pdf");
  CU_ASSERT_EQUAL (symlink ("..", loop), 0);
  CU_ASSERT_EQUAL (symlink ("../z.pdf", link), 0);
  g_autoptr (JueWalk) walk = jue_walk_new (out, hear, heard);
  jue_walk_add (walk, top);
  jue_walk_add (walk, top);
  g_autofree char *got = outputs_of (walk);
  CU_ASSERT_STRING_EQUAL (got, "a b/.pdf b/c/x b/l z");
  CU_ASSERT_STRING_EQUAL (heard->str, "2:loop;2:loop;");
  CU_ASSERT_EQUAL (walk->failures, 0);
}

static void
test_arguments (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (JueWalk) walk = jue_walk_new (NULL, hear, heard);
  g_autofree char *one = below ("in/b/c/x.pdf"), *two = below ("in/note.txt"), *missing = below ("in/nowhere.pdf");
  jue_walk_add (walk, one);
  jue_walk_add (walk, two);
  jue_walk_add (walk, missing);
  g_autofree char *got = outputs_of (walk);
  CU_ASSERT_STRING_EQUAL (got, "x note.txt nowhere");
}

static void
test_list (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (JueWalk) walk = jue_walk_new (NULL, hear, heard);
  g_autofree char *text = g_strdup_printf ("in/z.pdf\n\n./in/b/../b/c/x.pdf\n%s/in/a.PDF\n../up.pdf\nin/b\nlast.pdf", folder);
  g_autofree char *list = folder_put (folder, "list", text);
  g_autofree char *here = g_get_current_dir ();
  CU_ASSERT_EQUAL_FATAL (g_chdir (folder), 0);
  CU_ASSERT_TRUE (jue_walk_add_list (walk, list, FALSE, NULL));
  CU_ASSERT_EQUAL (g_chdir (here), 0);
  g_autofree char *got = outputs_of (walk);
  CU_ASSERT_STRING_EQUAL (got, "in/z in/b/c/x a up .pdf l last");
}

static void
test_missing_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JueWalk) walk = jue_walk_new (NULL, hear, NULL);
  CU_ASSERT_FALSE (jue_walk_add_list (walk, "/nowhere/list", FALSE, &error));
  CU_ASSERT_PTR_NOT_NULL (error);
}

static const JueTest tests[] = {
  { "a folder gives its documents in order, once", test_folder },
  { "a file that is named is taken whatever its name", test_arguments },
  { "a list keeps folders below the present one", test_list },
  { "a missing list is an error", test_missing_list },
  { NULL, NULL },
};

int
main (void)
{
  folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  int status = folder != NULL ? jue_test_main ("walk", tests) : EXIT_FAILURE;
  if (folder != NULL)
    folder_remove (folder);
  g_free (folder);
  return status;
}
