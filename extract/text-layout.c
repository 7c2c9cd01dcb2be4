/* The second way to a page's text
 *
 * Glyphs of fonts without a ToUnicode map are drawn without their text, and invisible text is not drawn at all. Poppler's
 * text layout knows both: it derives characters from a font's encoding, and it lists text whatever its render mode. It
 * gives one box per character, but no direction, font or colour. So the two are laid over each other:
 *   1. all drawn glyphs go into buckets by place (text-places.c);
 *   2. each character of the layout looks for the drawn glyph whose middle is nearest to its own: first for one that begins
 *      at the same place, then for one very near, then within half its size among the glyphs that are left;
 *   3. a glyph without text takes the character; a glyph with text keeps its own; slanted glyphs have boxes of their own kind
 *      (text-slanted.c);
 *   4. a character that meets no drawn glyph was not painted: it is added as an invisible glyph;
 *      Poppler gives each character of a vertical font the place of the one before, half a size to the right: they are
 *      moved to where they meet most glyphs (text-column.c);
 *   5. text drawn twice (fake bold) is listed once: what is still without a character takes that of a glyph in its place.
 */
#include "extract/text-layout.h"

#include "extract/text-column.h"
#include "extract/text-places.h"
#include "extract/text-slanted.h"

/* Most characters that one glyph stands for besides the first: ffi. */
#define LIGATURE_MOST 2
/* Widest half-width sign, percent of its height. */
#define HALF_WIDTH 60
/* Images that cover at least this share (percent) of the page together may be a scan with a text layer, whole or in strips. */
#define SCAN_SHARE 40

gboolean
jue_text_layout_needed (const JuePage *page)
{
  gint64 area = (gint64)page->width * page->height, images = 0;
  if (page->glyphs->len == 0)
    return TRUE;
  for (guint i = 0; i < page->glyphs->len; i++)
    if (g_array_index (page->glyphs, JueGlyph, i).flags & JUE_GLYPH_NO_UNICODE)
      return TRUE;
  for (guint i = 0; i < page->images->len; i++) {
    const JueBox *b = &g_array_index (page->images, JueImage, i).box;
    images += (gint64)(b->x1 - b->x0) * (b->y1 - b->y0);
  }
  return images * 100 > area * SCAN_SHARE;
}

/* What a character did to the glyph that it met: the glyph had its own text; or it took the character, whose number follows. */
enum {
  TAKEN = 1,
  TAKEN_BY_LAYOUT,
};

static void
add_invisible (JuePage *page, gunichar ch, const JueBox *box, const JueGlyph *before)
{
  if (page->glyphs->len >= JUE_PAGE_MAX_GLYPHS)
    return;
  gboolean continues = before != NULL && before->ch != 0 && before->box.y0 < box->y1 && box->y0 < before->box.y1
                       && ABS (box->x0 - before->box.x1) < (box->y1 - box->y0) / 2;
  JueGlyph glyph = { .ch = ch, .box = *box, .reading = JUE_READS_RIGHT, .flags = JUE_GLYPH_INVISIBLE };
  glyph.size = (guint16)CLAMP (box->y1 - box->y0, 1, G_MAXUINT16);
  glyph.baseline = box->y1 - (box->y1 - box->y0) / 7;
  glyph.font = jue_page_add_font (page, "", FALSE, FALSE);
  if (!continues)
    glyph.flags |= JUE_GLYPH_RUN_START;
  g_array_append_val (page->glyphs, glyph);
}

static gint32
hundredths (double points)
{
  return (gint32)(CLAMP (points, -1e6, 1e6) * 100 + (points < 0 ? -0.5 : 0.5));
}

static JueBox
layout_box (const PopplerRectangle *r)
{
  return (JueBox){ hundredths (MIN (r->x1, r->x2)), hundredths (MIN (r->y1, r->y2)), hundredths (MAX (r->x1, r->x2)),
                   hundredths (MAX (r->y1, r->y2)) };
}

/* Poppler's table has full-width signs for the half-width ones of Adobe-GB1. */
static gunichar
layout_sign (gunichar ch, const JueBox *box)
{
  gboolean half = (gint64)(box->x1 - box->x0) * 100 <= (gint64)(box->y1 - box->y0) * HALF_WIDTH;
  return half && ch >= 0xFF01 && ch <= 0xFF5E ? ch - 0xFF01 + '!' : ch;
}

/* A character that nothing was drawn for. */
static void
apply_unseen (JuePage *page, const JueTextPlaces *places, const JueLayoutChar *c)
{
  gint32 x = (c->box.x0 + c->box.x1) / 2, y = (c->box.y0 + c->box.y1) / 2;
  if (x < 0 || y < 0 || x > page->width || y > page->height)
    return;
  const JueGlyph *last =
      page->glyphs->len > places->n ? &g_array_index (page->glyphs, JueGlyph, page->glyphs->len - 1) : NULL;
  add_invisible (page, c->ch, &c->box, last);
}

/* Of the last glyph of a string in a font that is not in the file nobody but the layout knows the width. */
static gboolean
width_is_guessed (const JuePage *page, gint i)
{
  const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
  gboolean last = i + 1 == (gint)page->glyphs->len || (g[1].flags & JUE_GLYPH_RUN_START) != 0;
  return last && g->reading == JUE_READS_RIGHT && jue_page_lacks_font (page, g);
}

/* Gives the glyph that a character meets its character, if it has none. Returns: FALSE if it meets no glyph. */
static gboolean
apply_seen (JuePage *page, const JueTextPlaces *places, const JueLayoutChar *c, const JueBox *box, JueTextMatch match)
{
  gint i = jue_text_places_nearest (places, page, box, match);
  if (i < 0)
    return FALSE;
  JueGlyph *glyph = &g_array_index (page->glyphs, JueGlyph, i);
  places->taken[i] = MAX (places->taken[i], TAKEN);
  if ((glyph->flags & JUE_GLYPH_NO_UNICODE) && glyph->reading != JUE_READS_SLANTED) {
    glyph->ch = c->ch;
    glyph->flags &= (guint8)~JUE_GLYPH_NO_UNICODE;
    places->taken[i] = TAKEN_BY_LAYOUT + c->number;
  }
  if (width_is_guessed (page, i) && ABS (glyph->box.x0 - box->x0) <= JUE_TEXT_SAME_WITHIN)
    glyph->box.x1 = MAX (box->x1, glyph->box.x0 + 1);
  return TRUE;
}

/* One glyph may stand for several characters (a ligature): the later ones take their share of its width. */
static gboolean
apply_ligature (JuePage *page, const JueTextPlaces *places, const JueLayoutChar *c, GHashTable *ligatures)
{
  gint i = jue_text_places_nearest (places, page, &c->box, JUE_MATCH_ANY);
  guint first = i >= 0 ? places->taken[i] : 0, number = c->number + TAKEN_BY_LAYOUT;
  if (first < TAKEN_BY_LAYOUT || number <= first || number > first + LIGATURE_MOST
      || page->glyphs->len >= JUE_PAGE_MAX_GLYPHS)
    return FALSE;
  JueGlyph *glyph = &g_array_index (page->glyphs, JueGlyph, i), part = *glyph;
  gint32 least = glyph->size / 10;
  if (glyph->reading != JUE_READS_RIGHT || c->box.x0 < glyph->box.x0 + least || c->box.x1 > glyph->box.x1 + least)
    return FALSE;
  part.ch = c->ch;
  part.box.x0 = c->box.x0;
  part.box.x1 = MAX (c->box.x0, glyph->box.x1);
  part.flags |= JUE_GLYPH_RUN_START;
  glyph->box.x1 = c->box.x0;
  g_array_append_val (page->glyphs, part);
  g_hash_table_add (ligatures, GINT_TO_POINTER (i));
  return TRUE;
}

/* A character of a vertical font that stands alone. */
static gboolean
apply_moved (JuePage *page, const JueTextPlaces *places, const JueLayoutChar *c)
{
  for (guint k = 1; k < JUE_TEXT_COLUMN_SHIFTS; k++) {
    JueBox moved = jue_text_column_shift (&c->box, k);
    gint i = jue_text_places_nearest (places, page, &moved, JUE_MATCH_EXACT);
    if (i >= 0 && (g_array_index (page->glyphs, JueGlyph, i).flags & JUE_GLYPH_NO_UNICODE))
      return apply_seen (page, places, c, &moved, JUE_MATCH_EXACT);
  }
  return FALSE;
}

/* Tries all characters; those that meet no glyph are left in @chars. */
static void
apply_pass (JuePage *page, const JueTextPlaces *places, GArray *chars, JueTextMatch match)
{
  guint left = 0;
  for (guint i = 0; i < chars->len; i++) {
    JueLayoutChar c = g_array_index (chars, JueLayoutChar, i);
    if (!apply_seen (page, places, &c, &c.box, match))
      g_array_index (chars, JueLayoutChar, left++) = c;
  }
  g_array_set_size (chars, left);
}

/* Gives the characters of the layout their places among the drawn glyphs. */
static void
apply_chars (JuePage *page, const JueTextPlaces *places, GArray *pens, GArray *chars, GHashTable *ligatures)
{
  apply_pass (page, places, chars, JUE_MATCH_SAME);
  jue_text_slanted_apply (page, pens, chars);
  apply_pass (page, places, chars, JUE_MATCH_EXACT);
  apply_pass (page, places, chars, JUE_MATCH_NEAR);
  for (guint i = 0; i < chars->len; i++) {
    const JueLayoutChar *c = &g_array_index (chars, JueLayoutChar, i);
    if (!apply_moved (page, places, c) && !apply_ligature (page, places, c, ligatures)
        && !apply_seen (page, places, c, &c->box, JUE_MATCH_ANY))
      apply_unseen (page, places, c);
  }
}

/* Marks of the text's direction, which Poppler adds around what it takes for Hebrew or Arabic: they have no box. */
static gboolean
has_no_box (gunichar ch)
{
  return ch >= 0x202A && ch <= 0x202E;
}

/* The characters of a page that mean something. */
static GArray *
read_layout (PopplerPage *source)
{
  g_autofree char *text = poppler_page_get_text (source);
  GArray *chars = g_array_new (FALSE, FALSE, sizeof (JueLayoutChar));
  PopplerRectangle *boxes = NULL;
  guint n = 0, i = 0;
  if (text == NULL || !poppler_page_get_text_layout (source, &boxes, &n))
    return chars;
  for (const char *s = text; *s != '\0' && i < n; s = g_utf8_next_char (s)) {
    JueLayoutChar c = { .ch = g_utf8_get_char (s), .number = i };
    if (has_no_box (c.ch))
      continue;
    c.box = layout_box (&boxes[i++]);
    c.ch = layout_sign (c.ch, &c.box);
    if (!g_unichar_isspace (c.ch) && g_unichar_type (c.ch) != G_UNICODE_CONTROL && c.ch != 0xFFFD
        && !jue_box_is_empty (&c.box))
      g_array_append_val (chars, c);
  }
  g_free (boxes);
  return chars;
}

GHashTable *
jue_text_layout_apply (PopplerPage *source, GArray *pens, JuePage *page)
{
  GHashTable *ligatures = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) chars = read_layout (source);
  JueTextPlaces places;
  jue_text_places_fill (&places, page);
  jue_text_column_move (page, &places, chars);
  apply_chars (page, &places, pens, chars, ligatures);
  for (guint k = 0; k < places.n; k++)
    if (g_array_index (page->glyphs, JueGlyph, k).flags & JUE_GLYPH_NO_UNICODE)
      jue_text_places_double (&places, page, &g_array_index (page->glyphs, JueGlyph, k));
  jue_text_places_clear (&places);
  return ligatures;
}

void
jue_text_layout_show (JuePage *page)
{
  guint16 nameless = jue_page_add_font (page, "", FALSE, FALSE);
  for (guint i = 0; i < page->glyphs->len; i++)
    if (g_array_index (page->glyphs, JueGlyph, i).font == nameless)
      g_array_index (page->glyphs, JueGlyph, i).flags &= (guint8)~JUE_GLYPH_INVISIBLE;
}

void
jue_text_layout_forget (JuePage *page)
{
  for (guint i = 0; i < page->glyphs->len; i++) {
    JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (!g_unichar_isspace (g->ch)) { /* blanks are known by their lack of ink */
      g->ch = 0xFFFD;
      g->flags |= JUE_GLYPH_NO_UNICODE;
    }
  }
}
