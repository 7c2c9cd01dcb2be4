#ifndef HOSTILE_PDF_H
#define HOSTILE_PDF_H

/* PDFs of a few hundred bytes whose second page of three takes more memory or time than there is. */

#include <string.h>

#include <zlib.h>

#include "tests/tiny-pdf.h"

/* Bytes that the greedy page wants at once. */
#define HOSTILE_BYTES (128u << 20)
/* Forms that show the one below ten times. */
#define HOSTILE_DEPTH 9

/* Compresses @times pieces of @bytes, which are to be all alike, one behind the other. */
static inline GByteArray *
hostile_deflate (const guint8 *bytes, gsize length, guint times)
{
  GByteArray *out = g_byte_array_new ();
  z_stream z = { 0 };
  guint8 buffer[4096];
  g_assert (deflateInit (&z, Z_BEST_SPEED) == Z_OK);
  for (guint i = 0; i < times; i++) {
    z.next_in = (Bytef *)bytes;
    z.avail_in = (uInt)length;
    do {
      z.next_out = buffer;
      z.avail_out = sizeof buffer;
      deflate (&z, i + 1 == times ? Z_FINISH : Z_NO_FLUSH);
      g_byte_array_append (out, buffer, (guint)(sizeof buffer - z.avail_out));
    } while (z.avail_out == 0);
  }
  deflateEnd (&z);
  return out;
}

/* A stream object; @more: further entries of its dictionary. */
static inline void
hostile_stream (GString *pdf, GArray *offsets, const char *more, const void *bytes, gsize length)
{
  gsize offset = pdf->len;
  g_array_append_val (offsets, offset);
  g_string_append_printf (pdf, "%u 0 obj\n<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", offsets->len, more, length);
  g_string_append_len (pdf, bytes, (gssize)length);
  g_string_append (pdf, "\nendstream\nendobj\n");
}

/* The frame: objects 1 to 7, of which 7 is what all pages can show as /X; 8 is the second page's content. */
static inline void
hostile_begin (GString *pdf, GArray *offsets)
{
  static const char hello[] = "BT /F1 12 Tf 72 700 Td (hello) Tj ET";
  static const char page[] = "<< /Type /Page /Parent 2 0 R /Contents %u 0 R >>";
  tiny_pdf_object (pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
  tiny_pdf_object (pdf, offsets,
                   "<< /Type /Pages /Kids [ 4 0 R 5 0 R 4 0 R ] /Count 3 /MediaBox [ 0 0 595 842 ] "
                   "/Resources << /Font << /F1 3 0 R >> /XObject << /X 7 0 R >> >> >>");
  tiny_pdf_object (pdf, offsets, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (guint content = 6; content <= 8; content += 2) {
    g_autofree char *text = g_strdup_printf (page, content);
    tiny_pdf_object (pdf, offsets, text);
  }
  hostile_stream (pdf, offsets, "", hello, strlen (hello));
}

static inline gboolean
hostile_end (GString *pdf, GArray *offsets, const char *path)
{
  tiny_pdf_end (pdf, offsets);
  return g_file_set_contents (path, pdf->str, (gssize)pdf->len, NULL);
}

/* hostile_pdf_greedy: its second page is one text of HOSTILE_BYTES. */
static inline gboolean
hostile_pdf_greedy (const char *path)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  const guint length = 1u << 20;
  g_autofree char *piece = g_strnfill (length, '(');
  g_autoptr (GByteArray) once = hostile_deflate ((const guint8 *)piece, length, HOSTILE_BYTES / length);
  g_autoptr (GByteArray) twice = hostile_deflate (once->data, once->len, 1);
  hostile_begin (pdf, offsets);
  tiny_pdf_object (pdf, offsets, "null");
  hostile_stream (pdf, offsets, "/Filter [ /FlateDecode /FlateDecode ]", twice->data, twice->len);
  return hostile_end (pdf, offsets, path);
}

/* hostile_pdf_slow: its second page shows a form that shows another ten times, which shows another … */
static inline gboolean
hostile_pdf_slow (const char *path)
{
  static const char show[] = "/X Do", shows[] = "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do";
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  hostile_begin (pdf, offsets);
  for (guint i = 0; i <= HOSTILE_DEPTH; i++) {
    g_autofree char *more =
        g_strdup_printf ("/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /Resources << /XObject << /X %u 0 R >> >>",
                         i == 0 ? 9 : 9 + i);
    hostile_stream (pdf, offsets, more, i < HOSTILE_DEPTH ? shows : "n", i < HOSTILE_DEPTH ? strlen (shows) : 1);
    if (i == 0)
      hostile_stream (pdf, offsets, "", show, strlen (show));
  }
  return hostile_end (pdf, offsets, path);
}

#endif
