/* What is each column for?
 *
 * The catalogue knows most columns by their heads. For the others, their content tells: a column of numbers holds amounts,
 * one of words holds names. A new half begins with a column of names, codes or line numbers behind a column of amounts:
 *
 *     项目 行次 金额 │ 项目 行次 合计 …         half 0 │ half 1
 */
#include "normalize/body-private.h"

#include "normalize/amount.h"
#include "normalize/words.h"

static JueColumnRole
role_from_head (const JueCatalogue *catalogue, const JueColumn *column)
{
  for (guint i = column->n_path; i > 0; i--) {
    const char *text = column->path[i - 1];
    if (jue_words_find (catalogue, JUE_WORDS_PERCENT_HEAD, text, NULL, NULL))
      return JUE_COLUMN_PERCENT;
    if (jue_words_find (catalogue, JUE_WORDS_COUNT_HEAD, text, NULL, NULL))
      return JUE_COLUMN_COUNT;
    if (jue_words_find (catalogue, JUE_WORDS_TEXT_HEAD, text, NULL, NULL))
      return JUE_COLUMN_TEXT;
  }
  return JUE_COLUMN_AMOUNT;
}

/* A column that the catalogue does not know: amounts if most of what it holds are numbers. */
static JueColumnRole
role_from_content (const JueCatalogue *catalogue, const JueForm *form, guint col)
{
  guint numbers = 0, words = 0;
  for (guint r = form->header_rows; r < form->n_rows; r++) {
    const char *text = jue_form_cell (form, r, col)->text;
    JueAmount amount;
    JueState state = text != NULL ? jue_amount_parse (text, &amount, NULL) : JUE_STATE_EMPTY;
    numbers += state == JUE_STATE_VALUE;
    words += state == JUE_STATE_TEXT;
  }
  const JueColumn *column = jue_form_column (form, col);
  if (numbers > words)
    return role_from_head (catalogue, column);
  return words > 0 || col == 0 ? JUE_COLUMN_TEXT : role_from_head (catalogue, column);
}

static gboolean
names_rows (JueColumnRole role)
{
  return role == JUE_COLUMN_NAME || role == JUE_COLUMN_CODE || role == JUE_COLUMN_LINE_NO
         || role == JUE_COLUMN_CODE_CLASS;
}

static gboolean
holds_figures (JueColumnRole role)
{
  return role == JUE_COLUMN_AMOUNT || role == JUE_COLUMN_PERCENT || role == JUE_COLUMN_COUNT;
}

JueColumnUse *
jue_body_column_uses (const JueForm *form, const JueCatalogue *catalogue, const JueKnownForm *known)
{
  JueColumnUse *uses = g_new0 (JueColumnUse, form->n_cols);
  gboolean figures = FALSE;
  guint half = 0;
  for (guint c = 0; c < form->n_cols; c++) {
    const JueColumn *column = jue_form_column (form, c);
    gint k = known != NULL && column->n_path > 0 ? jue_known_form_column (known, column->path, column->n_path) : -1;
    uses[c].role =
        k >= 0 ? g_array_index (known->columns, JueKnownColumn, k).role : role_from_content (catalogue, form, c);
    if (names_rows (uses[c].role) && figures) {
      half++;
      figures = FALSE;
    }
    figures |= holds_figures (uses[c].role);
    uses[c].half = half;
  }
  return uses;
}
