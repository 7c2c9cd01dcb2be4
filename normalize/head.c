/* Where does the head end?
 *
 *     ┌───────────────────────────────┐
 *     │        收入决算表              │  a title inside the grid: one cell over the whole width
 *     ├───────────────┬───────┬───────┤
 *     │     项目      │ 本年收 │ 财政拨 │  head
 *     ├───────┬───────┤ 入合计 │ 款收入 │
 *     │ 编码  │ 名称  │       │       │  head
 *     ├───────┴───────┼───────┼───────┤
 *     │     栏次      │   1   │   2   │  head: numbers the columns, ends it
 *     ├───────┬───────┼───────┼───────┤
 *     │       │ 合计  │  1.00 │  1.00 │  body: the first row with figures, a total's name, or a code
 *
 * A row is head as long as it has no figures and most of its texts are known as heads of some form, or are covered by a head cell
 * from above. A column's path is the texts above it from the top down; of the row that numbers the columns, only words that are heads
 * (类 款 项 栏次 1 2 3).
 */
#include "normalize/head.h"

#include <string.h>

#include "normalize/amount.h"
#include "normalize/tune.h"

/* Words that a row which numbers the columns may hold besides. */
#define ORDINAL_OTHERS 2

JueCell *
jue_form_anchor (const JueForm *form, guint row, guint col, guint *anchor_row, guint *anchor_col)
{
  guint r = row, c = col;
  for (;;) {
    JueCell *cell = jue_form_cell (form, r, c);
    if (cell->text != NULL && r + cell->row_span > row && c + cell->col_span > col) {
      *anchor_row = r;
      *anchor_col = c;
      return cell;
    }
    if (c > 0) {
      c--;
    } else if (r > 0) {
      r--;
      c = col;
    } else {
      *anchor_row = row;
      *anchor_col = col;
      return jue_form_cell (form, row, col);
    }
  }
}

/* What a row's texts look like, cell by cell. */
typedef struct {
  guint texts;     /* cells with words */
  guint known;     /* of these, known as heads */
  guint other;     /* of these, neither known nor of a row that numbers the columns */
  guint figures;   /* amounts, codes, counts */
  guint small;     /* of these, one or two digits */
  gint64 last;     /* the last small number */
  gboolean rising; /* small numbers rise one by one, from 1 or 2 */
  gboolean total, ordinal;
  gboolean lone_total; /* a total's name is all that it says */
  gboolean numbered;   /* a text begins with 一、 1. （1） */
} RowLook;

static void
look_at_number (RowLook *look, JueAmount amount)
{
  look->figures++;
  if (amount.scale > 0 || amount.mantissa < 0 || amount.mantissa > 99)
    return;
  look->rising = look->small == 0 ? amount.mantissa <= 2 : look->rising && amount.mantissa == look->last + 1;
  look->last = amount.mantissa;
  look->small++;
}

static void
look_at_text (RowLook *look, const JueCatalogue *catalogue, const char *text)
{
  JueAmount amount;
  JueState state = jue_amount_parse (text, &amount, NULL);
  if (state == JUE_STATE_VALUE && !jue_amount_is_year (amount)) {
    look_at_number (look, amount);
  } else if (state == JUE_STATE_TEXT) {
    look->texts++;
    gboolean known = jue_catalogue_is_head_text (catalogue, text);
    look->known += known ? 1 : 0;
    gboolean ordinal = jue_catalogue_caption (catalogue, JUE_CAPTION_ORDINAL_ROW, text, NULL);
    look->ordinal |= ordinal;
    look->other += known || ordinal ? 0 : 1;
    look->lone_total = look->texts == 1 && jue_catalogue_caption (catalogue, JUE_CAPTION_TOTAL, text, NULL);
    if (look->texts == 1 && !known)
      look->total = look->lone_total;
    if (!known) {
      g_autofree char *plain = jue_catalogue_strip_number (catalogue, text);
      look->numbered |= strlen (plain) < strlen (text);
    }
  }
}

static RowLook
look_at_row (const JueForm *form, const JueCatalogue *catalogue, guint row)
{
  RowLook look = { .rising = FALSE };
  for (guint c = 0; c < form->n_cols; c++) {
    const char *text = jue_form_cell (form, row, c)->text;
    if (text != NULL && *text != '\0')
      look_at_text (&look, catalogue, text);
  }
  return look;
}

static gboolean
is_ordinal (const RowLook *look)
{
  if (look->figures != look->small)
    return FALSE;
  return (look->ordinal && look->other <= ORDINAL_OTHERS) || (look->small >= 2 && look->rising && look->texts == 0);
}

/* Whether a cell of the rows above covers some of this row. */
static gboolean
covered_from_above (const JueForm *form, guint row)
{
  for (guint c = 0; row > 0 && c < form->n_cols; c++) {
    guint r, k;
    jue_form_anchor (form, row, c, &r, &k);
    if (r < row)
      return TRUE;
  }
  return FALSE;
}

/* Head by its words. */
static gboolean
is_head_row (const JueForm *form, const RowLook *look, guint row)
{
  if (look->figures > 0 || look->texts == 0)
    return look->texts == 0 && look->figures == 0 && covered_from_above (form, row);
  if ((look->total && look->known * 2 < look->texts) || (look->lone_total && !covered_from_above (form, row)))
    return FALSE;
  return look->known * 2 >= look->texts || covered_from_above (form, row);
}

/* Could be head, if others say so: words only, none of them a total or numbered like a row's name. */
static gboolean
may_be_head_row (const RowLook *look)
{
  return look->figures == 0 && !look->total && !look->lone_total && !look->numbered && look->texts > 0;
}

/* A row that is one cell over the whole width, or has but one text: a caption inside the grid, if it says something of the kind. */
static gboolean
is_caption_row (const JueForm *form, const JueCatalogue *catalogue, guint row, JueCaptionInfo *caption)
{
  gboolean any = FALSE;
  for (guint c = 0; c < form->n_cols; c++) {
    const JueCell *cell = jue_form_cell (form, row, c);
    if (cell->text == NULL || *cell->text == '\0')
      continue;
    JueTextLine line = { .text = cell->text };
    guint kind = jue_caption_classify (catalogue, &line);
    if ((kind & (JUE_LINE_TITLE | JUE_LINE_UNIT | JUE_LINE_ORGANISATION | JUE_LINE_LABEL | JUE_LINE_YEAR)) == 0
        || (cell->col_span * 2 < form->n_cols && (kind & JUE_LINE_TITLE)))
      return FALSE;
    any = TRUE;
  }
  for (guint c = 0; any && c < form->n_cols; c++) {
    const JueCell *cell = jue_form_cell (form, row, c);
    if (cell->text != NULL && *cell->text != '\0')
      jue_caption_add_text (caption, catalogue, cell->text, cell->prov);
  }
  return any;
}

/* Number of rows in which a cell that begins above @row ends. */
static guint
reach_of_spans (const JueForm *form, guint rows)
{
  guint reach = rows;
  for (guint r = 0; r < rows; r++)
    for (guint c = 0; c < form->n_cols; c++) {
      const JueCell *cell = jue_form_cell (form, r, c);
      if (cell->text != NULL && *cell->text != '\0')
        reach = MAX (reach, r + cell->row_span);
    }
  return MIN (reach, form->n_rows);
}

/* Whether a cell of the row that numbers the columns is more than that: 类 款 项. */
static gboolean
is_word_amid_numbers (const JueCatalogue *catalogue, const char *text)
{
  JueAmount amount;
  return jue_amount_parse (text, &amount, NULL) == JUE_STATE_TEXT && jue_catalogue_is_head_text (catalogue, text)
         && !jue_catalogue_caption (catalogue, JUE_CAPTION_ORDINAL_ROW, text, NULL);
}

/* The rows that make the columns' paths: from @first up to @end. */
typedef struct {
  guint first, end;
  const JueCatalogue *catalogue; /* NULL: no row numbers the columns */
  guint numbers;                 /* the row that does */
} Head;

/* Texts of one column's head, from the top down; caption rows are left out. */
static void
column_path (JueReport *report, JueForm *form, guint col, const Head *head, JueColumn *column)
{
  const char *texts[JUE_TUNE_HEAD_ROWS_MOST];
  guint n = 0, last_r = G_MAXUINT, last_c = G_MAXUINT;
  for (guint r = head->first; r < head->end && n < G_N_ELEMENTS (texts); r++) {
    guint ar, ac;
    const JueCell *cell = jue_form_anchor (form, r, col, &ar, &ac);
    if ((ar == last_r && ac == last_c) || ar < head->first || cell->text == NULL)
      continue;
    if (head->catalogue != NULL && ar == head->numbers && !is_word_amid_numbers (head->catalogue, cell->text))
      continue;
    last_r = ar;
    last_c = ac;
    if (*cell->text != '\0')
      texts[n++] = cell->text;
  }
  *column = (JueColumn){ col, NULL, jue_report_path (report, texts, n), n };
}

static void
set_columns (JueReport *report, JueForm *form, const Head *head)
{
  g_array_set_size (form->columns, 0);
  for (guint c = 0; c < form->n_cols; c++) {
    JueColumn column;
    column_path (report, form, c, head, &column);
    g_array_append_val (form->columns, column);
  }
}

void
jue_head_set (JueReport *report, JueForm *form, guint first, guint end)
{
  set_columns (report, form, &(Head){ .first = first, .end = end });
  form->header_rows = end;
}

/* The rows from @first on that are head; @ordinal is set if the last of them numbers the columns.
 * A row that only might be head is one if a sure one follows; if no row is sure, all that might are, if figures follow. */
static guint
head_end (const JueForm *form, const JueCatalogue *catalogue, guint first, gboolean *ordinal)
{
  guint most = MIN (form->n_rows, first + JUE_TUNE_HEAD_ROWS_MOST), sure = first, r;
  *ordinal = FALSE;
  for (r = first; r < most; r++) {
    RowLook look = look_at_row (form, catalogue, r);
    if (r > first && is_ordinal (&look)) {
      *ordinal = TRUE;
      return r + 1;
    }
    if (is_head_row (form, &look, r))
      sure = r + 1;
    else if (!may_be_head_row (&look))
      break;
  }
  if (sure > first || r >= most)
    return sure;
  RowLook next = look_at_row (form, catalogue, r);
  return next.figures > 0 || next.total || next.lone_total ? r : first;
}

void
jue_head_find (JueReport *report, JueForm *form, const JueCatalogue *catalogue, JueCaptionInfo *caption)
{
  guint first = 0, most = MIN (form->n_rows, JUE_TUNE_HEAD_ROWS_MOST);
  while (first < most && is_caption_row (form, catalogue, first, caption))
    first++;
  gboolean ordinal;
  guint end = head_end (form, catalogue, first, &ordinal), path_end = end - (ordinal ? 1 : 0);
  if (path_end > first)
    path_end = MAX (path_end, reach_of_spans (form, path_end) - (ordinal ? 1 : 0));
  Head head = { first, path_end, ordinal ? catalogue : NULL, end - 1 };
  if (ordinal)
    head.end = MAX (end, path_end);
  set_columns (report, form, &head);
  form->header_rows = MAX (end, path_end);
}
