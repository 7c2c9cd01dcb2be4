/*
 * A file of the catalogue as a tree of plain structures. The readers of the catalogue see nothing else, so they need
 * not know whether it was read from XML (a folder of descriptions) or built into the program, where it is constant data
 * and costs no time.
 */
#include "normalize/catalogue-tree.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "extract/error.h"

#define NAMESPACE "urn:juesuan:forms:1"
#define PARSE_OPTIONS                                                                                                  \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES)

struct JueTree {
  GPtrArray *blocks; /* nodes and attributes */
  GStringChunk *strings;
  const JueNode *root;
};

static const char *
keep (JueTree *self, const xmlChar *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, (const char *)text) : NULL;
}

static gpointer
block (JueTree *self, gsize bytes)
{
  gpointer made = g_malloc0 (bytes);
  g_ptr_array_add (self->blocks, made);
  return made;
}

static void
take_attributes (JueTree *self, const xmlNode *node, JueNode *made)
{
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    made->n_attributes++;
  if (made->n_attributes == 0)
    return;
  JueNodeAttribute *attributes = block (self, made->n_attributes * sizeof (JueNodeAttribute));
  made->attributes = attributes;
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next, attributes++) {
    attributes->name = keep (self, a->name);
    attributes->value = a->children != NULL ? keep (self, a->children->content) : NULL;
  }
}

/* libxml2 sees to it that elements are not nested without end. */
static JueNode *
take_node (JueTree *self, xmlNode *node)
{
  JueNode *made = block (self, sizeof (JueNode));
  const JueNode **place = &made->children;
  made->name = keep (self, node->name);
  made->line = (guint)xmlGetLineNo (node);
  if (node->type != XML_ELEMENT_NODE)
    return made;
  take_attributes (self, node, made);
  if (node->children != NULL && node->children->next == NULL && node->children->type == XML_TEXT_NODE) {
    made->text = keep (self, node->children->content);
    if (!xmlIsBlankNode (node->children))
      made->children = take_node (self, node->children);
    return made;
  }
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_COMMENT_NODE || xmlIsBlankNode (child))
      continue;
    JueNode *next = take_node (self, child);
    *place = next;
    place = &next->next;
  }
  return made;
}

static void
complain (const char *name, GError **error)
{
  const xmlError *broken = xmlGetLastError ();
  const char *reason = broken != NULL && broken->message != NULL ? broken->message : "not XML";
  g_autofree char *message = g_strchomp (g_strdup (reason));
  g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "%s:%d: %s", name, broken != NULL ? broken->line : 0, message);
}

static JueTree *
tree_new (xmlNode *root)
{
  JueTree *self = g_new0 (JueTree, 1);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (16 * 1024);
  self->root = take_node (self, root);
  return self;
}

JueTree *
jue_tree_parse (const char *name, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  JueTree *self = NULL;
  if (size > G_MAXINT) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "%s:0: too large", name);
    return NULL;
  }
  xmlDoc *doc = xmlReadMemory (data, (int)size, name, NULL, PARSE_OPTIONS);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  if (root == NULL)
    complain (name, error);
  else if (root->ns == NULL || !xmlStrEqual (root->ns->href, (const xmlChar *)NAMESPACE))
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "%s:%ld: not in the namespace " NAMESPACE, name,
                 xmlGetLineNo (root));
  else
    self = tree_new (root);
  if (doc != NULL)
    xmlFreeDoc (doc);
  return self;
}

void
jue_tree_free (JueTree *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const JueNode *
jue_tree_root (const JueTree *self)
{
  return self->root;
}
