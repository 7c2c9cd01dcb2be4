#ifndef JUE_CHECK_VIEW_H
#define JUE_CHECK_VIEW_H

#include "check/fixed.h"
#include "normalize/catalogue.h"
#include "normalize/values.h"

/**
 * JueView: a form as the checks see it.
 * @index: in the report's forms
 * @known: what the catalogue knows of it; never NULL
 * @set: forms of one organisation belong together; a file may hold several such sets
 * @factor: how many 元 the unit is; 0: no unit is printed
 * @grain: one unit of the last printed place; 0: the amounts are exact to the cent. As JUE_FIXED
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
} JueView;

/** JueRowRef: a row, in one of the halves of a form printed side by side. */
typedef struct {
  guint row, half;
} JueRowRef;

/** jue_view_new: NULL if @form is not a known form of rows and columns. */
JueView *jue_view_new (JueForm *form, guint index, const JueCatalogue *catalogue);
void jue_view_free (JueView *self);

/** jue_view_column: the first column with this id in @half (-1: any); -1 if there is none. */
gint jue_view_column (const JueView *self, const char *id, gint half);

/** jue_view_has_row: whether some line is the known row @id. */
gboolean jue_view_has_row (const JueView *self, const char *id);

/**
 * jue_view_cell: the column in which the value of @row for column @col stands: @col itself, or the next one behind a
 * label that is merged over it; -1 if there is no value cell.
 */
gint jue_view_cell (const JueView *self, guint row, guint col);

/** jue_view_is_blank: whether the cell says nothing: empty or a dash. */
gboolean jue_view_is_blank (const JueView *self, guint row, guint col);

/** jue_view_is_money: whether a column holds amounts of money, as far as can be seen. */
gboolean jue_view_is_money (const JueView *self, guint col);

/** jue_view_line: the line of a row and half; NULL if there is none. */
const JueLine *jue_view_line (const JueView *self, guint row, guint half);

/** jue_view_name: the form's title and label for people, 《收入决算表》（公开02表）. Free with g_free. */
char *jue_view_name (const JueView *self);

/** jue_view_unit: the unit as printed, "" if none is. */
const char *jue_view_unit (const JueView *self);

#endif
