/*
 * Reads the catalogue's files (in ../forms, described by forms.rng there) into a JueCatalogue.
 *
 * The files are read twice over: first what is shared among forms, so that a form may stand in a file before the one
 * it takes its columns from; then forms, captions and codes. What the schema forbids is refused here too, with file
 * and line: a catalogue that someone edits is input like any other.
 */
#include "normalize/catalogue-identity.h"

#include <string.h>

#include "normalize/catalogue-prose.h"

static void
shared_free (gpointer data)
{
  JueKnownShared *shared = data;
  g_array_unref (shared->columns);
  g_array_unref (shared->rows);
  g_free (shared);
}

static gboolean
read_shared (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  static const JueReadElement elements[] = { { "column", jue_reader_column },
                                             { "row", jue_reader_row },
                                             { NULL, NULL } };
  const char *id = jue_reader_require (self, node, "id");
  (void)data;
  if (id == NULL)
    return FALSE;
  if (g_hash_table_contains (self->shared, id))
    return jue_reader_fail (self, node->line, "shared %s is there already", id);
  JueKnownShared *shared = g_new0 (JueKnownShared, 1);
  shared->columns = g_array_new (FALSE, FALSE, sizeof (JueKnownColumn));
  shared->rows = g_array_new (FALSE, FALSE, sizeof (JueKnownRow));
  g_hash_table_insert (self->shared, (gpointer)jue_reader_keep (self, id), shared);
  return jue_reader_children (self, node, elements, shared);
}

/* ---- forms ---- */

typedef struct {
  JueKnownShared lists; /* those of the form; first, so that columns and rows are read alike */
  JueFormEntry *entry;
} FormReading;

static gboolean
read_title (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  return jue_reader_pattern (self, node, ((FormReading *)data)->entry->titles);
}

static gboolean
read_refusal (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  return jue_reader_pattern (self, node, ((FormReading *)data)->entry->refusals);
}

static gboolean
read_unit (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  const char *text = jue_reader_text (self, node);
  if (text != NULL)
    g_ptr_array_add (((FormReading *)data)->entry->known.units, (gpointer)jue_reader_keep (self, text));
  return text != NULL;
}

static gboolean
read_use (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  FormReading *reading = data;
  const char *id = jue_reader_require (self, node, "shared");
  const JueKnownShared *shared = id != NULL ? g_hash_table_lookup (self->shared, id) : NULL;
  if (id == NULL)
    return FALSE;
  if (shared == NULL)
    return jue_reader_fail (self, node->line, "nothing shared has the id %s", id);
  for (guint i = 0; i < shared->columns->len; i++) {
    const JueKnownColumn *column = &g_array_index (shared->columns, JueKnownColumn, i);
    if (!jue_reader_add_column (self, node, reading->lists.columns, column))
      return FALSE;
  }
  for (guint i = 0; i < shared->rows->len; i++)
    if (!jue_reader_add_row (self, node, reading->lists.rows, &g_array_index (shared->rows, JueKnownRow, i)))
      return FALSE;
  return TRUE;
}

static gboolean
read_form_attributes (JueCatalogueReader *self, const JueNode *node, JueFormEntry *entry)
{
  const char *id = jue_reader_require (self, node, "id");
  const char *name = id != NULL ? jue_reader_require (self, node, "name") : NULL;
  const char *kind = name != NULL ? jue_reader_require (self, node, "kind") : NULL;
  const char *order = kind != NULL ? jue_reader_require (self, node, "order") : NULL;
  guint64 number;
  if (order == NULL)
    return FALSE;
  if (jue_catalogue_find (self->catalogue, id) != NULL)
    return jue_reader_fail (self, node->line, "form %s is there already", id);
  if (!g_ascii_string_to_unsigned (order, 10, 1, G_MAXUINT16, &number, NULL))
    return jue_reader_fail (self, node->line, "order must be a number, not '%s'", order);
  entry->known.in_final = g_str_equal (kind, "final") || g_str_equal (kind, "both");
  entry->known.in_budget = g_str_equal (kind, "budget") || g_str_equal (kind, "both");
  if (!entry->known.in_final && !entry->known.in_budget)
    return jue_reader_fail (self, node->line, "unknown kind '%s'", kind);
  entry->known.vague_head = jue_reader_attribute (node, "head") != NULL;
  entry->known.id = jue_reader_keep (self, id);
  entry->known.name = jue_reader_keep (self, name);
  entry->order = (guint)number;
  return TRUE;
}

static gboolean
read_form (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  static const JueReadElement elements[] = {
    { "title", read_title },         { "refuse", read_refusal }, { "unit", read_unit }, { "use", read_use },
    { "column", jue_reader_column }, { "row", jue_reader_row },  { NULL, NULL },
  };
  JueFormEntry *entry = jue_form_entry_new ();
  FormReading reading = { { entry->known.columns, entry->known.rows }, entry };
  (void)data;
  if (!read_form_attributes (self, node, entry)) {
    jue_form_entry_free (entry);
    return FALSE;
  }
  g_ptr_array_add (self->catalogue->forms, entry);
  return jue_reader_children (self, node, elements, &reading);
}

/* ---- captions ---- */

static const char *const caption_kinds[JUE_N_ALL_CAPTIONS] = {
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
  [JUE_CAPTION_TAIL] = "tail",
  [JUE_CAPTION_APPENDIX] = "appendix",
  [JUE_CAPTION_NO_FORM] = "no-form",
};

static gboolean
read_caption_pattern (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  return jue_reader_pattern (self, node, self->catalogue->captions[*(const guint *)data]);
}

static gboolean
read_caption_refusal (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  return jue_reader_pattern (self, node, self->catalogue->caption_refusals[*(const guint *)data]);
}

static gboolean
read_caption (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  static const JueReadElement elements[] = {
    { "pattern", read_caption_pattern },
    { "refuse", read_caption_refusal },
    { NULL, NULL },
  };
  const char *name = jue_reader_require (self, node, "kind");
  guint kind = 0;
  (void)data;
  if (name == NULL)
    return FALSE;
  while (kind < JUE_N_ALL_CAPTIONS && !g_str_equal (caption_kinds[kind], name))
    kind++;
  if (kind == JUE_N_ALL_CAPTIONS)
    return jue_reader_fail (self, node->line, "unknown kind '%s'", name);
  self->catalogue->keep_spaces[kind] = jue_reader_attribute (node, "spaces") != NULL;
  return jue_reader_children (self, node, elements, &kind);
}

/* ---- files ---- */

static gboolean
read_codes (JueCatalogueReader *self, const JueNode *root)
{
  g_autoptr (GError) broken = NULL;
  const char *text = jue_reader_text (self, root);
  guint line = root->line;
  if (text == NULL)
    return FALSE;
  if (!jue_codes_add (self->catalogue->codes, g_strdup (text), &line, &broken))
    return jue_reader_fail (self, line, "%s", broken->message);
  return TRUE;
}

static gboolean
skip (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  (void)self;
  (void)node;
  (void)data;
  return TRUE;
}

/* @first: only what is shared; else all but that. */
static gboolean
read_root (JueCatalogueReader *self, const JueNode *root, gboolean first)
{
  static const JueReadElement only_shared[] = {
    { "words", skip }, { "shared", read_shared }, { "form", skip }, { NULL, NULL }
  };
  static const JueReadElement only_forms[] = {
    { "words", jue_reader_words }, { "shared", skip }, { "form", read_form }, { NULL, NULL }
  };
  static const JueReadElement captions[] = { { "words", jue_reader_words },
                                             { "caption", read_caption },
                                             { NULL, NULL } };
  if (g_str_equal (root->name, "forms"))
    return jue_reader_children (self, root, first ? only_shared : only_forms, NULL);
  if (g_str_equal (root->name, "captions"))
    return first || jue_reader_children (self, root, captions, NULL);
  if (g_str_equal (root->name, "codes"))
    return first || read_codes (self, root);
  if (g_str_equal (root->name, "sections"))
    return first || jue_prose_read_sections (self, root);
  if (g_str_equal (root->name, "facts"))
    return first || jue_prose_read_facts (self, root);
  if (g_str_equal (root->name, "performance"))
    return first || jue_reader_performance (self, root);
  if (g_str_equal (root->name, "identities"))
    return first || jue_reader_identities (self, root);
  return jue_reader_fail (self, root->line, "unknown root <%s>", root->name);
}

static gint
compare_order (gconstpointer a, gconstpointer b)
{
  const JueFormEntry *const *x = a, *const *y = b;
  return (*x)->order == (*y)->order ? strcmp ((*x)->known.id, (*y)->known.id) : (*x)->order < (*y)->order ? -1 : 1;
}

gboolean
jue_catalogue_read (JueCatalogue *self, const JueCatalogueFile *files, guint n, gboolean check, GError **error)
{
  g_autoptr (GHashTable) shared = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, shared_free);
  JueCatalogueReader reader = { self, NULL, check, shared, error };
  for (guint i = 0; i < 2 * n; i++) {
    reader.file = files[i % n].name;
    if (!read_root (&reader, files[i % n].root, i < n))
      return FALSE;
  }
  g_ptr_array_sort (self->forms, compare_order);
  return TRUE;
}
