/* Bodies without column rules below heads with them
 *
 *     ┌──────┬────────┬─────────┐      Of some tables only the head is ruled, or painted cell by cell. What stands right below such
 *     │ 编码  │ 名称    │ 决算数   │      a head belongs to it if its text keeps within the head's columns: the head's borders go on
 *     └──────┴────────┴─────────┘      downward, and the rows are found like those of a table without any rules.
 *       201    公共服务     8.00
 *       208    社会保障     4.00
 *
 * Gets wrong: heads of which the catalogue knows less than half.
 */
#include "normalize/gap-tail.h"

#include "normalize/amount.h"
#include "normalize/tune.h"

/* A head's grid has at least this many columns, and known texts. */
#define COLUMNS_LEAST 2
#define HEADS_LEAST 2
/* Share of the body's pieces (percent) that may lie across borders: names too long for their column. */
#define ACROSS_MOST 15
/* Share of the body's pieces (percent) that are figures, unless this many rules run across. */
#define FIGURES_LEAST 25
#define RULES_MANY 4

gboolean
jue_gap_tail_is_head (const JueGrid *grid, const JueCatalogue *catalogue)
{
  guint texts = 0, heads = 0;
  if (grid->n_cols < COLUMNS_LEAST || grid->n_rows > JUE_TUNE_HEAD_ROWS_MOST)
    return FALSE;
  for (guint i = 0; i < grid->cells->len; i++) {
    const char *text = g_array_index (grid->cells, JueGridCell, i).text;
    JueAmount amount;
    JueState state = jue_amount_parse (text, &amount, NULL);
    if (state == JUE_STATE_VALUE && (amount.scale > 0 || amount.mantissa < 0 || amount.mantissa >= 100)
        && !jue_amount_is_year (amount))
      return FALSE;
    if (state != JUE_STATE_TEXT || jue_catalogue_caption (catalogue, JUE_CAPTION_ORDINAL_ROW, text, NULL))
      continue;
    texts++;
    heads += jue_catalogue_is_head_text (catalogue, text);
  }
  return heads >= HEADS_LEAST && heads * 2 >= texts;
}

static gboolean
lies_across (const JueGrid *grid, const JueBox *box)
{
  for (guint c = 1; c < grid->n_cols; c++)
    if (box->x0 + JUE_TUNE_MEET < grid->xs[c] && box->x1 - JUE_TUNE_MEET > grid->xs[c])
      return TRUE;
  return FALSE;
}

gboolean
jue_gap_tail_fits (const JueGapRegion *region, const JueTokens *tokens)
{
  guint n = jue_tokens_length (tokens), across = 0, figures = 0;
  for (guint i = 0; i < n; i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    across += !t->total && lies_across (region->above, &t->box);
    figures += t->figure || t->dash;
  }
  return n >= 2 && across * 100 <= n * ACROSS_MOST
         && (figures * 100 >= n * FIGURES_LEAST || region->rules->len >= RULES_MANY);
}
