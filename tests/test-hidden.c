/* Text that nobody sees: what is marked, and what is said about it. */
#include <glib/gstdio.h>
#include <string.h>

#include "extract/pdf.h"
#include "tests/cunit-main.h"
#include "tests/tiny-pdf.h"

#define TEXT(y, words) "BT /F1 10 Tf 50 " y " Td (" words ") Tj ET\n"
#define PAINT(colour, y) colour " 40 " y " 200 20 re f 0 g\n"
#define WHITE "1 g"
#define BLUE "0.1 0.3 0.5 rg"

/* As many as capture-private.h has as JUE_CAPTURE_GROUNDS_MOST. */
#define GROUNDS_MOST 10000

static char *path; /* of the page at work */

static JuePage *
page_of (const char *content)
{
  CU_ASSERT_TRUE_FATAL (tiny_pdf_write_content (path, content));
  g_autoptr (JuePageSource) source = jue_pdf_open (path, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  return jue_page_source_next (source, NULL);
}

/* What of the page is seen, without blanks and doubles. */
static char *
seen (const JuePage *page)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (g->ch != ' ' && !(g->flags & (JUE_GLYPH_INVISIBLE | JUE_GLYPH_DUPLICATE)))
      g_string_append_unichar (out, g->ch);
  }
  return g_string_free (out, FALSE);
}

static const JueDiagnosis *
diagnosis (const JuePage *page, const char *code)
{
  for (guint i = 0; i < jue_diagnoses_length (page->diagnoses); i++)
    if (g_str_equal (jue_diagnoses_get (page->diagnoses, i)->code, code))
      return jue_diagnoses_get (page->diagnoses, i);
  return NULL;
}

static void
check (const char *content, const char *want, gboolean told)
{
  g_autoptr (JuePage) page = page_of (content);
  g_autofree char *got = seen (page);
  CU_ASSERT_STRING_EQUAL (got, want);
  CU_ASSERT_EQUAL (diagnosis (page, "text-hidden") != NULL, told);
}

static void
test_colour (void)
{
  check (WHITE "\n" TEXT ("150", "9.00") "0 g " TEXT ("100", "1.00"), "1.00", TRUE);
  check (PAINT (BLUE, "145") WHITE "\n" TEXT ("150", "9.00"), "9.00", FALSE);
  check (PAINT (BLUE, "145") PAINT (WHITE, "145") WHITE "\n" TEXT ("150", "9.00"), "", TRUE);
  check (PAINT (BLUE, "145") BLUE "\n" TEXT ("150", "9.00"), "", TRUE);
  check (PAINT (BLUE, "155") WHITE "\n" TEXT ("150", "9.00"), "9.00", FALSE); /* half on it */
}

static void
test_cover (void)
{
  check (TEXT ("150", "9.00") PAINT (WHITE, "145") TEXT ("100", "1.00"), "1.00", TRUE);
  check (PAINT (WHITE, "145") TEXT ("150", "9.00"), "9.00", FALSE);
  check (TEXT ("150", "9.00") PAINT (WHITE, "131"), "9.00", FALSE);                             /* its foot only */
  check (TEXT ("150", "9.00") "1 g 40 145 200 20 re 45 147 190 16 re f* 0 g\n", "9.00", FALSE); /* a frame */
}

/* What is written again above a cover is seen. */
static void
test_again (void)
{
  check (TEXT ("150", "9.00") PAINT (WHITE, "145") TEXT ("150", "9.00"), "9.00", TRUE);
}

static void
test_told (void)
{
  g_autoptr (JuePage) page =
      page_of (TEXT ("100", "1.00") TEXT ("150", "secret") PAINT (WHITE, "145") TEXT ("400", "above"));
  const JueDiagnosis *hidden = diagnosis (page, "text-hidden"), *outside = diagnosis (page, "text-outside");
  CU_ASSERT_PTR_NOT_NULL_FATAL (hidden);
  CU_ASSERT_PTR_NOT_NULL_FATAL (outside);
  CU_ASSERT_PTR_NOT_NULL (strstr (hidden->text, "secret"));
  CU_ASSERT_EQUAL (hidden->severity, JUE_SEVERITY_INFO);
  CU_ASSERT_EQUAL (hidden->prov.page, 1);
  CU_ASSERT_EQUAL (hidden->prov.box.x0, 5000);
  CU_ASSERT_TRUE (hidden->prov.box.y0 > 14000 && hidden->prov.box.y1 < 15500);
  CU_ASSERT_PTR_NOT_NULL (strstr (outside->text, "5 characters"));
}

/* Beyond the limit nothing is said about colours. */
static void
test_many_grounds (void)
{
  g_autoptr (GString) content = g_string_new (WHITE "\n");
  for (guint i = 0; i < GROUNDS_MOST; i++)
    g_string_append_printf (content, "%u %u 4 4 re f\n", 5 + i % 50 * 5, 200 + i / 50 % 20 * 4);
  g_autofree char *below = g_strconcat (content->str, TEXT ("150", "9.00"), NULL);
  check (below, "", TRUE);
  g_autofree char *beyond = g_strconcat (content->str, "0 0 9 9 re f\n", TEXT ("150", "9.00"), NULL);
  check (beyond, "9.00", FALSE);
}

static const JueTest tests[] = {
  { "text of the colour of its ground is hidden", test_colour },
  { "text under a plain rectangle is hidden", test_cover },
  { "what is written again above a cover is seen", test_again },
  { "hidden text is told with page, place and words", test_told },
  { "beyond the limit colours are left alone", test_many_grounds },
  { NULL, NULL },
};

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  if (folder == NULL)
    return 1;
  path = g_build_filename (folder, "hidden.pdf", NULL);
  int status = jue_test_main ("hidden", tests);
  g_remove (path);
  g_rmdir (folder);
  g_free (path);
  return status;
}
