#ifndef JUE_CATALOGUE_PERFORMANCE_PRIVATE_H
#define JUE_CATALOGUE_PERFORMANCE_PRIVATE_H

#include "normalize/catalogue-performance.h"
#include "normalize/catalogue-private.h"

/** JuePerformanceEntry: a performance form and what finds it. */
typedef struct {
  JuePerformanceForm form;
  JuePatterns *titles, *refusals;
} JuePerformanceEntry;

/** JueOperator: wordings of a comparison sign. */
typedef struct {
  const char *sign;
  gboolean behind;
  char **wordings; /* folded */
} JueOperator;

/** JuePerformance: what the catalogue knows of performance forms. */
struct JuePerformance {
  GPtrArray *forms; /* of JuePerformanceEntry */
  struct {
    GArray *words;    /* of JueWord */
    GString *pattern; /* one group per word */
    GRegex *regex;    /* NULL until asked */
  } places[JUE_N_PLACES];
  GArray *operators; /* of JueOperator */
  JuePatterns *measures, *compared_measures;
  GHashTable *aliases; /* folded → name */
};

JuePerformance *jue_performance_new (void);
void jue_performance_free (JuePerformance *self);

#endif
