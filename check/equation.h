#ifndef JUE_EQUATION_H
#define JUE_EQUATION_H

#include "check/ledger.h"
#include "normalize/identity.h"

/** JueOperand: a cell in an equation, on the left side or the right one. @col: where its value stands */
typedef struct {
  guint ledger; /* index of the ledger */
  guint row, col;
  guint half;
  guint8 left, minus;
} JueOperand;

/** What an equation came to, from best to worst. */
typedef enum {
  JUE_VERDICT_HOLDS,
  JUE_VERDICT_ROUNDING, /* differs by what rounding explains */
  JUE_VERDICT_UNLIKELY, /* rounding could explain it, but hardly would */
  JUE_VERDICT_BROKEN,
  JUE_VERDICT_UNREADABLE, /* a cell is not a number */
  JUE_VERDICT_VOID,       /* all its cells are blank */
} JueVerdict;

/**
 * JueEquation: an identity about certain cells.
 * @first, @n: its operands, in the checker's
 * @left, @right, @tolerance: as JUE_FIXED
 * @completed: it holds only because of cells that the identity does not name
 * @guessed: the form has cells that the identity does not name, and did not hold with them either
 */
typedef struct {
  const JueIdentity *identity;
  guint first, n;
  JueVerdict verdict;
  gint64 left, right, tolerance;
  gboolean completed, guessed;
} JueEquation;

/** JueEquations: all of a report. */
typedef struct {
  const GPtrArray *ledgers; /* of JueLedger; borrowed */
  GArray *operands;         /* of JueOperand */
  GArray *list;             /* of JueEquation */
} JueEquations;

/**
 * JueDraft: an equation in the making: several candidates of which the best is kept.
 * @operands: of the present candidate
 */
typedef struct {
  JueEquations *equations;
  const JueIdentity *identity;
  GArray *operands; /* of JueOperand */
  GArray *best;     /* of JueOperand */
  JueEquation best_equation;
  gboolean has_best;
} JueDraft;

JueEquations *jue_equations_new (const GPtrArray *ledgers);
void jue_equations_free (JueEquations *self);

/** jue_draft_init: @self can be used again and again; end with jue_draft_clear. */
void jue_draft_init (JueDraft *self, JueEquations *equations);
void jue_draft_clear (JueDraft *self);

/** jue_draft_begin: a new equation. */
void jue_draft_begin (JueDraft *self, const JueIdentity *identity);

/** jue_draft_add: adds the cell of @row for column @col, if it has one. Returns whether it has. */
gboolean jue_draft_add (JueDraft *self, const JueLedger *ledger, guint ledger_index, guint row, guint col,
                        gboolean left, gboolean minus);

/** jue_draft_try: judges the operands so far as one candidate, which stays for further operands. */
void jue_draft_try (JueDraft *self);

/** jue_draft_restart: drops the operands so far, for another candidate of the same equation. */
void jue_draft_restart (JueDraft *self);

/** jue_draft_needs_more: whether no candidate so far holds, be it within rounding. */
gboolean jue_draft_needs_more (const JueDraft *self);

/** jue_draft_try_more: judges again after operands were added that the identity does not name, see JueEquation. */
void jue_draft_try_more (JueDraft *self);

/** jue_draft_end: keeps the best candidate, unless there is none or it says nothing. */
void jue_draft_end (JueDraft *self);

/** jue_equation_operands: borrowed; dies at the next equation. */
const JueOperand *jue_equation_operands (const JueEquations *self, const JueEquation *equation);

/** jue_equations_cell, jue_equations_ledger: what an operand is about. */
const JueLedger *jue_equations_ledger (const JueEquations *self, const JueOperand *operand);
JueCell *jue_equations_cell (const JueEquations *self, const JueOperand *operand);

/**
 * jue_equations_settle: looks at the equations from number @from on, which all come from one identity and one form. If
 * most of them are broken, the form is laid out otherwise than the identity thinks: they are dropped.
 * Returns: how many were broken; 0 if none was dropped.
 */
guint jue_equations_settle (JueEquations *self, guint from, guint *of);

#endif
