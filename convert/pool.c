/*
 * Long-lived forked workers.
 *
 *   parent                                    worker 1 … n
 *     | -- socket: task, line end ------------> | work
 *     | <------------ answer, line end -------- |
 *
 * Each worker has up to QUEUE tasks, so that it need not wait while the parent looks for the next one. A worker whose
 * socket closes has died: its tasks go back to the others, and a new one takes its place.
 */
#define _GNU_SOURCE /* SOCK_CLOEXEC */

#include "convert/pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "convert/signals.h"

/* Tasks that a worker has at most, with the one at work. */
#define QUEUE 2
/* Longest pause between two looks at clocks and signals, milliseconds. */
#define TICK 100
/* So many more deaths than workers without an answer or a task given up between: something is wrong with all. */
#define STILLBORN_MOST 5

typedef struct {
  char *text;
  guint deaths; /* of workers at it */
} Task;

typedef struct {
  pid_t pid; /* 0 = none */
  int socket;
  GQueue tasks;   /* of Task; the first is at work */
  gint64 started; /* when it was, monotonic */
  GString *input;
} Worker;

typedef struct {
  const JuePoolJob *job;
  Worker *workers;
  guint n;
  guint seconds;
  GQueue again;     /* tasks whose worker died */
  gboolean no_more; /* do not ask for tasks */
  guint stillborn;
  int signal;
  gboolean abandoned;
} Pool;

static void
free_task (gpointer data)
{
  Task *task = data;
  g_free (task->text);
  g_free (task);
}

static gboolean
write_line (int socket, const char *text)
{
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  gsize length = strlen (line);
  for (gsize at = 0; at < length;) {
    ssize_t n = send (socket, line + at, length - at, MSG_NOSIGNAL);
    if (n < 0 && errno != EINTR)
      return FALSE;
    at += (gsize)MAX (n, 0);
  }
  return TRUE;
}

/* The next line in @input, cut off it; NULL if there is none yet. */
static char *
take_line (GString *input)
{
  const char *end = memchr (input->str, '\n', input->len);
  if (end == NULL)
    return NULL;
  gsize length = (gsize)(end - input->str);
  char *line = g_strndup (input->str, length);
  g_string_erase (input, 0, (gssize)length + 1);
  return line;
}

/* Reads what is there. FALSE at the end. */
static gboolean
read_some (int socket, GString *input)
{
  char buffer[16384];
  ssize_t n = recv (socket, buffer, sizeof buffer, 0);
  if (n > 0)
    g_string_append_len (input, buffer, n);
  return n > 0 || (n < 0 && errno == EINTR);
}

/* The life of a worker. */
static void G_GNUC_NORETURN
serve (const JuePoolJob *job, int socket, pid_t parent)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (getppid () != parent)
    _exit (EXIT_FAILURE);
  jue_signals_ignore ();
  gpointer desk = job->start (job->data);
  GString *input = g_string_new (NULL);
  gboolean good = desk != NULL;
  while (good && read_some (socket, input)) {
    char *task;
    while (good && (task = take_line (input)) != NULL) {
      char *answer = job->work (desk, task);
      good = write_line (socket, answer);
      g_free (answer);
      g_free (task);
    }
  }
  if (desk != NULL)
    job->stop (desk);
  g_string_free (input, TRUE);
  _exit (good ? EXIT_SUCCESS : EXIT_FAILURE);
}

static gboolean
start_worker (Pool *self, Worker *worker)
{
  int sockets[2];
  pid_t parent = getpid ();
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    return FALSE;
  worker->pid = fork ();
  if (worker->pid == 0) {
    for (guint i = 0; i < self->n; i++)
      if (self->workers[i].socket >= 0)
        close (self->workers[i].socket);
    close (sockets[0]);
    serve (self->job, sockets[1], parent);
  }
  close (sockets[1]);
  if (worker->pid < 0) {
    worker->pid = 0;
    close (sockets[0]);
    return FALSE;
  }
  worker->socket = sockets[0];
  return TRUE;
}

/* What becomes of the task that a worker died at. */
static void
judge (Pool *self, Task *task, gboolean too_slow)
{
  if (!too_slow && ++task->deaths < JUE_POOL_ATTEMPTS) {
    g_queue_push_head (&self->again, task);
    return;
  }
  self->job->done (self->job->data, task->text, NULL);
  self->stillborn = 0;
  free_task (task);
}

static void
bury (Pool *self, Worker *worker, gboolean too_slow)
{
  pid_t pid = worker->pid;
  close (worker->socket);
  kill (pid, SIGKILL);
  while (waitpid (pid, NULL, 0) < 0 && errno == EINTR)
    ;
  worker->pid = 0;
  worker->socket = -1;
  g_string_truncate (worker->input, 0);
  if (self->job->buried != NULL)
    self->job->buried (self->job->data, pid);
  self->stillborn++;
  Task *first = g_queue_pop_head (&worker->tasks);
  for (Task *rest; (rest = g_queue_pop_tail (&worker->tasks)) != NULL;)
    g_queue_push_head (&self->again, rest);
  if (first != NULL)
    judge (self, first, too_slow);
}

static void
take_answers (Pool *self, Worker *worker)
{
  if (!read_some (worker->socket, worker->input)) {
    bury (self, worker, FALSE);
    return;
  }
  for (char *answer; (answer = take_line (worker->input)) != NULL;) {
    Task *task = g_queue_pop_head (&worker->tasks);
    worker->started = g_get_monotonic_time ();
    self->stillborn = 0;
    if (task != NULL) {
      self->job->done (self->job->data, task->text, answer);
      free_task (task);
    }
    g_free (answer);
  }
}

static Task *
next_task (Pool *self)
{
  Task *task = g_queue_pop_head (&self->again);
  if (task != NULL || self->no_more)
    return task;
  char *text = self->job->next (self->job->data);
  if (text == NULL) {
    self->no_more = TRUE;
    return NULL;
  }
  task = g_new0 (Task, 1);
  task->text = text;
  return task;
}

static gboolean
is_hopeless (const Pool *self)
{
  return self->stillborn >= STILLBORN_MOST + self->n;
}

/* Gives out one task to the worker with the fewest. FALSE if there is none, or nobody has room. */
static gboolean
deal_one (Pool *self)
{
  Worker *best = NULL;
  for (guint i = 0; i < self->n; i++)
    if (best == NULL || self->workers[i].tasks.length < best->tasks.length)
      best = &self->workers[i];
  Task *task = best->tasks.length < QUEUE && !is_hopeless (self) ? next_task (self) : NULL;
  if (task == NULL)
    return FALSE;
  if (best->tasks.length == 0)
    best->started = g_get_monotonic_time ();
  g_queue_push_tail (&best->tasks, task);
  if (best->pid == 0 && !start_worker (self, best)) {
    g_queue_push_head (&self->again, g_queue_pop_tail (&best->tasks));
    self->stillborn++;
    return FALSE;
  }
  write_line (best->socket, task->text); /* if the worker is gone, its socket will say so */
  return TRUE;
}

static guint
count_tasks (const Pool *self)
{
  guint n = self->again.length;
  for (guint i = 0; i < self->n; i++)
    n += self->workers[i].tasks.length;
  return n;
}

/* Waits for answers, and takes them. */
static void
listen_to_workers (Pool *self, struct pollfd *polls)
{
  for (guint i = 0; i < self->n; i++)
    polls[i] = (struct pollfd){ self->workers[i].socket, POLLIN, 0 };
  if (poll (polls, self->n, TICK) <= 0)
    return;
  for (guint i = 0; i < self->n; i++)
    if (polls[i].revents != 0)
      take_answers (self, &self->workers[i]);
}

static void
check_clocks (Pool *self)
{
  gint64 now = g_get_monotonic_time ();
  for (guint i = 0; i < self->n && self->seconds != 0; i++)
    if (self->workers[i].tasks.length > 0 && now - self->workers[i].started > self->seconds * G_USEC_PER_SEC)
      bury (self, &self->workers[i], TRUE);
  int signal = jue_signals_take ();
  if (signal == 0)
    return;
  self->abandoned = self->signal != 0;
  self->signal = signal;
  self->no_more = TRUE;
  while (!g_queue_is_empty (&self->again))
    free_task (g_queue_pop_head (&self->again));
}

static void
end_worker (Pool *self, Worker *worker)
{
  if (worker->pid != 0) {
    gboolean idle = worker->tasks.length == 0;
    close (worker->socket);
    if (!idle)
      kill (worker->pid, SIGKILL);
    while (waitpid (worker->pid, NULL, 0) < 0 && errno == EINTR)
      ;
    if (!idle && self->job->buried != NULL)
      self->job->buried (self->job->data, worker->pid);
  }
  g_queue_clear_full (&worker->tasks, free_task);
  g_string_free (worker->input, TRUE);
}

JuePoolEnd
jue_pool_run (const JuePoolJob *job, guint n, guint seconds, int *signal)
{
  Pool self = { .job = job, .n = n, .seconds = seconds, .workers = g_new0 (Worker, n) };
  struct pollfd *polls = g_new0 (struct pollfd, n);
  for (guint i = 0; i < n; i++) {
    self.workers[i].socket = -1;
    self.workers[i].input = g_string_new (NULL);
  }
  while (!self.abandoned && !is_hopeless (&self)) {
    while (deal_one (&self))
      ;
    if (count_tasks (&self) == 0)
      break;
    listen_to_workers (&self, polls);
    check_clocks (&self);
    if (job->tick != NULL)
      job->tick (job->data);
  }
  gboolean broken = count_tasks (&self) > 0 && self.signal == 0;
  for (guint i = 0; i < n; i++)
    end_worker (&self, &self.workers[i]);
  g_queue_clear_full (&self.again, free_task);
  g_free (self.workers);
  g_free (polls);
  if (signal != NULL)
    *signal = self.signal;
  return broken             ? JUE_POOL_BROKEN
         : self.abandoned   ? JUE_POOL_ABANDONED
         : self.signal != 0 ? JUE_POOL_INTERRUPTED
                            : JUE_POOL_DONE;
}
