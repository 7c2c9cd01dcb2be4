#include "check/stated.h"

#include <string.h>

#include "normalize/fold.h"
#include "normalize/money-unit.h"

const JueStated *
jue_stated_fact (const JueStatements *self, guint i)
{
  return &g_array_index (self->facts, JueStated, i);
}

static gboolean
is_called (const JueStated *stated, const char *item)
{
  const char *slash = strchr (stated->item, '/');
  return strcmp (stated->item, item) == 0 || (slash != NULL && strcmp (slash + 1, item) == 0);
}

gboolean
jue_stated_says (const JueStated *stated, const char *name)
{
  g_autofree char *text = stated->fact->text != NULL ? jue_fold (stated->fact->text) : NULL;
  return text != NULL && strstr (text, name) != NULL;
}

gint
jue_stated_find (const JueStatements *self, const char *item, guint near)
{
  guint section = jue_stated_fact (self, near)->fact->section;
  gint behind = -1;
  for (guint i = near; i > 0 && jue_stated_fact (self, i - 1)->fact->section == section; i--)
    if (is_called (jue_stated_fact (self, i - 1), item))
      return (gint)i - 1;
  for (guint i = near + 1; i < self->facts->len && jue_stated_fact (self, i)->fact->section == section; i++)
    if (behind < 0 && is_called (jue_stated_fact (self, i), item))
      behind = (gint)i;
  return behind;
}

gboolean
jue_stated_is (const JueStated *stated, const char *const *items)
{
  return items != NULL && g_strv_contains (items, stated->item);
}

void
jue_stated_mention (const JueStatements *self, JueClaim *claim, guint i)
{
  const JueStated *stated = jue_stated_fact (self, i);
  jue_claim_value (claim, stated->fact->value);
  g_array_append_val (claim->facts, stated->index);
}

void
jue_stated_claim (const JueStatements *self, JueClaim *claim, const char *rule, const char *what, guint i)
{
  const JueStated *stated = jue_stated_fact (self, i);
  jue_claim_init (claim, rule, what);
  claim->severity = JUE_FINDING_ERROR;
  claim->place = stated->fact->item;
  claim->actual = stated->figure.value;
  claim->prov = stated->fact->prov;
  claim->unit = stated->fact->unit != NULL ? stated->fact->unit : "";
  claim->factor = stated->money ? jue_money_unit_factor (stated->fact->unit) : 1;
  jue_stated_mention (self, claim, i);
}
