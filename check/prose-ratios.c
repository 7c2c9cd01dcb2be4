/*
 * Percentages of the prose, computed again.
 *
 *     X较上年增减率     X较上年增减额 in hundredths of X less that
 *     X完成预算        X全年执行数 in hundredths of X全年预算数
 *
 * What X is by its name need not stand in the section: any amount there that fits will do, and where none does, only a
 * fact of the very name is compared, as a warning. A share of a budget is of amounts named alike: an error.
 */
#include "check/prose-private.h"

#include <string.h>

/* A ratio that may be meant. */
typedef struct {
  JueVerdict verdict;
  gint64 expected;
  gint part, whole;
} Ratio;

static gboolean
strip_suffix (const char *item, const char *const *suffixes, char **rest)
{
  for (; *suffixes != NULL; suffixes++)
    if (g_str_has_suffix (item, *suffixes)) {
      *rest = g_strndup (item, strlen (item) - strlen (*suffixes));
      return TRUE;
    }
  return FALSE;
}

static void
consider (Ratio *best, JueFigure part, JueFigure whole, JueFigure percent, gint part_index, gint whole_index)
{
  gint64 expected;
  JueVerdict verdict = jue_ratio_judge (part, whole, percent, &expected);
  if (verdict == JUE_VERDICT_VOID || verdict > best->verdict
      || (verdict == best->verdict && ABS (percent.value - expected) >= ABS (percent.value - best->expected)))
    return;
  *best = (Ratio){ verdict, expected, part_index, whole_index };
}

static void
tell (const JueStatements *self, guint i, const Ratio *ratio, const char *rule, const char *what,
      JueFindingSeverity severity)
{
  g_auto (JueClaim) claim;
  jue_stated_claim (self, &claim, rule, what, i);
  claim.severity = severity;
  claim.expected = ratio->expected;
  claim.tolerance = jue_stated_fact (self, i)->figure.grain;
  if (ratio->part >= 0)
    jue_stated_mention (self, &claim, (guint)ratio->part);
  if (ratio->whole >= 0)
    jue_stated_mention (self, &claim, (guint)ratio->whole);
  jue_claim_tell (&claim, ratio->verdict, self->report);
}

/* change / (current - change); a fact may print a decrease without sign, but its amount has one. */
static void
consider_change (const JueStatements *self, Ratio *best, gint change, gint current, JueFigure rate)
{
  JueFigure by = jue_stated_fact (self, (guint)change)->figure, now = jue_stated_fact (self, (guint)current)->figure;
  JueFigure before = { now.value - by.value, now.grain + by.grain };
  if (before.value > 0)
    consider (best, by, before, rate, change, current);
}

/* The first fact called @name and one of @endings; -1. */
static gint
find_ending (const JueStatements *self, const char *name, const char *const *endings, guint near)
{
  gint found = -1;
  for (; *endings != NULL && found < 0; endings++) {
    g_autofree char *item = g_strconcat (name, *endings, NULL);
    found = jue_stated_find (self, item, near);
  }
  return found;
}

static void
check_change (const JueStatements *self, guint i, const char *name)
{
  static const char *const endings[] = { "较上年增减额", "增减额", "比上年增减额", NULL };
  const JueStated *stated = jue_stated_fact (self, i);
  Ratio best = { JUE_VERDICT_VOID, 0, -1, -1 };
  gint change = -1;
  for (guint e = 0; endings[e] != NULL && change < 0; e++) {
    g_autofree char *item = g_strconcat (name, endings[e], NULL);
    change = jue_stated_find (self, item, i);
  }
  if (change < 0)
    return;
  static const char *const own[] = { "", "支出", NULL };
  gint named = find_ending (self, name, own, i);
  for (guint k = 0; k < self->facts->len; k++) {
    const JueStated *current = jue_stated_fact (self, k);
    if (current->money && current->fact->section == stated->fact->section && (gint)k != change)
      consider_change (self, &best, change, (gint)k, stated->figure);
  }
  if (best.verdict == JUE_VERDICT_BROKEN && named >= 0) {
    best.verdict = JUE_VERDICT_VOID;
    consider_change (self, &best, change, named, stated->figure);
    tell (self, i, &best, "fact-change", "增减率与重新计算的百分比", JUE_FINDING_WARNING);
  } else if (best.verdict == JUE_VERDICT_ROUNDING)
    tell (self, i, &best, "fact-change", "增减率与重新计算的百分比", JUE_FINDING_WARNING);
}

static void
check_execution (const JueStatements *self, guint i, const char *name)
{
  static const char *const done[] = { "全年执行数", "执行数", "实际使用", "决算数", "支出决算数",
                                      "执行",       "",       "支出",     NULL };
  static const char *const planned[] = { "全年预算数", "年初预算数", "预算数", "年初预算", "全年预算", NULL };
  gint part = find_ending (self, name, done, i), whole = find_ending (self, name, planned, i);
  Ratio best = { JUE_VERDICT_VOID, 0, -1, -1 };
  if (part < 0 || whole < 0 || !jue_stated_fact (self, (guint)part)->money
      || !jue_stated_fact (self, (guint)whole)->money)
    return;
  consider (&best, jue_stated_fact (self, (guint)part)->figure, jue_stated_fact (self, (guint)whole)->figure,
            jue_stated_fact (self, i)->figure, part, whole);
  gint64 unit = JUE_FIXED_ONE / 100;
  if (best.verdict == JUE_VERDICT_HOLDS && 2 * ABS (best.expected - jue_stated_fact (self, i)->figure.value) > unit
      && jue_stated_fact (self, i)->figure.grain < JUE_FIXED_ONE)
    best.verdict = JUE_VERDICT_ROUNDING;
  tell (self, i, &best, "fact-execution", "完成预算的百分比与重新计算的", JUE_FINDING_ERROR);
}

static void
check_percent (const JueStatements *self, guint i)
{
  static const char *const changes[] = { "较上年增减率", "比上年增减率", "增减率", NULL };
  static const char *const executions[] = { "完成预算", "完成年初预算", "完成全年预算", "执行率", "预算执行率", NULL };
  const char *item = jue_stated_fact (self, i)->item;
  g_autofree char *name = NULL;
  if (strip_suffix (item, changes, &name))
    check_change (self, i, name);
  else if (strip_suffix (item, executions, &name))
    check_execution (self, i, name);
}

void
jue_stated_ratios (const JueStatements *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    if (jue_stated_fact (self, i)->percent)
      check_percent (self, i);
}
