/* Characters of glyphs that came without text, remembered from page to page
 *
 * Poppler's text layout costs more than drawing a page. But most glyphs of a font without a ToUnicode map have been seen on the
 * pages before, and what the layout said of them there holds on: a font program with its encoding has one character for a
 * glyph. So each page that went through the layout teaches its glyphs, and a page of which all glyphs are known needs none.
 *   1. A character is believed when the layout has said it twice, and never again once it has said another one.
 *   2. The font program's own table of characters (capture-charmap.c) is believed for all other glyphs if it had what the layout
 *      said of the first few, without exception.
 *   3. Of fonts that are not in the file, the figures are known by their numbers in the font that stands for them
 *      (capture-font.h); of nothing else, since all such fonts share it.
 * Not learnt: glyphs that stand for several characters, the glyph for what a font lacks, and slanted ones.
 */
#include "extract/capture-font.h"
#include "extract/capture-private.h"

/* Glyphs that a font's table has to have right before it is believed. */
#define AGREED_LEAST 4

/* What is remembered of a glyph: its character in the upper bits, and how sure that is. */
#define SURE_BITS 2
enum {
  HEARD = 1,
  BELIEVED = 2,
  CONTRADICTED = 3,
};

struct JueCaptureKnown {
  GHashTable *chars; /* glyph number → what is remembered */
  GHashTable *table; /* the font's own: glyph number → character; NULL: it has none, or not been asked for it */
  guint agreed;      /* glyphs of which table and layout say the same */
  gboolean differs;  /* they have said different things */
};

static JueCaptureKnown *
known_new (cairo_scaled_font_t *scaled)
{
  JueCaptureKnown *self = g_new0 (JueCaptureKnown, 1);
  self->chars = g_hash_table_new (NULL, NULL);
  self->table = jue_capture_table (scaled);
  return self;
}

void
jue_capture_known_free (JueCaptureKnown *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->chars);
  g_clear_pointer (&self->table, g_hash_table_unref);
  g_free (self);
}

static guint
look_up (GHashTable *table, gulong number)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, GSIZE_TO_POINTER (number)));
}

static gunichar
character (guint known)
{
  return known >> SURE_BITS;
}

static guint
sureness (guint known)
{
  return known & ((1u << SURE_BITS) - 1);
}

gunichar
jue_capture_known (const JueCaptureFont *font, gulong number)
{
  const JueCaptureKnown *self = font->known;
  if (font->blank)
    return jue_blank_figure (number);
  if (self == NULL)
    return 0;
  guint known = look_up (self->chars, number);
  if (sureness (known) == BELIEVED)
    return character (known);
  if (sureness (known) == CONTRADICTED || self->table == NULL || self->differs || self->agreed < AGREED_LEAST)
    return 0;
  return look_up (self->table, number);
}

static void
compare (JueCaptureKnown *self, guint number, gunichar ch)
{
  guint told = self->table != NULL ? look_up (self->table, number) : 0;
  if (told == ch)
    self->agreed++;
  else if (told != 0)
    self->differs = TRUE;
}

static void
learn (JueCaptureKnown *self, guint number, gunichar ch, gboolean one)
{
  guint before = look_up (self->chars, number), sure = HEARD;
  if (before == 0)
    compare (self, number, ch);
  if (!one || (before != 0 && character (before) != ch))
    sure = CONTRADICTED;
  else if (before != 0)
    sure = MAX (sureness (before), BELIEVED);
  g_hash_table_insert (self->chars, GUINT_TO_POINTER (number), GUINT_TO_POINTER (ch << SURE_BITS | sure));
}

void
jue_capture_learn (JueCapture *self, const JuePage *page, GHashTable *ligatures)
{
  for (guint i = 0; i < self->bare->len; i++) {
    const JueCaptureBare *bare = &g_array_index (self->bare, JueCaptureBare, i);
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, bare->glyph);
    cairo_scaled_font_t *scaled = g_ptr_array_index (self->bare_fonts, bare->font);
    JueCaptureFont *font = g_hash_table_lookup (self->fonts, cairo_scaled_font_get_font_face (scaled));
    if (font == NULL || font->blank || bare->number == 0 || g->reading == JUE_READS_SLANTED
        || (g->flags & JUE_GLYPH_NO_UNICODE))
      continue;
    if (font->known == NULL)
      font->known = known_new (scaled);
    learn (font->known, bare->number, g->ch, !g_hash_table_contains (ligatures, GUINT_TO_POINTER (bare->glyph)));
  }
}
