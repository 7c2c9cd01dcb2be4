/*
 * A supervisor for work that untrusted files may make crash, hang or grow.
 *
 *   parent                                 child (fork)
 *     | watches time and the page counter    | limits on memory and CPU time
 *     | <---------- shared page counter ---- | current_page = 1, 2, 3 …
 *     | <---------- pipe: messages --------- | … "end STATUS"
 *
 * A child whose messages do not close with an "end" line has died. The parent then starts another one that skips the
 * page at which it happened. Nothing is exec'd, so what the parent has loaded is shared and a start costs about a
 * millisecond.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */

#include "convert/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "extract/error.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* How often the parent looks at the clock, in milliseconds. */
#define TICK 50
/* More than this many bytes of messages come from a child that has gone astray. */
#define MAX_MESSAGES (16u << 20)

/* One child at work, as the parent sees it. */
typedef struct {
  const JueGuardLimits *limits;
  const JueGuardContext *context;
  gint64 deadline; /* monotonic, in microseconds; 0 = none */
  pid_t pid;
  int fd;
  GString *messages;
  guint page;          /* the page seen at the last look */
  gint64 page_started; /* the child's CPU time then, in microseconds */
  JueError code;
  char *reason; /* why it was killed; NULL = it was not */
} Watch;

static void
set_limit (int resource, guint64 value)
{
  struct rlimit limit = { value, value };
  if (value != 0)
    setrlimit (resource, &limit);
}

/* Limits the child and keeps libraries from writing on our standard error. */
static void
confine (const JueGuardLimits *limits)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  set_limit (RLIMIT_CPU, limits->cpu_seconds);
  if (SANITIZED)
    return;
  set_limit (RLIMIT_AS, limits->memory);
  struct rlimit none = { 0, 0 };
  setrlimit (RLIMIT_CORE, &none);
  int null = open ("/dev/null", O_WRONLY);
  if (null >= 0)
    dup2 (null, STDERR_FILENO);
}

static void G_GNUC_NORETURN
run_child (const JueGuardJob *job, const JueGuardLimits *limits, const JueGuardContext *context, int fd)
{
  confine (limits);
  FILE *messages = fdopen (fd, "w");
  if (messages == NULL)
    _exit (EXIT_FAILURE);
  int status = job->run (job->data, context, messages);
  fprintf (messages, "end %d\n", status);
  gboolean written = fclose (messages) == 0;
  if (SANITIZED)
    exit (written ? EXIT_SUCCESS : EXIT_FAILURE); /* lets the leak check run */
  _exit (written ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* The child's CPU time in microseconds; 0 if it cannot be told. */
static gint64
cpu_time (pid_t pid)
{
  clockid_t clock;
  struct timespec t;
  if (clock_getcpuclockid (pid, &clock) != 0 || clock_gettime (clock, &t) != 0)
    return 0;
  return (gint64)t.tv_sec * G_USEC_PER_SEC + t.tv_nsec / 1000;
}

static void
kill_child (Watch *self, JueError code, char *reason)
{
  self->code = code;
  self->reason = reason;
  kill (self->pid, SIGKILL);
}

/* The signals that end us; those that we were told to ignore are left out. */
static void
fill_ending_signals (sigset_t *set)
{
  const int ending[] = { SIGINT, SIGTERM, SIGHUP };
  sigemptyset (set);
  for (guint i = 0; i < G_N_ELEMENTS (ending); i++) {
    struct sigaction now;
    if (sigaction (ending[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
      sigaddset (set, ending[i]);
  }
}

static gboolean
is_interrupted (void)
{
  sigset_t pending;
  sigpending (&pending);
  return sigismember (&pending, SIGINT) || sigismember (&pending, SIGTERM) || sigismember (&pending, SIGHUP);
}

/* Kills the child if it is overdue. */
static void
check_clocks (Watch *self)
{
  const JueGuardLimits *limits = self->limits;
  guint page = *self->context->current_page;
  gint64 cpu = cpu_time (self->pid);
  if (page != self->page) {
    self->page = page;
    self->page_started = cpu;
  }
  gint64 page_cpu = cpu - self->page_started;
  if (is_interrupted ())
    kill_child (self, JUE_ERROR_SYSTEM, g_strdup ("interrupted"));
  else if (self->deadline != 0 && g_get_monotonic_time () > self->deadline)
    kill_child (self, JUE_ERROR_LIMIT, g_strdup_printf ("took longer than %u s", limits->seconds));
  else if (limits->page_seconds != 0 && page != 0 && page_cpu > limits->page_seconds * G_USEC_PER_SEC)
    kill_child (self, JUE_ERROR_LIMIT, g_strdup_printf ("took longer than %u s", limits->page_seconds));
}

/* Takes what is in the pipe. FALSE at its end. */
static gboolean
take_messages (Watch *self)
{
  char buffer[4096];
  ssize_t n = read (self->fd, buffer, sizeof buffer);
  if (n < 0)
    return errno == EINTR;
  g_string_append_len (self->messages, buffer, n);
  if (self->messages->len > MAX_MESSAGES)
    kill_child (self, JUE_ERROR_LIMIT, g_strdup ("too many messages"));
  return n > 0;
}

static void
watch_child (Watch *self)
{
  while (self->reason == NULL) {
    struct pollfd p = { self->fd, POLLIN, 0 };
    if (poll (&p, 1, TICK) > 0 && !take_messages (self))
      return;
    check_clocks (self);
  }
}

/* Cuts the closing "end STATUS" line off the messages. -1 if there is none. */
static int
take_status (GString *messages)
{
  const char *line = g_strrstr (messages->str, "end ");
  if (line == NULL || (line > messages->str && line[-1] != '\n') || !g_str_has_suffix (line, "\n"))
    return -1;
  int status = (int)g_ascii_strtoull (line + strlen ("end "), NULL, 10);
  g_string_truncate (messages, (gsize)(line - messages->str));
  return status;
}

/* Says in words how a child ended that was not killed by us. */
static void
explain_death (Watch *self, int wait_status)
{
  int sig = WIFSIGNALED (wait_status) ? WTERMSIG (wait_status) : 0;
  self->code = JUE_ERROR_INPUT;
  if (sig == SIGXCPU || sig == SIGKILL) {
    self->code = JUE_ERROR_LIMIT;
    self->reason = g_strdup_printf ("took longer than %u s", self->limits->cpu_seconds);
  } else if (sig == SIGABRT || sig == SIGTRAP) {
    self->reason = g_strdup_printf ("ran out of memory or was given up by a library (signal %d)", sig);
  } else if (sig != 0) {
    self->reason = g_strdup_printf ("crashed a library (signal %d)", sig);
  } else {
    self->reason = g_strdup_printf ("made a library give up (status %d)", WEXITSTATUS (wait_status));
  }
}

/* Waits for the child's end. TRUE if it said "end". */
static gboolean
reap_child (Watch *self, JueGuardResult *result)
{
  int wait_status = 0;
  while (waitpid (self->pid, &wait_status, 0) < 0 && errno == EINTR)
    ;
  close (self->fd);
  result->signal = WIFSIGNALED (wait_status) ? WTERMSIG (wait_status) : 0;
  result->status = WIFEXITED (wait_status) && WEXITSTATUS (wait_status) == 0 ? take_status (self->messages) : -1;
  if (result->status >= 0 && self->reason == NULL)
    return TRUE;
  result->status = -1;
  if (self->reason == NULL)
    explain_death (self, wait_status);
  return FALSE;
}

static gboolean
start_child (Watch *self, const JueGuardJob *job, const sigset_t *old_mask, GError **error)
{
  int fds[2];
  if (pipe (fds) != 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "cannot make a pipe: %s", g_strerror (errno));
    return FALSE;
  }
  fflush (NULL);
  self->pid = fork ();
  if (self->pid == 0) {
    close (fds[0]);
    sigprocmask (SIG_SETMASK, old_mask, NULL);
    run_child (job, self->limits, self->context, fds[1]);
  }
  close (fds[1]);
  self->fd = fds[0];
  if (self->pid > 0)
    return TRUE;
  close (fds[0]);
  g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "cannot start a process: %s", g_strerror (errno));
  return FALSE;
}

/* Remembers that the page at work is to be skipped. FALSE if no page can be blamed or time is up. */
static gboolean
blame_page (JueGuardContext *context, const Watch *watch)
{
  guint page = *context->current_page;
  if (page == 0 || is_interrupted () || (watch->deadline != 0 && g_get_monotonic_time () > watch->deadline))
    return FALSE;
  for (guint i = 0; i < context->skip_pages->len; i++)
    if (g_array_index (context->skip_pages, guint, i) == page)
      return FALSE;
  g_array_append_val (context->skip_pages, page);
  if (context->skip_reason == NULL) {
    context->skip_reason = g_strdup (watch->reason);
  } else if (strstr (context->skip_reason, watch->reason) == NULL) {
    char *both = g_strdup_printf ("%s, or %s", context->skip_reason, watch->reason);
    g_free (context->skip_reason);
    context->skip_reason = both;
  }
  return TRUE;
}

/* One attempt. TRUE if the job came to its end, or starting it again is useless (then with @error); FALSE to try
   again. */
static gboolean
attempt (Watch *watch, const JueGuardJob *job, JueGuardContext *context, const sigset_t *old_mask, gboolean last,
         JueGuardResult *result, GError **error)
{
  *context->current_page = 0;
  watch->page = 0;
  g_string_truncate (watch->messages, 0);
  g_clear_pointer (&watch->reason, g_free);
  if (!start_child (watch, job, old_mask, error))
    return TRUE;
  watch_child (watch);
  if (reap_child (watch, result))
    return TRUE;
  if (job->clean != NULL)
    job->clean (job->data, watch->pid);
  if (blame_page (context, watch) && !last)
    return FALSE;
  if (*context->current_page != 0)
    g_set_error (error, JUE_ERROR, watch->code, "page %u %s", *context->current_page, watch->reason);
  else
    g_set_error (error, JUE_ERROR, watch->code, "the document %s", watch->reason);
  return TRUE;
}

static void
run_attempts (const JueGuardJob *job, const JueGuardLimits *limits, JueGuardContext *context, const sigset_t *old_mask,
              JueGuardResult *result, GError **error)
{
  Watch watch = { .limits = limits, .context = context, .messages = g_string_new (NULL) };
  if (limits->seconds != 0)
    watch.deadline = g_get_monotonic_time () + (gint64)limits->seconds * G_USEC_PER_SEC;
  for (guint i = 1; !attempt (&watch, job, context, old_mask, i >= limits->attempts, result, error); i++)
    ;
  g_free (watch.reason);
  if (result->status < 0)
    g_string_truncate (watch.messages, 0);
  result->messages = g_string_free (watch.messages, FALSE);
}

gboolean
jue_guard_run (const JueGuardJob *job, const JueGuardLimits *limits, JueGuardResult *result, GError **error)
{
  *result = (JueGuardResult){ .status = -1 };
  guint *shared = mmap (NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "cannot share memory: %s", g_strerror (errno));
    result->messages = g_strdup ("");
    return FALSE;
  }
  JueGuardContext context = { shared, g_array_new (FALSE, FALSE, sizeof (guint)), NULL };
  sigset_t ending, old_mask;
  fill_ending_signals (&ending);
  sigprocmask (SIG_BLOCK, &ending, &old_mask);
  run_attempts (job, limits, &context, &old_mask, result, error);
  sigprocmask (SIG_SETMASK, &old_mask, NULL); /* a signal that came meanwhile ends us here, after the cleaning */
  g_array_free (context.skip_pages, TRUE);
  g_free (context.skip_reason);
  munmap (shared, sizeof *shared);
  return result->status >= 0;
}

void
jue_guard_result_clear (JueGuardResult *self)
{
  g_clear_pointer (&self->messages, g_free);
}
