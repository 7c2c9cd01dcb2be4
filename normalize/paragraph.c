/* From lines to paragraphs
 *
 *     |left                                   right|
 *     |    一、主要职责                            |     indented: begins a block
 *     |    负责全市的统筹协调、政策研究和组织实施，|     indented: begins a block; reaches the right edge: goes on
 *     |指导有关工作。                             |     at the left edge, after a full line: goes on
 *     |            第二部分  决算情况              |     centred
 *     |                  说明                      |     centred as the line above, as large: goes on
 *
 * Each page has a text column: its left edge is where most lines of pages of this width begin, its right edge where
 * lines of this page (or of others as wide) end. A line goes on with the block above if that one's last line is full (or
 * had no room for the next word: a number does not break) and it does not begin a block itself: by an indent, by a label
 * (一、) after the end of a sentence, by a gap, by larger type. The same holds over a page break, unless a table stands between.
 *
 * Gets wrong: paragraphs without indent whose last line happens to be full.
 */
#include "normalize/paragraph.h"

#include <stdlib.h>
#include <string.h>

#include "extract/compare.h"
#include "normalize/catalogue-private.h"
#include "normalize/outline-label.h"

/* Share of the type's size (percent). A first line is indented by at least this; */
#define INDENT 90
/* lines of one block are at most this far apart; */
#define GAP_MOST 200
/* a full line ends this close to the right edge. */
#define FULL_SLACK 150
/* Parts of one block differ less than this in size (percent); one wrong glyph makes a line look larger. */
#define SAME_SIZE 112
/* Lines centred alike: middles differ by less than this share of the size (percent); blanks at their ends count for the printer. */
#define CENTRED_APART 150
/* A title that wraps fills at least this share (percent) of the column. */
#define TITLE_WIDE 60
/* Most kinds of pages (by width) whose columns are told apart; others share the last. */
#define WIDTHS_MOST 8
/* A page's own right edge is one that so many of its lines (a third at least) come near (hundredths of a point). */
#define EDGE_LINES 5
#define EDGE_SHARE 3
#define EDGE_NEAR 2000
/* Bins of 2 points in which left edges are counted, up to 10 metres: wider pages are no pages of a report. */
#define BIN 200
#define BINS 512

/** The text column of all pages of one width. */
typedef struct {
  gint32 width, left, right;
  guint bins[BINS];
  guint n;
  GArray *rights; /* of gint32: the right edge of each page */
} Column;

typedef struct {
  Column columns[WIDTHS_MOST];
  guint n;
  GHashTable *rights; /* JueSheet → its own right edge, where it has one */
} Columns;

static Column *
column_of (Columns *self, const JueSheet *sheet)
{
  for (guint i = 0; i < self->n; i++)
    if (ABS (self->columns[i].width - sheet->width) < BIN)
      return &self->columns[i];
  if (self->n == WIDTHS_MOST)
    return &self->columns[WIDTHS_MOST - 1];
  Column *column = &self->columns[self->n++];
  memset (column, 0, sizeof *column);
  column->width = sheet->width;
  column->rights = g_array_new (FALSE, FALSE, sizeof (gint32));
  return column;
}

/* The leftmost edge that a tenth of the lines share; the right edge of the page in the middle of all. */
static void
settle_column (Column *column)
{
  guint bin = 0;
  while (bin + 1 < BINS && (column->bins[bin] + column->bins[bin + 1]) * 10 < column->n)
    bin++;
  column->left = (gint32)bin * BIN;
  g_array_sort (column->rights, jue_compare_numbers);
  column->right = column->rights->len > 0 ? g_array_index (column->rights, gint32, column->rights->len / 2) : 0;
}

/* Takes the right edges of one page's lines; they get sorted. */
static void
take_edges (Columns *self, const JueSheet *sheet, GArray *edges)
{
  if (edges->len == 0)
    return;
  g_array_sort (edges, jue_compare_numbers);
  const gint32 *edge = (const gint32 *)(gpointer)edges->data;
  g_array_append_val (column_of (self, sheet)->rights, edge[edges->len - 1]);
  guint least = MAX (EDGE_LINES, edges->len / EDGE_SHARE);
  for (guint i = edges->len; i >= least; i--)
    if (edge[i - least] > edge[i - 1] - EDGE_NEAR) {
      g_hash_table_insert (self->rights, (gpointer)sheet, GINT_TO_POINTER (edge[i - 1]));
      break;
    }
  g_array_set_size (edges, 0);
}

static void
find_columns (Columns *self, const GArray *spots)
{
  const JueSheet *sheet = NULL;
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->rights = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < spots->len; i++) {
    const JueSpot *spot = &g_array_index (spots, JueSpot, i);
    Column *column = column_of (self, spot->sheet);
    column->bins[CLAMP (spot->line->box.x0 / BIN, 0, BINS - 1)]++;
    column->n++;
    if (spot->sheet != sheet)
      take_edges (self, sheet, edges);
    g_array_append_val (edges, spot->line->box.x1);
    sheet = spot->sheet;
  }
  take_edges (self, sheet, edges);
  for (guint i = 0; i < self->n; i++)
    settle_column (&self->columns[i]);
}

/* The right edge of the text on a page: its own, if its lines show one. */
static gint32
right_of (Columns *self, const JueSheet *sheet)
{
  gpointer own = g_hash_table_lookup (self->rights, sheet);
  return own != NULL ? GPOINTER_TO_INT (own) : column_of (self, sheet)->right;
}

static void
columns_clear (Columns *self)
{
  for (guint i = 0; i < self->n; i++)
    g_array_unref (self->columns[i].rights);
  g_hash_table_unref (self->rights);
}

/* How far a line begins right of the column. */
static gint32
indent_of (Columns *columns, const JueSpot *spot)
{
  return spot->line->box.x0 - column_of (columns, spot->sheet)->left - BIN;
}

static gboolean
is_indented (Columns *columns, const JueSpot *spot)
{
  return indent_of (columns, spot) * 100 > spot->line->size * INDENT - BIN * 100;
}

static gboolean
is_centred (Columns *columns, const JueSpot *spot)
{
  const Column *column = column_of (columns, spot->sheet);
  gint32 off = spot->line->box.x0 + spot->line->box.x1 - column->left - right_of (columns, spot->sheet);
  return ABS (off) < 2 * spot->line->size + 2 * BIN && spot->line->box.x0 - column->left > 4 * spot->line->size;
}

/* Passes characters of @set at the beginning of @text; adds their number to @n. */
static const char *
pass_marks (const char *text, const char *set, guint *n)
{
  for (; *text != '\0' && g_utf8_strchr (set, -1, g_utf8_get_char (text)) != NULL; (*n)++)
    text = g_utf8_next_char (text);
  return text;
}

/* Width of the first characters of a line that may not be parted: a number with its unit, Latin letters, a bracket with what it
 * opens before and what closes it behind (（类）). A label (（一）) may begin a line for other reasons. */
static gint32
first_word_width (const JueTextLine *line)
{
  guint narrow = 0, wide = 0;
  gboolean labelled = jue_outline_label (line->text, NULL) != JUE_LABEL_NONE;
  const char *s = labelled ? line->text : pass_marks (line->text, "（(〔《“‘【", &wide);
  for (; g_ascii_isalnum (*s) || (*s != '\0' && strchr (".,%-/:+", *s) != NULL); s++)
    narrow++;
  if (wide > 0 && narrow == 0 && *s != '\0') {
    s = g_utf8_next_char (s);
    wide++;
  }
  if (wide > 0)
    pass_marks (s, "）)〕》”’】，。；：、", &wide);
  return (gint32)(narrow + 1) * line->size * 6 / 10 + (gint32)wide * line->size;
}

/* Whether @a has no room left for the beginning of @b. */
static gboolean
is_full (Columns *columns, const JueSpot *a, const JueTextLine *b)
{
  gint32 room = right_of (columns, a->sheet) - a->line->box.x1;
  return room * 100 < (gint32)a->line->size * FULL_SLACK + first_word_width (b) * 100;
}

/* A line of a table of contents. */
static gboolean
has_leaders (const char *text)
{
  return strstr (text, ".....") != NULL || strstr (text, "………") != NULL || strstr (text, "····") != NULL;
}

static gboolean
ends_sentence (const char *text)
{
  static const char *const ends[] = { "。", "；", ";", "！", "：", ":" };
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

/* A table between two lines on the same page, or below the one and above the other on two. */
static gboolean
table_between (const JueSpot *a, const JueSpot *b)
{
  const JueSheet *sheets[] = { a->sheet, b->sheet };
  if (b->sheet->page > a->sheet->page + 1)
    return TRUE;
  for (guint s = 0; s < G_N_ELEMENTS (sheets); s++)
    for (guint i = 0; i < sheets[s]->grids->len; i++) {
      const JueGrid *grid = g_ptr_array_index (sheets[s]->grids, i);
      gboolean below = sheets[s] == a->sheet && grid->box.y0 > (a->line->box.y0 + a->line->box.y1) / 2;
      gboolean above = sheets[s] == b->sheet && grid->box.y0 < (b->line->box.y0 + b->line->box.y1) / 2;
      if (a->sheet == b->sheet ? below && above : below || above)
        return TRUE;
    }
  return FALSE;
}

static gboolean
same_size (const JueTextLine *a, const JueTextLine *b)
{
  return MAX (a->size, b->size) * 100 <= MIN (a->size, b->size) * SAME_SIZE;
}

/* The second line of a centred title. */
static gboolean
continues_title (Columns *columns, const JueSpot *a, const JueSpot *b)
{
  const Column *column = column_of (columns, a->sheet);
  gint32 off = (a->line->box.x0 + a->line->box.x1 - b->line->box.x0 - b->line->box.x1) / 2;
  gint32 wide = a->line->box.x1 - a->line->box.x0;
  if (a->sheet != b->sheet || !same_size (a->line, b->line) || a->line->bold != b->line->bold
      || !is_centred (columns, b))
    return FALSE;
  return ABS (off) * 100 < a->line->size * CENTRED_APART
         && wide * 100 > (right_of (columns, a->sheet) - column->left) * TITLE_WIDE
         && jue_outline_label (b->line->text, NULL) == JUE_LABEL_NONE && !ends_sentence (a->line->text);
}

/* Whether @b begins left of the first line @a by an indent, and ends no further right (both would be centred): the column of this
 * page is narrower than that of others as wide. */
static gboolean
is_outdented (const JueSpot *a, const JueSpot *b)
{
  gint32 size = b->line->size;
  return a->sheet == b->sheet && (a->line->box.x0 - b->line->box.x0) * 100 > size * INDENT
         && b->line->box.x1 < a->line->box.x1 + size;
}

/* The second line of an entry of the contents: 三、收入支出情况说 / 明……3. Leaders leave no place to break the line at. */
static gboolean
continues_entry (const JueSpot *first, const JueSpot *b)
{
  return has_leaders (b->line->text) && first->sheet == b->sheet
         && jue_outline_label (first->line->text, NULL) != JUE_LABEL_NONE
         && jue_outline_label (b->line->text, NULL) == JUE_LABEL_NONE;
}

/* Whether line @b goes on with the block that line @a ends; @first: the block's first line. */
static gboolean
continues (Columns *columns, const JueSpot *first, const JueSpot *a, const JueSpot *b)
{
  if (table_between (a, b) || has_leaders (a->line->text))
    return FALSE;
  if (a->sheet == b->sheet && (b->line->box.y0 - a->line->box.y1) * 100 > MAX (a->line->size, b->line->size) * GAP_MOST)
    return FALSE;
  if (continues_title (columns, a, b) || continues_entry (first, b))
    return TRUE;
  if (!is_full (columns, a, b->line) || (a->line->bold != b->line->bold && first == a && !same_size (a->line, b->line)))
    return FALSE;
  gboolean labelled = jue_outline_label (b->line->text, NULL) != JUE_LABEL_NONE;
  if (is_indented (columns, b) && (labelled || !same_size (a->line, b->line)))
    return FALSE;
  if (is_indented (columns, b) && a == first)
    return is_outdented (a, b);
  if (is_indented (columns, b))
    return !ends_sentence (a->line->text) && ABS (b->line->box.x0 - a->line->box.x0) < BIN;
  if (!same_size (a->line, b->line) && is_centred (columns, a))
    return FALSE;
  return !labelled || is_indented (columns, first) || !ends_sentence (a->line->text);
}

/* ---- blocks ---- */

static void
block_free (gpointer data)
{
  JueBlock *self = data;
  g_free (self->text);
  g_array_unref (self->pieces);
  g_free (self);
}

/* Between two Latin words that a line break parts stands a blank; digits may be parts of one number. */
static gboolean
needs_blank (const GString *text, const char *more)
{
  return text->len > 0 && g_ascii_isalpha (text->str[text->len - 1]) && g_ascii_isalpha (*more);
}

static void
add_line (JueBlock *block, GString *text, const JueSpot *spot)
{
  g_autofree char *line = jue_line_close_up (spot->line->text);
  if (needs_blank (text, line))
    g_string_append_c (text, ' ');
  JuePiece piece = { (guint)text->len, { spot->sheet->page, spot->line->ink } };
  g_array_append_val (block->pieces, piece);
  g_string_append (text, line);
  if (piece.prov.page == block->prov.page)
    block->prov.box = jue_box_union (block->prov.box, piece.prov.box);
}

static JueBlock *
block_new (Columns *columns, const JueSpot *spots, guint n)
{
  JueBlock *self = g_new0 (JueBlock, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  guint bold = 0;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (JuePiece));
  self->prov = (JueProv){ spots[0].sheet->page, spots[0].line->ink };
  self->size = spots[0].line->size;
  self->indent = indent_of (columns, &spots[0]);
  self->centred = is_centred (columns, &spots[0]);
  for (guint i = 0; i < n; i++) {
    add_line (self, text, &spots[i]);
    self->size = MIN (self->size, spots[i].line->size);
    bold += spots[i].line->bold;
  }
  self->bold = bold * 2 > n;
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
  return self;
}

GPtrArray *
jue_blocks_new (const GArray *spots)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  const JueSpot *spot = (const JueSpot *)(gconstpointer)spots->data;
  g_autofree Columns *columns = g_new0 (Columns, 1);
  find_columns (columns, spots);
  for (guint first = 0, i = 1; first < spots->len; i++) {
    if (i < spots->len && continues (columns, &spot[first], &spot[i - 1], &spot[i]))
      continue;
    JueBlock *block = block_new (columns, &spot[first], i - first);
    block->form_follows = i < spots->len && table_between (&spot[i - 1], &spot[i]);
    g_ptr_array_add (blocks, block);
    first = i;
  }
  columns_clear (columns);
  return blocks;
}

JueProv
jue_block_place (const JueBlock *self, guint at)
{
  guint i = self->pieces->len - 1;
  while (i > 0 && g_array_index (self->pieces, JuePiece, i).start > at)
    i--;
  return g_array_index (self->pieces, JuePiece, i).prov;
}
