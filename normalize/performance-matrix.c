/* The indicator matrix
 *
 *     │ 绩效 │ 一级指标 │ 二级指标 │ 三级指标 │ 指标值 │ 分值 │ 得分 │      head: levels and what is said of an indicator, perhaps
 *     │ 指标 │ 产出指标 │ 数量指标 │ 培训人数 │ ≥600人 │  10  │  10  │      in two rows (年度目标值 over 运算符号 │ 内容)
 *     │      │ (50分)   │          │ 培训期数 │ ≥4期   │  10  │  10  │      path: 产出指标 / 数量指标 / 培训期数
 *     │ 总分                                 │        │ 100  │  95  │      a sum ends it
 *
 *   1. A level that is merged over rows counts for all of them; where a page break left an empty cell, the row before tells.
 *   2. A row that adds up (performance-sum.c), or is divided across the border between levels and values, is none of the matrix any more.
 *   3. Points behind a level ((50分)) are a field of their own and not part of the path.
 */
#include "normalize/performance-private.h"

#include <string.h>

#include "normalize/head.h"

/* Most rows of a matrix head. */
#define HEAD_ROWS 3
/* Most levels of a path. */
#define MAX_LEVELS 8
/* Fewest columns that a row of numbers counts. */
#define NUMBERED_LEAST 4

/* ---- head ---- */

/* Whether the row only divides heads above it further: all its texts are heads, or stand below a head that is more than one wide. */
static gboolean
goes_on (const JuePerformanceReader *self, guint row)
{
  g_autoptr (GArray) cells = jue_performance_row (self->form, row);
  gboolean any = FALSE;
  for (guint i = 0; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    guint r, k;
    if (!jue_performance_has_text (cell->cell))
      continue;
    const JueCell *above = jue_form_anchor (self->form, row - 1, cell->col, &r, &k);
    if (above->col_span <= cell->cell->col_span || jue_performance_word (self, JUE_PLACE_INDICATOR, above) == NULL)
      return FALSE;
    any = TRUE;
  }
  return any;
}

static guint
head_end (const JuePerformanceReader *self, guint row, const GArray *cells)
{
  guint end = row + 1;
  for (guint i = 0; i < cells->len; i++) {
    const JueCell *cell = g_array_index (cells, JueRowCell, i).cell;
    const JueWord *word = jue_performance_word (self, JUE_PLACE_INDICATOR, cell);
    if (word != NULL)
      end = MAX (end, row + cell->row_span);
  }
  end = MIN (end, MIN (row + HEAD_ROWS, self->form->n_rows));
  return end == row + 1 && end < self->form->n_rows && goes_on (self, end) ? end + 1 : end;
}

/* The head of the column that begins at @col: the lowest text that is known counts. */
static JueHead
read_head (JuePerformanceReader *self, guint first, guint end, guint col)
{
  guint r, k;
  const JueCell *leaf = jue_form_anchor (self->form, end - 1, col, &r, &k);
  JueHead head = { k, k + leaf->col_span, JUE_WORD_TEXT, NULL, NULL };
  if (jue_performance_has_text (leaf))
    head.name = jue_report_string (self->report, leaf->text);
  for (guint row = end; row-- > first;) {
    const JueCell *cell = jue_form_anchor (self->form, row, col, &r, &k);
    const JueWord *word = r >= first ? jue_performance_word (self, JUE_PLACE_INDICATOR, cell) : NULL;
    if (word == NULL)
      continue;
    head.role = word->role;
    return head;
  }
  return head;
}

/* Points behind a head (分值（90）) belong to all indicators. */
static void
take_points (JuePerformanceReader *self, const JueCell *cell)
{
  g_auto (JueLabel) label = jue_catalogue_label (self->catalogue, JUE_PLACE_INDICATOR, cell->text);
  if (label.word != NULL && label.points != NULL)
    jue_performance_text_field (self, label.name, label.points, cell, JUE_WORD_SCORE, NULL);
}

/* Whether the row only numbers the columns: 1 │ 2 │ 3. */
static gboolean
numbers_columns (const JuePerformanceReader *self, guint row)
{
  if (row >= self->form->n_rows)
    return FALSE;
  g_autoptr (GArray) cells = jue_performance_row (self->form, row);
  for (guint i = 0; i < cells->len; i++) {
    char *end;
    const char *text = g_array_index (cells, JueRowCell, i).cell->text;
    if (g_ascii_strtoull (text, &end, 10) != i + 1 || end == text || *end != '\0')
      return FALSE;
  }
  return cells->len >= NUMBERED_LEAST;
}

/* The row that heads a matrix of which @row is only the upper part: a head there covers it, and names what levels do not. The row
 * itself if it heads the matrix; G_MAXUINT if there is none. */
static guint
lower_head (const JuePerformanceReader *self, guint row, const GArray *cells)
{
  if (jue_performance_is_matrix_head (self->catalogue, cells))
    return row;
  for (guint i = 0; i < cells->len; i++) {
    const JueCell *cell = g_array_index (cells, JueRowCell, i).cell;
    const JueWord *word = cell->row_span > 1 ? jue_performance_word (self, JUE_PLACE_INDICATOR, cell) : NULL;
    if (word == NULL || word->role == JUE_WORD_TEXT)
      continue;
    for (guint lower = row + 1; lower < row + MIN (cell->row_span, HEAD_ROWS); lower++) {
      g_autoptr (GArray) below = jue_performance_row (self->form, lower);
      if (jue_performance_is_matrix_head (self->catalogue, below))
        return lower;
    }
  }
  return G_MAXUINT;
}

gboolean
jue_performance_matrix_head (JuePerformanceReader *self, guint row, const GArray *cells, guint *end)
{
  guint lower = lower_head (self, row, cells);
  if (lower == G_MAXUINT)
    return FALSE;
  g_autoptr (GArray) below = jue_performance_row (self->form, lower);
  *end = head_end (self, lower, below);
  g_array_set_size (self->matrix, 0);
  for (guint c = 0; c < self->form->n_cols;) {
    JueHead head = read_head (self, row, *end, c);
    c = MAX (head.end, c + 1);
    if (head.name != NULL)
      g_array_append_val (self->matrix, head);
  }
  jue_performance_halves (self->matrix, self->second);
  for (guint r = row; r <= lower; r++) {
    g_autoptr (GArray) heads = jue_performance_row (self->form, r);
    for (guint i = 0; i < heads->len; i++)
      if (jue_performance_has_text (g_array_index (heads, JueRowCell, i).cell))
        take_points (self, g_array_index (heads, JueRowCell, i).cell);
  }
  *end += numbers_columns (self, *end);
  self->matrix_row = *end;
  return TRUE;
}

/* ---- rows ---- */

static gboolean
belongs (const JuePerformanceReader *self, const GArray *cells)
{
  guint first, end;
  jue_performance_level_columns (self->matrix, &first, &end);
  for (guint i = 0; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    if ((cell->col < first && cell->end > first) || (cell->col < end && cell->end > end))
      return FALSE;
    const JueWord *word = cell->end <= first ? jue_performance_word (self, JUE_PLACE_LABEL, cell->cell) : NULL;
    if (word != NULL && !g_str_equal (word->id, "indicators"))
      return FALSE;
  }
  return TRUE;
}

/* Whether the row says anything of an indicator by itself. */
static gboolean
says_something (const JuePerformanceReader *self, const GArray *cells)
{
  guint first, end;
  jue_performance_level_columns (self->matrix, &first, &end);
  for (guint i = 0; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    if (cell->col >= first && jue_performance_has_text (cell->cell))
      return TRUE;
  }
  return FALSE;
}

/* A level of the path; "" if the form says nothing. Points behind a level of several indicators become a field. */
static const char *
level_text (JuePerformanceReader *self, guint row, const JueHead *head, gboolean last)
{
  guint r, k;
  const JueCell *cell = jue_form_anchor (self->form, row, head->col, &r, &k);
  if (r < self->matrix_row || !jue_performance_has_text (cell))
    return "";
  if (last)
    return cell->text;
  g_auto (JueLabel) label = jue_catalogue_label (self->catalogue, JUE_PLACE_LABEL, cell->text);
  if (label.points == NULL)
    return cell->text;
  const char *name = jue_report_string (self->report, label.name);
  if (r == row)
    jue_performance_text_field (self, jue_performance_join (self, name, JUE_POINTS_FIELD), label.points, cell,
                                JUE_WORD_SCORE, NULL);
  return name;
}

/* Fills the levels of @row; an empty one is that of the row before, as long as those before it are the same. */
static guint
read_path (JuePerformanceReader *self, guint row, const char **path)
{
  guint n = 0, levels = 0, level = 0;
  gboolean same = TRUE;
  for (guint i = 0; i < self->matrix->len; i++)
    levels += jue_performance_is_level (&g_array_index (self->matrix, JueHead, i));
  levels = MIN (levels, MAX_LEVELS);
  for (guint i = 0; i < self->matrix->len && level < levels; i++) {
    const JueHead *head = &g_array_index (self->matrix, JueHead, i);
    if (!jue_performance_is_level (head))
      continue;
    const char *before = level < self->before->len ? g_ptr_array_index (self->before, level) : "";
    const char *text = level_text (self, row, head, level + 1 == levels);
    if (*text == '\0' && same && level + 1 < levels)
      text = before;
    same &= g_str_equal (text, before);
    if (level < self->before->len)
      g_ptr_array_index (self->before, level) = (gpointer)text;
    else
      g_ptr_array_add (self->before, (gpointer)text);
    level++;
    if (*text != '\0')
      path[n++] = text;
  }
  return n;
}

/* Whether the row only names whose projects follow: nothing but a text below the head of owners. */
static gboolean
names_owner (const JuePerformanceReader *self, const GArray *cells)
{
  const JueRowCell *only = NULL;
  for (guint i = 0; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    if (!jue_performance_has_text (cell->cell))
      continue;
    if (only != NULL || cell->cell->row_span > 1)
      return FALSE;
    only = cell;
  }
  for (guint i = 0; only != NULL && i < self->matrix->len; i++) {
    const JueHead *head = &g_array_index (self->matrix, JueHead, i);
    if (head->col <= only->col && only->col < head->end)
      return head->role == JUE_WORD_OWNER;
  }
  return FALSE;
}

/* Whether the row says anything in the columns of the right side that are not also those of the left. */
static gboolean
says_second (const JuePerformanceReader *self, const GArray *cells)
{
  guint from = g_array_index (self->matrix, JueHead, self->matrix->len - 1).end;
  for (guint i = 0; i < cells->len; i++) {
    const JueRowCell *cell = &g_array_index (cells, JueRowCell, i);
    if (cell->col >= from && jue_performance_has_text (cell->cell))
      return TRUE;
  }
  return FALSE;
}

/* Left and right side change places. */
static void
turn_sides (JuePerformanceReader *self)
{
  GArray *matrix = self->matrix;
  GPtrArray *before = self->before;
  self->matrix = self->second;
  self->before = self->before_second;
  self->second = matrix;
  self->before_second = before;
}

static void
take_indicator (JuePerformanceReader *self, guint row, const GArray *cells)
{
  const char *path[MAX_LEVELS];
  guint n = read_path (self, row, path);
  jue_performance_indicator (self, row, cells, path, n);
}

gboolean
jue_performance_matrix_row (JuePerformanceReader *self, guint row, const GArray *cells)
{
  if (!belongs (self, cells))
    return FALSE;
  if (!says_something (self, cells) || names_owner (self, cells))
    return TRUE;
  take_indicator (self, row, cells);
  if (self->second->len > 0 && says_second (self, cells)) {
    turn_sides (self);
    take_indicator (self, row, cells);
    turn_sides (self);
  }
  return TRUE;
}
