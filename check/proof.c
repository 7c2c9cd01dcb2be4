/*
 * What the equations say about each value.
 *
 * A value in an equation that holds exactly is proved: no other digit would do. One that holds only within rounding
 * makes its values consistent. An equation that is broken speaks against all its values, though most of them are right:
 * those that another equation proves. So a value is contradicted if more equations are broken than hold; where as many
 * are broken as hold, the equations that hold are believed, since nothing holds by chance to the last digit.
 * An inequality proves nothing; neither does an equation that was completed with cells it does not name.
 */
#include "check/proof.h"

typedef struct {
  guint8 holds, fits, broken;
} Count;

static void
add_one (guint8 *count)
{
  if (*count < G_MAXUINT8)
    (*count)++;
}

static void
count_equation (const JueEquations *equations, const JueEquation *equation, Count **counts)
{
  const JueOperand *operands = jue_equation_operands (equations, equation);
  if (equation->identity->kind == JUE_IDENTITY_AT_MOST || equation->verdict >= JUE_VERDICT_UNREADABLE)
    return;
  for (guint i = 0; i < equation->n; i++) {
    const JueForm *form = jue_equations_ledger (equations, &operands[i])->form;
    Count *count = &counts[operands[i].ledger][(gsize)operands[i].row * form->n_cols + operands[i].col];
    if (equation->verdict == JUE_VERDICT_BROKEN)
      add_one (&count->broken);
    else if (equation->verdict == JUE_VERDICT_HOLDS && !equation->completed)
      add_one (&count->holds);
    else
      add_one (&count->fits);
  }
}

static JueProof
proof_of (const Count *count)
{
  if (count->broken > count->holds)
    return JUE_PROOF_CONTRADICTED;
  if (count->holds > 0)
    return JUE_PROOF_PROVED;
  return count->fits > 0 ? JUE_PROOF_CONSISTENT : JUE_PROOF_UNPROVED;
}

static void
forget (JueReport *report)
{
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    for (gsize j = 0; j < (gsize)form->n_rows * form->n_cols; j++)
      form->cells[j].proof = JUE_PROOF_UNPROVED;
  }
}

void
jue_proof_set (JueReport *report, const JueEquations *equations)
{
  const GPtrArray *ledgers = equations->ledgers;
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ledgers->len; i++) {
    const JueForm *form = ((const JueLedger *)g_ptr_array_index (ledgers, i))->form;
    g_ptr_array_add (counts, g_new0 (Count, (gsize)form->n_rows * form->n_cols));
  }
  for (guint i = 0; i < equations->list->len; i++)
    count_equation (equations, &g_array_index (equations->list, JueEquation, i), (Count **)counts->pdata);
  forget (report);
  for (guint i = 0; i < ledgers->len; i++) {
    const JueForm *form = ((const JueLedger *)g_ptr_array_index (ledgers, i))->form;
    const Count *count = g_ptr_array_index (counts, i);
    for (gsize j = 0; j < (gsize)form->n_rows * form->n_cols; j++)
      if (form->cells[j].text != NULL && form->cells[j].state != JUE_STATE_EMPTY)
        form->cells[j].proof = (guint8)proof_of (&count[j]);
  }
}
