#include <stdio.h>
#include <stdlib.h>

#include "normalize/report-read.h"
#include "normalize/report-write.h"
#include "tests/cunit-main.h"
#include "tests/report-make.h"
#include "tests/report-same.h"

static gboolean
append_bytes (gpointer data, const char *bytes, gsize length, GError **error)
{
  (void)error;
  g_string_append_len (data, bytes, (gssize)length);
  return TRUE;
}

static char *
write_report (const JueReport *report)
{
  GString *text = g_string_new (NULL);
  CU_ASSERT_TRUE (jue_report_write (report, append_bytes, text, NULL));
  return g_string_free (text, FALSE);
}

static JueReport *
read_bytes (const char *bytes, gsize length, gint *code)
{
  char *path = test_file (bytes, length);
  g_autoptr (GError) error = NULL;
  JueReport *report = jue_report_read (path, &error);
  CU_ASSERT_TRUE ((report == NULL) == (error != NULL));
  CU_ASSERT_TRUE (error == NULL || error->domain == JUE_ERROR);
  *code = error != NULL ? error->code : -1;
  test_file_remove (path);
  return report;
}

/* The code of the failure, or -1. */
static gint
read_code (const char *bytes, gsize length)
{
  gint code;
  jue_report_free (read_bytes (bytes, length, &code));
  return code;
}

static char *
some_stream (guint32 seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  g_autoptr (JueReport) report = make_report (rand);
  g_rand_free (rand);
  return write_report (report);
}

/* A stream with the given elements behind the source. */
static char *
stream_of (const char *content)
{
  return g_strdup_printf ("<report xmlns=\"" JUE_REPORT_STREAM_NS
                          "\" version=\"1\"><source name=\"a.pdf\" sha256=\"" TEST_SHA256
                          "\" bytes=\"1\" pages=\"9\"/>%s</report>",
                          content);
}

static gint
content_code (const char *content)
{
  g_autofree char *text = stream_of (content);
  return read_code (text, strlen (text));
}

static void
round_trip (void)
{
  GRand *rand = g_rand_new_with_seed (20240602);
  for (guint i = 0; i < 300; i++) {
    g_autoptr (JueReport) report = make_report (rand);
    g_autofree char *text = write_report (report);
    gint code;
    g_autoptr (JueReport) back = read_bytes (text, strlen (text), &code);
    CU_ASSERT_PTR_NOT_NULL_FATAL (back);
    CU_ASSERT_TRUE (same_report (report, back));
    g_autofree char *again = write_report (back);
    CU_ASSERT_STRING_EQUAL (text, again);
    if (i < 60)
      CU_ASSERT_TRUE (test_is_valid (text, "report-stream.rng"));
  }
  g_rand_free (rand);
}

static void
unclean_strings_are_replaced_and_told (void)
{
  JueSource source = { (char *)"\xff.pdf", TEST_SHA256, 1, 1 };
  g_autoptr (JueReport) report = jue_report_new (&source);
  report->title = "a\001b\xed\xa0\x80";
  g_autofree char *text = write_report (report);
  gint code;
  g_autoptr (JueReport) back = read_bytes (text, strlen (text), &code);
  CU_ASSERT_PTR_NOT_NULL_FATAL (back);
  CU_ASSERT_STRING_EQUAL (back->source.name, "\357\277\275.pdf");
  CU_ASSERT_STRING_EQUAL (back->title, "a\357\277\275b\357\277\275");
  CU_ASSERT_EQUAL_FATAL (jue_diagnoses_length (back->diagnoses), 1);
  CU_ASSERT_STRING_EQUAL (jue_diagnoses_get (back->diagnoses, 0)->code, "character-replaced");
  g_autofree char *again = write_report (back);
  CU_ASSERT_STRING_EQUAL (text, again);
}

static void
cut_stream_is_refused (void)
{
  g_autofree char *text = some_stream (11);
  gsize end = (gsize)(g_strrstr (text, "</report>") - text) + strlen ("</report>");
  for (gsize cut = 0; cut<end; cut += cut> 3000 && cut < end - 300 ? 11 : 1)
    CU_ASSERT_EQUAL (read_code (text, cut), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (read_code (text, strlen (text)), -1);
}

static void
damaged_bytes_do_not_crash (void)
{
  GRand *rand = g_rand_new_with_seed (4);
  for (guint32 i = 0; i < 3000; i++) {
    g_autofree char *text = some_stream (i % 10);
    gsize length = strlen (text);
    for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
      text[g_rand_int_range (rand, 0, (gint32)length)] =
          "0123456789-.<>/\"&;= xy\001\377"[g_rand_int_range (rand, 0, 24)];
    gint code = read_code (text, length);
    CU_ASSERT_TRUE (code == -1 || code == JUE_ERROR_INPUT || code == JUE_ERROR_VERSION || code == JUE_ERROR_LIMIT);
  }
  g_rand_free (rand);
}

static void
other_version_is_refused (void)
{
  g_autofree char *text = stream_of ("");
  g_autofree char *newer = test_replace (text, "version=\"1\"", "version=\"2\"");
  g_autofree char *zero = test_replace (text, "version=\"1\"", "version=\"\"");
  g_autofree char *without = test_replace (text, "version=\"1\"", "");
  g_autofree char *ns = test_replace (text, "report:1", "report:2");
  g_autofree char *pages = test_replace (text, "report:1", "pages:1");
  CU_ASSERT_EQUAL (read_code (text, strlen (text)), -1);
  CU_ASSERT_EQUAL (read_code (newer, strlen (newer)), JUE_ERROR_VERSION);
  CU_ASSERT_EQUAL (read_code (zero, strlen (zero)), JUE_ERROR_VERSION);
  CU_ASSERT_EQUAL (read_code (without, strlen (without)), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (read_code (ns, strlen (ns)), JUE_ERROR_VERSION);
  CU_ASSERT_EQUAL (read_code (pages, strlen (pages)), JUE_ERROR_INPUT);
}

static void
unknown_is_skipped (void)
{
  g_autofree char *text =
      stream_of ("<later rule=\"x\"><form/></later><form new=\"1\" id=\"a\" page-from=\"1\" page-to=\"1\" rows=\"1\" "
                 "cols=\"2\" header-rows=\"0\"><odd/><row>x<odd><cell/></odd><cell>甲<b>c</b></cell></row></form>"
                 "<term term=\"t\" new=\"1\">d</term>");
  gint code;
  g_autoptr (JueReport) report = read_bytes (text, strlen (text), &code);
  CU_ASSERT_PTR_NOT_NULL_FATAL (report);
  CU_ASSERT_EQUAL_FATAL (report->forms->len, 1);
  JueForm *form = g_ptr_array_index (report->forms, 0);
  CU_ASSERT_STRING_EQUAL (jue_form_cell (form, 0, 0)->text, "甲");
  CU_ASSERT_PTR_NULL (jue_form_cell (form, 0, 1)->text);
  CU_ASSERT_EQUAL (report->terms->len, 1);
}

static void
gzip_is_read (void)
{
  g_autofree char *text = some_stream (12);
  char *path = test_file_gzip (text, strlen (text), 0);
  g_autoptr (JueReport) report = jue_report_read (path, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (report);
  g_autofree char *again = write_report (report);
  CU_ASSERT_STRING_EQUAL (text, again);
  test_file_remove (path);
}

#define FORM(rows, cols)                                                                                               \
  "<form id=\"a\" page-from=\"1\" page-to=\"1\" header-rows=\"0\" rows=\"" rows "\" cols=\"" cols "\">"
#define ROW "<row><cell/></row>"
#define FINDING(content) "<finding rule=\"a\" severity=\"error\">" content "</finding>"

static const char *const good_forms[] = {
  FORM ("1", "1") ROW "</form>",
  FORM ("0", "0") "</form>",
  FORM ("2", "2") "<row><head rowspan=\"2\">a</head><cell/></row><row><value amount=\"-0.10\"/></row></form>",
  FORM ("1", "3") "<row><cell col=\"2\"/></row></form>",
  FORM ("1", "1") ROW "<line row=\"0\"/><line row=\"0\" parent=\"0\"/></form>",
  FORM ("1", "1") ROW "</form>" FINDING ("<text>t</text><cell form=\"0\" row=\"0\" col=\"0\"/>"),
  FINDING ("<text>t</text><value>1</value>"),
};
static const char *const bad_forms[] = {
  FORM ("-1", "1") "</form>",
  FORM ("1", "-1") ROW "</form>",
  FORM ("NaN", "1") "</form>",
  FORM ("1e3", "1") "</form>",
  FORM ("200001", "1") "</form>",
  FORM ("4294967297", "1") ROW "</form>",
  FORM ("99999999999999999999", "1") ROW "</form>",
  FORM ("2", "1") ROW "</form>",
  FORM ("1", "1") ROW ROW "</form>",
  FORM ("1", "1") "<row><cell/><cell/></row></form>",
  FORM ("1", "1") "<row><cell col=\"1\"/></row></form>",
  FORM ("1", "1") "<row><cell rowspan=\"2\"/></row></form>",
  FORM ("1", "1") "<row><cell colspan=\"2\"/></row></form>",
  FORM ("1", "1") "<row><cell colspan=\"0\"/></row></form>",
  FORM ("1", "1") "<row><cell colspan=\"65537\"/></row></form>",
  FORM ("1", "1") "<row><cell printed=\"no\"/></row></form>",
  FORM ("1", "3") "<row><cell col=\"1\"/><cell col=\"0\"/></row></form>",
  FORM ("2", "3") "<row><cell/><cell rowspan=\"2\"/></row><row><cell colspan=\"2\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\"\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\"NaN\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\"1,000\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\".5\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\"5.\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\"+5\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\"1.2.3\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\"9223372036854775808\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\"-9223372036854775809\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\"0.0000000000001\"/></row></form>",
  FORM ("1", "1") "<row><value amount=\"1\" state=\"dash\"/></row></form>",
  FORM ("1", "1") "<row><value state=\"value\"/></row></form>",
  FORM ("1", "1") "<row><cell amount=\"1\"/></row></form>",
  FORM ("1", "1") "<row><value state=\"odd\"/></row></form>",
  FORM ("1", "1") "<row><value unit=\"万元\"/></row></form>",
  FORM ("1", "1") "<row><value proof=\"yes\"/></row></form>",
  FORM ("1", "1") "<row><cell box=\"1.00 0.00 0.00 0.00\"/></row></form>",
  FORM ("1", "1") "<row><cell page=\"-1\"/></row></form>",
  FORM ("1", "1") "<row page=\"x\"/></form>",
  FORM ("1", "1") ROW "<column col=\"1\"/></form>",
  FORM ("1", "1") ROW "<column col=\"0\"/><column col=\"0\"/></form>",
  FORM ("1", "1") ROW "<line row=\"1\"/></form>",
  FORM ("0", "0") "<line row=\"0\"/></form>",
  FORM ("1", "1") ROW "<line row=\"0\" parent=\"0\"/></form>",
  FORM ("1", "1") ROW "<line row=\"0\" parent=\"-1\"/></form>",
  FORM ("1", "1") ROW "<indicator row=\"1\"/></form>",
  FORM ("1", "1") ROW "<places row=\"0\" col=\"0\"/></form>",
  FORM ("1", "1") ROW "<places row=\"0\" col=\"1\"><place/></places></form>",
  FORM ("1", "1") ROW
  "<places row=\"0\" col=\"0\"><place/></places><places row=\"0\" col=\"0\"><place/></places></form>",
  FORM ("1", "1") "<row/><places row=\"0\" col=\"0\"><place/></places></form>",
  "<form id=\"a\" page-from=\"1\" page-to=\"1\" rows=\"1\" cols=\"1\" header-rows=\"2\">" ROW "</form>",
  "<form page-from=\"1\" page-to=\"1\" rows=\"0\" cols=\"0\" header-rows=\"0\"/>",
  "<form id=\"a\" rows=\"0\" cols=\"0\" header-rows=\"0\"/>",
  FINDING ("<text>t</text><cell form=\"0\" row=\"0\" col=\"0\"/>"),
  FORM ("1", "1") ROW "</form>" FINDING ("<text>t</text><cell form=\"0\" row=\"1\" col=\"0\"/>"),
  FORM ("1", "1") ROW "</form>" FINDING ("<text>t</text><cell form=\"0\" row=\"0\"/>"),
  FINDING ("<text>t</text><fact index=\"0\"/>"),
  FINDING ("<value>1</value>"),
  "<finding severity=\"error\"><text>t</text></finding>",
  "<finding rule=\"a\"><text>t</text></finding>",
  "<finding rule=\"a\" severity=\"bad\"><text>t</text></finding>",
};

static void
hostile_forms_are_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_forms); i++)
    CU_ASSERT_EQUAL (content_code (good_forms[i]), -1);
  for (guint i = 0; i < G_N_ELEMENTS (bad_forms); i++) {
    gint code = content_code (bad_forms[i]);
    if (code != JUE_ERROR_INPUT)
      fprintf (stderr, "not refused: %s\n", bad_forms[i]);
    CU_ASSERT_EQUAL (code, JUE_ERROR_INPUT);
  }
}

static void
hostile_prose_is_refused (void)
{
  static const char *const bad[] = { "<fact section=\"0\" item=\"x\"/>",
                                     "<section level=\"1\"/><fact section=\"1\" item=\"x\"/>",
                                     "<section level=\"1\"/><fact section=\"0\"/>",
                                     "<section level=\"1\"/><figure section=\"-1\"/>",
                                     "<section level=\"1\"/><figure section=\"0\" amount=\"x\"/>",
                                     "<section/>",
                                     "<section level=\"100\"/>",
                                     "<document year=\"-1\"/>",
                                     "<document year=\"20241\"/>",
                                     "<document kind=\"other\"/>",
                                     "<no-text-page/>",
                                     "<no-text-page number=\"0\"/>",
                                     "<term page=\"1.5\"/>",
                                     "<diagnosis/>" };
  CU_ASSERT_EQUAL (content_code ("<section level=\"1\"/><figure section=\"0\"/>"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    CU_ASSERT_EQUAL (content_code (bad[i]), JUE_ERROR_INPUT);
  const char *empty = "<report xmlns=\"" JUE_REPORT_STREAM_NS "\" version=\"1\"/>";
  CU_ASSERT_EQUAL (read_code (empty, strlen (empty)), JUE_ERROR_INPUT);
}

static void
cells_are_limited (void)
{
  G_STATIC_ASSERT (200000 * 11 > JUE_REPORT_MAX_CELLS && 200000 <= JUE_FORM_MAX_ROWS);
  CU_ASSERT_EQUAL (content_code (FORM ("200000", "11") "</form>"), JUE_ERROR_LIMIT);
  CU_ASSERT_EQUAL (content_code (FORM ("200000", "1") "</form>"), JUE_ERROR_INPUT);
}

/* One text many times over takes no memory of its own, but counts. */
static void
text_is_limited (void)
{
  const gsize length = JUE_REPORT_MAX_PIECE;
  g_autofree char *text = g_strnfill (length, 'a'), *frame = stream_of ("<term>|</term>");
  char *path = test_file ("", 0), *term = strstr (frame, "<term>");
  gzFile file = gzopen (path, "wb1");
  gzwrite (file, frame, (unsigned)(term - frame));
  for (gsize sum = 0; sum <= JUE_REPORT_MAX_TEXT; sum += length)
    g_assert_cmpint (gzputs (file, "<term>") + gzwrite (file, text, (unsigned)length) + gzputs (file, "</term>"), >, 0);
  gzputs (file, "</report>");
  gzclose (file);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (jue_report_read (path, &error));
  CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_LIMIT));
  test_file_remove (path);
}

static void
each_text_is_limited (void)
{
  g_autofree char *most = g_strnfill (JUE_REPORT_MAX_PIECE, 'a');
  g_autofree char *good = g_strdup_printf ("<term>%s</term>", most), *bad = g_strdup_printf ("<term>%sa</term>", most);
  CU_ASSERT_EQUAL (content_code (good), -1);
  CU_ASSERT_EQUAL (content_code (bad), JUE_ERROR_LIMIT);
}

static void
full_disk_is_told (void)
{
  g_autofree char *text = some_stream (1);
  gint code;
  g_autoptr (JueReport) report = read_bytes (text, strlen (text), &code);
  for (guint i = 0; i < 2; i++) {
    FILE *out = fopen ("/dev/full", "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL (out);
    if (i == 1)
      setvbuf (out, NULL, _IONBF, 0);
    g_autoptr (GError) error = NULL;
    CU_ASSERT_FALSE (jue_report_write_file (report, out, &error));
    CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_OUTPUT));
    fclose (out);
  }
}

static void
file_gets_the_same_bytes (void)
{
  g_autofree char *text = some_stream (9);
  gint code;
  g_autoptr (JueReport) report = read_bytes (text, strlen (text), &code);
  char *bytes = NULL;
  size_t length = 0;
  FILE *out = open_memstream (&bytes, &length);
  CU_ASSERT_TRUE (jue_report_write_file (report, out, NULL));
  fclose (out);
  CU_ASSERT_STRING_EQUAL (bytes, text);
  free (bytes);
}

int
main (void)
{
  static const JueTest tests[] = {
    { "a report comes back as it was written", round_trip },
    { "strings that XML forbids are replaced and told", unclean_strings_are_replaced_and_told },
    { "a stream cut anywhere is refused", cut_stream_is_refused },
    { "damaged bytes do no harm", damaged_bytes_do_not_crash },
    { "another version is refused", other_version_is_refused },
    { "unknown elements and attributes are skipped", unknown_is_skipped },
    { "gzip is read", gzip_is_read },
    { "hostile forms are refused", hostile_forms_are_refused },
    { "hostile prose and meta data are refused", hostile_prose_is_refused },
    { "the number of cells is limited", cells_are_limited },
    { "the amount of text is limited", text_is_limited },
    { "the length of each text is limited", each_text_is_limited },
    { "a full disk is told", full_disk_is_told },
    { "a file gets the same bytes", file_gets_the_same_bytes },
    { NULL, NULL },
  };
  return jue_test_main ("report-stream", tests);
}
