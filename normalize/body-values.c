/* The values of a form, exactly as printed and in yuan. */
#include "normalize/body-private.h"

#include "normalize/amount.h"
#include "normalize/money-unit.h"

/* A form whose values are read. */
typedef struct {
  JueReport *report;
  JueForm *form;
  gint64 factor; /* yuan that one of its money unit is; 0: the unit is not known */
} Reader;

static JueUnit
unit_of (const Reader *self, JueColumnRole role, gboolean percent)
{
  if (percent || role == JUE_COLUMN_PERCENT)
    return JUE_UNIT_PERCENT;
  if (role == JUE_COLUMN_COUNT)
    return JUE_UNIT_COUNT;
  return self->factor > 0 ? JUE_UNIT_YUAN : JUE_UNIT_NONE;
}

static void
diagnose_unreadable (const Reader *self, const JueCell *cell, guint row, guint col)
{
  const char *title = self->form->title.text;
  jue_diagnoses_add (self->report->diagnoses, JUE_SEVERITY_WARNING, "cell-unreadable", cell->prov,
                     "%s: row %u, column %u: “%s” is no amount", title != NULL ? title : "a table", row, col,
                     cell->text);
}

static void
read_value (const Reader *self, JueCell *cell, JueColumnRole role, guint row, guint col)
{
  gboolean percent = FALSE;
  gboolean unknown_glyphs = cell->state == JUE_STATE_UNREADABLE;
  JueAmount amount = { 0, 0 };
  JueState state = jue_amount_parse (cell->text, &amount, &percent);
  cell->role = JUE_ROLE_VALUE;
  cell->state = (guint8)(unknown_glyphs ? JUE_STATE_UNREADABLE : state);
  if (cell->state == JUE_STATE_UNREADABLE)
    diagnose_unreadable (self, cell, row, col);
  if (cell->state != JUE_STATE_VALUE)
    return;
  cell->unit = (guint8)unit_of (self, role, percent);
  if (!jue_amount_times (amount, cell->unit == JUE_UNIT_YUAN ? self->factor : 1, &cell->amount)) {
    cell->state = JUE_STATE_UNREADABLE;
    diagnose_unreadable (self, cell, row, col);
  }
}

/* Whether some number of a column has decimals. */
static gboolean
has_decimals (const JueForm *form, guint col)
{
  JueAmount amount;
  for (guint r = form->header_rows; r < form->n_rows; r++) {
    const char *text = jue_form_cell (form, r, col)->text;
    if (text != NULL && jue_amount_parse (text, &amount, NULL) == JUE_STATE_VALUE && amount.scale > 0)
      return TRUE;
  }
  return FALSE;
}

/* In an unknown table, a cell is a value if it is nothing but a number. It is money if its table says in what unit, its column has
 * decimals, and the head does not say that it holds something else; what other numbers count is not known. */
static void
read_unknown (JueCell *cell, gint64 factor)
{
  gboolean percent = FALSE;
  JueAmount amount;
  if (cell->state == JUE_STATE_UNREADABLE || jue_amount_parse (cell->text, &amount, &percent) != JUE_STATE_VALUE)
    return;
  cell->role = JUE_ROLE_VALUE;
  cell->state = JUE_STATE_VALUE;
  cell->unit = percent ? JUE_UNIT_PERCENT : JUE_UNIT_NONE;
  cell->amount = amount;
  if (!percent && factor > 0 && jue_amount_times (amount, factor, &cell->amount))
    cell->unit = JUE_UNIT_YUAN;
}

static void
read_unknown_column (const Reader *self, guint col, JueColumnRole role)
{
  gboolean money = role == JUE_COLUMN_AMOUNT && self->factor > 0 && has_decimals (self->form, col);
  for (guint r = 0; r < self->form->n_rows; r++) {
    JueCell *cell = jue_form_cell (self->form, r, col);
    cell->role = r < self->form->header_rows ? JUE_ROLE_HEAD : JUE_ROLE_LABEL;
    if (cell->text != NULL && r >= self->form->header_rows)
      read_unknown (cell, money ? self->factor : 0);
  }
}

void
jue_body_read_values (JueReport *report, JueForm *form, const JueKnownForm *known, const JueColumnUse *uses)
{
  const Reader reader = { report, form, jue_money_unit_factor (form->money_unit) };
  for (guint c = 0; known == NULL && c < form->n_cols; c++)
    read_unknown_column (&reader, c, uses[c].role);
  for (guint r = 0; known != NULL && r < form->n_rows; r++)
    for (guint c = 0; c < form->n_cols; c++) {
      JueCell *cell = jue_form_cell (form, r, c);
      JueColumnRole role = uses[c].role;
      cell->role = r < form->header_rows ? JUE_ROLE_HEAD : JUE_ROLE_LABEL;
      gboolean figures = role == JUE_COLUMN_AMOUNT || role == JUE_COLUMN_PERCENT || role == JUE_COLUMN_COUNT;
      if (cell->text != NULL && r >= form->header_rows && figures)
        read_value (&reader, cell, role, r, c);
    }
}
