#ifndef JUE_GUARD_H
#define JUE_GUARD_H

#include <stdio.h>

#include <glib.h>

/* Builds with sanitizers need far more address space, talk on standard error and look for leaks when a process ends. */
#if defined(__SANITIZE_ADDRESS__)
#define JUE_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define JUE_SANITIZED 1
#endif
#endif
#ifndef JUE_SANITIZED
#define JUE_SANITIZED 0
#endif

/**
 * JueGuardLimits: what a guarded job may use.
 * @memory: bytes of address space; not enforced in builds with sanitizers, which need far more; 0 = no limit
 * @seconds: wall clock over all attempts; 0 = no limit
 * @cpu_seconds: CPU time of one attempt; 0 = no limit
 * @page_seconds: CPU time at one page; 0 = no limit
 * @attempts: how often the job is started at most, at least 1
 */
typedef struct {
  guint64 memory;
  guint seconds;
  guint cpu_seconds;
  guint page_seconds;
  guint attempts;
} JueGuardLimits;

/**
 * JueGuardContext: what the job is told about itself.
 * @current_page: the job stores here which page it is at; 0 = none, then a failure costs the whole job
 * @skip_pages: pages (guint) that made earlier attempts fail
 * @skip_reason: why; NULL at the first attempt
 * @request: what jue_guard_do was given; "" for jue_guard_run
 * @fd: the open file that came with the request, to be closed by the job; or -1
 */
typedef struct {
  volatile guint *current_page;
  GArray *skip_pages;
  char *skip_reason;
  const char *request;
  int fd;
} JueGuardContext;

/** Longest request, bytes. */
#define JUE_GUARD_MAX_REQUEST 16384

/**
 * JueGuardJob
 * @run: does the work in the child process. Writes what the parent shall read to @messages; its result, 0 or more, is
 *   handed over
 * @prepare: called in a new child before its first job, with the files over which it hears and answers; FALSE makes the
 *   child give up; may be NULL
 * @meanwhile: called in the parent while the child is at its first attempt, for work that needs no answer; may be NULL
 * @clean: called in the parent after a child died, to remove what it left behind; may be NULL
 * @judge: called in the parent when the descriptor that the child sent it over @requests while it prepared can be read:
 *   NULL = the child may go on; else what it tried to do, to be freed: the child is killed and the job has failed. NULL if
 *   children send none
 */
typedef struct {
  int (*run) (gpointer data, const JueGuardContext *context, FILE *messages);
  void (*clean) (gpointer data, int pid);
  gpointer data;
  gboolean (*prepare) (gpointer data, int requests, int replies);
  void (*meanwhile) (gpointer data);
  char *(*judge) (gpointer data, int bell);
} JueGuardJob;

/**
 * JueGuardResult: what the last attempt said.
 * @status: what run returned; -1 if no attempt came to its end
 * @signal: the signal that ended the last attempt; 0 if none did
 * @cpu: CPU time of all attempts, microseconds
 * @messages: what run wrote in the attempt that came to its end; never NULL. Owned
 */
typedef struct {
  int status;
  int signal;
  gint64 cpu;
  char *messages;
} JueGuardResult;

/**
 * JueGuard: keeps a child process that does one job after the other, so that a crash, a hang or a greedy page of a
 * library hurts nobody else. A child that died is replaced.
 */
typedef struct JueGuard JueGuard;

/** jue_guard_new: nothing is started yet. @job and @limits are copied, what @job points to is borrowed. */
JueGuard *jue_guard_new (const JueGuardJob *job, const JueGuardLimits *limits, GError **error);

/** jue_guard_free: ends the child. */
void jue_guard_free (JueGuard *self);

/**
 * jue_guard_do: has a job done.
 * If the child dies or exceeds a limit at a page, another one is started and told to skip that page. A child that somebody
 * else killed (SIGKILL) gets a second and third chance without that.
 * @request: less than JUE_GUARD_MAX_REQUEST bytes
 * @fd: an open file that the job gets a copy of, or -1
 * Returns: FALSE with @error (JUE_ERROR_INPUT, _LIMIT or _SYSTEM) if no attempt came to its end. @result is filled in any
 * case, and cleared with jue_guard_result_clear.
 */
gboolean jue_guard_do (JueGuard *self, const char *request, int fd, JueGuardResult *result, GError **error);

/** jue_guard_retire: ends the child; the next job gets a fresh one. */
void jue_guard_retire (JueGuard *self);

/** jue_guard_pid: the child's process id; 0 if there is none. */
int jue_guard_pid (const JueGuard *self);

/** jue_guard_run: one job in a child of its own. */
gboolean jue_guard_run (const JueGuardJob *job, const JueGuardLimits *limits, JueGuardResult *result, GError **error);

void jue_guard_result_clear (JueGuardResult *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JueGuardResult, jue_guard_result_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueGuard, jue_guard_free)

#endif
