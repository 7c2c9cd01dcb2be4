#ifndef JUE_GUARD_CHILD_H
#define JUE_GUARD_CHILD_H

/* Private to guard*.c: the side of a guarded job that runs in the child process. */

#include <signal.h>
#include <sys/types.h>

#include "convert/guard.h"

/**
 * JueGuardChild: a child process.
 * @pid: 0 = there is none
 * @requests: socket towards it; @replies: pipe from it; @bell: the descriptor it sent while it prepared, or -1
 */
typedef struct {
  pid_t pid;
  int requests;
  int replies;
  int bell;
} JueGuardChild;

/** jue_guard_child_start: forks. @mask: the signal mask that the child gets. FALSE with JUE_ERROR_SYSTEM. */
gboolean jue_guard_child_start (JueGuardChild *self, const JueGuardJob *job, const JueGuardLimits *limits,
                                volatile guint *current_page, const sigset_t *mask, GError **error);

/** jue_guard_child_send: hands over a job. FALSE if the child is gone. */
gboolean jue_guard_child_send (const JueGuardChild *self, const JueGuardContext *context);

/** jue_guard_child_take_bell: takes the descriptor that the child has sent. */
void jue_guard_child_take_bell (JueGuardChild *self);

/** jue_guard_child_reap: closes all ends and waits for the child's end. Returns: its wait status. */
int jue_guard_child_reap (JueGuardChild *self);

/** jue_guard_child_cpu: the child's CPU time in microseconds; 0 if it cannot be told. */
gint64 jue_guard_child_cpu (const JueGuardChild *self);

#endif
