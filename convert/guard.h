#ifndef JUE_GUARD_H
#define JUE_GUARD_H

#include <stdio.h>

#include <glib.h>

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
 */
typedef struct {
  volatile guint *current_page;
  GArray *skip_pages;
  char *skip_reason;
} JueGuardContext;

/**
 * JueGuardJob
 * @run: does the work in the child process. Writes what the parent shall read to @messages; its result, 0 or more, is
 *   handed over
 * @clean: called in the parent after a child died, to remove what it left behind; may be NULL
 */
typedef struct {
  int (*run) (gpointer data, const JueGuardContext *context, FILE *messages);
  void (*clean) (gpointer data, int pid);
  gpointer data;
} JueGuardJob;

/**
 * JueGuardResult: what the last attempt said.
 * @status: what run returned; -1 if no attempt came to its end
 * @signal: the signal that ended the last attempt; 0 if none did
 * @messages: what run wrote in the attempt that came to its end; never NULL. Owned
 */
typedef struct {
  int status;
  int signal;
  char *messages;
} JueGuardResult;

/**
 * jue_guard_run: runs @job in a child process, so that a crash, a hang or a greedy page of a library hurts nobody else.
 * If the child dies or exceeds a limit at a page, it is started again and told to skip that page.
 * Returns: FALSE with @error (JUE_ERROR_INPUT, _LIMIT or _SYSTEM) if no attempt came to its end. @result is filled in any
 * case, and cleared with jue_guard_result_clear.
 */
gboolean jue_guard_run (const JueGuardJob *job, const JueGuardLimits *limits, JueGuardResult *result, GError **error);

void jue_guard_result_clear (JueGuardResult *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JueGuardResult, jue_guard_result_clear)

#endif
