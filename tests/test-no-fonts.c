/* A machine without fonts: text in fonts that are not embedded is not drawn, and has to be read all the same. */
#include <glib/gstdio.h>
#include <string.h>

#include "extract/pdf.h"
#include "tests/cunit-main.h"

static const char no_fonts[] = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>";

static char *
visible_text (const char *path, gboolean *told)
{
  g_autoptr (JuePageSource) source = jue_pdf_open (path, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (page);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (!(g->flags & JUE_GLYPH_INVISIBLE))
      g_string_append_unichar (out, g->ch);
  }
  *told = FALSE;
  for (guint i = 0; i < jue_diagnoses_length (page->diagnoses); i++)
    *told |= g_str_equal (jue_diagnoses_get (page->diagnoses, i)->code, "font-missing");
  return g_string_free (out, FALSE);
}

static void
test_no_fonts (void)
{
  gboolean told;
  g_autofree char *text = visible_text (JUE_SOURCE_DIR "/samples/pages/y_no-embedding.pdf", &told);
  CU_ASSERT_STRING_EQUAL (text, "云岭市档案馆金额单位：万元1,234.56");
  CU_ASSERT_TRUE (told);
}

/* Not every invisible text is one of a missing font. */
static void
test_embedded (void)
{
  gboolean told;
  g_autofree char *text = visible_text (JUE_SOURCE_DIR "/samples/y_culture.pdf", &told);
  CU_ASSERT_TRUE (strlen (text) > 10);
  CU_ASSERT_FALSE (told);
}

static const JueTest tests[] = {
  { "text of missing fonts is read and told", test_no_fonts },
  { "embedded fonts need no others", test_embedded },
  { NULL, NULL },
};

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  if (folder == NULL)
    return 1;
  g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);
  if (!g_file_set_contents (path, no_fonts, -1, NULL) || !g_setenv ("FONTCONFIG_FILE", path, TRUE))
    return 1;
  int status = jue_test_main ("no-fonts", tests);
  g_remove (path);
  g_rmdir (folder);
  return status;
}
