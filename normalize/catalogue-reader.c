/*
 * What reading any element of the catalogue's files needs: attributes, text, children, and complaints with file and
 * line.
 */
#include "normalize/catalogue-reader.h"

#include "extract/error.h"

gboolean
jue_reader_fail (JueCatalogueReader *self, guint line, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (self->error, JUE_ERROR, JUE_ERROR_SYSTEM, "%s:%u: %s", self->file, line, message);
  return FALSE;
}

const char *
jue_reader_attribute (const JueNode *node, const char *name)
{
  for (guint i = 0; i < node->n_attributes; i++)
    if (g_str_equal (node->attributes[i].name, name))
      return node->attributes[i].value;
  return NULL;
}

const char *
jue_reader_require (JueCatalogueReader *self, const JueNode *node, const char *name)
{
  const char *value = jue_reader_attribute (node, name);
  if (value == NULL)
    jue_reader_fail (self, node->line, "<%s> without %s", node->name, name);
  return value;
}

const char *
jue_reader_text (JueCatalogueReader *self, const JueNode *node)
{
  if (node->text == NULL)
    jue_reader_fail (self, node->line, "<%s> must hold text and nothing else", node->name);
  return node->text;
}

gboolean
jue_reader_children (JueCatalogueReader *self, const JueNode *node, const JueReadElement *elements, gpointer data)
{
  for (const JueNode *child = node->children; child != NULL; child = child->next) {
    const JueReadElement *element = elements;
    while (element->name != NULL && !g_str_equal (element->name, child->name))
      element++;
    if (element->name == NULL)
      return jue_reader_fail (self, child->line, "<%s> may not hold '%s'", node->name, child->name);
    if (!element->read (self, child, data))
      return FALSE;
  }
  return TRUE;
}

const char *
jue_reader_keep (JueCatalogueReader *self, const char *text)
{
  return g_string_chunk_insert_const (self->catalogue->strings, text);
}

GPtrArray *
jue_reader_list (JueCatalogueReader *self, GDestroyNotify free_element)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_element);
  g_ptr_array_add (self->catalogue->arrays, list);
  return list;
}

gboolean
jue_reader_pattern (JueCatalogueReader *self, const JueNode *node, JuePatterns *patterns)
{
  g_autoptr (GError) broken = NULL;
  const char *text = jue_reader_text (self, node);
  if (text == NULL)
    return FALSE;
  if (!jue_patterns_add (patterns, text, self->check, &broken))
    return jue_reader_fail (self, node->line, "%s", broken->message);
  return TRUE;
}
