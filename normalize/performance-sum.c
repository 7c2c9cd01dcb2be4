/* The sum below an indicator matrix
 *
 *     │ 三级指标 │ 分值 │ 得分 │
 *     │ 总分     │ 100  │ 95   │                            what stands under heads of points: 总分 / 分值 = 100, 总分 / 得分 = 95
 *     │ 指标得分小计 │ 90 │ 预算执行率得分 │ 10 │      several sums are labels with values
 *
 * The word stands over all levels or, where no rule shows how far it reaches, below one of them.
 */
#include "normalize/performance-private.h"

static const JueHead *
points_head (const JuePerformanceReader *self, const JueRowCell *cell)
{
  for (guint i = 0; i < self->matrix->len; i++) {
    const JueHead *head = &g_array_index (self->matrix, JueHead, i);
    if (head->col == cell->col && head->end >= cell->end
        && (head->role == JUE_WORD_WEIGHT || head->role == JUE_WORD_SCORE || head->role == JUE_WORD_COMPLETION))
      return head;
  }
  return NULL;
}

/* Whether labels stand behind the first one: 指标自评得分小计 │ 90 │ 预算执行率得分 │ 10. */
static gboolean
has_more_labels (const JuePerformanceReader *self, const GArray *cells, guint label_at)
{
  for (guint i = label_at + 1; i < cells->len; i++)
    if (jue_performance_word (self, JUE_PLACE_LABEL, g_array_index (cells, JueRowCell, i).cell) != NULL)
      return TRUE;
  return FALSE;
}

/* The sum's cells that stand under a head of points: 总分 / 分值. FALSE if there are none. */
static gboolean
take_sums (JuePerformanceReader *self, const GArray *cells, guint label_at)
{
  const JueRowCell *first = &g_array_index (cells, JueRowCell, label_at);
  g_auto (JueLabel) label = jue_catalogue_label (self->catalogue, JUE_PLACE_LABEL, first->cell->text);
  gboolean any = FALSE;
  for (guint i = label_at + 1; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    const JueHead *head = points_head (self, cell);
    if (head == NULL || !jue_performance_has_text (cell->cell))
      continue;
    jue_performance_value (cell->cell, JUE_WORD_SUM, NULL);
    g_auto (JueLabel) name = jue_catalogue_label (self->catalogue, JUE_PLACE_INDICATOR, head->name);
    jue_performance_field (self, jue_performance_join (self, label.name, name.name), cell->cell, NULL);
    any = TRUE;
  }
  return any;
}

static gboolean
under_level (const JuePerformanceReader *self, const JueRowCell *cell)
{
  for (guint i = 0; i < self->matrix->len; i++) {
    const JueHead *head = &g_array_index (self->matrix, JueHead, i);
    if (jue_performance_is_level (head) && cell->col < head->end && head->col < cell->end)
      return TRUE;
  }
  return FALSE;
}

/* Whether the text at @at is the only one below the levels, which begin at column @first: it stands in front or, where cells are
 * not seen to be merged, below any of them. */
static gboolean
leaves_levels_out (const JuePerformanceReader *self, const GArray *cells, guint at, guint first)
{
  guint col = first;
  for (guint i = 0; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    if (i > at && jue_performance_has_text (cell->cell) && under_level (self, cell))
      return FALSE;
    /* What reaches down from above is a level all the same. */
    if (i <= at && cell->col > col)
      return FALSE;
    col = MAX (col, cell->end);
  }
  const JueRowCell *label = &g_array_index (cells, JueRowCell, at);
  return label->col <= first || under_level (self, label);
}

gboolean
jue_performance_sum_row (JuePerformanceReader *self, guint row, const GArray *cells)
{
  guint first, end, at = 0;
  jue_performance_level_columns (self->matrix, &first, &end);
  while (at < cells->len && !jue_performance_has_text (g_array_index (cells, JueRowCell, at).cell))
    at++;
  if (at == cells->len || !leaves_levels_out (self, cells, at, first))
    return FALSE;
  const JueWord *word = jue_performance_word (self, JUE_PLACE_LABEL, g_array_index (cells, JueRowCell, at).cell);
  if (word == NULL || word->role != JUE_WORD_SUM)
    return FALSE;
  if (has_more_labels (self, cells, at) || !take_sums (self, cells, at))
    jue_performance_pairs (self, row, cells);
  return TRUE;
}
