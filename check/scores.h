#ifndef JUE_CHECK_SCORES_H
#define JUE_CHECK_SCORES_H

#include "check/claim.h"
#include "normalize/catalogue-performance.h"

/**
 * JueScore: a figure of a performance form that says what it is.
 * @row: the word that its label, or its row in a block of figures, is; @col: the word of its column; NULL if none
 * @name: label as printed, without the column
 */
typedef struct {
  const JueField *field;
  char *name;
  const char *row, *col;
  JueFigure figure;
  gboolean money, percent;
} JueScore;

/**
 * JuePerformanceSheet: a performance form and its figures. @rate_grain: the finest place of the report's percentages
 */
typedef struct {
  JueReport *report;
  const JueForm *form;
  guint index;
  char *place; /* 《title》（project） */
  gint64 rate_grain;
  GArray *scores; /* of JueScore */
} JuePerformanceSheet;

/** jue_scores_find: the first figure whose words are @row and @col; NULL as @col: it has no column. NULL if none. */
const JueScore *jue_scores_find (const JuePerformanceSheet *self, const char *row, const char *col);

/** jue_scores_claim: begins a claim about @score. */
void jue_scores_claim (const JuePerformanceSheet *self, JueClaim *claim, const char *rule, const char *what,
                       const JueScore *score);

/** jue_scores_mention: one more figure that the claim rests on. */
void jue_scores_mention (const JuePerformanceSheet *self, JueClaim *claim, const JueScore *score);

#endif
