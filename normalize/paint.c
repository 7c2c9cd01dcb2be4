/* Cells told apart by their backgrounds
 *
 *     ████████▓▓▓▓▓▓▓▓       Method: gather the fills that touch, or that stand one below the other, as wide as each
 *     ░░░░░░░░▒▒▒▒▒▒▒▒       other, with at most the height of a row between (stripes: every other row is painted). A
 *       name      1.00       group is a table if it has two rows, if no line that shows divides it, and if most of its
 *     ░░░░░░░░▒▒▒▒▒▒▒▒       fills hold text. Its cells are the fills, the gaps between stripes, and a last row without
 *                            paint, if text stands there in most columns. Where each fill is as wide as the table, and no
 *                            white lines divide them, only its rows are known.
 *
 * Gets wrong: a last row without paint below stripes that are as wide as the table.
 */
#include "normalize/paint.h"

#include "normalize/colour.h"
#include "normalize/find-root.h"
#include "normalize/paint-text.h"
#include "normalize/tune.h"

/* Fills of one page that are looked at; sides that differ by less than TOUCH meet; lowest and narrowest painted cell. */
#define FILLS_MOST 2000
#define TOUCH 150
#define CELL_LEAST 400
/* Painted rows above a line may be a head alone if they are fewer than this. */
#define HEAD_ROWS_MOST 5
/* A gap between stripes is at most this share of the stripe's height (percent); or this, if nothing in it runs over a stripe's side:
 * a name of several lines. */
#define STRIPE_GAP 160
#define STRIPE_GAP_HIGH 300
/* Fills with text, of all (percent); a table without many figures has fewer, but text in nearly each of its rows. */
#define TEXT_LEAST 50
#define TEXT_LEAST_IN_ROWS 20
#define ROWS_LEAST 90
/* Points along a white rule at which is looked for paint. */
#define SAMPLES 5
/* Most fills times glyphs of a page; pages beyond are drawings. */
#define WORK_MOST 20000000

typedef struct {
  const JueView *view;
  GArray *fills; /* of JueBox, from top to bottom */
  guint *parent; /* union-find over @fills */
  guint8 *text;  /* per fill: text stands in it */
} Paint;

static gint
by_place (gconstpointer a, gconstpointer b)
{
  const JueBox *x = a, *y = b;
  if (x->y0 != y->y0)
    return x->y0 < y->y0 ? -1 : 1;
  return x->x0 < y->x0 ? -1 : x->x0 > y->x0;
}

static GArray *
fills_of (const JueView *view)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (JueBox));
  for (guint i = 0; i < view->page->fills->len && out->len < FILLS_MOST; i++) {
    const JueFill *fill = &g_array_index (view->page->fills, JueFill, i);
    JueBox b = jue_view_turn (view, fill->box);
    if (!jue_colour_is_white (fill->rgb) && fill->alpha >= 16 && b.x1 - b.x0 >= CELL_LEAST && b.y1 - b.y0 >= CELL_LEAST
        && b.y1 - b.y0 < view->height / 2)
      g_array_append_val (out, b);
  }
  g_array_sort (out, by_place);
  return out;
}

static gboolean
touch (const JueBox *a, const JueBox *b)
{
  return a->x0 <= b->x1 + TOUCH && b->x0 <= a->x1 + TOUCH && a->y0 <= b->y1 + TOUCH && b->y0 <= a->y1 + TOUCH;
}

static gboolean
same_width (const JueBox *a, const JueBox *b)
{
  return ABS (a->x0 - b->x0) <= TOUCH && ABS (a->x1 - b->x1) <= TOUCH;
}

/* Whether @below is the next stripe of the column that @above is in. */
static gboolean
is_next_stripe (const JueView *view, const JueBox *above, const JueBox *below)
{
  gint32 gap = below->y0 - above->y1, height = MAX (above->y1 - above->y0, below->y1 - below->y0);
  if (!same_width (above, below) || gap <= TOUCH || gap * 100 > height * STRIPE_GAP_HIGH)
    return FALSE;
  JueBox row = { above->x0, above->y1, above->x1, below->y0 };
  return gap * 100 <= height * STRIPE_GAP
         || !(jue_paint_text_crosses (view, &row, row.x0) || jue_paint_text_crosses (view, &row, row.x1));
}

static JueBox
fill_at (const Paint *p, guint i)
{
  return g_array_index (p->fills, JueBox, i);
}

/* Fills come from top to bottom, so only those close below need a look. */
static void
gather (Paint *p)
{
  for (guint i = 0; i < p->fills->len; i++) {
    JueBox a = fill_at (p, i);
    gint32 reach = a.y1 + (a.y1 - a.y0) * STRIPE_GAP_HIGH / 100 + TOUCH;
    for (guint k = i + 1; k < p->fills->len; k++) {
      JueBox b = fill_at (p, k);
      if (b.y0 > reach && (b.y0 - a.y1) * 100 > (b.y1 - b.y0) * STRIPE_GAP_HIGH)
        break;
      if (touch (&a, &b) || is_next_stripe (p->view, &a, &b))
        p->parent[jue_find_root (p->parent, k)] = jue_find_root (p->parent, i);
    }
  }
}

static void
find_text (Paint *p)
{
  for (guint g = 0; g < p->view->glyphs->len; g++) {
    const JueBox *box = &g_array_index (p->view->glyphs, JueGlyph, g).box;
    gint32 x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;
    for (guint i = 0; i < p->fills->len && fill_at (p, i).y0 <= y; i++) {
      JueBox fill = fill_at (p, i);
      if (!p->text[i] && jue_box_contains (&fill, x, y))
        p->text[i] = 1;
    }
  }
}

/* Whether a line that shows divides @box. One along its top or bottom does not; but below painted heads, the table may only
 * begin. */
static gboolean
is_ruled (const JueView *view, const JueBox *box, guint rows)
{
  for (guint i = 0; i < view->page->rules->len; i++) {
    const JueRule *rule = &g_array_index (view->page->rules, JueRule, i);
    JueBox b = jue_view_turn (view, rule->box);
    if (jue_colour_is_white (rule->rgb) || rule->alpha < 16 || MAX (b.x1 - b.x0, b.y1 - b.y0) < CELL_LEAST)
      continue;
    if (b.x1 < box->x0 - TOUCH || b.x0 > box->x1 + TOUCH || b.y1 < box->y0 - TOUCH || b.y0 > box->y1 + TOUCH)
      continue;
    gboolean flat = b.x1 - b.x0 > b.y1 - b.y0;
    if (!flat || (b.y0 > box->y0 + TOUCH && (b.y1 < box->y1 - TOUCH || rows < HEAD_ROWS_MOST)))
      return TRUE;
  }
  return FALSE;
}

/* Whether a white line runs down inside a painted box. */
static gboolean
has_white_line (const JueView *view, const JueBox *box)
{
  for (guint i = 0; i < view->page->rules->len; i++) {
    const JueRule *rule = &g_array_index (view->page->rules, JueRule, i);
    JueBox b = jue_view_turn (view, rule->box);
    if (jue_colour_is_white (rule->rgb) && rule->alpha >= 16 && b.y1 - b.y0 >= CELL_LEAST && b.y1 - b.y0 > b.x1 - b.x0
        && b.x0 > box->x0 + CELL_LEAST && b.x1 < box->x1 - CELL_LEAST && b.y1 > box->y0 && b.y0 < box->y1)
      return TRUE;
  }
  return FALSE;
}

/* What is known of one group of fills. */
typedef struct {
  guint root, n, with_text;
  gint32 left, last; /* left side of its first fill, top of its last */
  guint rows;        /* distinct tops */
  guint rows_with_text;
  gboolean counted; /* the last of them is among those */
  gboolean columns;
  JueBox box;
} Group;

static Group
describe (Paint *p, guint root)
{
  Group g = { .root = root };
  for (guint i = 0; i < p->fills->len; i++) {
    if (jue_find_root (p->parent, i) != root)
      continue;
    JueBox b = fill_at (p, i);
    if (g.n == 0) {
      g.box = b;
      g.left = b.x0;
      g.last = G_MININT32 / 2;
    }
    g.n++;
    g.with_text += p->text[i];
    g.columns |= ABS (b.x0 - g.left) > CELL_LEAST;
    if (b.y0 - g.last > TOUCH) {
      g.rows++;
      g.last = b.y0;
      g.counted = FALSE;
    }
    g.rows_with_text += p->text[i] && !g.counted;
    g.counted |= p->text[i];
    g.box = jue_box_union (g.box, b);
  }
  return g;
}

static gboolean
has_enough_text (const Group *g)
{
  return g->with_text * 100 >= g->n * TEXT_LEAST
         || (g->rows >= HEAD_ROWS_MOST && g->rows_with_text * 100 >= g->rows * ROWS_LEAST
             && g->with_text * 100 >= g->n * TEXT_LEAST_IN_ROWS);
}

/* Whether a fill lies in @box. */
static gboolean
is_painted (const Paint *p, const JueBox *box)
{
  for (guint i = 0; i < p->fills->len && fill_at (p, i).y0 < box->y1 - TOUCH; i++) {
    JueBox b = fill_at (p, i);
    if (b.y1 > box->y0 + TOUCH && b.x0 < box->x1 - TOUCH && b.x1 > box->x0 + TOUCH)
      return TRUE;
  }
  return FALSE;
}

/* The cell below fill @i that has no paint: up to the next stripe. FALSE if there is none. */
static gboolean
gap_below (Paint *p, const Group *g, guint i, JueBox *gap)
{
  JueBox a = fill_at (p, i);
  for (guint k = i + 1; k < p->fills->len; k++) {
    JueBox b = fill_at (p, k);
    if (jue_find_root (p->parent, k) != g->root || !same_width (&a, &b) || b.y0 <= a.y0)
      continue;
    *gap = (JueBox){ a.x0, a.y1, a.x1, b.y0 };
    return is_next_stripe (p->view, &a, &b) && !is_painted (p, gap);
  }
  return FALSE;
}

/* The fill nearest to fill @i above it (@step -1) or below it (@step 1) that shares some of its width; FALSE if there is none. */
static gboolean
nearest_fill (Paint *p, const Group *g, guint i, gint step, JueBox *nearest)
{
  JueBox own = fill_at (p, i);
  gboolean any = FALSE;
  for (gint k = (gint)i + step; k >= 0 && k < (gint)p->fills->len; k += step) {
    JueBox b = fill_at (p, (guint)k);
    gboolean beyond = step < 0 ? b.y1 <= own.y0 + TOUCH : b.y0 >= own.y1 - TOUCH;
    if (any && step > 0 && b.y0 > nearest->y0)
      break;
    if (!beyond || b.x0 >= own.x1 - TOUCH || b.x1 <= own.x0 + TOUCH || jue_find_root (p->parent, (guint)k) != g->root)
      continue;
    if (!any || step > 0 || b.y1 > nearest->y1)
      *nearest = b;
    any = TRUE;
  }
  return any;
}

/* The cell without paint above or below fill @i, where what is painted beyond is wider: a total over several columns, a head. */
static gboolean
gap_to_wider (Paint *p, const Group *g, guint i, gint step, JueBox *gap)
{
  JueBox b = fill_at (p, i), other = b;
  if (!nearest_fill (p, g, i, step, &other))
    return FALSE;
  *gap = step < 0 ? (JueBox){ b.x0, other.y1, b.x1, b.y0 } : (JueBox){ b.x0, b.y1, b.x1, other.y0 };
  gint32 space = gap->y1 - gap->y0;
  return other.x1 - other.x0 > b.x1 - b.x0 + CELL_LEAST && other.x0 <= b.x0 + TOUCH && other.x1 >= b.x1 - TOUCH
         && space > TOUCH && space * 100 <= (b.y1 - b.y0) * STRIPE_GAP_HIGH;
}

/* A last row without paint below the lowest stripes: text in several columns, all of it within them, or a name that stands just where
 * the next row's would. */
static void
add_last_row (Paint *p, const Group *g, GArray *cells)
{
  g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (JueBox));
  JueBox all = { G_MAXINT32, g->box.y1, G_MININT32, 0 }, last = g->box;
  guint with_text = 0, crossed = 0;
  for (guint i = 0; i < p->fills->len; i++) {
    JueBox b = fill_at (p, i);
    if (jue_find_root (p->parent, i) != g->root || b.y1 < g->box.y1 - TOUCH)
      continue;
    JueBox below = { b.x0, b.y1, b.x1, b.y1 + (b.y1 - b.y0) };
    last.y0 = b.y0;
    with_text += jue_paint_holds_text (p->view, &below);
    all = (JueBox){ MIN (all.x0, b.x0), b.y1, MAX (all.x1, b.x1), below.y1 };
    g_array_append_val (row, below);
  }
  for (guint i = 0; i < row->len; i++) {
    gint32 x = g_array_index (row, JueBox, i).x0;
    crossed += x > all.x0 + TOUCH && jue_paint_text_crosses (p->view, &all, x);
  }
  if (row->len < 2 || crossed > 0 || with_text == 0
      || (with_text == 1 && !jue_paint_keeps_pitch (p->view, &last, &all)))
    return;
  all.y1 = MAX (all.y1, jue_paint_text_bottom (p->view, &all));
  for (guint i = 0; i < row->len; i++) {
    g_array_index (row, JueBox, i).y1 = all.y1;
    g_array_append_val (cells, g_array_index (row, JueBox, i));
  }
}

/* A first row without paint above the first stripes, where a table goes on at the top of a page. */
static void
add_first_row (Paint *p, const Group *g, GArray *cells)
{
  JueBox all = { g->box.x0, g->box.y0, g->box.x1, g->box.y0 };
  guint first = cells->len, with_text = 0, crossed = 0;
  if (!jue_paint_text_is_first (p->view, &all, &all.y0))
    return;
  for (guint i = 0; i < p->fills->len; i++) {
    JueBox b = fill_at (p, i), above = { b.x0, all.y0, b.x1, all.y1 };
    if (jue_find_root (p->parent, i) != g->root || b.y0 > g->box.y0 + TOUCH)
      continue;
    with_text += jue_paint_holds_text (p->view, &above);
    crossed += b.x0 > all.x0 + TOUCH && jue_paint_text_crosses (p->view, &all, b.x0);
    g_array_append_val (cells, above);
  }
  if (with_text < 2 || crossed > 0)
    g_array_set_size (cells, first);
}

static void
add_cells (Paint *p, const Group *g, GArray *cells)
{
  gboolean striped = FALSE;
  JueBox gap;
  for (guint i = 0; i < p->fills->len; i++) {
    if (jue_find_root (p->parent, i) != g->root)
      continue;
    JueBox b = fill_at (p, i);
    g_array_append_val (cells, b);
    if (gap_below (p, g, i, &gap)) {
      g_array_append_val (cells, gap);
      striped = TRUE;
    }
    for (gint step = -1; step <= 1; step += 2)
      if (gap_to_wider (p, g, i, step, &gap))
        g_array_append_val (cells, gap);
  }
  if (!striped)
    return;
  add_first_row (p, g, cells);
  add_last_row (p, g, cells);
}

void
jue_paint_find (const JueView *view, GArray *cells, GArray *rows)
{
  g_autoptr (GArray) fills = fills_of (view);
  if (fills->len < 4 || fills->len == FILLS_MOST || (guint64)fills->len * view->glyphs->len > WORK_MOST)
    return;
  Paint p = { view, fills, g_new (guint, fills->len), g_new0 (guint8, fills->len) };
  for (guint i = 0; i < fills->len; i++)
    p.parent[i] = i;
  gather (&p);
  find_text (&p);
  for (guint i = 0; i < fills->len; i++) {
    if (jue_find_root (p.parent, i) != i)
      continue;
    Group g = describe (&p, i);
    gboolean table = g.n >= 4 && g.rows >= 2 && has_enough_text (&g) && !is_ruled (view, &g.box, g.rows);
    if (table && (g.columns || has_white_line (view, &g.box)))
      add_cells (&p, &g, cells);
    else if (table)
      add_cells (&p, &g, rows);
  }
  g_free (p.parent);
  g_free (p.text);
}

/* Colour on top at a point of the page when @order is painted: TRUE if it is one. */
static gboolean
is_painted_at (const JuePage *page, gint32 x, gint32 y, guint32 order)
{
  gboolean painted = FALSE;
  for (guint i = 0; i < page->fills->len; i++) {
    const JueFill *fill = &g_array_index (page->fills, JueFill, i);
    if (fill->order > order)
      break;
    JueBox b = { fill->box.x0 - TOUCH, fill->box.y0 - TOUCH, fill->box.x1 + TOUCH, fill->box.y1 + TOUCH };
    if (fill->alpha >= 16 && jue_box_contains (&b, x, y))
      painted = !jue_colour_is_white (fill->rgb);
  }
  return painted;
}

gboolean
jue_paint_is_behind (const JuePage *page, const JueBox *box, guint32 order)
{
  guint painted = 0;
  if (page->fills->len > FILLS_MOST)
    return FALSE;
  for (gint32 i = 1; i < 2 * SAMPLES; i += 2) {
    gint32 x = box->x0 + (box->x1 - box->x0) * i / (2 * SAMPLES), y = box->y0 + (box->y1 - box->y0) * i / (2 * SAMPLES);
    painted += is_painted_at (page, x, y, order);
  }
  return painted * 2 > SAMPLES;
}
