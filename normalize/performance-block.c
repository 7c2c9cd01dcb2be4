/* Blocks of figures in performance forms: money of a project, main tasks, base data
 *
 *     │ 项目资金 │              │ 年初预算数 │ 全年预算数 │ 全年执行数 │      heads: at least two of them side by side, no figures
 *     │ （万元） │ 年度资金总额 │   106.92   │    89.50   │    89.50   │      年度资金总额 / 年初预算数 = 106.92 …
 *     │          │ 其他资金     │     0.00   │     0.00   │     0.00   │
 *
 *   1. A row's name is what stands under a head for names (对应项目), else to the left of the first figure, else the cell that
 *      covers that place from above.
 *   2. The block ends with a row that is divided otherwise, or says words where the heads promise figures.
 */
#include "normalize/performance-private.h"

#include <string.h>

#include "normalize/amount.h"
#include "normalize/head.h"

/* Heads that make a block. */
#define LEAST_HEADS 2

static gboolean
is_number (const JueCell *cell)
{
  JueAmount amount;
  return jue_performance_has_text (cell) && jue_amount_parse (cell->text, &amount, NULL) == JUE_STATE_VALUE;
}

/* Whether the cell at @i names the value to its right, and heads nothing: 起止时间 │ 2024-01至2024-12. */
static gboolean
is_pair (const JuePerformanceReader *self, const GArray *cells, guint i)
{
  if (i + 1 >= cells->len)
    return FALSE;
  const JueCell *cell = g_array_index (cells, JueRowCell, i).cell, *right = g_array_index (cells, JueRowCell, i + 1).cell;
  const JueWord *word = jue_performance_word (self, JUE_PLACE_LABEL, cell);
  return word != NULL && word->role == JUE_WORD_TEXT && jue_performance_has_text (right)
         && jue_performance_word (self, JUE_PLACE_COLUMN, cell) == NULL
         && jue_performance_word (self, JUE_PLACE_COLUMN, right) == NULL
         && jue_performance_word (self, JUE_PLACE_LABEL, right) == NULL;
}

/* Most known heads that stand side by side in the row; 0 if it has figures, or labels with values. */
static guint
heads_together (const JuePerformanceReader *self, const GArray *cells)
{
  guint run = 0, most = 0;
  for (guint i = 0; i < cells->len; i++) {
    const JueCell *cell = g_array_index (cells, JueRowCell, i).cell;
    if (is_number (cell))
      return 0;
    run = jue_performance_word (self, JUE_PLACE_COLUMN, cell) != NULL ? run + 1 : 0;
    most = MAX (most, run);
  }
  for (guint i = 0; most >= LEAST_HEADS && i < cells->len; i++)
    if (is_pair (self, cells, i))
      return 0;
  return most;
}

/* Heads that stand below one of the block's heads replace it: 预算金额 over 总额 │ 财政拨款. */
static void
drop_covered (GArray *block, guint col, guint end)
{
  for (guint i = block->len; i-- > 0;) {
    const JueHead *head = &g_array_index (block, JueHead, i);
    if (head->col < end && col < head->end)
      g_array_remove_index (block, i);
  }
}

static gint
compare_heads (gconstpointer a, gconstpointer b)
{
  return (gint)((const JueHead *)a)->col - (gint)((const JueHead *)b)->col;
}

gboolean
jue_performance_block_head (JuePerformanceReader *self, guint row, const GArray *cells)
{
  if (heads_together (self, cells) < LEAST_HEADS)
    return FALSE;
  if (row >= self->block_end)
    g_array_set_size (self->block, 0);
  guint end = row + 1;
  for (guint i = 0; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    const JueWord *word = jue_performance_word (self, JUE_PLACE_COLUMN, cell->cell);
    if (word == NULL)
      continue;
    g_auto (JueLabel) label = jue_catalogue_label (self->catalogue, JUE_PLACE_COLUMN, cell->cell->text);
    JueHead head = { cell->col, cell->end, word->role, jue_report_string (self->report, label.name),
                     jue_report_string (self->report, label.unit) };
    drop_covered (self->block, cell->col, cell->end);
    g_array_append_val (self->block, head);
    end = MAX (end, row + cell->cell->row_span);
  }
  g_array_sort (self->block, compare_heads);
  self->block_end = end;
  return TRUE;
}

/* ---- rows ---- */

/* Whether the cell says words where the head promises figures. */
static gboolean
says_words (const JueHead *head, const JueCell *cell)
{
  if (head->role == JUE_WORD_TEXT || !jue_performance_has_text (cell))
    return FALSE;
  JueCell read = *cell;
  jue_performance_value (&read, head->role, NULL);
  return read.state == JUE_STATE_TEXT;
}

/* The first column that holds no names. Names may stand under a head of figures that only names the block (年度预算数 over 总额). */
static guint
first_figure (const GArray *block, const GArray *cells)
{
  gboolean leading = TRUE;
  for (guint i = 0; i < block->len; i++) {
    const JueHead *head = &g_array_index (block, JueHead, i);
    const JueCell *cell = jue_performance_head_cell (cells, head);
    leading &= head->role == JUE_WORD_NAME || (i + 1 < block->len && cell != NULL && says_words (head, cell));
    if (!leading)
      return head->col;
  }
  return G_MAXUINT;
}

/* Whether the row is divided like the heads and has figures where they promise some. */
static gboolean
fits (const JuePerformanceReader *self, const GArray *cells, guint first)
{
  guint figures = 0, words = 0, aligned = 0;
  for (guint i = 0; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    if (cell->col < first && cell->end > first)
      return FALSE;
  }
  for (guint i = 0; i < self->block->len; i++) {
    const JueHead *head = &g_array_index (self->block, JueHead, i);
    const JueCell *cell = jue_performance_head_cell (cells, head);
    if (cell == NULL || head->col < first)
      continue;
    aligned++;
    gboolean says = says_words (head, cell);
    words += says;
    figures += !says && head->role != JUE_WORD_TEXT && jue_performance_has_text (cell);
  }
  return aligned > 0 && words <= figures;
}

static const char *
row_name (JuePerformanceReader *self, guint row, const GArray *cells, guint first)
{
  const char *name = NULL;
  gboolean named = g_array_index (self->block, JueHead, 0).role == JUE_WORD_NAME;
  for (guint i = 0; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    if (cell->end > first || !jue_performance_has_text (cell->cell))
      continue;
    if (named && cell->end <= g_array_index (self->block, JueHead, 0).col)
      continue;
    g_auto (JueLabel) label = jue_catalogue_label (self->catalogue, JUE_PLACE_LABEL, cell->cell->text);
    name = jue_performance_join (self, name, label.name);
  }
  guint r, k;
  const JueCell *above = name == NULL && first > 0 ? jue_form_anchor (self->form, row, first - 1, &r, &k) : NULL;
  if (above == NULL || !jue_performance_has_text (above))
    return name;
  g_auto (JueLabel) label = jue_catalogue_label (self->catalogue, JUE_PLACE_LABEL, above->text);
  return jue_report_string (self->report, label.name);
}

gboolean
jue_performance_block_row (JuePerformanceReader *self, guint row, const GArray *cells)
{
  guint first = first_figure (self->block, cells);
  if (first == G_MAXUINT || !fits (self, cells, first))
    return FALSE;
  const char *name = row_name (self, row, cells, first);
  g_auto (JueLabel) group = jue_performance_group (self, row, first);
  for (guint i = 0; i < self->block->len; i++) {
    const JueHead *head = &g_array_index (self->block, JueHead, i);
    JueCell *cell = head->col >= first ? jue_performance_head_cell (cells, head) : NULL;
    if (cell == NULL)
      continue;
    const char *unit = head->money_unit != NULL ? head->money_unit : group.unit != NULL ? group.unit : self->form->money_unit;
    jue_performance_figure (self, cell, head->role, unit);
    if (jue_performance_has_text (cell))
      jue_performance_field (self, jue_performance_join (self, name, head->name), cell, NULL);
  }
  return TRUE;
}
