#include <stdio.h>

#include "extract/stream-read.h"
#include "tests/cunit-main.h"
#include "tests/page-stream-tools.h"

/* What comes from outside: page streams that claim to be what they are not. */

/* A stream with one page that holds the given elements. */
static char *
stream_of (const char *content)
{
  return g_strdup_printf ("<pages xmlns=\"" JUE_PAGE_STREAM_NS "\" version=\"1\" name=\"a.pdf\" sha256=\"" TEST_SHA256
                          "\" bytes=\"1\" pages=\"9\"><page number=\"1\" width=\"595.00\" height=\"842.00\">"
                          "<font name=\"\"/>%s</page></pages>",
                          content);
}

static gint
content_code (const char *content)
{
  g_autofree char *text = stream_of (content);
  return read_text_code (text, NULL);
}

static void
other_version_is_refused (void)
{
  g_autofree char *text = stream_of ("");
  g_autofree char *newer = test_replace (text, "version=\"1\" ", "version=\"2\" ");
  g_autofree char *without = test_replace (text, " version=\"1\" ", " ");
  g_autofree char *ns = test_replace (text, "pages:1", "pages:2");
  g_autofree char *newer_ns = test_replace (newer, "pages:1", "pages:2");
  CU_ASSERT_EQUAL (read_text_code (newer, NULL), JUE_ERROR_VERSION);
  CU_ASSERT_EQUAL (read_text_code (without, NULL), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (read_text_code (ns, NULL), JUE_ERROR_VERSION);
  CU_ASSERT_EQUAL (read_text_code (newer_ns, NULL), JUE_ERROR_VERSION);
}

static void
other_files_are_refused (void)
{
  CU_ASSERT_EQUAL (read_text_code ("", NULL), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (read_text_code ("%PDF-1.4", NULL), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (read_text_code ("<pages version=\"1\"/>", NULL), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (read_text_code ("<report xmlns=\"urn:juesuan:report:1\" version=\"1\"/>", NULL), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (read_code ("no/such/file", NULL), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (read_code (JUE_SOURCE_DIR, NULL), JUE_ERROR_INPUT);
  g_autofree char *text = stream_of ("");
  g_autofree char *tail = g_strconcat (text, "<more/>", NULL);
  CU_ASSERT_EQUAL (read_text_code (tail, NULL), JUE_ERROR_INPUT);
}

static void
entities_are_refused (void)
{
  g_autofree char *text = stream_of ("<diagnosis code=\"x\">&e;</diagnosis>");
  g_autofree char *with = g_strconcat ("<!DOCTYPE pages [<!ENTITY e \"a\">]>", text, NULL);
  CU_ASSERT_EQUAL (read_text_code (with, NULL), JUE_ERROR_INPUT);
  g_autofree char *plain = stream_of ("");
  g_autofree char *external = g_strconcat ("<!DOCTYPE pages SYSTEM \"file:///etc/passwd\">", plain, NULL);
  CU_ASSERT_EQUAL (read_text_code (external, NULL), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (read_text_code (plain, NULL), -1);
}

static void
unknown_is_skipped (void)
{
  g_autofree char *text =
      stream_of ("<new a=\"1\"><rule/>text<run>x</run></new><x:run xmlns:x=\"urn:x\">y</x:run><!-- c --><?p i?>"
                 "<run later=\"1\" font=\"0\" size=\"1.00\" baseline=\"0.00\" x=\"0.00 1.00\" y=\"-1.00 0.00\">"
                 "a<sub>b</sub></run><rule xmlns=\"\"/>");
  JuePage *page = read_only_page (text);
  CU_ASSERT_PTR_NOT_NULL_FATAL (page);
  CU_ASSERT_EQUAL (page->glyphs->len, 1);
  CU_ASSERT_EQUAL (page->rules->len, 0);
  jue_page_free (page);
}

#define RUN(attrs, text) "<run font=\"0\" size=\"1.00\" baseline=\"0.00\" " attrs ">" text "</run>"
#define XY "x=\"0.00 1.00\" y=\"0.00 1.00\""
static const char *const good_content[] = {
  RUN (XY, "a"), RUN (XY, "ab"), RUN (XY " code=\"000001\"", "&#xFFFD;"),
  "<rule box=\"-1.00 0.00 1.00 0.00\" direction=\"vertical\" origin=\"edge\" order=\"0\"/>"
};
static const char *const bad_content[] = {
  RUN (XY, ""),
  RUN ("x=\"0.00 1.00\"", "a"),
  RUN ("x=\"0.00 1.00 2.00\" y=\"0.00 1.00\"", "a"),
  RUN ("x=\"0.00 1.00 2.00 3.00 4.00\" y=\"0.00 1.00\"", "ab"),
  RUN ("x=\"0.00\" y=\"0.00 1.00\"", "a"),
  RUN ("x=\"\" y=\"0.00 1.00\"", "a"),
  RUN ("x=\"0.00 1.00 \" y=\"0.00 1.00\"", "a"),
  RUN ("x=\"0.00  1.00\" y=\"0.00 1.00\"", "a"),
  RUN ("x=\"0 1\" y=\"0.00 1.00\"", "a"),
  RUN ("x=\"NaN 1.00\" y=\"0.00 1.00\"", "a"),
  RUN ("x=\"0.00 1e9\" y=\"0.00 1.00\"", "a"),
  RUN ("x=\"0.00 inf\" y=\"0.00 1.00\"", "a"),
  RUN ("x=\"0.00 99999999.00\" y=\"0.00 1.00\"", "a"),
  RUN ("x=\"0.00 999999999999999999999.00\" y=\"0.00 1.00\"", "a"),
  RUN (XY " code=\"000041\"", "&#xFFFD;"),
  RUN (XY " code=\"00d800\"", "&#xFFFD;"),
  RUN (XY " code=\"110000\"", "&#xFFFD;"),
  RUN (XY " code=\"000001\"", "a"),
  RUN (XY " code=\"000001\"", "&#xFFFD;&#xFFFD;"),
  RUN (XY " rgb=\"-1\"", "a"),
  RUN (XY " rgb=\"1000000\"", "a"),
  RUN (XY " reading=\"sideways\"", "a"),
  RUN (XY " start=\"maybe\"", "a"),
  "<run font=\"1\" size=\"1.00\" baseline=\"0.00\" " XY ">a</run>",
  "<run font=\"-1\" size=\"1.00\" baseline=\"0.00\" " XY ">a</run>",
  "<run font=\"4294967296\" size=\"1.00\" baseline=\"0.00\" " XY ">a</run>",
  "<run font=\"99999999999999999999999999\" size=\"1.00\" baseline=\"0.00\" " XY ">a</run>",
  "<run font=\"\" size=\"1.00\" baseline=\"0.00\" " XY ">a</run>",
  "<run font=\"0\" size=\"655.36\" baseline=\"0.00\" " XY ">a</run>",
  "<run font=\"0\" size=\"-1.00\" baseline=\"0.00\" " XY ">a</run>",
  "<run font=\"0\" size=\"1.00\" baseline=\"\" " XY ">a</run>",
  "<rule box=\"1.00 0.00 0.00 0.00\" direction=\"vertical\" origin=\"edge\" order=\"0\"/>",
  "<rule box=\"0.00 0.00 1.00\" direction=\"vertical\" origin=\"edge\" order=\"0\"/>",
  "<rule box=\"0.00 0.00 1.00 1.00 2.00\" direction=\"vertical\" origin=\"edge\" order=\"0\"/>",
  "<rule direction=\"vertical\" origin=\"edge\" order=\"0\"/>",
  "<rule box=\"0.00 0.00 1.00 1.00\" direction=\"vertical\" origin=\"edge\" order=\"4294967296\"/>",
  "<rule box=\"0.00 0.00 1.00 1.00\" direction=\"vertical\" origin=\"edge\" order=\"-1\"/>",
  "<rule box=\"0.00 0.00 1.00 1.00\" direction=\"vertical\" origin=\"edge\"/>",
  "<rule box=\"0.00 0.00 1.00 1.00\" direction=\"vertical\" order=\"0\"/>",
  "<rule box=\"0.00 0.00 1.00 1.00\" direction=\"\" origin=\"edge\" order=\"0\"/>",
  "<fill box=\"0.00 0.00 1.00 1.00\" order=\"0\" alpha=\"256\"/>",
  "<image/>",
  "<font/>",
  "<font name=\"\" bold=\"1\"/>",
  "<diagnosis>no code</diagnosis>",
  "<diagnosis code=\"x\" severity=\"fatal\"/>",
  "<diagnosis code=\"x\" page=\"-1\"/>",
};

static void
hostile_content_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_content); i++)
    CU_ASSERT_EQUAL (content_code (good_content[i]), -1);
  for (guint i = 0; i < G_N_ELEMENTS (bad_content); i++) {
    gint code = content_code (bad_content[i]);
    if (code != JUE_ERROR_INPUT)
      fprintf (stderr, "not refused: %s\n", bad_content[i]);
    CU_ASSERT_EQUAL (code, JUE_ERROR_INPUT);
  }
}

static void
page_numbers_are_checked (void)
{
  static const char *const bad[] = { "number=\"0\"",
                                     "number=\"10\"",
                                     "number=\"-1\"",
                                     "number=\"\"",
                                     "number=\"1.0\"",
                                     "",
                                     "number=\"1\" rotation=\"45\"",
                                     "number=\"1\" rotation=\"360\"",
                                     "number=\"1\" status=\"fine\"" };
  g_autofree char *text = stream_of ("");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *changed = test_replace (text, "number=\"1\"", bad[i]);
    CU_ASSERT_EQUAL (read_text_code (changed, NULL), JUE_ERROR_INPUT);
  }
  g_autofree char *big = test_replace (text, "595.00", "14400.01");
  CU_ASSERT_EQUAL (read_text_code (big, NULL), JUE_ERROR_INPUT);
  g_autofree char *twice = test_replace (text, "</page>", "</page><page number=\"1\" width=\"1.00\" height=\"1.00\"/>");
  CU_ASSERT_EQUAL (read_text_code (twice, NULL), JUE_ERROR_INPUT);
  g_autofree char *gap = test_replace (text, "</page>", "</page><page number=\"9\" width=\"1.00\" height=\"1.00\"/>");
  CU_ASSERT_EQUAL (read_text_code (gap, NULL), -1);
}

static void
source_is_checked (void)
{
  g_autofree char *text = stream_of ("");
  static const char *const pairs[][2] = { { "bytes=\"1\"", "bytes=\"-1\"" },
                                          { "bytes=\"1\"", "bytes=\"99999999999999999999\"" },
                                          { "pages=\"9\"", "pages=\"4294967305\"" },
                                          { "pages=\"9\"", "" },
                                          { "name=\"a.pdf\"", "" },
                                          { "sha256=\"0", "sha256=\"" },
                                          { "sha256=\"0", "sha256=\"G" } };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *changed = test_replace (text, pairs[i][0], pairs[i][1]);
    CU_ASSERT_EQUAL (read_text_code (changed, NULL), JUE_ERROR_INPUT);
  }
}

/* A page with @n times the same element. */
static gint
many_code (const char *element, guint n)
{
  GString *content = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (content, element);
  gint code = content_code (content->str);
  g_string_free (content, TRUE);
  return code;
}

static void
limits_of_a_page_hold (void)
{
  const char *image = "<image box=\"0.00 0.00 1.00 1.00\"/>";
  CU_ASSERT_EQUAL (many_code (image, JUE_PAGE_MAX_IMAGES), -1);
  CU_ASSERT_EQUAL (many_code (image, JUE_PAGE_MAX_IMAGES + 1), JUE_ERROR_LIMIT);
  CU_ASSERT_EQUAL (many_code ("<font name=\"\"/>", JUE_PAGE_MAX_FONTS - 1), -1);
  CU_ASSERT_EQUAL (many_code ("<font name=\"\"/>", JUE_PAGE_MAX_FONTS), JUE_ERROR_LIMIT);
  const char *fill = "<fill box=\"0.00 0.00 1.00 1.00\" order=\"1\"/>";
  CU_ASSERT_EQUAL (many_code (fill, JUE_PAGE_MAX_FILLS + 1), JUE_ERROR_LIMIT);
  const char *rule = "<rule box=\"0.00 0.00 1.00 0.00\" direction=\"horizontal\" origin=\"fill\" order=\"1\"/>";
  CU_ASSERT_EQUAL (many_code (rule, JUE_PAGE_MAX_RULES + 1), JUE_ERROR_LIMIT);
  g_autofree char *glyphs = g_strnfill (1000, 'a');
  g_autofree char *run =
      g_strconcat ("<run font=\"0\" size=\"1.00\" baseline=\"0.00\" " XY ">", glyphs, "</run>", NULL);
  CU_ASSERT_EQUAL (many_code (run, JUE_PAGE_MAX_GLYPHS / 1000), -1);
  CU_ASSERT_EQUAL (many_code (run, JUE_PAGE_MAX_GLYPHS / 1000 + 1), JUE_ERROR_LIMIT);
}

static void
element_limit_holds (void)
{
  const char *text = "<r xmlns=\"urn:x:1\" version=\"1\"><a/><a><b/></a></r>";
  char *path = test_file (text, strlen (text));
  for (guint64 limit = 0; limit < 6; limit++) {
    g_autoptr (JueXmlIn) in = jue_xml_in_open (path, "r", "urn:x:1", 1, NULL);
    jue_xml_in_limit (in, limit);
    for (jue_xml_in_enter (in); jue_xml_in_next (in);)
      ;
    g_autoptr (GError) error = NULL;
    gboolean done = jue_xml_in_finish (in, &error);
    CU_ASSERT_EQUAL (done, limit == 0 || limit >= 3);
    CU_ASSERT_TRUE (done || error->code == JUE_ERROR_LIMIT);
  }
  test_file_remove (path);
}

static void
line_of_a_mistake_is_told (void)
{
  g_autofree char *text = stream_of ("\n\n<image/>\n");
  char *path = test_file (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (JuePageSource) pages = jue_page_reader_new (path, &error);
  CU_ASSERT_PTR_NULL (jue_page_source_next (pages, &error));
  CU_ASSERT_PTR_NOT_NULL_FATAL (error);
  CU_ASSERT_TRUE (g_str_has_prefix (error->message, "line 3: "));
  test_file_remove (path);
}

int
main (void)
{
  static const JueTest tests[] = {
    { "another version is refused", other_version_is_refused },
    { "other files are refused", other_files_are_refused },
    { "document types and entities are refused", entities_are_refused },
    { "unknown elements and attributes are skipped", unknown_is_skipped },
    { "hostile runs, boxes and numbers are refused", hostile_content_is_refused },
    { "page numbers and rotation are checked", page_numbers_are_checked },
    { "the source is checked", source_is_checked },
    { "the limits of a page hold", limits_of_a_page_hold },
    { "the limit of elements holds", element_limit_holds },
    { "the line of a mistake is told", line_of_a_mistake_is_told },
    { NULL, NULL },
  };
  return jue_test_main ("page-stream-input", tests);
}
