/* Characters of glyphs that came without text are remembered: pages whose glyphs are all known need no layout, and come out as
 * they would with it. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "extract/capture-font.h"
#include "extract/capture-private.h"
#include "extract/pdf.h"
#include "tests/cunit-main.h"
#include "tests/tiny-pdf.h"

static guint layouts; /* how often Poppler's text layout was asked */

gboolean
poppler_page_get_text_layout (PopplerPage *page, PopplerRectangle **boxes, guint *n)
{
  typedef gboolean (*LayoutFunc) (PopplerPage *, PopplerRectangle **, guint *);
  layouts++;
  return ((LayoutFunc)jue_capture_library (&(gsize){ 0 }, "poppler_page_get_text_layout")) (page, boxes, n);
}

/* ---- whole documents ---- */

static char *
text_of (const JuePage *page)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (!(g->flags & JUE_GLYPH_INVISIBLE))
      g_string_append_unichar (out, g->ch);
  }
  return g_string_free (out, FALSE);
}

/* The text of one page that is read alone. */
static char *
text_alone (const char *path, guint number, guint pages)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 1; i <= pages; i++)
    if (i != number)
      g_array_append_val (others, i);
  JuePdfOptions options = { .skip_pages = others };
  g_autoptr (JuePageSource) source = jue_pdf_open (path, &options, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  for (;;) {
    g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (page);
    if (page->number == number)
      return text_of (page);
  }
}

static void
test_document (void)
{
  const char *path = JUE_SOURCE_DIR "/samples/y_seeds-budget.pdf";
  g_autoptr (JuePageSource) source = jue_pdf_open (path, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  layouts = 0;
  for (guint i = 0; i < source->info.pages; i++) {
    g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
    g_ptr_array_add (texts, text_of (page));
  }
  CU_ASSERT_TRUE (layouts >= 1 && layouts * 2 <= texts->len);
  for (guint i = 0; i < texts->len; i++) {
    guint before = layouts;
    g_autofree char *alone = text_alone (path, i + 1, texts->len);
    CU_ASSERT_STRING_EQUAL (alone, g_ptr_array_index (texts, i));
    CU_ASSERT_TRUE (layouts > before);
  }
}

/* ---- fonts that are not in the file ---- */

/* What a page shows in a simple font that is not in the file. */
static char *
text_in_font (const char *font, const char *text)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("juesuan-known-XXXXXX.pdf", &path, NULL);
  CU_ASSERT_TRUE_FATAL (fd >= 0);
  close (fd);
  g_autofree char *content = g_strdup_printf ("BT /F1 12 Tf 72 100 Td (%s) Tj ET", text);
  CU_ASSERT_TRUE_FATAL (tiny_pdf_write_font (path, font, NULL, content));
  layouts = 0;
  g_autoptr (JuePageSource) source = jue_pdf_open (path, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
  g_remove (path);
  return text_of (page);
}

#define DESCRIPTOR                                                                                                     \
  "/FontDescriptor << /MissingWidth 500 /Type /FontDescriptor /FontName /Absent "                                      \
  "/FontBBox [ 0 -200 1000 900 ] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 "

static void
test_missing_font (void)
{
  const char *latin =
      "<< /Type /Font /Subtype /TrueType /BaseFont /Absent /Encoding /WinAnsiEncoding " DESCRIPTOR "/Flags 32 >> >>";
  g_autofree char *figures = text_in_font (latin, "- 1,234.56% 7/8 90:");
  CU_ASSERT_STRING_EQUAL (figures, "- 1,234.56% 7/8 90:");
  CU_ASSERT_EQUAL (layouts, 0);
  g_autofree char *words = text_in_font (latin, "Total 12");
  CU_ASSERT_STRING_EQUAL (words, "Total 12");
  CU_ASSERT_EQUAL (layouts, 1);
}

/* Codes that the encoding has no name for come with a number beyond all glyphs, and are as wide as they were. */
static void
test_nameless (void)
{
  JueCaptureFont font = { .blank = TRUE };
  CU_ASSERT_EQUAL (jue_capture_known (&font, G_MAXUINT32), 0);
  CU_ASSERT_EQUAL (jue_capture_known (&font, JUE_BLANK_FIRST + '9'), '9');
  CU_ASSERT_EQUAL (jue_capture_known (&font, JUE_BLANK_FIRST), 0);
  CU_ASSERT_EQUAL (jue_capture_known (&font, 1), 0);
}

/* A composite font's glyph numbers are those of another font: nothing is known of them. */
static void
test_missing_composite (void)
{
  const char *font =
      "<< /Type /Font /Subtype /Type0 /BaseFont /Absent /Encoding /Identity-H /DescendantFonts [ << /Type "
      "/Font /Subtype /CIDFontType2 /BaseFont /Absent /CIDSystemInfo << /Registry (Adobe) /Ordering "
      "(Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Absent /Flags 4 "
      "/FontBBox [ 0 -200 1000 900 ] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 "
      ">> >> ] >>";
  g_autofree char *text = text_in_font (font, "\\001\\061\\001\\062");
  CU_ASSERT_EQUAL (layouts, 1);
  CU_ASSERT_PTR_NULL (strpbrk (text, "0123456789"));
}

/* ---- learning ---- */

typedef struct {
  JueCapture *capture;
  JueCaptureFont *font;
  JuePage *page;
  GHashTable *ligatures;
} Lesson;

/* A font that is none of a file, so that only what is taught can be known. */
static void
lesson_begin (Lesson *self)
{
  cairo_matrix_t unit;
  cairo_matrix_init_identity (&unit);
  self->capture = jue_capture_new ();
  self->page = jue_page_new (1, 10000, 10000, 0);
  self->ligatures = g_hash_table_new (NULL, NULL);
  self->font = g_new0 (JueCaptureFont, 1);
  self->font->face = cairo_user_font_face_create ();
  self->font->advances = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (self->capture->fonts, self->font->face, self->font);
  cairo_font_options_t *options = cairo_font_options_create ();
  g_ptr_array_add (self->capture->bare_fonts, cairo_scaled_font_create (self->font->face, &unit, &unit, options));
  cairo_font_options_destroy (options);
}

static void
lesson_end (Lesson *self)
{
  g_hash_table_unref (self->ligatures);
  jue_page_free (self->page);
  jue_capture_free (self->capture);
}

/* One page on which the layout had this character for a glyph. */
static void
teach (Lesson *self, guint number, gunichar ch, JueReading reading, gboolean ligature)
{
  JueGlyph glyph = { .ch = ch, .reading = (guint8)reading };
  JueCaptureBare bare = { 0, number, 0 };
  g_array_set_size (self->page->glyphs, 0);
  g_array_append_val (self->page->glyphs, glyph);
  g_array_set_size (self->capture->bare, 0);
  g_array_append_val (self->capture->bare, bare);
  g_hash_table_remove_all (self->ligatures);
  if (ligature)
    g_hash_table_add (self->ligatures, GUINT_TO_POINTER (0));
  jue_capture_learn (self->capture, self->page, self->ligatures);
}

static void
test_twice (void)
{
  Lesson lesson;
  lesson_begin (&lesson);
  CU_ASSERT_EQUAL (jue_capture_known (lesson.font, 7), 0);
  teach (&lesson, 7, '3', JUE_READS_RIGHT, FALSE);
  CU_ASSERT_EQUAL (jue_capture_known (lesson.font, 7), 0);
  teach (&lesson, 7, '3', JUE_READS_RIGHT, FALSE);
  CU_ASSERT_EQUAL (jue_capture_known (lesson.font, 7), '3');
  CU_ASSERT_EQUAL (jue_capture_known (lesson.font, 8), 0);
  lesson_end (&lesson);
}

static void
test_contradicted (void)
{
  Lesson lesson;
  lesson_begin (&lesson);
  teach (&lesson, 7, '3', JUE_READS_RIGHT, FALSE);
  teach (&lesson, 7, '3', JUE_READS_RIGHT, FALSE);
  teach (&lesson, 7, '8', JUE_READS_RIGHT, FALSE);
  for (guint i = 0; i < 3; i++) {
    teach (&lesson, 7, '8', JUE_READS_RIGHT, FALSE);
    CU_ASSERT_EQUAL (jue_capture_known (lesson.font, 7), 0);
  }
  lesson_end (&lesson);
}

static void
test_not_learnt (void)
{
  Lesson lesson;
  lesson_begin (&lesson);
  for (guint i = 0; i < 3; i++) {
    teach (&lesson, 0, '3', JUE_READS_RIGHT, FALSE);
    teach (&lesson, 5, '5', JUE_READS_SLANTED, FALSE);
    teach (&lesson, 6, 'f', JUE_READS_RIGHT, i == 1);
  }
  CU_ASSERT_EQUAL (jue_capture_known (lesson.font, 0), 0);
  CU_ASSERT_EQUAL (jue_capture_known (lesson.font, 5), 0);
  CU_ASSERT_EQUAL (jue_capture_known (lesson.font, 6), 0);
  lesson_end (&lesson);
}

static const JueTest tests[] = {
  { "a document needs the layout for its first pages only", test_document },
  { "figures of a missing font are known by their numbers", test_missing_font },
  { "numbers beyond all glyphs are no figures", test_nameless },
  { "numbers of a composite font are no figures", test_missing_composite },
  { "what was said twice is believed", test_twice },
  { "what was contradicted never is", test_contradicted },
  { "ligatures, slanted glyphs and the glyph for missing ones are not learnt", test_not_learnt },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("known", tests);
}
