/*
 * Shares of the prose, computed again.
 *
 *     其他收入 46.06 万元，占 5.94 %      the amount before it in hundredths of the section's whole
 *
 * What the whole is, the sentence tells in words that facts do not keep: any amount of the section that fits will do.
 * The amount that most shares fit is the section's whole; a share that fits none is compared with it. Where the parts
 * add up to the whole, their shares have to add up to a hundred. A share named X占Y is X in hundredths of Y.
 */
#include "check/prose-private.h"

#include <string.h>

#define MIN_FITS 2 /* shares that make an amount the whole of a section */

/* A share and the amount that it is of. */
typedef struct {
  guint fact;
  guint part;
  JueVerdict best;
  gint64 expected;
  gint whole; /* fact that fits best; -1 */
} Share;

static gboolean
is_share (const JueStated *stated)
{
  return stated->percent && (g_str_has_suffix (stated->item, "占比") || g_str_has_suffix (stated->item, "比重"));
}

/* The fact that a share is about: the one of its name, or the nearest amount before it, if that one's name is a longer or shorter form
 * of it (三公经费, 三公经费支出). */
static gint
part_of (const JueStatements *self, guint i)
{
  const JueStated *stated = jue_stated_fact (self, i);
  g_autofree char *name = g_strndup (stated->item, strlen (stated->item) - strlen ("占比"));
  gint named = jue_stated_find (self, name, i);
  if (named >= 0 && jue_stated_fact (self, (guint)named)->money)
    return named;
  for (guint k = i; k > 0 && jue_stated_fact (self, k - 1)->fact->section == stated->fact->section; k--) {
    const JueStated *before = jue_stated_fact (self, k - 1);
    if (before->money)
      return strstr (before->item, name) != NULL || strstr (name, before->item) != NULL ? (gint)k - 1 : -1;
  }
  return -1;
}

static JueVerdict
judge (const JueStatements *self, const Share *share, guint whole, gint64 *expected)
{
  const JueStated *part = jue_stated_fact (self, share->part), *of = jue_stated_fact (self, whole);
  if (!of->money || of->figure.value < part->figure.value || of->figure.value <= 0)
    return JUE_VERDICT_VOID;
  return jue_ratio_judge (part->figure, of->figure, jue_stated_fact (self, share->fact)->figure, expected);
}

static gboolean
fits (JueVerdict verdict)
{
  return verdict == JUE_VERDICT_HOLDS || verdict == JUE_VERDICT_ROUNDING;
}

/* Whether fact @k, or one as large, is a part of what some share is of, itself. */
static gboolean
is_part (const JueStatements *self, const GArray *shares, guint k)
{
  for (guint i = 0; i < shares->len; i++) {
    const Share *share = &g_array_index (shares, Share, i);
    if (jue_stated_fact (self, share->part)->figure.value == jue_stated_fact (self, k)->figure.value
        && jue_stated_fact (self, share->fact)->figure.value != 100 * JUE_FIXED_ONE)
      return TRUE;
  }
  return FALSE;
}

/* Finds the amount of its section that each share fits best. A part is the whole of others only if they fit it exactly. */
static void
fit (const JueStatements *self, GArray *shares, guint first)
{
  guint section = jue_stated_fact (self, first)->fact->section;
  for (guint k = first; k < self->facts->len && jue_stated_fact (self, k)->fact->section == section; k++) {
    gboolean part = is_part (self, shares, k);
    for (guint i = 0; i < shares->len; i++) {
      Share *share = &g_array_index (shares, Share, i);
      gint64 expected = 0;
      JueVerdict verdict = judge (self, share, k, &expected);
      if (verdict >= share->best || (part && verdict == JUE_VERDICT_ROUNDING))
        continue;
      share->best = verdict;
      share->expected = expected;
      share->whole = (gint)k;
    }
  }
}

/* Shares of a section from fact @first on, each with the amount that it fits best. */
static GArray *
collect (const JueStatements *self, guint first)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));
  guint section = jue_stated_fact (self, first)->fact->section;
  for (guint i = first; i < self->facts->len && jue_stated_fact (self, i)->fact->section == section; i++) {
    gint part = is_share (jue_stated_fact (self, i)) ? part_of (self, i) : -1;
    Share share = { i, (guint)MAX (part, 0), JUE_VERDICT_VOID, 0, -1 };
    if (part >= 0)
      g_array_append_val (shares, share);
  }
  fit (self, shares, first);
  return shares;
}

/* The amount that most shares of something fit; -1 if fewer than MIN_FITS do. */
static gint
find_whole (const JueStatements *self, const GArray *shares)
{
  guint section = jue_stated_fact (self, g_array_index (shares, Share, 0).fact)->fact->section, most = MIN_FITS - 1;
  gint whole = -1;
  for (guint k = 0; k < self->facts->len; k++) {
    guint n = 0;
    gint64 expected;
    for (guint i = 0; i < shares->len && jue_stated_fact (self, k)->fact->section == section; i++) {
      const Share *share = &g_array_index (shares, Share, i);
      n += jue_stated_fact (self, share->part)->figure.value > 0 && share->part != k
           && fits (judge (self, share, k, &expected));
    }
    if (n > most) {
      most = n;
      whole = (gint)k;
    }
  }
  return whole;
}

static void
tell (const JueStatements *self, const Share *share)
{
  g_auto (JueClaim) claim;
  jue_stated_claim (self, &claim, "fact-share", "占比与重新计算的百分比", share->fact);
  claim.expected = share->expected;
  claim.tolerance = jue_stated_fact (self, share->fact)->figure.grain;
  jue_stated_mention (self, &claim, share->part);
  jue_stated_mention (self, &claim, (guint)share->whole);
  jue_claim_tell (&claim, share->best, self->report);
}

/* The shares of parts that add up to the whole add up to a hundred. */
static void
check_hundred (const JueStatements *self, const GArray *shares, guint whole)
{
  gint64 rest = jue_stated_fact (self, whole)->figure.value, grains = 0, places = 0, expected;
  g_auto (JueClaim) claim;
  jue_stated_claim (self, &claim, "fact-shares", "各项占比之和与100%", g_array_index (shares, Share, 0).fact);
  claim.actual = 0;
  claim.expected = 100 * JUE_FIXED_ONE;
  for (guint i = 0; i < shares->len; i++) {
    const Share *share = &g_array_index (shares, Share, i);
    const JueStated *part = jue_stated_fact (self, share->part), *stated = jue_stated_fact (self, share->fact);
    if (share->part == whole || part->figure.value <= 0 || !fits (judge (self, share, whole, &expected)))
      continue;
    rest -= part->figure.value;
    grains += part->figure.grain;
    places += stated->figure.grain;
    claim.actual += stated->figure.value;
    if (i > 0)
      jue_stated_mention (self, &claim, share->fact);
  }
  claim.tolerance = places / 2;
  if (2 * ABS (rest) <= grains)
    jue_claim_tell (&claim, jue_claim_judge (claim.actual, claim.expected, places, 0), self->report);
}

static void
check_section (const JueStatements *self, guint first)
{
  g_autoptr (GArray) shares = collect (self, first);
  gint whole = shares->len > 0 ? find_whole (self, shares) : -1;
  for (guint i = 0; i < shares->len; i++) {
    Share *share = &g_array_index (shares, Share, i);
    if (share->best == JUE_VERDICT_ROUNDING)
      tell (self, share);
    if (share->best != JUE_VERDICT_BROKEN || whole < 0)
      continue;
    share->whole = whole;
    if (judge (self, share, (guint)whole, &share->expected) == JUE_VERDICT_BROKEN)
      tell (self, share);
  }
  if (whole >= 0)
    check_hundred (self, shares, (guint)whole);
}

/* X占Y: both are named; Y stands in another section. */
static void
check_named (const JueStatements *self, guint i)
{
  const char *item = jue_stated_fact (self, i)->item;
  const char *of = strstr (item, "占");
  if (!jue_stated_fact (self, i)->percent || of == NULL || of == item || is_share (jue_stated_fact (self, i)))
    return;
  g_autofree char *name = g_strndup (item, (gsize)(of - item));
  Share share = { i, 0, JUE_VERDICT_VOID, 0, -1 };
  gint part = jue_stated_find (self, name, i);
  for (guint k = i; k > 0 && share.whole < 0; k--)
    if (strcmp (jue_stated_fact (self, k - 1)->item, of + strlen ("占")) == 0)
      share.whole = (gint)k - 1;
  if (part < 0 || share.whole < 0 || !jue_stated_fact (self, (guint)part)->money)
    return;
  share.part = (guint)part;
  share.best = judge (self, &share, (guint)share.whole, &share.expected);
  if (share.best != JUE_VERDICT_VOID)
    tell (self, &share);
}

void
jue_stated_shares (const JueStatements *self)
{
  for (guint i = 0; i < self->facts->len; i++) {
    guint section = jue_stated_fact (self, i)->fact->section;
    if (i == 0 || jue_stated_fact (self, i - 1)->fact->section != section)
      check_section (self, i);
    check_named (self, i);
  }
}
