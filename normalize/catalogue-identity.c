/*
 * Reads identities (forms/identities.xml): sums and equalities between the values of forms.
 *
 * A list of terms is written as it would be on paper: "total = basic + project - returned" has the parts
 * "basic project -returned". "a|b+c" is a, or b and c together where the form has no a.
 */
#include "normalize/catalogue-identity.h"

#include <string.h>

#include "normalize/catalogue-reader.h"
#include "normalize/fold.h"

/* ---- terms ---- */

static void
term_clear (gpointer data)
{
  g_ptr_array_unref (((JueIdentityTerm *)data)->choices);
}

static GArray *
terms_new (void)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (JueIdentityTerm));
  g_array_set_clear_func (terms, term_clear);
  return terms;
}

/* Copies of the parts of @text, ended by NULL. NULL if one of them is empty. */
static const char **
split (JueCatalogueReader *self, const char *text, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (text, separator, -1);
  guint n = g_strv_length (parts);
  const char **copy = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++) {
    if (parts[i][0] == '\0') {
      g_free (copy);
      return NULL;
    }
    copy[i] = jue_reader_keep (self, parts[i]);
  }
  return copy;
}

static gboolean
parse_term (JueCatalogueReader *self, const char *text, GArray *terms)
{
  JueIdentityTerm term = { *text == '-', g_ptr_array_new_with_free_func (g_free) };
  g_auto (GStrv) choices = g_strsplit (text + (term.minus ? 1 : 0), "|", -1);
  g_array_append_val (terms, term);
  for (guint i = 0; choices[i] != NULL; i++) {
    const char **choice = split (self, choices[i], "+");
    if (choice == NULL || choice[0] == NULL) {
      g_free (choice);
      return FALSE;
    }
    g_ptr_array_add (term.choices, choice);
  }
  return term.choices->len > 0;
}

/* Blanks part the terms. */
static gboolean
parse_terms (JueCatalogueReader *self, const JueNode *node, const char *text, GArray *terms)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && !parse_term (self, words[i], terms))
      return jue_reader_fail (self, node->line, "not a term: '%s'", words[i]);
  return TRUE;
}

/* ---- one identity ---- */

static void
value_clear (gpointer data)
{
  JueIdentityValue *value = data;
  g_array_unref (value->rows);
  g_array_unref (value->columns);
}

void
jue_identity_free (JueIdentity *self)
{
  g_free ((gpointer)self->forms);
  g_free ((gpointer)self->columns);
  g_free ((gpointer)self->needs);
  g_free ((gpointer)self->unless);
  g_free ((gpointer)self->items);
  g_ptr_array_unref (self->part_items);
  g_array_unref (self->total);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->values);
  g_free (self);
}

static JueIdentity *
identity_new (JueIdentityKind kind)
{
  JueIdentity *self = g_new0 (JueIdentity, 1);
  self->kind = kind;
  self->total = terms_new ();
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->part_items = g_ptr_array_new_with_free_func (g_free);
  self->values = g_array_new (FALSE, FALSE, sizeof (JueIdentityValue));
  g_array_set_clear_func (self->values, value_clear);
  return self;
}

static gboolean
read_list (JueCatalogueReader *self, const JueNode *node, const char *name, const char *const **list)
{
  const char *text = jue_reader_attribute (node, name);
  if (text == NULL)
    return TRUE;
  *list = split (self, text, " ");
  return *list != NULL || jue_reader_fail (self, node->line, "%s: one blank between two names, not '%s'", name, text);
}

/* Names parted by "|", folded. */
static gboolean
read_items (JueCatalogueReader *self, const JueNode *node, const char *const **items)
{
  const char *text = jue_reader_attribute (node, "items");
  if (text == NULL)
    return TRUE;
  g_autofree char *folded = jue_fold (text);
  *items = split (self, folded, "|");
  return *items != NULL || jue_reader_fail (self, node->line, "'%s' has an empty name", text);
}

static gboolean
read_kind (JueCatalogueReader *self, const JueNode *node, JueIdentity *identity)
{
  const char *kind = jue_reader_attribute (node, "kind");
  const char *severity = jue_reader_attribute (node, "severity");
  identity->in_final = kind == NULL || strcmp (kind, "final") == 0;
  identity->in_budget = kind == NULL || strcmp (kind, "budget") == 0;
  identity->doubtful = severity != NULL;
  if (!identity->in_final && !identity->in_budget)
    return jue_reader_fail (self, node->line, "unknown kind '%s'", kind);
  if (severity != NULL && strcmp (severity, "warning") != 0)
    return jue_reader_fail (self, node->line, "unknown severity '%s'", severity);
  return TRUE;
}

static gboolean
read_attributes (JueCatalogueReader *self, const JueNode *node, JueIdentity *identity)
{
  const char *id = jue_reader_require (self, node, "id");
  const char *text = id != NULL ? jue_reader_require (self, node, "text") : NULL;
  const char *total = jue_reader_attribute (node, "total");
  if (text == NULL)
    return FALSE;
  identity->id = jue_reader_keep (self, id);
  identity->text = jue_reader_keep (self, text);
  return read_kind (self, node, identity) && read_list (self, node, "forms", &identity->forms)
         && read_items (self, node, &identity->items) && read_list (self, node, "columns", &identity->columns)
         && read_list (self, node, "needs", &identity->needs) && read_list (self, node, "unless", &identity->unless)
         && (total == NULL || parse_terms (self, node, total, identity->total));
}

static gboolean
read_parts (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  GArray *terms = terms_new ();
  g_ptr_array_add (((JueIdentity *)data)->parts, terms);
  const char *text = jue_reader_text (self, node);
  if (text == NULL || !parse_terms (self, node, text, terms))
    return FALSE;
  return terms->len > 0 || jue_reader_fail (self, node->line, "<parts> without terms");
}

static gboolean
read_part_items (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  const char *const *items = NULL;
  if (jue_reader_require (self, node, "items") == NULL || !read_items (self, node, &items))
    return FALSE;
  g_ptr_array_add (((JueIdentity *)data)->part_items, (gpointer)items);
  return TRUE;
}

static gboolean
read_value (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  JueIdentity *identity = data;
  const char *form = jue_reader_require (self, node, "form");
  const char *row = jue_reader_attribute (node, "row");
  const char *column = form != NULL ? jue_reader_require (self, node, "column") : NULL;
  if (column == NULL)
    return FALSE;
  if ((row == NULL) != (identity->kind == JUE_IDENTITY_CLASSES))
    return jue_reader_fail (self, node->line, "a value needs a row, but for each class none");
  JueIdentityValue value = { jue_reader_keep (self, form), terms_new (), terms_new () };
  g_array_append_val (identity->values, value);
  return (row == NULL || parse_terms (self, node, row, value.rows)) && parse_terms (self, node, column, value.columns);
}

/* What the kind needs is there. */
static gboolean
check_identity (JueCatalogueReader *self, const JueNode *node, const JueIdentity *identity)
{
  gboolean sums = identity->kind == JUE_IDENTITY_COLUMNS || identity->kind == JUE_IDENTITY_ROWS;
  gboolean compares = !sums && identity->kind != JUE_IDENTITY_CODES;
  if (sums && (identity->total->len != 1 || identity->parts->len == 0 || identity->forms == NULL))
    return jue_reader_fail (self, node->line, "%s needs forms, one total and parts", identity->id);
  if (identity->kind >= JUE_IDENTITY_FACT && identity->items == NULL)
    return jue_reader_fail (self, node->line, "%s needs items", identity->id);
  if (identity->kind >= JUE_IDENTITY_RATIO && identity->part_items->len != 2)
    return jue_reader_fail (self, node->line, "%s needs two parts", identity->id);
  if (compares && identity->kind < JUE_IDENTITY_FACT && identity->values->len < 2)
    return jue_reader_fail (self, node->line, "%s needs two values", identity->id);
  return TRUE;
}

static gboolean
read_identity (JueCatalogueReader *self, const JueNode *node, JueIdentityKind kind)
{
  static const JueReadElement sums[] = { { "parts", read_parts }, { NULL, NULL } };
  static const JueReadElement values[] = { { "value", read_value }, { NULL, NULL } };
  static const JueReadElement facts[] = { { "part", read_part_items }, { NULL, NULL } };
  JueIdentity *identity = identity_new (kind);
  g_ptr_array_add (self->catalogue->identities, identity);
  return read_attributes (self, node, identity)
         && jue_reader_children (self, node,
                                 kind <= JUE_IDENTITY_CODES   ? sums
                                 : kind >= JUE_IDENTITY_FACTS ? facts
                                                              : values,
                                 identity)
         && check_identity (self, node, identity);
}

static const struct {
  const char *name;
  JueIdentityKind kind;
} kinds[] = {
  { "columns", JUE_IDENTITY_COLUMNS }, { "rows", JUE_IDENTITY_ROWS },       { "codes", JUE_IDENTITY_CODES },
  { "equal", JUE_IDENTITY_EQUAL },     { "at-most", JUE_IDENTITY_AT_MOST }, { "fact", JUE_IDENTITY_FACT },
  { "facts", JUE_IDENTITY_FACTS },     { "ratio", JUE_IDENTITY_RATIO },     { "change", JUE_IDENTITY_CHANGE },
};

/* An element of one of the names in kinds. */
static gboolean
read_any (JueCatalogueReader *self, const JueNode *node, gpointer data G_GNUC_UNUSED)
{
  guint i = 0;
  while (!g_str_equal (kinds[i].name, node->name))
    i++;
  gboolean each = kinds[i].kind == JUE_IDENTITY_EQUAL && jue_reader_attribute (node, "each") != NULL;
  return read_identity (self, node, each ? JUE_IDENTITY_CLASSES : kinds[i].kind);
}

static gboolean
read_placeholder (JueCatalogueReader *self, const JueNode *node, gpointer data G_GNUC_UNUSED)
{
  return jue_reader_pattern (self, node, self->catalogue->placeholders);
}

gboolean
jue_reader_identities (JueCatalogueReader *self, const JueNode *root)
{
  static const JueReadElement elements[] = { { "columns", read_any }, { "rows", read_any },
                                             { "codes", read_any },   { "equal", read_any },
                                             { "at-most", read_any }, { "placeholder", read_placeholder },
                                             { "fact", read_any },    { "facts", read_any },
                                             { "ratio", read_any },   { "change", read_any },
                                             { NULL, NULL } };
  return jue_reader_children (self, root, elements, NULL);
}

gboolean
jue_catalogue_placeholder (const JueCatalogue *self, const char *text, char **found)
{
  g_autoptr (GMatchInfo) match = NULL;
  if (!jue_patterns_search (self->placeholders, text, &match))
    return FALSE;
  *found = g_match_info_fetch (match, 0);
  return TRUE;
}

const GPtrArray *
jue_catalogue_identities (const JueCatalogue *self)
{
  return self->identities;
}
