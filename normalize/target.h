#ifndef JUE_TARGET_H
#define JUE_TARGET_H

#include "normalize/catalogue-performance.h"

/**
 * JueTarget: what the target or result of an indicator says.
 * @op: "≥", "≤", "=", ">", "<" or NULL; static as the catalogue
 * @amount: the exact number as a decimal string, no separators; NULL if the text is no number
 * @unit: what is counted, as printed (百分比 as %); NULL if there is none. A scale stays with it: 1.30万名 is 1.30 and 万名.
 * Clear with jue_target_clear.
 */
typedef struct {
  const char *op;
  char *amount;
  char *unit;
} JueTarget;

/**
 * jue_target_split: takes a text apart: ≥95%, <=7天, 不少于41人, 10条（次）以上, =3000元/人/年.
 * Returns: TRUE if the whole text is an operator (or none), one number and a unit (or none). Else FALSE, and all of @target
 * is NULL: words, dates, ranges, several numbers.
 */
gboolean jue_target_split (const JueCatalogue *catalogue, const char *text, JueTarget *target);

/** jue_target_operator: the operator that the whole of @text is; NULL if it is none. */
const char *jue_target_operator (const JueCatalogue *catalogue, const char *text);

void jue_target_clear (JueTarget *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JueTarget, jue_target_clear)

#endif
