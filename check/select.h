#ifndef JUE_CHECK_SELECT_H
#define JUE_CHECK_SELECT_H

#include "check/ledger.h"
#include "normalize/identity.h"

/**
 * JueRows: where rows are looked for: from row @from up to @to (not included), in @half (-1: any), first in half
 * @prefer (-1: no matter).
 */
typedef struct {
  guint from, to;
  gint half, prefer;
} JueRows;

/** JueRowTerm: a row that was found for a term. */
typedef struct {
  JueRowRef ref;
  gboolean minus;
} JueRowTerm;

/** jue_rows_all: all body rows of @ledger. */
JueRows jue_rows_all (const JueLedger *ledger);

/**
 * jue_select_row: the first row that @selector means, in @rows; see JueIdentityTerm.
 * @ref: written only if TRUE is returned
 */
gboolean jue_select_row (const JueLedger *ledger, const char *selector, const JueRows *rows, JueRowRef *ref);

/**
 * jue_select_rows: the rows that @terms mean, appended to @found (of JueRowTerm).
 * @col: the column that tells which choice of a term says anything
 */
void jue_select_rows (const JueLedger *ledger, const GArray *terms, const JueRows *rows, guint col, GArray *found);

/**
 * jue_select_column: the column in @half (-1: any) of the first selector of the first choice of @term that the form
 * has;
 * -1 if it has none.
 */
gint jue_select_column (const JueLedger *ledger, const JueIdentityTerm *term, gint half);

/**
 * jue_select_choice: the choice of a term of columns that counts: the first of which a column in @half has values, else
 * the first of which a column is there; NULL.
 */
const char *const *jue_select_choice (const JueLedger *ledger, const JueIdentityTerm *term, gint half);

/** jue_term_names: whether @id is one of the selectors of @terms, or matches one. */
gboolean jue_terms_name (const GArray *terms, const char *id);

#endif
