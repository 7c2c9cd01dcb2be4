/* The chain without processes and sandbox, as a yardstick for convert: bench-in-process DIR FORMATS FILE …
 * Prints documents, pages and CPU seconds. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "check/check.h"
#include "convert/convert.h"
#include "extract/pdf.h"
#include "normalize/normalize.h"

static double
cpu_seconds (void)
{
  struct timespec t;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Returns: the number of pages. */
static guint
convert (const char *path, const char *dir, char **formats, const JueCatalogue *catalogue)
{
  g_autoptr (JuePageSource) pages = jue_pdf_open (path, NULL, NULL);
  g_autoptr (JueReport) report = pages != NULL ? jue_normalize (pages, catalogue, NULL, NULL) : NULL;
  if (report == NULL || !jue_check (report, catalogue, NULL))
    return 0;
  g_autofree char *stem = jue_convert_stem (path);
  for (guint i = 0; formats[i] != NULL; i++)
    jue_export_files (report, jue_exporter_find (formats[i]), dir, stem, NULL, NULL);
  return report->source.pages;
}

int
main (int argc, char **argv)
{
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  if (argc < 4 || catalogue == NULL)
    return 2;
  g_auto (GStrv) formats = g_strsplit (argv[2], ",", -1);
  double start = cpu_seconds ();
  guint pages = 0;
  for (int i = 3; i < argc; i++)
    pages += convert (argv[i], argv[1], formats, catalogue);
  printf ("%d %u %.3f\n", argc - 3, pages, cpu_seconds () - start);
  return 0;
}
