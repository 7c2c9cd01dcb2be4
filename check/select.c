/* Which rows and columns of a form the terms of an identity mean. */
#include "check/select.h"

#include <string.h>

JueRows
jue_rows_all (const JueLedger *ledger)
{
  return (JueRows){ ledger->form->header_rows, ledger->form->n_rows, -1, -1 };
}

/* ---- rows ---- */

static gboolean
matches (const char *id, const char *selector)
{
  gsize n = strlen (selector);
  if (n > 0 && selector[n - 1] == '*')
    return strncmp (id, selector, n - 1) == 0;
  return strcmp (id, selector) == 0;
}

static gboolean
is_inside (const JueLine *line, const JueRows *rows)
{
  return line->row >= rows->from && line->row < rows->to && (rows->half < 0 || line->half == (guint)rows->half);
}

/* Whether line number @i is what a selector without "/" means. */
static gboolean
line_matches (const JueLedger *ledger, guint i, const char *selector)
{
  const JueLine *line = &g_array_index (ledger->form->lines, JueLine, i);
  if (g_str_has_prefix (selector, "code:"))
    return line->code != NULL && strcmp (line->code, selector + strlen ("code:")) == 0;
  return ledger->row_ids[i] != NULL && matches (ledger->row_ids[i], selector);
}

/* The row of a form that has only one with values. */
static gboolean
only_row (const JueLedger *ledger, const JueRows *rows, JueRowRef *ref)
{
  guint n = 0, found = 0;
  for (guint row = rows->from; row < rows->to; row++)
    for (guint col = 0; col < ledger->form->n_cols; col++)
      if (jue_form_cell (ledger->form, row, col)->role == JUE_ROLE_VALUE && !jue_ledger_is_blank (ledger, row, col)) {
        found = row;
        n++;
        break;
      }
  if (n != 1)
    return FALSE;
  *ref = (JueRowRef){ found, 0 };
  return TRUE;
}

static gboolean
plain_row (const JueLedger *ledger, const char *selector, const JueRows *rows, JueRowRef *ref)
{
  if (strcmp (selector, "only") == 0)
    return only_row (ledger, rows, ref);
  if (rows->half < 0 && rows->prefer >= 0) {
    JueRows preferred = { rows->from, rows->to, rows->prefer, -1 };
    if (plain_row (ledger, selector, &preferred, ref))
      return TRUE;
  }
  for (guint i = 0; i < ledger->form->lines->len; i++) {
    const JueLine *line = &g_array_index (ledger->form->lines, JueLine, i);
    if (!is_inside (line, rows) || !line_matches (ledger, i, selector))
      continue;
    *ref = (JueRowRef){ line->row, line->half };
    return TRUE;
  }
  return FALSE;
}

gboolean
jue_select_row (const JueLedger *ledger, const char *selector, const JueRows *rows, JueRowRef *ref)
{
  const char *slash = strchr (selector, '/');
  if (slash == NULL)
    return plain_row (ledger, selector, rows, ref);
  g_autofree char *upper = g_strndup (selector, (gsize)(slash - selector));
  JueRowRef above;
  if (!plain_row (ledger, upper, rows, &above))
    return FALSE;
  JueRows below = { above.row + 1, rows->to, (gint)above.half, -1 };
  return plain_row (ledger, slash + 1, &below, ref);
}

static void
add_row (GArray *found, JueRowRef ref, gboolean minus)
{
  for (guint i = 0; i < found->len; i++) {
    const JueRowRef *other = &g_array_index (found, JueRowTerm, i).ref;
    if (other->row == ref.row && other->half == ref.half)
      return;
  }
  JueRowTerm term = { ref, minus };
  g_array_append_val (found, term);
}

/* All rows of one selector. */
static void
add_rows (const JueLedger *ledger, const char *selector, const JueRows *rows, gboolean minus, GArray *found)
{
  JueRowRef ref;
  if (!g_str_has_suffix (selector, "*")) {
    if (jue_select_row (ledger, selector, rows, &ref))
      add_row (found, ref, minus);
    return;
  }
  for (guint i = 0; i < ledger->form->lines->len; i++) {
    const JueLine *line = &g_array_index (ledger->form->lines, JueLine, i);
    if (is_inside (line, rows) && line_matches (ledger, i, selector))
      add_row (found, (JueRowRef){ line->row, line->half }, minus);
  }
}

static gboolean
any_value (const JueLedger *ledger, const GArray *found, guint from, guint col)
{
  for (guint i = from; i < found->len; i++) {
    guint row = g_array_index (found, JueRowTerm, i).ref.row;
    gint at = jue_ledger_cell (ledger, row, col);
    if (at >= 0 && !jue_ledger_is_blank (ledger, row, (guint)at))
      return TRUE;
  }
  return FALSE;
}

/* The first choice that says anything, else the first of which there is a row. */
static void
select_term (const JueLedger *ledger, const JueIdentityTerm *term, const JueRows *rows, guint col, GArray *found)
{
  guint start = found->len;
  gint first = -1;
  for (guint i = 0; i < term->choices->len; i++) {
    for (const char *const *s = g_ptr_array_index (term->choices, i); *s != NULL; s++)
      add_rows (ledger, *s, rows, term->minus, found);
    if (any_value (ledger, found, start, col))
      return;
    if (first < 0 && found->len > start)
      first = (gint)i;
    g_array_set_size (found, start);
  }
  for (const char *const *s = first >= 0 ? g_ptr_array_index (term->choices, first) : NULL; s != NULL && *s != NULL;
       s++)
    add_rows (ledger, *s, rows, term->minus, found);
}

void
jue_select_rows (const JueLedger *ledger, const GArray *terms, const JueRows *rows, guint col, GArray *found)
{
  for (guint i = 0; i < terms->len; i++)
    select_term (ledger, &g_array_index (terms, JueIdentityTerm, i), rows, col, found);
}

/* ---- columns ---- */

static gboolean
has_values (const JueLedger *ledger, guint col)
{
  for (guint row = ledger->form->header_rows; row < ledger->form->n_rows; row++)
    if (jue_form_cell (ledger->form, row, col)->role == JUE_ROLE_VALUE && !jue_ledger_is_blank (ledger, row, col))
      return TRUE;
  return FALSE;
}

gint
jue_select_column (const JueLedger *ledger, const JueIdentityTerm *term, gint half)
{
  const char *const *choice = jue_select_choice (ledger, term, half);
  for (; choice != NULL && *choice != NULL; choice++) {
    gint col = jue_ledger_column (ledger, *choice, half);
    if (col >= 0)
      return col;
  }
  return -1;
}

const char *const *
jue_select_choice (const JueLedger *ledger, const JueIdentityTerm *term, gint half)
{
  const char *const *first = NULL;
  for (guint i = 0; i < term->choices->len; i++) {
    const char *const *choice = g_ptr_array_index (term->choices, i);
    for (const char *const *s = choice; *s != NULL; s++) {
      gint col = jue_ledger_column (ledger, *s, half);
      if (col >= 0 && has_values (ledger, (guint)col))
        return choice;
      if (col >= 0 && first == NULL)
        first = choice;
    }
  }
  return first;
}

gboolean
jue_terms_name (const GArray *terms, const char *id)
{
  for (guint i = 0; i < terms->len; i++) {
    const GPtrArray *choices = g_array_index (terms, JueIdentityTerm, i).choices;
    for (guint j = 0; j < choices->len; j++)
      for (const char *const *s = g_ptr_array_index (choices, j); *s != NULL; s++) {
        const char *slash = strchr (*s, '/');
        if (matches (id, slash != NULL ? slash + 1 : *s))
          return TRUE;
      }
  }
  return FALSE;
}
