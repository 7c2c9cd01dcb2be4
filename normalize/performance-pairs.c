/* Labels and their values
 *
 *     │ 项目名称 │ 援疆工作队经费              │      the value stands to the right …
 *     │ 年度目标 │ 预期目标    │ 实际完成情况  │      … or below, if another label stands to the right;
 *     │          │ 保障经费 …  │ 已完成 …      │      年度目标 only heads the two
 *     │ 其中：一般公共预算：2709.72            │      … or in the same cell
 *
 * A text that the catalogue does not know is taken for a label if it stands where one has to: before a value, in a row with known
 * labels or of two cells.
 */
#include "normalize/performance-private.h"

#include <string.h>

#include "normalize/amount.h"

/* Longest label that is not known, in characters. */
#define UNKNOWN_LABEL 20
/* Most values below one label. */
#define VALUES_BELOW 40

/* What the pairs of one row share. */
typedef struct {
  JuePerformanceReader *reader;
  guint row;
  const GArray *cells;
  JueLabel group;    /* what stands to the left and covers the row */
  gboolean in_funds; /* the group heads money */
} Row;

static const JueRowCell *
cell_at (const Row *row, guint i)
{
  return i < row->cells->len ? &g_array_index (row->cells, JueRowCell, i) : NULL;
}

static const JueWord *
word_at (const Row *row, guint i)
{
  const JueRowCell *cell = cell_at (row, i);
  return cell != NULL ? jue_performance_word (row->reader, JUE_PLACE_LABEL, cell->cell) : NULL;
}

static gboolean
is_taken (const Row *row, const JueRowCell *cell)
{
  return row->reader->taken[(gsize)row->row * row->reader->form->n_cols + cell->col] != 0;
}

/* ---- names ---- */

/* Parts of a sum stand below it: 年度资金总额 / 财政拨款. The sum, or 按收入性质分, is remembered by its column. */
static const char *
full_name (const Row *row, const JueRowCell *cell, const JueLabel *label)
{
  JuePerformanceReader *self = row->reader;
  gboolean total = label->word != NULL && g_str_equal (label->word->id, "fund-total");
  if (!row->in_funds || total) {
    if (total && row->in_funds)
      g_hash_table_insert (self->natures, GUINT_TO_POINTER (cell->col),
                           (gpointer)jue_report_string (self->report, label->name));
    return jue_report_string (self->report, label->name);
  }
  return jue_performance_join (self, g_hash_table_lookup (self->natures, GUINT_TO_POINTER (cell->col)), label->name);
}

static JueWordRole
role_of (const Row *row, const JueWord *word)
{
  if (word != NULL)
    return word->role;
  return row->in_funds ? JUE_WORD_MONEY : JUE_WORD_TEXT;
}

static const char *
unit_for (const Row *row, const JueLabel *label)
{
  const char *unit = label->unit != NULL ? label->unit : row->in_funds ? row->group.unit : NULL;
  return unit != NULL ? unit : row->reader->form->money_unit;
}

static void
add (const Row *row, const JueRowCell *cell, const JueLabel *label, JueCell *value)
{
  if (value != NULL)
    jue_performance_figure (row->reader, value, role_of (row, label->word), unit_for (row, label));
  jue_performance_field (row->reader, full_name (row, cell, label), value, cell->cell);
}

/* ---- values below ---- */

/* Whether the row at @at stands under this row's labels, divided like them, and is not made of labels only: then each of its cells
 * is a value, even one that looks like a label (年初设定目标 over "目标"). */
static gboolean
stands_under (const Row *row, guint at)
{
  guint labels = 0, words = 0;
  for (guint i = 0; i < row->cells->len; i++) {
    const JueRowCell *cell = cell_at (row, i);
    const JueWord *word = cell->cell->row_span == at - row->row ? word_at (row, i) : NULL;
    if (word == NULL)
      continue;
    const JueCell *value = jue_form_cell (row->reader->form, at, cell->col);
    if (value->text == NULL || value->col_span != cell->cell->col_span)
      return FALSE;
    labels++;
    words += jue_performance_word (row->reader, JUE_PLACE_LABEL, value) != NULL;
  }
  return labels >= 2 && words < labels;
}

/* The cell below (@row, @col) that begins there and is no label; NULL if there is none. */
static JueCell *
below (const Row *row, guint at, guint col)
{
  const JueForm *form = row->reader->form;
  if (at >= form->n_rows)
    return NULL;
  JueCell *cell = jue_form_cell (form, at, col);
  if (cell->text == NULL
      || (jue_performance_word (row->reader, JUE_PLACE_LABEL, cell) != NULL && !stands_under (row, at)))
    return NULL;
  g_autoptr (GArray) cells = jue_performance_row (form, at);
  return jue_performance_is_matrix_head (row->reader->catalogue, cells) ? NULL : cell;
}

/* A row whose first cell is a label, or the name of another block, is no more text of the one above. */
static gboolean
begins_with_label (const Row *row, guint at, guint col)
{
  g_autoptr (GArray) cells = jue_performance_row (row->reader->form, at);
  const JueRowCell *first = &g_array_index (cells, JueRowCell, 0);
  return first->col < col && jue_performance_word (row->reader, JUE_PLACE_LABEL, first->cell) != NULL;
}

static gboolean
take_below (const Row *row, const JueRowCell *cell, const JueLabel *label)
{
  guint at = row->row + cell->cell->row_span, n = 0;
  for (; n < VALUES_BELOW; n++) {
    JueCell *value = below (row, at, cell->col);
    if (value == NULL || (n > 0 && cell->col + value->col_span != cell->end))
      break;
    if (begins_with_label (row, at, cell->col) && !(n == 0 && stands_under (row, at)))
      break;
    add (row, cell, label, value);
    row->reader->taken[(gsize)at * row->reader->form->n_cols + cell->col] = 1;
    at += value->row_span;
  }
  return n > 0;
}

/* ---- one cell ---- */

/* The first colon of a text behind 其中：; NULL if there is none, or nothing before it. @start: gets the text's start */
static const char *
find_colon (const char *text, const char **start)
{
  text += jue_of_which_length (text);
  const char *wide = strstr (text, "："), *narrow = strchr (text, ':');
  const char *colon = wide == NULL || (narrow != NULL && narrow < wide) ? narrow : wide;
  *start = text;
  return colon == text ? NULL : colon;
}

static gboolean
ends_with_colon (const char *text)
{
  return g_str_has_suffix (text, "：") || g_str_has_suffix (text, ":");
}

/* Whether the cell holds a known label and its value. */
static gboolean
has_both (const Row *row, const JueRowCell *cell)
{
  const char *start, *colon = find_colon (cell->cell->text, &start);
  if (colon == NULL || ends_with_colon (start))
    return FALSE;
  g_autofree char *name = g_strndup (start, (gsize)(colon - start));
  return jue_catalogue_word (row->reader->catalogue, JUE_PLACE_LABEL, name) != NULL;
}

/* "label：value" in one cell. */
static gboolean
take_inside (const Row *row, const JueRowCell *cell)
{
  const char *start, *colon = find_colon (cell->cell->text, &start);
  if (colon == NULL)
    return FALSE;
  g_autofree char *name = g_strndup (start, (gsize)(colon - start));
  g_auto (JueLabel) label = jue_catalogue_label (row->reader->catalogue, JUE_PLACE_LABEL, name);
  if (label.word == NULL && (!row->in_funds || g_utf8_strlen (name, -1) > UNKNOWN_LABEL))
    return FALSE;
  jue_performance_text_field (row->reader, full_name (row, cell, &label), g_utf8_next_char (colon), cell->cell,
                              role_of (row, label.word), unit_for (row, &label));
  return TRUE;
}

/* "1、资金来源：（1）财政性资金" before a figure: a label behind what heads it and those below. Returns: how many cells that were */
static guint
take_headed (const Row *row, guint i)
{
  const JueRowCell *cell = cell_at (row, i), *right = cell_at (row, i + 1);
  const char *start, *colon = find_colon (cell->cell->text, &start);
  JueAmount amount;
  if (colon == NULL || right == NULL || is_taken (row, right)
      || jue_amount_parse (right->cell->text, &amount, NULL) != JUE_STATE_VALUE)
    return 0;
  JuePerformanceReader *self = row->reader;
  g_autofree char *name = g_strndup (start, (gsize)(colon - start));
  g_auto (JueLabel) head = jue_catalogue_label (self->catalogue, JUE_PLACE_LABEL, name);
  g_auto (JueLabel) label = jue_catalogue_label (self->catalogue, JUE_PLACE_LABEL, g_utf8_next_char (colon));
  if (label.word == NULL || label.word->role != JUE_WORD_MONEY)
    return 0;
  g_hash_table_insert (self->natures, GUINT_TO_POINTER (cell->col),
                       (gpointer)jue_report_string (self->report, head.name));
  add (row, cell, &label, right->cell);
  return 2;
}

/* A head of a group: it has no value, but may state points, or name what stands below it. */
static void
take_group (const Row *row, const JueRowCell *cell, const JueLabel *label)
{
  JuePerformanceReader *self = row->reader;
  if (g_str_equal (label->word->id, "by-nature"))
    g_hash_table_insert (self->natures, GUINT_TO_POINTER (cell->col),
                         (gpointer)jue_report_string (self->report, label->name));
  if (label->points != NULL)
    jue_performance_text_field (self, jue_performance_join (self, label->name, JUE_POINTS_FIELD), label->points,
                                cell->cell, JUE_WORD_SCORE, NULL);
}

/* Whether the label at @i has the cell to its right for a value. */
static gboolean
has_right_value (const Row *row, guint i)
{
  const JueRowCell *cell = cell_at (row, i), *right = cell_at (row, i + 1);
  if (right == NULL || is_taken (row, right))
    return FALSE;
  if (word_at (row, i + 1) == NULL)
    return !(ends_with_colon (cell->cell->text) && has_both (row, right));
  /* A value may look like a label (项目名称 │ 项目支出): nothing else can be meant if no other cell follows. Only labels with long
   * values stand side by side over them. */
  const char *id = word_at (row, i)->id;
  return i == 0 && row->cells->len == 2 && cell->cell->row_span == right->cell->row_span
         && !g_str_has_prefix (id, "goal-") && !g_str_equal (id, "description");
}

/* Whether the label at @i, which heads money elsewhere, has a kind of money for its value: 资金来源 │ 财政拨款 │ 起止时间 │ … */
static gboolean
has_kind_for_value (const Row *row, guint i)
{
  const JueRowCell *cell = cell_at (row, i), *right = cell_at (row, i + 1);
  const JueWord *kind = word_at (row, i + 1);
  return g_str_equal (word_at (row, i)->id, "funds") && kind != NULL && kind->role == JUE_WORD_MONEY
         && cell->cell->row_span == 1 && right->cell->row_span == 1 && !is_taken (row, right)
         && (cell_at (row, i + 2) == NULL || word_at (row, i + 2) != NULL);
}

/* Takes the label at @i. Returns: how many cells that were. */
static guint
take_label (const Row *row, guint i, const JueLabel *label)
{
  const JueRowCell *cell = cell_at (row, i), *right = cell_at (row, i + 1);
  if (label->word->role == JUE_WORD_GROUP && !has_kind_for_value (row, i)) {
    take_group (row, cell, label);
    return 1;
  }
  if (label->word->role == JUE_WORD_GROUP || has_right_value (row, i)) {
    add (row, cell, label, right->cell);
    return 2;
  }
  if (right != NULL && cell->cell->row_span > right->cell->row_span)
    return 1;
  if (!ends_with_colon (cell->cell->text) && take_below (row, cell, label))
    return 1;
  if (label->points != NULL)
    jue_performance_text_field (row->reader, full_name (row, cell, label), label->points, cell->cell,
                                role_of (row, label->word), NULL);
  else
    add (row, cell, label, NULL);
  return 1;
}

/* Whether a text that is not known must be a label: a value follows, and the row is made of pairs. */
static gboolean
must_be_label (const Row *row, guint i, gboolean pairs)
{
  const JueRowCell *cell = cell_at (row, i), *right = cell_at (row, i + 1);
  JueAmount amount;
  if (right == NULL || !jue_performance_has_text (right->cell) || is_taken (row, right) || word_at (row, i + 1) != NULL)
    return FALSE;
  if (g_utf8_strlen (cell->cell->text, -1) > UNKNOWN_LABEL
      || jue_amount_parse (cell->cell->text, &amount, NULL) != JUE_STATE_TEXT)
    return FALSE;
  return pairs || row->cells->len == 2 || (row->in_funds && word_at (row, i + 2) == NULL && row->cells->len % 2 == 0);
}

void
jue_performance_pairs (JuePerformanceReader *self, guint row_number, const GArray *cells)
{
  Row row = { .reader = self, .row = row_number, .cells = cells };
  row.group = jue_performance_group (self, row_number, cells->len > 1 ? g_array_index (cells, JueRowCell, 1).col : 0);
  if (row.group.word == NULL && cells->len > 0) {
    jue_label_clear (&row.group);
    row.group = jue_performance_group (self, row_number, g_array_index (cells, JueRowCell, 0).col);
  }
  row.in_funds =
      row.group.word != NULL && (g_str_equal (row.group.word->id, "funds") || row.group.word->role == JUE_WORD_MONEY);
  if (!row.in_funds)
    g_hash_table_remove_all (self->natures);
  gboolean pairs = FALSE;
  for (guint i = 0; i < cells->len;) {
    const JueRowCell *cell = cell_at (&row, i);
    if (!jue_performance_has_text (cell->cell) || is_taken (&row, cell)) {
      i++;
      continue;
    }
    g_auto (JueLabel) label = jue_catalogue_label (self->catalogue, JUE_PLACE_LABEL, cell->cell->text);
    guint headed = row.in_funds ? take_headed (&row, i) : 0;
    if (headed > 0) {
      pairs = TRUE;
      i += headed;
    } else if (label.word != NULL) {
      guint n = take_label (&row, i, &label);
      pairs |= n == 2;
      i += n;
    } else if (take_inside (&row, cell)) {
      i++;
    } else if (must_be_label (&row, i, pairs)) {
      add (&row, cell, &label, cell_at (&row, i + 1)->cell);
      i += 2;
    } else {
      i++;
    }
  }
  jue_label_clear (&row.group);
}
