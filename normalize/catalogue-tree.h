#ifndef JUE_CATALOGUE_TREE_H
#define JUE_CATALOGUE_TREE_H

#include <glib.h>

/** JueNodeAttribute: name and value of an attribute; an empty value is NULL. */
typedef struct {
  const char *name, *value;
} JueNodeAttribute;

/** JueNode: an element of one of the catalogue's files, and the elements in it. Comments and blank text are gone. */
typedef struct JueNode JueNode;
struct JueNode {
  const char *name;
  const char *text; /* NULL unless the element holds text and nothing else */
  const JueNodeAttribute *attributes;
  const JueNode *children; /* the first; text beside elements is one of them, as if it were an element named "text" */
  const JueNode *next;
  guint n_attributes;
  guint line;
};

/** JueCatalogueFile: a file of the catalogue, as it was read. */
typedef struct {
  const char *name;
  const JueNode *root;
} JueCatalogueFile;

/** The files that are built in, by name; made by pack-forms from ../forms when the program is built. */
extern const JueCatalogueFile jue_forms_files[];
extern const guint jue_forms_n_files;

/** JueTree: the nodes of a file that was read from XML. */
typedef struct JueTree JueTree;

/**
 * jue_tree_parse: @name: the file's, for complaints. Free with jue_tree_free; NULL with JUE_ERROR_SYSTEM, as
 * "file:line: message", if it is no XML or not in the catalogue's namespace.
 */
JueTree *jue_tree_parse (const char *name, GBytes *bytes, GError **error);
void jue_tree_free (JueTree *self);

/** jue_tree_root: borrowed. */
const JueNode *jue_tree_root (const JueTree *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueTree, jue_tree_free)

#endif
