/* The second way to a page's text
 *
 * Glyphs of fonts without a ToUnicode map are drawn without their text, and invisible text is not drawn at all. Poppler's
 * text layout knows both: it derives characters from a font's encoding, and it lists text whatever its render mode. It
 * gives one box per character, but no direction, font or colour. So the two are laid over each other:
 *   1. all drawn glyphs go into buckets by place;
 *   2. each character of the layout looks for the drawn glyph whose middle is nearest to its own: first for one that begins
 *      at the same place, then for one very near, then within half its size among the glyphs that are left;
 *   3. a glyph without text takes the character; a glyph with text keeps its own; slanted glyphs are left without, since the
 *      layout does not tell their places well enough;
 *   4. a character that meets no drawn glyph was not painted: it is added as an invisible glyph;
 *      Poppler gives each character of a vertical font the place of the one before, half a size to the right: they are
 *      moved to where they meet most glyphs;
 *   5. text drawn twice (fake bold) is listed once: what is still without a character takes that of a glyph in its place.
 */
#include "extract/text-layout.h"

/* Side of a bucket, hundredths of a point: about the size of a glyph. */
#define BUCKET 1200
/* Most glyphs of one bucket that are looked at: more are drawn over each other. */
#define CHAIN_MOST 1000
/* Upright characters of the layout begin where their glyphs do, up to this, hundredths of a point. */
#define SAME_WITHIN 10
/* Most characters that one glyph stands for besides the first: ffi. */
#define LIGATURE_MOST 2
/* An image that covers at least this share (percent) of the page may be a scan with a text layer. */
#define SCAN_SHARE 40
/* Glyphs that lie closer than this share of their size (percent) were drawn one over the other. */
#define DOUBLE_WITHIN 15

gboolean
jue_text_layout_needed (const JuePage *page)
{
  gint64 area = (gint64)page->width * page->height;
  if (page->glyphs->len == 0)
    return TRUE;
  for (guint i = 0; i < page->glyphs->len; i++)
    if (g_array_index (page->glyphs, JueGlyph, i).flags & JUE_GLYPH_NO_UNICODE)
      return TRUE;
  for (guint i = 0; i < page->images->len; i++) {
    const JueBox *b = &g_array_index (page->images, JueImage, i).box;
    if ((gint64)(b->x1 - b->x0) * (b->y1 - b->y0) * 100 > area * SCAN_SHARE)
      return TRUE;
  }
  return FALSE;
}

/* Drawn glyphs by place. Buckets hold index + 1 of a first glyph; chain links the others of the same bucket. */
typedef struct {
  guint columns, rows;
  guint *first;
  guint *chain;
  guint *taken; /* for each glyph: whether a character met it */
  guint n;       /* glyphs that were drawn */
} Buckets;

/* What a character did to the glyph that it met: the glyph had its own text; or it took the character, whose number follows. */
enum {
  TAKEN = 1,
  TAKEN_BY_LAYOUT,
};

static guint
bucket_of (const Buckets *b, gint32 x, gint32 y)
{
  guint column = (guint)CLAMP (x / BUCKET, 0, (gint32)b->columns - 1);
  guint row = (guint)CLAMP (y / BUCKET, 0, (gint32)b->rows - 1);
  return row * b->columns + column;
}

static void
buckets_fill (Buckets *b, const JuePage *page)
{
  b->columns = (guint)(page->width / BUCKET) + 1;
  b->rows = (guint)(page->height / BUCKET) + 1;
  b->n = page->glyphs->len;
  b->first = g_new0 (guint, (gsize)b->columns * b->rows);
  b->chain = g_new0 (guint, b->n + 1);
  b->taken = g_new0 (guint, b->n + 1);
  for (guint i = 0; i < b->n; i++) {
    const JueBox *box = &g_array_index (page->glyphs, JueGlyph, i).box;
    guint k = bucket_of (b, (box->x0 + box->x1) / 2, (box->y0 + box->y1) / 2);
    b->chain[i] = b->first[k];
    b->first[k] = i + 1;
  }
}

static void
buckets_clear (Buckets *b)
{
  g_free (b->first);
  g_free (b->chain);
  g_free (b->taken);
}

/* Whether a character of the layout may be a glyph by its size: a watermark's letters are larger than the text below them. */
static gboolean
sizes_fit (const JueBox *box, const JueGlyph *g)
{
  gint32 size = MAX (box->x1 - box->x0, box->y1 - box->y0);
  return size * 2 >= g->size && size * 2 <= g->size * 5;
}

/* How well a character of the layout has to meet a glyph. */
typedef enum {
  MATCH_SAME,  /* the same but for SAME_WITHIN where it begins */
  MATCH_EXACT, /* within a fifth of its size, and no other character has met it */
  MATCH_NEAR,  /* within half of its size, and no other character has met it */
  MATCH_ANY,   /* within half of its size, slanted ones too */
} Match;

static gboolean
is_candidate (const Buckets *b, guint i, const JueGlyph *g, const JueBox *box, Match match)
{
  if (match == MATCH_SAME && (g->reading != JUE_READS_RIGHT || ABS (g->box.x0 - box->x0) > SAME_WITHIN))
    return FALSE;
  return sizes_fit (box, g) && (match == MATCH_ANY || (!b->taken[i] && g->reading != JUE_READS_SLANTED));
}

/* The drawn glyph whose middle is nearest to that of @box; -1 if none is near enough. */
static gint
nearest_glyph (const Buckets *b, const JuePage *page, const JueBox *box, Match match)
{
  static const gint shares[] = { [MATCH_SAME] = 5, [MATCH_EXACT] = 5, [MATCH_NEAR] = 2, [MATCH_ANY] = 2 };
  gint32 x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;
  gint64 best = G_MAXINT64;
  gint found = -1;
  for (gint d = 0; d < 9; d++) {
    guint k = bucket_of (b, x + (d % 3 - 1) * BUCKET, y + (d / 3 - 1) * BUCKET), steps = 0;
    for (guint i = b->first[k]; i != 0 && steps < CHAIN_MOST; i = b->chain[i - 1], steps++) {
      const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i - 1);
      gint64 ex = (g->box.x0 + g->box.x1) / 2 - x, ey = (g->box.y0 + g->box.y1) / 2 - y;
      gint64 reach = MAX (g->size, 200) / shares[match], distance = ex * ex + ey * ey;
      if (distance < best && ABS (ex) < reach && ABS (ey) < reach && is_candidate (b, i - 1, g, box, match)) {
        best = distance;
        found = (gint)i - 1;
      }
    }
  }
  return found;
}

static void
add_invisible (JuePage *page, gunichar ch, const JueBox *box, const JueGlyph *before)
{
  if (page->glyphs->len >= JUE_PAGE_MAX_GLYPHS)
    return;
  gboolean continues = before != NULL && before->ch != 0 && before->box.y0 < box->y1 && box->y0 < before->box.y1 &&
                       ABS (box->x0 - before->box.x1) < (box->y1 - box->y0) / 2;
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

/* One character of the layout. */
typedef struct {
  gunichar ch;
  guint number;
  JueBox box;
} LayoutChar;

/* Where Poppler may put the characters of vertical fonts, from their place: columns and rows of half a size. */
static const struct {
  gint right, down;
} shifts[] = { { 0, 0 }, { 0, 2 }, { -1, 2 }, { -1, 0 } };

static JueBox
shift_box (const JueBox *box, guint i)
{
  gint32 dx = (box->x1 - box->x0) / 2 * shifts[i].right, dy = (box->y1 - box->y0) / 2 * shifts[i].down;
  return (JueBox){ box->x0 + dx, box->y0 + dy, box->x1 + dx, box->y1 + dy };
}

/* A character that nothing was drawn for. */
static void
apply_unseen (JuePage *page, const Buckets *buckets, const LayoutChar *c)
{
  gint32 x = (c->box.x0 + c->box.x1) / 2, y = (c->box.y0 + c->box.y1) / 2;
  if (x < 0 || y < 0 || x > page->width || y > page->height)
    return;
  const JueGlyph *last = page->glyphs->len > buckets->n ? &g_array_index (page->glyphs, JueGlyph, page->glyphs->len - 1) : NULL;
  add_invisible (page, c->ch, &c->box, last);
}

/* Gives the glyph that a character meets its character, if it has none. Returns: FALSE if it meets no glyph. */
static gboolean
apply_seen (JuePage *page, const Buckets *buckets, const LayoutChar *c, const JueBox *box, Match match)
{
  gint i = nearest_glyph (buckets, page, box, match);
  if (i < 0)
    return FALSE;
  JueGlyph *glyph = &g_array_index (page->glyphs, JueGlyph, i);
  buckets->taken[i] = MAX (buckets->taken[i], TAKEN);
  if ((glyph->flags & JUE_GLYPH_NO_UNICODE) && glyph->reading != JUE_READS_SLANTED) {
    glyph->ch = c->ch;
    glyph->flags &= (guint8)~JUE_GLYPH_NO_UNICODE;
    buckets->taken[i] = TAKEN_BY_LAYOUT + c->number;
  }
  return TRUE;
}

/* Whether the second character stands right below the first. */
static gboolean
follows_below (const LayoutChar *a, const LayoutChar *b)
{
  gint32 reach = (a->box.y1 - a->box.y0) / 5;
  return ABS (a->box.x0 - b->box.x0) <= reach && ABS (a->box.y1 - b->box.y0) <= reach;
}

/* Characters that stand one below the other are moved to where most of them meet a glyph. */
static void
move_column (const JuePage *page, const Buckets *buckets, LayoutChar *chars, guint n)
{
  guint best = 0, most = 0;
  for (guint k = 0; k < G_N_ELEMENTS (shifts); k++) {
    guint met = 0;
    for (guint i = 0; i < n; i++) {
      JueBox moved = shift_box (&chars[i].box, k);
      met += nearest_glyph (buckets, page, &moved, MATCH_EXACT) >= 0;
    }
    if (met > most) {
      most = met;
      best = k;
    }
  }
  for (guint i = 0; i < n; i++)
    chars[i].box = shift_box (&chars[i].box, best);
}

static void
move_columns (const JuePage *page, const Buckets *buckets, GArray *chars)
{
  for (guint i = 1, first = 0; i <= chars->len; i++) {
    LayoutChar *c = &g_array_index (chars, LayoutChar, i - 1);
    if (i < chars->len && follows_below (c, c + 1))
      continue;
    if (i - first > 1)
      move_column (page, buckets, &g_array_index (chars, LayoutChar, first), i - first);
    first = i;
  }
}

/* One glyph may stand for several characters (a ligature): the later ones take their share of its width. */
static gboolean
apply_ligature (JuePage *page, const Buckets *buckets, const LayoutChar *c)
{
  gint i = nearest_glyph (buckets, page, &c->box, MATCH_ANY);
  guint first = i >= 0 ? buckets->taken[i] : 0, number = c->number + TAKEN_BY_LAYOUT;
  if (first < TAKEN_BY_LAYOUT || number <= first || number > first + LIGATURE_MOST || page->glyphs->len >= JUE_PAGE_MAX_GLYPHS)
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
  return TRUE;
}

/* A character of a vertical font that stands alone. */
static gboolean
apply_moved (JuePage *page, const Buckets *buckets, const LayoutChar *c)
{
  for (guint k = 1; k < G_N_ELEMENTS (shifts); k++) {
    JueBox moved = shift_box (&c->box, k);
    gint i = nearest_glyph (buckets, page, &moved, MATCH_EXACT);
    if (i >= 0 && (g_array_index (page->glyphs, JueGlyph, i).flags & JUE_GLYPH_NO_UNICODE))
      return apply_seen (page, buckets, c, &moved, MATCH_EXACT);
  }
  return FALSE;
}

/* Tries all characters; those that meet no glyph are left in @chars. */
static void
apply_pass (JuePage *page, const Buckets *buckets, GArray *chars, Match match)
{
  guint left = 0;
  for (guint i = 0; i < chars->len; i++) {
    LayoutChar c = g_array_index (chars, LayoutChar, i);
    if (!apply_seen (page, buckets, &c, &c.box, match))
      g_array_index (chars, LayoutChar, left++) = c;
  }
  g_array_set_size (chars, left);
}

/* Gives the characters of the layout their places among the drawn glyphs. */
static void
apply_chars (JuePage *page, const Buckets *buckets, GArray *chars)
{
  apply_pass (page, buckets, chars, MATCH_SAME);
  apply_pass (page, buckets, chars, MATCH_EXACT);
  apply_pass (page, buckets, chars, MATCH_NEAR);
  for (guint i = 0; i < chars->len; i++) {
    const LayoutChar *c = &g_array_index (chars, LayoutChar, i);
    if (!apply_moved (page, buckets, c) && !apply_ligature (page, buckets, c) && !apply_seen (page, buckets, c, &c->box, MATCH_ANY))
      apply_unseen (page, buckets, c);
  }
}

static gboolean
is_double (const JueGlyph *a, const JueGlyph *b)
{
  gint32 reach = a->size * DOUBLE_WITHIN / 100;
  return !(b->flags & JUE_GLYPH_NO_UNICODE) && a->font == b->font && a->size == b->size && a->reading == b->reading &&
         ABS (a->box.x0 - b->box.x0) <= reach && ABS (a->box.y0 - b->box.y0) <= reach && ABS (a->box.x1 - b->box.x1) <= reach;
}

/* Gives a glyph without a character that of the glyph it was drawn over. */
static void
apply_double (JuePage *page, const Buckets *buckets, JueGlyph *glyph)
{
  gint32 x = (glyph->box.x0 + glyph->box.x1) / 2, y = (glyph->box.y0 + glyph->box.y1) / 2;
  for (gint d = 0; d < 9; d++) {
    guint k = bucket_of (buckets, x + (d % 3 - 1) * BUCKET, y + (d / 3 - 1) * BUCKET);
    guint steps = 0;
    for (guint i = buckets->first[k]; i != 0 && steps < CHAIN_MOST; i = buckets->chain[i - 1], steps++) {
      const JueGlyph *other = &g_array_index (page->glyphs, JueGlyph, i - 1);
      if (!is_double (glyph, other))
        continue;
      glyph->ch = other->ch;
      glyph->flags &= (guint8)~JUE_GLYPH_NO_UNICODE;
      return;
    }
  }
}

/* The characters of a page that mean something. */
static GArray *
read_layout (PopplerPage *source)
{
  g_autofree char *text = poppler_page_get_text (source);
  GArray *chars = g_array_new (FALSE, FALSE, sizeof (LayoutChar));
  PopplerRectangle *boxes = NULL;
  guint n = 0, i = 0;
  if (text == NULL || !poppler_page_get_text_layout (source, &boxes, &n))
    return chars;
  for (const char *s = text; *s != '\0' && i < n; s = g_utf8_next_char (s), i++) {
    LayoutChar c = { g_utf8_get_char (s), i, layout_box (&boxes[i]) };
    if (!g_unichar_isspace (c.ch) && g_unichar_type (c.ch) != G_UNICODE_CONTROL && c.ch != 0xFFFD && !jue_box_is_empty (&c.box))
      g_array_append_val (chars, c);
  }
  g_free (boxes);
  return chars;
}

void
jue_text_layout_apply (PopplerPage *source, JuePage *page)
{
  g_autoptr (GArray) chars = read_layout (source);
  Buckets buckets;
  buckets_fill (&buckets, page);
  move_columns (page, &buckets, chars);
  apply_chars (page, &buckets, chars);
  for (guint k = 0; k < buckets.n; k++)
    if (g_array_index (page->glyphs, JueGlyph, k).flags & JUE_GLYPH_NO_UNICODE)
      apply_double (page, &buckets, &g_array_index (page->glyphs, JueGlyph, k));
  buckets_clear (&buckets);
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
