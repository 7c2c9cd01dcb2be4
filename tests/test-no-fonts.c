/* A machine without fonts. Fonts that are not embedded are replaced by one of the program's own, so nothing is different; and
 * where that was not installed either (here: a copy of this test in a folder of its own), their text is not drawn, and has to be
 * read all the same. */
#include <glib/gstdio.h>
#include <string.h>

#include "extract/capture-font.h"
#include "extract/pdf.h"
#include "tests/cunit-main.h"

static const char no_fonts[] = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>";

static gboolean alone;

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
  CU_ASSERT_EQUAL (jue_blank_font (FALSE) == NULL, alone);
  CU_ASSERT_EQUAL (told, alone);
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

/* The last glyph of a string has the width that the file says, not a guess. */
static void
test_widths (void)
{
  g_autoptr (JuePageSource) source = jue_pdf_open (JUE_SOURCE_DIR "/samples/pages/y_no-embedding.pdf", NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (page);
  const JueGlyph *last = &g_array_index (page->glyphs, JueGlyph, page->glyphs->len - 1);
  CU_ASSERT_EQUAL (last->ch, '6');
  CU_ASSERT_TRUE (ABS (last->box.x1 - last->box.x0 - 667) <= 1); /* 556 thousandths of 12 points */
}

/* A font program that is none. */
static const char damaged[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 42>>stream\n"
    "BT /F 10 Tf 20 50 Td (Total 1,234.56) Tj ET\n"
    "endstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Lost/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 33"
    "/Widths[500 500]/FontDescriptor 6 0 R>>endobj\n"
    "6 0 obj<</Type/FontDescriptor/FontName/ABCDEF+Lost/Flags 32/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800"
    "/Descent -200/CapHeight 700/StemV 80/MissingWidth 500/FontFile2 7 0 R>>endobj\n"
    "7 0 obj<</Length 9>>stream\n"
    "no font!!\n"
    "endstream endobj\n"
    "trailer<</Root 1 0 R/Size 8>>\n"
    "%%EOF\n";

static void
test_damaged (void)
{
  gboolean told;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "juesuan-test-damaged.pdf", NULL);
  CU_ASSERT_TRUE_FATAL (g_file_set_contents (path, damaged, -1, NULL));
  g_autofree char *text = visible_text (path, &told);
  CU_ASSERT_STRING_EQUAL (text, "Total1,234.56");
  CU_ASSERT_TRUE (told);
  g_remove (path);
}

/* A copy of this program without the font beside it. */
static void
test_alone (void)
{
  g_autofree char *folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (folder, "test", NULL);
  g_autofree char *program = NULL;
  gsize length;
  int status = -1;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents ("/proc/self/exe", &program, &length, NULL));
  CU_ASSERT_TRUE_FATAL (g_file_set_contents_full (copy, program, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  char *arguments[] = { copy, (char *)"alone", NULL };
  CU_ASSERT_TRUE (
      g_spawn_sync (NULL, arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, NULL));
  CU_ASSERT_EQUAL (status, 0);
  g_remove (copy);
  g_rmdir (folder);
}

static const JueTest tests[] = {
  { "text of missing fonts is read", test_no_fonts },
  { "embedded fonts need no others", test_embedded },
  { "widths of missing fonts are the file's", test_widths },
  { "text of damaged fonts is read and told", test_damaged },
  { "without its own font the program reads it, too, and says so", test_alone },
  { NULL, NULL },
};

/* What holds without the program's own font. */
static const JueTest tests_alone[] = {
  { "text of missing fonts is read and told", test_no_fonts },
  { "embedded fonts need no others", test_embedded },
  { NULL, NULL },
};

int
main (int argc, char **argv)
{
  alone = argc > 1 && g_str_equal (argv[1], "alone");
  g_autofree char *folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  if (folder == NULL)
    return 1;
  g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);
  if (!g_file_set_contents (path, no_fonts, -1, NULL) || !g_setenv ("FONTCONFIG_FILE", path, TRUE))
    return 1;
  int status = jue_test_main (alone ? "no-fonts-alone" : "no-fonts", alone ? tests_alone : tests);
  g_remove (path);
  g_rmdir (folder);
  return status;
}
