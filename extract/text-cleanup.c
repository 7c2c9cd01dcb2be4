#include "extract/text-cleanup.h"

/* Two glyphs are one drawn twice if they lie closer than this share of their size, percent. */
#define TWICE_WITHIN 18
/* A page is diagnosed if at least this share of its glyphs (percent) and this number have no meaning. */
#define UNKNOWN_SHARE 5
#define UNKNOWN_LEAST 20
/* Letters of scripts that no report is written in, percent of all letters, that show a lost encoding. */
#define FOREIGN_SHARE 20

static guint
twice_key (const JueGlyph *g, gint dx, gint dy)
{
  gint32 x = (g->box.x0 + g->box.x1) / 2 / 200 + dx, y = (g->box.y0 + g->box.y1) / 2 / 200 + dy;
  return (guint)x * 73856093u ^ (guint)y * 19349663u ^ g->ch * 83492791u;
}

static gboolean
is_twice (const JueGlyph *a, const JueGlyph *b)
{
  gint32 reach = MAX (a->size * TWICE_WITHIN / 100, 10);
  return a->ch == b->ch && ABS (a->box.x0 - b->box.x0) <= reach && ABS (a->box.y0 - b->box.y0) <= reach &&
         ABS (a->size - b->size) * 10 <= a->size;
}

/* Open hashing by character and place in squares of 2 points; a twin may lie in the square beside. */
static void
mark_twice (JuePage *page)
{
  guint n = page->glyphs->len, size = 64;
  while (size < n * 2)
    size *= 2;
  g_autofree guint *first = g_new0 (guint, size);
  g_autofree guint *chain = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++) {
    JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (g->ch == ' ')
      continue;
    for (gint d = 0; d < 9 && !(g->flags & JUE_GLYPH_DUPLICATE); d++) {
      guint k = twice_key (g, d % 3 - 1, d / 3 - 1) & (size - 1);
      for (guint j = first[k]; j != 0; j = chain[j - 1])
        if (is_twice (g, &g_array_index (page->glyphs, JueGlyph, j - 1))) {
          g->flags |= JUE_GLYPH_DUPLICATE;
          break;
        }
    }
    guint k = twice_key (g, 0, 0) & (size - 1);
    chain[i] = first[k];
    first[k] = i + 1;
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
    jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_WARNING, "text-unknown", prov,
                       "%u of %u glyphs have no known character: their font has no map to Unicode, or one to private use", unknown, letters);
  if (letters >= UNKNOWN_LEAST && (foreign * 100 >= letters * FOREIGN_SHARE || high * 100 >= letters * FOREIGN_SHARE))
    jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_WARNING, "text-garbled", prov,
                       "%u of %u characters belong to scripts that do not fit: the text is probably garbled",
                       MAX (foreign, high), letters);
  if (letters > 0 && visible * 2 < letters)
    jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_INFO, "text-invisible", prov,
                       "%u of %u characters are invisible: the text layer of a scan", letters - visible, letters);
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
