#ifndef JUE_STATE_H
#define JUE_STATE_H

#include "convert/row.h"

/**
 * JueState: what is known of all documents, kept in DIR/.juesuan-state so that nothing is lost when a run is killed.
 *
 * During a run each row is appended when its outputs are in place. After a power failure, rows count only if a mark behind
 * them says that the disk had everything; after a killed process all do. At the end the file is written anew.
 */
typedef struct JueState JueState;

/** jue_state_open: reads what is there; broken lines are ignored. NULL with JUE_ERROR_OUTPUT if it cannot be written. */
JueState *jue_state_open (const char *dir, GError **error);

/** jue_state_free: closes the file; nothing more is written. */
void jue_state_free (JueState *self);

/** jue_state_find: by source; NULL if unknown. Borrowed until the next put. */
JueRow *jue_state_find (const JueState *self, const char *source);

/** jue_state_rows: all rows in order of their sources. Free the array, not the rows. */
GPtrArray *jue_state_rows (const JueState *self);

/** jue_state_put: takes @row over, in place of one with the same source, and appends it to the file. */
gboolean jue_state_put (JueState *self, JueRow *row, GError **error);

/** jue_state_tend: to be called now and then: has the disk take all, in a process of its own, and marks that. */
void jue_state_tend (JueState *self);

/** jue_state_finish: has the disk take all outputs, and writes the file anew. */
gboolean jue_state_finish (JueState *self, GError **error);

/** Name of the file. */
#define JUE_STATE_FILE ".juesuan-state"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueState, jue_state_free)

#endif
