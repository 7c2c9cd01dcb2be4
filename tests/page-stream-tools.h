#ifndef JUE_PAGE_STREAM_TOOLS_H
#define JUE_PAGE_STREAM_TOOLS_H

/* What the tests of the page stream share. */

#include "extract/page-read.h"
#include "extract/page-write.h"
#include "tests/stream-tools.h"

/* Reads all pages of a file; the code of the failure, or -1 if there was none. */
static inline gint
read_code (const char *path, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JuePageSource) pages = jue_page_reader_new (path, &error);
  guint n = 0;
  for (JuePage *page; pages != NULL && (page = jue_page_source_next (pages, &error)) != NULL; n++)
    jue_page_free (page);
  if (n_pages != NULL)
    *n_pages = n;
  if (error == NULL)
    return -1;
  CU_ASSERT_EQUAL (error->domain, JUE_ERROR);
  return error->code;
}

static inline gint
read_text_code (const char *text, guint *n_pages)
{
  char *path = test_file (text, strlen (text));
  gint code = read_code (path, n_pages);
  test_file_remove (path);
  return code;
}

static inline JuePage *
read_only_page (const char *text)
{
  char *path = test_file (text, strlen (text));
  g_autoptr (JuePageSource) pages = jue_page_reader_new (path, NULL);
  JuePage *page = jue_page_source_next (pages, NULL);
  CU_ASSERT_PTR_NULL (jue_page_source_next (pages, NULL));
  test_file_remove (path);
  return page;
}

#endif
