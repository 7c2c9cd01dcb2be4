/* Levels of an indicator matrix, and its two halves
 *
 *     │ 一级指标 │ 二级指标 │ 三级指标 │ 指标值 │ 二级指标 │ 三级指标 │ 指标值 │
 *     │ 产出指标 │ 数量指标 │ 建成台站 │ ≥36个  │ 数量指标 │ 建成台站 │ ≥12个  │      goals of some years and of this one
 *
 *   1. Levels behind a target, with a target of their own behind them, begin a second half. It takes the levels that it does not
 *      repeat from the first. Levels behind the last target are none: 指标内容 at the end explains.
 *   2. What stands between levels (名称 │ 权重 │ 名称 │ 权重) belongs to the level before it, and not to the indicator.
 */
#include "normalize/performance-private.h"

gboolean
jue_performance_is_level (const JueHead *head)
{
  return head->role == JUE_WORD_LEVEL || head->role == JUE_WORD_OWNER;
}

void
jue_performance_level_columns (const GArray *matrix, guint *first, guint *end)
{
  *first = G_MAXUINT;
  *end = 0;
  for (guint i = 0; i < matrix->len; i++) {
    const JueHead *head = &g_array_index (matrix, JueHead, i);
    if (!jue_performance_is_level (head))
      continue;
    *first = MIN (*first, head->col);
    *end = MAX (*end, head->end);
  }
}

static const JueHead *
head_at (const GArray *heads, guint i)
{
  return &g_array_index (heads, JueHead, i);
}

/* Place of the first head from @from on with this role; the number of heads if there is none. */
static guint
find_role (const GArray *heads, guint from, JueWordRole role)
{
  while (from < heads->len && head_at (heads, from)->role != role)
    from++;
  return from;
}

/* Whether a level stands behind @at, before @end. */
static gboolean
level_follows (const GArray *heads, guint at, guint end)
{
  return find_role (heads, at + 1, JUE_WORD_LEVEL) < end;
}

static guint
count_levels (const GArray *heads)
{
  guint n = 0;
  for (guint i = 0; i < heads->len; i++)
    n += head_at (heads, i)->role == JUE_WORD_LEVEL;
  return n;
}

/* Moves what stands from @from on to the second half, behind the levels of the first that it leaves out. */
static void
part (GArray *matrix, GArray *second, guint from)
{
  g_array_append_vals (second, head_at (matrix, from), matrix->len - from);
  g_array_set_size (matrix, from);
  guint own = count_levels (second), left = count_levels (matrix), at = 0;
  for (guint i = 0; i < matrix->len && own < left; i++) {
    JueHead head = *head_at (matrix, i);
    if (!jue_performance_is_level (&head))
      continue;
    g_array_insert_val (second, at, head);
    at++;
    own += head.role == JUE_WORD_LEVEL;
  }
}

void
jue_performance_halves (GArray *matrix, GArray *second)
{
  g_array_set_size (second, 0);
  guint target = find_role (matrix, find_role (matrix, 0, JUE_WORD_LEVEL), JUE_WORD_TARGET);
  guint again = find_role (matrix, target, JUE_WORD_LEVEL);
  if (again < matrix->len && find_role (matrix, again, JUE_WORD_TARGET) < matrix->len)
    part (matrix, second, again);
  for (guint i = 0; i < matrix->len; i++) {
    JueHead *head = &g_array_index (matrix, JueHead, i);
    gboolean amid = i > find_role (matrix, 0, JUE_WORD_LEVEL) && level_follows (matrix, i, target);
    if (head->role == JUE_WORD_LEVEL ? i > target : !jue_performance_is_level (head) && amid)
      head->role = JUE_WORD_TEXT;
  }
}
