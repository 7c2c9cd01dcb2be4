/*
 * Many files through the whole chain, one after the other, each in a child process (guard.h):
 *
 *   jue_pdf_open → jue_normalize → jue_check → jue_export_files for each format
 *
 * The child writes the outputs itself, through sinks that rename a file when it is complete, and hands its warnings to
 * the parent. The catalogue is loaded once and shared by fork.
 */
#include "convert/convert.h"

#include <string.h>

#include <glib/gstdio.h>

#include "check/check.h"
#include "convert/watch.h"
#include "extract/error.h"
#include "extract/pdf.h"
#include "normalize/normalize.h"

/* One file on its way. */
typedef struct {
  const char *path;
  const char *stem;
  const JueConvertOptions *options;
} Document;

char *
jue_convert_stem (const char *path)
{
  if (strcmp (path, "-") == 0)
    return g_strdup ("report");
  g_autofree char *name = g_path_get_basename (path);
  gsize length = strlen (name);
  if (length > 4 && g_ascii_strcasecmp (name + length - 4, ".pdf") == 0)
    name[length - 4] = '\0';
  return g_steal_pointer (&name);
}

void
jue_convert_clean (const char *dir, int pid)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  g_autofree char *prefix = g_strdup_printf (".juesuan-%d-", pid);
  const char *name;
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (dir, name, NULL);
    if (g_str_has_prefix (name, prefix))
      g_unlink (path);
  }
}

static JueReport *
make_report (const Document *document, const JueGuardContext *context, GError **error)
{
  JuePdfOptions pdf_options = { .password = document->options->password,
                                .skip_pages = context->skip_pages,
                                .skip_reason = context->skip_reason,
                                .current_page = context->current_page };
  JuePageSource *pdf = jue_pdf_open (document->path, &pdf_options, error);
  if (pdf == NULL)
    return NULL;
  g_autoptr (JuePageSource) pages = jue_watch_new (pdf, context->current_page);
  g_autoptr (JueReport) report = jue_normalize (pages, document->options->catalogue, NULL, error);
  if (report == NULL || !jue_check (report, document->options->catalogue, error))
    return NULL;
  return g_steal_pointer (&report);
}

static gboolean
export_report (const Document *document, const JueReport *report, GError **error)
{
  const JueConvertOptions *options = document->options;
  for (guint i = 0; options->exporters[i] != NULL; i++)
    if (!jue_export_files (report, options->exporters[i], options->dir, document->stem, options->export_options, error))
      return FALSE;
  return TRUE;
}

/* Runs in the child. */
static int
convert_document (gpointer data, const JueGuardContext *context, FILE *messages)
{
  const Document *document = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JueReport) report = make_report (document, context, &error);
  if (report == NULL || !export_report (document, report, &error)) {
    jue_message_write (messages, JUE_MESSAGE_ERROR, NULL, 0, error != NULL ? error->message : "failed");
    return JUE_OUTCOME_FAILED;
  }
  gboolean doubtful = jue_tell_warnings (report->diagnoses, NULL, jue_message_write, messages);
  return doubtful ? JUE_OUTCOME_DOUBTFUL : JUE_OUTCOME_CLEAN;
}

static void
clean_up (gpointer data, int pid)
{
  const Document *document = data;
  jue_convert_clean (document->options->dir, pid);
}

static JueOutcome
convert_file (const char *path, const char *stem, const JueConvertOptions *options)
{
  static const JueGuardLimits usual = { JUE_CONVERT_MEMORY, JUE_CONVERT_SECONDS, JUE_CONVERT_SECONDS,
                                        JUE_CONVERT_PAGE_SECONDS, JUE_CONVERT_ATTEMPTS };
  Document document = { path, stem, options };
  JueGuardJob job = { .run = convert_document, .clean = clean_up, .data = &document };
  g_auto (JueGuardResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  if (!jue_guard_run (&job, options->limits != NULL ? options->limits : &usual, &result, &error)) {
    options->tell (options->data, JUE_MESSAGE_ERROR, path, 0, error->message);
    return JUE_OUTCOME_FAILED;
  }
  jue_message_read (result.messages, path, options->tell, options->data);
  return result.status <= JUE_OUTCOME_FAILED ? (JueOutcome)result.status : JUE_OUTCOME_FAILED;
}

/* A name for the outputs of @path that is not in @used, which takes it over. */
static const char *
unique_stem (GHashTable *used, const char *path, const JueConvertOptions *options)
{
  g_autofree char *stem = jue_convert_stem (path);
  char *unique = g_strdup (stem);
  for (guint n = 2; g_hash_table_contains (used, unique); n++) {
    g_free (unique);
    unique = g_strdup_printf ("%s-%u", stem, n);
  }
  g_hash_table_add (used, unique);
  if (strcmp (unique, stem) != 0) {
    g_autofree char *text =
        g_strdup_printf ("another file is named so too; the outputs of this one are named %s", unique);
    options->tell (options->data, JUE_MESSAGE_NOTE, path, 0, text);
  }
  return unique;
}

JueOutcome
jue_convert_files (const char *const *files, const JueConvertOptions *options)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint count[JUE_OUTCOME_FAILED + 1] = { 0 };
  guint n = g_strv_length ((char **)files);
  for (guint i = 0; i < n; i++) {
    if (options->progress != NULL)
      options->progress (options->data, i, n, files[i]);
    count[convert_file (files[i], unique_stem (used, files[i], options), options)]++;
  }
  if (count[JUE_OUTCOME_FAILED] == n)
    return JUE_OUTCOME_FAILED;
  return count[JUE_OUTCOME_CLEAN] == n ? JUE_OUTCOME_CLEAN : JUE_OUTCOME_DOUBTFUL;
}
