#ifndef JUE_JOURNAL_H
#define JUE_JOURNAL_H

#include "convert/row.h"

/**
 * JueJournal: what is known of all documents, kept in DIR/.juesuan-journal so that nothing is lost when a run is killed.
 *
 * During a run each row is appended when its outputs are in place. After a power failure, rows count only if a mark behind
 * them says that the disk had everything; after a killed process all do. At the end the file is written anew.
 */
typedef struct JueJournal JueJournal;

/** jue_journal_open: reads what is there; broken lines are ignored. NULL with JUE_ERROR_OUTPUT if it cannot be written. */
JueJournal *jue_journal_open (const char *dir, GError **error);

/** jue_journal_free: closes the file; nothing more is written. */
void jue_journal_free (JueJournal *self);

/** jue_journal_find: by source; NULL if unknown. Borrowed until the next put. */
JueRow *jue_journal_find (const JueJournal *self, const char *source);

/** jue_journal_rows: all rows in order of their sources. Free the array, not the rows. */
GPtrArray *jue_journal_rows (const JueJournal *self);

/** jue_journal_put: takes @row over, in place of one with the same source, and appends it to the file. */
gboolean jue_journal_put (JueJournal *self, JueRow *row, GError **error);

/** jue_journal_tend: to be called now and then: has the disk take all, in a process of its own, and marks that. */
void jue_journal_tend (JueJournal *self);

/** jue_journal_finish: has the disk take all outputs, and writes the file anew. */
gboolean jue_journal_finish (JueJournal *self, GError **error);

/** Name of the file. */
#define JUE_JOURNAL_FILE ".juesuan-journal"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueJournal, jue_journal_free)

#endif
