/*
 * Money of performance forms: the total is the sum of its sources in each column; the rate of execution is what was
 * spent in hundredths of the budget, whichever budget (年初, 全年, 下达) the form means.
 */
#include "check/performance-private.h"

#include <string.h>

#define MAX_PARTS 8 /* sources of a total, of which any choice may be the ones that add up */

/* ---- sums ---- */

typedef struct {
  const JueScore *scores[MAX_PARTS];
  guint n;
} Parts;

/* The sums of money in the same column as @total, behind it, up to the next total. */
static Parts
parts_of (const JuePerformanceSheet *self, guint total)
{
  const JueScore *scores = (const JueScore *)(gconstpointer)self->scores->data;
  Parts parts = { .n = 0 };
  for (guint i = total + 1; i < self->scores->len && parts.n < MAX_PARTS; i++) {
    if (!scores[i].money || scores[i].row == NULL || g_strcmp0 (scores[i].col, scores[total].col) != 0)
      continue;
    if (strcmp (scores[i].row, "fund-total") == 0 || !g_str_has_prefix (scores[i].row, "fund-"))
      break;
    parts.scores[parts.n++] = &scores[i];
  }
  return parts;
}

/* Whether some of the parts add up to @total: a part may be printed of another (其中). */
static gboolean
some_fit (const Parts *parts, gint64 total, gint64 grain)
{
  for (guint choice = 1; choice < 1u << parts->n; choice++) {
    gint64 sum = 0;
    for (guint i = 0; i < parts->n; i++)
      if ((choice >> i & 1) != 0)
        sum += parts->scores[i]->figure.value / 2; /* halves: sums of a few cannot overflow */
    if (2 * ABS (sum - total / 2) <= 2 * grain * (gint64)(parts->n + 1))
      return TRUE;
  }
  return FALSE;
}

static void
check_sources (const JuePerformanceSheet *self, guint index)
{
  const JueScore *total = &g_array_index (self->scores, JueScore, index);
  Parts parts = parts_of (self, index);
  if (parts.n == 0 || some_fit (&parts, total->figure.value, total->figure.grain))
    return;
  g_auto (JueClaim) claim;
  jue_scores_claim (self, &claim, "performance-sources", "资金总额与各项资金之和", total);
  for (guint i = 0; i < parts.n; i++) {
    jue_fixed_add (&claim.expected, parts.scores[i]->figure.value);
    jue_scores_mention (self, &claim, parts.scores[i]);
  }
  jue_claim_tell (&claim, JUE_VERDICT_BROKEN, self->report);
}

/* ---- 按收入性质分, 按支出性质分 ---- */

/* The amount of fund-total nearest to @sum. */
static const JueScore *
nearest_total (const JuePerformanceSheet *self, gint64 sum)
{
  const JueScore *nearest = NULL;
  for (guint i = 0; i < self->scores->len; i++) {
    const JueScore *score = &g_array_index (self->scores, JueScore, i);
    if (score->money && g_strcmp0 (score->row, "fund-total") == 0
        && (nearest == NULL || ABS (score->figure.value - sum) < ABS (nearest->figure.value - sum)))
      nearest = score;
  }
  return nearest;
}

/* All amounts whose name begins with the same group add up to one of the totals. */
static void
check_group (const JuePerformanceSheet *self, const char *group)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  gint64 sum = 0, grains = 0;
  for (guint i = 0; i < self->scores->len; i++) {
    const JueScore *score = &g_array_index (self->scores, JueScore, i);
    if (!score->money || strcmp (score->name, group) != 0)
      continue;
    g_ptr_array_add (parts, (gpointer)score);
    grains += score->figure.grain;
    if (!jue_fixed_add (&sum, score->figure.value))
      return;
  }
  const JueScore *total = nearest_total (self, sum);
  if (parts->len < 2 || total == NULL)
    return;
  g_auto (JueClaim) claim;
  jue_scores_claim (self, &claim, "performance-groups", "资金总额与按性质分的各项之和", total);
  for (guint i = 0; i < parts->len; i++)
    jue_scores_mention (self, &claim, g_ptr_array_index (parts, i));
  claim.expected = sum;
  claim.tolerance = (grains + total->figure.grain) / 2;
  jue_claim_tell (&claim, jue_claim_judge (claim.actual, sum, grains + total->figure.grain, total->figure.grain),
                  self->report);
}

static void
check_groups (const JuePerformanceSheet *self)
{
  const char *last = NULL;
  for (guint i = 0; i < self->scores->len; i++) {
    const JueScore *score = &g_array_index (self->scores, JueScore, i);
    gboolean is_group = score->row != NULL && strcmp (score->row, "by-nature") == 0;
    gboolean seen = FALSE;
    for (guint j = 0; j < i && is_group; j++)
      seen |= strcmp (g_array_index (self->scores, JueScore, j).name, score->name) == 0;
    if (is_group && !seen && (last == NULL || strcmp (last, score->name) != 0))
      check_group (self, score->name);
    last = is_group ? score->name : last;
  }
}

/* ---- rates ---- */

/* The rate against each budget; the best counts. */
static void
check_rate (const JuePerformanceSheet *self, const JueScore *rate, const JueScore *executed,
            const JueScore *const *budgets, guint n)
{
  JueVerdict best = JUE_VERDICT_VOID;
  const JueScore *budget = NULL;
  gint64 expected = 0, value;
  for (guint i = 0; i < n; i++) {
    if (budgets[i] == NULL)
      continue;
    JueVerdict verdict = jue_ratio_judge (executed->figure, budgets[i]->figure, rate->figure, &value);
    if (verdict == JUE_VERDICT_HOLDS && 2 * ABS (value - rate->figure.value) > self->rate_grain)
      verdict = JUE_VERDICT_ROUNDING;
    if (verdict < best) {
      best = verdict;
      expected = value;
      budget = budgets[i];
    }
  }
  if (budget == NULL)
    return;
  g_auto (JueClaim) claim;
  jue_scores_claim (self, &claim, "performance-rate", "执行率与执行数占预算数的百分比", rate);
  jue_scores_mention (self, &claim, executed);
  jue_scores_mention (self, &claim, budget);
  claim.expected = expected;
  claim.tolerance = rate->figure.grain;
  jue_claim_tell (&claim, best, self->report);
}

static void
check_rates (const JuePerformanceSheet *self)
{
  const JueScore *rate = jue_scores_find (self, "fund-total", "rate");
  const JueScore *executed = jue_scores_find (self, "fund-total", "executed");
  const JueScore *const of_block[] = { jue_scores_find (self, "fund-total", "adjusted"),
                                       jue_scores_find (self, "fund-total", "initial"),
                                       jue_scores_find (self, "fund-total", "budget"),
                                       jue_scores_find (self, "fund-total", "issued") };
  if (rate != NULL && executed != NULL && rate->percent)
    check_rate (self, rate, executed, of_block, G_N_ELEMENTS (of_block));
  rate = jue_scores_find (self, "rate", NULL);
  executed = jue_scores_find (self, "executed", NULL);
  const JueScore *const of_labels[] = { jue_scores_find (self, "budget", NULL),
                                        jue_scores_find (self, "budget-expenditure", NULL) };
  if (rate != NULL && executed != NULL && rate->percent)
    check_rate (self, rate, executed, of_labels, G_N_ELEMENTS (of_labels));
}

/* 控制率: those in service in hundredths of the posts. */
static void
check_control_rate (const JuePerformanceSheet *self)
{
  const JueScore *persons[2] = { NULL, NULL };
  guint n = 0;
  for (guint i = 0; i < self->scores->len && n < 2; i++) {
    const JueScore *score = &g_array_index (self->scores, JueScore, i);
    if (g_strcmp0 (score->col, "persons") == 0)
      persons[n++] = score;
  }
  for (guint i = 0; i < self->scores->len && n == 2; i++) {
    const JueScore *score = &g_array_index (self->scores, JueScore, i);
    if (score->percent && g_strcmp0 (score->col, "rate") == 0 && strcmp (score->name, persons[0]->name) == 0) {
      JueScore posts = *persons[0], staff = *persons[1];
      posts.figure.grain = staff.figure.grain = 0;
      const JueScore *const of[] = { &posts };
      check_rate (self, score, &staff, of, 1);
      return;
    }
  }
}

void
jue_performance_money (const JuePerformanceSheet *self)
{
  for (guint i = 0; i < self->scores->len; i++) {
    const JueScore *score = &g_array_index (self->scores, JueScore, i);
    if (score->money && score->col != NULL && g_strcmp0 (score->row, "fund-total") == 0)
      check_sources (self, i);
  }
  check_groups (self);
  check_rates (self);
  check_control_rate (self);
}
