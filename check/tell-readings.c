/*
 * What a cell should be. A cell that is no number (a glyph of unknown meaning, a digit that was cut off), or one that
 * its
 * equations contradict, has one value with which an equation holds, if all else in it can be read. Where all equations
 * about the cell give the same value, it is told; the cell stays as it is.
 */
#include "check/tell.h"

#include <string.h>

#define MIN_EQUATIONS 2 /* that agree on another value, before a printed number is doubted */

/* A cell, and the value with which its equations hold. */
typedef struct {
  JueOperand operand;
  gint64 value;
  guint equations;
  gboolean agree, printed; /* @printed: the cell is a number, but not this one */
} Solved;

/* Solves an equation in which one cell only is no number. Returns that cell's number among the operands; -1. */
static gint
solve (const JueEquations *self, const JueEquation *equation, gint64 *value)
{
  const JueOperand *operands = jue_equation_operands (self, equation);
  gint64 rest = 0;
  gint unknown = -1;
  for (guint i = 0; i < equation->n; i++) {
    const JueCell *cell = jue_equations_cell (self, &operands[i]);
    gint64 amount = 0;
    if (jue_ledger_is_blank (jue_equations_ledger (self, &operands[i]), operands[i].row, operands[i].col))
      continue;
    if (cell->state != JUE_STATE_VALUE) {
      if (unknown >= 0 || cell->state != JUE_STATE_UNREADABLE)
        return -1;
      unknown = (gint)i;
    } else if (!jue_fixed_from_amount (cell->amount, &amount)
               || !jue_fixed_add (&rest, operands[i].left != operands[i].minus ? -amount : amount))
      return -1;
  }
  if (unknown >= 0)
    *value = operands[unknown].left != operands[unknown].minus ? rest : -rest;
  return unknown;
}

static void
note (GArray *solved, const JueOperand *operand, gint64 value, gboolean printed)
{
  for (guint i = 0; i < solved->len; i++) {
    Solved *other = &g_array_index (solved, Solved, i);
    if (other->operand.ledger == operand->ledger && other->operand.row == operand->row
        && other->operand.col == operand->col) {
      other->agree = other->agree && other->value == value;
      other->equations++;
      return;
    }
  }
  Solved new_one = { *operand, value, 1, TRUE, printed };
  g_array_append_val (solved, new_one);
}

/* Whether what can be read of a printed number agrees with @number: the rest may be anything, one character for one. */
static gboolean
may_be (const char *printed, const char *number)
{
  for (; *printed != '\0'; printed = g_utf8_next_char (printed)) {
    if (*printed == ',' || *printed == ' ')
      continue;
    if (*number == '\0' || (g_ascii_isdigit (*printed) && *printed != *number) || (*printed == '.' && *number != '.'))
      return FALSE;
    number++;
  }
  return *number == '\0';
}

/* The contradicted cells of a broken equation, each with the value that would mend it. */
static void
note_broken (GArray *solved, const JueEquations *self, const JueEquation *equation)
{
  const JueOperand *operands = jue_equation_operands (self, equation);
  for (guint i = 0; i < equation->n; i++) {
    const JueCell *cell = jue_equations_cell (self, &operands[i]);
    gint64 value, difference = equation->right - equation->left;
    if (cell->proof != JUE_PROOF_CONTRADICTED || cell->state != JUE_STATE_VALUE
        || !jue_fixed_from_amount (cell->amount, &value))
      continue;
    if (jue_fixed_add (&value, operands[i].left != operands[i].minus ? difference : -difference))
      note (solved, &operands[i], value, TRUE);
  }
}

/* A cell that is no number, or a printed number that all its equations would have otherwise. */
static void
tell (JueReport *report, const JueEquations *self, const Solved *solved)
{
  const JueLedger *ledger = jue_equations_ledger (self, &solved->operand);
  const JueCell *cell = jue_equations_cell (self, &solved->operand);
  const char *unit = jue_ledger_unit (ledger);
  g_autofree char *number = jue_fixed_in_unit (solved->value, ledger->factor, ledger->decimals);
  g_autofree char *expected = jue_fixed_to_string (solved->value, 2);
  g_autofree char *actual = solved->printed ? jue_amount_to_string (cell->amount) : g_strdup (cell->text);
  g_autofree char *name = jue_ledger_name (ledger);
  g_autofree char *text =
      solved->printed ? g_strdup_printf ("%s：印为%s%s的单元格，与它有关的%u个等式不符；若为%s%s则都相符。", name,
                                         cell->text, unit, solved->equations, number, unit)
                      : g_strdup_printf ("%s：单元格“%s”无法读成数字；%u个等式都要求此处为%s%s%s。", name, cell->text,
                                         solved->equations, number, unit,
                                         may_be (cell->text, number) ? "，与可辨认的部分相符" : "，与可辨认的部分不符");
  JueFinding words = { .rule = solved->printed ? "one-reading" : "unreadable",
                       .severity = solved->printed ? JUE_FINDING_INFO : JUE_FINDING_WARNING,
                       .text = text,
                       .expected = expected,
                       .actual = actual };
  jue_tell_cell (report, &words, (JueCellRef){ ledger->index, solved->operand.row, solved->operand.col });
}

void
jue_tell_readings (JueReport *report, const JueEquations *equations)
{
  g_autoptr (GArray) solved = g_array_new (FALSE, FALSE, sizeof (Solved));
  for (guint i = 0; i < equations->list->len; i++) {
    const JueEquation *equation = &g_array_index (equations->list, JueEquation, i);
    gint64 value = 0;
    if (equation->identity->kind == JUE_IDENTITY_AT_MOST)
      continue;
    if (equation->verdict == JUE_VERDICT_BROKEN)
      note_broken (solved, equations, equation);
    if (equation->verdict != JUE_VERDICT_UNREADABLE)
      continue;
    gint which = solve (equations, equation, &value);
    if (which >= 0)
      note (solved, jue_equation_operands (equations, equation) + which, value, FALSE);
  }
  for (guint i = 0; i < solved->len; i++) {
    const Solved *one = &g_array_index (solved, Solved, i);
    if (one->agree && (!one->printed || one->equations >= MIN_EQUATIONS))
      tell (report, equations, one);
  }
}
