/* One indicator: its columns brought together
 *
 *     │ 培训人数 │ >= │ 600 │ 人 │ 612 │ 100% │ 10 │ 10 │   operator ≥, target 600, unit 人, actual 612
 *     │ 培训人数 │     >=600人   │ 612人 │    │ 10 │ 10 │   the same
 *
 * What is no exact number stays text. A result counts as a number only if its unit is the target's: 1.3万名 planned and
 * 13000名 reached would otherwise read as 1.3 and 13000.
 */
#include "normalize/performance-private.h"

#include "normalize/money-unit.h"
#include "normalize/target.h"
#include "normalize/words.h"

/* The reader's room while one indicator is put together. */
typedef struct {
  JuePerformanceReader *reader;
  const GArray *cells;
  JueIndicator *indicator;
} Filling;

JueCell *
jue_performance_head_cell (const GArray *cells, const JueHead *head)
{
  for (guint i = 0; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    if (cell->col >= head->col && cell->col < head->end)
      return cell->cell;
  }
  return NULL;
}

/* Text under the first head with this role; NULL if there is none. */
static const char *
text_of (const Filling *self, JueWordRole role)
{
  for (guint i = 0; i < self->reader->matrix->len; i++) {
    const JueHead *head = &g_array_index (self->reader->matrix, JueHead, i);
    JueCell *cell = head->role == role ? jue_performance_head_cell (self->cells, head) : NULL;
    if (cell == NULL || !jue_performance_has_text (cell))
      continue;
    jue_performance_value (cell, role, NULL);
    return cell->text;
  }
  return NULL;
}

static const char *
keep (const Filling *self, const char *text)
{
  return jue_report_string (self->reader->report, text);
}

/* Unit printed in a column of its own; a bare scale in the target (1.3万) is put before it. */
static const char *
unit_for (const Filling *self, const char *column, const char *target)
{
  if (column == NULL)
    return keep (self, target);
  if (target != NULL && jue_scale_factor (target) > 0) {
    g_autofree char *joined = g_strconcat (target, column, NULL);
    return keep (self, joined);
  }
  return keep (self, jue_catalogue_measure_name (self->reader->catalogue, column));
}

static void
fill_target (const Filling *self)
{
  const JueCatalogue *catalogue = self->reader->catalogue;
  const char *sign = text_of (self, JUE_WORD_OPERATOR), *text = text_of (self, JUE_WORD_TARGET);
  const char *unit = text_of (self, JUE_WORD_UNIT);
  const char *op = sign != NULL ? jue_target_operator (catalogue, sign) : NULL;
  g_auto (JueTarget) target = { NULL, NULL, NULL };
  gboolean number = jue_target_split (catalogue, text, &target);
  g_autofree char *joined = op != NULL && text != NULL ? g_strconcat (sign, text, NULL) : NULL;
  self->indicator->target_text = keep (self, joined != NULL ? joined : text);
  self->indicator->op = keep (self, target.op != NULL ? target.op : op);
  self->indicator->target = keep (self, number ? target.amount : NULL);
  self->indicator->unit = unit_for (self, unit, target.unit);
}

static void
fill_actual (const Filling *self)
{
  const char *text = text_of (self, JUE_WORD_ACTUAL);
  g_auto (JueTarget) actual = { NULL, NULL, NULL };
  self->indicator->actual_text = keep (self, text);
  if (!jue_target_split (self->reader->catalogue, text, &actual))
    return;
  if (self->indicator->unit == NULL && self->indicator->target == NULL)
    self->indicator->unit = keep (self, actual.unit);
  if (actual.unit == NULL || g_strcmp0 (actual.unit, self->indicator->unit) == 0)
    self->indicator->actual = keep (self, actual.amount);
}

/* The number under a head: points, a share of the whole. */
static const char *
number_of (const Filling *self, JueWordRole role)
{
  g_auto (JueTarget) number = { NULL, NULL, NULL };
  const char *text = text_of (self, role);
  return jue_target_split (self->reader->catalogue, text, &number) && number.op == NULL ? keep (self, number.amount)
                                                                                        : NULL;
}

/* ---- reasons ---- */

/* Texts of all columns with this role; a column that is only ticked says what its head says. */
static GString *
texts_of (const Filling *self, JueWordRole role)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < self->reader->matrix->len; i++) {
    const JueHead *head = &g_array_index (self->reader->matrix, JueHead, i);
    const JueCell *cell = head->role == role ? jue_performance_head_cell (self->cells, head) : NULL;
    if (cell == NULL || !jue_performance_has_text (cell))
      continue;
    gboolean ticked = jue_words_find (self->reader->catalogue, JUE_WORDS_TICK, cell->text, NULL, NULL);
    g_string_append_printf (out, "%s%s", out->len > 0 ? "；" : "", ticked ? head->name : cell->text);
  }
  return out;
}

/* One column for both: 偏差原因：…改进措施：… */
static void
divide_reason (const Filling *self, const GString *text)
{
  const JueCatalogue *catalogue = self->reader->catalogue;
  guint from = 0, end = (guint)text->len, measures;
  if (jue_words_find (catalogue, JUE_WORDS_MEASURES, text->str, &end, &measures))
    self->indicator->measures = keep (self, text->str + measures);
  g_autofree char *reason = g_strndup (text->str, end);
  jue_words_find (catalogue, JUE_WORDS_CAUSES, reason, NULL, &from);
  self->indicator->reason = reason[from] != '\0' ? keep (self, reason + from) : NULL;
}

static void
fill_reasons (const Filling *self)
{
  GString *reason = texts_of (self, JUE_WORD_REASON), *measures = texts_of (self, JUE_WORD_MEASURES);
  if (measures->len > 0) {
    self->indicator->reason = reason->len > 0 ? keep (self, reason->str) : NULL;
    self->indicator->measures = keep (self, measures->str);
  } else if (reason->len > 0) {
    divide_reason (self, reason);
  }
  g_string_free (reason, TRUE);
  g_string_free (measures, TRUE);
}

void
jue_performance_indicator (JuePerformanceReader *self, guint row, const GArray *cells, const char *const *path,
                           guint n_path)
{
  JueIndicator indicator = { .row = row, .path = jue_report_path (self->report, path, n_path), .n_path = n_path };
  Filling filling = { self, cells, &indicator };
  fill_target (&filling);
  fill_actual (&filling);
  indicator.completion = number_of (&filling, JUE_WORD_COMPLETION);
  indicator.weight = number_of (&filling, JUE_WORD_WEIGHT);
  indicator.score = number_of (&filling, JUE_WORD_SCORE);
  fill_reasons (&filling);
  g_array_append_val (self->form->indicators, indicator);
}
