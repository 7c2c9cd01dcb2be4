#include "check/prose.h"

#include <string.h>

#include "check/prose-private.h"
#include "normalize/fold.h"
#include "normalize/identity.h"
#include "normalize/money-unit.h"
#include "normalize/words.h"

static void
stated_clear (gpointer data)
{
  g_free (((JueStated *)data)->item);
}

/* Whether a section, or one that it is part of, is about something else than the accounts as a whole. */
static gboolean
is_aside (const JueReport *report, const JueCatalogue *catalogue, guint section)
{
  guint level = G_MAXUINT;
  for (guint i = MIN (section + 1, report->sections->len); i > 0 && level > 0; i--) {
    const JueSection *above = &g_array_index (report->sections, JueSection, i - 1);
    if (above->level >= level)
      continue;
    level = above->level;
    const char *texts[] = { above->title, above->label };
    for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
      if (texts[k] != NULL && jue_words_find (catalogue, JUE_WORDS_APART, texts[k], NULL, NULL))
        return TRUE;
  }
  return FALSE;
}

static gboolean
take (const JueReport *report, const JueCatalogue *catalogue, GArray *facts, const JueFact *fact, guint index)
{
  JueStated stated = { .index = index, .fact = fact };
  if (fact->item == NULL || !fact->has_amount)
    return FALSE;
  gint64 factor = jue_money_unit_factor (fact->unit);
  if (!jue_figure_of (fact->amount, MAX (factor, 1), &stated.figure))
    return FALSE;
  stated.money = factor > 0;
  stated.percent = fact->amount_unit != NULL && strcmp (fact->amount_unit, "%") == 0;
  stated.item = jue_fold (fact->item);
  stated.aside = is_aside (report, catalogue, fact->section);
  g_array_append_val (facts, stated);
  return TRUE;
}

void
jue_check_prose (JueReport *report, const GPtrArray *ledgers, const JueCatalogue *catalogue)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (JueStated));
  g_array_set_clear_func (facts, stated_clear);
  for (guint i = 0; i < report->facts->len; i++)
    take (report, catalogue, facts, &g_array_index (report->facts, JueFact, i), i);
  JueStatements prose = { report, ledgers, jue_catalogue_identities (catalogue), report->kind == JUE_KIND_BUDGET,
                          facts };
  if (facts->len == 0)
    return;
  jue_stated_forms (&prose);
  jue_stated_items (&prose);
  jue_stated_shares (&prose);
  jue_stated_ratios (&prose);
  jue_stated_sums (&prose);
  jue_stated_lists (&prose);
  jue_stated_projects (&prose, catalogue);
}
