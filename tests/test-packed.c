/* Reports on their way from one process to another: nothing is lost, and nothing that comes is believed. */
#include <stdlib.h>

#include "normalize/report-read.h"
#include "normalize/report-write.h"
#include "tests/cunit-main.h"
#include "tests/report-make.h"

/* Seeded reports, and damaged copies of each. */
#define REPORTS 60
#define DAMAGES 60

static gboolean
keep (gpointer data, const char *bytes, gsize length, GError **error)
{
  (void)error;
  g_byte_array_append (data, (const guint8 *)bytes, (guint)length);
  return TRUE;
}

static JueReport *
make_seeded (guint seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  JueReport *report = make_report (rand);
  g_rand_free (rand);
  return report;
}

static GByteArray *
pack (const JueReport *report)
{
  GByteArray *bytes = g_byte_array_new ();
  CU_ASSERT_TRUE (jue_report_write_packed (report, keep, bytes, NULL));
  return bytes;
}

static GByteArray *
spell (const JueReport *report)
{
  GByteArray *bytes = g_byte_array_new ();
  CU_ASSERT_TRUE (jue_report_write (report, keep, bytes, NULL));
  return bytes;
}

static JueReport *
unpack (const guint8 *bytes, gsize length, GError **error)
{
  FILE *file = tmpfile ();
  CU_ASSERT_PTR_NOT_NULL_FATAL (file);
  CU_ASSERT_EQUAL (write (fileno (file), bytes, length), (gssize)length);
  CU_ASSERT_EQUAL (lseek (fileno (file), 0, SEEK_SET), 0);
  JueReport *report = jue_report_read_packed (fileno (file), error);
  fclose (file);
  return report;
}

static void
test_same (void)
{
  for (guint seed = 0; seed < REPORTS; seed++) {
    g_autoptr (JueReport) report = make_seeded (seed);
    g_autoptr (GByteArray) packed = pack (report), before = spell (report);
    g_autoptr (GError) error = NULL;
    g_autoptr (JueReport) again = unpack (packed->data, packed->len, &error);
    CU_ASSERT_PTR_NOT_NULL_FATAL (again);
    g_autoptr (GByteArray) after = spell (again);
    CU_ASSERT_TRUE (before->len == after->len && memcmp (before->data, after->data, after->len) == 0);
  }
}

static void
test_cut (void)
{
  g_autoptr (JueReport) report = make_seeded (1);
  g_autoptr (GByteArray) packed = pack (report);
  for (gsize length = 0; length < packed->len; length += length < 3000 ? 1 : 97) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT_PTR_NULL (unpack (packed->data, length, &error));
    CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_INPUT));
  }
  g_byte_array_append (packed, (const guint8 *)")", 1);
  CU_ASSERT_PTR_NULL (unpack (packed->data, packed->len, NULL));
}

/* Whatever comes of it, it is a report that can be written, or an error. */
static void
check_damaged (const GByteArray *packed, GRand *rand)
{
  static const guint8 some[] = { '(', ')', '=', '"', '\0', '9', '-', 0xff, 'e' };
  g_autofree guint8 *bytes = g_memdup2 (packed->data, packed->len);
  for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    bytes[g_rand_int_range (rand, 0, (gint)packed->len)] = some[g_rand_int_range (rand, 0, G_N_ELEMENTS (some))];
  g_autoptr (GError) error = NULL;
  g_autoptr (JueReport) report = unpack (bytes, packed->len, &error);
  CU_ASSERT_TRUE ((report == NULL) == (error != NULL));
  if (report != NULL)
    g_byte_array_unref (spell (report));
}

static void
test_damaged (void)
{
  for (guint seed = 0; seed < REPORTS; seed++) {
    GRand *rand = g_rand_new_with_seed (seed);
    g_autoptr (JueReport) report = make_seeded (seed);
    g_autoptr (GByteArray) packed = pack (report);
    for (guint i = 0; i < DAMAGES; i++)
      check_damaged (packed, rand);
    g_rand_free (rand);
  }
}

/* Many times the same after the head of a stream. */
static void
check_refused (const char *text, gsize length, guint times)
{
  static const char head[] = "juesuan packed\n(report\0=xmlns\0urn:juesuan:report:1\0=version\0" "1";
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *)head, sizeof head);
  for (guint i = 0; i < times; i++)
    g_byte_array_append (bytes, (const guint8 *)text, (guint)length);
  CU_ASSERT_PTR_NULL (unpack (bytes->data, bytes->len, NULL));
}

static void
test_excess (void)
{
  check_refused ("(x", 3, 100000);    /* deep */
  check_refused ("=a\0b", 5, 100000); /* many attributes */
  check_refused (")", 1, 10);
  check_refused ("\"x", 3, 10);
  check_refused ("?", 1, 1);
}

static void
test_other_streams (void)
{
  g_autoptr (JueReport) report = make_seeded (2);
  g_autoptr (GByteArray) xml = spell (report), packed = pack (report);
  CU_ASSERT_PTR_NULL (unpack (xml->data, xml->len, NULL));
  char *path = test_file ((const char *)packed->data, packed->len);
  CU_ASSERT_PTR_NULL (jue_report_read (path, NULL)); /* no file holds this */
  test_file_remove (path);
}

static const JueTest tests[] = {
  { "a packed report is the same report", test_same },
  { "a cut one is refused", test_cut },
  { "a damaged one is refused, or a sound report", test_damaged },
  { "depth and attributes are limited", test_excess },
  { "other spellings are refused", test_other_streams },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("packed", tests);
}
