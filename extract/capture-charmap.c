/* Fonts that name their glyphs by number only
 *
 * A font may be used with glyph numbers as codes (Identity-H) and without a map to Unicode. Poppler's layout then takes the
 * number for the character: 公 comes as ݀, and figures, whose numbers are small, as signs or not at all. The font program itself
 * often knows better: most are cut from fonts with a table of characters (cmap, or names), and that is read backwards.
 *
 * A font is read so if it is in the file, if the layout gives hardly any of its glyphs the character that its table does, and if
 * the table has nearly all of them. Fonts with an encoding that a reader knows agree with it nearly always. What was misread
 * also got into each other's places (some of it looks like Arabic, which reads from the right), so all such fonts of the page are
 * read then.
 *
 * Gets wrong: fonts cut without the table, or with one that was made up; they stay garbled, which the page says.
 */
#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include "extract/capture-private.h"

/* Most characters of a table that are read. */
#define TABLE_MOST 200000
/* A table replaces the layout if they agree in fewer glyphs of a page than this, and it has more than that (percent). */
#define AGREED_LEAST 20
#define KNOWN_LEAST 80

static gboolean
is_private (gulong ch)
{
  return (ch >= 0xE000 && ch < 0xF900) || ch >= 0xF0000;
}

static gboolean
is_radical (gulong ch)
{
  return ch >= 0x2E80 && ch < 0x2FE0;
}

/* Characters by glyph number. Of several the first one counts, but an ideograph more than the radical that looks like it. */
static GHashTable *
read_table (FT_Face face)
{
  GHashTable *chars = g_hash_table_new (NULL, NULL);
  FT_UInt glyph = 0;
  gulong ch = FT_Get_First_Char (face, &glyph);
  for (guint n = 0; glyph != 0 && n < TABLE_MOST; n++, ch = FT_Get_Next_Char (face, ch, &glyph)) {
    gulong known = GPOINTER_TO_SIZE (g_hash_table_lookup (chars, GUINT_TO_POINTER (glyph)));
    if (!is_private (ch) && (known == 0 || is_radical (known)))
      g_hash_table_insert (chars, GUINT_TO_POINTER (glyph), GSIZE_TO_POINTER (ch));
  }
  return chars;
}

static const JueCaptureBare *
bare_at (const JueCapture *self, guint i)
{
  return &g_array_index (self->bare, JueCaptureBare, i);
}

/* Whether the table contradicts the layout in most glyphs of a font, or the layout knows nothing of them. */
static gboolean
is_misread (const JueCapture *self, const JuePage *page, guint font, FT_Face face)
{
  guint n = 0, agreed = 0;
  for (guint i = 0; i < self->bare->len; i++) {
    const JueCaptureBare *bare = bare_at (self, i);
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, bare->glyph);
    if (bare->font != font)
      continue;
    n++;
    agreed += !(g->flags & JUE_GLYPH_NO_UNICODE) && FT_Get_Char_Index (face, g->ch) == bare->number;
  }
  return agreed * 100 < n * AGREED_LEAST;
}

/* Tables that were made up have ASCII characters for whatever the font shows: glyphs an em wide are none. */
static gboolean
is_made_up (const JueGlyph *g, gulong ch)
{
  return ch < 0x80 && (gint64)(g->box.x1 - g->box.x0) * 100 >= g->size * 98;
}

/* Whether the table has most glyphs of a font, and may be right. */
static gboolean
is_known (const JueCapture *self, const JuePage *page, guint font, GHashTable *chars)
{
  guint n = 0, known = 0;
  for (guint i = 0; i < self->bare->len; i++) {
    if (bare_at (self, i)->font != font)
      continue;
    n++;
    gulong ch = GPOINTER_TO_SIZE (g_hash_table_lookup (chars, GUINT_TO_POINTER (bare_at (self, i)->number)));
    known += ch != 0 && !is_made_up (&g_array_index (page->glyphs, JueGlyph, bare_at (self, i)->glyph), ch);
  }
  return known * 100 > n * KNOWN_LEAST;
}

/* What is not in the file was found on this machine, and its numbers mean something else. */
static gboolean
is_embedded (FT_Face face)
{
  return face->stream != NULL && face->stream->pathname.pointer == NULL;
}

static void
rename_glyphs (const JueCapture *self, JuePage *page, guint font, GHashTable *chars)
{
  for (guint i = 0; i < self->bare->len; i++) {
    if (bare_at (self, i)->font != font)
      continue;
    JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, bare_at (self, i)->glyph);
    gsize ch = GPOINTER_TO_SIZE (g_hash_table_lookup (chars, GUINT_TO_POINTER (bare_at (self, i)->number)));
    g->ch = ch != 0 ? (gunichar)ch : 0xFFFD;
    g->flags = (guint8)(ch != 0 ? g->flags & ~JUE_GLYPH_NO_UNICODE : g->flags | JUE_GLYPH_NO_UNICODE);
  }
}

/* A font's face, with its table of characters selected; NULL if it has none or is not in the file. */
typedef struct {
  cairo_scaled_font_t *scaled;
  FT_Face face;
  FT_CharMap before;
} Table;

static gboolean
table_open (Table *table, cairo_scaled_font_t *scaled)
{
  if (cairo_scaled_font_get_type (scaled) != CAIRO_FONT_TYPE_FT)
    return FALSE;
  *table = (Table){ scaled, cairo_ft_scaled_font_lock_face (scaled), NULL };
  if (table->face == NULL)
    return FALSE;
  table->before = table->face->charmap;
  if (is_embedded (table->face) && FT_Select_Charmap (table->face, FT_ENCODING_UNICODE) == 0)
    return TRUE;
  cairo_ft_scaled_font_unlock_face (scaled);
  return FALSE;
}

static void
table_close (Table *table)
{
  if (table->before != NULL)
    FT_Set_Charmap (table->face, table->before);
  cairo_ft_scaled_font_unlock_face (table->scaled);
}

static gboolean
font_is_misread (const JueCapture *self, const JuePage *page, guint font)
{
  Table table;
  if (!table_open (&table, g_ptr_array_index (self->bare_fonts, font)))
    return FALSE;
  gboolean misread = is_misread (self, page, font, table.face);
  if (misread) {
    g_autoptr (GHashTable) chars = read_table (table.face);
    misread = is_known (self, page, font, chars);
  }
  table_close (&table);
  return misread;
}

GHashTable *
jue_capture_table (cairo_scaled_font_t *scaled)
{
  Table table;
  if (!table_open (&table, scaled))
    return NULL;
  GHashTable *chars = read_table (table.face);
  table_close (&table);
  return chars;
}

static void
read_font (const JueCapture *self, JuePage *page, guint font)
{
  Table table;
  if (!table_open (&table, g_ptr_array_index (self->bare_fonts, font)))
    return;
  g_autoptr (GHashTable) chars = read_table (table.face);
  if (is_known (self, page, font, chars))
    rename_glyphs (self, page, font, chars);
  table_close (&table);
}

/* Number of the font that is at work, among those of the page. */
static guint
font_number (JueCapture *self, cairo_t *cr)
{
  cairo_font_face_t *face = cairo_get_font_face (cr);
  for (guint i = self->bare_fonts->len; i > 0; i--)
    if (cairo_scaled_font_get_font_face (g_ptr_array_index (self->bare_fonts, i - 1)) == face)
      return i - 1;
  g_ptr_array_add (self->bare_fonts, cairo_scaled_font_reference (cairo_get_scaled_font (cr)));
  return self->bare_fonts->len - 1;
}

void
jue_capture_note_bare (JueCapture *self, cairo_t *cr, gulong number)
{
  if (self->page->glyphs->len == 0 || self->bare_fonts->len >= JUE_PAGE_MAX_FONTS)
    return;
  JueCaptureBare bare = { self->page->glyphs->len - 1, (guint)number, font_number (self, cr) };
  g_array_append_val (self->bare, bare);
}

void
jue_capture_read_tables (const JueCapture *self, JuePage *page)
{
  gboolean misread = FALSE;
  for (guint i = 0; i < self->bare_fonts->len && !misread; i++)
    misread = font_is_misread (self, page, i);
  for (guint i = 0; misread && i < self->bare_fonts->len; i++)
    read_font (self, page, i);
}
