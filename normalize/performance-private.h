#ifndef JUE_PERFORMANCE_PRIVATE_H
#define JUE_PERFORMANCE_PRIVATE_H

#include "normalize/catalogue-performance.h"
#include "normalize/report.h"

/** What a field is called that holds the points in the brackets of a label, behind its name; ours, not printed. */
#define JUE_POINTS_FIELD "分值"

/** JueRowCell: a cell that begins in the row looked at. @end: column behind it */
typedef struct {
  guint col, end;
  JueCell *cell;
} JueRowCell;

/** JueHead: a column of a block or matrix, from @col to before @end. @name: its head without brackets; owned by the report */
typedef struct {
  guint col, end;
  JueWordRole role;
  const char *name;
  const char *money_unit; /* in its brackets, or NULL */
} JueHead;

/** JuePerformanceReader: what is known while the rows are read one by one. */
typedef struct {
  JueReport *report;
  JueForm *form;
  const JueCatalogue *catalogue;
  GArray *block;            /* of JueHead: the block of figures the row may belong to; empty: none */
  guint block_end;          /* first row behind its heads */
  GArray *matrix;           /* of JueHead: the indicator matrix; empty: none */
  GArray *second;           /* of JueHead: the same for the indicators on its right side; empty: none */
  guint matrix_row;         /* first row behind the matrix's head */
  GPtrArray *before;        /* path of the indicator before, level by level */
  GPtrArray *before_second; /* the same on the right side */
  GHashTable *natures;    /* column → name of the sum, or 按收入性质分, that heads what stands below it there */
  guint8 *taken;          /* per cell: it is the value of a label above it */
  const JueCell *no_unit; /* first amount of money without a unit */
} JuePerformanceReader;

/* ---- performance-cells.c ---- */

/** jue_performance_row: cells that begin in @row, from the left. Free with g_array_unref. */
GArray *jue_performance_row (const JueForm *form, guint row);

/** jue_performance_has_text: whether the cell prints anything. */
gboolean jue_performance_has_text (const JueCell *cell);

/** jue_performance_word: the word that a cell is; NULL if none. */
const JueWord *jue_performance_word (const JuePerformanceReader *self, JuePlace place, const JueCell *cell);

/**
 * jue_performance_value: gives the cell its amount, if @role is one of figures.
 * @money_unit: the unit of money, or NULL if none is printed
 */
void jue_performance_value (JueCell *cell, JueWordRole role, const char *money_unit);

/** jue_performance_figure: the same, and remembers money without a unit. */
void jue_performance_figure (JuePerformanceReader *self, JueCell *cell, JueWordRole role, const char *money_unit);

/**
 * jue_performance_field: adds a field. @name: not copied, must live as long as the report; @cell: its value, read before by
 * jue_performance_value, or NULL; @label: where the field stands if its value prints nothing
 */
void jue_performance_field (JuePerformanceReader *self, const char *name, const JueCell *cell, const JueCell *label);

/** jue_performance_text_field: a field whose text is only a part of the cell's. @role, @money_unit: as above */
void jue_performance_text_field (JuePerformanceReader *self, const char *name, const char *text, const JueCell *cell,
                                 JueWordRole role, const char *money_unit);

/** jue_performance_join: "a / b", owned by the report; either may be NULL. */
const char *jue_performance_join (JuePerformanceReader *self, const char *a, const char *b);

/** jue_performance_group: the label left of column @col that covers @row and begins above it or spans rows; NULL if none. Clear it. */
JueLabel jue_performance_group (const JuePerformanceReader *self, guint row, guint col);

/** jue_performance_is_matrix_head: whether the row heads a matrix: levels, and targets or the like. */
gboolean jue_performance_is_matrix_head (const JueCatalogue *catalogue, const GArray *cells);

/* ---- performance-block.c ---- */

/** jue_performance_block_head: if the row heads a block of figures, takes it up. */
gboolean jue_performance_block_head (JuePerformanceReader *self, guint row, const GArray *cells);

/** jue_performance_block_row: if the row belongs to the block, takes its figures as fields. */
gboolean jue_performance_block_row (JuePerformanceReader *self, guint row, const GArray *cells);

/* ---- performance-pairs.c ---- */

/** jue_performance_pairs: takes the labels of a row with their values. */
void jue_performance_pairs (JuePerformanceReader *self, guint row, const GArray *cells);

/* ---- performance-matrix.c ---- */

/** jue_performance_matrix_head: if the row heads an indicator matrix, takes it up. @end: gets the first row behind the head */
gboolean jue_performance_matrix_head (JuePerformanceReader *self, guint row, const GArray *cells, guint *end);

/** jue_performance_matrix_row: if the row belongs to the matrix, takes its indicator. */
gboolean jue_performance_matrix_row (JuePerformanceReader *self, guint row, const GArray *cells);

/* ---- performance-sum.c ---- */

/** jue_performance_sum_row: if the row adds up the matrix (总分), takes its sums; the matrix ends. */
gboolean jue_performance_sum_row (JuePerformanceReader *self, guint row, const GArray *cells);

/* ---- performance-halves.c ---- */

/** jue_performance_is_level: whether the column is one of the path. */
gboolean jue_performance_is_level (const JueHead *head);

/** jue_performance_level_columns: first column of the path, and the one behind the last of it; G_MAXUINT and 0 if there is none. */
void jue_performance_level_columns (const GArray *matrix, guint *first, guint *end);

/**
 * jue_performance_halves: settles which columns of a matrix are levels, and parts a matrix that lists two kinds of goals side by side.
 * @matrix: of JueHead, as printed; keeps those of the left side; @second: gets those of the right side, or becomes empty
 */
void jue_performance_halves (GArray *matrix, GArray *second);

/* ---- performance-indicator.c ---- */

/** jue_performance_indicator: takes the indicator of a row. @path: its levels. */
void jue_performance_indicator (JuePerformanceReader *self, guint row, const GArray *cells, const char *const *path,
                                guint n_path);

/** jue_performance_head_cell: the cell that begins in the row and stands under @head (JueHead); NULL if none. */
JueCell *jue_performance_head_cell (const GArray *cells, const JueHead *head);

#endif
