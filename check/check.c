#include "check/check.h"

#include <string.h>

#include "check/document.h"
#include "check/performance.h"
#include "check/proof.h"
#include "check/prose.h"
#include "check/tell.h"
#include "extract/error.h"

#define MAX_EQUATIONS 2000000

static void
ledger_free (gpointer data)
{
  jue_ledger_free (data);
}

/* A new set of forms begins where the form that opens a report comes again, for another organisation or not. */
static void
number_sets (const GPtrArray *ledgers)
{
  guint set = 0;
  gboolean opened = FALSE;
  for (guint i = 0; i < ledgers->len; i++) {
    JueLedger *ledger = g_ptr_array_index (ledgers, i);
    gboolean opens = strcmp (ledger->known->id, "income-expenditure-summary") == 0;
    if (opens && opened)
      set++;
    opened |= opens;
    ledger->set = set;
  }
}

static GPtrArray *
make_ledgers (const JueReport *report, const JueCatalogue *catalogue)
{
  GPtrArray *ledgers = g_ptr_array_new_with_free_func (ledger_free);
  for (guint i = 0; i < report->forms->len; i++) {
    JueLedger *ledger = jue_ledger_new (g_ptr_array_index (report->forms, i), i, catalogue);
    if (ledger != NULL)
      g_ptr_array_add (ledgers, ledger);
  }
  number_sets (ledgers);
  return ledgers;
}

static gboolean
check_forms (JueReport *report, const GPtrArray *ledgers, const JueCatalogue *catalogue, GError **error)
{
  g_autoptr (GArray) misfits = g_array_new (FALSE, FALSE, sizeof (JueMisfit));
  JueEquations *equations = jue_equations_new (ledgers);
  jue_identities_run (jue_catalogue_identities (catalogue), ledgers, report->kind == JUE_KIND_BUDGET, equations,
                      misfits);
  gboolean small = equations->list->len <= MAX_EQUATIONS;
  if (small) {
    jue_proof_set (report, equations);
    for (guint i = 0; i < equations->list->len; i++)
      jue_tell_equation (report, equations, &g_array_index (equations->list, JueEquation, i));
    for (guint i = 0; i < misfits->len; i++)
      jue_tell_misfit (report, ledgers, &g_array_index (misfits, JueMisfit, i));
    jue_tell_readings (report, equations);
  } else
    g_set_error (error, JUE_ERROR, JUE_ERROR_LIMIT, "more than %d equations", MAX_EQUATIONS);
  jue_equations_free (equations);
  return small;
}

gboolean
jue_check (JueReport *report, const JueCatalogue *catalogue, GError **error)
{
  g_return_val_if_fail (report != NULL && catalogue != NULL, FALSE);
  g_array_set_size (report->findings, 0);
  g_autoptr (GPtrArray) ledgers = make_ledgers (report, catalogue);
  if (!check_forms (report, ledgers, catalogue, error))
    return FALSE;
  jue_check_prose (report, ledgers, catalogue);
  jue_check_performance (report, catalogue);
  jue_check_document (report, catalogue);
  return TRUE;
}
