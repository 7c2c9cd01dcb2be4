#ifndef JUE_IDENTITY_H
#define JUE_IDENTITY_H

#include "normalize/catalogue.h"

/** What an identity runs over. */
typedef enum {
  JUE_IDENTITY_COLUMNS, /* each row of a form: the total's column against the parts' columns */
  JUE_IDENTITY_ROWS,    /* each column of a form: the total's row against the parts' rows */
  JUE_IDENTITY_CODES, /* each line of a form against the lines below it in the hierarchy of codes; 合计 against the top */
  JUE_IDENTITY_EQUAL,   /* the first value against the others: one of them has to be equal */
  JUE_IDENTITY_CLASSES, /* the same for each 类 that the first value's form lists */
  JUE_IDENTITY_AT_MOST, /* the first value is not greater than the second */
  JUE_IDENTITY_FACT,    /* a fact of the prose is one of the values */
  JUE_IDENTITY_FACTS,   /* a fact is the sum of other facts of its section */
  JUE_IDENTITY_RATIO,   /* a percentage is the first part in hundredths of the second; all three begin alike */
  JUE_IDENTITY_CHANGE,  /* likewise, of the second less the first */
} JueIdentityKind;

/**
 * JueIdentityTerm: what is added (or taken off, @minus).
 * @choices: each an array of selectors ended by NULL, to be added up; the first choice of which the form has anything
 *   counts
 *
 * A selector is the id of a column or of a row of the known form. For rows also: "class-*", every row whose id begins
 * so; "code:301", the line of that code; "a/b", the first row b below row a; "only", the row of a form that has no
 * other.
 */
typedef struct {
  gboolean minus;
  GPtrArray *choices; /* of const char *const * */
} JueIdentityTerm;

/** JueIdentityValue: the sum of the cells of some rows in some columns. @form: id without "budget-" */
typedef struct {
  const char *form;
  GArray *rows;    /* of JueIdentityTerm; empty for JUE_IDENTITY_CLASSES: the row of the class */
  GArray *columns; /* of JueIdentityTerm */
} JueIdentityValue;

/**
 * JueIdentity: something that holds in every report, stated on meaning, not on places.
 * @id: stable; @text: the same in Chinese
 * @in_final, @in_budget: in which kind of report it holds
 * @doubtful: a report may do otherwise without being wrong
 * @forms: ids that it runs over; NULL: all known ones
 * @columns: of JUE_IDENTITY_ROWS; NULL: all columns of money
 * @total: of JUE_IDENTITY_COLUMNS and _ROWS
 * @parts: alternatives, one of which has to fit
 * @needs, @unless: ids of columns (_COLUMNS) or rows (_ROWS): all of these, none of those must be in the form; or NULL
 * @values: of the other kinds
 * @items: of _FACT and _FACTS: what the fact is called, folded; @part_items: of _FACTS: the same of each part. Of _RATIO and _CHANGE:
 *   what stands behind the name that the fact and both parts share, "-" for nothing
 */
typedef struct {
  const char *id, *text;
  JueIdentityKind kind;
  gboolean in_final, in_budget, doubtful;
  const char *const *forms, *const *columns, *const *needs, *const *unless;
  GArray *total;    /* of JueIdentityTerm */
  GPtrArray *parts; /* of GArray of JueIdentityTerm */
  GArray *values;   /* of JueIdentityValue */
  const char *const *items;
  GPtrArray *part_items; /* of const char *const * */
} JueIdentity;

/**
 * jue_catalogue_placeholder: whether @text has a blank that was not filled in (XX, 某某).
 * @found: gets what stands for it, as printed; free with g_free
 */
gboolean jue_catalogue_placeholder (const JueCatalogue *self, const char *text, char **found);

/** jue_catalogue_identities: all of them, in the order of the files. Borrowed. */
const GPtrArray *jue_catalogue_identities (const JueCatalogue *self);

#endif
