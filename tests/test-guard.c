#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "convert/guard.h"
#include "extract/error.h"
#include "tests/cunit-main.h"

/* What a job does at a page. */
typedef struct {
  guint pages;
  guint bad_page; /* 0 = outside of any page, G_MAXUINT = every page */
  void (*misbehave) (void);
  guint cleaned; /* how often the parent cleaned up */
  int pid;
} Task;

static void
crash (void)
{
  signal (SIGSEGV, SIG_DFL);
  raise (SIGSEGV);
}

static void
spin (void)
{
  for (volatile guint i = 0;; i++)
    ;
}

static void
sleep_long (void)
{
  sleep (60);
}

static void
leave (void)
{
  _exit (0);
}

static gboolean
is_skipped (const JueGuardContext *context, guint page)
{
  for (guint i = 0; i < context->skip_pages->len; i++)
    if (g_array_index (context->skip_pages, guint, i) == page)
      return TRUE;
  return FALSE;
}

static int
run_task (gpointer data, const JueGuardContext *context, FILE *messages)
{
  Task *task = data;
  if (task->bad_page == 0)
    task->misbehave ();
  for (guint page = 1; page <= task->pages; page++) {
    *context->current_page = page;
    if (is_skipped (context, page))
      fprintf (messages, "skipped %u: %s\n", page, context->skip_reason);
    else if (page == task->bad_page || task->bad_page == G_MAXUINT)
      task->misbehave ();
  }
  fprintf (messages, "done\n");
  return 42;
}

static void
clean_task (gpointer data, int pid)
{
  Task *task = data;
  task->cleaned++;
  task->pid = pid;
}

static gboolean
guard (Task *task, JueGuardLimits limits, JueGuardResult *result, GError **error)
{
  JueGuardJob job = { .run = run_task, .clean = clean_task, .data = task };
  return jue_guard_run (&job, &limits, result, error);
}

static void
test_result (void)
{
  Task task = { .pages = 2, .bad_page = 9 };
  g_auto (JueGuardResult) result = { 0 };
  CU_ASSERT_TRUE (guard (&task, (JueGuardLimits){ .attempts = 1 }, &result, NULL));
  CU_ASSERT_EQUAL (result.status, 42);
  CU_ASSERT_STRING_EQUAL (result.messages, "done\n");
  CU_ASSERT_EQUAL (task.cleaned, 0);
}

static void
test_crash (void)
{
  Task task = { .pages = 4, .bad_page = 3, .misbehave = crash };
  g_auto (JueGuardResult) result = { 0 };
  CU_ASSERT_TRUE (guard (&task, (JueGuardLimits){ .attempts = 2 }, &result, NULL));
  CU_ASSERT_EQUAL (result.status, 42);
  CU_ASSERT_TRUE (g_str_has_prefix (result.messages, "skipped 3: crashed"));
  CU_ASSERT_EQUAL (task.cleaned, 1);
  CU_ASSERT_TRUE (task.pid > 0);
}

static void
test_hang (void)
{
  Task task = { .pages = 4, .bad_page = 2, .misbehave = spin };
  g_auto (JueGuardResult) result = { 0 };
  CU_ASSERT_TRUE (guard (&task, (JueGuardLimits){ .page_seconds = 1, .attempts = 2 }, &result, NULL));
  CU_ASSERT_TRUE (g_str_has_prefix (result.messages, "skipped 2: took longer than 1 s"));
}

static void
test_time (void)
{
  Task task = { .pages = 4, .bad_page = 2, .misbehave = sleep_long };
  g_auto (JueGuardResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  CU_ASSERT_FALSE (guard (&task, (JueGuardLimits){ .seconds = 1, .attempts = 5 }, &result, &error));
  CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_LIMIT));
  CU_ASSERT_TRUE (g_get_monotonic_time () - start < 3 * G_USEC_PER_SEC);
  CU_ASSERT_STRING_EQUAL (result.messages, "");
}

static void
test_cpu_limit (void)
{
  Task task = { .pages = 1, .bad_page = 0, .misbehave = spin };
  g_auto (JueGuardResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (guard (&task, (JueGuardLimits){ .cpu_seconds = 1, .attempts = 5 }, &result, &error));
  CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_LIMIT));
  CU_ASSERT_EQUAL (task.cleaned, 1);
}

static void
test_outside_pages (void)
{
  Task task = { .pages = 4, .bad_page = 0, .misbehave = crash };
  g_auto (JueGuardResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (guard (&task, (JueGuardLimits){ .attempts = 5 }, &result, &error));
  CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_INPUT));
  CU_ASSERT_EQUAL (task.cleaned, 1);
  CU_ASSERT_EQUAL (result.status, -1);
  CU_ASSERT_EQUAL (result.signal, SIGSEGV);
}

static void
test_attempts (void)
{
  Task task = { .pages = 9, .bad_page = G_MAXUINT, .misbehave = crash };
  g_auto (JueGuardResult) result = { 0 };
  CU_ASSERT_FALSE (guard (&task, (JueGuardLimits){ .attempts = 3 }, &result, NULL));
  CU_ASSERT_EQUAL (task.cleaned, 3);
}

static void
test_silent_exit (void)
{
  Task task = { .pages = 2, .bad_page = 2, .misbehave = leave };
  g_auto (JueGuardResult) result = { 0 };
  CU_ASSERT_TRUE (guard (&task, (JueGuardLimits){ .attempts = 2 }, &result, NULL));
  CU_ASSERT_PTR_NOT_NULL (strstr (result.messages, "skipped 2: "));
  CU_ASSERT_EQUAL (task.cleaned, 1);
}

/* Answers with its own process id, the request and what is in the file. */
static int
run_echo (gpointer data, const JueGuardContext *context, FILE *messages)
{
  char text[32] = "";
  guint *prepared = data;
  ssize_t n = context->fd >= 0 ? read (context->fd, text, sizeof text - 1) : 0;
  if (context->fd >= 0)
    close (context->fd);
  if (strcmp (context->request, "die") == 0)
    crash ();
  fprintf (messages, "%d %u %s %zd %s\n", (int)getpid (), *prepared, context->request, n, text);
  return 0;
}

static gboolean
prepare_echo (gpointer data, int requests, int replies)
{
  guint *prepared = data;
  (*prepared)++;
  return requests >= 0 && replies >= 0;
}

static void
count_call (gpointer data)
{
  guint *counts = data;
  counts[1]++;
}

static char *
ask (JueGuard *guard, const char *request, int fd)
{
  g_auto (JueGuardResult) result = { 0 };
  return jue_guard_do (guard, request, fd, &result, NULL) ? g_steal_pointer (&result.messages) : NULL;
}

static void
test_long_life (void)
{
  guint counts[2] = { 0 };
  JueGuardJob job = { .run = run_echo, .data = counts, .prepare = prepare_echo, .meanwhile = count_call };
  JueGuardLimits limits = { .attempts = 2 };
  g_autoptr (JueGuard) guard = jue_guard_new (&job, &limits, NULL);
  g_autofree char *first = ask (guard, "same", -1);
  g_autofree char *second = ask (guard, "same", -1);
  CU_ASSERT_STRING_EQUAL (first, second); /* the same process, prepared once */
  CU_ASSERT_EQUAL (counts[1], 2);
  CU_ASSERT_PTR_NULL (ask (guard, "die", -1));
  g_autofree char *third = ask (guard, "same", -1);
  CU_ASSERT_PTR_NOT_NULL_FATAL (third);
  CU_ASSERT_STRING_NOT_EQUAL (first, third);
  jue_guard_retire (guard);
  CU_ASSERT_EQUAL (jue_guard_pid (guard), 0);
  g_autofree char *fourth = ask (guard, "same", -1);
  CU_ASSERT_STRING_NOT_EQUAL (third, fourth);
}

static void
test_file (void)
{
  guint counts[2] = { 0 };
  JueGuardJob job = { .run = run_echo, .data = counts };
  JueGuardLimits limits = { .attempts = 1 };
  g_autoptr (JueGuard) guard = jue_guard_new (&job, &limits, NULL);
  g_autofree char *first = ask (guard, "begin", -1); /* the child is there before the file is open */
  CU_ASSERT_PTR_NOT_NULL (first);
  FILE *file = tmpfile ();
  CU_ASSERT_TRUE (fputs ("content", file) >= 0 && fflush (file) == 0);
  rewind (file);
  g_autofree char *second = ask (guard, "two\nlines", fileno (file));
  CU_ASSERT_PTR_NOT_NULL_FATAL (second);
  CU_ASSERT_TRUE (g_str_has_suffix (second, " 0 two\nlines 7 content\n"));
  fclose (file);
}

static void
test_idle_death (void)
{
  guint counts[2] = { 0 };
  JueGuardJob job = { .run = run_echo, .data = counts };
  JueGuardLimits limits = { .attempts = 1 };
  g_autoptr (JueGuard) guard = jue_guard_new (&job, &limits, NULL);
  g_autofree char *first = ask (guard, "one", -1);
  CU_ASSERT_PTR_NOT_NULL (first);
  kill (jue_guard_pid (guard), SIGKILL);
  g_autofree char *second = ask (guard, "two", -1);
  CU_ASSERT_PTR_NOT_NULL (second);
}

static guint murders;

/* Kills itself as somebody else would, so often as the file of that name is long; a page is at work. */
static int
run_murdered (gpointer data, const JueGuardContext *context, FILE *messages)
{
  FILE *count = data;
  *context->current_page = 1;
  fprintf (messages, "%s\n", context->skip_pages->len > 0 ? "skipped" : "whole");
  fseek (count, 0, SEEK_END);
  if (ftell (count) < (long)murders) {
    fputc ('x', count);
    fflush (count);
    raise (SIGKILL);
  }
  return 0;
}

static void
test_murder (void)
{
  JueGuardLimits limits = { .attempts = 2 };
  for (murders = 1; murders < 5; murders++) {
    FILE *count = tmpfile ();
    JueGuardJob job = { .run = run_murdered, .data = count };
    g_auto (JueGuardResult) result = { 0 };
    gboolean done = jue_guard_run (&job, &limits, &result, NULL);
    CU_ASSERT_EQUAL (done, murders < 4);
    if (done)
      CU_ASSERT_STRING_EQUAL (result.messages, murders < 3 ? "whole\n" : "skipped\n");
    fclose (count);
  }
}

#if !JUE_SANITIZED
static void
devour (void)
{
  for (;;)
    memset (g_malloc (1 << 20), 1, 1 << 20);
}

static void
test_memory (void)
{
  Task task = { .pages = 3, .bad_page = 1, .misbehave = devour };
  g_auto (JueGuardResult) result = { 0 };
  CU_ASSERT_TRUE (guard (&task, (JueGuardLimits){ .memory = 1u << 29, .attempts = 2 }, &result, NULL));
  CU_ASSERT_TRUE (g_str_has_prefix (result.messages, "skipped 1: ran out of memory"));
}
#endif

static const JueTest tests[] = {
  { "result and messages of a job come back", test_result },
  { "a crash costs its page only", test_crash },
  { "a hang costs its page only", test_hang },
  { "time for all is limited, even asleep", test_time },
  { "CPU time of a job is limited", test_cpu_limit },
  { "a crash outside pages ends the job at once", test_outside_pages },
  { "attempts are limited", test_attempts },
  { "leaving without a word counts as dying", test_silent_exit },
  { "a child does one job after the other until it dies or is retired", test_long_life },
  { "a job gets the open file that comes with it", test_file },
  { "a child that died while idle is replaced", test_idle_death },
  { "a child that was killed from outside gets more chances, then its page is blamed", test_murder },
#if !JUE_SANITIZED
  { "a greedy page costs itself only", test_memory },
#endif
  { NULL, NULL },
};

int
main (void)
{
  return jue_test_main ("guard", tests);
}
