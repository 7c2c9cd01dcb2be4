/*
 * Reads <column> and <row>.
 */
#include "normalize/catalogue-reader.h"

#include <string.h>

#define MAX_PATHS 4096 /* head paths that one <head> may stand for */

typedef struct {
  const char *name;
  JueColumnRole role;
} RoleName;

static gboolean
parse_role (const char *name, JueColumnRole *role)
{
  static const RoleName roles[] = {
    { "text", JUE_COLUMN_TEXT },
    { "name", JUE_COLUMN_NAME },
    { "code", JUE_COLUMN_CODE },
    { "code-class", JUE_COLUMN_CODE_CLASS },
    { "code-group", JUE_COLUMN_CODE_GROUP },
    { "code-item", JUE_COLUMN_CODE_ITEM },
    { "line-no", JUE_COLUMN_LINE_NO },
    { "amount", JUE_COLUMN_AMOUNT },
    { "percent", JUE_COLUMN_PERCENT },
    { "count", JUE_COLUMN_COUNT },
  };
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].name, name)) {
      *role = roles[i].role;
      return TRUE;
    }
  return FALSE;
}

/* Wordings of each level of "a|b/c|d", folded. FALSE if a wording is empty or there are too many combinations. */
static gboolean
split_head (const char *text, GPtrArray *levels)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  guint n_paths = 1;
  for (guint i = 0; parts[i] != NULL; i++) {
    char **wordings = g_strsplit (parts[i], "|", -1);
    guint n = g_strv_length (wordings);
    g_ptr_array_add (levels, wordings);
    n_paths *= n;
    if (n == 0 || n_paths > MAX_PATHS)
      return FALSE;
    for (guint j = 0; j < n; j++) {
      char *key = jue_head_key (wordings[j]);
      g_free (wordings[j]);
      wordings[j] = key;
      if (*key == '\0')
        return FALSE;
    }
  }
  return TRUE;
}

/* The path number @number of all combinations. */
static const char **
combine_head (JueCatalogueReader *self, const GPtrArray *levels, guint number)
{
  const char **texts = g_new0 (const char *, levels->len + 1);
  for (guint i = 0; i < levels->len; i++) {
    char **wordings = g_ptr_array_index (levels, i);
    guint n = g_strv_length (wordings);
    texts[i] = jue_reader_keep (self, wordings[number % n]);
    number /= n;
  }
  return texts;
}

/* Adds every path that "a|b/c|d" stands for: a/c, b/c, a/d, b/d. */
static gboolean
read_head (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  const char *text = jue_reader_text (self, node);
  guint n_paths = 1;
  if (text == NULL)
    return FALSE;
  if (!split_head (text, levels))
    return jue_reader_fail (self, node->line, "'%s' has an empty text or stands for too many paths", text);
  for (guint i = 0; i < levels->len; i++)
    n_paths *= g_strv_length (g_ptr_array_index (levels, i));
  for (guint i = 0; i < n_paths; i++)
    g_ptr_array_add (data, (gpointer)combine_head (self, levels, i));
  return TRUE;
}

gboolean
jue_reader_add_column (JueCatalogueReader *self, const JueNode *node, GArray *columns, const JueKnownColumn *column)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (g_array_index (columns, JueKnownColumn, i).id, column->id))
      return jue_reader_fail (self, node->line, "column %s is there already", column->id);
  g_array_append_val (columns, *column);
  return TRUE;
}

gboolean
jue_reader_column (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  static const JueReadElement elements[] = { { "head", read_head }, { NULL, NULL } };
  const char *id = jue_reader_require (self, node, "id");
  const char *role = id != NULL ? jue_reader_require (self, node, "role") : NULL;
  const char *half = jue_reader_attribute (node, "half");
  JueKnownColumn column = { .half = -1 };
  if (role == NULL)
    return FALSE;
  if (!parse_role (role, &column.role))
    return jue_reader_fail (self, node->line, "unknown role '%s'", role);
  if (half != NULL && (!g_ascii_isdigit (half[0]) || half[1] != '\0'))
    return jue_reader_fail (self, node->line, "half must be a digit, not '%s'", half);
  if (half != NULL)
    column.half = half[0] - '0';
  column.id = jue_reader_keep (self, id);
  column.heads = jue_reader_list (self, g_free);
  if (!jue_reader_children (self, node, elements, column.heads))
    return FALSE;
  if (column.heads->len == 0)
    return jue_reader_fail (self, node->line, "column %s has no head", id);
  return jue_reader_add_column (self, node, ((JueKnownShared *)data)->columns, &column);
}

static gboolean
read_name (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  const char *text = jue_reader_text (self, node);
  if (text == NULL)
    return FALSE;
  g_auto (GStrv) names = g_strsplit (text, "|", -1);
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *key = jue_row_key (names[i]);
    if (*key == '\0')
      return jue_reader_fail (self, node->line, "'%s' has an empty name", text);
    g_ptr_array_add (data, (gpointer)jue_reader_keep (self, key));
  }
  return TRUE;
}

gboolean
jue_reader_add_row (JueCatalogueReader *self, const JueNode *node, GArray *rows, const JueKnownRow *row)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (g_array_index (rows, JueKnownRow, i).id, row->id))
      return jue_reader_fail (self, node->line, "row %s is there already", row->id);
  g_array_append_val (rows, *row);
  return TRUE;
}

gboolean
jue_reader_row (JueCatalogueReader *self, const JueNode *node, gpointer data)
{
  static const JueReadElement elements[] = { { "name", read_name }, { NULL, NULL } };
  JueKnownRow row = { jue_reader_require (self, node, "id"), NULL };
  if (row.id == NULL)
    return FALSE;
  row.id = jue_reader_keep (self, row.id);
  row.names = jue_reader_list (self, NULL);
  if (!jue_reader_children (self, node, elements, row.names))
    return FALSE;
  if (row.names->len == 0)
    return jue_reader_fail (self, node->line, "row %s has no name", row.id);
  return jue_reader_add_row (self, node, ((JueKnownShared *)data)->rows, &row);
}
