/*
 * Which cells are values, and whose.
 *
 * A form may print two or three lists side by side; a row then has one line per half. Which half a column belongs to
 * follows from what the columns hold: a new half begins where columns of labels follow columns of amounts.
 *
 *     项目   行次   金额  |  项目   行次   合计   一般公共预算
 *     label label value | label label value value
 *     0     0     0     | 1     1     1     1
 *
 * Where a form has more such places than halves (a column of remarks between amounts), the last half takes the rest.
 */
#include "normalize/values.h"

static gboolean
is_value_column (const JueForm *form, guint col)
{
  for (guint row = form->header_rows; row < form->n_rows; row++)
    if (jue_form_cell (form, row, col)->role == JUE_ROLE_VALUE)
      return TRUE;
  return FALSE;
}

static void
find_halves (JueValues *self)
{
  guint half = 0;
  gboolean after_value = FALSE;
  for (guint col = 0; col < self->form->n_cols; col++) {
    gboolean is_value = is_value_column (self->form, col);
    if (after_value && !is_value && half + 1 < self->n_halves)
      half++;
    after_value = is_value;
    self->halves[col] = (guint8)half;
  }
}

static guint
count_halves (const JueForm *form)
{
  guint n = 1;
  for (guint i = 0; i < form->lines->len; i++)
    n = MAX (n, MIN (g_array_index (form->lines, JueLine, i).half, JUE_VALUES_MAX_HALVES - 1) + 1);
  return n;
}

JueValues *
jue_values_new (const JueForm *form)
{
  JueValues *self = g_new0 (JueValues, 1);
  self->form = form;
  self->n_halves = count_halves (form);
  self->halves = g_new0 (guint8, form->n_cols);
  if (self->n_halves > 1)
    find_halves (self);
  gsize n = (gsize)form->n_rows * self->n_halves;
  self->lines = g_new (gint32, n);
  for (gsize i = 0; i < n; i++)
    self->lines[i] = -1;
  for (guint i = 0; i < form->lines->len; i++) {
    const JueLine *line = &g_array_index (form->lines, JueLine, i);
    if (line->row < form->n_rows && line->half < self->n_halves)
      self->lines[(gsize)line->row * self->n_halves + line->half] = (gint32)i;
  }
  return self;
}

void
jue_values_free (JueValues *self)
{
  if (self == NULL)
    return;
  g_free (self->halves);
  g_free (self->lines);
  g_free (self);
}

const JueLine *
jue_values_line (const JueValues *self, guint row, guint col)
{
  gint32 i = self->lines[(gsize)row * self->n_halves + self->halves[col]];
  return i < 0 ? NULL : &g_array_index (self->form->lines, JueLine, i);
}

gboolean
jue_values_has (const JueValues *self, guint row, guint col)
{
  const JueCell *cell = jue_form_cell (self->form, row, col);
  if (cell->role != JUE_ROLE_VALUE || cell->text == NULL)
    return FALSE;
  if (cell->state != JUE_STATE_EMPTY)
    return TRUE;
  const JueLine *line = jue_values_line (self, row, col);
  return line != NULL && (line->name != NULL || line->code != NULL);
}
