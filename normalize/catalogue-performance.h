#ifndef JUE_CATALOGUE_PERFORMANCE_H
#define JUE_CATALOGUE_PERFORMANCE_H

#include "normalize/catalogue.h"

/** What is printed behind a number of points. */
#define JUE_POINTS "分"

/** Where a word of a performance form stands. */
typedef enum {
  JUE_PLACE_LABEL,     /* names the value beside or below it */
  JUE_PLACE_COLUMN,    /* heads a column of a block of figures */
  JUE_PLACE_INDICATOR, /* heads a column of the indicator matrix */
  JUE_N_PLACES,
} JuePlace;

/** What the word names. */
typedef enum {
  JUE_WORD_TEXT,
  JUE_WORD_MONEY,
  JUE_WORD_PERCENT,
  JUE_WORD_SCORE, /* points */
  JUE_WORD_COUNT,
  JUE_WORD_GROUP, /* heads a block, has no value of its own */
  JUE_WORD_SUM,   /* points that add up others; ends the matrix */
  JUE_WORD_NAME,  /* column of the names of rows */
  JUE_WORD_OWNER, /* column of the project or unit that an indicator is for */
  JUE_WORD_LEVEL,
  JUE_WORD_OPERATOR,
  JUE_WORD_TARGET,
  JUE_WORD_UNIT,
  JUE_WORD_ACTUAL,
  JUE_WORD_COMPLETION,
  JUE_WORD_WEIGHT,
  JUE_WORD_REASON,
  JUE_WORD_MEASURES,
  JUE_N_WORD_ROLES,
} JueWordRole;

/** JueWord: a word of performance forms. @id: canonical */
typedef struct {
  const char *id;
  JueWordRole role;
} JueWord;

/** JuePerformanceForm: a performance form. @id: with "budget-" if it belongs to a budget */
typedef struct {
  const char *id;
  const char *name;
} JuePerformanceForm;

/**
 * JueLabel: a label taken apart.
 * @name: without number, 其中： in front, colon and brackets behind, as printed
 * @unit: money unit in the brackets; @points: number in the brackets ((10分)); NULL if there is none
 * @word: or NULL. Clear with jue_label_clear.
 */
typedef struct {
  const JueWord *word;
  char *name, *unit, *points;
} JueLabel;

/** jue_catalogue_word: the word that @text is in this place; NULL if it is none. Borrowed. */
const JueWord *jue_catalogue_word (const JueCatalogue *self, JuePlace place, const char *text);

/** jue_catalogue_label: takes @text apart; @place tells which words to look for. */
JueLabel jue_catalogue_label (const JueCatalogue *self, JuePlace place, const char *text);
void jue_label_clear (JueLabel *self);

/** jue_catalogue_performance_by_title, jue_catalogue_performance: by printed title, by id. Borrowed, NULL if there is none. */
const JuePerformanceForm *jue_catalogue_performance_by_title (const JueCatalogue *self, const char *title);
const JuePerformanceForm *jue_catalogue_performance (const JueCatalogue *self, const char *id);

/**
 * jue_catalogue_operator: the comparison sign that stands at the start (or end, if @behind) of a folded text.
 * @length: gets the bytes it takes. Returns: "≥", "≤", "=", ">" or "<", static as the catalogue; NULL if there is none.
 */
const char *jue_catalogue_operator (const JueCatalogue *self, const char *folded, gboolean behind, gsize *length);

/** jue_catalogue_is_measure: whether a folded text can be the unit of a number. @compared: an operator stands with it */
gboolean jue_catalogue_is_measure (const JueCatalogue *self, const char *folded, gboolean compared);

/** jue_catalogue_measure_name: the usual name of a unit (百分比 is %), or @printed itself. */
const char *jue_catalogue_measure_name (const JueCatalogue *self, const char *printed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JueLabel, jue_label_clear)

#endif
