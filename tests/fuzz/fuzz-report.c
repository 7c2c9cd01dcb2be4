/* The reader of report streams; what it accepts is written, and has to be read again. */
#include <stdio.h>
#include <stdlib.h>

#include "normalize/report-read.h"
#include "normalize/report-write.h"
#include "tests/fuzz/fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *path = fuzz_file (data, size);
  g_autoptr (JueReport) report = path != NULL ? jue_report_read (path, NULL) : NULL;
  if (report == NULL)
    return 0;
  char *bytes = NULL;
  size_t length = 0;
  FILE *out = open_memstream (&bytes, &length);
  if (out == NULL)
    return 0;
  g_assert (jue_report_write_file (report, out, NULL));
  fclose (out);
  path = fuzz_file ((const uint8_t *)bytes, length);
  free (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (JueReport) again = path != NULL ? jue_report_read (path, &error) : NULL;
  if (again == NULL)
    g_error ("what was written cannot be read: %s", error != NULL ? error->message : "no file");
  return 0;
}
