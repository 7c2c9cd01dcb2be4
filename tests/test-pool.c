#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "convert/pool.h"
#include "convert/signals.h"
#include "tests/cunit-main.h"

/* Tasks that a test gives out, and what comes back. */
typedef struct {
  const char *const *tasks;
  guint at;
  guint interrupt_after; /* answers; 0 = never */
  gboolean stillborn;
  guint answered, lost, buried;
  guint shared; /* sum of the lengths of answers */
  char mark[64];
} Script;

static char *
next (gpointer data)
{
  Script *self = data;
  const char *task = self->tasks[self->at];
  self->at += task != NULL ? 1 : 0;
  return g_strdup (task);
}

static void
done (gpointer data, const char *task, const char *answer)
{
  Script *self = data;
  if (answer == NULL)
    self->lost++;
  else if (g_str_has_prefix (answer, "did ") && strcmp (answer + 4, task) == 0)
    self->answered++;
  self->shared += answer != NULL ? (guint)strlen (answer) : 0;
  if (self->interrupt_after != 0 && self->answered == self->interrupt_after)
    raise (SIGTERM);
}

static void
buried (gpointer data, int pid)
{
  Script *self = data;
  self->buried += pid > 0 ? 1 : 0;
}

static gpointer
start (gpointer data)
{
  Script *self = data;
  return self->stillborn ? NULL : self;
}

static char *
work (gpointer desk, const char *task)
{
  Script *self = desk;
  if (strcmp (task, "die") == 0)
    raise (SIGKILL);
  if (strcmp (task, "hang") == 0)
    sleep (60);
  if (strcmp (task, "die once") == 0 && access (self->mark, F_OK) != 0) {
    FILE *mark = fopen (self->mark, "w");
    if (mark != NULL)
      fclose (mark);
    raise (SIGKILL);
  }
  return strcmp (task, "much") == 0 ? g_strnfill (1 << 20, 'x') : g_strconcat ("did ", task, NULL);
}

static void
stop (gpointer desk)
{
  (void)desk;
}

static JuePoolEnd
run (Script *script, guint workers, guint seconds)
{
  JuePoolJob job = { next, done, buried, NULL, start, work, stop, script };
  sigset_t before;
  jue_signals_hold (&before);
  JuePoolEnd end = jue_pool_run (&job, workers, seconds, NULL);
  sigprocmask (SIG_SETMASK, &before, NULL);
  return end;
}

static void
test_all (void)
{
  static const char *const tasks[] = { "1", "2", "3", "4", "5", "6", "7", NULL };
  for (guint workers = 1; workers < 9; workers += 3) {
    Script script = { .tasks = tasks };
    CU_ASSERT_EQUAL (run (&script, workers, 0), JUE_POOL_DONE);
    CU_ASSERT_EQUAL (script.answered, 7);
    CU_ASSERT_EQUAL (script.buried, 0);
  }
}

static void
test_nothing (void)
{
  static const char *const tasks[] = { NULL };
  Script script = { .tasks = tasks };
  CU_ASSERT_EQUAL (run (&script, 2, 0), JUE_POOL_DONE);
}

static void
test_long_answers (void)
{
  static const char *const tasks[] = { "much", "much", "much", NULL };
  Script script = { .tasks = tasks };
  CU_ASSERT_EQUAL (run (&script, 2, 0), JUE_POOL_DONE);
  CU_ASSERT_EQUAL (script.shared, 3 << 20);
}

static void
test_death (void)
{
  static const char *const tasks[] = { "1", "die", "2", "3", "die", "4", NULL };
  Script script = { .tasks = tasks };
  CU_ASSERT_EQUAL (run (&script, 2, 0), JUE_POOL_DONE);
  CU_ASSERT_EQUAL (script.answered, 4);
  CU_ASSERT_EQUAL (script.lost, 2);
  CU_ASSERT_EQUAL (script.buried, 2 * JUE_POOL_ATTEMPTS);
}

static void
test_second_chance (void)
{
  static const char *const tasks[] = { "1", "die once", "2", NULL };
  Script script = { .tasks = tasks };
  g_snprintf (script.mark, sizeof script.mark, "%s/juesuan-mark-%d", g_get_tmp_dir (), (int)getpid ());
  CU_ASSERT_EQUAL (run (&script, 1, 0), JUE_POOL_DONE);
  CU_ASSERT_EQUAL (script.answered, 3);
  CU_ASSERT_EQUAL (script.buried, 1);
  unlink (script.mark);
}

static void
test_hang (void)
{
  static const char *const tasks[] = { "hang", "1", "2", NULL };
  Script script = { .tasks = tasks };
  CU_ASSERT_EQUAL (run (&script, 1, 1), JUE_POOL_DONE);
  CU_ASSERT_EQUAL (script.answered, 2);
  CU_ASSERT_EQUAL (script.lost, 1);
}

static void
test_interrupt (void)
{
  static const char *const tasks[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", NULL };
  Script script = { .tasks = tasks, .interrupt_after = 2 };
  CU_ASSERT_EQUAL (run (&script, 1, 0), JUE_POOL_INTERRUPTED);
  CU_ASSERT_TRUE (script.answered >= 2 && script.answered < 10);
  CU_ASSERT_EQUAL (script.answered, script.at); /* those that were begun are finished */
}

static void
test_stillborn (void)
{
  static const char *const tasks[] = { "1", NULL };
  Script script = { .tasks = tasks, .stillborn = TRUE };
  JuePoolEnd end = run (&script, 2, 0);
  CU_ASSERT_TRUE (end == JUE_POOL_BROKEN || script.lost == 1);
  CU_ASSERT_EQUAL (script.answered, 0);
}

static const JueTest tests[] = {
  { "all tasks are done, by one worker or many", test_all },
  { "no tasks need no workers", test_nothing },
  { "long answers come whole", test_long_answers },
  { "a task that kills its workers is given up, the others are done", test_death },
  { "a worker that is killed by chance is replaced, and its task done", test_second_chance },
  { "a worker that takes too long is killed", test_hang },
  { "a signal ends the dealing, not the tasks at hand", test_interrupt },
  { "workers that cannot start end the run", test_stillborn },
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("pool", tests);
}
