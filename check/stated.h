#ifndef JUE_CHECK_STATED_H
#define JUE_CHECK_STATED_H

#include "check/claim.h"

/**
 * JueStated: a fact as the checks see it.
 * @index: in the report's facts; @item: folded
 * @figure: its amount; @money, @percent: what it counts
 * @aside: it stands in a part that is not about the accounts as a whole: 附件, 绩效
 */
typedef struct {
  guint index;
  const JueFact *fact;
  char *item;
  JueFigure figure;
  gboolean money, percent, aside;
} JueStated;

/** JueStatements: the facts that have an item and an amount, in order, and what they are compared with. */
typedef struct {
  JueReport *report;
  const GPtrArray *ledgers;
  const GPtrArray *identities;
  gboolean budget;
  GArray *facts; /* of JueStated */
} JueStatements;

/** jue_stated_fact: number @i of them. */
const JueStated *jue_stated_fact (const JueStatements *self, guint i);

/**
 * jue_stated_find: the first fact called @item (folded), with or without the 类 before a slash, in the section of fact
 * @near, before it first; -1.
 */
gint jue_stated_find (const JueStatements *self, const char *item, guint near);

/** jue_stated_says: whether the sentence of a fact says @name (folded); a fact may have taken its name from another. */
gboolean jue_stated_says (const JueStated *stated, const char *name);

/** jue_stated_is: whether a fact is called one of @items. */
gboolean jue_stated_is (const JueStated *stated, const char *const *items);

/** jue_stated_claim: begins a claim about a fact. */
void jue_stated_claim (const JueStatements *self, JueClaim *claim, const char *rule, const char *what, guint i);

/** jue_stated_mention: one more fact that a claim rests on. */
void jue_stated_mention (const JueStatements *self, JueClaim *claim, guint i);

#endif
