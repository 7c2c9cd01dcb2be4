#ifndef DRAW_H
#define DRAW_H

/* Pages drawn in characters, so that most tests need no PDF:
 *
 *     +------+------+
 *     | 项目 | 1.00 |
 *     +------+------+
 *
 * Each character takes one column, an ideograph two; columns and lines have a fixed size. Rows of at least three - and +,
 * and columns of | and +, are rules from middle to middle of their + (or to the end of a - or |); all else becomes glyphs,
 * those without a blank between them one drawn string. U+FFFD stands for a glyph without a known character.
 */

#include "normalize/catalogue.h"
#include "normalize/flow.h"
#include "normalize/grid.h"
#include "normalize/report.h"

#include "tests/cunit-main.h"

/** Hundredths of a point: a column, a line, the size of the text; and the page, unless the picture needs more. */
#define DRAW_COLUMN 600
#define DRAW_LINE 1400
#define DRAW_SIZE 1000
#define DRAW_WIDTH 59500
#define DRAW_HEIGHT 84200

/** draw_page: a page with this picture, to be freed. */
JuePage *draw_page (guint number, const char *picture);

/** draw_turn: turns all that is on a page clockwise by a number of quarters, as one does who draws a table sideways. */
void draw_turn (JuePage *page, guint quarters);

/** draw_rule: adds one rule to a page: its box, in hundredths of a point. Borrowed until the next. */
JueRule *draw_rule (JuePage *page, gint32 x0, gint32 y0, gint32 x1, gint32 y1);

/** draw_fill: adds one fill, painted after all that was painted before. Borrowed until the next. */
JueFill *draw_fill (JuePage *page, gint32 x0, gint32 y0, gint32 x1, gint32 y1, guint32 rgb);

/** draw_find: first glyph of the first place where @text stands (without blanks); none fails the test. Borrowed. */
JueGlyph *draw_find (const JuePage *page, const char *text);

/** draw_resize: gives all glyphs of the picture's line @line another size, on the same base line. */
void draw_resize (JuePage *page, guint line, guint16 size);

/** draw_catalogue: the forms that are built in; borrowed, lives until draw_clear. */
const JueCatalogue *draw_catalogue (void);
void draw_clear (void);

/** draw_source: a source of pages, to be freed. @pages: of JuePage, @n of them; they are taken over. */
JuePageSource *draw_source (JuePage **pages, guint n);

/** draw_sheet: the layout of a page, to be freed. */
JueSheet *draw_sheet (const JuePage *page);

/** draw_sheets: the layout of pages with these pictures (ended by NULL), to be freed with g_ptr_array_unref. */
GPtrArray *draw_sheets (const char *const *pictures);

/** draw_report: what becomes of pages with these pictures (ended by NULL), to be freed. */
JueReport *draw_report (const char *const *pictures);

/** draw_form: the report's form number @i; fails the test if there is none. Borrowed. */
JueForm *draw_form (const JueReport *report, guint i);

/**
 * draw_grid_text, draw_form_text: cells as text, one row per line, | between; < for what a cell covers on its right,
 * ^ below.
 * draw_cells_text: the same of the page's grid number @i, found and filled. All to be freed.
 */
char *draw_grid_text (const JueGrid *grid);
char *draw_form_text (const JueForm *form);
char *draw_cells_text (const JuePage *page, guint i);

/** CHECK_TEXT: the two are equal; shows both if they are not. @got is freed. */
#define CHECK_TEXT(got, want) \
  do { \
    g_autofree char *check_got = (got); \
    const char *check_want = (want); \
    gboolean check_same = g_strcmp0 (check_got, check_want) == 0; \
    CU_ASSERT_TRUE (check_same); \
    if (!check_same) \
      fprintf (stderr, "%s:%d:\n%s\ninstead of\n%s\n", __FILE__, __LINE__, check_got, check_want); \
  } while (0)

#endif
