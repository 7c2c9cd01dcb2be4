#ifndef JUE_CHECK_CLAIM_H
#define JUE_CHECK_CLAIM_H

#include "check/ratio.h"

/**
 * JueClaim: something printed that was compared with what it should be, to become a finding.
 * @place: where it stands, in Chinese; @what: what was compared
 * @factor: of the unit in which @text tells the numbers (10000 for 万元); @unit: its name
 * @actual, @expected, @tolerance: as JUE_FIXED
 * @values: the figures as printed (borrowed)
 */
typedef struct {
  const char *rule;
  JueFindingSeverity severity;
  const char *place, *what;
  const char *unit;
  gint64 factor;
  gint64 actual, expected, tolerance;
  GPtrArray *values; /* of const char * */
  GArray *cells;     /* of JueCellRef */
  GArray *facts;     /* of guint */
  JueProv prov;
} JueClaim;

void jue_claim_init (JueClaim *self, const char *rule, const char *what);
void jue_claim_clear (JueClaim *self);

/** jue_claim_value: one more printed figure; NULL and empty texts are ignored. */
void jue_claim_value (JueClaim *self, const char *printed);

/** jue_claim_cell: the cell of @form (number @index) whose text stands at @prov, if there is one. */
void jue_claim_cell (JueClaim *self, const JueForm *form, guint index, const JueProv *prov);

/** jue_claim_tell: adds the finding; the severity follows from @verdict: nothing if it holds or says nothing. */
void jue_claim_tell (JueClaim *self, JueVerdict verdict, JueReport *report);

/**
 * jue_claim_judge: how far @actual may differ from @expected: half of @grains, the grains of all figures together.
 * @coarsest: the coarsest of them: what differs by no more than half of it was rounded right
 */
JueVerdict jue_claim_judge (gint64 actual, gint64 expected, gint64 grains, gint64 coarsest);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JueClaim, jue_claim_clear)

#endif
