#include "check/ledger.h"

#include <string.h>

#include "normalize/money-unit.h"

#define EXACT 10000 /* JUE_FIXED: amounts printed to 0.01 元 or finer are not rounded */

/*
 * Amounts in 元 that all end in two zeros were computed from rounded ones (18,031,800.00 from 1,803.18 万元). So many have
 * to, and no more than 0.01 万元 is believed.
 */
#define MIN_COARSE 8
#define MAX_COARSE (100 * JUE_FIXED_ONE)

static const char *
without_budget (const char *id)
{
  return g_str_has_prefix (id, "budget-") ? id + strlen ("budget-") : id;
}

static const JueKnownRow *
find_known_row (const JueKnownForm *known, const char *id)
{
  for (guint i = 0; i < known->rows->len; i++)
    if (strcmp (g_array_index (known->rows, JueKnownRow, i).id, id) == 0)
      return &g_array_index (known->rows, JueKnownRow, i);
  return NULL;
}

/* The known row that a line is: by name outside the hierarchy, by code for a 类. */
static const char *
row_id_of (const JueKnownForm *known, const JueLine *line)
{
  if (line->level == 1) {
    g_autofree char *id = g_strconcat ("class-", line->code, NULL);
    const JueKnownRow *row = find_known_row (known, id);
    return row != NULL ? row->id : NULL;
  }
  gint found = line->level == 0 && line->name != NULL ? jue_known_form_row (known, line->name) : -1;
  return found >= 0 ? g_array_index (known->rows, JueKnownRow, found).id : NULL;
}

static void
find_row_ids (JueLedger *self)
{
  const GArray *lines = self->form->lines;
  self->row_ids = g_new0 (const char *, lines->len);
  for (guint i = 0; self->known->rows->len > 0 && i < lines->len; i++)
    self->row_ids[i] = row_id_of (self->known, &g_array_index (lines, JueLine, i));
}

static gboolean
is_amount (const JueCell *cell)
{
  return cell->text != NULL && cell->role == JUE_ROLE_VALUE && cell->state == JUE_STATE_VALUE
         && cell->unit <= JUE_UNIT_YUAN;
}

/* The largest power of ten, from 元 on, that divides all amounts; 0 if they are too few or have cents. */
static gint64
coarse_grain (const JueForm *form)
{
  gint64 grain = MAX_COARSE, value;
  guint n = 0;
  for (gsize i = 0; i < (gsize)form->n_rows * form->n_cols && grain >= JUE_FIXED_ONE; i++) {
    if (!is_amount (&form->cells[i]) || !jue_fixed_from_amount (form->cells[i].amount, &value) || value == 0)
      continue;
    while (grain >= JUE_FIXED_ONE && value % grain != 0)
      grain /= 10;
    n++;
  }
  return n >= MIN_COARSE && grain >= JUE_FIXED_ONE ? grain : 0;
}

/* What one unit of the last place is worth. */
static void
find_grain (JueLedger *self)
{
  const JueForm *form = self->form;
  gint64 grain = JUE_FIXED_ONE * MAX (self->factor, 1);
  for (gsize i = 0; i < (gsize)form->n_rows * form->n_cols; i++)
    if (is_amount (&form->cells[i]))
      self->decimals = MAX (self->decimals, form->cells[i].amount.scale);
  for (guint i = 0; i < self->decimals; i++)
    grain /= 10;
  if (self->factor == 1)
    self->grain = MAX (grain <= EXACT ? 0 : grain, coarse_grain (form));
  else
    self->grain = self->factor > 0 && grain <= EXACT ? 0 : grain;
}

JueLedger *
jue_ledger_new (JueForm *form, guint index, const JueCatalogue *catalogue)
{
  const JueKnownForm *known = jue_catalogue_find (catalogue, without_budget (form->id));
  if (known == NULL || form->n_rows == 0 || form->n_cols == 0)
    return NULL;
  JueLedger *self = g_new0 (JueLedger, 1);
  self->index = index;
  self->form = form;
  self->known = known;
  self->factor = jue_money_unit_factor (form->money_unit);
  self->values = jue_values_new (form);
  find_row_ids (self);
  find_grain (self);
  return self;
}

void
jue_ledger_free (JueLedger *self)
{
  if (self == NULL)
    return;
  jue_values_free (self->values);
  g_free (self->row_ids);
  g_free (self);
}

gint
jue_ledger_column (const JueLedger *self, const char *id, gint half)
{
  for (guint i = 0; i < self->form->columns->len; i++) {
    const JueColumn *column = &g_array_index (self->form->columns, JueColumn, i);
    if (column->id != NULL && strcmp (column->id, id) == 0 && column->col < self->form->n_cols
        && (half < 0 || self->values->halves[column->col] == half))
      return (gint)column->col;
  }
  return -1;
}

gboolean
jue_ledger_has_row (const JueLedger *self, const char *id)
{
  for (guint i = 0; i < self->form->lines->len; i++)
    if (self->row_ids[i] != NULL && strcmp (self->row_ids[i], id) == 0)
      return TRUE;
  return FALSE;
}

/* Column of the cell that covers a place of the same row; -1 if it is covered from above or by nothing. */
static gint
covering (const JueForm *form, guint row, guint col)
{
  for (guint left = col; left > 0; left--) {
    const JueCell *cell = jue_form_cell (form, row, left - 1);
    if (cell->text != NULL)
      return left - 1 + cell->col_span > col ? (gint)left - 1 : -1;
  }
  return -1;
}

gint
jue_ledger_cell (const JueLedger *self, guint row, guint col)
{
  const JueForm *form = self->form;
  const JueCell *cell = jue_form_cell (form, row, col);
  if (cell->text != NULL)
    return cell->role == JUE_ROLE_VALUE ? (gint)col : -1;
  gint anchor = covering (form, row, col);
  if (anchor < 0)
    return -1;
  cell = jue_form_cell (form, row, (guint)anchor);
  guint behind = (guint)anchor + cell->col_span;
  if (cell->role == JUE_ROLE_VALUE || behind >= form->n_cols)
    return -1;
  cell = jue_form_cell (form, row, behind);
  return cell->text != NULL && cell->role == JUE_ROLE_VALUE ? (gint)behind : -1;
}

gboolean
jue_ledger_is_blank (const JueLedger *self, guint row, guint col)
{
  const JueCell *cell = jue_form_cell (self->form, row, col);
  return cell->text == NULL || cell->state == JUE_STATE_EMPTY || cell->state == JUE_STATE_DASH;
}

gboolean
jue_ledger_is_money (const JueLedger *self, guint col)
{
  gboolean any = FALSE;
  for (guint row = self->form->header_rows; row < self->form->n_rows; row++) {
    const JueCell *cell = jue_form_cell (self->form, row, col);
    if (cell->role != JUE_ROLE_VALUE || cell->text == NULL)
      continue;
    if (cell->unit > JUE_UNIT_YUAN)
      return FALSE;
    any = TRUE;
  }
  return any;
}

const JueLine *
jue_ledger_line (const JueLedger *self, guint row, guint half)
{
  if (half >= self->values->n_halves)
    return NULL;
  gint32 i = self->values->lines[(gsize)row * self->values->n_halves + half];
  return i < 0 ? NULL : &g_array_index (self->form->lines, JueLine, i);
}

char *
jue_ledger_name (const JueLedger *self)
{
  const char *title = self->form->title.text != NULL ? self->form->title.text : self->known->name;
  const char *label = self->form->label.text;
  return label != NULL ? g_strdup_printf ("《%s》（%s）", title, label) : g_strdup_printf ("《%s》", title);
}

const char *
jue_ledger_unit (const JueLedger *self)
{
  return self->form->money_unit != NULL ? self->form->money_unit : "";
}
