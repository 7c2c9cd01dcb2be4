/* Drawn glyphs, looked up by their place: buckets of about the size of a glyph, and how near is near enough. */
#include "extract/text-places.h"

/* Side of a bucket, hundredths of a point: about the size of a glyph. */
#define BUCKET 1200
/* Most glyphs of one bucket that are looked at: more are drawn over each other. */
#define CHAIN_MOST 1000
/* Glyphs that lie closer than this share of their size (percent) were drawn one over the other. */
#define DOUBLE_WITHIN 15

static guint
bucket_of (const JueTextPlaces *b, gint32 x, gint32 y)
{
  guint column = (guint)CLAMP (x / BUCKET, 0, (gint32)b->columns - 1);
  guint row = (guint)CLAMP (y / BUCKET, 0, (gint32)b->rows - 1);
  return row * b->columns + column;
}

void
jue_text_places_fill (JueTextPlaces *b, const JuePage *page)
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

void
jue_text_places_clear (JueTextPlaces *b)
{
  g_free (b->first);
  g_free (b->chain);
  g_free (b->taken);
}

gboolean
jue_text_places_size_fits (const JueBox *box, const JueGlyph *g)
{
  gint32 size = MAX (box->x1 - box->x0, box->y1 - box->y0);
  return size * 2 >= g->size && size * 2 <= g->size * 5;
}

static gboolean
is_candidate (const JueTextPlaces *b, guint i, const JueGlyph *g, const JueBox *box, JueTextMatch match)
{
  if (match == JUE_MATCH_SAME && (g->reading != JUE_READS_RIGHT || ABS (g->box.x0 - box->x0) > JUE_TEXT_SAME_WITHIN))
    return FALSE;
  return jue_text_places_size_fits (box, g)
         && (match == JUE_MATCH_ANY || (!b->taken[i] && g->reading != JUE_READS_SLANTED));
}

gint
jue_text_places_nearest (const JueTextPlaces *b, const JuePage *page, const JueBox *box, JueTextMatch match)
{
  static const gint shares[] = {
    [JUE_MATCH_SAME] = 5, [JUE_MATCH_EXACT] = 5, [JUE_MATCH_NEAR] = 2, [JUE_MATCH_ANY] = 2
  };
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

static gboolean
is_double (const JueGlyph *a, const JueGlyph *b)
{
  gint32 reach = a->size * DOUBLE_WITHIN / 100;
  return !(b->flags & JUE_GLYPH_NO_UNICODE) && a->font == b->font && a->size == b->size && a->reading == b->reading
         && ABS (a->box.x0 - b->box.x0) <= reach && ABS (a->box.y0 - b->box.y0) <= reach
         && ABS (a->box.x1 - b->box.x1) <= reach;
}

void
jue_text_places_double (const JueTextPlaces *places, const JuePage *page, JueGlyph *glyph)
{
  gint32 x = (glyph->box.x0 + glyph->box.x1) / 2, y = (glyph->box.y0 + glyph->box.y1) / 2;
  for (gint d = 0; d < 9; d++) {
    guint k = bucket_of (places, x + (d % 3 - 1) * BUCKET, y + (d / 3 - 1) * BUCKET);
    guint steps = 0;
    for (guint i = places->first[k]; i != 0 && steps < CHAIN_MOST; i = places->chain[i - 1], steps++) {
      const JueGlyph *other = &g_array_index (page->glyphs, JueGlyph, i - 1);
      if (!is_double (glyph, other))
        continue;
      glyph->ch = other->ch;
      glyph->flags &= (guint8)~JUE_GLYPH_NO_UNICODE;
      return;
    }
  }
}
