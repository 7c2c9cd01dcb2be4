#ifndef JUE_PLAN_H
#define JUE_PLAN_H

#include "convert/journal.h"
#include "convert/walk.h"

/**
 * JuePlan: decides what is to be done about each document, by what the journal knows of it. Documents have to be asked for
 * in order: then the decisions are the same whether or not earlier runs were cut short.
 * @version, @options: what results depend on besides bytes. Borrowed, as all else
 */
typedef struct {
  const char *dir;
  const JueJournal *journal;
  const JueWalk *walk;
  const char *version, *options;
  gboolean force, retry_failed;
  GHashTable *names;   /* output → source of the document that has it */
  GHashTable *leaders; /* sha256 → source of the document that is converted for all with these bytes */
  GHashTable *known;   /* sha256 → source of a document that an earlier run converted */
} JuePlan;

typedef enum {
  JUE_PLAN_CONVERT, /* the row says what, where and where to */
  JUE_PLAN_SKIP,    /* nothing to do: it is as it was. There may be a row to keep: the file has other times */
  JUE_PLAN_SAME,    /* nothing to do: another document has the same bytes. There is a row to keep if that is new */
  JUE_PLAN_FAIL,    /* the row says why */
  JUE_PLAN_IGNORE,  /* not asked for */
} JuePlanStep;

/** jue_plan_init: fills in the tables; the other members must be set. */
void jue_plan_init (JuePlan *self);
void jue_plan_clear (JuePlan *self);

/** jue_plan_next: what to do about @input; @row gets a new row, or NULL if the known one stays. */
JuePlanStep jue_plan_next (JuePlan *self, const JueInput *input, JueRow **row);

#endif
