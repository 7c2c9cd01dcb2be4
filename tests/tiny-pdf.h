#ifndef TINY_PDF_H
#define TINY_PDF_H

/* A PDF as small as can be, for tests of what goes on around a document. */

#include <glib.h>
#include <string.h>

static inline void
tiny_pdf_object (GString *pdf, GArray *offsets, const char *text)
{
  gsize offset = pdf->len;
  g_array_append_val (offsets, offset);
  g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", offsets->len, text);
}

static inline void
tiny_pdf_end (GString *pdf, const GArray *offsets)
{
  gsize xref = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (pdf, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          offsets->len + 1, xref);
}

/* tiny_pdf_write_font: one page of 300 x 300 points with this content; @font is its font F1. @extra (nullable): object 6, which the
 * font may refer to. */
static inline gboolean
tiny_pdf_write_font (const char *path, const char *font, const char *extra, const char *content)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *stream = g_strdup_printf ("<< /Length %u >>\nstream\n%s\nendstream", (guint)strlen (content), content);
  tiny_pdf_object (pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
  tiny_pdf_object (pdf, offsets, "<< /Type /Pages /Kids [ 4 0 R ] /Count 1 >>");
  tiny_pdf_object (pdf, offsets, font);
  tiny_pdf_object (pdf, offsets,
                   "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 300 300 ] /Contents 5 0 R "
                   "/Resources << /Font << /F1 3 0 R >> >> >>");
  tiny_pdf_object (pdf, offsets, stream);
  if (extra != NULL)
    tiny_pdf_object (pdf, offsets, extra);
  tiny_pdf_end (pdf, offsets);
  return g_file_set_contents (path, pdf->str, (gssize)pdf->len, NULL);
}

/* tiny_pdf_write_content: the same with a font that has no map to Unicode. */
static inline gboolean
tiny_pdf_write_content (const char *path, const char *content)
{
  const char *font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
  return tiny_pdf_write_font (path, font, NULL, content);
}

/* tiny_pdf_write: @n_pages pages that show @text (ASCII, without parentheses); "" leaves them blank. */
static inline gboolean
tiny_pdf_write (const char *path, guint n_pages, const char *text)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GString) kids = g_string_new (NULL);
  g_autofree char *content =
      text[0] != '\0' ? g_strdup_printf ("BT /F1 12 Tf 72 700 Td (%s) Tj ET", text) : g_strdup ("");
  g_autofree char *stream =
      g_strdup_printf ("<< /Length %u >>\nstream\n%s\nendstream", (guint)strlen (content), content);
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (kids, "%u 0 R ", 5 + i);
  g_autofree char *pages = g_strdup_printf ("<< /Type /Pages /Kids [ %s] /Count %u >>", kids->str, n_pages);
  tiny_pdf_object (pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
  tiny_pdf_object (pdf, offsets, pages);
  tiny_pdf_object (pdf, offsets, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  tiny_pdf_object (pdf, offsets, stream);
  for (guint i = 0; i < n_pages; i++)
    tiny_pdf_object (pdf, offsets,
                     "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R "
                     "/Resources << /Font << /F1 3 0 R >> >> >>");
  tiny_pdf_end (pdf, offsets);
  return g_file_set_contents (path, pdf->str, (gssize)pdf->len, NULL);
}

#endif
