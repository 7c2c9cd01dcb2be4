/* Named limits: a page that exceeds one is left with a diagnosis, and the next one is read. */
#include <glib/gstdio.h>
#include <string.h>

#include "extract/error.h"
#include "extract/page-read.h"
#include "extract/pdf.h"
#include "normalize/sheet.h"
#include "tests/cunit-main.h"
#include "tests/tiny-pdf.h"

static char *path;

/* Writes a PDF of two pages: the first shows @many, the second one word. */
static gboolean
write_pages (const char *many)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *first = g_strdup_printf ("<< /Length %u >>\nstream\n%s\nendstream", (guint)strlen (many), many);
  const char *const objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [ 4 0 R 5 0 R ] /Count 2 /MediaBox [ 0 0 300 300 ] /Resources << /Font << /F1 3 0 R >> "
    "/XObject << /I 8 0 R >> >> >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>",
    "<< /Type /Page /Parent 2 0 R /Contents 7 0 R >>",
    first,
    "<< /Length 34 >>\nstream\nBT /F1 9 Tf 20 20 Td (word) Tj ET  \nendstream",
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\n"
    "stream\n0\nendstream",
  };
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    tiny_pdf_object (pdf, offsets, objects[i]);
  tiny_pdf_end (pdf, offsets);
  return g_file_set_contents (path, pdf->str, (gssize)pdf->len, NULL);
}

static JuePageSource *
open_repeated (const char *before, const char *operators, guint times, const char *after)
{
  g_autoptr (GString) content = g_string_new (before);
  for (guint i = 0; i < times; i++)
    g_string_append (content, operators);
  g_string_append (content, after);
  CU_ASSERT_TRUE_FATAL (write_pages (content->str));
  JuePageSource *source = jue_pdf_open (path, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  return source;
}

/* The first page fails at one more of @operators than @most, the second is read. */
static void
check_limit (const char *before, const char *operators, guint times, const char *after)
{
  g_autoptr (JuePageSource) source = open_repeated (before, operators, times, after);
  g_autoptr (JuePage) page = jue_page_source_next (source, NULL), next = jue_page_source_next (source, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (page);
  CU_ASSERT_PTR_NOT_NULL_FATAL (next);
  CU_ASSERT_EQUAL (page->status, JUE_PAGE_FAILED);
  CU_ASSERT_EQUAL (page->glyphs->len + page->rules->len + page->fills->len + page->images->len, 0);
  guint n = jue_diagnoses_length (page->diagnoses);
  CU_ASSERT_TRUE_FATAL (n > 0);
  CU_ASSERT_STRING_EQUAL (jue_diagnoses_get (page->diagnoses, n - 1)->code, "page-limit");
  CU_ASSERT_EQUAL (next->status, JUE_PAGE_OK);
  CU_ASSERT_EQUAL (next->glyphs->len, 4);
}

static void
test_glyphs (void)
{
  g_autofree char *string = g_strnfill (1000, 'x'), *show = g_strdup_printf ("(%s) Tj 0 -0.5 Td ", string);
  check_limit ("BT /F1 0.1 Tf 10 290 Td ", show, JUE_PAGE_MAX_GLYPHS / 1000 + 1, "ET");
}

static void
test_rules (void)
{
  check_limit ("0.1 w ", "9 9 m 99 9 l S ", JUE_PAGE_MAX_RULES + 1, "");
}

static void
test_fills (void)
{
  check_limit ("", "9 9 50 50 re f ", JUE_PAGE_MAX_FILLS + 1, "");
}

static void
test_images (void)
{
  check_limit ("30 0 0 30 9 9 cm ", "/I Do ", JUE_PAGE_MAX_IMAGES + 1, "");
}

/* What just fits is read. */
static void
test_fits (void)
{
  g_autoptr (JuePageSource) source = open_repeated ("0.1 w ", "9 9 m 99 9 l S ", JUE_PAGE_MAX_RULES, "");
  g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
  CU_ASSERT_EQUAL (page->rules->len, JUE_PAGE_MAX_RULES);
}

static void
test_fonts (void)
{
  g_autoptr (JuePage) page = jue_page_new (1, 100, 100, 0);
  for (guint i = 0; i < JUE_PAGE_MAX_FONTS + 9; i++) {
    g_autofree char *name = g_strdup_printf ("F%u", i);
    CU_ASSERT_EQUAL (jue_page_add_font (page, name, FALSE, FALSE), MIN (i, JUE_PAGE_MAX_FONTS - 1));
  }
  CU_ASSERT_EQUAL (page->fonts->len, JUE_PAGE_MAX_FONTS);
}

/* A side beyond the limit makes the page fail, not the document. */
static void
test_side (void)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  tiny_pdf_object (pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
  tiny_pdf_object (pdf, offsets, "<< /Type /Pages /Kids [ 3 0 R 4 0 R ] /Count 2 >>");
  tiny_pdf_object (pdf, offsets, "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 14401 9 ] >>");
  tiny_pdf_object (pdf, offsets, "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 14400 9 ] >>");
  tiny_pdf_end (pdf, offsets);
  g_autoptr (GBytes) bytes = g_bytes_new (pdf->str, pdf->len);
  g_autoptr (JuePageSource) source = jue_pdf_open_bytes (bytes, "sides.pdf", NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  g_autoptr (JuePage) page = jue_page_source_next (source, NULL), next = jue_page_source_next (source, NULL);
  CU_ASSERT_EQUAL (page->status, JUE_PAGE_FAILED);
  CU_ASSERT_STRING_EQUAL (jue_diagnoses_get (page->diagnoses, 0)->code, "page-size");
  CU_ASSERT_EQUAL (next->status, JUE_PAGE_NO_TEXT);
}

static void
test_pages (void)
{
  CU_ASSERT_TRUE_FATAL (tiny_pdf_write (path, JUE_PDF_MAX_PAGES + 1, ""));
  g_autoptr (GError) error = NULL;
  g_autoptr (JuePageSource) source = jue_pdf_open (path, NULL, &error);
  CU_ASSERT_PTR_NULL (source);
  CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_LIMIT));
}

/* Glyphs by the thousand in one place: neither the text layout nor a cell takes the square of their number. */
static void
test_one_cell (void)
{
  guint n = 100000;
  g_autoptr (JuePage) page = jue_page_new (1, 60000, 80000, 0);
  const JueBox sides[] = { { 1000, 1000, 50000, 1100 },
                           { 1000, 9000, 50000, 9100 },
                           { 1000, 1000, 1100, 9100 },
                           { 20000, 1000, 20100, 9100 },
                           { 49900, 1000, 50000, 9100 } };
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    JueRule rule = { .box = sides[i], .alpha = 255, .direction = i < 2 ? JUE_RULE_HORIZONTAL : JUE_RULE_VERTICAL };
    g_array_append_val (page->rules, rule);
  }
  for (guint i = 0; i < n; i++) {
    JueGlyph g = { .ch = 'a' + i % 26, .box = { 3000, 4000, 3500, 5000 }, .baseline = 4860, .size = 1000 };
    g_array_append_val (page->glyphs, g);
  }
  g_autoptr (JueDiagnoses) diagnoses = jue_diagnoses_new ();
  gint64 start = g_get_monotonic_time ();
  JueSheet *sheet = jue_sheet_new (page, NULL, diagnoses);
  CU_ASSERT_TRUE (g_get_monotonic_time () - start < 5 * G_USEC_PER_SEC);
  jue_sheet_free (sheet);
}

/* ---- streams ---- */

/* Error of a page stream with this between its root's tags; -1 if there is none. */
static gint
stream_error (const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      g_strdup_printf ("<pages xmlns=\"urn:juesuan:pages:1\" version=\"1\" name=\"a\" sha256=\"%064d\" "
                       "bytes=\"1\" pages=\"1\">%s</pages>",
                       0, content);
  CU_ASSERT_TRUE_FATAL (g_file_set_contents (path, text, -1, NULL));
  g_autoptr (JuePageSource) source = jue_page_reader_new (path, &error);
  while (source != NULL && error == NULL) {
    g_autoptr (JuePage) page = jue_page_source_next (source, &error);
    if (page == NULL)
      break;
  }
  return error != NULL ? error->code : -1;
}

static char *
repeat (const char *text, guint times)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < times; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *open = repeat ("<x>", 200), *close = repeat ("</x>", 200), *fits = g_strconcat (open, close, NULL);
  g_autofree char *deep = repeat ("<x>", 100000);
  CU_ASSERT_EQUAL (stream_error (fits), -1);
  CU_ASSERT_EQUAL (stream_error (deep), JUE_ERROR_INPUT);
}

static void
test_long_text (void)
{
  g_autofree char *value = g_strnfill (11 << 20, 'a'), *element = g_strdup_printf ("<x y=\"%s\"/>", value);
  CU_ASSERT_EQUAL (stream_error (element), JUE_ERROR_INPUT);
}

/* An entity that would grow to gigabytes is not expanded. */
static void
test_entities (void)
{
  const char *bomb =
      "<!DOCTYPE pages [<!ENTITY a \"aaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
      "<pages xmlns=\"urn:juesuan:pages:1\" version=\"1\" name=\"&d;&d;&d;&d;\"/>";
  g_autoptr (GError) error = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_set_contents (path, bomb, -1, NULL));
  g_autoptr (JuePageSource) source = jue_page_reader_new (path, &error);
  CU_ASSERT_PTR_NULL (source);
  CU_ASSERT_PTR_NOT_NULL (error);
}

static const JueTest tests[] = {
  { "a page with too many glyphs is left", test_glyphs },
  { "a page with too many rules is left", test_rules },
  { "a page with too many fills is left", test_fills },
  { "a page with too many pictures is left", test_images },
  { "a page that just fits is read", test_fits },
  { "fonts beyond the limit share the last place", test_fonts },
  { "a page that is too large is left", test_side },
  { "a file with too many pages is refused", test_pages },
  { "many glyphs in one place take no square of time", test_one_cell },
  { "a stream that is nested too deeply is refused", test_depth },
  { "a stream with too long a text is refused", test_long_text },
  { "entities do not grow", test_entities },
  { NULL, NULL },
};

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  if (folder == NULL)
    return 1;
  path = g_build_filename (folder, "input", NULL);
  int status = jue_test_main ("limits", tests);
  g_remove (path);
  g_rmdir (folder);
  g_free (path);
  return status;
}
