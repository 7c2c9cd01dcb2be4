/*
 * Sums down: in each column, the total's row against the parts' rows. The parts stand either below the total or above:
 *
 *     一、本年收入      <- total             一般公共预算财政拨款
 *     （一）一般公共预算                      事业收入
 *     （二）政府性基金预算                    本年收入合计       <- total
 *     二、上年结转
 *
 * If the next row that says anything is a part, and no part stands above, they are those below, up to the next known row that is
 * none. Rows in between that the catalogue does not know may be parts too: they are tried when the sum does not hold without them.
 */
#include "check/identity.h"
#include "check/select.h"

static gboolean
has_needs (const JueIdentityRun *self)
{
  const char *const *id = self->identity->needs;
  for (; id != NULL && *id != NULL; id++)
    if (!jue_ledger_has_row (self->ledger, *id))
      return FALSE;
  for (id = self->identity->unless; id != NULL && *id != NULL; id++)
    if (jue_ledger_has_row (self->ledger, *id))
      return FALSE;
  return TRUE;
}

/* The total's row: in @half if it is there, else in any. */
static gboolean
find_total (const JueIdentityRun *self, guint half, JueRowRef *ref)
{
  const JueIdentityTerm *term = &g_array_index (self->identity->total, JueIdentityTerm, 0);
  JueRows rows = jue_rows_all (self->ledger);
  rows.prefer = (gint)half;
  for (guint i = 0; i < term->choices->len; i++) {
    const char *const *choice = g_ptr_array_index (term->choices, i);
    if (jue_select_row (self->ledger, choice[0], &rows, ref))
      return TRUE;
  }
  return FALSE;
}

/* Index of the first line behind @row in @half that has a name; -1. */
static gint
next_named (const JueLedger *ledger, guint row, guint half)
{
  for (guint i = 0; i < ledger->form->lines->len; i++) {
    const JueLine *line = &g_array_index (ledger->form->lines, JueLine, i);
    if (line->half == half && line->row > row && line->name != NULL)
      return (gint)i;
  }
  return -1;
}

static gboolean
is_part (const JueLedger *ledger, guint line, const GArray *terms)
{
  return ledger->row_ids[line] != NULL && jue_terms_name (terms, ledger->row_ids[line]);
}

/* Whether a part stands above @row in @half. */
static gboolean
has_part_above (const JueLedger *ledger, guint row, guint half, const GArray *terms)
{
  for (guint i = 0; i < ledger->form->lines->len; i++) {
    const JueLine *line = &g_array_index (ledger->form->lines, JueLine, i);
    if (line->half == half && line->row < row && is_part (ledger, i, terms))
      return TRUE;
  }
  return FALSE;
}

/* The rows among which the parts stand. */
static JueRows
find_block (const JueLedger *ledger, const JueRowRef *total, guint half, const GArray *terms)
{
  gint next = next_named (ledger, total->row, half);
  if (next < 0 || !is_part (ledger, (guint)next, terms) || has_part_above (ledger, total->row, half, terms))
    return (JueRows){ ledger->form->header_rows, total->row, (gint)half, -1 };
  JueRows below = { total->row + 1, ledger->form->n_rows, (gint)half, -1 };
  for (guint i = (guint)next; i < ledger->form->lines->len; i++) {
    const JueLine *line = &g_array_index (ledger->form->lines, JueLine, i);
    if (line->half == half && ledger->row_ids[i] != NULL && !is_part (ledger, i, terms)) {
      below.to = line->row;
      break;
    }
  }
  return below;
}

/* Whether the terms name rows by code; then they stand anywhere. */
static gboolean
by_code (const GArray *terms)
{
  const GPtrArray *choices = g_array_index (terms, JueIdentityTerm, 0).choices;
  const char *const *choice = g_ptr_array_index (choices, 0);
  return g_str_has_prefix (choice[0], "code:");
}

/* The column of a row: @col, or the one with the same id in the row's half. */
static guint
column_in (const JueLedger *ledger, const JueRowRef *ref, guint col)
{
  const JueColumn *column = jue_form_column (ledger->form, col);
  if (ref->half == ledger->values->halves[col] || column == NULL || column->id == NULL)
    return col;
  gint same = jue_ledger_column (ledger, column->id, (gint)ref->half);
  return same >= 0 ? (guint)same : col;
}

static void
add_found (const JueIdentityRun *self, const GArray *found, guint col)
{
  for (guint i = 0; i < found->len; i++) {
    const JueRowTerm *term = &g_array_index (found, JueRowTerm, i);
    jue_draft_add (self->draft, self->ledger, self->ledger_index, term->ref.row,
                   column_in (self->ledger, &term->ref, col), FALSE, term->minus);
  }
}

/* Adds rows with a value that the catalogue does not know. */
static gboolean
add_unknown (const JueIdentityRun *self, const JueRows *rows, guint col)
{
  const JueLedger *ledger = self->ledger;
  gboolean any = FALSE;
  for (guint i = 0; i < ledger->form->lines->len; i++) {
    const JueLine *line = &g_array_index (ledger->form->lines, JueLine, i);
    if (line->half != (guint)rows->half || line->row < rows->from || line->row >= rows->to || line->name == NULL
        || ledger->row_ids[i] != NULL)
      continue;
    gint at = jue_ledger_cell (ledger, line->row, col);
    if (at >= 0 && !jue_ledger_is_blank (ledger, line->row, (guint)at))
      any |= jue_draft_add (self->draft, ledger, self->ledger_index, line->row, col, FALSE, FALSE);
  }
  return any;
}

static void
check_column (const JueIdentityRun *self, guint col)
{
  const JueLedger *ledger = self->ledger;
  const JueIdentity *identity = self->identity;
  guint half = ledger->values->halves[col];
  JueRowRef total;
  if (!find_total (self, half, &total))
    return;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (JueRowTerm));
  JueRows rows = jue_rows_all (ledger);
  jue_draft_begin (self->draft, identity);
  for (guint i = 0; i < identity->parts->len; i++) {
    const GArray *terms = g_ptr_array_index (identity->parts, i);
    rows = by_code (terms) ? jue_rows_all (ledger) : find_block (ledger, &total, half, terms);
    g_array_set_size (found, 0);
    jue_select_rows (ledger, terms, &rows, col, found);
    jue_draft_restart (self->draft);
    if (!jue_draft_add (self->draft, ledger, self->ledger_index, total.row, column_in (ledger, &total, col), TRUE,
                        FALSE))
      return;
    add_found (self, found, col);
    if (found->len > 0)
      jue_draft_try (self->draft);
  }
  if (rows.half >= 0 && jue_draft_needs_more (self->draft) && add_unknown (self, &rows, col))
    jue_draft_try_more (self->draft);
  jue_draft_end (self->draft);
}

/* Whether an earlier column has the same id: then its equation has been made, wherever its rows stand. */
static gboolean
is_repeated (const JueLedger *ledger, guint col)
{
  const JueColumn *column = jue_form_column (ledger->form, col);
  return column != NULL && column->id != NULL && jue_ledger_column (ledger, column->id, -1) < (gint)col;
}

void
jue_identity_rows (const JueIdentityRun *self)
{
  const JueLedger *ledger = self->ledger;
  const char *const *ids = self->identity->columns;
  if (!has_needs (self))
    return;
  for (guint col = 0; col < ledger->form->n_cols; col++) {
    const JueColumn *column = jue_form_column (ledger->form, col);
    const char *id = column != NULL ? column->id : NULL;
    gboolean wanted = ids == NULL ? jue_ledger_is_money (ledger, col) : id != NULL && g_strv_contains (ids, id);
    if (wanted && !is_repeated (ledger, col))
      check_column (self, col);
  }
}
