/* The door for PDF files: opens the bytes and reads the first pages in both ways to the text. Poppler's own bugs show up
 * here too; in the program, a child process bears them. */
#include "extract/pdf.h"
#include "tests/fuzz/fuzz.h"

#define PAGES_MOST 3

static void
read_pages (GBytes *bytes, gboolean layout_only)
{
  JuePdfOptions options = { .layout_only = layout_only };
  g_autoptr (JuePageSource) source = jue_pdf_open_bytes (bytes, "input.pdf", &options, NULL);
  for (guint i = 0; source != NULL && i < PAGES_MOST; i++) {
    g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
    if (page == NULL)
      break;
    g_assert (page->status == JUE_PAGE_OK || jue_diagnoses_length (page->diagnoses) > 0);
    for (guint k = 0; k < page->glyphs->len; k++)
      g_assert (g_array_index (page->glyphs, JueGlyph, k).font < page->fonts->len);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  read_pages (bytes, FALSE);
  read_pages (bytes, TRUE);
  return 0;
}
