/* The reader of page streams; what it accepts is written again. */
#include <stdio.h>

#include "extract/page-read.h"
#include "extract/page-write.h"
#include "tests/fuzz/fuzz.h"

static void
copy (JuePageSource *source, FILE *out)
{
  JuePageWriter *writer = jue_page_writer_new (out, jue_page_source_info (source));
  for (;;) {
    g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
    if (page == NULL)
      break;
    jue_page_writer_add (writer, page, NULL);
  }
  jue_page_writer_finish (writer, NULL);
  jue_page_writer_free (writer);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *path = fuzz_file (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JuePageSource) source = path != NULL ? jue_page_reader_new (path, &error) : NULL;
  FILE *out = fopen ("/dev/null", "w");
  if (source != NULL && out != NULL)
    copy (source, out);
  if (out != NULL)
    fclose (out);
  return 0;
}
