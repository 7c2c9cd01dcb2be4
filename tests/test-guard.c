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
