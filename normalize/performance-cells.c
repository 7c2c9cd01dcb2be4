/* Performance forms: cells of a row, whether they head a matrix, exact values, fields. */
#include "normalize/performance-private.h"

#include <string.h>

#include "normalize/amount.h"
#include "normalize/head.h"
#include "normalize/money-unit.h"

GArray *
jue_performance_row (const JueForm *form, guint row)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (JueRowCell));
  for (guint c = 0; c < form->n_cols; c++) {
    JueCell *cell = jue_form_cell (form, row, c);
    JueRowCell entry = { c, c + cell->col_span, cell };
    if (cell->text != NULL)
      g_array_append_val (cells, entry);
  }
  return cells;
}

gboolean
jue_performance_has_text (const JueCell *cell)
{
  return cell->text != NULL && *cell->text != '\0';
}

const JueWord *
jue_performance_word (const JuePerformanceReader *self, JuePlace place, const JueCell *cell)
{
  return jue_performance_has_text (cell) ? jue_catalogue_word (self->catalogue, place, cell->text) : NULL;
}

/* ---- values ---- */

/* The text as a number; what stands behind it (分, 万元) is given to @unit. */
static JueState
parse (const char *text, JueAmount *amount, gboolean *percent, const char **unit)
{
  *percent = FALSE;
  JueState state = jue_amount_parse (text, amount, percent);
  if (state == JUE_STATE_VALUE || state == JUE_STATE_EMPTY || state == JUE_STATE_DASH)
    return state;
  const char *behind = jue_money_unit_behind (text);
  if (behind == NULL && g_str_has_suffix (text, JUE_POINTS))
    behind = text + strlen (text) - strlen (JUE_POINTS);
  g_autofree char *number = behind != NULL ? g_strndup (text, (gsize)(behind - text)) : NULL;
  if (number == NULL || jue_amount_parse (number, amount, percent) != JUE_STATE_VALUE || *percent)
    return JUE_STATE_TEXT;
  *unit = behind;
  return JUE_STATE_VALUE;
}

/* Unit of a figure, and what it has to be multiplied by. */
static JueUnit
unit_of (JueWordRole role, gboolean percent, const char *money_unit, gint64 *factor)
{
  *factor = 1;
  if (percent)
    return JUE_UNIT_PERCENT;
  if (role != JUE_WORD_MONEY)
    return role == JUE_WORD_PERCENT ? JUE_UNIT_NONE : JUE_UNIT_COUNT;
  gint64 found = money_unit != NULL ? jue_money_unit_factor (money_unit) : 0;
  if (found == 0)
    return JUE_UNIT_NONE;
  *factor = found;
  return JUE_UNIT_YUAN;
}

static gboolean
holds_figures (JueWordRole role)
{
  return role == JUE_WORD_MONEY || role == JUE_WORD_PERCENT || role == JUE_WORD_SCORE || role == JUE_WORD_COUNT
         || role == JUE_WORD_SUM || role == JUE_WORD_WEIGHT || role == JUE_WORD_COMPLETION;
}

void
jue_performance_value (JueCell *cell, JueWordRole role, const char *money_unit)
{
  if (!holds_figures (role) || cell->text == NULL || cell->state == JUE_STATE_UNREADABLE)
    return;
  gboolean percent;
  JueAmount amount;
  const char *own_unit = NULL;
  JueState state = parse (cell->text, &amount, &percent, &own_unit);
  gint64 factor;
  cell->role = JUE_ROLE_VALUE;
  cell->state = (guint8)state;
  if (state != JUE_STATE_VALUE)
    return;
  cell->unit = (guint8)unit_of (role, percent, own_unit != NULL ? own_unit : money_unit, &factor);
  if (!jue_amount_times (amount, factor, &cell->amount))
    cell->state = JUE_STATE_TEXT;
}

void
jue_performance_figure (JuePerformanceReader *self, JueCell *cell, JueWordRole role, const char *money_unit)
{
  jue_performance_value (cell, role, money_unit);
  if (role == JUE_WORD_MONEY && cell->role == JUE_ROLE_VALUE && cell->state == JUE_STATE_VALUE
      && cell->unit == JUE_UNIT_NONE && self->no_unit == NULL)
    self->no_unit = cell;
}

/* ---- fields ---- */

static void
add_field (JuePerformanceReader *self, const char *name, const JueCell *value, JueProv prov)
{
  JueField field = { .name = jue_report_string (self->report, name), .text = value->text, .prov = prov };
  field.has_amount = value->role == JUE_ROLE_VALUE && value->state == JUE_STATE_VALUE;
  if (field.has_amount) {
    field.amount = value->amount;
    field.unit = value->unit == JUE_UNIT_COUNT ? NULL : jue_unit_name ((JueUnit)value->unit);
  }
  g_array_append_val (self->form->fields, field);
}

void
jue_performance_field (JuePerformanceReader *self, const char *name, const JueCell *cell, const JueCell *label)
{
  static const JueCell nothing = { .text = "", .row_span = 1, .col_span = 1 };
  if (cell == NULL)
    cell = &nothing;
  add_field (self, name, cell, cell->prov.page > 0 || label == NULL ? cell->prov : label->prov);
}

void
jue_performance_text_field (JuePerformanceReader *self, const char *name, const char *text, const JueCell *cell,
                            JueWordRole role, const char *money_unit)
{
  JueCell part = {
    .text = jue_report_string (self->report, text), .row_span = 1, .col_span = 1, .role = JUE_ROLE_LABEL
  };
  jue_performance_value (&part, role, money_unit);
  add_field (self, name, &part, cell->prov);
}

const char *
jue_performance_join (JuePerformanceReader *self, const char *a, const char *b)
{
  if (a == NULL || *a == '\0' || b == NULL || *b == '\0')
    return jue_report_string (self->report, a == NULL || *a == '\0' ? b : a);
  g_autofree char *joined = g_strconcat (a, " / ", b, NULL);
  return jue_report_string (self->report, joined);
}

JueLabel
jue_performance_group (const JuePerformanceReader *self, guint row, guint col)
{
  JueLabel none = { NULL, NULL, NULL, NULL };
  for (guint c = 0; c < col; c++) {
    guint r, k;
    const JueCell *cell = jue_form_anchor (self->form, row, c, &r, &k);
    if (!jue_performance_has_text (cell) || k + cell->col_span > col || (r == row && cell->row_span == 1))
      continue;
    return jue_catalogue_label (self->catalogue, JUE_PLACE_LABEL, cell->text);
  }
  return none;
}

gboolean
jue_performance_is_matrix_head (const JueCatalogue *catalogue, const GArray *cells)
{
  guint levels = 0, others = 0;
  for (guint i = 0; i < cells->len; i++) {
    const JueCell *cell = g_array_index (cells, JueRowCell, i).cell;
    const JueWord *word =
        jue_performance_has_text (cell) ? jue_catalogue_word (catalogue, JUE_PLACE_INDICATOR, cell->text) : NULL;
    if (word == NULL || word->role == JUE_WORD_TEXT || word->role == JUE_WORD_OWNER)
      continue;
    levels += word->role == JUE_WORD_LEVEL;
    others += word->role != JUE_WORD_LEVEL;
  }
  return (levels >= 2 && others >= 1) || (levels == 1 && others >= 2) || levels >= 3;
}
