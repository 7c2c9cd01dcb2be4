#include "normalize/view.h"

#include "normalize/fold.h"
#include "normalize/overlay.h"
#include "normalize/raised.h"

/* Most glyphs of a page that are asked what they belong to. */
#define SAMPLES 500

/* The direction in which most glyphs read; ideographs weigh as much as letters. */
static JueReading
main_reading (const JuePage *page)
{
  guint count[JUE_READS_SLANTED + 1] = { 0 };
  for (guint i = 0; i < page->glyphs->len; i++)
    count[g_array_index (page->glyphs, JueGlyph, i).reading]++;
  JueReading best = JUE_READS_RIGHT;
  for (JueReading r = JUE_READS_DOWN; r <= JUE_READS_UP; r++)
    if (count[r] > count[best])
      best = r;
  return best;
}

/* Turns a box of a w x h page counter-clockwise by a number of quarters. */
static JueBox
turn_box (JueBox b, guint quarters, gint32 w, gint32 h)
{
  switch (quarters) {
    case 1:
      return (JueBox){ b.y0, w - b.x1, b.y1, w - b.x0 };
    case 2:
      return (JueBox){ w - b.x1, h - b.y1, w - b.x0, h - b.y0 };
    case 3:
      return (JueBox){ h - b.y1, b.x0, h - b.y0, b.x1 };
    default:
      return b;
  }
}

static void
turn_glyph (const JueView *self, JueGlyph *g)
{
  if (self->turn == 0)
    return;
  gint32 w = self->page->width, h = self->page->height;
  gboolean along_y = g->reading == JUE_READS_RIGHT || g->reading == JUE_READS_LEFT;
  g->box = turn_box (g->box, self->turn, w, h);
  if (g->reading == JUE_READS_SLANTED)
    return;
  switch (self->turn) {
    case 1:
      g->baseline = along_y ? g->baseline : w - g->baseline;
      break;
    case 2:
      g->baseline = (along_y ? h : w) - g->baseline;
      break;
    default:
      g->baseline = along_y ? h - g->baseline : g->baseline;
      break;
  }
  g->reading = (guint8)((g->reading + 4 - self->turn) % 4);
}

/* Whether an invisible glyph belongs to a text layer: it was not drawn, which is why no font is known, or it lies on a picture. */
static gboolean
is_layer (const JuePage *page, const JueGlyph *g)
{
  if (g->font < page->fonts->len && g_array_index (page->fonts, JueFont, g->font).name[0] == '\0')
    return TRUE;
  for (guint i = 0; i < page->images->len; i++)
    if (jue_box_contains (&g_array_index (page->images, JueImage, i).box, (g->box.x0 + g->box.x1) / 2,
                          (g->box.y0 + g->box.y1) / 2))
      return TRUE;
  return FALSE;
}

/* Invisible text is used only if the page shows hardly any other, and if it is a text layer. What somebody has hidden is no data,
 * however much of it there is. */
static gboolean
use_invisible (const JuePage *page)
{
  guint invisible = 0, asked = 0, layer = 0;
  for (guint i = 0; i < page->glyphs->len; i++)
    invisible += (g_array_index (page->glyphs, JueGlyph, i).flags & JUE_GLYPH_INVISIBLE) != 0;
  if (invisible * 2 <= page->glyphs->len)
    return FALSE;
  for (guint i = 0; i < page->glyphs->len; i += page->glyphs->len / SAMPLES + 1) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (!(g->flags & JUE_GLYPH_INVISIBLE))
      continue;
    asked++;
    layer += is_layer (page, g);
  }
  return layer * 2 > asked;
}

/* Soft hyphens, joiners and other characters without width: they say how a line may break, not what it reads. */
static gboolean
is_blank (gunichar ch)
{
  if ((ch > ' ' && ch < 0x7F) || (ch >= 0x4E00 && ch <= 0x9FFF))
    return FALSE;
  return g_unichar_isspace (ch) || ch == 0xAD || (ch >= 0x200B && ch <= 0x200F) || (ch >= 0x202A && ch <= 0x202E)
         || (ch >= 0x2060 && ch <= 0x2064) || ch == 0xFEFF || ch == 0x3164;
}

static void
take_glyphs (JueView *self)
{
  gboolean invisible = use_invisible (self->page);
  g_autofree guint8 *overlay = jue_overlay_find (self->page);
  for (guint i = 0; i < self->page->glyphs->len; i++) {
    JueGlyph g = g_array_index (self->page->glyphs, JueGlyph, i);
    if (is_blank (g.ch) || (g.flags & JUE_GLYPH_DUPLICATE) || ((g.flags & JUE_GLYPH_INVISIBLE) && !invisible))
      continue;
    if (overlay != NULL && overlay[i] == JUE_OVERLAY_SURE) {
      self->watermarks++;
      continue;
    }
    self->slanted += overlay != NULL && overlay[i] == JUE_OVERLAY_DOUBTFUL;
    g.ch = jue_fold_ideograph (g.ch);
    turn_glyph (self, &g);
    g_array_append_val (self->glyphs, g);
  }
}

JueView *
jue_view_new (const JuePage *page)
{
  JueView *self = g_new0 (JueView, 1);
  self->page = page;
  self->turn = (guint)main_reading (page);
  self->width = self->turn % 2 == 0 ? page->width : page->height;
  self->height = self->turn % 2 == 0 ? page->height : page->width;
  self->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (JueGlyph), page->glyphs->len);
  take_glyphs (self);
  jue_raised_mark (self->glyphs);
  return self;
}

void
jue_view_free (JueView *self)
{
  if (self == NULL)
    return;
  g_array_free (self->glyphs, TRUE);
  g_free (self);
}

JueBox
jue_view_turn (const JueView *self, JueBox box)
{
  return turn_box (box, self->turn, self->page->width, self->page->height);
}

JueBox
jue_view_back (const JueView *self, JueBox box)
{
  return turn_box (box, (4 - self->turn) % 4, self->width, self->height);
}
