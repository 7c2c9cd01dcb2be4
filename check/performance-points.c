/*
 * Points: what the indicators get adds up to the printed sums, and none gets more than it weighs.
 *
 *     指标自评得分小计 = scores          总分 / 分值 = weights + weight of 执行率
 *     绩效自评总得分 = 小计 + 预算执行率得分 − 减分项       总分 / 得分 = scores + score of 执行率 − 减分项
 */
#include "check/performance-private.h"

#include <string.h>

#define POINT (JUE_FIXED_ONE / 100) /* points are computed to two decimals */

/* The sum of the indicators' weights or scores. FALSE if one of them is no number, or there are none. */
static gboolean
add_up (const JuePerformanceSheet *self, gboolean weights, const char *level, gint64 *sum, JueClaim *claim)
{
  guint n = 0;
  *sum = 0;
  for (guint i = 0; i < self->form->indicators->len; i++) {
    const JueIndicator *indicator = &g_array_index (self->form->indicators, JueIndicator, i);
    const char *text = weights ? indicator->weight : indicator->score;
    JueAmount amount;
    JueFigure figure;
    if (level != NULL && (indicator->n_path == 0 || !g_str_equal (indicator->path[0], level)))
      continue;
    if (text == NULL || jue_amount_parse (text, &amount, NULL) != JUE_STATE_VALUE || !jue_figure_of (amount, 1, &figure)
        || !jue_fixed_add (sum, figure.value))
      return FALSE;
    jue_claim_value (claim, text);
    n++;
  }
  return n > 0;
}

/* Points are printed with so few decimals that a sum of finer ones may have been rounded. */
static JueVerdict
judge (const JueScore *total, gint64 expected)
{
  return 2 * ABS (total->figure.value - expected) <= total->figure.grain && total->figure.value != expected
                 && total->figure.value % total->figure.grain == 0 && expected % total->figure.grain != 0
             ? JUE_VERDICT_HOLDS
             : jue_claim_judge (total->figure.value, expected, 0, 0);
}

/* Compares the printed weight of a level with those of its indicators. */
static void
check_level (const JuePerformanceSheet *self, const JueScore *total)
{
  g_auto (JueClaim) claim;
  jue_scores_claim (self, &claim, "performance-level", "一级指标分值与其下各指标分值之和", total);
  if (add_up (self, TRUE, total->name, &claim.expected, &claim))
    jue_claim_tell (&claim, judge (total, claim.expected), self->report);
}

/* Whether a figure is points for something that is no indicator: the rate of execution, a task. */
static gboolean
is_extra (const JuePerformanceSheet *self, const JueScore *score, const char *col)
{
  if (g_strcmp0 (score->col, col) != 0 || g_strcmp0 (score->row, "total-score") == 0
      || g_strcmp0 (score->row, "indicator-score") == 0)
    return FALSE;
  for (guint i = 0; i < self->form->indicators->len; i++) {
    const JueIndicator *indicator = &g_array_index (self->form->indicators, JueIndicator, i);
    if (indicator->n_path > 0 && strcmp (indicator->path[0], score->name) == 0)
      return FALSE;
  }
  return TRUE;
}

static gint64
add_extras (const JuePerformanceSheet *self, const char *col, JueClaim *claim)
{
  gint64 sum = 0;
  for (guint i = 0; i < self->scores->len; i++) {
    const JueScore *score = &g_array_index (self->scores, JueScore, i);
    if (!is_extra (self, score, col) || !jue_fixed_add (&sum, score->figure.value))
      continue;
    jue_scores_mention (self, claim, score);
  }
  return sum;
}

/* Compares a printed sum with that of the indicators, with or without what else gets points, less @less. */
static void
check_sum (const JuePerformanceSheet *self, const JueScore *total, gboolean weights, const JueScore *rate, gint64 less,
           const char *rule, const char *what)
{
  g_auto (JueClaim) claim;
  gint64 sum;
  jue_scores_claim (self, &claim, rule, what, total);
  if (!add_up (self, weights, NULL, &sum, &claim))
    return;
  gint64 extra = add_extras (self, weights ? "weight" : "score", &claim);
  if (rate != NULL && rate->col == NULL && jue_fixed_add (&extra, rate->figure.value))
    jue_scores_mention (self, &claim, rate);
  claim.expected = sum + extra - less;
  if (judge (total, sum) != JUE_VERDICT_HOLDS)
    jue_claim_tell (&claim, judge (total, claim.expected), self->report);
}

static gint64
value_of (const JueScore *score)
{
  return score != NULL ? score->figure.value : 0;
}

static const JueScore *
either (const JueScore *first, const JueScore *second)
{
  return first != NULL ? first : second;
}

/* 绩效自评总得分 = 指标自评得分小计 + 预算执行率得分 − 减分项 + 加分项 */
static void
check_total_of_sums (const JuePerformanceSheet *self, const JueScore *total, const JueScore *indicators)
{
  const JueScore *rate = jue_scores_find (self, "rate-score", NULL);
  g_auto (JueClaim) claim;
  jue_scores_claim (self, &claim, "performance-total", "总得分与指标得分小计、预算执行率得分、减分项之和", total);
  jue_scores_mention (self, &claim, indicators);
  if (rate != NULL)
    jue_scores_mention (self, &claim, rate);
  claim.expected = indicators->figure.value + value_of (rate) - value_of (jue_scores_find (self, "deduction", NULL))
                   + value_of (jue_scores_find (self, "bonus", NULL));
  jue_claim_tell (&claim, judge (total, claim.expected), self->report);
}

static void
check_indicator_score (const JuePerformanceSheet *self, const JueScore *total)
{
  g_auto (JueClaim) claim;
  jue_scores_claim (self, &claim, "performance-scores", "指标得分小计与各指标得分之和", total);
  if (add_up (self, FALSE, NULL, &claim.expected, &claim))
    jue_claim_tell (&claim, judge (total, claim.expected), self->report);
}

static void
check_scores (const JuePerformanceSheet *self)
{
  const JueScore *indicators = jue_scores_find (self, "indicator-score", NULL);
  const JueScore *total =
      either (jue_scores_find (self, "total-score", "score"), jue_scores_find (self, "total-score", NULL));
  const JueScore *rate = jue_scores_find (self, "rate-score", NULL);
  gint64 less = value_of (jue_scores_find (self, "deduction", NULL)) - value_of (jue_scores_find (self, "bonus", NULL));
  if (indicators != NULL)
    check_indicator_score (self, indicators);
  if (indicators != NULL && total != NULL)
    check_total_of_sums (self, total, indicators);
  else if (total != NULL && !total->money)
    check_sum (self, total, FALSE, rate, less, "performance-scores", "总得分与各指标得分、预算执行率得分之和");
}

static void
check_weights (const JuePerformanceSheet *self)
{
  const JueScore *total = jue_scores_find (self, "total-score", "weight");
  const JueScore *rate = jue_scores_find (self, "rate-weight", NULL);
  if (total != NULL)
    check_sum (self, total, TRUE, rate, 0, "performance-weights", "总分值与各指标分值、预算执行率分值之和");
}

/* 产出指标(50分): the weights of its indicators. */
static void
check_levels (const JuePerformanceSheet *self)
{
  for (guint i = 0; i < self->scores->len; i++) {
    const JueScore *score = &g_array_index (self->scores, JueScore, i);
    if (score->row == NULL && g_strcmp0 (score->col, "weight") == 0)
      check_level (self, score);
  }
}

static void
check_indicator (const JuePerformanceSheet *self, const JueIndicator *indicator)
{
  JueAmount weight, score;
  if (indicator->weight == NULL || indicator->score == NULL
      || jue_amount_parse (indicator->weight, &weight, NULL) != JUE_STATE_VALUE
      || jue_amount_parse (indicator->score, &score, NULL) != JUE_STATE_VALUE
      || jue_amount_compare (score, weight) <= 0)
    return;
  const char *values[] = { indicator->score, indicator->weight };
  const char *name = indicator->n_path > 0 ? indicator->path[indicator->n_path - 1] : "";
  g_autofree char *text =
      g_strdup_printf ("%s：指标“%s”得分%s，超过其分值%s。", self->place, name, values[0], values[1]);
  JueFinding finding = { .rule = "performance-score-above-weight",
                         .severity = JUE_FINDING_ERROR,
                         .text = text,
                         .expected = values[1],
                         .actual = values[0],
                         .values = values,
                         .n_values = 2,
                         .prov = { indicator->row < self->form->n_rows ? self->form->row_pages[indicator->row] : 0,
                                   { 0, 0, 0, 0 } } };
  jue_report_add_finding (self->report, &finding);
}

/* The points for the rate of execution: its weight times the rate. */
static void
check_rate_score (const JuePerformanceSheet *self)
{
  const JueScore *score = jue_scores_find (self, "fund-total", "score");
  const JueScore *weight = jue_scores_find (self, "fund-total", "weight");
  const JueScore *rate = jue_scores_find (self, "fund-total", "rate");
  if (score == NULL || weight == NULL || rate == NULL || !rate->percent || weight->figure.value > 1000 * JUE_FIXED_ONE
      || rate->figure.value > 1000 * JUE_FIXED_ONE)
    return;
  gint64 percent = MIN (rate->figure.value, 100 * JUE_FIXED_ONE) / 100; /* in ten thousandths */
  g_auto (JueClaim) claim;
  jue_scores_claim (self, &claim, "performance-rate-score", "执行率得分与分值乘以执行率", score);
  jue_scores_mention (self, &claim, rate);
  jue_scores_mention (self, &claim, weight);
  claim.expected = weight->figure.value / 1000 * percent / 1000;
  claim.expected = (claim.expected + POINT / 2) / POINT * POINT;
  gint64 difference = ABS (claim.actual - claim.expected);
  claim.tolerance = score->figure.grain / 2;
  if (difference > claim.tolerance)
    jue_claim_tell (&claim, difference <= score->figure.grain ? JUE_VERDICT_ROUNDING : JUE_VERDICT_BROKEN,
                    self->report);
}

void
jue_performance_points (const JuePerformanceSheet *self)
{
  check_scores (self);
  check_weights (self);
  check_levels (self);
  check_rate_score (self);
  for (guint i = 0; i < self->form->indicators->len; i++)
    check_indicator (self, &g_array_index (self->form->indicators, JueIndicator, i));
}
