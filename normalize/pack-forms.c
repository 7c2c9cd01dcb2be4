/*
 * pack-forms FILE…: reads descriptions of forms and prints them as constant data in C, the built-in catalogue.
 *
 * A build tool: reading XML at every start would take longer than reading a page.
 */
#include <stdio.h>
#include <stdlib.h>

#include "normalize/catalogue-tree.h"

/* Text as a C string; ? too, since two of them begin a trigraph. Split, because compilers limit a line. */
static void
print_text (const char *text)
{
  if (text == NULL) {
    printf ("NULL");
    return;
  }
  putchar ('"');
  for (; *text != '\0'; text++) {
    if (*text == '\n')
      printf ("\\n\"\n\"");
    else if (*text == '"' || *text == '\\' || *text == '?')
      printf ("\\%c", *text);
    else if ((guchar)*text < ' ')
      printf ("\\%03o", (guint)(guchar)*text);
    else
      putchar (*text);
  }
  putchar ('"');
}

static void
print_attributes (const JueNode *node)
{
  for (; node != NULL; node = node->next) {
    for (guint i = 0; i < node->n_attributes; i++) {
      printf ("  { ");
      print_text (node->attributes[i].name);
      printf (", ");
      print_text (node->attributes[i].value);
      printf (" },\n");
    }
    print_attributes (node->children);
  }
}

static guint
count_nodes (const JueNode *node)
{
  guint n = 0;
  for (; node != NULL; node = node->next)
    n += 1 + count_nodes (node->children);
  return n;
}

static void
print_pointer (const char *array, guint place, gboolean there)
{
  if (there)
    printf ("%s + %u, ", array, place);
  else
    printf ("NULL, ");
}

/* Children follow their parent, then comes the parent's next. @place: of the first of the nodes; @attribute: likewise. */
static void
print_nodes (const JueNode *node, guint place, guint *attribute)
{
  while (node != NULL) {
    guint inside = count_nodes (node->children);
    printf ("  { ");
    print_text (node->name);
    printf (", ");
    print_text (node->text);
    printf (", ");
    print_pointer ("attributes", *attribute, node->n_attributes > 0);
    print_pointer ("nodes", place + 1, inside > 0);
    print_pointer ("nodes", place + 1 + inside, node->next != NULL);
    printf ("%u, %u },\n", node->n_attributes, node->line);
    *attribute += node->n_attributes;
    print_nodes (node->children, place + 1, attribute);
    place += 1 + inside;
    node = node->next;
  }
}

static GPtrArray *
read_files (char *const *paths, int n)
{
  GPtrArray *trees = g_ptr_array_new_with_free_func ((GDestroyNotify)jue_tree_free);
  for (int i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    char *text;
    gsize length;
    JueTree *tree = NULL;
    if (g_file_get_contents (paths[i], &text, &length, &error)) {
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
      tree = jue_tree_parse (paths[i], bytes, &error);
    }
    if (tree == NULL) {
      fprintf (stderr, "pack-forms: %s\n", error->message);
      exit (EXIT_FAILURE);
    }
    g_ptr_array_add (trees, tree);
  }
  return trees;
}

static void
print_files (const GPtrArray *trees, char *const *paths)
{
  guint place = 0;
  printf ("const JueCatalogueFile jue_forms_files[] = {\n");
  for (guint i = 0; i < trees->len; i++) {
    g_autofree char *name = g_path_get_basename (paths[i]);
    printf ("  { \"%s\", nodes + %u },\n", name, place);
    place += count_nodes (jue_tree_root (g_ptr_array_index (trees, i)));
  }
  printf ("};\nconst guint jue_forms_n_files = G_N_ELEMENTS (jue_forms_files);\n");
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) trees = read_files (argv + 1, argc - 1);
  guint place = 0, attribute = 0, n = 0;
  for (guint i = 0; i < trees->len; i++)
    n += count_nodes (jue_tree_root (g_ptr_array_index (trees, i)));
  printf ("/* Made by pack-forms from the descriptions of forms. Do not edit. */\n"
          "#include \"normalize/catalogue-tree.h\"\n\nstatic const JueNodeAttribute attributes[] = {\n");
  for (guint i = 0; i < trees->len; i++)
    print_attributes (jue_tree_root (g_ptr_array_index (trees, i)));
  printf ("};\n\nstatic const JueNode nodes[%u];\nstatic const JueNode nodes[%u] = {\n", n, n);
  for (guint i = 0; i < trees->len; i++) {
    const JueNode *root = jue_tree_root (g_ptr_array_index (trees, i));
    print_nodes (root, place, &attribute);
    place += count_nodes (root);
  }
  printf ("};\n\n");
  print_files (trees, argv + 1);
  return ferror (stdout) || fflush (stdout) != 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
