/* The door for PDF files: opens them through Poppler and hands out their pages, one by one. */
#include "extract/pdf.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "extract/capture.h"
#include "extract/error.h"
#include "extract/sha256.h"
#include "extract/text-blank.h"
#include "extract/text-cleanup.h"
#include "extract/text-layout.h"

/* Largest file, bytes: Poppler takes its length as an int in places. */
#define PDF_MAX_BYTES 0x7fffffffUL
/* Most messages of Poppler that become diagnoses of one page. */
#define COMPLAINTS_MOST 3

typedef struct {
  JuePageSource base;
  PopplerDocument *document;
  JueCapture *capture;
  guint next;         /* page number to be read next, from 1 */
  gboolean keep_text; /* the page before needed Poppler's text layout, so this one will too */
  gboolean layout_only;
  gboolean font_missing; /* Poppler found no font in the place of one that is not embedded, and draws nothing for it */
  GArray *skip_pages;
  char *skip_reason;
  volatile guint *current_page;
  JuePage *page;    /* the page at work, for Poppler's complaints */
  guint complaints; /* on that page */
  guint log_handler;
} Pdf;

static GBytes *
read_stdin (GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 buffer[65536];
  size_t n;
  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0) {
    if (all->len + n > PDF_MAX_BYTES) {
      g_set_error (error, JUE_ERROR, JUE_ERROR_LIMIT, "more than %lu bytes", PDF_MAX_BYTES);
      return NULL;
    }
    g_byte_array_append (all, buffer, (guint)n);
  }
  if (ferror (stdin)) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "standard input cannot be read");
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static GBytes *
read_file (const char *path, GError **error)
{
  if (g_str_equal (path, "-"))
    return read_stdin (error);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &reason);
  if (file == NULL) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "%s", reason->message);
    return NULL;
  }
  if (g_mapped_file_get_length (file) > PDF_MAX_BYTES) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_LIMIT, "more than %lu bytes", PDF_MAX_BYTES);
    return NULL;
  }
  return g_mapped_file_get_bytes (file);
}

/* Poppler 22 crashes when it opens bytes with a wrong password, since it cannot copy them for its second try; a stream it can. */
static PopplerDocument *
open_bytes (GBytes *bytes, const char *password, GError **error)
{
  if (password == NULL)
    return poppler_document_new_from_bytes (bytes, NULL, error);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  return poppler_document_new_from_stream (stream, (goffset)g_bytes_get_size (bytes), password, NULL, error);
}

static PopplerDocument *
open_document (GBytes *bytes, const char *password, GError **error)
{
  if (g_bytes_get_size (bytes) == 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "the file is empty");
    return NULL;
  }
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document = open_bytes (bytes, password, &reason);
  if (document != NULL)
    return document;
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, JUE_ERROR, JUE_ERROR_PASSWORD,
                 password != NULL ? "wrong password" : "encrypted: needs a password");
  else
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "no readable PDF: %s",
                 reason != NULL ? reason->message : "unknown reason");
  return NULL;
}

/* What Poppler says when it has no font to draw with; then it draws nothing for it. */
static const char *const font_complaints[] = { "find a font for",
                                               "failed to load truetype font",
                                               "could not create type1 face",
                                               "could not create truetype face",
                                               "could not create cid face",
                                               "could not create cid (OT) face" };

/* Poppler reports damage through GLib's log; here it becomes part of the page's record. */
static void
complain (const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data)
{
  Pdf *self = data;
  (void)domain;
  (void)level;
  for (guint i = 0; i < G_N_ELEMENTS (font_complaints); i++)
    self->font_missing |= strstr (message, font_complaints[i]) != NULL;
  if (self->page == NULL || g_str_has_prefix (message, "Syntax warning") || ++self->complaints > COMPLAINTS_MOST)
    return;
  g_autofree char *clean = g_utf8_make_valid (message, -1);
  JueProv prov = { self->page->number, { 0, 0, 0, 0 } };
  jue_diagnoses_add (self->page->diagnoses, JUE_SEVERITY_INFO, "damaged", prov, "%s", clean);
}

static gboolean
is_skipped (const Pdf *self, guint number)
{
  for (guint i = 0; self->skip_pages != NULL && i < self->skip_pages->len; i++)
    if (g_array_index (self->skip_pages, guint, i) == number)
      return TRUE;
  return FALSE;
}

static gint32
side (double points)
{
  return isfinite (points) && points > 0 && points * 100 <= JUE_PAGE_MAX_SIDE ? (gint32)lround (points * 100) : 0;
}

/* Text of missing fonts has the places that the file says. */
static void
show_unpainted (JuePage *page)
{
  JueProv prov = { page->number, { 0, 0, 0, 0 } };
  jue_text_layout_show (page);
  jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_INFO, "font-missing", prov,
                     "a font is missing or damaged; its text was taken without being drawn");
}

/* Gives glyphs that came without text their characters. */
static void
read_layout (Pdf *self, PopplerPage *source, JuePage *page)
{
  g_autoptr (GHashTable) ligatures = jue_text_layout_apply (source, jue_capture_pens (self->capture), page);
  if (self->font_missing)
    show_unpainted (page);
  jue_capture_read_tables (self->capture, page);
  jue_capture_learn (self->capture, page, ligatures);
}

static gboolean
draw (Pdf *self, PopplerPage *source, JuePage *page)
{
  if (!jue_capture_page (self->capture, source, self->keep_text, page))
    return FALSE;
  if (self->layout_only)
    jue_text_layout_forget (page);
  gboolean needed = self->font_missing || jue_text_layout_needed (page);
  if (needed)
    read_layout (self, source, page);
  jue_capture_settle_blanks (self->capture, page);
  jue_text_blank_name (page);
  jue_capture_tell_hidden (self->capture, page);
  self->keep_text = needed && page->glyphs->len > 0;
  return TRUE;
}

static JuePage *
read_page (Pdf *self, guint number, PopplerPage *source)
{
  double width = 0, height = 0;
  if (source != NULL)
    poppler_page_get_size (source, &width, &height);
  JuePage *page = jue_page_new (number, side (width), side (height), 0);
  self->page = page;
  self->complaints = 0;
  if (is_skipped (self, number))
    jue_page_fail (page, "page-failed", self->skip_reason != NULL ? self->skip_reason : "the page was left out");
  else if (source == NULL)
    jue_page_fail (page, "page-failed", "the page cannot be opened");
  else if (page->width == 0 || page->height == 0)
    jue_page_fail (page, "page-size", "the page has no usable size");
  else if (!draw (self, source, page))
    jue_page_fail (page, "page-limit", "the page holds more than the limits allow");
  else
    jue_text_cleanup (page);
  self->page = NULL;
  return page;
}

/* Whether the page came out as it would without poppler-data: Poppler complained (of a missing language pack), and there are
 * glyphs of unknown meaning or no text at all. */
static gboolean
text_may_be_missing (const Pdf *self, const JuePage *page)
{
  if (self->complaints == 0)
    return FALSE;
  for (guint i = 0; i < page->glyphs->len; i++)
    if (g_array_index (page->glyphs, JueGlyph, i).flags & JUE_GLYPH_NO_UNICODE)
      return TRUE;
  return page->status == JUE_PAGE_NO_TEXT;
}

static JuePage *
pdf_next (JuePageSource *base, GError **error)
{
  Pdf *self = (Pdf *)base;
  if (self->next > base->info.pages)
    return NULL;
  guint number = self->next++;
  if (self->current_page != NULL)
    *self->current_page = number;
  PopplerPage *source = is_skipped (self, number) ? NULL : poppler_document_get_page (self->document, (int)number - 1);
  g_autoptr (JuePage) page = read_page (self, number, source);
  g_clear_object (&source);
  if (text_may_be_missing (self, page) && !jue_capture_check_data (error))
    return NULL;
  return g_steal_pointer (&page);
}

static void
pdf_free (JuePageSource *base)
{
  Pdf *self = (Pdf *)base;
  g_log_remove_handler ("Poppler", self->log_handler);
  g_clear_object (&self->document);
  jue_capture_free (self->capture);
  g_clear_pointer (&self->skip_pages, g_array_unref);
  g_free (self->skip_reason);
  g_free (self);
}

static void
take_options (Pdf *self, const JuePdfOptions *options)
{
  if (options == NULL)
    return;
  self->skip_pages = options->skip_pages != NULL ? g_array_copy ((GArray *)options->skip_pages) : NULL;
  self->skip_reason = g_strdup (options->skip_reason);
  self->current_page = options->current_page;
  self->layout_only = options->layout_only;
}

static char *
sum_up (const guint8 *data, gsize length)
{
  JueSha256 *sum = jue_sha256_new ();
  jue_sha256_add (sum, data, length);
  return jue_sha256_end (sum);
}

static void
describe (JueSource *info, const char *path, GBytes *bytes, const char *sha256)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree char *sum = sha256 != NULL ? g_strdup (sha256) : sum_up (data, length);
  g_autofree char *base = g_str_equal (path, "-") ? g_strdup ("-") : g_path_get_basename (path);
  info->name = g_utf8_make_valid (base, -1);
  g_strlcpy (info->sha256, sum, sizeof info->sha256);
  info->bytes = length;
}

static gboolean
check_pages (PopplerDocument *document, guint *pages, GError **error)
{
  int n = poppler_document_get_n_pages (document);
  if (n <= 0)
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "the PDF has no pages");
  else if (n > JUE_PDF_MAX_PAGES)
    g_set_error (error, JUE_ERROR, JUE_ERROR_LIMIT, "more than %d pages", JUE_PDF_MAX_PAGES);
  else
    *pages = (guint)n;
  return n > 0 && n <= JUE_PDF_MAX_PAGES;
}

gboolean
jue_pdf_check (GError **error)
{
  return jue_capture_check (error);
}

JuePageSource *
jue_pdf_open_bytes (GBytes *bytes, const char *name, const JuePdfOptions *options, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  if (!jue_capture_check (error))
    return NULL;
  Pdf *self = g_new0 (Pdf, 1);
  self->log_handler = g_log_set_handler ("Poppler", G_LOG_LEVEL_MASK, complain, self);
  self->document = open_document (bytes, options != NULL ? options->password : NULL, error);
  if (self->document == NULL || !check_pages (self->document, &self->base.info.pages, error)) {
    pdf_free (&self->base);
    return NULL;
  }
  self->base.next = pdf_next;
  self->base.free = pdf_free;
  self->capture = jue_capture_new ();
  self->next = 1;
  take_options (self, options);
  describe (&self->base.info, name, bytes, options != NULL ? options->sha256 : NULL);
  return &self->base;
}

JuePageSource *
jue_pdf_open (const char *path, const JuePdfOptions *options, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autoptr (GBytes) bytes = read_file (path, error);
  return bytes != NULL ? jue_pdf_open_bytes (bytes, path, options, error) : NULL;
}
