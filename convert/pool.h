#ifndef JUE_POOL_H
#define JUE_POOL_H

#include <glib.h>

/** How often a task is given out again after its worker died. */
#define JUE_POOL_ATTEMPTS 3

/**
 * JuePoolJob: tasks and answers are lines of text without a line end.
 * In the parent:
 * @next: the next task, to be freed; NULL = there are no more
 * @done: takes an answer (borrowed); NULL if the workers at it died or were too slow
 * @buried: called when the worker @pid is gone; may be NULL
 * @tick: called some times per second; may be NULL
 * In each worker:
 * @start: what the worker works with; NULL makes it give up
 * @work: the answer to a task, to be freed
 * @stop: frees what @start gave
 */
typedef struct {
  char *(*next) (gpointer data);
  void (*done) (gpointer data, const char *task, const char *answer);
  void (*buried) (gpointer data, int pid);
  void (*tick) (gpointer data);
  gpointer (*start) (gpointer data);
  char *(*work) (gpointer desk, const char *task);
  void (*stop) (gpointer desk);
  gpointer data;
} JuePoolJob;

/** How a pool came to its end. */
typedef enum {
  JUE_POOL_DONE,        /* all tasks are answered */
  JUE_POOL_INTERRUPTED, /* by a signal: those at hand are answered, no more were begun */
  JUE_POOL_ABANDONED,   /* by a second signal: those at hand are lost */
  JUE_POOL_BROKEN,      /* no worker could be started */
} JuePoolEnd;

/**
 * jue_pool_run: has tasks done by @n long-lived forked processes, one at a time each.
 * @seconds: a worker that takes longer for one task is killed, and the task has failed; 0 = no limit
 * @signal: gets the signal that interrupted; or NULL
 * The signals that end a process must be held (signals.h) by the caller.
 */
JuePoolEnd jue_pool_run (const JuePoolJob *job, guint n, guint seconds, int *signal);

#endif
