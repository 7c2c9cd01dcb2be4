#include "extract/stream-read.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <libxml/xmlreader.h>
#include <zlib.h>

#include "extract/error.h"
#include "extract/stream-packed.h"

#define GZIP_BUFFER 131072

struct JueXmlIn {
  JuePacked *packed; /* in place of the two that follow, or NULL */
  xmlTextReaderPtr reader;
  gzFile file;
  GError *error;
  int level;        /* depth of the elements that next stops at */
  gboolean entered; /* the cursor stands on the parent of the elements to come: step into it, not over it */
  gboolean empty;   /* the entered element has no end tag */
  guint64 elements, max_elements;
  GString *text;
};

static int
read_bytes (void *data, char *bytes, int length)
{
  JueXmlIn *self = data;
  int n = gzread (self->file, bytes, (unsigned)length);
  if (n > 0)
    return n;
  int code = Z_OK;
  const char *why = gzerror (self->file, &code);
  if (n == 0 && (code == Z_OK || code == Z_STREAM_END))
    return 0;
  if (self->error == NULL)
    g_set_error (&self->error, JUE_ERROR, JUE_ERROR_INPUT, "cannot read: %s",
                 code == Z_ERRNO ? g_strerror (errno) : why);
  return -1;
}

/* The library made the argument const in 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorArgument;
#else
typedef xmlErrorPtr ErrorArgument;
#endif

static void
note_error (void *data, ErrorArgument problem)
{
  JueXmlIn *self = data;
  if (self->error != NULL || problem->level < XML_ERR_ERROR)
    return;
  g_autofree char *message =
      g_strchomp (g_utf8_make_valid (problem->message != NULL ? problem->message : "bad XML", -1));
  g_set_error (&self->error, JUE_ERROR, JUE_ERROR_INPUT, "line %d: %s", problem->line, message);
}

/* Line of the element at the cursor; the parser itself is some lines ahead. Nodes know no lines beyond 65534. */
static glong
line_of (JueXmlIn *self)
{
  if (self->packed != NULL)
    return 1;
  const xmlNode *node = xmlTextReaderCurrentNode (self->reader);
  glong line = node != NULL ? xmlGetLineNo (node) : 0;
  return line > 0 && line < 65535 ? line : xmlTextReaderGetParserLineNumber (self->reader);
}

void
jue_xml_in_refuse (JueXmlIn *self, gint code, const char *format, ...)
{
  if (self->error != NULL)
    return;
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (&self->error, JUE_ERROR, code, "line %ld: %s", line_of (self), message);
}

gboolean
jue_xml_in_ok (const JueXmlIn *self)
{
  return self->error == NULL;
}

gboolean
jue_xml_in_check (const JueXmlIn *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/* Type of the node at the cursor. To tell blank text from other the library would look at all of it: spared. */
static int
node_type (JueXmlIn *self)
{
  const xmlNode *node = xmlTextReaderCurrentNode (self->reader);
  if (node != NULL && (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE))
    return XML_READER_TYPE_TEXT;
  return xmlTextReaderNodeType (self->reader);
}

/* Moves the cursor to the next node, into or over the one it stands on. FALSE at the end or after a failure. */
static gboolean
step (JueXmlIn *self, gboolean into)
{
  if (self->error != NULL)
    return FALSE;
  int result = into ? xmlTextReaderRead (self->reader) : xmlTextReaderNext (self->reader);
  if (result < 0)
    jue_xml_in_refuse (self, JUE_ERROR_INPUT, "not well-formed");
  if (result <= 0 || self->error != NULL)
    return FALSE;
  int type = node_type (self);
  if (type == XML_READER_TYPE_ENTITY_REFERENCE || type == XML_READER_TYPE_DOCUMENT_TYPE)
    jue_xml_in_refuse (self, JUE_ERROR_INPUT, "document type and entities are not allowed");
  if (type == XML_READER_TYPE_ELEMENT && ++self->elements > self->max_elements && self->max_elements > 0)
    jue_xml_in_refuse (self, JUE_ERROR_LIMIT, "more than %" G_GUINT64_FORMAT " elements", self->max_elements);
  return self->error == NULL;
}

static gboolean
open_file (JueXmlIn *self, const char *path, GError **error)
{
  gboolean is_stdin = strcmp (path, "-") == 0;
  int descriptor = is_stdin ? dup (STDIN_FILENO) : -1;
  if (!is_stdin)
    self->file = gzopen (path, "rb");
  else if (descriptor >= 0)
    self->file = gzdopen (descriptor, "rb");
  if (self->file == NULL) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "cannot open: %s", g_strerror (errno));
    if (descriptor >= 0)
      close (descriptor);
    return FALSE;
  }
  gzbuffer (self->file, GZIP_BUFFER);
  return TRUE;
}

/* TRUE if the two namespaces differ in nothing but the version behind the last colon. */
static gboolean
same_family (const char *ns, const char *wanted)
{
  gsize length = (gsize)(strrchr (wanted, ':') + 1 - wanted);
  return ns != NULL && strncmp (ns, wanted, length) == 0;
}

static void
check_root (JueXmlIn *self, const char *root, const char *wanted_ns, guint version)
{
  const char *ns = self->packed != NULL ? jue_packed_attr (self->packed, "xmlns")
                                        : (const char *)xmlTextReaderConstNamespaceUri (self->reader);
  if (!jue_xml_in_is (self, root) || !same_family (ns, wanted_ns)) {
    jue_xml_in_refuse (self, JUE_ERROR_INPUT, "no %s stream", root);
    return;
  }
  const char *printed = jue_xml_in_attr (self, "version");
  g_autofree char *wanted = g_strdup_printf ("%u", version);
  if (printed == NULL)
    jue_xml_in_refuse (self, JUE_ERROR_INPUT, "%s stream without a version", root);
  else if (strcmp (printed, wanted) != 0 || strcmp (ns, wanted_ns) != 0)
    jue_xml_in_refuse (self, JUE_ERROR_VERSION, "%s stream of version %s, this program reads version %s", root, printed,
                       wanted);
}

JueXmlIn *
jue_xml_in_open (const char *path, const char *root, const char *ns, guint version, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autoptr (JueXmlIn) self = g_new0 (JueXmlIn, 1);
  self->text = g_string_new (NULL);
  if (!open_file (self, path, error))
    return NULL;
  self->reader = xmlReaderForIO (read_bytes, NULL, self, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (self->reader == NULL) {
    if (jue_xml_in_check (self, error))
      g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "cannot read");
    return NULL;
  }
  xmlTextReaderSetStructuredErrorHandler (self->reader, note_error, self);
  while (step (self, TRUE) && node_type (self) != XML_READER_TYPE_ELEMENT)
    ;
  if (self->error == NULL && xmlTextReaderNodeType (self->reader) != XML_READER_TYPE_ELEMENT)
    jue_xml_in_refuse (self, JUE_ERROR_INPUT, "no %s stream", root);
  if (self->error == NULL)
    check_root (self, root, ns, version);
  return jue_xml_in_check (self, error) ? g_steal_pointer (&self) : NULL;
}

JueXmlIn *
jue_xml_in_open_packed (int fd, const char *root, const char *ns, guint version, GError **error)
{
  g_autoptr (JueXmlIn) self = g_new0 (JueXmlIn, 1);
  self->text = g_string_new (NULL);
  self->packed = jue_packed_new (fd, error);
  if (self->packed == NULL)
    return NULL;
  if (!jue_packed_next (self->packed, TRUE))
    jue_xml_in_refuse (self, JUE_ERROR_INPUT, "no %s stream", root);
  else
    check_root (self, root, ns, version);
  return jue_xml_in_check (self, error) ? g_steal_pointer (&self) : NULL;
}

void
jue_xml_in_free (JueXmlIn *self)
{
  if (self == NULL)
    return;
  jue_packed_free (self->packed);
  if (self->reader != NULL)
    xmlFreeTextReader (self->reader);
  if (self->file != NULL)
    gzclose (self->file);
  g_clear_error (&self->error);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
jue_xml_in_limit (JueXmlIn *self, guint64 max_elements)
{
  self->max_elements = max_elements;
}

void
jue_xml_in_enter (JueXmlIn *self)
{
  self->entered = TRUE;
  if (self->packed != NULL)
    return;
  self->level = xmlTextReaderDepth (self->reader) + 1;
  self->empty = xmlTextReaderIsEmptyElement (self->reader) == 1;
}

/* Keeps to the limits, and remembers if the stream broke. */
static void
check_packed (JueXmlIn *self)
{
  if (jue_packed_broken (self->packed))
    jue_xml_in_refuse (self, JUE_ERROR_INPUT, "broken at byte %" G_GSIZE_FORMAT, jue_packed_at (self->packed));
  if (self->max_elements > 0 && jue_packed_elements (self->packed) > self->max_elements)
    jue_xml_in_refuse (self, JUE_ERROR_LIMIT, "more than %" G_GUINT64_FORMAT " elements", self->max_elements);
}

static gboolean
next_packed (JueXmlIn *self, gboolean into)
{
  if (self->error != NULL)
    return FALSE;
  gboolean any = jue_packed_next (self->packed, into);
  check_packed (self);
  return any && self->error == NULL;
}

/* Elements of other namespaces count as unknown. */
static gboolean
is_ours (JueXmlIn *self)
{
  const xmlNode *node = xmlTextReaderCurrentNode (self->reader);
  const xmlNode *root = node;
  while (root->parent != NULL && root->parent->type == XML_ELEMENT_NODE)
    root = root->parent;
  return node->ns == root->ns || (node->ns != NULL && root->ns != NULL && xmlStrEqual (node->ns->href, root->ns->href));
}

gboolean
jue_xml_in_next (JueXmlIn *self)
{
  gboolean into = self->entered;
  self->entered = FALSE;
  if (self->packed != NULL)
    return next_packed (self, into);
  if (into && self->empty) {
    self->level--;
    return FALSE;
  }
  while (step (self, into)) {
    into = FALSE;
    int type = node_type (self);
    if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->reader) < self->level) {
      self->level--;
      return FALSE;
    }
    if (type == XML_READER_TYPE_ELEMENT && is_ours (self))
      return TRUE;
  }
  jue_xml_in_refuse (self, JUE_ERROR_INPUT, "the stream ends too early");
  return FALSE;
}

gboolean
jue_xml_in_is (const JueXmlIn *self, const char *name)
{
  if (self->packed != NULL)
    return strcmp (jue_packed_name (self->packed), name) == 0;
  const xmlNode *node = xmlTextReaderCurrentNode (self->reader);
  return node != NULL && strcmp ((const char *)node->name, name) == 0;
}

const char *
jue_xml_in_text (JueXmlIn *self)
{
  if (self->packed != NULL) {
    const char *text = jue_packed_text (self->packed);
    check_packed (self);
    return text;
  }
  g_string_truncate (self->text, 0);
  if (self->error != NULL || xmlTextReaderIsEmptyElement (self->reader) == 1)
    return self->text->str;
  int depth = xmlTextReaderDepth (self->reader);
  for (gboolean into = TRUE; step (self, into); into = FALSE) {
    int type = node_type (self);
    if (type == XML_READER_TYPE_TEXT)
      g_string_append (self->text, (const char *)xmlTextReaderCurrentNode (self->reader)->content);
    else if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->reader) == depth)
      return self->text->str;
  }
  jue_xml_in_refuse (self, JUE_ERROR_INPUT, "the stream ends too early");
  return self->text->str;
}

const char *
jue_xml_in_attr (JueXmlIn *self, const char *name)
{
  if (self->packed != NULL)
    return jue_packed_attr (self->packed, name);
  const xmlNode *node = xmlTextReaderCurrentNode (self->reader);
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;
  const xmlAttr *attr = node->properties;
  while (attr != NULL && (attr->ns != NULL || strcmp ((const char *)attr->name, name) != 0))
    attr = attr->next;
  if (attr == NULL)
    return NULL;
  const xmlNode *value = attr->children;
  if (value == NULL)
    return "";
  if (value->type == XML_TEXT_NODE && value->next == NULL)
    return (const char *)value->content;
  jue_xml_in_refuse (self, JUE_ERROR_INPUT, "entity in attribute \"%s\"", name);
  return NULL;
}

gboolean
jue_xml_in_finish (JueXmlIn *self, GError **error)
{
  if (self->packed != NULL && self->error == NULL && !jue_packed_finish (self->packed))
    jue_xml_in_refuse (self, JUE_ERROR_INPUT, "the stream ends too early or too late");
  while (self->packed == NULL && step (self, TRUE))
    ;
  return jue_xml_in_check (self, error);
}
