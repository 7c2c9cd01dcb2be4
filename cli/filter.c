#include "cli/filter.h"

#include "cli/output.h"
#include "normalize/report-write.h"

/* The options of @self that the command offers, and then @more. */
static GArray *
gather_entries (JueFilter *self, const char *forms_help, const GOptionEntry *more)
{
  GArray *entries = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));
  const GOptionEntry frame[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, "Write to FILE instead of standard output", "FILE" },
    { "gzip", 'z', 0, G_OPTION_ARG_NONE, &self->gzip, "Compress the output", NULL },
    { "forms", 0, 0, G_OPTION_ARG_FILENAME, &self->forms, forms_help, "DIR" },
  };
  g_array_append_vals (entries, frame, G_N_ELEMENTS (frame) - (forms_help == NULL ? 1 : 0));
  for (const GOptionEntry *e = more; e != NULL && e->long_name != NULL; e++)
    g_array_append_val (entries, *e);
  return entries;
}

int
jue_filter_run (JueFilter *self, const JueCommand *command, const char *forms_help, const GOptionEntry *more, int argc,
                char **argv, int (*work) (JueFilter *self))
{
  g_autoptr (GArray) entries = gather_entries (self, forms_help, more);
  int status;
  if (jue_cli_parse (command, (const GOptionEntry *)(void *)entries->data, 1, argc, argv, &self->common, &status)) {
    self->path = self->common.files != NULL ? self->common.files[0] : "-";
    status = work (self);
  }
  jue_common_clear (&self->common);
  g_free (self->output);
  g_free (self->forms);
  return status;
}

static JueReport *
deliver (const JueFilter *self, JueFilterMake make, GError **error)
{
  g_autoptr (JueOutput) output = jue_output_open (self->output, self->gzip, error);
  g_autoptr (JueCatalogue) catalogue = output != NULL ? jue_catalogue_load (self->forms, error) : NULL;
  if (catalogue == NULL)
    return NULL;
  g_autoptr (JueReport) report = make (self, catalogue, jue_output_stream (output), error);
  if (report == NULL || (!self->silent && !jue_report_write_file (report, jue_output_stream (output), error)))
    return NULL;
  return jue_output_finish (g_steal_pointer (&output), error) ? g_steal_pointer (&report) : NULL;
}

int
jue_filter_report (JueFilter *self, JueFilterMake make)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JueReport) report = deliver (self, make, &error);
  return report != NULL ? jue_cli_deliver (&self->common, report) : jue_cli_fail (self->path, error);
}
