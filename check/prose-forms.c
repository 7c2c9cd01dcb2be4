/*
 * Facts against the forms: a figure of a known name is one of the values that the identities list, or, where the
 * forms do not have them, one of the fields of the same name in a performance form.
 */
#include "check/identity.h"
#include "check/prose-private.h"
#include "normalize/fold.h"
#include "normalize/money-unit.h"

#include <string.h>

#define SEPARATOR " / " /* between row and column in a field's name */

/* The best of what a fact was compared with. */
typedef struct {
  JueVerdict verdict;
  gint64 expected, grain;
  GPtrArray *values; /* of const char * */
  GArray *cells;     /* of JueCellRef */
} Best;

static void
best_clear (Best *self)
{
  g_ptr_array_unref (self->values);
  g_array_unref (self->cells);
}

/* Whether @expected is a better match than what was found so far. */
static gboolean
is_better (const Best *best, JueVerdict verdict, gint64 actual, gint64 expected)
{
  if (verdict != best->verdict)
    return verdict < best->verdict;
  return ABS (actual - expected) < ABS (actual - best->expected);
}

static void
compare_equation (const JueEquations *equations, const JueEquation *equation, const JueStated *stated, Best *best)
{
  gint64 sum = equation->right, grains = stated->figure.grain + 2 * equation->tolerance;
  JueVerdict verdict = jue_claim_judge (stated->figure.value, sum, grains, stated->figure.grain);
  if (!is_better (best, verdict, stated->figure.value, sum))
    return;
  best->verdict = verdict;
  best->expected = sum;
  best->grain = grains;
  g_ptr_array_set_size (best->values, 0);
  g_array_set_size (best->cells, 0);
  for (guint i = 0; i < equation->n; i++) {
    const JueOperand *operand = jue_equation_operands (equations, equation) + i;
    const JueCell *cell = jue_equations_cell (equations, operand);
    JueCellRef ref = { jue_equations_ledger (equations, operand)->index, operand->row, operand->col };
    if (cell->text == NULL || cell->text[0] == '\0')
      continue;
    g_array_append_val (best->cells, ref);
    g_ptr_array_add (best->values, (gpointer)cell->text);
  }
}

static gboolean
says_any (const JueStated *stated, const char *const *names)
{
  for (; *names != NULL; names++)
    if (jue_stated_says (stated, *names))
      return TRUE;
  return FALSE;
}

static void
tell (const JueStatements *self, guint i, const JueIdentity *identity, const Best *best)
{
  g_auto (JueClaim) claim;
  g_autofree char *place = g_strdup_printf ("文字说明中的%s", jue_stated_fact (self, i)->fact->item);
  jue_stated_claim (self, &claim, identity->id, "与表中数", i);
  claim.place = place;
  claim.severity = identity->doubtful || !says_any (jue_stated_fact (self, i), identity->items) ? JUE_FINDING_WARNING
                                                                                                : JUE_FINDING_ERROR;
  claim.expected = best->expected;
  claim.tolerance = best->grain / 2;
  for (guint k = 0; k < best->values->len; k++)
    jue_claim_value (&claim, g_ptr_array_index (best->values, k));
  g_array_append_vals (claim.cells, best->cells->data, best->cells->len);
  jue_claim_tell (&claim, best->verdict, self->report);
}

/* ---- values of forms ---- */

/* All values of an identity, as the right sides of equations. Returns whether one of them is blank. */
static gboolean
resolve (const JueStatements *self, const JueIdentity *identity, JueDraft *draft)
{
  gboolean blank = FALSE;
  for (guint v = 0; v < identity->values->len; v++) {
    const JueIdentityValue *value = &g_array_index (identity->values, JueIdentityValue, v);
    for (guint l = 0; l < self->ledgers->len; l++) {
      const JueLedger *ledger = g_ptr_array_index (self->ledgers, l);
      JueIdentityRun run = { self->ledgers, draft, identity, l, ledger };
      if (strcmp (ledger->known->id, value->form) != 0 || ledger->form->stated_empty || ledger->factor == 0)
        continue;
      jue_draft_begin (draft, identity);
      if (jue_identity_add_value (&run, value, l, FALSE) == 0)
        continue;
      jue_draft_try (draft);
      blank |= draft->best_equation.verdict == JUE_VERDICT_VOID;
      jue_draft_end (draft);
    }
  }
  return blank;
}

/* ---- fields of performance forms ---- */

/* Whether row or column of a field's name is one of @items. */
static gboolean
field_is (const JueField *field, const char *const *items)
{
  g_autofree char *name = g_strdup (field->name);
  char *behind = strstr (name, SEPARATOR);
  if (behind != NULL)
    *behind = '\0';
  g_autofree char *row = jue_fold (name);
  g_autofree char *column = behind != NULL ? jue_fold (behind + strlen (SEPARATOR)) : NULL;
  return g_strv_contains (items, row) || (column != NULL && g_strv_contains (items, column));
}

static void
compare_field (const JueForm *form, guint index, const JueField *field, const JueStated *stated, Best *best)
{
  JueFigure figure;
  gint64 factor = jue_money_unit_factor (form->money_unit);
  if (!field->has_amount || g_strcmp0 (field->unit, "元") != 0
      || !jue_figure_of (field->amount, MAX (factor, 1), &figure))
    return;
  gint64 grains = figure.grain + stated->figure.grain;
  JueVerdict verdict =
      jue_claim_judge (stated->figure.value, figure.value, grains, MAX (figure.grain, stated->figure.grain));
  if (!is_better (best, verdict, stated->figure.value, figure.value))
    return;
  best->verdict = verdict;
  best->expected = figure.value;
  best->grain = grains;
  g_ptr_array_set_size (best->values, 0);
  g_ptr_array_add (best->values, (gpointer)field->text);
  g_array_set_size (best->cells, 0);
  JueClaim claim; /* only to find the cell */
  jue_claim_init (&claim, "", "");
  jue_claim_cell (&claim, form, index, &field->prov);
  g_array_append_vals (best->cells, claim.cells->data, claim.cells->len);
  jue_claim_clear (&claim);
}

static void
compare_fields (const JueStatements *self, const JueIdentity *identity, const JueStated *stated, Best *best)
{
  for (guint i = 0; i < self->report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (self->report->forms, i);
    for (guint j = 0; j < form->fields->len; j++) {
      const JueField *field = &g_array_index (form->fields, JueField, j);
      if (field->name != NULL && field_is (field, identity->items))
        compare_field (form, i, field, stated, best);
    }
  }
}

/* ---- ---- */

static void
check_fact (const JueStatements *self, const JueIdentity *identity, const JueEquations *equations, gboolean blank,
            guint i)
{
  const JueStated *stated = jue_stated_fact (self, i);
  Best best = { JUE_VERDICT_VOID, 0, 0, g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (JueCellRef)) };
  for (guint k = 0; k < equations->list->len; k++) {
    const JueEquation *equation = &g_array_index (equations->list, JueEquation, k);
    if (equation->verdict != JUE_VERDICT_UNREADABLE)
      compare_equation (equations, equation, stated, &best);
  }
  if (blank && is_better (&best, jue_claim_judge (stated->figure.value, 0, 0, 0), stated->figure.value, 0)) {
    best.verdict = jue_claim_judge (stated->figure.value, 0, 0, 0);
    best.expected = 0;
  } else if (equations->list->len == 0 && stated->figure.value != 0)
    compare_fields (self, identity, stated, &best);
  tell (self, i, identity, &best);
  best_clear (&best);
}

/* ---- facts against each other ---- */

/*
 * Without forms, the same figure in two sections: a last digit that differs is told. Where the identity has no
 * values, it is about two names of what is mostly the same: any difference is told, for information.
 */
static void
compare_facts (const JueStatements *self, const JueIdentity *identity)
{
  gint first = -1;
  for (guint i = 0; i < self->facts->len; i++) {
    const JueStated *stated = jue_stated_fact (self, i);
    if (!stated->money || !jue_stated_is (stated, identity->items))
      continue;
    if (first < 0) {
      first = (gint)i;
      continue;
    }
    const JueStated *other = jue_stated_fact (self, (guint)first);
    gint64 grains = stated->figure.grain + other->figure.grain;
    JueVerdict verdict = jue_claim_judge (stated->figure.value, other->figure.value, grains, stated->figure.grain);
    if (verdict == JUE_VERDICT_BROKEN && (identity->values->len > 0 || strcmp (stated->item, other->item) == 0))
      continue;
    g_auto (JueClaim) claim;
    jue_stated_claim (self, &claim, identity->id, "与文中另一处", i);
    claim.severity = JUE_FINDING_INFO;
    claim.expected = other->figure.value;
    claim.tolerance = grains / 2;
    jue_stated_mention (self, &claim, (guint)first);
    jue_claim_tell (&claim, verdict, self->report);
  }
}

static void
check_identity (const JueStatements *self, const JueIdentity *identity)
{
  JueEquations *equations = NULL;
  gboolean blank = FALSE;
  for (guint i = 0; i < self->facts->len; i++) {
    const JueStated *stated = jue_stated_fact (self, i);
    if (!stated->money || !jue_stated_is (stated, identity->items) || (stated->aside && self->ledgers->len > 0))
      continue;
    if (equations == NULL) {
      JueDraft draft;
      equations = jue_equations_new (self->ledgers);
      jue_draft_init (&draft, equations);
      blank = resolve (self, identity, &draft);
      jue_draft_clear (&draft);
    }
    check_fact (self, identity, equations, blank, i);
  }
  jue_equations_free (equations);
}

void
jue_stated_forms (const JueStatements *self)
{
  for (guint i = 0; i < self->identities->len; i++) {
    const JueIdentity *identity = g_ptr_array_index (self->identities, i);
    if (identity->kind != JUE_IDENTITY_FACT || (self->budget ? !identity->in_budget : !identity->in_final))
      continue;
    if (identity->values->len == 0 || self->ledgers->len == 0)
      compare_facts (self, identity);
    check_identity (self, identity);
  }
}
