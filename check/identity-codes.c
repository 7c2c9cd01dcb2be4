/*
 * Sums along the codes: each line against those below it in the hierarchy, 合计 against the uppermost.
 *
 *     合计                 = 208 + 210
 *     208    社会保障      = 20805
 *     20805  养老          = 2080501 + 2080505
 *     2080501 …
 *
 * A line whose code was cut so that it has no level is tried as one more line below the one that stands above it; one
 * whose code was misprinted so that it stands alone is left out of 合计.
 */
#include "check/identity.h"

/* End of the lines that may stand below @line: the next one of its half that is as high or higher, or the half's end. */
static guint
end_below (const GArray *lines, guint line)
{
  const JueLine *above = &g_array_index (lines, JueLine, line);
  guint i = line + 1;
  for (; i < lines->len; i++) {
    const JueLine *next = &g_array_index (lines, JueLine, i);
    if (next->half != above->half || (next->level > 0 && next->level <= above->level))
      break;
  }
  return i;
}

/* Whether any line has @line for a parent. */
static gboolean
has_children (const JueForm *form, guint line)
{
  guint end = end_below (form->lines, line);
  for (guint i = line + 1; i < end; i++)
    if (g_array_index (form->lines, JueLine, i).parent == (gint)line)
      return TRUE;
  return FALSE;
}

/* The column of a line that is the same as @col of another half. */
static guint
column_of (const JueLedger *ledger, const JueLine *line, guint col)
{
  const JueColumn *column = jue_form_column (ledger->form, col);
  if (line->half == ledger->values->halves[col] || column == NULL || column->id == NULL)
    return col;
  gint same = jue_ledger_column (ledger, column->id, (gint)line->half);
  return same >= 0 ? (guint)same : col;
}

static gboolean
add_line (const JueIdentityRun *self, const JueLine *line, guint col, gboolean left)
{
  return jue_draft_add (self->draft, self->ledger, self->ledger_index, line->row, column_of (self->ledger, line, col),
                        left, FALSE);
}

/* Lines that belong to no level although a code is printed, behind @parent and before the next line of its level. */
static gboolean
add_stray (const JueIdentityRun *self, guint parent, guint col)
{
  const GArray *lines = self->ledger->form->lines;
  guint level = g_array_index (lines, JueLine, parent).level;
  gboolean any = FALSE;
  for (guint i = parent + 1; i < lines->len; i++) {
    const JueLine *line = &g_array_index (lines, JueLine, i);
    if (line->level > 0 && line->level <= level)
      break;
    if (line->level == 0 && line->code_printed != NULL && self->ledger->row_ids[i] == NULL)
      any |= add_line (self, line, col, FALSE);
  }
  return any;
}

static void
check_parent (const JueIdentityRun *self, guint parent, guint col)
{
  const GArray *lines = self->ledger->form->lines;
  jue_draft_begin (self->draft, self->identity);
  if (!add_line (self, &g_array_index (lines, JueLine, parent), col, TRUE))
    return;
  guint end = end_below (lines, parent);
  for (guint i = parent + 1; i < end; i++) {
    const JueLine *line = &g_array_index (lines, JueLine, i);
    if (line->parent == (gint)parent)
      add_line (self, line, col, FALSE);
  }
  jue_draft_try (self->draft);
  if (jue_draft_needs_more (self->draft) && add_stray (self, parent, col))
    jue_draft_try_more (self->draft);
  jue_draft_end (self->draft);
}

/* Adds the uppermost lines down to @deepest level. */
static guint
add_roots (const JueIdentityRun *self, guint deepest, guint col)
{
  const GArray *lines = self->ledger->form->lines;
  guint roots = 0;
  for (guint i = 0; i < lines->len; i++) {
    const JueLine *line = &g_array_index (lines, JueLine, i);
    if (line->level > 0 && line->level <= deepest && line->parent < 0)
      roots += add_line (self, line, col, FALSE);
  }
  return roots;
}

static void
check_total (const JueIdentityRun *self, const JueLine *total, guint col)
{
  jue_draft_begin (self->draft, self->identity);
  if (!add_line (self, total, col, TRUE))
    return;
  guint all = add_roots (self, G_MAXUINT, col);
  if (all > 0)
    jue_draft_try (self->draft);
  if (jue_draft_needs_more (self->draft)) {
    jue_draft_restart (self->draft);
    add_line (self, total, col, TRUE);
    guint classes = add_roots (self, 1, col);
    if (classes > 0 && classes < all)
      jue_draft_try_more (self->draft);
  }
  jue_draft_end (self->draft);
}

/* The line of the form's total; NULL. */
static const JueLine *
find_total (const JueLedger *ledger)
{
  for (guint i = 0; i < ledger->form->lines->len; i++)
    if (ledger->row_ids[i] != NULL && g_str_equal (ledger->row_ids[i], "grand-total"))
      return &g_array_index (ledger->form->lines, JueLine, i);
  return NULL;
}

static gboolean
has_codes (const JueForm *form)
{
  for (guint i = 0; i < form->lines->len; i++)
    if (g_array_index (form->lines, JueLine, i).level > 0)
      return TRUE;
  return FALSE;
}

void
jue_identity_codes (const JueIdentityRun *self)
{
  const JueLedger *ledger = self->ledger;
  const JueLine *total = find_total (ledger);
  if (!has_codes (ledger->form))
    return;
  g_autofree gboolean *money = g_new (gboolean, ledger->form->n_cols);
  for (guint col = 0; col < ledger->form->n_cols; col++) {
    money[col] = jue_ledger_is_money (ledger, col);
    if (money[col] && total != NULL && total->half == ledger->values->halves[col])
      check_total (self, total, col);
  }
  for (guint i = 0; i < ledger->form->lines->len; i++) {
    const JueLine *line = &g_array_index (ledger->form->lines, JueLine, i);
    if (line->level == 0 || !has_children (ledger->form, i))
      continue;
    for (guint col = 0; col < ledger->form->n_cols; col++)
      if (money[col] && ledger->values->halves[col] == line->half)
        check_parent (self, i, col);
  }
}
