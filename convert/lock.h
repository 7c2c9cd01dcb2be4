#ifndef JUE_LOCK_H
#define JUE_LOCK_H

#include <glib.h>

/** JueLock: the right to write into a folder. Processes that are forked from the owner hold it, too, until all are gone. */
typedef struct JueLock JueLock;

/**
 * jue_lock_take: for a bulk run: alone.
 * @unclean: gets whether the run before did not come to its end
 * Returns: NULL with JUE_ERROR_OUTPUT if another run is at work there, or the folder cannot be written.
 */
JueLock *jue_lock_take (const char *dir, gboolean *unclean, GError **error);

/**
 * jue_lock_share: for a few files: beside others of that kind, but not beside a bulk run. It leaves no trace.
 * Returns: TRUE with @lock NULL if no bulk run ever worked there.
 */
gboolean jue_lock_share (const char *dir, JueLock **lock, GError **error);

/** jue_lock_release: @clean: the run came to its end. */
void jue_lock_release (JueLock *self, gboolean clean);

/** Name of the file that is locked. */
#define JUE_LOCK_FILE ".juesuan-lock"

#endif
