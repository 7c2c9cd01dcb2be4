/*
 * From the bytes of a PDF to a report, with the untrusted work in a locked process (guard.h, sandbox.h):
 *
 *   here                                     child
 *     | --------- open file, name, sum ------> | jue_pdf_open_bytes → jue_normalize → jue_check
 *     | <-------- shared memory: packed ------ | jue_report_write_packed
 *     | jue_report_read_packed, which believes nothing
 */
#define _GNU_SOURCE /* memfd_create */

#include "convert/parser.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "check/check.h"
#include "convert/bell.h"
#include "convert/checksum.h"
#include "convert/sandbox.h"
#include "convert/watch.h"
#include "extract/error.h"
#include "extract/pdf.h"
#include "normalize/normalize.h"
#include "normalize/report-read.h"
#include "normalize/report-write.h"

struct JueParser {
  JueParserOptions options;
  JueGuard *guard;
  int stream;  /* the shared memory */
  guint locks; /* the parts of a sandbox that this kernel has */
  JuePlaces *places;
  guint documents; /* read by the process at work */
  int fd;          /* the document at hand */
  JueSource *source;
};

/* What the child answers. */
enum { READ, REFUSED };

static gboolean
check_length (const JuePageSource *pages, guint most, GError **error)
{
  guint n = jue_page_source_info (pages)->pages;
  if (n <= most)
    return TRUE;
  g_set_error (error, JUE_ERROR, JUE_ERROR_LIMIT, "%u pages, more than %u", n, most);
  return FALSE;
}

/* What stands for a checksum that is not yet known. */
#define NO_SUM "0000000000000000000000000000000000000000000000000000000000000000"

/* The chain from a PDF to a report. @name and @sha256 are those of the file. */
static JueReport *
make_report (const JueParserOptions *options, GBytes *bytes, const char *name, const char *sha256,
             const JueGuardContext *context, GError **error)
{
  JuePdfOptions pdf_options = { .password = options->password,
                                .skip_pages = context->skip_pages,
                                .skip_reason = context->skip_reason,
                                .current_page = context->current_page,
                                .sha256 = sha256 };
  JuePageSource *pdf = jue_pdf_open_bytes (bytes, name, &pdf_options, error);
  if (pdf == NULL)
    return NULL;
  g_autoptr (JuePageSource) pages = jue_watch_new (pdf, context->current_page);
  if (!check_length (pages, options->max_pages, error))
    return NULL;
  g_autoptr (JueReport) report = jue_normalize (pages, options->catalogue, NULL, error);
  if (report == NULL || !jue_check (report, options->catalogue, error))
    return NULL;
  return g_steal_pointer (&report);
}

static GBytes *
map_file (int fd, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (fd, FALSE, &reason);
  if (file != NULL)
    return g_mapped_file_get_bytes (file);
  g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "%s", reason->message);
  return NULL;
}

/* A JueWriteFunc; @data points to a file descriptor. */
static gboolean
write_all (gpointer data, const char *bytes, gsize length, GError **error)
{
  while (length > 0) {
    ssize_t n = write (*(const int *)data, bytes, length);
    if (n < 0 && errno != EINTR) {
      g_set_error (error, JUE_ERROR, JUE_ERROR_LIMIT, "the report cannot be handed over: %s", g_strerror (errno));
      return FALSE;
    }
    bytes += MAX (n, 0);
    length -= (gsize)MAX (n, 0);
  }
  return TRUE;
}

static gboolean
hand_over (JueParser *self, const JueReport *report, GError **error)
{
  if (ftruncate (self->stream, 0) != 0 || lseek (self->stream, 0, SEEK_SET) != 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "the report cannot be handed over: %s", g_strerror (errno));
    return FALSE;
  }
  return jue_report_write_packed (report, write_all, &self->stream, error);
}

/* Runs in the child. The request is checksum, line end, name. */
static int
read_pdf (gpointer data, const JueGuardContext *context, FILE *messages)
{
  JueParser *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = g_strndup (context->request, strcspn (context->request, "\n"));
  const char *name = context->request + strlen (sha256) + 1;
  g_autoptr (GBytes) bytes = map_file (context->fd, &error);
  close (context->fd);
  g_autoptr (JueReport) report =
      bytes != NULL ? make_report (&self->options, bytes, name, sha256, context, &error) : NULL;
  if (report != NULL && hand_over (self, report, &error))
    return READ;
  g_autofree char *line = g_strdelimit (g_strdup (error != NULL ? error->message : "failed"), "\n\r", ' ');
  fprintf (messages, "%d %s\n", error != NULL ? error->code : JUE_ERROR_INPUT, line);
  return REFUSED;
}

/* Runs in a new child. */
static gboolean
lock_up (gpointer data, int requests, int replies)
{
  JueParser *self = data;
  if (self->options.no_sandbox || JUE_SANITIZED)
    return TRUE;
  const int needed[] = { requests, replies, self->stream };
  struct rlimit largest = { JUE_PARSER_MAX_REPORT, JUE_PARSER_MAX_REPORT };
  jue_sandbox_close_files (needed, G_N_ELEMENTS (needed));
  setrlimit (RLIMIT_FSIZE, &largest);
  guint in_force = jue_sandbox_enter (self->places, (self->locks & JUE_SANDBOX_TELLS) != 0 ? requests : -1);
  return in_force == self->locks;
}

/* The child's bell has rung. */
static char *
answer_bell (gpointer data, int bell)
{
  const JueParser *self = data;
  return jue_bell_answer (bell, self->places);
}

/* Finds out the checksum while the child is at work. */
static void
sum_up (gpointer data)
{
  JueParser *self = data;
  if (*self->source->sha256 != '\0')
    return;
  g_autofree char *sum = jue_checksum (self->fd, NULL);
  g_strlcpy (self->source->sha256, sum != NULL ? sum : NO_SUM, sizeof self->source->sha256);
}

JueParser *
jue_parser_new (const JueParserOptions *options, GError **error)
{
  static const JueGuardLimits usual = { JUE_PARSER_MEMORY, JUE_PARSER_SECONDS, JUE_PARSER_SECONDS,
                                        JUE_PARSER_PAGE_SECONDS, JUE_PARSER_ATTEMPTS };
  g_autoptr (JueParser) self = g_new0 (JueParser, 1);
  self->options = *options;
  self->options.max_pages = options->max_pages != 0 ? options->max_pages : JUE_PARSER_PAGES;
  self->locks = options->no_sandbox ? 0 : options->locks != 0 ? options->locks : jue_sandbox_available ();
  self->places = jue_places_new ();
  self->stream = memfd_create ("report", MFD_CLOEXEC);
  if (self->stream < 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "cannot share memory: %s", g_strerror (errno));
    return NULL;
  }
  JueGuardJob job = { .run = read_pdf, .data = self, .prepare = lock_up, .meanwhile = sum_up, .judge = answer_bell };
  self->guard = jue_guard_new (&job, options->limits != NULL ? options->limits : &usual, error);
  return self->guard != NULL ? g_steal_pointer (&self) : NULL;
}

void
jue_parser_free (JueParser *self)
{
  if (self == NULL)
    return;
  jue_guard_free (self->guard);
  if (self->stream >= 0)
    close (self->stream);
  jue_places_free (self->places);
  g_free (self);
}

/* Bytes of memory that a process holds; 0 if it cannot be told. */
static guint64
resident (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/statm", pid);
  g_autofree char *text = NULL;
  if (pid == 0 || !g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  char *rest = text;
  g_ascii_strtoull (rest, &rest, 10);
  return g_ascii_strtoull (rest, NULL, 10) * (guint64)sysconf (_SC_PAGESIZE);
}

/* Replaces a process that has done its share or has grown. */
static void
renew (JueParser *self)
{
  self->documents++;
  if (self->documents < JUE_PARSER_MAX_DOCUMENTS && resident (jue_guard_pid (self->guard)) < JUE_PARSER_MAX_RESIDENT)
    return;
  jue_guard_retire (self->guard);
  self->documents = 0;
}

static void
take_refusal (const char *line, GError **error)
{
  char *text = NULL;
  guint64 code = g_ascii_strtoull (line, &text, 10);
  g_autofree char *clean = g_utf8_make_valid (g_strstrip (text), -1);
  g_set_error (error, JUE_ERROR, code <= JUE_ERROR_USAGE ? (int)code : JUE_ERROR_INPUT, "%s", clean);
}

/* What we know of the file ourselves. */
static void
state_source (JueReport *report, const JueSource *source)
{
  g_free (report->source.name);
  report->source.name = g_utf8_make_valid (source->name, -1);
  memcpy (report->source.sha256, source->sha256, sizeof source->sha256);
  report->source.bytes = source->bytes;
}

static JueReport *
read_stream (JueParser *self, const JueSource *source, GError **error)
{
  if (lseek (self->stream, 0, SEEK_SET) != 0)
    return NULL;
  JueReport *report = jue_report_read_packed (self->stream, error);
  if (report != NULL)
    state_source (report, source);
  else
    g_prefix_error (error, "the report came broken: ");
  return report;
}

JueReport *
jue_parser_read (JueParser *self, int fd, JueSource *source, gint64 *cpu, GError **error)
{
  const char *sum = *source->sha256 != '\0' ? source->sha256 : NO_SUM;
  g_auto (JueGuardResult) result = { 0 };
  g_autofree char *request = g_strdup_printf ("%s\n%s", sum, source->name);
  self->fd = fd;
  self->source = source;
  gboolean done = jue_guard_do (self->guard, request, fd, &result, error);
  JueReport *report = NULL;
  if (done && result.status == READ)
    report = read_stream (self, source, error);
  else if (done)
    take_refusal (result.messages, error);
  if (cpu != NULL)
    *cpu = result.cpu;
  renew (self);
  return report;
}
