/*
 * The catalogue of forms: what is asked of it. How a title finds its form:
 *
 *   printed   公开０５表：2024年度某局一般公共预算“三公”经费支出表（财政拨款）（2024年度）
 *   folded    公开05表:2024年度某局一般公共预算三公经费支出表(财政拨款)(2024年度)
 *   core      2024年度某局一般公共预算三公经费支出表            number, year and what stands behind 表 are gone
 *
 * The forms' title patterns are searched in the core, in the order the forms state, the refusals in the whole folded
 * title.
 */
#include "normalize/catalogue-identity.h"
#include "extract/compare.h"
#include "normalize/catalogue-performance-private.h"

#include <string.h>

#include "extract/error.h"
#include "normalize/catalogue-prose.h"
#include "normalize/fold.h"

#define MAX_NUMBERS 4        /* numbers in front of a title that are taken off: 附件3：一、公开01表： … */
#define MAX_SHORT_LINE 600   /* bytes; a longer line is prose and of no kind but a note */
#define MAX_LINE (16 * 1024) /* bytes; a longer line is of no kind */

/* ---- loading ---- */

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

/* ---- captions ---- */

/* Name of the group that is the kind's value; NULL: it has none. */
static const char *
caption_group (guint kind)
{
  static const char *const groups[JUE_N_ALL_CAPTIONS] = {
    [JUE_CAPTION_LABEL] = "label", [JUE_CAPTION_UNIT] = "unit",     [JUE_CAPTION_ORGANISATION] = "organisation",
    [JUE_CAPTION_YEAR] = "year",   [JUE_CAPTION_NUMBER] = "number",
  };
  return groups[kind];
}

/* The folded line, kept for the next question about the same line. */
static const JueFoldedLine *
fold_line (JueCatalogue *self, const char *line, gboolean keep_spaces)
{
  guint which = keep_spaces ? 1 : 0;
  if (!g_str_equal (self->last[which].line->str, line)) {
    g_string_assign (self->last[which].line, line);
    jue_folded_line_set (&self->last[which].folded, line, keep_spaces);
  }
  return &self->last[which].folded;
}

/* What the kind's group stands for in the line; NULL if it is empty. */
static char *
caption_value (guint kind, const JueFoldedLine *folded, const char *line, GMatchInfo *match)
{
  gint start, end;
  const char *group = caption_group (kind);
  if (group == NULL || !g_match_info_fetch_named_pos (match, group, &start, &end) || start < 0 || end <= start)
    return NULL;
  if (kind == JUE_CAPTION_UNIT || kind == JUE_CAPTION_YEAR)
    return g_strndup (folded->text->str + start, (gsize)(end - start));
  g_autofree char *printed = jue_folded_line_slice (folded, line, (guint)start, (guint)end);
  return kind == JUE_CAPTION_ORGANISATION ? jue_line_close_up (printed) : g_strdup (g_strchomp (printed));
}

static gboolean
may_be_long (guint kind)
{
  return kind == JUE_CAPTION_NOTE || kind == JUE_CAPTION_NOTE_MORE || kind == JUE_CAPTION_EMPTY;
}

gboolean
jue_catalogue_caption (const JueCatalogue *self, JueCaption kind, const char *line, char **value)
{
  g_return_val_if_fail (self != NULL && line != NULL && kind < JUE_N_CAPTIONS, FALSE);
  if (strlen (line) > (may_be_long (kind) ? MAX_LINE : MAX_SHORT_LINE))
    return FALSE;
  g_autoptr (GMatchInfo) match = NULL;
  const JueFoldedLine *folded = fold_line ((JueCatalogue *)self, line, self->keep_spaces[kind]);
  if (folded->text->len == 0 || !jue_patterns_search (self->captions[kind], folded->text->str, &match))
    return FALSE;
  if (jue_patterns_search (self->caption_refusals[kind], folded->text->str, NULL))
    return FALSE;
  if (value != NULL)
    *value = caption_value (kind, folded, line, match);
  return TRUE;
}

/* ---- titles ---- */

/* Where @kind is found in @text: bytes of @text from @start to @end. */
static gboolean
find_in (JueCatalogue *self, guint kind, const char *text, guint *start, guint *end)
{
  g_autoptr (GMatchInfo) match = NULL;
  const JueFoldedLine *folded = fold_line (self, text, TRUE);
  gint from, to;
  if (!jue_patterns_search (self->captions[kind], folded->text->str, &match)
      || !g_match_info_fetch_pos (match, 0, &from, &to))
    return FALSE;
  *start = g_array_index (folded->places, guint, from);
  *end = g_array_index (folded->places, guint, to);
  return TRUE;
}

char *
jue_catalogue_strip_number (const JueCatalogue *self, const char *title)
{
  JueCatalogue *catalogue = (JueCatalogue *)self;
  guint start, end;
  g_return_val_if_fail (self != NULL && title != NULL, NULL);
  if (strlen (title) > MAX_SHORT_LINE)
    return g_strdup (title);
  g_autofree char *rest = g_strstrip (g_strdup (title));
  for (guint i = 0; i < MAX_NUMBERS && find_in (catalogue, JUE_CAPTION_NUMBER, rest, &start, &end); i++)
    memmove (rest, rest + end, strlen (rest + end) + 1);
  for (guint i = 0; i < MAX_NUMBERS && find_in (catalogue, JUE_CAPTION_TAIL, rest, &start, &end) && start > 0; i++)
    rest[start] = '\0';
  return g_strdup (g_strstrip (rest));
}

/* @folded without number, year and whatever follows 表. */
static char *
title_core (JueCatalogue *self, const char *folded)
{
  char *core = jue_catalogue_strip_number (self, folded);
  guint start, end;
  if (find_in (self, JUE_CAPTION_APPENDIX, core, &start, &end))
    core[start] = '\0';
  return core;
}

/* FALSE if @folded holds no form's title. */
static gboolean
may_be_title (const JueCatalogue *self, const char *folded)
{
  for (guint i = 0; i < self->forms->len; i++)
    if (jue_patterns_allow (((const JueFormEntry *)g_ptr_array_index (self->forms, i))->titles, folded))
      return TRUE;
  return FALSE;
}

const JueKnownForm *
jue_catalogue_form_by_title (const JueCatalogue *self, const char *title)
{
  g_return_val_if_fail (self != NULL && title != NULL, NULL);
  if (strlen (title) > MAX_SHORT_LINE)
    return NULL;
  g_autofree char *folded = jue_fold (title);
  if (!may_be_title (self, folded) || jue_patterns_search (self->captions[JUE_CAPTION_NO_FORM], folded, NULL))
    return NULL;
  g_autofree char *core = title_core ((JueCatalogue *)self, folded);
  for (guint i = 0; i < self->forms->len; i++) {
    const JueFormEntry *entry = g_ptr_array_index (self->forms, i);
    if (jue_patterns_search (entry->titles, core, NULL) && !jue_patterns_search (entry->refusals, folded, NULL))
      return &entry->known;
  }
  return NULL;
}

/* ---- forms ---- */

guint
jue_catalogue_n_forms (const JueCatalogue *self)
{
  return self->forms->len;
}

const JueKnownForm *
jue_catalogue_form (const JueCatalogue *self, guint i)
{
  g_return_val_if_fail (i < self->forms->len, NULL);
  return &((const JueFormEntry *)g_ptr_array_index (self->forms, i))->known;
}

const JueKnownForm *
jue_catalogue_find (const JueCatalogue *self, const char *id)
{
  for (guint i = 0; i < self->forms->len; i++)
    if (g_str_equal (jue_catalogue_form (self, i)->id, id))
      return jue_catalogue_form (self, i);
  return NULL;
}

static void
add_head_texts (GHashTable *texts, const JueKnownForm *form)
{
  for (guint i = 0; i < form->columns->len; i++) {
    const GPtrArray *heads = g_array_index (form->columns, JueKnownColumn, i).heads;
    for (guint j = 0; j < heads->len; j++)
      for (const char *const *text = g_ptr_array_index (heads, j); *text != NULL; text++)
        g_hash_table_add (texts, (gpointer)*text);
  }
}

gboolean
jue_catalogue_is_head_text (const JueCatalogue *self, const char *text)
{
  JueCatalogue *catalogue = (JueCatalogue *)self;
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);
  if (self->head_texts == NULL) {
    catalogue->head_texts = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < self->forms->len; i++)
      add_head_texts (catalogue->head_texts, jue_catalogue_form (self, i));
  }
  g_autofree char *key = jue_head_key (text);
  return g_hash_table_contains (self->head_texts, key);
}

/* ---- codes ---- */

const char *
jue_catalogue_code_name (const JueCatalogue *self, const char *code)
{
  return jue_codes_name (self->codes, code);
}

const char *
jue_catalogue_code_for_name (const JueCatalogue *self, const char *prefix, const char *name)
{
  return jue_codes_find (self->codes, prefix, name);
}

gboolean
jue_catalogue_has_code (const JueCatalogue *self, const char *code)
{
  return jue_codes_name (self->codes, code) != NULL;
}

gboolean
jue_catalogue_code_has_name (const JueCatalogue *self, const char *code, const char *name)
{
  return jue_codes_is_named (self->codes, code, name);
}

gboolean
jue_catalogue_is_code_name (const JueCatalogue *self, const char *text)
{
  return jue_codes_has_name (self->codes, text);
}
