/*
 * Lists in the prose: what it says of each 项 adds up to what it says of their 类, and all of them to the whole.
 *
 *     社会保障和就业支出 63.72          = 社会保障和就业支出/2080505… + 社会保障和就业支出/2080506…
 *     一般公共预算财政拨款支出 729.25    = all 类/项
 *     …较上年增减额 -325.04             = 2013201行政运行较上年增减额 + …
 */
#include "check/prose-private.h"

#include <string.h>

#define MIN_PARTS 2
#define ITEM_DIGITS 7 /* of the code of a 项 */

/* Whether a name ends in a relation: the figure is not what was spent. */
static gboolean
is_relation (const char *item)
{
  static const char *const endings[] = { "增减额", "增减数", "预算", "预算数", "预算总额", NULL };
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (item, endings[i]))
      return TRUE;
  return FALSE;
}

/* Whether a fact is about one 项: CLASS/CODE NAME. */
static gboolean
is_item (const JueStated *stated)
{
  const char *slash = strchr (stated->item, '/');
  return stated->money && slash != NULL && strspn (slash + 1, "0123456789") == ITEM_DIGITS
         && !is_relation (stated->item);
}

/* Whether a fact is the change of one 项: CODE NAME…增减额. */
static gboolean
is_change (const JueStated *stated)
{
  return stated->money && g_ascii_isdigit (stated->item[0]) && strspn (stated->item, "0123456789") >= 5
         && g_str_has_suffix (stated->item, "增减额");
}

typedef gboolean (*Wanted) (const JueStated *stated);

/* Compares the fact @total with all facts of @section that are @wanted and whose name begins with @prefix. */
static void
compare (const JueStatements *self, guint total, guint section, Wanted wanted, const char *prefix, const char *rule)
{
  g_auto (JueClaim) claim;
  gint64 grains = jue_stated_fact (self, total)->figure.grain;
  guint n = 0;
  jue_stated_claim (self, &claim, rule, "与所列各项之和", total);
  claim.severity = JUE_FINDING_WARNING;
  for (guint i = 0; i < self->facts->len; i++) {
    const JueStated *part = jue_stated_fact (self, i);
    if (part->fact->section != section || !wanted (part) || !g_str_has_prefix (part->item, prefix)
        || !jue_fixed_add (&claim.expected, part->figure.value))
      continue;
    grains += part->figure.grain;
    jue_stated_mention (self, &claim, i);
    n++;
  }
  claim.tolerance = grains / 2;
  JueVerdict verdict = jue_claim_judge (claim.actual, claim.expected, grains, 0);
  /* A list that leaves out what is small is no mistake; one that has too much is. */
  if (verdict == JUE_VERDICT_BROKEN && ABS (claim.expected) < ABS (claim.actual))
    return;
  if (n >= MIN_PARTS || (n == 1 && verdict == JUE_VERDICT_ROUNDING))
    jue_claim_tell (&claim, verdict, self->report);
}

/* The last fact before @i that is called @item; -1. */
static gint
last_before (const JueStatements *self, const char *item, guint i)
{
  for (; i > 0; i--)
    if (strcmp (jue_stated_fact (self, i - 1)->item, item) == 0)
      return (gint)i - 1;
  return -1;
}

/* Whether fact @i is the first of its section that is @wanted and begins with @prefix. */
static gboolean
is_first (const JueStatements *self, guint i, Wanted wanted, const char *prefix)
{
  guint section = jue_stated_fact (self, i)->fact->section;
  for (guint k = 0; k < i; k++)
    if (jue_stated_fact (self, k)->fact->section == section && wanted (jue_stated_fact (self, k))
        && g_str_has_prefix (jue_stated_fact (self, k)->item, prefix))
      return FALSE;
  return TRUE;
}

static void
check_item (const JueStatements *self, guint i)
{
  const JueStated *stated = jue_stated_fact (self, i);
  g_autofree char *prefix = g_strndup (stated->item, (gsize)(strchr (stated->item, '/') + 1 - stated->item));
  g_autofree char *name = g_strndup (prefix, strlen (prefix) - 1);
  gint of_class = last_before (self, name, i);
  gint whole = last_before (self, "一般公共预算财政拨款支出", i);
  if (of_class >= 0 && is_first (self, i, is_item, prefix))
    compare (self, (guint)of_class, stated->fact->section, is_item, prefix, "facts-class");
  if (whole >= 0 && is_first (self, i, is_item, ""))
    compare (self, (guint)whole, stated->fact->section, is_item, "", "facts-items");
}

void
jue_stated_lists (const JueStatements *self)
{
  for (guint i = 0; i < self->facts->len; i++) {
    const JueStated *stated = jue_stated_fact (self, i);
    if (is_item (stated))
      check_item (self, i);
    gint whole = is_change (stated) ? last_before (self, "一般公共预算财政拨款支出较上年增减额", i) : -1;
    if (whole >= 0 && is_first (self, i, is_change, ""))
      compare (self, (guint)whole, stated->fact->section, is_change, "", "facts-changes");
  }
}
