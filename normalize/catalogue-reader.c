/*
 * What reading any element of the catalogue's files needs: attributes, text, children, and complaints with file and
 * line.
 */
#include "normalize/catalogue-reader.h"

#include "extract/error.h"

gboolean
jue_reader_fail (JueCatalogueReader *self, long line, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (self->error, JUE_ERROR, JUE_ERROR_SYSTEM, "%s:%ld: %s", self->file, line, message);
  return FALSE;
}

const char *
jue_reader_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (g_str_equal (a->name, name))
      return a->children != NULL ? (const char *)a->children->content : NULL;
  return NULL;
}

const char *
jue_reader_require (JueCatalogueReader *self, const xmlNode *node, const char *name)
{
  const char *value = jue_reader_attribute (node, name);
  if (value == NULL)
    jue_reader_fail (self, xmlGetLineNo (node), "<%s> without %s", node->name, name);
  return value;
}

const char *
jue_reader_text (JueCatalogueReader *self, const xmlNode *node)
{
  const xmlNode *child = node->children;
  if (child == NULL || child->next != NULL || child->type != XML_TEXT_NODE) {
    jue_reader_fail (self, xmlGetLineNo (node), "<%s> must hold text and nothing else", node->name);
    return NULL;
  }
  return (const char *)child->content;
}

gboolean
jue_reader_children (JueCatalogueReader *self, const xmlNode *node, const JueReadElement *elements, gpointer data)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    const JueReadElement *element = elements;
    if (child->type == XML_COMMENT_NODE || xmlIsBlankNode (child))
      continue;
    while (element->name != NULL && (child->type != XML_ELEMENT_NODE || !g_str_equal (element->name, child->name)))
      element++;
    if (element->name == NULL)
      return jue_reader_fail (self, xmlGetLineNo (child), "<%s> may not hold '%s'", node->name, child->name);
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
jue_reader_pattern (JueCatalogueReader *self, const xmlNode *node, JuePatterns *patterns)
{
  g_autoptr (GError) broken = NULL;
  const char *text = jue_reader_text (self, node);
  if (text == NULL)
    return FALSE;
  if (!jue_patterns_add (patterns, text, self->check, &broken))
    return jue_reader_fail (self, xmlGetLineNo (node), "%s", broken->message);
  return TRUE;
}
