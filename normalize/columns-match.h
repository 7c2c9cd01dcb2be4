#ifndef JUE_COLUMNS_MATCH_H
#define JUE_COLUMNS_MATCH_H

#include "normalize/flow.h"

/**
 * JueColumnMap: which column of the whole table each column border of a part is.
 * @n_cols: columns of the whole; @borders: for each part an array of guint, one per border (its n_cols + 1)
 */
typedef struct {
  guint n_cols;
  GPtrArray *borders; /* of GArray of guint */
} JueColumnMap;

/**
 * jue_columns_lack_left: whether @part has the columns of @first, at the same places and up to the same right border, but for the
 * leftmost: a label without an outer border that is merged over the whole page leaves no line of its own there.
 */
gboolean jue_columns_lack_left (const JueGrid *first, const JueGrid *part);

/** jue_column_map_new: matches the columns of a table's parts. */
JueColumnMap *jue_column_map_new (const JueTable *table);
void jue_column_map_free (JueColumnMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueColumnMap, jue_column_map_free)

#endif
