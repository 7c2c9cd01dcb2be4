#include "check/identity.h"

#include <string.h>

static gboolean
names_form (const JueIdentity *identity, const char *id)
{
  if (identity->values->len > 0)
    return strcmp (g_array_index (identity->values, JueIdentityValue, 0).form, id) == 0;
  return identity->forms == NULL || g_strv_contains (identity->forms, id);
}

static void
run_kind (const JueIdentityRun *run)
{
  switch (run->identity->kind) {
    case JUE_IDENTITY_COLUMNS:
      jue_identity_columns (run);
      break;
    case JUE_IDENTITY_ROWS:
      jue_identity_rows (run);
      break;
    case JUE_IDENTITY_CODES:
      jue_identity_codes (run);
      break;
    case JUE_IDENTITY_CLASSES:
      jue_identity_classes (run);
      break;
    case JUE_IDENTITY_EQUAL:
    case JUE_IDENTITY_AT_MOST:
      jue_identity_values (run);
      break;
    case JUE_IDENTITY_FACT:
    case JUE_IDENTITY_FACTS:
    case JUE_IDENTITY_RATIO:
    case JUE_IDENTITY_CHANGE:
      break; /* prose-forms.c, prose-sums.c, prose-ratios.c */
  }
}

static void
run_form (const JueIdentityRun *run, GArray *misfits)
{
  JueEquations *equations = run->draft->equations;
  guint from = equations->list->len;
  run_kind (run);
  JueMisfit misfit = { run->identity, run->ledger_index, 0, 0 };
  misfit.broken = jue_equations_settle (equations, from, &misfit.of);
  if (misfit.broken > 0)
    g_array_append_val (misfits, misfit);
}

void
jue_identities_run (const GPtrArray *identities, const GPtrArray *ledgers, gboolean budget, JueEquations *equations,
                    GArray *misfits)
{
  JueDraft draft;
  jue_draft_init (&draft, equations);
  for (guint i = 0; i < identities->len; i++) {
    const JueIdentity *identity = g_ptr_array_index (identities, i);
    if ((budget ? !identity->in_budget : !identity->in_final) || identity->kind >= JUE_IDENTITY_FACT)
      continue;
    for (guint v = 0; v < ledgers->len; v++) {
      const JueLedger *ledger = g_ptr_array_index (ledgers, v);
      JueIdentityRun run = { ledgers, &draft, identity, v, ledger };
      if (names_form (identity, ledger->known->id) && !ledger->form->stated_empty)
        run_form (&run, misfits);
    }
  }
  jue_draft_clear (&draft);
}
