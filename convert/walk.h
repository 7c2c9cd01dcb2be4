#ifndef JUE_WALK_H
#define JUE_WALK_H

#include "convert/message.h"

/**
 * JueInput: a document to convert.
 * @source: absolute path; @path: as found; @output: folders below the argument and name without .pdf. Owned
 */
typedef struct {
  char *source, *path, *output;
} JueInput;

/** Deepest folders below an argument that are looked into. */
#define JUE_WALK_MAX_DEPTH 200

/**
 * JueWalk: gathers documents.
 * @inputs: of JueInput, in order of arguments, and of names (as bytes) within a folder, each source once
 * @failures: arguments and folders that could not be read
 */
typedef struct {
  GPtrArray *inputs;
  GHashTable *sources; /* source → its JueInput */
  guint failures;
  guint64 skip_device, skip_inode; /* a folder that is not looked into: that of the outputs */
  JueTell tell;
  gpointer data;
} JueWalk;

/** jue_walk_new: @skip: a folder that is not looked into, unless it is itself an argument; or NULL. */
JueWalk *jue_walk_new (const char *skip, JueTell tell, gpointer data);
void jue_walk_free (JueWalk *self);

/**
 * jue_walk_add: a file, whatever its name; or a folder: all in it and below that is named .pdf (also .PDF).
 * Links to files are followed, links to folders are not, and a note says so.
 */
void jue_walk_add (JueWalk *self, const char *path);

/**
 * jue_walk_add_list: each line of @list ("-" is standard input) is a path. With @nul, each ends in a zero byte instead.
 * A relative path keeps its folders in the names of the outputs.
 * Returns: FALSE with JUE_ERROR_INPUT if the list cannot be read.
 */
gboolean jue_walk_add_list (JueWalk *self, const char *list, gboolean nul, GError **error);

/** jue_walk_list: the names in a folder, sorted byte by byte. Free with g_ptr_array_unref; NULL if it cannot be read. */
GPtrArray *jue_walk_list (const char *path);

/** jue_walk_stem: the file name without folders and without .pdf. Free with g_free. */
char *jue_walk_stem (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueWalk, jue_walk_free)

#endif
