/* Performance forms
 *
 * Their layouts differ from province to province, their parts hardly do: labels with values, a block of money, goals, an
 * indicator matrix, sums. So a form is read row by row, and each row is asked what it is, in this order:
 *
 *   1. the head of an indicator matrix, or one of its indicators, or its sum    (performance-matrix.c and those beside it)
 *   2. the heads of a block of figures, or one of its rows                      (performance-block.c)
 *   3. labels with values                                                       (performance-pairs.c)
 *
 * What is none of it stays in the grid only. A form is recognized by its title together with at least one part; without a title
 * that tells, by an indicator matrix: results make it an assessment, targets alone a goal table, a project's name that of a project.
 */
#include "normalize/performance.h"

#include "normalize/performance-private.h"

/* Labels that count as a part, where a form has neither matrix nor block. */
#define LEAST_LABELS 4

/* What a table holds. */
typedef struct {
  guint heads;    /* rows that head a matrix */
  guint matrices; /* of them, those that say something of the indicators besides their levels, maybe in the row above */
  guint blocks, labels;
  gboolean results;       /* the matrix tells what was reached */
  gboolean project, unit; /* names a project, a unit */
} Parts;

/* Levels alone are no matrix: catalogues of services have them, too. */
static gboolean
says_more_than_levels (const JueCatalogue *catalogue, const JueForm *form, guint row)
{
  g_autoptr (GArray) cells = jue_performance_row (form, row);
  for (guint i = 0; i < cells->len; i++) {
    const JueCell *cell = g_array_index (cells, JueRowCell, i).cell;
    const JueWord *word =
        jue_performance_has_text (cell) ? jue_catalogue_word (catalogue, JUE_PLACE_INDICATOR, cell->text) : NULL;
    if (word != NULL && word->role != JUE_WORD_LEVEL && word->role != JUE_WORD_TEXT && word->role != JUE_WORD_OWNER)
      return TRUE;
  }
  return FALSE;
}

static void
look_at_matrix (const JueCatalogue *catalogue, const GArray *cells, Parts *parts)
{
  parts->heads++;
  for (guint i = 0; i < cells->len; i++) {
    const JueCell *cell = g_array_index (cells, JueRowCell, i).cell;
    const JueWord *word =
        jue_performance_has_text (cell) ? jue_catalogue_word (catalogue, JUE_PLACE_INDICATOR, cell->text) : NULL;
    if (word == NULL)
      continue;
    parts->results |=
        word->role == JUE_WORD_ACTUAL || word->role == JUE_WORD_SCORE || word->role == JUE_WORD_COMPLETION;
    parts->project |= word->role == JUE_WORD_OWNER;
  }
}

static void
look_at_words (const JueCatalogue *catalogue, const GArray *cells, Parts *parts)
{
  guint run = 0;
  for (guint i = 0; i < cells->len; i++) {
    const JueCell *cell = g_array_index (cells, JueRowCell, i).cell;
    const char *text = jue_performance_has_text (cell) ? cell->text : "";
    const JueWord *word = jue_catalogue_word (catalogue, JUE_PLACE_LABEL, text);
    parts->labels += word != NULL;
    parts->project |= word != NULL && g_str_equal (word->id, "project-name");
    parts->unit |= word != NULL && g_str_equal (word->id, "unit-name");
    run = jue_catalogue_word (catalogue, JUE_PLACE_COLUMN, text) != NULL ? run + 1 : 0;
    parts->blocks += run == 2;
  }
}

/* @all: look at every row's words, not only for a matrix. */
static Parts
find_parts (const JueCatalogue *catalogue, const JueForm *form, gboolean all)
{
  Parts parts = { 0 };
  for (guint row = 0; row < form->n_rows; row++) {
    g_autoptr (GArray) cells = jue_performance_row (form, row);
    if (jue_performance_is_matrix_head (catalogue, cells)) {
      look_at_matrix (catalogue, cells, &parts);
      parts.matrices +=
          says_more_than_levels (catalogue, form, row) || (row > 0 && says_more_than_levels (catalogue, form, row - 1));
    } else if (all)
      look_at_words (catalogue, cells, &parts);
  }
  return parts;
}

static const char *
id_of_parts (const Parts *parts)
{
  gboolean unit = parts->unit && !parts->project;
  if (parts->results)
    return unit ? "performance-unit" : "performance-project";
  return unit ? "budget-performance-unit" : "budget-performance-project";
}

const JuePerformanceForm *
jue_performance_recognize (const JueCatalogue *catalogue, const JueForm *form)
{
  const char *title = form->title.text;
  const JuePerformanceForm *known = title != NULL ? jue_catalogue_performance_by_title (catalogue, title) : NULL;
  Parts parts = find_parts (catalogue, form, FALSE);
  if (known == NULL && parts.matrices == 0)
    return NULL;
  if (known != NULL && parts.heads > 0)
    return known;
  parts = find_parts (catalogue, form, TRUE);
  if (known != NULL)
    return parts.blocks > 0 || parts.labels >= LEAST_LABELS ? known : NULL;
  return jue_catalogue_performance (catalogue, id_of_parts (&parts));
}

/* ---- reading ---- */

static void
read_row (JuePerformanceReader *self, guint *row)
{
  g_autoptr (GArray) cells = jue_performance_row (self->form, *row);
  guint end;
  if (jue_performance_matrix_head (self, *row, cells, &end)) {
    g_array_set_size (self->block, 0);
    *row = end - 1;
    return;
  }
  gboolean matrix = self->matrix->len > 0;
  gboolean sum = matrix && jue_performance_sum_row (self, *row, cells);
  if (matrix && !sum && jue_performance_matrix_row (self, *row, cells))
    return;
  g_array_set_size (self->matrix, 0);
  if (sum || jue_performance_block_head (self, *row, cells))
    return;
  if (self->block->len > 0 && jue_performance_block_row (self, *row, cells))
    return;
  g_array_set_size (self->block, 0);
  jue_performance_pairs (self, *row, cells);
}

/* No row is head: heads stand wherever a part begins. */
static void
clear_head (JueForm *form)
{
  form->header_rows = 0;
  for (guint i = 0; i < form->columns->len; i++) {
    JueColumn *column = &g_array_index (form->columns, JueColumn, i);
    column->id = NULL;
    column->path = NULL;
    column->n_path = 0;
  }
  for (guint i = 0; i < form->n_rows * form->n_cols; i++)
    form->cells[i].role = JUE_ROLE_LABEL;
}

void
jue_performance_read (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JuePerformanceForm *known)
{
  JuePerformanceReader self = { .report = report, .form = form, .catalogue = catalogue };
  form->id = jue_report_string (report, known->id);
  clear_head (form);
  self.block = g_array_new (FALSE, FALSE, sizeof (JueHead));
  self.matrix = g_array_new (FALSE, FALSE, sizeof (JueHead));
  self.second = g_array_new (FALSE, FALSE, sizeof (JueHead));
  self.before = g_ptr_array_new ();
  self.before_second = g_ptr_array_new ();
  self.natures = g_hash_table_new (NULL, NULL);
  self.taken = g_new0 (guint8, (gsize)form->n_rows * form->n_cols + 1);
  for (guint row = 0; row < form->n_rows; row++)
    read_row (&self, &row);
  if (self.no_unit != NULL)
    jue_diagnoses_add (report->diagnoses, JUE_SEVERITY_INFO, "unit-missing", self.no_unit->prov,
                       "%s: no money unit is printed", form->title.text != NULL ? form->title.text : form->id);
  g_array_unref (self.block);
  g_array_unref (self.matrix);
  g_array_unref (self.second);
  g_ptr_array_unref (self.before);
  g_ptr_array_unref (self.before_second);
  g_hash_table_unref (self.natures);
  g_free (self.taken);
}
