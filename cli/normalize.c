#include <string.h>

#include "cli/filter.h"
#include "extract/error.h"
#include "extract/page-read.h"
#include "normalize/normalize.h"

typedef struct {
  JueFilter base;
  char *dump_name;
  JueDump dump;
} Options;

static gboolean
find_dump (const char *name, JueDump *dump)
{
  static const char *const names[] = { "none", "lines", "grids", "forms" };
  if (name == NULL)
    name = "none";
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0) {
      *dump = (JueDump)i;
      return TRUE;
    }
  return FALSE;
}

static JueReport *
read_and_normalize (const JueFilter *base, const JueCatalogue *catalogue, FILE *out, GError **error)
{
  g_autoptr (JuePageSource) pages = jue_page_reader_new (base->path, error);
  if (pages == NULL)
    return NULL;
  JueNormalizeOptions options = { ((const Options *)base)->dump, out };
  return jue_normalize (pages, catalogue, &options, error);
}

static int
normalize (JueFilter *base)
{
  Options *self = (Options *)base;
  if (!find_dump (self->dump_name, &self->dump))
    return jue_cli_bad_usage ("normalize", "--dump takes lines, grids or forms, not '%s'", self->dump_name);
  base->silent = self->dump != JUE_DUMP_NONE;
  return jue_filter_report (base, read_and_normalize);
}

static int
run (int argc, char **argv)
{
  Options self = { .dump = JUE_DUMP_NONE };
  const GOptionEntry more[] = { { "dump", 0, 0, G_OPTION_ARG_FILENAME, &self.dump_name,
                                  "Draw what a stage saw instead: lines, grids or forms", "STAGE" },
                                G_OPTION_ENTRY_NULL };
  int status =
      jue_filter_run (&self.base, &jue_command_normalize, "Take the known forms from DIR", more, argc, argv, normalize);
  g_free (self.dump_name);
  return status;
}

const JueCommand jue_command_normalize = {
  "normalize",
  "[PAGES|-]",
  "Stream of pages to a report",
  "Reads a stream of pages and writes the report: its forms, rows, amounts and notes, each with its place, as XML.",
  run,
};
