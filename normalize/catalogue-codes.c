/*
 * Codes of the functional and economic classification.
 *
 * Each file is one table, ascending, so a code is found by halving; the text of the file is kept and cut into strings
 * in place. The index by name folds almost two thousand names, so it is made when the first name is asked for.
 */
#include "normalize/catalogue-private.h"

#include <stdlib.h>
#include <string.h>

#include "extract/error.h"
#include "normalize/fold.h"

#define MAX_CODE 7 /* digits: 类 3, 款 2, 项 2 */

/* A code; its names stand behind each other at @names. */
typedef struct {
  const char *code;
  const char *names;
  guint n_names;
} Code;

typedef struct {
  char *text;
  GArray *codes; /* of Code */
} Table;

/* One wording of a code's name; @next: index + 1 of the next code with the same one. */
typedef struct {
  const char *code;
  guint next;
} Named;

struct JueCodes {
  GPtrArray *tables;   /* of Table */
  GHashTable *by_name; /* folded name → index + 1 in named; NULL until asked */
  GArray *named;       /* of Named */
};

static void
table_free (gpointer data)
{
  Table *table = data;
  g_array_unref (table->codes);
  g_free (table->text);
  g_free (table);
}

JueCodes *
jue_codes_new (void)
{
  JueCodes *self = g_new0 (JueCodes, 1);
  self->tables = g_ptr_array_new_with_free_func (table_free);
  self->named = g_array_new (FALSE, FALSE, sizeof (Named));
  return self;
}

void
jue_codes_free (JueCodes *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tables);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_array_unref (self->named);
  g_free (self);
}

static gboolean
is_code (const char *text)
{
  gsize n = strspn (text, "0123456789");
  return text[n] == '\0' && (n == 3 || n == 5 || n == MAX_CODE);
}

/* Cuts "name|name" into strings. */
static guint
cut_names (char *names)
{
  guint n = 1;
  for (char *p = names; (p = strchr (p, '|')) != NULL; n++)
    *p++ = '\0';
  return n;
}

/* Cuts one line into a code. FALSE with @error if it is none, or if it does not come behind the code before it. */
static gboolean
cut_line (char *line, const char *before, Code *code, GError **error)
{
  char *name = strchr (line, ' ');
  if (name != NULL)
    *name++ = '\0';
  if (name == NULL || *name == '\0' || !is_code (line)) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "not a code and a name: '%s'", line);
    return FALSE;
  }
  if (before != NULL && strcmp (before, line) >= 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "code %s must not follow %s: codes are ascending and stand once",
                 line, before);
    return FALSE;
  }
  *code = (Code){ line, name, cut_names (name) };
  return TRUE;
}

gboolean
jue_codes_add (JueCodes *self, char *text, guint *line, GError **error)
{
  Table *table = g_new0 (Table, 1);
  const char *before = NULL;
  table->text = text;
  table->codes = g_array_new (FALSE, FALSE, sizeof (Code));
  g_ptr_array_add (self->tables, table);
  for (char *p = text, *next; p != NULL; p = next, (*line)++) {
    next = strchr (p, '\n');
    if (next != NULL)
      *next++ = '\0';
    g_strstrip (p);
    if (*p == '\0')
      continue;
    Code code;
    if (!cut_line (p, before, &code, error))
      return FALSE;
    g_array_append_val (table->codes, code);
    before = code.code;
  }
  return TRUE;
}

static int
compare_code (const void *key, const void *element)
{
  return strcmp (key, ((const Code *)element)->code);
}

const char *
jue_codes_name (const JueCodes *self, const char *code)
{
  for (guint i = 0; i < self->tables->len; i++) {
    const GArray *codes = ((const Table *)g_ptr_array_index (self->tables, i))->codes;
    const Code *found = bsearch (code, codes->data, codes->len, sizeof (Code), compare_code);
    if (found != NULL)
      return found->names;
  }
  return NULL;
}

gboolean
jue_codes_is_named (const JueCodes *self, const char *code, const char *name)
{
  g_autofree char *folded = jue_fold (name);
  for (guint i = 0; i < self->tables->len; i++) {
    const GArray *codes = ((const Table *)g_ptr_array_index (self->tables, i))->codes;
    const Code *found = bsearch (code, codes->data, codes->len, sizeof (Code), compare_code);
    const char *known = found != NULL ? found->names : NULL;
    for (guint k = 0; found != NULL && k < found->n_names; k++, known += strlen (known) + 1) {
      g_autofree char *other = jue_fold (known);
      if (g_str_equal (other, folded))
        return TRUE;
    }
  }
  return FALSE;
}

static void
index_name (JueCodes *self, const char *name, const char *code)
{
  char *folded = jue_fold (name);
  Named named = { code, GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, folded)) };
  g_array_append_val (self->named, named);
  g_hash_table_insert (self->by_name, folded, GUINT_TO_POINTER (self->named->len));
}

static void
index_names (JueCodes *self)
{
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->tables->len; i++) {
    const GArray *codes = ((const Table *)g_ptr_array_index (self->tables, i))->codes;
    for (guint j = 0; j < codes->len; j++) {
      const Code *code = &g_array_index (codes, Code, j);
      const char *name = code->names;
      for (guint k = 0; k < code->n_names; k++, name += strlen (name) + 1)
        index_name (self, name, code->code);
    }
  }
}

/* Index + 1 of the first wording, 0 if there is none. */
static guint
lookup_name (JueCodes *self, const char *name)
{
  if (self->by_name == NULL)
    index_names (self);
  g_autofree char *folded = jue_fold (name);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, folded));
}

const char *
jue_codes_find (JueCodes *self, const char *prefix, const char *name)
{
  const char *found = NULL;
  for (guint i = lookup_name (self, name); i != 0; i = g_array_index (self->named, Named, i - 1).next) {
    const char *code = g_array_index (self->named, Named, i - 1).code;
    if (!g_str_has_prefix (code, prefix) || (found != NULL && g_str_equal (found, code)))
      continue;
    if (found != NULL)
      return NULL;
    found = code;
  }
  return found;
}

gboolean
jue_codes_has_name (JueCodes *self, const char *name)
{
  return lookup_name (self, name) != 0;
}
