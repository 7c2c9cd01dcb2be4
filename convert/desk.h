#ifndef JUE_DESK_H
#define JUE_DESK_H

#include "convert/message.h"
#include "convert/parser.h"
#include "convert/row.h"
#include "export/exporter.h"

/**
 * JueDeskOptions: everything is borrowed.
 * @dir: where the outputs go; must exist
 * @exporters: the formats, ended by NULL
 */
typedef struct {
  const char *dir;
  const JueExporter *const *exporters;
  const JueExportOptions *export_options;
  JueParserOptions parser;
} JueDeskOptions;

/**
 * JueDesk: converts one document after the other: opens it, has it read (parser.h), and writes the outputs. They are made in
 * a folder DIR/.juesuan-work-PID and moved to their names when all are complete.
 */
typedef struct JueDesk JueDesk;

JueDesk *jue_desk_new (const JueDeskOptions *options, GError **error);
void jue_desk_free (JueDesk *self);

/**
 * jue_desk_convert: converts the document at @row->path to DIR/@row->output.EXT, and fills in @row.
 * If @row->sha256 is known, the file must still have @row->stamp; else both are found out.
 * @tell: takes the warnings, or NULL; @data: its
 * Returns: FALSE with @error if nothing was delivered; then @row says so, too.
 */
gboolean jue_desk_convert (JueDesk *self, JueRow *row, JueTell tell, gpointer data, GError **error);

/** jue_desk_clean: removes what the desk of a process that died has left in @dir. */
void jue_desk_clean (const char *dir, int pid);

/** Begins the names of all that a desk keeps in the folder of outputs; what follows is the process id. */
#define JUE_DESK_FOLDER ".juesuan-work-"

/** Largest PDF, bytes. */
#define JUE_DESK_MAX_BYTES G_GUINT64_CONSTANT (0x7fffffff)

/**
 * jue_desk_open: opens a document for reading: a regular file of at most JUE_DESK_MAX_BYTES.
 * Returns: its descriptor, with its stamp; -1 with JUE_ERROR_INPUT or _LIMIT.
 */
int jue_desk_open (const char *path, JueStamp *stamp, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueDesk, jue_desk_free)

#endif
