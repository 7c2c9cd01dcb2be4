/*
 * Equalities between forms. The forms of one organisation belong together; where a form of an id occurs twice among
 * them, the first one is compared.
 */
#include "check/identity.h"
#include "check/select.h"

#include <string.h>

/* Amounts of which one has a unit and the other has none cannot be compared. */
static gboolean
is_comparable (const JueLedger *a, const JueLedger *b)
{
  return (a->factor == 0) == (b->factor == 0);
}

/* The first ledger of form @id that belongs with @ledger; @ledger itself if it is one. -1 if there is none. */
static gint
find_ledger (const JueIdentityRun *self, const char *id)
{
  if (strcmp (self->ledger->known->id, id) == 0)
    return (gint)self->ledger_index;
  for (guint i = 0; i < self->ledgers->len; i++) {
    const JueLedger *ledger = g_ptr_array_index (self->ledgers, i);
    if (ledger->set == self->ledger->set && strcmp (ledger->known->id, id) == 0)
      return ledger->form->stated_empty || !is_comparable (self->ledger, ledger) ? -1 : (gint)i;
  }
  return -1;
}

/* Adds the cells of one row in the columns of one choice. */
static guint
add_row (const JueIdentityRun *self, guint index, const char *const *choice, const JueRowRef *ref, gboolean left,
         gboolean minus)
{
  const JueLedger *ledger = g_ptr_array_index (self->ledgers, index);
  guint n = 0;
  for (; choice != NULL && *choice != NULL; choice++) {
    gint col = jue_ledger_column (ledger, *choice, (gint)ref->half);
    if (col < 0)
      col = jue_ledger_column (ledger, *choice, -1);
    if (col >= 0)
      n += jue_draft_add (self->draft, ledger, index, ref->row, (guint)col, left, minus);
  }
  return n;
}

guint
jue_identity_add_value (const JueIdentityRun *self, const JueIdentityValue *value, guint index, gboolean left)
{
  const JueLedger *ledger = g_ptr_array_index (self->ledgers, index);
  const JueIdentityTerm *column = &g_array_index (value->columns, JueIdentityTerm, 0);
  const char *const *choice = jue_select_choice (ledger, column, -1);
  gint col = jue_select_column (ledger, column, -1);
  if (col < 0)
    return 0;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (JueRowTerm));
  JueRows rows = jue_rows_all (ledger);
  rows.prefer = (gint)ledger->values->halves[col];
  jue_select_rows (ledger, value->rows, &rows, (guint)col, found);
  guint n = 0;
  for (guint i = 0; i < found->len; i++) {
    const JueRowTerm *term = &g_array_index (found, JueRowTerm, i);
    n += add_row (self, index, choice, &term->ref, left, term->minus);
  }
  return n;
}

void
jue_identity_values (const JueIdentityRun *self)
{
  const GArray *values = self->identity->values;
  jue_draft_begin (self->draft, self->identity);
  for (guint i = 1; i < values->len; i++) {
    const JueIdentityValue *value = &g_array_index (values, JueIdentityValue, i);
    gint index = find_ledger (self, value->form);
    jue_draft_restart (self->draft);
    if (index >= 0
        && jue_identity_add_value (self, &g_array_index (values, JueIdentityValue, 0), self->ledger_index, TRUE) > 0
        && jue_identity_add_value (self, value, (guint)index, FALSE) > 0)
      jue_draft_try (self->draft);
  }
  jue_draft_end (self->draft);
}

/* ---- each class ---- */

/* Adds the row of a 类; 0 if the form does not list it. */
static guint
add_class (const JueIdentityRun *self, guint value, guint index, const char *code, gboolean left)
{
  const JueLedger *ledger = g_ptr_array_index (self->ledgers, index);
  const JueIdentityValue *what = &g_array_index (self->identity->values, JueIdentityValue, value);
  const char *const *choice = jue_select_choice (ledger, &g_array_index (what->columns, JueIdentityTerm, 0), -1);
  g_autofree char *by_code = g_strconcat ("code:", code, NULL), *by_name = g_strconcat ("class-", code, NULL);
  JueRows rows = jue_rows_all (ledger);
  JueRowRef ref;
  if (!jue_select_row (ledger, by_code, &rows, &ref) && !jue_select_row (ledger, by_name, &rows, &ref))
    return 0;
  return add_row (self, index, choice, &ref, left, FALSE);
}

static void
check_class (const JueIdentityRun *self, const char *code)
{
  const GArray *values = self->identity->values;
  jue_draft_begin (self->draft, self->identity);
  for (guint i = 1; i < values->len; i++) {
    gint index = find_ledger (self, g_array_index (values, JueIdentityValue, i).form);
    jue_draft_restart (self->draft);
    if (index >= 0 && add_class (self, 0, self->ledger_index, code, TRUE) > 0
        && add_class (self, i, (guint)index, code, FALSE) > 0)
      jue_draft_try (self->draft);
  }
  jue_draft_end (self->draft);
}

/* Whether an earlier line has the same code: then the form repeats its classes, and no line is the whole of one. */
static gboolean
is_repeated (const GArray *lines, guint line)
{
  const char *code = g_array_index (lines, JueLine, line).code;
  for (guint i = 0; i < lines->len; i++) {
    const char *other = g_array_index (lines, JueLine, i).code;
    if (i != line && other != NULL && strcmp (other, code) == 0)
      return TRUE;
  }
  return FALSE;
}

void
jue_identity_classes (const JueIdentityRun *self)
{
  const GArray *lines = self->ledger->form->lines;
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, JueLine, i).level == 1 && !is_repeated (lines, i))
      check_class (self, g_array_index (lines, JueLine, i).code);
}
