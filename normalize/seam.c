/* Mending a table at a page break
 *
 *   page 1   │ 2080505 │ 机关事业单位基本养  │ 99.42 │      a row of which the break cut the name,
 *   ─────────┴─────────┴───────────────────┴───────┘
 *   page 2   │         │ 老保险缴费支出       │       │      and the row's rest
 *
 *   1. The row behind the break is the rest of the one before it if both are divided alike, it says less, and each of its texts
 *      continues a text that fills its cell, or
 *      if the rows around the break have figures (code, line number, amounts) and these two have them but once between them.
 *      Their texts are joined, and the rest is dropped. A row that names something by itself is never a rest.
 *   2. A merged cell (the first level of an indicator, for instance) that ends at the break goes on behind it if the cell there
 *      is empty, or holds a single ideograph, or if only both texts together make a known word. What heads the indicators of a
 *      performance form (绩效指标) heads all of them: its texts are one, even if the second repeats the first.
 *   3. Where the break cuts the form's head, the head cells above it go on behind it where nothing else stands.
 *
 * Gets wrong: a split row of which both halves have figures, and merged body cells of one row on each side of the break.
 */
#include "normalize/seam.h"

#include <string.h>

#include "normalize/catalogue-performance.h"
#include "normalize/fold.h"
#include "normalize/head.h"
#include "normalize/tune.h"

typedef struct {
  JueReport *report;
  JueForm *form;
  const JueCatalogue *catalogue;
  guint row;       /* first row behind the break */
  const guint8 *full; /* per cell: a line of its text fills it */
  guint8 *dropped; /* marks */
} Seam;

static const char *
text_at (const JueForm *form, guint row, guint col)
{
  const char *text = jue_form_cell (form, row, col)->text;
  return text != NULL && *text != '\0' ? text : NULL;
}

/* Next column from @col on that has a text in @row; n_cols if there is none. */
static guint
next_text (const JueForm *form, guint row, guint col)
{
  while (col < form->n_cols && text_at (form, row, col) == NULL)
    col++;
  return col;
}

/* ---- a row cut in two ---- */

static gboolean
is_figure (const char *text)
{
  JueAmount amount;
  return text != NULL && jue_amount_parse (text, &amount, NULL) == JUE_STATE_VALUE;
}

static gboolean
has_text (const JueForm *form, guint row)
{
  return next_text (form, row, 0) < form->n_cols;
}

static gboolean
has_figure (const JueForm *form, guint row)
{
  for (guint c = 0; c < form->n_cols; c++)
    if (is_figure (text_at (form, row, c)))
      return TRUE;
  return FALSE;
}

/* Of the rows around the break (not the two beside it): those with text, and of these, those with a figure. The rows before
 * the first figure are head. */
static void
count_around (const Seam *seam, guint col, guint *texts, guint *figures)
{
  const JueForm *form = seam->form;
  guint first = seam->row > 12 ? seam->row - 12 : 0, end = MIN (seam->row + 12, form->n_rows);
  *texts = *figures = 0;
  while (first < end && !has_figure (form, first))
    first++;
  for (guint r = first; r < end; r++) {
    if (seam->dropped[r] || r == seam->row || r + 1 == seam->row || !has_text (form, r))
      continue;
    ++*texts;
    *figures += col < form->n_cols ? is_figure (text_at (form, r, col)) : has_figure (form, r);
  }
}

/* A name that stands for itself: numbered, a total, a code's name. */
static gboolean
names_something (const Seam *seam, const char *text)
{
  g_autofree char *stripped = jue_catalogue_strip_number (seam->catalogue, text);
  g_autofree char *a = jue_fold (stripped), *b = jue_fold (text);
  return !g_str_equal (a, b) || jue_catalogue_caption (seam->catalogue, JUE_CAPTION_TOTAL, text, NULL) ||
         jue_catalogue_is_code_name (seam->catalogue, text) || jue_catalogue_is_head_text (seam->catalogue, text);
}

/* Whether a text behind the break, other than a figure, names something by itself, and not only with the text before it. */
static gboolean
names_itself (const Seam *seam, guint col)
{
  guint r, k;
  const char *after = text_at (seam->form, seam->row, col), *before = jue_form_anchor (seam->form, seam->row - 1, col, &r, &k)->text;
  if (after == NULL || is_figure (after) || !names_something (seam, after))
    return FALSE;
  g_autofree char *joined = g_strconcat (before != NULL ? before : "", after, NULL);
  return before == NULL || *before == '\0' ||
         !(jue_catalogue_is_code_name (seam->catalogue, joined) || jue_catalogue_is_head_text (seam->catalogue, joined));
}

/* Whether the two rows beside the break are divided alike. */
static gboolean
divided_alike (const Seam *seam)
{
  const JueForm *form = seam->form;
  for (guint c = 0; c < form->n_cols; c++) {
    guint r, k;
    const JueCell *after = jue_form_cell (form, seam->row, c);
    const JueCell *before = jue_form_anchor (form, seam->row - 1, c, &r, &k);
    if (after->text != NULL && (k != c || before->col_span != after->col_span))
      return FALSE;
  }
  return TRUE;
}

/* Whether the row behind the break leaves out something that the row before it says: the cells of a row that need no second
 * line. A row of a single text leaves nothing out. */
static gboolean
says_less (const Seam *seam)
{
  guint texts = 0;
  for (guint c = 0; c < seam->form->n_cols; c++) {
    gboolean before = text_at (seam->form, seam->row - 1, c) != NULL;
    if (before && text_at (seam->form, seam->row, c) == NULL)
      return TRUE;
    texts += before;
  }
  return texts == 1;
}

/* Whether each text of the row behind the break continues a text before it, and none is a name by itself.
 * @broken: whether each of those texts before it fills its cell, or makes a known name only with its rest */
static gboolean
texts_go_on (const Seam *seam, gboolean *broken)
{
  const JueForm *form = seam->form;
  gboolean any = FALSE;
  *broken = says_less (seam);
  if (!divided_alike (seam))
    return FALSE;
  for (guint c = 0; c < form->n_cols; c++) {
    const char *after = text_at (form, seam->row, c);
    if (after == NULL)
      continue;
    guint r, k;
    const char *before = jue_form_anchor (form, seam->row - 1, c, &r, &k)->text;
    if (is_figure (after) || before == NULL || *before == '\0')
      return FALSE;
    g_autofree char *joined = g_strconcat (before, after, NULL);
    gboolean known = jue_catalogue_is_code_name (seam->catalogue, joined) || jue_catalogue_is_head_text (seam->catalogue, joined);
    if (names_something (seam, after) && !known)
      return FALSE;
    *broken &= known || seam->full[(gsize)r * form->n_cols + k];
    any = TRUE;
  }
  return any;
}

/* Columns in which nearly all rows around have a figure: whether the two rows have it but once between them. */
static gboolean
figures_once (const Seam *seam)
{
  const JueForm *form = seam->form;
  gboolean once = FALSE;
  for (guint c = 0; c < form->n_cols; c++) {
    guint texts, figures;
    count_around (seam, c, &texts, &figures);
    if (texts < 3 || figures * 10 < texts * 9)
      continue;
    gboolean before = text_at (form, seam->row - 1, c) != NULL, after = text_at (form, seam->row, c) != NULL;
    if (before && after)
      return FALSE;
    once |= before != after;
  }
  return once;
}

/* Whether several texts behind the break face ones before it that end there by themselves: they do not fill their cells, and both make
 * no known name. Such rows are two. */
static gboolean
face_whole_texts (const Seam *seam)
{
  const JueForm *form = seam->form;
  guint whole = 0;
  for (guint c = 0; c < form->n_cols; c++) {
    guint r, k;
    const char *after = text_at (form, seam->row, c), *before = jue_form_anchor (form, seam->row - 1, c, &r, &k)->text;
    if (after == NULL || before == NULL || *before == '\0' || is_figure (after) || seam->full[(gsize)r * form->n_cols + k])
      continue;
    g_autofree char *joined = g_strconcat (before, after, NULL);
    whole += !jue_catalogue_is_code_name (seam->catalogue, joined) && !jue_catalogue_is_head_text (seam->catalogue, joined);
  }
  return whole >= 2;
}

static gboolean
is_split_row (const Seam *seam)
{
  guint texts, figures;
  if (seam->row == 0 || seam->row >= seam->form->n_rows || seam->dropped[seam->row - 1] || !has_text (seam->form, seam->row - 1))
    return FALSE;
  count_around (seam, G_MAXUINT, &texts, &figures);
  gboolean figured = texts >= 3 && figures * 10 >= texts * 8;
  if (!has_text (seam->form, seam->row))
    return figured;
  if (face_whole_texts (seam))
    return FALSE;
  gboolean broken;
  if (texts_go_on (seam, &broken))
    return figured || broken || figures_once (seam);
  for (guint c = 0; c < seam->form->n_cols; c++)
    if (names_itself (seam, c))
      return FALSE;
  return figures_once (seam) && has_figure (seam->form, seam->row) != has_figure (seam->form, seam->row - 1);
}

/* Puts the second of two texts of one cell behind the first; both places are kept. */
static void
join_cells (Seam *seam, JueCell *to, JueCell *from)
{
  if (from->text == NULL || *from->text == '\0')
    return;
  if (*to->text == '\0') {
    to->text = from->text;
    to->prov = from->prov;
  } else {
    g_autofree char *joined = g_strconcat (to->text, from->text, NULL);
    to->text = jue_report_string (seam->report, joined);
    jue_form_add_prov (seam->form, to, from->prov);
  }
  if (from->state == JUE_STATE_UNREADABLE)
    to->state = JUE_STATE_UNREADABLE;
}

static void
join_split_row (Seam *seam)
{
  JueForm *form = seam->form;
  for (guint c = 0; c < form->n_cols; c++) {
    guint r, k;
    JueCell *from = jue_form_cell (form, seam->row, c);
    JueCell *to = jue_form_anchor (form, seam->row - 1, c, &r, &k);
    if (from->text == NULL)
      continue;
    if (to->text == NULL)
      continue;
    join_cells (seam, to, from);
    if (from->row_span > 1) {
      /* The rest of a merged cell goes on below: its own rows belong to the cell before. */
      to->row_span = (guint16)(to->row_span + from->row_span - 1);
    }
    from->text = NULL;
    from->row_span = from->col_span = 1;
  }
  seam->dropped[seam->row++] = 1;
}

/* ---- a merged cell cut in two ---- */

/* Whether the form has merged cells with text elsewhere in this column. */
static gboolean
merges_rows (const JueForm *form, guint col, guint span)
{
  for (guint r = 0; r < form->n_rows; r++) {
    const JueCell *cell = jue_form_cell (form, r, col);
    if (text_at (form, r, col) != NULL && cell->row_span > 1 && cell->col_span == span)
      return TRUE;
  }
  return FALSE;
}

static gboolean
only_together (const Seam *seam, const char *before, const char *after)
{
  g_autofree char *joined = g_strconcat (before, after, NULL);
  return jue_catalogue_is_head_text (seam->catalogue, joined) &&
         !(jue_catalogue_is_head_text (seam->catalogue, before) && jue_catalogue_is_head_text (seam->catalogue, after));
}

/* Whether both texts are one label of a performance form. */
static gboolean
is_one_label (const Seam *seam, const char *before, const char *after)
{
  g_autofree char *joined = g_strconcat (before, after, NULL);
  const JueWord *word = jue_catalogue_word (seam->catalogue, JUE_PLACE_LABEL, joined);
  return word != NULL && (word->role == JUE_WORD_GROUP || jue_catalogue_word (seam->catalogue, JUE_PLACE_LABEL, before) == NULL ||
                          jue_catalogue_word (seam->catalogue, JUE_PLACE_LABEL, after) == NULL);
}

/* The last character of a word that did not fit on the page: 预算执行效 / 率. */
static gboolean
is_last_ideograph (const char *before, const char *after)
{
  gunichar ch = g_utf8_get_char (after);
  return *g_utf8_next_char (after) == '\0' && g_unichar_get_script (ch) == G_UNICODE_SCRIPT_HAN && g_utf8_strlen (before, -1) > 1;
}

/* Whether a row is nothing but words of heads. */
static gboolean
is_head_words (const Seam *seam, guint row)
{
  for (guint c = next_text (seam->form, row, 0); c < seam->form->n_cols; c = next_text (seam->form, row, c + 1))
    if (!jue_catalogue_is_head_text (seam->catalogue, text_at (seam->form, row, c)))
      return FALSE;
  return has_text (seam->form, row);
}

/* Whether the break cuts the form's head: heads on both sides, and below a wider one (功能分类科目编码 over 类 款 项). */
static gboolean
is_cut_head (const Seam *seam, guint last)
{
  gboolean divided = FALSE;
  if (seam->row >= JUE_TUNE_HEAD_ROWS_MOST)
    return FALSE;
  for (guint row = 0; row <= seam->row; row++)
    if (!seam->dropped[row] && has_figure (seam->form, row))
      return FALSE;
  for (guint c = 0; c < seam->form->n_cols; c++)
    divided |= text_at (seam->form, seam->row, c) != NULL && jue_form_cell (seam->form, last, c)->text == NULL;
  return divided && is_head_words (seam, last) && is_head_words (seam, seam->row);
}

static gboolean
is_cut_cell (const Seam *seam, const JueCell *before, const JueCell *after, guint col)
{
  if (before->col_span != after->col_span || *before->text == '\0')
    return FALSE;
  gboolean merged = before->row_span > 1 || after->row_span > 1;
  if (*after->text == '\0')
    return (merged || merges_rows (seam->form, col, before->col_span)) && !is_figure (before->text);
  return merged && (only_together (seam, before->text, after->text) || is_last_ideograph (before->text, after->text) ||
                    is_one_label (seam, before->text, after->text));
}

static void
join_cut_cells (Seam *seam, guint last)
{
  JueForm *form = seam->form;
  gboolean head = is_cut_head (seam, last);
  for (guint c = 0; c < form->n_cols; c++) {
    guint r, k;
    JueCell *after = jue_form_cell (form, seam->row, c);
    if (after->text == NULL)
      continue;
    JueCell *before = jue_form_anchor (form, last, c, &r, &k);
    gboolean goes_on = head && *after->text == '\0' && before->col_span == after->col_span;
    if (before->text == NULL || k != c || !(goes_on || is_cut_cell (seam, before, after, c)))
      continue;
    join_cells (seam, before, after);
    before->row_span = (guint16)(before->row_span + after->row_span);
    after->text = NULL;
    after->row_span = after->col_span = 1;
  }
}

void
jue_seam_mend (JueReport *report, JueForm *form, const JueCatalogue *catalogue, guint row, const guint8 *full, guint8 *dropped)
{
  Seam seam = { report, form, catalogue, row, full, dropped };
  if (is_split_row (&seam))
    join_split_row (&seam);
  if (seam.row < form->n_rows)
    join_cut_cells (&seam, row - 1);
}
