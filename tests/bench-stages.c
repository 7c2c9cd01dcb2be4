/* What each stage takes of the chain in one process: bench-stages DIR FILE …
 *
 * Prints a name and CPU seconds per line, summed over the files; each file is read with a catalogue of its own, as by a
 * program that converts one file. "patterns" is the part of normalize and check that is spent in the catalogue's patterns.
 *
 * The linker leads the calls of normalize for pages and of everybody for patterns through this file (--wrap), so that the
 * program under measurement stays as it is.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "check/check.h"
#include "convert/convert.h"
#include "extract/pdf.h"
#include "normalize/catalogue-private.h"
#include "normalize/normalize.h"

static double pages_seconds, patterns_seconds;

static double
seconds (clockid_t clock)
{
  struct timespec t;
  clock_gettime (clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double
cpu_seconds (void)
{
  return seconds (CLOCK_PROCESS_CPUTIME_ID);
}

/* ---- the wrapped calls ---- */

JuePage *__real_jue_page_source_next (JuePageSource *self, GError **error);
JuePage *__wrap_jue_page_source_next (JuePageSource *self, GError **error);
gboolean __real_jue_patterns_allow (JuePatterns *self, const char *text);
gboolean __wrap_jue_patterns_allow (JuePatterns *self, const char *text);
gboolean __real_jue_patterns_search (JuePatterns *self, const char *text, GMatchInfo **match);
gboolean __wrap_jue_patterns_search (JuePatterns *self, const char *text, GMatchInfo **match);
gboolean __real_jue_patterns_search_from (JuePatterns *self, const char *text, gsize from, GMatchInfo **match);
gboolean __wrap_jue_patterns_search_from (JuePatterns *self, const char *text, gsize from, GMatchInfo **match);

JuePage *
__wrap_jue_page_source_next (JuePageSource *self, GError **error)
{
  double start = cpu_seconds ();
  JuePage *page = __real_jue_page_source_next (self, error);
  pages_seconds += cpu_seconds () - start;
  return page;
}

/* These are many and short, so the cheaper clock takes them. */
gboolean
__wrap_jue_patterns_allow (JuePatterns *self, const char *text)
{
  double start = seconds (CLOCK_MONOTONIC);
  gboolean answer = __real_jue_patterns_allow (self, text);
  patterns_seconds += seconds (CLOCK_MONOTONIC) - start;
  return answer;
}

gboolean
__wrap_jue_patterns_search (JuePatterns *self, const char *text, GMatchInfo **match)
{
  double start = seconds (CLOCK_MONOTONIC);
  gboolean answer = __real_jue_patterns_search (self, text, match);
  patterns_seconds += seconds (CLOCK_MONOTONIC) - start;
  return answer;
}

gboolean
__wrap_jue_patterns_search_from (JuePatterns *self, const char *text, gsize from, GMatchInfo **match)
{
  double start = seconds (CLOCK_MONOTONIC);
  gboolean answer = __real_jue_patterns_search_from (self, text, from, match);
  patterns_seconds += seconds (CLOCK_MONOTONIC) - start;
  return answer;
}

/* ---- the chain ---- */

typedef enum { CATALOGUE, OPEN, NORMALIZE, CHECK, EXPORT, N_STAGES } Stage;

/* CPU time since the last call goes to the stage. */
static void
lap (double *stages, Stage stage, double *last)
{
  double now = cpu_seconds ();
  stages[stage] += now - *last;
  *last = now;
}

static gboolean
convert (const char *path, const char *dir, double *stages)
{
  double last = cpu_seconds ();
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  lap (stages, CATALOGUE, &last);
  g_autoptr (JuePageSource) pages = jue_pdf_open (path, NULL, NULL);
  lap (stages, OPEN, &last);
  g_autoptr (JueReport) report = pages != NULL ? jue_normalize (pages, catalogue, NULL, NULL) : NULL;
  lap (stages, NORMALIZE, &last);
  if (report == NULL || !jue_check (report, catalogue, NULL))
    return FALSE;
  lap (stages, CHECK, &last);
  g_autofree char *stem = jue_convert_stem (path);
  gboolean done = jue_export_files (report, jue_exporter_find ("xml"), dir, stem, NULL, NULL);
  lap (stages, EXPORT, &last);
  return done;
}

int
main (int argc, char **argv)
{
  double stages[N_STAGES] = { 0 };
  if (argc < 3)
    return 2;
  for (int i = 2; i < argc; i++)
    if (!convert (argv[i], argv[1], stages))
      fprintf (stderr, "bench-stages: %s: no report\n", argv[i]);
  printf ("catalogue %.6f\n", stages[CATALOGUE]);
  printf ("extract %.6f\n", stages[OPEN] + pages_seconds);
  printf ("normalize %.6f\n", stages[NORMALIZE] - pages_seconds);
  printf ("check %.6f\n", stages[CHECK]);
  printf ("export %.6f\n", stages[EXPORT]);
  printf ("patterns %.6f\n", patterns_seconds);
  return 0;
}
