#ifndef JUE_VALUES_H
#define JUE_VALUES_H

#include "normalize/report.h"

/** Halves of a form printed side by side that are told apart; lines of further ones are not found by their values. */
#define JUE_VALUES_MAX_HALVES 8

/**
 * JueValues: which cells of a form are exported as values, and which line each belongs to.
 * A value is a body cell of an amount column that is not empty, or is empty in a line that has a name or a code.
 */
typedef struct {
  const JueForm *form; /* borrowed */
  guint n_halves;
  guint8 *halves; /* of each column */
  gint32 *lines;  /* index of the line of each row and half, or -1 */
} JueValues;

/** jue_values_new: looks at @form, which must outlive it. Free with jue_values_free. */
JueValues *jue_values_new (const JueForm *form);
void jue_values_free (JueValues *self);

/** jue_values_line: the line that the cell belongs to; NULL if the row says nothing. Borrowed. */
const JueLine *jue_values_line (const JueValues *self, guint row, guint col);

/** jue_values_has: TRUE if the cell is exported as a value. */
gboolean jue_values_has (const JueValues *self, guint row, guint col);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueValues, jue_values_free)

#endif
