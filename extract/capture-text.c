/* From shown strings to glyphs
 *
 * Poppler shows a string as glyph numbers with places, and, if the font has a ToUnicode map, with its text. Places are
 * exact. A glyph's width is not handed over; it is taken, in this order, from
 *   1. the em for ideographs and other wide characters,
 *   2. the font's own advance width, asked once per font and glyph,
 *   3. where the font is not in the file (capture-font.c), the pen's step to the next glyph,
 * and is cut where the next glyph of the string begins, so that neighbours do not overlap.
 *
 * Height: ascent and descent of the em box as CJK fonts draw it, the same for all fonts: what matters is that glyphs of
 * one line have one height and that a box's middle lies on the ink.
 */
#include <math.h>

#include "extract/capture-font.h"
#include "extract/capture-private.h"

/* Share of the em above and below the baseline. */
#define ASCENT 0.86
#define DESCENT 0.14
/* Direction cosine above which text counts as upright or turned by a right angle (6 degrees off). */
#define STRAIGHT 0.994
/* Widest step that the space of a font takes which is not a subset, in ems. */
#define HALF_WIDTH 0.6
/* Width in ems of a glyph that is no ideograph, if nothing is known of it: that of a digit. */
#define NARROW_WIDTH 0.5

/* How the current font lies on the page. */
typedef struct {
  double ux, uy; /* unit vector of the reading direction, device space */
  double em;     /* em along it, device units */
  double height; /* em across it */
  JueReading reading;
  guint16 size; /* hundredths of a point */
} Placement;

static JueReading
reading_of (double ux, double uy)
{
  if (ux > STRAIGHT)
    return JUE_READS_RIGHT;
  if (ux < -STRAIGHT)
    return JUE_READS_LEFT;
  if (uy > STRAIGHT)
    return JUE_READS_DOWN;
  if (uy < -STRAIGHT)
    return JUE_READS_UP;
  return JUE_READS_SLANTED;
}

static gboolean
placement_of (cairo_t *cr, Placement *p)
{
  cairo_matrix_t m;
  cairo_get_font_matrix (cr, &m);
  double xx = m.xx, xy = m.yx, yx = m.xy, yy = m.yy;
  cairo_user_to_device_distance (cr, &xx, &xy);
  cairo_user_to_device_distance (cr, &yx, &yy);
  p->em = hypot (xx, xy);
  p->height = hypot (yx, yy);
  if (!(p->em > 0.01) || !(p->height > 0.01) || p->em > 1e6 || p->height > 1e6)
    return FALSE;
  p->ux = xx / p->em;
  p->uy = xy / p->em;
  p->reading = reading_of (p->ux, p->uy);
  p->size = (guint16)CLAMP (jue_capture_hundredths (p->height), 1, G_MAXUINT16);
  return TRUE;
}

static JueBox
glyph_box (const Placement *p, double x, double y, double width)
{
  if (p->uy == 0 && p->ux > 0) /* upright, as nearly all text is: the sum below, done shortly */
    return (JueBox){ jue_capture_hundredths (x), jue_capture_hundredths (y - p->ux * p->height * ASCENT),
                     jue_capture_hundredths (x + p->ux * width),
                     jue_capture_hundredths (y + p->ux * p->height * DESCENT) };
  /* Up, seen from the text, is the reading direction turned by 90 degrees counter-clockwise. */
  double upx = p->uy * p->height, upy = -p->ux * p->height;
  double xs[4], ys[4];
  for (int i = 0; i < 4; i++) {
    double along = i & 1 ? width : 0, across = i & 2 ? ASCENT : -DESCENT;
    xs[i] = x + p->ux * along + upx * across;
    ys[i] = y + p->uy * along + upy * across;
  }
  return (JueBox){ jue_capture_hundredths (fmin (fmin (xs[0], xs[1]), fmin (xs[2], xs[3]))),
                   jue_capture_hundredths (fmin (fmin (ys[0], ys[1]), fmin (ys[2], ys[3]))),
                   jue_capture_hundredths (fmax (fmax (xs[0], xs[1]), fmax (xs[2], xs[3]))),
                   jue_capture_hundredths (fmax (fmax (ys[0], ys[1]), fmax (ys[2], ys[3]))) };
}

/* One string that is being noted. */
typedef struct {
  JueCapture *capture;
  cairo_t *cr;
  JueCaptureFont *font;
  Placement place;
  JueBox clip;
  guint32 rgb;
  guint8 flags; /* for the next glyph */
  double step;  /* from the glyph before to this one, in ems; 0: not known */
} Run;

/* Poppler's layout tells slanted glyphs by their pens. */
static void
add_pen (Run *run, double x, double y)
{
  const Placement *p = &run->place;
  guint8 along = p->ux > 0 ? JUE_READS_RIGHT : JUE_READS_LEFT, across = p->uy > 0 ? JUE_READS_DOWN : JUE_READS_UP;
  double lead = fabs (p->ux) - fabs (p->uy);
  JueTextPen pen = { run->capture->page->glyphs->len,
                     jue_capture_hundredths (x),
                     jue_capture_hundredths (y),
                     { lead > -0.01 ? along : across, lead < 0.01 ? across : along },
                     FALSE };
  g_array_append_val (run->capture->pens, pen);
}

static void
add_glyph (Run *run, gunichar ch, JueBox box, double x, double y)
{
  JuePage *page = run->capture->page;
  if (jue_capture_outside (run->capture, &box, ch))
    return;
  if (page->glyphs->len >= JUE_PAGE_MAX_GLYPHS) {
    run->capture->overflow = TRUE;
    return;
  }
  JueGlyph glyph = { .ch = ch, .box = box, .size = run->place.size, .font = run->font->index, .rgb = run->rgb };
  gboolean sideways = run->place.reading == JUE_READS_DOWN || run->place.reading == JUE_READS_UP;
  glyph.baseline = jue_capture_hundredths (sideways ? x : y);
  glyph.reading = (guint8)run->place.reading;
  glyph.flags = run->flags;
  if (ch == 0xFFFD)
    glyph.flags |= JUE_GLYPH_NO_UNICODE;
  run->flags &= (guint8)~JUE_GLYPH_RUN_START;
  if (run->place.reading == JUE_READS_SLANTED)
    add_pen (run, x, y);
  g_array_append_val (page->glyphs, glyph);
}

static gboolean
is_meaningful (gunichar ch)
{
  if ((ch >= 0x20 && ch < 0x7F) || (ch >= 0x4E00 && ch < 0x9FFF))
    return TRUE;
  return ch != 0xFFFD && ch != 0xFFFC && g_unichar_validate (ch) && g_unichar_type (ch) != G_UNICODE_CONTROL
         && g_unichar_type (ch) != G_UNICODE_UNASSIGNED;
}

/* Notes the characters that one drawn glyph stands for (several for a ligature), side by side in its width. */
static void
add_cluster (Run *run, const char *utf8, int bytes, double x, double y, double width)
{
  gunichar chars[8];
  guint n = 0;
  const char *end = utf8 != NULL ? utf8 + bytes : NULL;
  for (const char *s = utf8; s < end && n < G_N_ELEMENTS (chars);) {
    gunichar ch = g_utf8_get_char_validated (s, end - s);
    if (ch == (gunichar)-1 || ch == (gunichar)-2)
      break;
    chars[n++] = is_meaningful (ch) || ch == '\t' ? ch : 0xFFFD;
    s = g_utf8_next_char (s);
  }
  if (n == 0)
    chars[n++] = 0xFFFD;
  double part = width / n;
  for (guint i = 0; i < n; i++) {
    double px = x + run->place.ux * part * i, py = y + run->place.uy * part * i;
    add_glyph (run, chars[i], glyph_box (&run->place, px, py, part), px, py);
  }
}

/* The pen's way from @at to @next in ems of the reading direction; 0 if it goes elsewhere. */
static double
pen_step (const Placement *p, const double *at, const double *next)
{
  double step = (next[0] - at[0]) * p->ux + (next[1] - at[1]) * p->uy;
  double drift = fabs ((next[0] - at[0]) * p->uy - (next[1] - at[1]) * p->ux);
  return step > 0.2 * p->em && drift < 0.1 * p->height ? step / p->em : 0;
}

/* Width in ems of a glyph whose font is not in the file: the pen's step behind it, or the one before it, or a guess: only
 * composite fonts have other glyphs than two. */
static double
blank_width (const Run *run, gunichar ch, gulong index, double step)
{
  double usual = ch == 0 && index > JUE_BLANK_GLYPH && jue_blank_figure (index) == 0 ? 1 : NARROW_WIDTH;
  return MIN (step > 0 ? step : run->step > 0 ? run->step : usual, 1);
}

/* Width of the glyph at @at: its own, cut where the next one begins. */
static double
glyph_width (Run *run, gunichar ch, const cairo_glyph_t *glyph, const double *at, const double *next)
{
  double step = next != NULL ? pen_step (&run->place, at, next) : 0, width;
  if (ch != 0 && g_unichar_iswide (ch))
    width = 1;
  else if (run->font->blank)
    width = blank_width (run, ch, glyph->index, step);
  else
    width = jue_capture_advance (run->capture, run->cr, run->font, glyph->index, NULL);
  run->step = step;
  return (step > 0 ? MIN (step, width) : width) * run->place.em;
}

/* A glyph without text and without ink is a space, whatever its font calls it. */
static gboolean
is_blank (Run *run, const cairo_glyph_t *glyph)
{
  gboolean inked;
  if (run->font->blank)
    return glyph->index == JUE_BLANK_GLYPH;
  jue_capture_advance (run->capture, run->cr, run->font, glyph->index, &inked);
  return !inked;
}

/* The space of GBK-EUC-H is a glyph of its own, which fonts that stand in for one that is not embedded do not have: they show their
 * box for missing glyphs. Whether it is one is known when Poppler's layout has no character for it. */
static gboolean
may_be_blank (const Run *run, const cairo_glyph_t *glyph, const double *at, const double *next)
{
  return glyph->index == 0 && run->font->whole
         && (next == NULL || hypot (next[0] - at[0], next[1] - at[1]) < HALF_WIDTH * run->place.em);
}

/* Notes a glyph without text. */
static void
add_bare (Run *run, const cairo_glyph_t *glyph, const double *at, const double *next, double width)
{
  JueCapture *self = run->capture;
  guint before = self->page->glyphs->len;
  gboolean blank = is_blank (run, glyph);
  char text[6];
  gunichar ch = blank ? ' ' : jue_capture_known (run->font, glyph->index);
  add_cluster (run, text, ch != 0 ? g_unichar_to_utf8 (ch, text) : 0, at[0], at[1], width);
  if (blank || self->page->glyphs->len == before)
    return;
  jue_capture_note_bare (self, run->cr, glyph->index);
  if (may_be_blank (run, glyph, at, next))
    jue_capture_note_blank (self);
}

/* A colour as it looks on white paper. */
static guint32
on_white (guint32 rgb, guint8 alpha)
{
  guint32 mixed = 0;
  for (guint shift = 0; shift <= 16; shift += 8) {
    guint32 part = rgb >> shift & 0xFF;
    mixed |= (255 - (255 - part) * alpha / 255) << shift;
  }
  return mixed;
}

static gboolean
run_start (Run *run, JueCapture *self, cairo_t *cr)
{
  guint8 alpha;
  run->capture = self;
  run->cr = cr;
  run->flags = JUE_GLYPH_RUN_START;
  run->step = 0;
  if (!placement_of (cr, &run->place))
    return FALSE;
  run->clip = jue_capture_clip (cr);
  jue_capture_colour (cr, &run->rgb, &alpha);
  run->rgb = on_white (run->rgb, alpha);
  if (alpha == 0)
    run->flags |= JUE_GLYPH_INVISIBLE;
  run->font = jue_capture_font (self, cr);
  return TRUE;
}

gboolean
jue_capture_just_shown (const JueCapture *self, const cairo_glyph_t *glyphs, int n_glyphs)
{
  return n_glyphs > 0 && n_glyphs == self->n_shown && glyphs[0].index == self->shown.index
         && glyphs[0].x == self->shown.x && glyphs[0].y == self->shown.y;
}

void
jue_capture_glyphs (JueCapture *self, cairo_t *cr, const char *utf8, int utf8_len, const cairo_glyph_t *glyphs,
                    int n_glyphs, const cairo_text_cluster_t *clusters, int n_clusters)
{
  Run run;
  if (n_glyphs <= 0)
    return;
  self->shown = glyphs[0];
  self->n_shown = n_glyphs;
  if (!run_start (&run, self, cr))
    return;
  guint first = self->first_shown = self->page->glyphs->len;
  const char *text = utf8, *end = utf8 != NULL ? utf8 + utf8_len : NULL;
  double at[2] = { glyphs[0].x, glyphs[0].y }, next[2] = { 0, 0 };
  cairo_user_to_device (cr, &at[0], &at[1]);
  for (int i = 0; i < n_glyphs && !self->overflow; i++) {
    int bytes = i < n_clusters ? (int)MIN ((gssize)clusters[i].num_bytes, end - text) : 0;
    gboolean last = i + 1 == n_glyphs;
    if (!last) {
      next[0] = glyphs[i + 1].x, next[1] = glyphs[i + 1].y;
      cairo_user_to_device (cr, &next[0], &next[1]);
    }
    gunichar ch = bytes > 0 ? g_utf8_get_char_validated (text, bytes) : 0;
    double width = glyph_width (&run, ch, &glyphs[i], at, last ? NULL : next);
    if (bytes > 0)
      add_cluster (&run, text, bytes, at[0], at[1], width);
    else
      add_bare (&run, &glyphs[i], at, last ? NULL : next, width);
    text = text != NULL ? text + bytes : NULL;
    at[0] = next[0], at[1] = next[1];
  }
  if (run.flags & JUE_GLYPH_INVISIBLE)
    jue_capture_hide (self, first, self->page->glyphs->len - first, JUE_HIDDEN_TRANSPARENT);
  else
    jue_capture_hide_clipped (self, first, &run.clip);
  if (run.place.reading != JUE_READS_SLANTED)
    jue_capture_column (self, first, run.place.reading);
}
