/* What Poppler's text layout gives to pages whose glyphs came without text, and to scans. */
#include <string.h>

#include "extract/pdf.h"
#include "tests/cunit-main.h"
#include "tests/folder.h"
#include "tests/tiny-pdf.h"

static char *folder;

#define MAP \
  "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n" \
  "1 beginbfrange <20> <7E> <0020> endbfrange endcmap end"

/* One page with a font that has a map to Unicode, or none. */
static gboolean
write_page (const char *path, const char *content, gboolean mapped)
{
  if (!mapped)
    return tiny_pdf_write_content (path, content);
  g_autofree char *map = g_strdup_printf ("<< /Length %u >>\nstream\n%s\nendstream", (guint)strlen (MAP), MAP);
  const char *font =
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>";
  return tiny_pdf_write_font (path, font, map, content);
}

/* Visible characters of a page that read in one direction, in the order of drawing. */
static char *
text_of (const char *path, JueReading reading, gboolean layout_only)
{
  JuePdfOptions options = { .layout_only = layout_only };
  g_autoptr (JuePageSource) source = jue_pdf_open (path, &options, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (g->reading == reading && !(g->flags & JUE_GLYPH_INVISIBLE))
      g_string_append_unichar (out, g->ch);
  }
  return g_string_free (out, FALSE);
}

static void
test_watermark (void)
{
  g_autoptr (GString) content = g_string_new ("BT /F1 60 Tf 0.7 0.7 -0.7 0.7 60 40 Tm (DRAFT) Tj ET\n"),
                      want = g_string_new (NULL);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  for (gint y = 290; y > 10; y -= 11) {
    g_string_append_printf (content, "BT /F1 9 Tf 20 %d Td (1234567890123456789012345678901234567890) Tj ET\n", y);
    g_string_append (want, "1234567890123456789012345678901234567890");
  }
  CU_ASSERT_TRUE_FATAL (write_page (path, content->str, FALSE));
  g_autofree char *got = text_of (path, JUE_READS_RIGHT, FALSE);
  CU_ASSERT_STRING_EQUAL (got, want->str);
}

/* A slanted string gets its characters from the layout, whichever quarter it reads to. */
static void
test_slanted (void)
{
  static const char *const matrices[] = {
    "0.7071 0.7071 -0.7071 0.7071 150 150", "0.94 0.34 -0.34 0.94 150 150",   "0.34 0.94 -0.94 0.34 150 150",
    "-0.94 0.34 -0.34 -0.94 150 150",       "-0.34 -0.94 0.94 -0.34 150 150", "0.7 -0.7 0.7 0.7 150 150",
  };
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (matrices); i++) {
    g_autofree char *content = g_strdup_printf ("BT /F1 14 Tf %s Tm (DRAFT2024) Tj ET", matrices[i]);
    CU_ASSERT_TRUE_FATAL (write_page (path, content, FALSE));
    g_autofree char *got = text_of (path, JUE_READS_SLANTED, FALSE);
    CU_ASSERT_STRING_EQUAL (got, "DRAFT2024");
  }
}

/* The layout lists a word once that is drawn twice in two sizes: so one sees which way was taken. */
static void
test_ways_differ (void)
{
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  CU_ASSERT_TRUE_FATAL (write_page (path, "BT /F1 20 Tf 60 40 Td (DRAFT) Tj /F1 20.4 Tf 0 0 Td (DRAFT) Tj ET", TRUE));
  g_autofree char *drawn = text_of (path, JUE_READS_RIGHT, FALSE), *laid = text_of (path, JUE_READS_RIGHT, TRUE);
  CU_ASSERT_STRING_EQUAL (drawn, "DRAFTDRAFT");
  CU_ASSERT_STRING_NOT_EQUAL (laid, "DRAFTDRAFT");
}

/* A scan in strips shows a page number besides, so that the page has visible text of its own. */
static void
test_strips (void)
{
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  g_autoptr (GString) content = g_string_new (NULL);
  for (guint i = 0; i < 10; i++)
    g_string_append_printf (content, "q 300 0 0 28 0 %u cm BI /W 1 /H 1 /CS /G /BPC 8 ID x\nEI Q\n", 20 + i * 28);
  g_string_append (content, "BT /F1 9 Tf 150 5 Td (7) Tj ET BT 3 Tr /F1 12 Tf 40 200 Td (SCANNED) Tj ET");
  CU_ASSERT_TRUE_FATAL (write_page (path, content->str, TRUE));
  g_autoptr (JuePageSource) source = jue_pdf_open (path, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
  g_autoptr (GString) layer = g_string_new (NULL);
  for (guint i = 0; i < page->glyphs->len; i++)
    if (g_array_index (page->glyphs, JueGlyph, i).flags & JUE_GLYPH_INVISIBLE)
      g_string_append_unichar (layer, g_array_index (page->glyphs, JueGlyph, i).ch);
  CU_ASSERT_STRING_EQUAL (layer->str, "SCANNED");
}

static const JueTest tests[] = {
  { "one way or the other is taken", test_ways_differ },
  { "slanted text gets its characters", test_slanted },
  { "a watermark leaves the text below it alone", test_watermark },
  { "a scan in strips has its text layer read", test_strips },
  { NULL, NULL },
};

int
main (void)
{
  folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  if (folder == NULL)
    return 1;
  int status = jue_test_main ("layout", tests);
  folder_remove (folder);
  g_free (folder);
  return status;
}
