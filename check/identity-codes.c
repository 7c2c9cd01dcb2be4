/*
 * Sums along the codes: each line against those below it in the hierarchy, 合计 against the uppermost.
 *
 *     合计                 = 208 + 210
 *     208    社会保障      = 20805
 *     20805  养老          = 2080501 + 2080505
 *     2080501 …
 *
 * A line whose code was cut so that it has no level is tried as one more line below the one that stands above it.
 */
#include "check/identity.h"

/* Whether any line has @line for a parent. */
static gboolean
has_children (const JueForm *form, guint line)
{
  for (guint i = line + 1; i < form->lines->len; i++)
    if (g_array_index (form->lines, JueLine, i).parent == (gint)line)
      return TRUE;
  return FALSE;
}

/* The column of a line that is the same as @col of another half. */
static guint
column_of (const JueView *view, const JueLine *line, guint col)
{
  const JueColumn *column = jue_form_column (view->form, col);
  if (line->half == view->values->halves[col] || column == NULL || column->id == NULL)
    return col;
  gint same = jue_view_column (view, column->id, (gint)line->half);
  return same >= 0 ? (guint)same : col;
}

static gboolean
add_line (const JueIdentityRun *self, const JueLine *line, guint col, gboolean left)
{
  return jue_draft_add (self->draft, self->view, self->view_index, line->row, column_of (self->view, line, col), left,
                        FALSE);
}

/* Lines that belong to no level although a code is printed, behind @parent and before the next line of its level. */
static gboolean
add_stray (const JueIdentityRun *self, guint parent, guint col)
{
  const GArray *lines = self->view->form->lines;
  guint level = g_array_index (lines, JueLine, parent).level;
  gboolean any = FALSE;
  for (guint i = parent + 1; i < lines->len; i++) {
    const JueLine *line = &g_array_index (lines, JueLine, i);
    if (line->level > 0 && line->level <= level)
      break;
    if (line->level == 0 && line->code_printed != NULL && self->view->row_ids[i] == NULL)
      any |= add_line (self, line, col, FALSE);
  }
  return any;
}

static void
check_parent (const JueIdentityRun *self, guint parent, guint col)
{
  const GArray *lines = self->view->form->lines;
  jue_draft_begin (self->draft, self->identity);
  if (!add_line (self, &g_array_index (lines, JueLine, parent), col, TRUE))
    return;
  for (guint i = parent + 1; i < lines->len; i++) {
    const JueLine *line = &g_array_index (lines, JueLine, i);
    if (line->parent == (gint)parent)
      add_line (self, line, col, FALSE);
  }
  jue_draft_try (self->draft);
  if (jue_draft_needs_more (self->draft) && add_stray (self, parent, col))
    jue_draft_try_more (self->draft);
  jue_draft_end (self->draft);
}

static void
check_total (const JueIdentityRun *self, const JueLine *total, guint col)
{
  const GArray *lines = self->view->form->lines;
  guint roots = 0;
  jue_draft_begin (self->draft, self->identity);
  if (!add_line (self, total, col, TRUE))
    return;
  for (guint i = 0; i < lines->len; i++) {
    const JueLine *line = &g_array_index (lines, JueLine, i);
    if (line->level > 0 && line->parent < 0)
      roots += add_line (self, line, col, FALSE);
  }
  if (roots > 0)
    jue_draft_try (self->draft);
  jue_draft_end (self->draft);
}

/* The line of the form's total; NULL. */
static const JueLine *
find_total (const JueView *view)
{
  for (guint i = 0; i < view->form->lines->len; i++)
    if (view->row_ids[i] != NULL && g_str_equal (view->row_ids[i], "grand-total"))
      return &g_array_index (view->form->lines, JueLine, i);
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
  const JueView *view = self->view;
  const JueLine *total = find_total (view);
  if (!has_codes (view->form))
    return;
  g_autofree gboolean *money = g_new (gboolean, view->form->n_cols);
  for (guint col = 0; col < view->form->n_cols; col++) {
    money[col] = jue_view_is_money (view, col);
    if (money[col] && total != NULL && total->half == view->values->halves[col])
      check_total (self, total, col);
  }
  for (guint i = 0; i < view->form->lines->len; i++) {
    const JueLine *line = &g_array_index (view->form->lines, JueLine, i);
    if (line->level == 0 || !has_children (view->form, i))
      continue;
    for (guint col = 0; col < view->form->n_cols; col++)
      if (money[col] && view->values->halves[col] == line->half)
        check_parent (self, i, col);
  }
}
