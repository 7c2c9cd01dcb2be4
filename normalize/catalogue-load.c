/* The catalogue of forms: how it comes about, from the descriptions that are built in or from a folder. */
#include <string.h>

#include "extract/compare.h"
#include "extract/error.h"
#include "normalize/catalogue-identity.h"
#include "normalize/catalogue-performance-private.h"
#include "normalize/catalogue-prose.h"

JueCatalogue *
jue_catalogue_new (void)
{
  JueCatalogue *self = g_new0 (JueCatalogue, 1);
  self->strings = g_string_chunk_new (16 * 1024);
  self->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify)jue_form_entry_free);
  self->codes = jue_codes_new ();
  self->words = jue_word_lists_new ();
  self->prose = jue_prose_new (self->words);
  self->performance = jue_performance_new ();
  self->placeholders = jue_patterns_new ();
  self->identities = g_ptr_array_new_with_free_func ((GDestroyNotify)jue_identity_free);
  for (guint i = 0; i < JUE_N_ALL_CAPTIONS; i++) {
    self->captions[i] = jue_patterns_new ();
    self->caption_refusals[i] = jue_patterns_new ();
  }
  for (guint i = 0; i < G_N_ELEMENTS (self->last); i++) {
    self->last[i].line = g_string_new (NULL);
    jue_folded_line_init (&self->last[i].folded);
    jue_folded_line_set (&self->last[i].folded, "", FALSE);
  }
  return self;
}

void
jue_catalogue_free (JueCatalogue *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->arrays);
  g_string_chunk_free (self->strings);
  jue_codes_free (self->codes);
  jue_prose_free (self->prose);
  jue_word_lists_free (self->words);
  jue_performance_free (self->performance);
  g_ptr_array_unref (self->identities);
  jue_patterns_free (self->placeholders);
  g_clear_pointer (&self->head_texts, g_hash_table_unref);
  for (guint i = 0; i < JUE_N_ALL_CAPTIONS; i++) {
    jue_patterns_free (self->captions[i]);
    jue_patterns_free (self->caption_refusals[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (self->last); i++) {
    g_string_free (self->last[i].line, TRUE);
    jue_folded_line_clear (&self->last[i].folded);
  }
  g_free (self);
}

/* The descriptions in a folder, by name, since their order must not depend on the file system; NULL with an error. */
static GPtrArray *
list_folder (const char *dir, GError **error)
{
  g_autoptr (GDir) listing = g_dir_open (dir, 0, error);
  GPtrArray *paths = listing != NULL ? g_ptr_array_new_with_free_func (g_free) : NULL;
  for (const char *name; listing != NULL && (name = g_dir_read_name (listing)) != NULL;)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (dir, name, NULL));
  if (paths != NULL)
    g_ptr_array_sort (paths, jue_compare_texts);
  return paths;
}

static JueTree *
read_tree (const char *path, GError **error)
{
  char *content;
  gsize length;
  g_autoptr (GError) unread = NULL;
  if (!g_file_get_contents (path, &content, &length, &unread)) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "the catalogue of forms cannot be read: %s", unread->message);
    return NULL;
  }
  g_autoptr (GBytes) bytes = g_bytes_new_take (content, length);
  return jue_tree_parse (path, bytes, error);
}

static gboolean
read_folder (JueCatalogue *self, const char *dir, GError **error)
{
  g_autoptr (GError) unread = NULL;
  g_autoptr (GPtrArray) paths = list_folder (dir, &unread);
  g_autoptr (GPtrArray) trees = g_ptr_array_new_with_free_func ((GDestroyNotify)jue_tree_free);
  g_autofree JueCatalogueFile *files = paths != NULL ? g_new0 (JueCatalogueFile, paths->len + 1) : NULL;
  if (paths == NULL)
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "the catalogue of forms cannot be read: %s", unread->message);
  for (guint i = 0; paths != NULL && i < paths->len; i++) {
    JueTree *tree = read_tree (g_ptr_array_index (paths, i), error);
    if (tree == NULL)
      return FALSE;
    g_ptr_array_add (trees, tree);
    files[i] = (JueCatalogueFile){ g_ptr_array_index (paths, i), jue_tree_root (tree) };
  }
  return paths != NULL && jue_catalogue_read (self, files, paths->len, TRUE, error);
}

JueCatalogue *
jue_catalogue_load (const char *dir, GError **error)
{
  g_autoptr (JueCatalogue) self = jue_catalogue_new ();
  if (!(dir != NULL ? read_folder (self, dir, error)
                    : jue_catalogue_read (self, jue_forms_files, jue_forms_n_files, FALSE, error)))
    return NULL;
  if (self->forms->len == 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "%s: no form in the catalogue", dir != NULL ? dir : "built-in");
    return NULL;
  }
  return g_steal_pointer (&self);
}
