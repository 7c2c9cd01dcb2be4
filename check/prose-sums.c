/* Sums within a section of the prose: a total and the parts that it states behind it. */
#include "check/identity.h"
#include "check/prose-private.h"

/* The first fact of the section of @total behind it that is called one of @items; -1. */
static gint
find_part (const JueStatements *self, const char *const *items, guint total)
{
  guint section = jue_stated_fact (self, total)->fact->section;
  for (guint i = total + 1; i < self->facts->len && jue_stated_fact (self, i)->fact->section == section; i++)
    if (!jue_stated_fact (self, i)->percent && jue_stated_is (jue_stated_fact (self, i), items)
        && jue_stated_fact (self, i)->money == jue_stated_fact (self, total)->money)
      return (gint)i;
  return -1;
}

/* Whether the total is stated again before its first part: then the part belongs to that one. */
static gboolean
is_repeated (const JueStatements *self, const JueIdentity *identity, guint total, guint part)
{
  for (guint i = total + 1; i < part; i++)
    if (!jue_stated_fact (self, i)->percent && jue_stated_is (jue_stated_fact (self, i), identity->items))
      return TRUE;
  return FALSE;
}

static void
check_total (const JueStatements *self, const JueIdentity *identity, guint total)
{
  g_auto (JueClaim) claim;
  gint64 grains = jue_stated_fact (self, total)->figure.grain;
  guint n = 0, absent = 0;
  jue_stated_claim (self, &claim, identity->id, "与所列各项之和", total);
  claim.severity = JUE_FINDING_WARNING;
  for (guint i = 0; i < identity->part_items->len; i++) {
    gint part = find_part (self, g_ptr_array_index (identity->part_items, i), total);
    if (i == 0 && (part < 0 || is_repeated (self, identity, total, (guint)part)))
      return;
    if (part < 0 || !jue_fixed_add (&claim.expected, jue_stated_fact (self, (guint)part)->figure.value)) {
      absent++;
      continue;
    }
    grains +=
        jue_stated_fact (self, (guint)part)->figure.value != 0 ? jue_stated_fact (self, (guint)part)->figure.grain : 0;
    jue_stated_mention (self, &claim, (guint)part);
    n++;
  }
  claim.tolerance = grains / 2;
  JueVerdict verdict = jue_claim_judge (claim.actual, claim.expected, grains, 0);
  gboolean incomplete = verdict == JUE_VERDICT_BROKEN && absent > 0 && claim.expected < claim.actual;
  if (n >= 2 && !incomplete)
    jue_claim_tell (&claim, verdict, self->report);
}

void
jue_stated_sums (const JueStatements *self)
{
  for (guint k = 0; k < self->identities->len; k++) {
    const JueIdentity *identity = g_ptr_array_index (self->identities, k);
    if (identity->kind != JUE_IDENTITY_FACTS)
      continue;
    for (guint i = 0; i < self->facts->len; i++)
      if (!jue_stated_fact (self, i)->percent && jue_stated_is (jue_stated_fact (self, i), identity->items))
        check_total (self, identity, i);
  }
}
