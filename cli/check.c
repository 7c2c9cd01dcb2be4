#include "check/check.h"

#include "cli/filter.h"
#include "normalize/report-read.h"

static JueReport *
read_and_check (const JueFilter *self, const JueCatalogue *catalogue, FILE *out, GError **error)
{
  (void)out;
  g_autoptr (JueReport) report = jue_report_read (self->path, error);
  return report != NULL && jue_check (report, catalogue, error) ? g_steal_pointer (&report) : NULL;
}

static int
check (JueFilter *self)
{
  return jue_filter_report (self, read_and_check);
}

static int
run (int argc, char **argv)
{
  JueFilter self = { 0 };
  return jue_filter_run (&self, &jue_command_check, "Take the known forms and identities from DIR", NULL, argc, argv,
                         check);
}

const JueCommand jue_command_check = {
  "check",
  "[REPORT|-]",
  "Report to a report with findings",
  "Reads a report, compares its values with each other, and writes it with findings and the proof of each value.",
  run,
};
