#include "extract/page.h"

JuePage *
jue_page_new (guint number, gint32 width, gint32 height, guint rotation)
{
  JuePage *self = g_new0 (JuePage, 1);
  self->number = number;
  self->width = width;
  self->height = height;
  self->rotation = rotation;
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (JueGlyph));
  self->rules = g_array_new (FALSE, FALSE, sizeof (JueRule));
  self->fills = g_array_new (FALSE, FALSE, sizeof (JueFill));
  self->images = g_array_new (FALSE, FALSE, sizeof (JueImage));
  self->fonts = g_array_new (FALSE, FALSE, sizeof (JueFont));
  self->strings = g_string_chunk_new (256);
  self->diagnoses = jue_diagnoses_new ();
  return self;
}

void
jue_page_free (JuePage *self)
{
  if (self == NULL)
    return;
  g_array_free (self->glyphs, TRUE);
  g_array_free (self->rules, TRUE);
  g_array_free (self->fills, TRUE);
  g_array_free (self->images, TRUE);
  g_array_free (self->fonts, TRUE);
  g_string_chunk_free (self->strings);
  jue_diagnoses_free (self->diagnoses);
  g_free (self);
}

guint16
jue_page_add_font (JuePage *self, const char *name, gboolean bold, gboolean italic)
{
  name = g_string_chunk_insert_const (self->strings, name != NULL ? name : "");
  for (guint i = 0; i < self->fonts->len; i++) {
    const JueFont *f = &g_array_index (self->fonts, JueFont, i);
    if (f->name == name && f->bold == bold && f->italic == italic)
      return (guint16)i;
  }
  if (self->fonts->len >= JUE_PAGE_MAX_FONTS)
    return JUE_PAGE_MAX_FONTS - 1;
  JueFont font = { name, bold, italic };
  g_array_append_val (self->fonts, font);
  return (guint16)(self->fonts->len - 1);
}

gboolean
jue_page_lacks_font (const JuePage *self, const JueGlyph *glyph)
{
  return g_str_equal (g_array_index (self->fonts, JueFont, glyph->font).name, JUE_FONT_NOT_EMBEDDED);
}

void
jue_page_fail (JuePage *self, const char *code, const char *reason)
{
  JueProv prov = { self->number, { 0, 0, 0, 0 } };
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->rules, 0);
  g_array_set_size (self->fills, 0);
  g_array_set_size (self->images, 0);
  g_array_set_size (self->fonts, 0);
  self->status = JUE_PAGE_FAILED;
  jue_diagnoses_add (self->diagnoses, JUE_SEVERITY_WARNING, code, prov, "%s", reason);
}
