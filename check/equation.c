/*
 * How exact a sum has to be.
 *
 * An amount printed in 万元 with two decimals was rounded by up to half a unit of the last place (50 元). In an equation
 * of n printed amounts, the total among them, these halves add up: it may be off by n/2 units and still be right.
 * Amounts printed to the cent were not rounded and have to fit exactly; so do blanks, which count as zero. Rounding
 * errors are as often up as down, so n/2 is seldom reached when n is large: beyond four standard deviations, sqrt(n/12)
 * units each, it is called unlikely. Between a form in 元 and one in 万元, what differs by half a unit or less was
 * rounded right.
 */
#include "check/equation.h"

/* Of so many equations, more than half broken means that the identity does not fit the form. */
#define MIN_TO_SETTLE 4

JueEquations *
jue_equations_new (const GPtrArray *ledgers)
{
  JueEquations *self = g_new0 (JueEquations, 1);
  self->ledgers = ledgers;
  self->operands = g_array_new (FALSE, FALSE, sizeof (JueOperand));
  self->list = g_array_new (FALSE, FALSE, sizeof (JueEquation));
  return self;
}

void
jue_equations_free (JueEquations *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->operands);
  g_array_unref (self->list);
  g_free (self);
}

const JueLedger *
jue_equations_ledger (const JueEquations *self, const JueOperand *operand)
{
  return g_ptr_array_index (self->ledgers, operand->ledger);
}

JueCell *
jue_equations_cell (const JueEquations *self, const JueOperand *operand)
{
  return jue_form_cell (jue_equations_ledger (self, operand)->form, operand->row, operand->col);
}

const JueOperand *
jue_equation_operands (const JueEquations *self, const JueEquation *equation)
{
  return &g_array_index (self->operands, JueOperand, equation->first);
}

/* ---- judging ---- */

typedef struct {
  gint64 side[2]; /* right, left */
  gint64 grains, coarsest;
  guint printed, unreadable;
  guint parts, dashes; /* on the right side; of these, such as hold a dash */
  gboolean overflow;
} Sums;

static void
sum_operand (Sums *sums, const JueEquations *self, const JueOperand *operand)
{
  const JueLedger *ledger = jue_equations_ledger (self, operand);
  const JueCell *cell = jue_form_cell (ledger->form, operand->row, operand->col);
  gint64 value;
  sums->parts += operand->left ? 0 : 1;
  sums->dashes += !operand->left && cell->state == JUE_STATE_DASH ? 1 : 0;
  if (jue_ledger_is_blank (ledger, operand->row, operand->col))
    return;
  sums->printed++;
  if (cell->state != JUE_STATE_VALUE || !jue_fixed_from_amount (cell->amount, &value)) {
    sums->unreadable++;
    return;
  }
  if (!jue_fixed_add (&sums->side[operand->left], operand->minus ? -value : value))
    sums->overflow = TRUE;
  if (value == 0 && !operand->left)
    return;
  sums->grains += ledger->grain;
  sums->coarsest = MAX (sums->coarsest, ledger->grain);
}

/* Dashes in place of all parts say that the total is not split up, not that they are nothing. */
static JueVerdict
verdict_of (const Sums *sums, gboolean at_most)
{
  if (sums->printed == 0 || (sums->parts > 1 && sums->dashes == sums->parts))
    return JUE_VERDICT_VOID;
  if (sums->unreadable > 0 || sums->overflow)
    return JUE_VERDICT_UNREADABLE;
  gint64 difference = sums->side[1] - sums->side[0];
  if (2 * ABS (difference) <= sums->coarsest || (at_most && difference <= sums->grains / 2))
    return JUE_VERDICT_HOLDS;
  if (ABS (difference) > sums->grains / 2)
    return JUE_VERDICT_BROKEN;
  gint64 units = ABS (difference) / sums->coarsest, n = sums->grains / sums->coarsest;
  return 3 * units * units > 4 * n ? JUE_VERDICT_UNLIKELY : JUE_VERDICT_ROUNDING;
}

static JueEquation
judge (const JueDraft *self)
{
  Sums sums = { .coarsest = 0 };
  JueEquation equation = { .identity = self->identity, .n = self->operands->len };
  for (guint i = 0; i < self->operands->len; i++)
    sum_operand (&sums, self->equations, &g_array_index (self->operands, JueOperand, i));
  equation.verdict = verdict_of (&sums, self->identity->kind == JUE_IDENTITY_AT_MOST);
  equation.left = sums.side[1];
  equation.right = sums.side[0];
  equation.tolerance = sums.grains / 2;
  return equation;
}

/* ---- drafts ---- */

void
jue_draft_init (JueDraft *self, JueEquations *equations)
{
  *self = (JueDraft){ .equations = equations };
  self->operands = g_array_new (FALSE, FALSE, sizeof (JueOperand));
  self->best = g_array_new (FALSE, FALSE, sizeof (JueOperand));
}

void
jue_draft_clear (JueDraft *self)
{
  g_array_unref (self->operands);
  g_array_unref (self->best);
}

void
jue_draft_begin (JueDraft *self, const JueIdentity *identity)
{
  self->identity = identity;
  self->has_best = FALSE;
  g_array_set_size (self->operands, 0);
}

void
jue_draft_restart (JueDraft *self)
{
  g_array_set_size (self->operands, 0);
}

gboolean
jue_draft_add (JueDraft *self, const JueLedger *ledger, guint ledger_index, guint row, guint col, gboolean left,
               gboolean minus)
{
  gint at = jue_ledger_cell (ledger, row, col);
  if (at < 0)
    return FALSE;
  JueOperand operand = { ledger_index, row, (guint)at, ledger->values->halves[col], left ? 1 : 0, minus ? 1 : 0 };
  for (guint i = 0; i < self->operands->len; i++) {
    const JueOperand *other = &g_array_index (self->operands, JueOperand, i);
    if (other->ledger == ledger_index && other->row == row && other->col == operand.col)
      return FALSE;
  }
  g_array_append_val (self->operands, operand);
  return TRUE;
}

void
jue_draft_try (JueDraft *self)
{
  JueEquation equation = judge (self);
  if (self->has_best && equation.verdict >= self->best_equation.verdict)
    return;
  self->best_equation = equation;
  self->has_best = TRUE;
  g_array_set_size (self->best, 0);
  g_array_append_vals (self->best, self->operands->data, self->operands->len);
}

gboolean
jue_draft_needs_more (const JueDraft *self)
{
  return self->has_best && self->best_equation.verdict >= JUE_VERDICT_UNLIKELY
         && self->best_equation.verdict != JUE_VERDICT_VOID;
}

void
jue_draft_try_more (JueDraft *self)
{
  JueVerdict before = self->best_equation.verdict;
  jue_draft_try (self);
  if (self->best_equation.verdict <= JUE_VERDICT_ROUNDING && before > JUE_VERDICT_ROUNDING)
    self->best_equation.completed = TRUE;
  else
    self->best_equation.guessed = TRUE;
}

void
jue_draft_end (JueDraft *self)
{
  JueEquations *equations = self->equations;
  JueEquation *equation = &self->best_equation;
  if (!self->has_best || equation->verdict == JUE_VERDICT_VOID)
    return;
  equation->first = equations->operands->len;
  g_array_append_vals (equations->operands, self->best->data, self->best->len);
  g_array_append_val (equations->list, *equation);
}

guint
jue_equations_settle (JueEquations *self, guint from, guint *of)
{
  guint broken = 0;
  *of = self->list->len - from;
  for (guint i = from; i < self->list->len; i++)
    broken += g_array_index (self->list, JueEquation, i).verdict == JUE_VERDICT_BROKEN;
  if (*of < MIN_TO_SETTLE || 2 * broken <= *of)
    return 0;
  g_array_set_size (self->list, from);
  return broken;
}
