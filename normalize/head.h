#ifndef JUE_HEAD_H
#define JUE_HEAD_H

#include "normalize/caption.h"
#include "normalize/report.h"

/**
 * jue_head_find: finds the form's head: sets header_rows and the path of each column (ids stay NULL).
 * Rows inside the grid that say what belongs above it (title, unit) count as head rows; what they say is added to @caption where
 * nothing is known yet.
 */
void jue_head_find (JueReport *report, JueForm *form, const JueCatalogue *catalogue, JueCaptionInfo *caption);

/** jue_head_set: makes the rows before @end the form's head; the columns' paths begin at row @first. */
void jue_head_set (JueReport *report, JueForm *form, guint first, guint end);

/** jue_form_anchor: the cell that covers a place, which may be merged: its row and column are written. Borrowed. */
JueCell *jue_form_anchor (const JueForm *form, guint row, guint col, guint *anchor_row, guint *anchor_col);

#endif
