/* Text that nobody sees
 *
 * Scanners write their text layer as ordinary text and paint the scan over it; people cover words with a white rectangle or
 * write them in white, and cells cut off what is too long. Such glyphs are drawn, but a reader of the page does not see them:
 * they are marked as invisible, as text of render mode 3 is, and the page says so. Hidden is
 *   1. what is clipped away, and what is transparent (known when it is drawn);
 *   2. what lies under a later picture or plain rectangle (capture-ground.c): the middle of a glyph for a picture, nearly all
 *      of it for a rectangle, since Word paints white ones between lines of text;
 *   3. what has the colour of its ground: of the last plain rectangle painted before it, or of the paper.
 *
 *         ████████████      white on blue: seen       Where the ground may be anything, a picture, a gradient, an unsure
 *         ██ 项目  ███      white on paper: hidden    shape, or the glyph stands half on it, the text is left as it is.
 *         ████████████
 *
 * Gets wrong: text on letters (█), and text filled with a picture.
 */
#include <string.h>

#include "extract/capture-private.h"

/* Colours that differ by at most this in each part (0 to 255) look alike. */
#define ALIKE 16
/* What of a glyph's box may stick out of a rectangle, percent of its sides: the box is larger than the ink. */
#define MARGIN 20
/* Most comparisons of glyphs with grounds on one page; beyond, the rest is left as it is. */
#define WORK_MOST 4000000
/* Height of the rows by which glyphs are looked up, hundredths of a point. */
#define ROW 1000
/* Characters of hidden text that are quoted. */
#define QUOTE_MOST 40

static const char *const reasons[] = {
  [JUE_HIDDEN_CLIPPED] = "clipped away",
  [JUE_HIDDEN_TRANSPARENT] = "transparent",
  [JUE_HIDDEN_COVERED] = "covered by what was painted later",
  [JUE_HIDDEN_COLOUR] = "of the colour of their ground",
};

static gboolean
are_alike (guint32 a, guint32 b)
{
  for (guint shift = 0; shift <= 16; shift += 8)
    if (ABS ((gint)(a >> shift & 0xFF) - (gint)(b >> shift & 0xFF)) > ALIKE)
      return FALSE;
  return TRUE;
}

void
jue_capture_hide (JueCapture *self, guint first, guint n, JueHiddenReason reason)
{
  if (n == 0)
    return;
  JueCaptureHidden *last =
      self->hidden->len > 0 ? &g_array_index (self->hidden, JueCaptureHidden, self->hidden->len - 1) : NULL;
  for (guint i = first; i < first + n; i++)
    g_array_index (self->page->glyphs, JueGlyph, i).flags |= JUE_GLYPH_INVISIBLE;
  if (last != NULL && last->reason == reason && last->first + last->n == first) {
    last->n += n;
    return;
  }
  JueCaptureHidden hidden = { first, n, reason };
  g_array_append_val (self->hidden, hidden);
}

void
jue_capture_hide_clipped (JueCapture *self, guint first, const JueBox *clip)
{
  GArray *glyphs = self->page->glyphs;
  for (guint i = first; i < glyphs->len; i++)
    if (jue_box_overlaps (&g_array_index (glyphs, JueGlyph, i).box, clip))
      return;
  jue_capture_hide (self, first, glyphs->len - first, JUE_HIDDEN_CLIPPED);
}

gboolean
jue_capture_outside (JueCapture *self, const JueBox *box, gunichar ch)
{
  gint64 x = ((gint64)box->x0 + box->x1) / 2, y = ((gint64)box->y0 + box->y1) / 2;
  if (x >= 0 && y >= 0 && x <= self->page->width && y <= self->page->height)
    return FALSE;
  if (!g_unichar_isspace (ch) && self->n_outside++ < QUOTE_MOST && ch != 0xFFFD)
    g_string_append_unichar (self->outside, ch);
  return TRUE;
}

void
jue_capture_outline (JueCapture *self, cairo_t *cr)
{
  guint32 rgb;
  guint8 alpha;
  jue_capture_colour (cr, &rgb, &alpha);
  if (alpha < 255 || are_alike (rgb, 0xFFFFFF))
    return;
  for (guint i = self->first_shown; i < self->page->glyphs->len; i++) {
    JueGlyph *g = &g_array_index (self->page->glyphs, JueGlyph, i);
    if (are_alike (g->rgb, 0xFFFFFF))
      g->rgb = rgb;
  }
}

/* What of a glyph has to be covered, or to lie on one ground. */
static JueBox
ink_of (const JueGlyph *g)
{
  gint32 dx = (gint32)((gint64)(g->box.x1 - g->box.x0) * MARGIN / 100);
  gint32 dy = (gint32)((gint64)(g->box.y1 - g->box.y0) * MARGIN / 100);
  return (JueBox){ g->box.x0 + dx, g->box.y0 + dy, g->box.x1 - dx, g->box.y1 - dy };
}

static gboolean
contains (const JueBox *outer, const JueBox *inner)
{
  return outer->x0 <= inner->x0 && outer->y0 <= inner->y0 && outer->x1 >= inner->x1 && outer->y1 >= inner->y1;
}

/* ---- covered ---- */

/* Indices of the glyphs drawn before the last ground, by row: those of row r stand from starts[r] to starts[r + 1]. */
typedef struct {
  guint n_rows;
  guint *starts, *glyphs;
} Rows;

static guint
row_of (const Rows *rows, gint32 y)
{
  return (guint)CLAMP (y / ROW, 0, (gint32)rows->n_rows - 1);
}

static guint
row_of_glyph (const Rows *rows, const JuePage *page, guint i)
{
  const JueBox *b = &g_array_index (page->glyphs, JueGlyph, i).box;
  return row_of (rows, (b->y0 + b->y1) / 2);
}

static void
rows_fill (Rows *rows, const JuePage *page, guint n)
{
  rows->n_rows = (guint)(page->height / ROW) + 1;
  rows->starts = g_new0 (guint, rows->n_rows + 2);
  rows->glyphs = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    rows->starts[row_of_glyph (rows, page, i) + 2]++;
  for (guint r = 2; r < rows->n_rows + 2; r++)
    rows->starts[r] += rows->starts[r - 1];
  for (guint i = 0; i < n; i++)
    rows->glyphs[rows->starts[row_of_glyph (rows, page, i) + 1]++] = i;
}

static gboolean
is_covered (const JueCaptureGround *ground, const JueGlyph *g)
{
  if (ground->kind == JUE_GROUND_PICTURE)
    return jue_box_contains (&ground->box, (g->box.x0 + g->box.x1) / 2, (g->box.y0 + g->box.y1) / 2);
  JueBox ink = ink_of (g);
  return contains (&ground->box, &ink);
}

/* Notes which glyphs a ground covers. */
static void
cover (JueCapture *self, const Rows *rows, const JueCaptureGround *ground, guint8 *covered)
{
  guint from = rows->starts[row_of (rows, ground->box.y0)], to = rows->starts[row_of (rows, ground->box.y1) + 1];
  self->work += to - from;
  for (guint k = from; k < to && self->work < WORK_MOST; k++) {
    guint i = rows->glyphs[k];
    if (i < ground->n_glyphs && is_covered (ground, &g_array_index (self->page->glyphs, JueGlyph, i)))
      covered[i] = TRUE;
  }
}

static gboolean
may_cover (const JueCaptureGround *ground)
{
  return ground->kind != JUE_GROUND_UNSURE && ground->n_glyphs > 0;
}

static void
hide_covered (JueCapture *self)
{
  guint n = 0;
  for (guint i = 0; i < self->grounds->len; i++)
    if (may_cover (&g_array_index (self->grounds, JueCaptureGround, i)))
      n = g_array_index (self->grounds, JueCaptureGround, i).n_glyphs;
  if (n == 0)
    return;
  Rows rows;
  rows_fill (&rows, self->page, n);
  g_autofree guint8 *covered = g_new0 (guint8, n);
  for (guint i = 0; i < self->grounds->len; i++)
    if (may_cover (&g_array_index (self->grounds, JueCaptureGround, i)))
      cover (self, &rows, &g_array_index (self->grounds, JueCaptureGround, i), covered);
  for (guint i = 0; i < n; i++)
    if (covered[i])
      jue_capture_hide (self, i, 1, JUE_HIDDEN_COVERED);
  g_free (rows.starts);
  g_free (rows.glyphs);
}

/* ---- of the colour of its ground ---- */

/* Whether paper or any ground of the page looks like @rgb. */
static gboolean
may_vanish (const JueCapture *self, guint32 rgb)
{
  if (are_alike (rgb, 0xFFFFFF))
    return TRUE;
  for (guint i = 0; i < self->grounds->len; i++) {
    const JueCaptureGround *ground = &g_array_index (self->grounds, JueCaptureGround, i);
    if (ground->kind == JUE_GROUND_PLAIN && are_alike (rgb, ground->rgb))
      return TRUE;
  }
  return FALSE;
}

/* Whether a glyph vanishes on the last of the first @n grounds that it stands on. */
static gboolean
vanishes (JueCapture *self, const JueGlyph *g, guint n)
{
  JueBox ink = ink_of (g);
  for (guint i = n; i > 0; i--) {
    const JueCaptureGround *ground = &g_array_index (self->grounds, JueCaptureGround, i - 1);
    if (++self->work >= WORK_MOST)
      return FALSE;
    if (!jue_box_overlaps (&ground->box, &g->box))
      continue;
    return ground->kind == JUE_GROUND_PLAIN && contains (&ground->box, &ink) && are_alike (g->rgb, ground->rgb);
  }
  return are_alike (g->rgb, 0xFFFFFF);
}

static void
hide_vanished (JueCapture *self)
{
  guint32 rgb = 0;
  gboolean may = self->page->glyphs->len > 0 && may_vanish (self, rgb);
  for (guint i = 0, n = 0; i < self->page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (self->page->glyphs, JueGlyph, i);
    if (g->rgb != rgb) {
      rgb = g->rgb;
      may = may_vanish (self, rgb);
    }
    if (!may || (g->flags & JUE_GLYPH_INVISIBLE))
      continue;
    while (n < self->grounds->len && g_array_index (self->grounds, JueCaptureGround, n).n_glyphs <= i)
      n++;
    if (vanishes (self, g, n))
      jue_capture_hide (self, i, 1, JUE_HIDDEN_COLOUR);
  }
}

void
jue_capture_find_hidden (JueCapture *self)
{
  self->work = 0;
  hide_covered (self);
  if (!self->grounds_lost)
    hide_vanished (self);
}

/* ---- telling ---- */

/* All glyphs of a page that are hidden for one reason. */
typedef struct {
  guint n, quoted;
  JueBox box;
  GString *quote;
} Summary;

static void
summary_add (Summary *sum, const JueGlyph *g)
{
  if (g_unichar_isspace (g->ch))
    return;
  sum->box = sum->n++ == 0 ? g->box : jue_box_union (sum->box, g->box);
  if (sum->quoted++ < QUOTE_MOST)
    g_string_append_unichar (sum->quote, g->ch);
  else if (sum->quoted == QUOTE_MOST + 1)
    g_string_append (sum->quote, "…");
}

void
jue_capture_tell_hidden (const JueCapture *self, JuePage *page)
{
  for (guint reason = 0; reason < G_N_ELEMENTS (reasons); reason++) {
    g_autoptr (GString) quote = g_string_new (NULL);
    Summary sum = { 0, 0, { 0, 0, 0, 0 }, quote };
    for (guint i = 0; i < self->hidden->len; i++) {
      const JueCaptureHidden *hidden = &g_array_index (self->hidden, JueCaptureHidden, i);
      for (guint k = 0; hidden->reason == reason && k < hidden->n; k++)
        summary_add (&sum, &g_array_index (page->glyphs, JueGlyph, hidden->first + k));
    }
    JueProv prov = { page->number, sum.box };
    if (sum.n > 0)
      jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_INFO, "text-hidden", prov,
                         "%u characters are %s, so nobody sees them: “%s”", sum.n, reasons[reason], quote->str);
  }
  JueProv prov = { page->number, { 0, 0, 0, 0 } };
  if (self->n_outside > 0)
    jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_INFO, "text-outside", prov,
                       "%u characters lie outside the page and are left out: “%s%s”", self->n_outside,
                       self->outside->str, self->n_outside > QUOTE_MOST ? "…" : "");
}
