#include "export/sink.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zlib.h>

#include "extract/error.h"
#include "tests/cunit-main.h"
#include "tests/export-sample.h"

static JueSink *
open_in (const char *dir, gboolean gzip, GError **error)
{
  JueSinkMaker *maker = jue_sink_maker_new_files (dir, "报告", gzip);
  JueSink *sink = jue_sink_maker_open (maker, ".json", error);
  jue_sink_maker_free (maker);
  return sink;
}

static void
test_file (void)
{
  g_autofree char *dir = sample_folder ();
  JueSink *sink = open_in (dir, FALSE, NULL);
  CU_ASSERT (jue_sink_write (sink, "one ", 4, NULL));
  CU_ASSERT (jue_sink_write (sink, "two", 3, NULL));
  g_autofree char *early = sample_file (dir, "报告.json", NULL);
  CU_ASSERT_PTR_NULL (early);
  CU_ASSERT (jue_sink_finish (sink, NULL));
  g_autofree char *text = sample_file (dir, "报告.json", NULL);
  CU_ASSERT (g_strcmp0 (text, "one two") == 0);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 1);
}

static void
test_replace (void)
{
  g_autofree char *dir = sample_folder ();
  for (guint i = 0; i < 2; i++) {
    JueSink *sink = open_in (dir, FALSE, NULL);
    CU_ASSERT (jue_sink_write (sink, "12", 2 - i, NULL));
    CU_ASSERT (jue_sink_finish (sink, NULL));
  }
  g_autofree char *text = sample_file (dir, "报告.json", NULL);
  CU_ASSERT (g_strcmp0 (text, "1") == 0);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 1);
}

static void
test_mode (void)
{
  g_autofree char *dir = sample_folder ();
  mode_t mask = umask (022);
  CU_ASSERT (jue_sink_finish (open_in (dir, FALSE, NULL), NULL));
  umask (mask);
  g_autofree char *path = g_build_filename (dir, "报告.json", NULL);
  GStatBuf info;
  CU_ASSERT_FATAL (g_stat (path, &info) == 0);
  CU_ASSERT_EQUAL (info.st_mode & 0777, 0644);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 1);
}

static void
test_drop (void)
{
  g_autofree char *dir = sample_folder ();
  JueSink *sink = open_in (dir, TRUE, NULL);
  CU_ASSERT (jue_sink_write (sink, "half", 4, NULL));
  jue_sink_free (sink);
  jue_sink_free (NULL);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 0);
}

/* A text of many blocks that does not compress to almost nothing. */
static GString *
long_text (void)
{
  GString *text = g_string_new (NULL);
  guint32 state = 1;
  while (text->len < 500000) {
    state = state * 1664525u + 1013904223u;
    g_string_append_printf (text, "%u,", state >> 8);
  }
  return text;
}

static char *
unzip_file (const char *dir, const char *name, gsize room, gsize *length)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  gzFile file = gzopen (path, "rb");
  g_assert (file != NULL);
  char *bytes = g_malloc0 (room + 1);
  int n = gzread (file, bytes, (unsigned)room);
  CU_ASSERT_EQUAL (gzclose (file), Z_OK);
  *length = n < 0 ? 0 : (gsize)n;
  return bytes;
}

static void
test_gzip (void)
{
  g_autofree char *dir = sample_folder ();
  GString *text = long_text ();
  JueSink *sink = open_in (dir, TRUE, NULL);
  for (gsize at = 0; at < text->len; at += 999)
    CU_ASSERT (jue_sink_write (sink, text->str + at, MIN (999, text->len - at), NULL));
  CU_ASSERT (jue_sink_finish (sink, NULL));
  gsize length = 0;
  g_autofree char *back = unzip_file (dir, "报告.json.gz", text->len + 10, &length);
  CU_ASSERT_EQUAL (length, text->len);
  CU_ASSERT (memcmp (back, text->str, text->len) == 0);
  g_string_free (text, TRUE);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 1);
}

static void
test_gzip_empty (void)
{
  g_autofree char *dir = sample_folder ();
  CU_ASSERT (jue_sink_finish (open_in (dir, TRUE, NULL), NULL));
  gsize length = 0;
  g_autofree char *bytes = sample_file (dir, "报告.json.gz", &length);
  CU_ASSERT_FATAL (bytes != NULL && length >= 18);
  /* magic, deflate, no flags (so no name), time 0, level, unknown system */
  CU_ASSERT (memcmp (bytes, "\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) == 0);
  g_autofree char *back = unzip_file (dir, "报告.json.gz", 10, &length);
  CU_ASSERT_EQUAL (length, 0);
  CU_ASSERT_STRING_EQUAL (back, "");
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 1);
}

static void
check_stream (gboolean gzip)
{
  g_autofree char *dir = sample_folder ();
  g_autofree char *path = g_build_filename (dir, "out", NULL);
  FILE *out = fopen (path, "wb");
  JueSinkMaker *maker = jue_sink_maker_new_stream (out, gzip);
  JueSink *sink = jue_sink_maker_open (maker, ".json", NULL);
  CU_ASSERT (jue_sink_write (sink, "streamed", 8, NULL));
  CU_ASSERT (jue_sink_finish (sink, NULL));
  jue_sink_maker_free (maker);
  gsize length = 0;
  /* Read before the stream is closed: finish has flushed it. gzread takes plain files as they are. */
  g_autofree char *back = unzip_file (dir, "out", 100, &length);
  CU_ASSERT_STRING_EQUAL (back, "streamed");
  CU_ASSERT_EQUAL (fclose (out), 0);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 1);
}

static void
test_stream (void)
{
  check_stream (FALSE);
  check_stream (TRUE);
}

static void
check_full (gsize length, gboolean gzip)
{
  FILE *out = fopen ("/dev/full", "wb");
  CU_ASSERT_FATAL (out != NULL);
  JueSinkMaker *maker = jue_sink_maker_new_stream (out, gzip);
  JueSink *sink = jue_sink_maker_open (maker, "", NULL);
  g_autofree char *bytes = g_malloc0 (length);
  gboolean taken = jue_sink_write (sink, bytes, length, NULL);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (jue_sink_finish (sink, &error));
  CU_ASSERT (g_error_matches (error, JUE_ERROR, JUE_ERROR_OUTPUT));
  if (!gzip)
    CU_ASSERT_EQUAL (taken, length < 1000);
  jue_sink_maker_free (maker);
  fclose (out);
}

static void
test_full (void)
{
  check_full (5, FALSE);
  check_full (1000000, FALSE);
  check_full (5, TRUE);
}

static void
test_remembered (void)
{
  FILE *out = fopen ("/dev/full", "wb");
  JueSinkMaker *maker = jue_sink_maker_new_stream (out, FALSE);
  JueSink *sink = jue_sink_maker_open (maker, "", NULL);
  g_autofree char *bytes = g_malloc0 (1000000);
  g_autoptr (GError) first = NULL, second = NULL, last = NULL;
  CU_ASSERT_FALSE (jue_sink_write (sink, bytes, 1000000, &first));
  CU_ASSERT_FALSE (jue_sink_write (sink, "x", 1, &second));
  CU_ASSERT_FALSE (jue_sink_finish (sink, &last));
  CU_ASSERT_FATAL (first != NULL && second != NULL && last != NULL);
  CU_ASSERT_STRING_EQUAL (first->message, last->message);
  CU_ASSERT_STRING_EQUAL (second->message, last->message);
  jue_sink_maker_free (maker);
  fclose (out);
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (open_in ("/nonexistent/folder", FALSE, &error));
  CU_ASSERT (g_error_matches (error, JUE_ERROR, JUE_ERROR_OUTPUT));
  CU_ASSERT (error != NULL && strstr (error->message, "/nonexistent/folder/报告.json") != NULL);
}

static void
test_unwritable_folder (void)
{
  g_autofree char *dir = sample_folder ();
  g_chmod (dir, 0500);
  g_autoptr (GError) error = NULL;
  JueSink *sink = open_in (dir, FALSE, &error);
  if (geteuid () != 0) {
    CU_ASSERT_PTR_NULL (sink);
    CU_ASSERT (g_error_matches (error, JUE_ERROR, JUE_ERROR_OUTPUT));
  }
  jue_sink_free (sink);
  g_chmod (dir, 0700);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 0);
}

static void
test_name_taken (void)
{
  g_autofree char *dir = sample_folder ();
  g_autofree char *taken = g_build_filename (dir, "报告.json", NULL);
  CU_ASSERT_EQUAL (g_mkdir (taken, 0700), 0);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (jue_sink_finish (open_in (dir, FALSE, NULL), &error));
  CU_ASSERT (g_error_matches (error, JUE_ERROR, JUE_ERROR_OUTPUT));
  g_rmdir (taken);
  CU_ASSERT_EQUAL (sample_folder_remove (dir), 0);
}

static const JueTest tests[] = {
  { "a file appears only when it is complete", test_file },
  { "an older file of the name is replaced", test_replace },
  { "files get the mode that the user's mask allows", test_mode },
  { "a dropped file leaves nothing", test_drop },
  { "gzip gives the same bytes back", test_gzip },
  { "gzip of nothing has a header without time and name", test_gzip_empty },
  { "a stream is flushed and left open", test_stream },
  { "a full disk is an output error", test_full },
  { "the first failure is remembered", test_remembered },
  { "a missing folder is an output error that names the file", test_no_folder },
  { "an unwritable folder is an output error", test_unwritable_folder },
  { "a name taken by a folder is an output error", test_name_taken },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("sink", tests);
}
