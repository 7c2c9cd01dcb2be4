#ifndef JUE_CHECK_IDENTITY_H
#define JUE_CHECK_IDENTITY_H

#include "check/equation.h"

/** JueIdentityRun: one identity about one form, and what it needs. */
typedef struct {
  const GPtrArray *ledgers; /* of JueLedger */
  JueDraft *draft;
  const JueIdentity *identity;
  guint ledger_index;
  const JueLedger *ledger; /* the form that it runs over */
} JueIdentityRun;

/** One function for each kind: makes the equations of one form. */
void jue_identity_columns (const JueIdentityRun *self);
void jue_identity_rows (const JueIdentityRun *self);
void jue_identity_codes (const JueIdentityRun *self);
void jue_identity_values (const JueIdentityRun *self);
void jue_identity_classes (const JueIdentityRun *self);

/**
 * jue_identity_add_value: adds all cells of a value of an identity to the draft. @index: of the ledger that it is taken
 * from. Returns: how many there are.
 */
guint jue_identity_add_value (const JueIdentityRun *self, const JueIdentityValue *value, guint index, gboolean left);

/** JueMisfit: an identity that does not fit the layout of a form. */
typedef struct {
  const JueIdentity *identity;
  guint ledger, broken, of;
} JueMisfit;

/**
 * jue_identities_run: makes the equations of all identities about all forms.
 * @budget: the report is a budget; @misfits: of JueMisfit
 */
void jue_identities_run (const GPtrArray *identities, const GPtrArray *ledgers, gboolean budget,
                         JueEquations *equations, GArray *misfits);

#endif
