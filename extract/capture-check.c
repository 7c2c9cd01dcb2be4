#include <string.h>

#include "extract/capture-font.h"
#include "extract/capture.h"
#include "extract/error.h"

/* Two pages of 100 x 100 points: a line from (10,50) to (90,50), and 中 in GBK, in a font that is not embedded.
 * There is no cross-reference table; Poppler makes one. */
static const char check_pdf[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<>>>>endobj\n"
    "4 0 obj<</Length 22>>stream\n"
    "1 w 10 50 m 90 50 l S\n"
    "endstream endobj\n"
    "5 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 6 0 R/Resources<</Font<</F 7 0 R>>>>>>endobj\n"
    "6 0 obj<</Length 34>>stream\n"
    "BT /F 10 Tf 10 20 Td <D6D0> Tj ET\n"
    "endstream endobj\n"
    "7 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[8 0 R]>>endobj\n"
    "8 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
    "/Supplement 2>>/FontDescriptor 9 0 R>>endobj\n"
    "9 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880"
    "/Descent -120/CapHeight 880/StemV 90>>endobj\n"
    "trailer<</Root 1 0 R/Size 10>>\n"
    "%%EOF\n";

static gboolean
line_is_captured (PopplerPage *source)
{
  g_autoptr (JueCapture) capture = jue_capture_new ();
  g_autoptr (JuePage) page = jue_page_new (1, 10000, 10000, 0);
  if (!jue_capture_page (capture, source, FALSE, page) || page->rules->len != 1)
    return FALSE;
  const JueRule *rule = &g_array_index (page->rules, JueRule, 0);
  return rule->direction == JUE_RULE_HORIZONTAL && rule->box.x0 == 1000 && rule->box.x1 == 9000 && rule->box.y0 == 4950
         && rule->box.y1 == 5050;
}

/* Poppler reads GBK only with the maps of poppler-data; without them such text is silently empty. */
static gboolean
text_is_mapped (PopplerPage *source)
{
  g_autofree char *text = poppler_page_get_text (source);
  return text != NULL && strstr (text, "中") != NULL;
}

typedef gboolean (*CheckFunc) (PopplerPage *page);

static gboolean
check_page (int number, CheckFunc check)
{
  /* Stays open: with the last document Poppler forgets the tables that it read, which costs the next one a millisecond. */
  static gsize document;
  if (g_once_init_enter (&document)) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (check_pdf, sizeof check_pdf - 1);
    PopplerDocument *opened = poppler_document_new_from_bytes (bytes, NULL, NULL);
    g_once_init_leave (&document, opened != NULL ? (gsize)opened : 1);
  }
  if (document == 1)
    return FALSE;
  g_autoptr (GObject) page = (GObject *)poppler_document_get_page ((PopplerDocument *)document, number);
  return page != NULL && check (POPPLER_PAGE (page));
}

gboolean
jue_capture_check (GError **error)
{
  static gsize answer;    /* 1 good, 2 bad */
  jue_blank_font (FALSE); /* looked for now, since later this process may be locked up */
  if (g_once_init_enter (&answer))
    g_once_init_leave (&answer, check_page (0, line_is_captured) ? 1 : 2);
  if (answer != 1)
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "lines cannot be captured with this build of Poppler and cairo");
  return answer == 1;
}

gboolean
jue_capture_check_data (GError **error)
{
  static gsize answer;
  if (g_once_init_enter (&answer))
    g_once_init_leave (&answer, check_page (1, text_is_mapped) ? 1 : 2);
  if (answer != 1)
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "poppler-data is missing: Chinese encodings cannot be read");
  return answer == 1;
}
