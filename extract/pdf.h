#ifndef JUE_PDF_H
#define JUE_PDF_H

#include "extract/page-source.h"

/** Most pages of one file; one with more is refused with JUE_ERROR_LIMIT. */
#define JUE_PDF_MAX_PAGES 50000

/**
 * JuePdfOptions: how to open a PDF.
 * @password: user or owner password, or NULL
 * @skip_pages: page numbers (guint) that are not to be opened, or NULL; they come as failed pages.
 *   A supervisor names here the pages that crashed or hung before.
 * @skip_reason: why, for the diagnosis
 * @current_page: if not NULL, the number of the page at work is stored here before it is opened (shared memory of a supervisor)
 * @sha256: if not NULL, the bytes' checksum, which then is not computed again
 * @layout_only: always take the text from Poppler's layout, never from the printing route; for tests that compare the two
 */
typedef struct {
  const char *password;
  const GArray *skip_pages;
  const char *skip_reason;
  volatile guint *current_page;
  const char *sha256;
  gboolean layout_only;
} JuePdfOptions;

/**
 * jue_pdf_check: whether PDF files can be read at all in this process; asked once, the answer is kept over forks.
 * Returns: FALSE with JUE_ERROR_SYSTEM if the capture of lines does not work with the libraries that are installed.
 */
gboolean jue_pdf_check (GError **error);

/** jue_pdf_fonts_folder: the folder of the program's own fonts, which it has to read; NULL if there is none. Free with g_free. */
char *jue_pdf_fonts_folder (void);

/**
 * jue_pdf_open: opens a PDF file; "-" reads standard input.
 * @options: or NULL
 * Returns: a source of its pages, to be freed; or NULL with JUE_ERROR_INPUT, _PASSWORD, _LIMIT or _SYSTEM.
 */
JuePageSource *jue_pdf_open (const char *path, const JuePdfOptions *options, GError **error);

/**
 * jue_pdf_open_bytes: the same of a PDF in memory.
 * @bytes: a reference is kept as long as the source lives
 * @name: what the source is called; folders are taken off
 */
JuePageSource *jue_pdf_open_bytes (GBytes *bytes, const char *name, const JuePdfOptions *options, GError **error);

#endif
