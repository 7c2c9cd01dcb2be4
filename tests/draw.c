#include "tests/draw.h"

#include "normalize/cell-text.h"
#include "normalize/normalize.h"
#include "normalize/sheet.h"

/* ---- pictures ---- */

/* A picture as rows of columns; behind an ideograph stands TAKEN, as where a rule was found. */
typedef struct {
  GPtrArray *rows; /* of GArray of gunichar */
  guint width;
} Picture;

#define TAKEN 1

static void
row_free (gpointer row)
{
  g_array_unref (row);
}

static Picture
picture_new (const char *text)
{
  Picture self = { g_ptr_array_new_with_free_func (row_free), 0 };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    GArray *row = g_array_new (FALSE, FALSE, sizeof (gunichar));
    for (const char *s = lines[i]; *s != '\0'; s = g_utf8_next_char (s)) {
      gunichar ch = g_utf8_get_char (s), taken = TAKEN;
      g_array_append_val (row, ch);
      if (g_unichar_iswide (ch))
        g_array_append_val (row, taken);
    }
    self.width = MAX (self.width, row->len);
    g_ptr_array_add (self.rows, row);
  }
  return self;
}

static gunichar
at (const Picture *self, guint row, guint col)
{
  const GArray *r = row < self->rows->len ? g_ptr_array_index (self->rows, row) : NULL;
  return r != NULL && col < r->len ? g_array_index (r, gunichar, col) : ' ';
}

JueRule *
draw_rule (JuePage *page, gint32 x0, gint32 y0, gint32 x1, gint32 y1)
{
  JueRule rule = { .box = { x0, y0, x1, y1 }, .alpha = 255, .origin = JUE_RULE_STROKE };
  rule.direction = x1 - x0 >= y1 - y0 ? JUE_RULE_HORIZONTAL : JUE_RULE_VERTICAL;
  rule.order = page->rules->len + page->fills->len;
  g_array_append_val (page->rules, rule);
  return &g_array_index (page->rules, JueRule, page->rules->len - 1);
}

JueFill *
draw_fill (JuePage *page, gint32 x0, gint32 y0, gint32 x1, gint32 y1, guint32 rgb)
{
  JueFill fill = { .box = { x0, y0, x1, y1 }, .rgb = rgb, .alpha = 255 };
  fill.order = page->rules->len + page->fills->len;
  g_array_append_val (page->fills, fill);
  return &g_array_index (page->fills, JueFill, page->fills->len - 1);
}

/* One stretch of rule along a row or column of the picture. */
static void
draw_run (JuePage *page, const Picture *picture, gboolean across, guint line, guint first, guint last)
{
  gint32 step = across ? DRAW_COLUMN : DRAW_LINE, other = across ? DRAW_LINE : DRAW_COLUMN;
  gunichar a = across ? at (picture, line, first) : at (picture, first, line);
  gunichar b = across ? at (picture, line, last) : at (picture, last, line);
  gint32 from = (gint32)first * step + (a == '+' ? step / 2 : 0),
         to = (gint32)last * step + (b == '+' ? step / 2 : step);
  gint32 middle = (gint32)line * other + other / 2;
  if (across)
    draw_rule (page, from, middle - 25, to, middle + 25);
  else
    draw_rule (page, middle - 25, from, middle + 25, to);
}

/* Rules along one row (@across) or column; marks in @taken (width x rows) what they use. */
static void
draw_rules (JuePage *page, const Picture *picture, gboolean across, guint line, guint8 *taken)
{
  guint n = across ? picture->width : picture->rows->len;
  gunichar own = across ? '-' : '|';
  for (guint i = 0, first = 0, marks = 0; i <= n; i++) {
    gunichar ch = i == n ? ' ' : across ? at (picture, line, i) : at (picture, i, line);
    if (ch == own || ch == '+') {
      marks += ch == own;
      continue;
    }
    if (marks > 0 && (!across || i - first >= 3)) {
      draw_run (page, picture, across, line, first, i - 1);
      for (guint k = first; k < i; k++)
        taken[across ? line * picture->width + k : k * picture->width + line] = 1;
    }
    first = i + 1;
    marks = 0;
  }
}

static void
draw_glyph (JuePage *page, gunichar ch, guint row, guint col, gboolean start)
{
  gint32 width = g_unichar_iswide (ch) ? 2 * DRAW_COLUMN : DRAW_COLUMN, x = (gint32)col * DRAW_COLUMN,
         y = (gint32)row * DRAW_LINE + 200;
  JueGlyph g = { .ch = ch, .box = { x, y, x + width, y + DRAW_SIZE }, .baseline = y + 800, .size = DRAW_SIZE };
  g.font = jue_page_add_font (page, "Drawn", FALSE, FALSE);
  g.flags = (guint8)((start ? JUE_GLYPH_RUN_START : 0) | (ch == 0xFFFD ? JUE_GLYPH_NO_UNICODE : 0));
  g_array_append_val (page->glyphs, g);
}

static void
draw_text (JuePage *page, const Picture *picture, guint row, const guint8 *taken)
{
  gboolean start = TRUE;
  for (guint c = 0; c < picture->width; c++) {
    gunichar ch = at (picture, row, c);
    if (ch == TAKEN)
      continue;
    gboolean blank = ch == ' ' || taken[row * picture->width + c];
    if (!blank)
      draw_glyph (page, ch, row, c, start);
    start = blank;
  }
}

JuePage *
draw_page (guint number, const char *text)
{
  Picture picture = picture_new (text);
  guint rows = picture.rows->len;
  JuePage *page = jue_page_new (number, MAX (DRAW_WIDTH, (gint32)picture.width * DRAW_COLUMN),
                                MAX (DRAW_HEIGHT, (gint32)rows * DRAW_LINE), 0);
  g_autofree guint8 *taken = g_new0 (guint8, (gsize)picture.width * rows + 1);
  for (guint r = 0; r < rows; r++)
    draw_rules (page, &picture, TRUE, r, taken);
  for (guint c = 0; c < picture.width; c++)
    draw_rules (page, &picture, FALSE, c, taken);
  for (guint r = 0; r < rows; r++)
    draw_text (page, &picture, r, taken);
  if (page->glyphs->len == 0)
    page->status = JUE_PAGE_NO_TEXT;
  g_ptr_array_unref (picture.rows);
  return page;
}

/* ---- changes ---- */

static JueBox
turn_box (JueBox b, gint32 height)
{
  return (JueBox){ height - b.y1, b.x0, height - b.y0, b.x1 };
}

static void
turn_quarter (JuePage *page)
{
  gint32 height = page->height;
  for (guint i = 0; i < page->glyphs->len; i++) {
    JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    g->box = turn_box (g->box, height);
    if (g->reading == JUE_READS_RIGHT || g->reading == JUE_READS_LEFT)
      g->baseline = height - g->baseline;
    if (g->reading != JUE_READS_SLANTED)
      g->reading = (guint8)((g->reading + 1) % 4);
  }
  for (guint i = 0; i < page->rules->len; i++) {
    JueRule *rule = &g_array_index (page->rules, JueRule, i);
    rule->box = turn_box (rule->box, height);
    rule->direction = rule->direction == JUE_RULE_HORIZONTAL ? JUE_RULE_VERTICAL : JUE_RULE_HORIZONTAL;
  }
  for (guint i = 0; i < page->fills->len; i++) {
    JueFill *fill = &g_array_index (page->fills, JueFill, i);
    fill->box = turn_box (fill->box, height);
  }
  page->height = page->width;
  page->width = height;
}

void
draw_turn (JuePage *page, guint quarters)
{
  for (guint i = 0; i < quarters; i++)
    turn_quarter (page);
}

JueGlyph *
draw_find (const JuePage *page, const char *text)
{
  guint n = (guint)g_utf8_strlen (text, -1);
  for (guint i = 0; i + n <= page->glyphs->len; i++) {
    const char *s = text;
    guint k = 0;
    for (; k < n && g_array_index (page->glyphs, JueGlyph, i + k).ch == g_utf8_get_char (s); k++)
      s = g_utf8_next_char (s);
    if (k == n)
      return &g_array_index (page->glyphs, JueGlyph, i);
  }
  CU_FAIL_FATAL ("the text is not on the page");
  return NULL;
}

void
draw_resize (JuePage *page, guint line, guint16 size)
{
  gint32 baseline = (gint32)line * DRAW_LINE + 1000;
  for (guint i = 0; i < page->glyphs->len; i++) {
    JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (g->baseline != baseline)
      continue;
    g->size = size;
    g->box.y0 = baseline - size * 8 / 10;
    g->box.y1 = g->box.y0 + size;
  }
}

/* ---- from pages to what becomes of them ---- */

static JueCatalogue *catalogue;

const JueCatalogue *
draw_catalogue (void)
{
  if (catalogue == NULL)
    catalogue = jue_catalogue_load (NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (catalogue);
  return catalogue;
}

void
draw_clear (void)
{
  g_clear_pointer (&catalogue, jue_catalogue_free);
}

typedef struct {
  JuePageSource base;
  GPtrArray *pages;
  guint next;
} Drawn;

static JuePage *
drawn_next (JuePageSource *base, GError **error)
{
  Drawn *self = (Drawn *)base;
  (void)error;
  return self->next < self->pages->len ? g_steal_pointer (&g_ptr_array_index (self->pages, self->next++)) : NULL;
}

static void
drawn_free (JuePageSource *base)
{
  Drawn *self = (Drawn *)base;
  for (; self->next < self->pages->len; self->next++)
    jue_page_free (g_ptr_array_index (self->pages, self->next));
  g_ptr_array_unref (self->pages);
  g_free (self);
}

JuePageSource *
draw_source (JuePage **pages, guint n)
{
  Drawn *self = g_new0 (Drawn, 1);
  self->pages = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->pages, pages[i]);
  self->base.info.name = g_strdup ("drawn.pdf");
  memset (self->base.info.sha256, '0', 64);
  self->base.info.pages = n;
  self->base.next = drawn_next;
  self->base.free = drawn_free;
  return &self->base;
}

JueSheet *
draw_sheet (const JuePage *page)
{
  g_autoptr (JueDiagnoses) diagnoses = jue_diagnoses_new ();
  return jue_sheet_new (page, NULL, diagnoses);
}

static void
sheet_free (gpointer sheet)
{
  jue_sheet_free (sheet);
}

GPtrArray *
draw_sheets (const char *const *pictures)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (sheet_free);
  for (guint i = 0; pictures[i] != NULL; i++) {
    g_autoptr (JuePage) page = draw_page (i + 1, pictures[i]);
    g_ptr_array_add (sheets, draw_sheet (page));
  }
  jue_sheets_mark_running (sheets);
  return sheets;
}

JueReport *
draw_report (const char *const *pictures)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  for (guint i = 0; pictures[i] != NULL; i++)
    g_ptr_array_add (pages, draw_page (i + 1, pictures[i]));
  g_autoptr (JuePageSource) source = draw_source ((JuePage **)pages->pdata, pages->len);
  JueReport *report = jue_normalize (source, draw_catalogue (), NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (report);
  return report;
}

JueForm *
draw_form (const JueReport *report, guint i)
{
  CU_ASSERT_TRUE_FATAL (i < report->forms->len);
  return g_ptr_array_index (report->forms, i);
}

/* ---- as text ---- */

char *
draw_grid_text (const JueGrid *grid)
{
  GString *out = g_string_new (NULL);
  for (guint r = 0; r < grid->n_rows; r++) {
    for (guint c = 0; c < grid->n_cols; c++) {
      const JueGridCell *cell = jue_grid_cell_at (grid, r, c);
      const char *text = cell->row < r ? "^" : cell->col < c ? "<" : cell->text;
      g_string_append_printf (out, "%s%s", c > 0 ? "|" : "", text);
    }
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}

/* Whether a cell to the left of a covered place, in the same row, covers it. */
static gboolean
covered_from_left (const JueForm *form, guint row, guint col)
{
  for (guint c = col; c > 0; c--) {
    const JueCell *cell = jue_form_cell (form, row, c - 1);
    if (cell->text != NULL)
      return c - 1 + cell->col_span > col;
  }
  return FALSE;
}

char *
draw_form_text (const JueForm *form)
{
  GString *out = g_string_new (NULL);
  for (guint r = 0; r < form->n_rows; r++) {
    for (guint c = 0; c < form->n_cols; c++) {
      const char *text = jue_form_cell (form, r, c)->text;
      g_string_append_printf (out, "%s%s", c > 0 ? "|" : "",
                              text != NULL                     ? text
                              : covered_from_left (form, r, c) ? "<"
                                                               : "^");
    }
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}

char *
draw_cells_text (const JuePage *page, guint i)
{
  g_autoptr (JueView) view = jue_view_new (page);
  g_autoptr (JueBorders) borders = jue_borders_new (view);
  g_autoptr (GPtrArray) grids = jue_grids_find (borders, page->number);
  g_free (jue_cell_text_put (view, grids));
  return i < grids->len ? draw_grid_text (g_ptr_array_index (grids, i)) : g_strdup ("no such grid");
}
