#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "cli/cli.h"
#include "cli/log.h"
#include "convert/lock.h"
#include "convert/sandbox.h"
#include "extract/error.h"
#include "extract/pdf.h"

typedef struct {
  JueCommon common;
  char *dir;
  char *formats;
  char *password;
  char *forms;
  JueExportOptions export_options;
  gboolean manifest, force, retry_failed, no_sandbox, nul;
  char *list;
  char *log;
  int jobs;
  int seconds, page_seconds, megabytes, max_pages;
  JueGuardLimits limits;
} Options;

/* Most workers. */
#define JOBS_MOST 256

/* The exporters that a list like "xml,csv" names, ended by NULL; NULL if it names an unknown one or none. */
static GPtrArray *
find_exporters (const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  for (guint i = 0; names[i] != NULL; i++) {
    const JueExporter *exporter = jue_exporter_find (names[i]);
    if (exporter == NULL)
      return NULL;
    if (!g_ptr_array_find (found, exporter, NULL))
      g_ptr_array_add (found, (gpointer)exporter);
  }
  if (found->len == 0)
    return NULL;
  g_ptr_array_add (found, NULL);
  return g_steal_pointer (&found);
}

static void
show_progress (gpointer common, guint i, guint n, const char *file)
{
  (void)common;
  g_autofree char *name = g_path_get_basename (file);
  fprintf (stderr, "\r\033[K[%u/%u] %s%s", i + 1, n, name, i + 1 == n ? "\r\033[K" : "");
}

/* Whether this is a run with a manifest. */
static gboolean
is_bulk (const Options *self)
{
  if (self->manifest || self->list != NULL || self->jobs != 0 || self->force || self->retry_failed)
    return TRUE;
  for (char **file = self->common.files; file != NULL && *file != NULL; file++)
    if (g_file_test (*file, G_FILE_TEST_IS_DIR))
      return TRUE;
  return FALSE;
}

static gboolean
logs_json (const Options *self)
{
  return g_strcmp0 (self->log, "json") == 0;
}

/* Says what of the sandbox is missing, and why. @has: what this kernel has of it */
static void
tell_sandbox (const Options *self, guint has)
{
  JueLog log, loud;
  jue_log_init (&log, &self->common, logs_json (self));
  jue_log_init (&loud, &(JueCommon){ 0 }, logs_json (self));
  if (self->no_sandbox)
    jue_log_tell (&loud, JUE_MESSAGE_WARNING, NULL, 0,
                  "WARNING: --no-sandbox: a malicious PDF can do whatever you can do");
  else if (!(has & JUE_SANDBOX_CALLS))
    jue_log_tell (&loud, JUE_MESSAGE_WARNING, NULL, 0,
                  "WARNING: this kernel has no seccomp: a malicious PDF is not kept from network and programs");
  else if (!(has & JUE_SANDBOX_FILES))
    jue_log_tell (&log, JUE_MESSAGE_NOTE, NULL, 0,
                  "this kernel has no Landlock: a malicious PDF could read other files, but hand them to nobody");
  else if (!(has & JUE_SANDBOX_TELLS))
    jue_log_tell (&log, JUE_MESSAGE_NOTE, NULL, 0,
                  "this kernel does not say what a malicious PDF tries: its attempts to open files only fail");
}

static int
convert_few (Options *self, const JueDeskOptions *desk)
{
  g_autoptr (GError) error = NULL;
  JueLock *lock = NULL;
  if (!jue_lock_share (self->dir, &lock, &error))
    return jue_cli_fail (self->dir, error);
  gboolean progress = !self->common.quiet && g_strv_length (self->common.files) > 1 && isatty (STDERR_FILENO);
  JueConvertOptions options = {
    .desk = *desk, .tell = jue_cli_tell, .progress = progress ? show_progress : NULL, .data = &self->common
  };
  JueOutcome outcome = jue_convert_files ((const char *const *)self->common.files, &options);
  jue_lock_release (lock, FALSE);
  return jue_cli_status (&self->common, outcome);
}

static int
convert_bulk (Options *self, const JueDeskOptions *desk)
{
  JueLog log;
  JueBulkCount count;
  jue_log_init (&log, &self->common, logs_json (self));
  JueBulkOptions options = { .desk = *desk,
                             .paths = (const char *const *)self->common.files,
                             .list = self->list,
                             .list_nul = self->nul,
                             .forms = self->forms,
                             .workers = (guint)MAX (self->jobs, 1),
                             .force = self->force,
                             .retry_failed = self->retry_failed,
                             .tell = jue_log_tell,
                             .row = jue_log_row,
                             .tick = jue_log_tick,
                             .data = &log };
  JueOutcome outcome = jue_bulk_run (&options, &count);
  if (count.total + count.unreadable > 0 || outcome == JUE_OUTCOME_CLEAN)
    jue_log_summary (&log, &count);
  if (count.signal != 0)
    raise (count.signal);
  return jue_cli_status (&self->common, outcome);
}

static int
convert_files (Options *self, GPtrArray *exporters)
{
  g_autoptr (GError) error = NULL;
  guint locks = self->no_sandbox ? 0 : jue_sandbox_available (); /* first, since it forks: while we are small */
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (self->forms, &error);
  if (catalogue == NULL || !jue_pdf_check (&error))
    return jue_cli_fail (NULL, error);
  tell_sandbox (self, locks);
  JueDeskOptions desk = { .dir = self->dir,
                          .exporters = (const JueExporter *const *)exporters->pdata,
                          .export_options = &self->export_options,
                          .parser = { .catalogue = catalogue,
                                      .password = self->password,
                                      .limits = &self->limits,
                                      .max_pages = (guint)self->max_pages,
                                      .no_sandbox = self->no_sandbox,
                                      .locks = locks } };
  return is_bulk (self) ? convert_bulk (self, &desk) : convert_few (self, &desk);
}

/* FALSE if a limit makes no sense. */
static gboolean
set_limits (Options *self)
{
  if (self->seconds < 1 || self->page_seconds < 1 || self->megabytes < 1 || self->max_pages < 1)
    return FALSE;
  self->limits = (JueGuardLimits){ .memory = (guint64)self->megabytes << 20,
                                   .seconds = (guint)self->seconds,
                                   .cpu_seconds = (guint)self->seconds,
                                   .page_seconds = (guint)self->page_seconds,
                                   .attempts = JUE_PARSER_ATTEMPTS };
  return TRUE;
}

static const char *
find_misuse (Options *self)
{
  if (self->common.files == NULL && self->list == NULL)
    return "no file given";
  if (self->dir == NULL)
    return "-o DIR is missing";
  if (self->common.files != NULL && g_strv_contains ((const char *const *)self->common.files, "-"))
    return "standard input can only be read by 'juesuan extract'";
  if (self->jobs < 0 || self->jobs > JOBS_MOST)
    return "-j takes a number from 1 to 256";
  if (self->log != NULL && strcmp (self->log, "json") != 0 && strcmp (self->log, "text") != 0)
    return "--log takes text or json";
  if (self->nul && self->list == NULL)
    return "--null goes with --files-from";
  if (!set_limits (self))
    return "limits are numbers from 1 on";
  return NULL;
}

static int
run_options (Options *self)
{
  const char *misuse = find_misuse (self);
  if (misuse != NULL)
    return jue_cli_bad_usage ("convert", "%s", misuse);
  const char *formats = self->formats != NULL ? self->formats : "xml,json,csv";
  g_autoptr (GPtrArray) exporters = find_exporters (formats);
  if (exporters == NULL)
    return jue_cli_bad_usage ("convert", "--to takes xml, json and csv, separated by commas, not '%s'", formats);
  if (g_mkdir_with_parents (self->dir, 0777) != 0) {
    g_autoptr (GError) error = g_error_new (JUE_ERROR, JUE_ERROR_OUTPUT, "cannot make this folder");
    return jue_cli_fail (self->dir, error);
  }
  return convert_files (self, exporters);
}

/* The arguments with -jN as -j N, which alone GLib understands. Free the array, not the strings, which live as long as we. */
static GPtrArray *
split_jobs (int argc, char **argv)
{
  GPtrArray *split = g_ptr_array_new ();
  for (int i = 0; i < argc; i++) {
    if (strncmp (argv[i], "-j", 2) == 0 && g_ascii_isdigit (argv[i][2])) {
      g_ptr_array_add (split, (gpointer) "-j");
      g_ptr_array_add (split, argv[i] + 2);
    } else {
      g_ptr_array_add (split, argv[i]);
    }
  }
  g_ptr_array_add (split, NULL);
  return split;
}

static int
run (int argc, char **argv)
{
  g_autoptr (GPtrArray) arguments = split_jobs (argc, argv);
  Options self = { .seconds = JUE_PARSER_SECONDS,
                   .page_seconds = JUE_PARSER_PAGE_SECONDS,
                   .megabytes = (int)(JUE_PARSER_MEMORY >> 20),
                   .max_pages = JUE_PARSER_PAGES };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.dir, "Write into this folder, which is made if missing", "DIR" },
    { "to", 't', 0, G_OPTION_ARG_FILENAME, &self.formats, "Formats, separated by commas; default: xml,json,csv",
      "LIST" },
    { "password", 0, 0, G_OPTION_ARG_FILENAME, &self.password, "Password of encrypted PDFs", "TEXT" },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &self.export_options.bom, "Begin csv files with a byte order mark", NULL },
    { "raw-text", 0, 0, G_OPTION_ARG_NONE, &self.export_options.raw_text, "Do not neutralize formulas in csv files",
      NULL },
    { "gzip", 'z', 0, G_OPTION_ARG_NONE, &self.export_options.gzip, "Compress every output", NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &self.jobs, "Convert with N processes", "N" },
    { "files-from", 0, 0, G_OPTION_ARG_FILENAME, &self.list, "Take files and folders from this list; - = stdin",
      "LIST" },
    { "null", '0', 0, G_OPTION_ARG_NONE, &self.nul, "Entries of the list end in a zero byte", NULL },
    { "manifest", 0, 0, G_OPTION_ARG_NONE, &self.manifest, "Keep a manifest, also for a few files", NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &self.force, "Convert also what is unchanged", NULL },
    { "retry-failed", 0, 0, G_OPTION_ARG_NONE, &self.retry_failed, "Convert only what failed before", NULL },
    { "log", 0, 0, G_OPTION_ARG_FILENAME, &self.log, "How to report: text or json", "HOW" },
    { "max-seconds", 0, 0, G_OPTION_ARG_INT, &self.seconds, "Longest time for a document; default: 28", "S" },
    { "max-page-seconds", 0, 0, G_OPTION_ARG_INT, &self.page_seconds, "Longest CPU time for a page; default: 5", "S" },
    { "max-memory", 0, 0, G_OPTION_ARG_INT, &self.megabytes, "Most memory for a document; default: 1024", "MIB" },
    { "max-pages", 0, 0, G_OPTION_ARG_INT, &self.max_pages, "Most pages of a document; default: 10000", "N" },
    { "no-sandbox", 0, 0, G_OPTION_ARG_NONE, &self.no_sandbox, "Do not lock up the process that reads PDFs", NULL },
    { "forms", 0, 0, G_OPTION_ARG_FILENAME, &self.forms, "Take the known forms from DIR", "DIR" },
    G_OPTION_ENTRY_NULL
  };
  int status;
  if (jue_cli_parse (&jue_command_convert, entries, G_MAXUINT, (int)arguments->len - 1, (char **)arguments->pdata,
                     &self.common, &status))
    status = run_options (&self);
  jue_common_clear (&self.common);
  g_free (self.dir);
  g_free (self.formats);
  g_free (self.password);
  g_free (self.list);
  g_free (self.log);
  g_free (self.forms);
  return status;
}

const JueCommand jue_command_convert = {
  "convert",
  "FILE|FOLDER…",
  "PDF files to XML, JSON and CSV, the whole chain",
  "Converts each PDF to DIR/NAME.xml, .json and .csv files. A file that crashes or hangs harms no other.\n"
  "With folders, --files-from or -j: skips what is unchanged, and keeps DIR/manifest.csv and DIR/manifest.jsonl.",
  run,
};
