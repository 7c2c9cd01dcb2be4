#ifndef JUE_CHECK_LEDGER_H
#define JUE_CHECK_LEDGER_H

#include "check/fixed.h"
#include "normalize/catalogue.h"
#include "normalize/values.h"

/**
 * JueLedger: a form as the checks see it.
 * @index: in the report's forms
 * @known: what the catalogue knows of it; never NULL
 * @set: forms of one organisation belong together; a file may hold several such sets
 * @factor: how many 元 the unit is; 0: no unit is printed
 * @grain: one unit of the last printed place, or of the last that is not always zero; 0: the amounts are exact to the
 *   cent. As JUE_FIXED
 * @decimals: most decimals that its amounts are printed with
 * @row_ids: of each line: the known row that it is, or NULL
 */
typedef struct {
  guint index;
  JueForm *form;
  const JueKnownForm *known;
  guint set;
  gint64 factor, grain;
  guint decimals;
  JueValues *values;
  const char **row_ids;
} JueLedger;

/** JueRowRef: a row, in one of the halves of a form printed side by side. */
typedef struct {
  guint row, half;
} JueRowRef;

/** jue_ledger_new: NULL if @form is not a known form of rows and columns. */
JueLedger *jue_ledger_new (JueForm *form, guint index, const JueCatalogue *catalogue);
void jue_ledger_free (JueLedger *self);

/** jue_ledger_column: the first column with this id in @half (-1: any); -1 if there is none. */
gint jue_ledger_column (const JueLedger *self, const char *id, gint half);

/** jue_ledger_has_row: whether some line is the known row @id. */
gboolean jue_ledger_has_row (const JueLedger *self, const char *id);

/**
 * jue_ledger_cell: the column in which the value of @row for column @col stands: @col itself, or the next one behind a
 * label that is merged over it; -1 if there is no value cell.
 */
gint jue_ledger_cell (const JueLedger *self, guint row, guint col);

/** jue_ledger_is_blank: whether the cell says nothing: empty or a dash. */
gboolean jue_ledger_is_blank (const JueLedger *self, guint row, guint col);

/** jue_ledger_is_money: whether a column holds amounts of money, as far as can be seen. */
gboolean jue_ledger_is_money (const JueLedger *self, guint col);

/** jue_ledger_line: the line of a row and half; NULL if there is none. */
const JueLine *jue_ledger_line (const JueLedger *self, guint row, guint half);

/** jue_ledger_name: the form's title and label for people, 《收入决算表》（公开02表）. Free with g_free. */
char *jue_ledger_name (const JueLedger *self);

/** jue_ledger_unit: the unit as printed, "" if none is. */
const char *jue_ledger_unit (const JueLedger *self);

#endif
