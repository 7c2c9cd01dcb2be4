/* What is remembered of fonts from page to page: name and style, which each page lists, and the widths of glyphs. */
#include <cairo-ft.h>
#include <ft2build.h>
#include <math.h>
#include <string.h>
#include FT_FREETYPE_H

#include "extract/capture-font.h"
#include "extract/capture-private.h"

/* Glyphs of a font that is not a subset, at least. */
#define WHOLE_FONT 3000
/* Fonts whose widths are remembered; beyond, the memory starts anew. */
#define FONTS_MOST 128

static void
capture_font_free (gpointer data)
{
  JueCaptureFont *font = data;
  g_hash_table_unref (font->advances);
  jue_capture_known_free (font->known);
  cairo_font_face_destroy (font->face);
  g_free (font->name);
  g_free (font);
}

GHashTable *
jue_capture_fonts_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, capture_font_free);
}

/* Reads name and style from the font program, where there is one. */
static void
read_style (JueCaptureFont *font, cairo_scaled_font_t *scaled)
{
  if (cairo_scaled_font_get_type (scaled) != CAIRO_FONT_TYPE_FT)
    return;
  FT_Face face = cairo_ft_scaled_font_lock_face (scaled);
  if (face == NULL)
    return;
  const char *name = FT_Get_Postscript_Name (face);
  if (name == NULL)
    name = face->family_name;
  if (name != NULL && strlen (name) > 7 && name[6] == '+')
    name += 7;
  font->blank = g_strcmp0 (face->family_name, JUE_BLANK_FAMILY) == 0;
  font->bold = (face->style_flags & FT_STYLE_FLAG_BOLD) != 0 || (name != NULL && strstr (name, "Bold") != NULL);
  font->italic = (face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
  font->whole = !font->blank && face->num_glyphs >= WHOLE_FONT;
  if (name != NULL)
    font->name = font->blank ? g_strdup (JUE_FONT_NOT_EMBEDDED) : g_utf8_make_valid (name, -1);
  cairo_ft_scaled_font_unlock_face (scaled);
}

JueCaptureFont *
jue_capture_font (JueCapture *self, cairo_t *cr)
{
  cairo_font_face_t *face = cairo_get_font_face (cr);
  JueCaptureFont *font = g_hash_table_lookup (self->fonts, face);
  if (font == NULL) {
    if (g_hash_table_size (self->fonts) >= FONTS_MOST)
      g_hash_table_remove_all (self->fonts);
    font = g_new0 (JueCaptureFont, 1);
    font->face = cairo_font_face_reference (face);
    font->advances = g_hash_table_new (NULL, NULL);
    self->deaf = TRUE;
    read_style (font, cairo_get_scaled_font (cr));
    self->deaf = FALSE;
    g_hash_table_insert (self->fonts, face, font);
  }
  if (font->page != self->page || font->page_number != self->page->number) {
    font->page = self->page;
    font->page_number = self->page->number;
    font->index = jue_page_add_font (self->page, font->name, font->bold, font->italic);
  }
  return font;
}

double
jue_capture_advance (JueCapture *self, cairo_t *cr, JueCaptureFont *font, gulong index, gboolean *inked)
{
  gpointer known;
  if (g_hash_table_lookup_extended (font->advances, GSIZE_TO_POINTER (index), NULL, &known)) {
    if (inked != NULL)
      *inked = GPOINTER_TO_INT (known) & 1;
    return (GPOINTER_TO_INT (known) >> 1) / 1000.0;
  }
  cairo_matrix_t m;
  cairo_text_extents_t extents;
  cairo_glyph_t glyph = { index, 0, 0 };
  cairo_get_font_matrix (cr, &m);
  self->deaf = TRUE;
  cairo_scaled_font_glyph_extents (cairo_get_scaled_font (cr), &glyph, 1, &extents);
  self->deaf = FALSE;
  double em = hypot (m.xx, m.yx);
  double advance = em > 0 ? hypot (extents.x_advance, extents.y_advance) / em : 0;
  if (!isfinite (advance) || advance < 0.05 || advance > 4)
    advance = 0.5;
  gboolean ink = extents.width > 0 || extents.height > 0;
  gint value = (gint)lround (advance * 1000) * 2 + (ink ? 1 : 0);
  g_hash_table_insert (font->advances, GSIZE_TO_POINTER (index), GINT_TO_POINTER (value));
  if (inked != NULL)
    *inked = ink;
  return advance;
}
