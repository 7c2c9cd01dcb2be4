/*
 * Percentages of the prose, computed again.
 *
 *     change    X较上年增减率     X较上年增减额 in hundredths of X less that
 *     ratio     X完成预算        X全年执行数 in hundredths of X全年预算数
 *
 * The endings stand in forms/identities-prose.xml.
 *
 * What X is by its name need not stand in the section: any amount there that fits will do, and where none does, only a
 * fact of the very name is compared, as a warning. A share of a budget is of amounts named alike: an error.
 */
#include "check/prose-private.h"

#include "normalize/identity.h"

#include <string.h>

/* A ratio that may be meant. */
typedef struct {
  JueVerdict verdict;
  gint64 expected;
  gint part, whole;
} Ratio;

/* The name of a fact that @identity is about, without its ending; NULL: it is not. Free with g_free. */
static char *
name_of (const JueIdentity *identity, const char *item)
{
  for (const char *const *ending = identity->items; *ending != NULL; ending++)
    if (g_str_has_suffix (item, *ending))
      return g_strndup (item, strlen (item) - strlen (*ending));
  return NULL;
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
tell (const JueStatements *self, guint i, const Ratio *ratio, const JueIdentity *identity)
{
  g_auto (JueClaim) claim;
  jue_stated_claim (self, &claim, identity->id, identity->text, i);
  claim.severity = identity->doubtful ? JUE_FINDING_WARNING : JUE_FINDING_ERROR;
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

/* The first fact called @name with one of the endings of part @part; -1. */
static gint
find_part (const JueStatements *self, const JueIdentity *identity, guint part, const char *name, guint near)
{
  gint found = -1;
  const char *const *ending = g_ptr_array_index (identity->part_items, part);
  for (; *ending != NULL && found < 0; ending++) {
    g_autofree char *item = g_strconcat (name, strcmp (*ending, "-") != 0 ? *ending : "", NULL);
    found = jue_stated_find (self, item, near);
  }
  return found;
}

static void
check_change (const JueStatements *self, const JueIdentity *identity, guint i, const char *name)
{
  const JueStated *stated = jue_stated_fact (self, i);
  Ratio best = { JUE_VERDICT_VOID, 0, -1, -1 };
  gint change = find_part (self, identity, 0, name, i), named = find_part (self, identity, 1, name, i);
  if (change < 0)
    return;
  for (guint k = 0; k < self->facts->len; k++) {
    const JueStated *current = jue_stated_fact (self, k);
    if (current->money && current->fact->section == stated->fact->section && (gint)k != change)
      consider_change (self, &best, change, (gint)k, stated->figure);
  }
  if (best.verdict == JUE_VERDICT_BROKEN && named >= 0) {
    best.verdict = JUE_VERDICT_VOID;
    consider_change (self, &best, change, named, stated->figure);
    tell (self, i, &best, identity);
  } else if (best.verdict == JUE_VERDICT_ROUNDING)
    tell (self, i, &best, identity);
}

static void
check_ratio (const JueStatements *self, const JueIdentity *identity, guint i, const char *name)
{
  gint part = find_part (self, identity, 0, name, i), whole = find_part (self, identity, 1, name, i);
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
  tell (self, i, &best, identity);
}

/* By the first identity that its name goes with. */
static void
check_percent (const JueStatements *self, guint i)
{
  for (guint k = 0; k < self->identities->len; k++) {
    const JueIdentity *identity = g_ptr_array_index (self->identities, k);
    gboolean change = identity->kind == JUE_IDENTITY_CHANGE;
    g_autofree char *name = NULL;
    if (change || identity->kind == JUE_IDENTITY_RATIO)
      name = name_of (identity, jue_stated_fact (self, i)->item);
    if (name == NULL)
      continue;
    (change ? check_change : check_ratio) (self, identity, i, name);
    return;
  }
}

void
jue_stated_ratios (const JueStatements *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    if (jue_stated_fact (self, i)->percent)
      check_percent (self, i);
}
