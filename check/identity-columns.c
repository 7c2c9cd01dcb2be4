/*
 * Sums across: in each row, the total's column against the parts' columns. Columns of money that the catalogue does not
 * know may belong to the sum; they are tried when it does not hold without them.
 */
#include "check/identity.h"
#include "check/select.h"

static gboolean
has_needs (const JueIdentityRun *self, gint half)
{
  const char *const *id = self->identity->needs;
  for (; id != NULL && *id != NULL; id++)
    if (jue_ledger_column (self->ledger, *id, half) < 0)
      return FALSE;
  for (id = self->identity->unless; id != NULL && *id != NULL; id++)
    if (jue_ledger_column (self->ledger, *id, half) >= 0)
      return FALSE;
  return TRUE;
}

/* Adds the parts of one row; returns how many columns there are. */
static guint
add_parts (const JueIdentityRun *self, const GArray *terms, guint row, gint half)
{
  guint n = 0;
  for (guint i = 0; i < terms->len; i++) {
    const JueIdentityTerm *term = &g_array_index (terms, JueIdentityTerm, i);
    const char *const *id = jue_select_choice (self->ledger, term, half);
    for (; id != NULL && *id != NULL; id++) {
      gint col = jue_ledger_column (self->ledger, *id, half);
      if (col >= 0)
        n += jue_draft_add (self->draft, self->ledger, self->ledger_index, row, (guint)col, FALSE, term->minus);
    }
  }
  return n;
}

/* Adds columns of money without id. Returns whether one of them says anything. */
static gboolean
add_unknown (const JueIdentityRun *self, guint row, gint half)
{
  const JueLedger *ledger = self->ledger;
  gboolean any = FALSE;
  for (guint col = 0; col < ledger->form->n_cols; col++) {
    const JueColumn *column = jue_form_column (ledger->form, col);
    const JueCell *cell = jue_form_cell (ledger->form, row, col);
    if (ledger->values->halves[col] != half || (column != NULL && column->id != NULL) || cell->role != JUE_ROLE_VALUE
        || cell->unit > JUE_UNIT_YUAN || jue_ledger_is_blank (ledger, row, col))
      continue;
    any |= jue_draft_add (self->draft, ledger, self->ledger_index, row, col, FALSE, FALSE);
  }
  return any;
}

static void
check_row (const JueIdentityRun *self, guint row, guint total, gint half)
{
  const JueIdentity *identity = self->identity;
  jue_draft_begin (self->draft, identity);
  for (guint i = 0; i < identity->parts->len; i++) {
    jue_draft_restart (self->draft);
    if (!jue_draft_add (self->draft, self->ledger, self->ledger_index, row, total, TRUE, FALSE))
      return;
    if (add_parts (self, g_ptr_array_index (identity->parts, i), row, half) > 0)
      jue_draft_try (self->draft);
  }
  if (jue_draft_needs_more (self->draft) && add_unknown (self, row, half))
    jue_draft_try_more (self->draft);
  jue_draft_end (self->draft);
}

void
jue_identity_columns (const JueIdentityRun *self)
{
  const JueLedger *ledger = self->ledger;
  const JueIdentityTerm *term = &g_array_index (self->identity->total, JueIdentityTerm, 0);
  for (gint half = 0; half < (gint)ledger->values->n_halves; half++) {
    gint total = jue_select_column (ledger, term, half);
    if (total < 0 || !has_needs (self, half))
      continue;
    for (guint row = ledger->form->header_rows; row < ledger->form->n_rows; row++)
      check_row (self, row, (guint)total, half);
  }
}
