#ifndef JUE_CATALOGUE_READER_H
#define JUE_CATALOGUE_READER_H

#include "normalize/catalogue-private.h"
#include "normalize/catalogue-tree.h"

/** JueCatalogueReader: what is being read, and where complaints go. */
typedef struct {
  JueCatalogue *catalogue;
  const char *file;
  gboolean check;     /* refuse broken patterns now */
  GHashTable *shared; /* id → JueKnownShared */
  GError **error;
} JueCatalogueReader;

/** JueKnownShared: columns and rows, of one form or for several. */
typedef struct {
  GArray *columns; /* of JueKnownColumn */
  GArray *rows;    /* of JueKnownRow */
} JueKnownShared;

/** JueReadFunc: reads one element; FALSE with the reader's error. */
typedef gboolean (*JueReadFunc) (JueCatalogueReader *self, const JueNode *node, gpointer data);

/** JueReadElement: an element that may occur, and what reads it. */
typedef struct {
  const char *name;
  JueReadFunc read;
} JueReadElement;

/** jue_reader_fail: sets the error "file:line: message". Returns FALSE. */
gboolean jue_reader_fail (JueCatalogueReader *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** jue_reader_attribute: value of an attribute, borrowed; NULL if it is missing or empty. */
const char *jue_reader_attribute (const JueNode *node, const char *name);

/** jue_reader_require: the attribute, or NULL with an error. */
const char *jue_reader_require (JueCatalogueReader *self, const JueNode *node, const char *name);

/** jue_reader_text: text of an element that has nothing else, borrowed; NULL with an error if it has none. */
const char *jue_reader_text (JueCatalogueReader *self, const JueNode *node);

/**
 * jue_reader_children: calls the reader of each child element; @elements ends with a NULL name, others are an error.
 */
gboolean jue_reader_children (JueCatalogueReader *self, const JueNode *node, const JueReadElement *elements,
                              gpointer data);

/** jue_reader_keep: a copy that lives as long as the catalogue. */
const char *jue_reader_keep (JueCatalogueReader *self, const char *text);

/** jue_reader_list: a list that the catalogue owns. */
GPtrArray *jue_reader_list (JueCatalogueReader *self, GDestroyNotify free_element);

/** jue_reader_pattern: adds the element's text to @patterns. */
gboolean jue_reader_pattern (JueCatalogueReader *self, const JueNode *node, JuePatterns *patterns);

/** jue_reader_column, jue_reader_row: JueReadFunc of <column> and <row>; @data: the JueKnownShared that gets it. */
gboolean jue_reader_column (JueCatalogueReader *self, const JueNode *node, gpointer data);
gboolean jue_reader_row (JueCatalogueReader *self, const JueNode *node, gpointer data);

/** jue_reader_words: JueReadFunc of <words>; @data: not used. */
gboolean jue_reader_words (JueCatalogueReader *self, const JueNode *node, gpointer data);

/** jue_reader_performance: the whole of a <performance>. */
gboolean jue_reader_performance (JueCatalogueReader *self, const JueNode *root);

/** jue_reader_add_column, jue_reader_add_row: appends, unless one of that id is there: an error at @node. */
gboolean jue_reader_add_column (JueCatalogueReader *self, const JueNode *node, GArray *columns,
                                const JueKnownColumn *column);
gboolean jue_reader_add_row (JueCatalogueReader *self, const JueNode *node, GArray *rows, const JueKnownRow *row);

#endif
