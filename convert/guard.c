/*
 * A supervisor for work that untrusted files may make crash, hang or grow.
 *
 *   parent                                 child (fork)
 *     | ------------ socket: request, file → | limits on memory
 *     | watches time and the page counter    |
 *     | <---------- shared page counter ---- | current_page = 1, 2, 3 …
 *     | <---------- pipe: messages --------- | … "end STATUS"
 *     | <---------- bell ------------------- | tries something that the sandbox forbids
 *
 * A child stays for the next job. One whose messages do not close with an "end" line has died. The parent then starts
 * another one that skips the page at which it happened. Nothing is exec'd, so what the parent has loaded is shared and a
 * start costs about a millisecond.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */

#include "convert/guard.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "convert/guard-child.h"
#include "convert/signals.h"
#include "extract/error.h"

/* How often the parent looks at the clock, in milliseconds. */
#define TICK 50
/* More than this many bytes of messages come from a child that has gone astray. */
#define MAX_MESSAGES (16u << 20)
/* How often a job is begun again whose child was killed by somebody else: the kernel when memory ran out, or a person. */
#define MAX_MURDERS 2

struct JueGuard {
  JueGuardJob job;
  JueGuardLimits limits;
  JueGuardChild child;
  guint *current_page; /* shared with the child */
};

/* One job, as the parent sees it. */
typedef struct {
  JueGuard *guard;
  JueGuardContext context;
  sigset_t old_mask;
  gint64 deadline; /* monotonic, in microseconds; 0 = none */
  GString *messages;
  gboolean began;
  guint failures;      /* attempts that failed by themselves */
  guint murders;       /* attempts whose child was killed by somebody else */
  gint64 started;      /* the child's CPU time when it got the job, in microseconds */
  guint page;          /* the page seen at the last look */
  gint64 page_started; /* the child's CPU time then */
  gint64 cpu;          /* of the attempts that are over */
  JueError code;
  char *reason;    /* why the attempt failed; NULL = it did not */
  gboolean killed; /* by us */
  gboolean guilty; /* tried something that the sandbox forbids */
} Watch;

JueGuard *
jue_guard_new (const JueGuardJob *job, const JueGuardLimits *limits, GError **error)
{
  guint *shared = mmap (NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "cannot share memory: %s", g_strerror (errno));
    return NULL;
  }
  JueGuard *self = g_new0 (JueGuard, 1);
  self->job = *job;
  self->limits = *limits;
  self->current_page = shared;
  return self;
}

static gboolean
left_badly (int wait_status)
{
  return WIFEXITED (wait_status) && WEXITSTATUS (wait_status) != 0;
}

void
jue_guard_retire (JueGuard *self)
{
  if (self->child.pid != 0 && left_badly (jue_guard_child_reap (&self->child)) && JUE_SANITIZED)
    abort (); /* a leak, which the child has described */
}

void
jue_guard_free (JueGuard *self)
{
  if (self == NULL)
    return;
  jue_guard_retire (self);
  munmap (self->current_page, sizeof *self->current_page);
  g_free (self);
}

int
jue_guard_pid (const JueGuard *self)
{
  return self->child.pid;
}

static void
kill_child (Watch *self, JueError code, char *reason)
{
  self->code = code;
  self->reason = reason;
  self->killed = TRUE;
  kill (self->guard->child.pid, SIGKILL);
}

/* Kills the child if it is overdue. */
static void
check_clocks (Watch *self)
{
  const JueGuardLimits *limits = &self->guard->limits;
  guint page = *(volatile guint *)self->guard->current_page;
  gint64 cpu = jue_guard_child_cpu (&self->guard->child);
  if (page != self->page) {
    self->page = page;
    self->page_started = cpu;
  }
  if (jue_signals_pending () != 0)
    kill_child (self, JUE_ERROR_SYSTEM, g_strdup ("interrupted"));
  else if (self->deadline != 0 && g_get_monotonic_time () > self->deadline)
    kill_child (self, JUE_ERROR_LIMIT, g_strdup_printf ("took longer than %u s", limits->seconds));
  else if (limits->cpu_seconds != 0 && cpu - self->started > limits->cpu_seconds * G_USEC_PER_SEC)
    kill_child (self, JUE_ERROR_LIMIT, g_strdup_printf ("took longer than %u s", limits->cpu_seconds));
  else if (limits->page_seconds != 0 && page != 0 && cpu - self->page_started > limits->page_seconds * G_USEC_PER_SEC)
    kill_child (self, JUE_ERROR_LIMIT, g_strdup_printf ("took longer than %u s", limits->page_seconds));
}

/* Whether the messages are complete: the last line is "end STATUS". */
static gboolean
is_complete (const GString *messages)
{
  if (messages->len == 0 || messages->str[messages->len - 1] != '\n')
    return FALSE;
  const char *line = messages->str + messages->len - 1;
  while (line > messages->str && line[-1] != '\n')
    line--;
  return g_str_has_prefix (line, "end ");
}

/* Takes what is in the pipe. FALSE at its end, and at the end of the messages. */
static gboolean
take_messages (Watch *self)
{
  char buffer[4096];
  ssize_t n = read (self->guard->child.replies, buffer, sizeof buffer);
  if (n < 0)
    return errno == EINTR;
  g_string_append_len (self->messages, buffer, n);
  if (self->messages->len > MAX_MESSAGES)
    kill_child (self, JUE_ERROR_LIMIT, g_strdup ("too many messages"));
  return n > 0 && !is_complete (self->messages);
}

/* Hears what the child wants to do. */
static void
hear_bell (Watch *self)
{
  JueGuard *guard = self->guard;
  if (guard->child.bell < 0) {
    jue_guard_child_take_bell (&guard->child);
    return;
  }
  g_autofree char *deed = guard->job.judge != NULL ? guard->job.judge (guard->job.data, guard->child.bell) : NULL;
  if (deed == NULL)
    return;
  self->guilty = TRUE;
  kill_child (self, JUE_ERROR_INPUT, g_strdup_printf ("tried to %s, which the sandbox forbids", deed));
}

static void
watch_child (Watch *self)
{
  const JueGuardChild *child = &self->guard->child;
  nfds_t n = self->guard->job.judge != NULL ? 2 : 1;
  gint64 next_look = 0;
  while (!self->killed) {
    struct pollfd p[] = { { child->replies, POLLIN, 0 },
                          { child->bell >= 0 ? child->bell : child->requests, POLLIN, 0 } };
    if (poll (p, n, TICK) > 0) {
      if ((p[1].revents & POLLIN) != 0)
        hear_bell (self);
      if (p[0].revents != 0 && !self->killed && !take_messages (self))
        return;
    }
    gint64 now = g_get_monotonic_time ();
    if (self->killed || now < next_look)
      continue;
    check_clocks (self);
    next_look = now + TICK * 1000;
  }
}

/* Cuts the closing "end STATUS" line off complete messages. */
static int
take_status (GString *messages)
{
  const char *line = g_strrstr (messages->str, "end ");
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
  if (sig == SIGKILL) {
    self->code = JUE_ERROR_SYSTEM;
    self->reason = g_strdup ("was killed from outside, perhaps since memory ran out");
  } else if (sig == SIGSYS) {
    self->reason = g_strdup ("tried to do something that the sandbox forbids");
  } else if (sig == SIGABRT || sig == SIGTRAP) {
    self->reason = g_strdup_printf ("ran out of memory or was given up by a library (signal %d)", sig);
  } else if (sig != 0) {
    self->reason = g_strdup_printf ("crashed a library (signal %d)", sig);
  } else {
    self->reason = g_strdup_printf ("made a library give up (status %d)", WEXITSTATUS (wait_status));
  }
}

/* Remembers that the page at work is to be skipped. FALSE if no page can be blamed. */
static gboolean
blame_page (Watch *self)
{
  JueGuardContext *context = &self->context;
  guint page = *context->current_page;
  if (page == 0)
    return FALSE;
  for (guint i = 0; i < context->skip_pages->len; i++)
    if (g_array_index (context->skip_pages, guint, i) == page)
      return FALSE;
  g_array_append_val (context->skip_pages, page);
  if (context->skip_reason == NULL) {
    context->skip_reason = g_strdup (self->reason);
  } else if (strstr (context->skip_reason, self->reason) == NULL) {
    char *both = g_strdup_printf ("%s, or %s", context->skip_reason, self->reason);
    g_free (context->skip_reason);
    context->skip_reason = both;
  }
  return TRUE;
}

/* Whether another attempt makes sense after a death by @sig. */
static gboolean
can_try_again (Watch *self, int sig)
{
  if (jue_signals_pending () != 0 || (self->deadline != 0 && g_get_monotonic_time () > self->deadline) || sig == SIGSYS
      || self->guilty)
    return FALSE;
  if (sig == SIGKILL && !self->killed && self->murders < MAX_MURDERS) {
    self->murders++;
    return TRUE;
  }
  return blame_page (self) && ++self->failures < self->guard->limits.attempts;
}

/* Starts a child if there is none, or the one that waited has died meanwhile, and hands over the job. */
static gboolean
begin (Watch *self, GError **error)
{
  JueGuard *guard = self->guard;
  for (guint i = 0; i < 2; i++) {
    if (guard->child.pid != 0 && waitpid (guard->child.pid, NULL, WNOHANG) != 0)
      jue_guard_child_reap (&guard->child);
    if (guard->child.pid == 0
        && !jue_guard_child_start (&guard->child, &guard->job, &guard->limits, guard->current_page, &self->old_mask,
                                   error))
      return FALSE;
    self->started = self->page_started = jue_guard_child_cpu (&guard->child);
    if (jue_guard_child_send (&guard->child, &self->context))
      return TRUE;
    jue_guard_child_reap (&guard->child);
  }
  g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "cannot give work to a process");
  return FALSE;
}

/* Notes how a child ended that did not complete its messages. Returns: the signal that ended it, or 0. */
static int
bury (Watch *self)
{
  JueGuard *guard = self->guard;
  int pid = guard->child.pid;
  int wait_status = jue_guard_child_reap (&guard->child);
  if (self->reason == NULL)
    explain_death (self, wait_status);
  if (guard->job.clean != NULL)
    guard->job.clean (guard->job.data, pid);
  return WIFSIGNALED (wait_status) ? WTERMSIG (wait_status) : 0;
}

/* One attempt. TRUE if the job came to its end, or starting it again is useless (then with @error); FALSE to try
   again. */
static gboolean
attempt (Watch *self, JueGuardResult *result, GError **error)
{
  *self->context.current_page = 0;
  self->page = 0;
  self->killed = FALSE;
  g_string_truncate (self->messages, 0);
  g_clear_pointer (&self->reason, g_free);
  if (!begin (self, error))
    return TRUE;
  if (self->guard->job.meanwhile != NULL && !self->began)
    self->guard->job.meanwhile (self->guard->job.data);
  self->began = TRUE;
  watch_child (self);
  self->cpu += MAX (jue_guard_child_cpu (&self->guard->child) - self->started, 0);
  if (!self->killed && is_complete (self->messages)) {
    result->status = take_status (self->messages);
    return TRUE;
  }
  guint page = *self->context.current_page;
  result->signal = bury (self);
  if (can_try_again (self, result->signal))
    return FALSE;
  if (page != 0)
    g_set_error (error, JUE_ERROR, self->code, "page %u %s", page, self->reason);
  else
    g_set_error (error, JUE_ERROR, self->code, "the document %s", self->reason);
  return TRUE;
}

gboolean
jue_guard_do (JueGuard *self, const char *request, int fd, JueGuardResult *result, GError **error)
{
  g_return_val_if_fail (strlen (request) < JUE_GUARD_MAX_REQUEST, FALSE);
  Watch watch = { .guard = self, .messages = g_string_new (NULL) };
  watch.context =
      (JueGuardContext){ self->current_page, g_array_new (FALSE, FALSE, sizeof (guint)), NULL, request, fd };
  if (self->limits.seconds != 0)
    watch.deadline = g_get_monotonic_time () + (gint64)self->limits.seconds * G_USEC_PER_SEC;
  *result = (JueGuardResult){ .status = -1 };
  jue_signals_hold (&watch.old_mask);
  while (!attempt (&watch, result, error))
    ;
  sigprocmask (SIG_SETMASK, &watch.old_mask, NULL); /* a signal that came meanwhile ends us here, after the cleaning */
  if (result->status < 0)
    g_string_truncate (watch.messages, 0);
  result->cpu = watch.cpu;
  result->messages = g_string_free (watch.messages, FALSE);
  g_free (watch.reason);
  g_array_free (watch.context.skip_pages, TRUE);
  g_free (watch.context.skip_reason);
  return result->status >= 0;
}

gboolean
jue_guard_run (const JueGuardJob *job, const JueGuardLimits *limits, JueGuardResult *result, GError **error)
{
  g_autoptr (JueGuard) self = jue_guard_new (job, limits, error);
  if (self != NULL)
    return jue_guard_do (self, "", -1, result, error);
  *result = (JueGuardResult){ .status = -1, .messages = g_strdup ("") };
  return FALSE;
}

void
jue_guard_result_clear (JueGuardResult *self)
{
  g_clear_pointer (&self->messages, g_free);
}
