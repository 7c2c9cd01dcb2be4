#include <signal.h>

#include "cli/filter.h"
#include "cli/output.h"
#include "convert/watch.h"
#include "extract/error.h"
#include "extract/page-write.h"
#include "extract/pdf.h"

typedef struct {
  JueFilter base;
  char *password;
} Options;

static gboolean
copy_pages (JuePageSource *pages, FILE *out, JueDiagnoses *diagnoses, GError **error)
{
  g_autoptr (JuePageWriter) writer = jue_page_writer_new (out, jue_page_source_info (pages));
  GError *failure = NULL;
  JuePage *page;
  while (failure == NULL && (page = jue_page_source_next (pages, &failure)) != NULL) {
    jue_diagnoses_append (diagnoses, page->diagnoses);
    jue_page_writer_add (writer, page, &failure);
    jue_page_free (page);
  }
  if (failure == NULL)
    return jue_page_writer_finish (writer, error);
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
extract (const Options *self, const JueGuardContext *context, JueDiagnoses *diagnoses, GError **error)
{
  JuePdfOptions pdf_options = { .password = self->password, .current_page = context->current_page };
  JuePageSource *pdf = jue_pdf_open (self->base.path, &pdf_options, error);
  if (pdf == NULL)
    return FALSE;
  g_autoptr (JuePageSource) pages = jue_watch_new (pdf, context->current_page);
  g_autoptr (JueOutput) output = jue_output_open (self->base.output, self->base.gzip, error);
  if (output == NULL || !copy_pages (pages, jue_output_stream (output), diagnoses, error))
    return FALSE;
  return jue_output_finish (g_steal_pointer (&output), error);
}

/* Runs in the child. */
static int
run_guarded (gpointer data, const JueGuardContext *context, FILE *messages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JueDiagnoses) diagnoses = jue_diagnoses_new ();
  if (!extract (data, context, diagnoses, &error)) {
    jue_message_write (messages, JUE_MESSAGE_ERROR, NULL, 0, error->message);
    return JUE_OUTCOME_FAILED;
  }
  gboolean doubtful = jue_tell_warnings (diagnoses, NULL, jue_message_write, messages);
  return doubtful ? JUE_OUTCOME_DOUBTFUL : JUE_OUTCOME_CLEAN;
}

static void
clean_up (gpointer data, int pid)
{
  const JueFilter *self = data;
  if (self->output == NULL)
    return;
  g_autofree char *folder = jue_output_folder (self->output);
  jue_convert_clean (folder, pid);
}

static int
extract_guarded (JueFilter *self)
{
  /* What was written cannot be taken back: one attempt. The reader may be slow: only CPU time counts. */
  const JueGuardLimits limits = { .memory = JUE_PARSER_MEMORY, .cpu_seconds = JUE_PARSER_SECONDS, .attempts = 1 };
  JueGuardJob job = { .run = run_guarded, .clean = clean_up, .data = self };
  g_auto (JueGuardResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  if (jue_guard_run (&job, &limits, &result, &error)) {
    jue_message_read (result.messages, self->path, jue_cli_tell, &self->common);
    return jue_cli_status (&self->common, (JueOutcome)result.status);
  }
  if (result.signal == SIGPIPE)
    raise (SIGPIPE); /* as if we had written ourselves */
  return jue_cli_fail (self->path, error);
}

static int
run (int argc, char **argv)
{
  Options self = { .password = NULL };
  const GOptionEntry more[] = { { "password", 0, 0, G_OPTION_ARG_FILENAME, &self.password,
                                  "Password of an encrypted PDF", "TEXT" },
                                G_OPTION_ENTRY_NULL };
  int status = jue_filter_run (&self.base, &jue_command_extract, NULL, more, argc, argv, extract_guarded);
  g_free (self.password);
  return status;
}

const JueCommand jue_command_extract = {
  "extract",
  "[FILE|-]",
  "PDF to a stream of pages",
  "Reads a PDF and writes what its pages show (characters, ruling lines, fills, pictures) as an XML stream.",
  run,
};
