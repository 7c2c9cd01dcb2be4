#ifndef JUE_STREAM_TOOLS_H
#define JUE_STREAM_TOOLS_H

/* What the tests of the streams share: temporary files, gzip, schemas. */

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <libxml/relaxng.h>
#include <zlib.h>

#include "extract/error.h"

#define TEST_SHA256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/** test_file: a new temporary file that holds @length bytes. The caller removes it and frees its name. */
static inline char *
test_file (const char *bytes, gsize length)
{
  char *path = NULL;
  int descriptor = g_file_open_tmp ("juesuan-XXXXXX", &path, NULL);
  g_assert_cmpint (descriptor, >=, 0);
  g_assert_cmpint (write (descriptor, bytes, length), ==, (gssize)length);
  close (descriptor);
  return path;
}

static inline void
test_file_remove (char *path)
{
  g_remove (path);
  g_free (path);
}

/** test_file_gzip: the same, compressed; the last @cut bytes are missing. */
static inline char *
test_file_gzip (const char *bytes, gsize length, gsize cut)
{
  char *path = test_file ("", 0), *packed = NULL;
  gsize packed_length = 0;
  gzFile file = gzopen (path, "wb");
  g_assert_cmpint (gzwrite (file, bytes, (unsigned)length), ==, (int)length);
  g_assert_cmpint (gzclose (file), ==, Z_OK);
  g_assert_true (g_file_get_contents (path, &packed, &packed_length, NULL));
  g_assert_true (g_file_set_contents (path, packed, (gssize)(packed_length - cut), NULL));
  g_free (packed);
  return path;
}

/** test_replace: a copy of @text where the first @old is @new; aborts if there is none. */
static inline char *
test_replace (const char *text, const char *old, const char *new)
{
  const char *at = strstr (text, old);
  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int)(at - text), text, new, at + strlen (old));
}

/** test_is_valid: TRUE if the XML text follows the schema docs/@schema. */
static inline gboolean
test_is_valid (const char *xml, const char *schema)
{
  g_autofree char *path = g_build_filename (JUE_SOURCE_DIR, "docs", schema, NULL);
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNGPtr grammar = xmlRelaxNGParse (parser);
  g_assert_nonnull (grammar);
  xmlDocPtr doc = xmlReadMemory (xml, (int)strlen (xml), NULL, NULL, XML_PARSE_NONET);
  xmlRelaxNGValidCtxtPtr valid = xmlRelaxNGNewValidCtxt (grammar);
  gboolean result = doc != NULL && xmlRelaxNGValidateDoc (valid, doc) == 0;
  xmlRelaxNGFreeValidCtxt (valid);
  xmlFreeDoc (doc);
  xmlRelaxNGFree (grammar);
  xmlRelaxNGFreeParserCtxt (parser);
  return result;
}

#endif
