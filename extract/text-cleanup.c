#include "extract/text-cleanup.h"

/* Two glyphs are one drawn twice if they lie closer than this share of their size, percent. */
#define TWICE_WITHIN 18
/* A page is diagnosed if at least this share of its glyphs (percent) and this number have no meaning. */
#define UNKNOWN_SHARE 5
#define UNKNOWN_LEAST 20
/* Letters of scripts that no report is written in, percent of all letters, that show a lost encoding. */
#define FOREIGN_SHARE 20

/* Side of the squares by which twins are looked up, hundredths of a point: most glyphs have no other of their kind in theirs. */
#define TWICE_SQUARE 800

static guint
twice_key (gint32 x, gint32 y, gunichar ch)
{
  return (guint)x * 73856093u ^ (guint)y * 19349663u ^ ch * 83492791u;
}

static gint32
twice_reach (const JueGlyph *g)
{
  return MIN (MAX (g->size * TWICE_WITHIN / 100, 10), TWICE_SQUARE);
}

/* What is to be seen repeats nothing that is not. */
static gboolean
is_twice (const JueGlyph *a, const JueGlyph *b)
{
  gint32 reach = twice_reach (a);
  gboolean appears = !(a->flags & JUE_GLYPH_INVISIBLE) && (b->flags & JUE_GLYPH_INVISIBLE);
  return a->ch == b->ch && !appears && ABS (a->box.x0 - b->box.x0) <= reach && ABS (a->box.y0 - b->box.y0) <= reach
         && ABS (a->size - b->size) * 10 <= a->size;
}

/* Glyphs by character and square. Squares hold index + 1 of a last glyph; chain links those before it. */
typedef struct {
  guint size; /* a power of two */
  guint *last, *chain;
} Squares;

/* Whether a glyph before this one is the same, looking into all squares within reach: mostly but one. */
static gboolean
has_twin (const JuePage *page, const Squares *squares, const JueGlyph *g)
{
  gint32 reach = twice_reach (g);
  for (gint32 x = (g->box.x0 - reach) / TWICE_SQUARE; x <= (g->box.x0 + reach) / TWICE_SQUARE; x++)
    for (gint32 y = (g->box.y0 - reach) / TWICE_SQUARE; y <= (g->box.y0 + reach) / TWICE_SQUARE; y++)
      for (guint j = squares->last[twice_key (x, y, g->ch) & (squares->size - 1)]; j != 0; j = squares->chain[j - 1])
        if (is_twice (g, &g_array_index (page->glyphs, JueGlyph, j - 1)))
          return TRUE;
  return FALSE;
}

static void
mark_twice (JuePage *page)
{
  guint n = page->glyphs->len;
  Squares squares = { 64, NULL, NULL };
  while (squares.size < n * 2)
    squares.size *= 2;
  g_autofree guint *last = squares.last = g_new0 (guint, squares.size);
  g_autofree guint *chain = squares.chain = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++) {
    JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (g->ch == ' ')
      continue;
    if (has_twin (page, &squares, g))
      g->flags |= JUE_GLYPH_DUPLICATE;
    guint k = twice_key (g->box.x0 / TWICE_SQUARE, g->box.y0 / TWICE_SQUARE, g->ch) & (squares.size - 1);
    chain[i] = last[k];
    last[k] = i + 1;
  }
}

/* Private-use characters mean what their font says. The symbol fonts of Windows (U+F020 to U+F0FF) have bullets and ticks,
 * others may have anything. */
static gboolean
is_private (gunichar ch)
{
  return ch >= 0xE000 && ch < 0xF900 && !(ch >= 0xF020 && ch <= 0xF0FF);
}

/* Scripts that occur in Chinese reports; letters of any other come from a lost encoding. */
static gboolean
is_foreign (gunichar ch)
{
  if (ch < 0x250 || (ch >= 0x2000 && ch < 0xA000) || ch >= 0xF900 || (ch >= 0x370 && ch < 0x460))
    return FALSE;
  return g_unichar_isalpha (ch);
}

static void
diagnose (JuePage *page)
{
  guint unknown = 0, foreign = 0, letters = 0, high = 0, visible = 0;
  for (guint i = 0; i < page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (g->ch == ' ')
      continue;
    unknown += ((g->flags & JUE_GLYPH_NO_UNICODE) && g->reading != JUE_READS_SLANTED) || is_private (g->ch);
    visible += (g->flags & JUE_GLYPH_INVISIBLE) == 0;
    foreign += is_foreign (g->ch) ? 1 : 0;
    high += g->ch >= 0xA1 && g->ch < 0x250;
    letters++;
  }
  JueProv prov = { page->number, { 0, 0, 0, 0 } };
  if (unknown > 0 && (unknown >= UNKNOWN_LEAST || unknown * 100 >= letters * UNKNOWN_SHARE))
    jue_diagnoses_add (
        page->diagnoses, JUE_SEVERITY_WARNING, "text-unknown", prov,
        "%u of %u glyphs have no known character: their font has no map to Unicode, or one to private use", unknown,
        letters);
  if (letters >= UNKNOWN_LEAST && (foreign * 100 >= letters * FOREIGN_SHARE || high * 100 >= letters * FOREIGN_SHARE))
    jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_WARNING, "text-garbled", prov,
                       "%u of %u characters belong to scripts that do not fit: the text is probably garbled",
                       MAX (foreign, high), letters);
  if (letters > 0 && visible * 2 < letters)
    jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_INFO, "text-invisible", prov,
                       "%u of %u characters are invisible: the text layer of a scan, or hidden", letters - visible,
                       letters);
  if (letters == 0) {
    gboolean scan = page->images->len > 0; /* a blank page loses nothing, a scanned one does */
    page->status = JUE_PAGE_NO_TEXT;
    jue_diagnoses_add (page->diagnoses, scan ? JUE_SEVERITY_WARNING : JUE_SEVERITY_INFO, "no-text", prov, "%s",
                       scan ? "the page has no text, only pictures: a scan?" : "the page has no text");
  }
}

void
jue_text_cleanup (JuePage *page)
{
  mark_twice (page);
  diagnose (page);
}
