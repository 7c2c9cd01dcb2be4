/*
 * A bulk run:
 *
 *   lock the folder → read the journal → gather documents → for each: plan → (pool of desks) → record
 *   → look for vanished ones → write the manifest → close the journal
 *
 * Everything that is decided or written about documents as a whole happens here, in one process; workers only convert.
 */
#include "convert/bulk.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "convert/build.h"
#include "convert/fingerprint.h"
#include "convert/journal.h"
#include "convert/leftovers.h"
#include "convert/lock.h"
#include "convert/manifest.h"
#include "convert/plan.h"
#include "convert/pool.h"
#include "convert/signals.h"

/* What a worker may take longer than the limit for parsing: writing outputs, starting processes. Seconds. */
#define WRITING_SECONDS 120

/* A file that was changed so shortly before the run may be changed again without a sign. Nanoseconds. */
#define YOUNG G_GINT64_CONSTANT (2000000000)

typedef struct {
  const JueBulkOptions *options;
  JueBulkCount *count;
  JueJournal *journal;
  JueWalk *walk;
  JuePlan plan;
  guint at;              /* index of the next input */
  gint64 began;          /* nanoseconds since 1970 */
  guint output_failures; /* in a row */
  gboolean stop;         /* no more documents */
  gboolean broken;       /* the journal or the manifest could not be written */
} Bulk;

static void
complain (Bulk *self, const GError *error)
{
  self->options->tell (self->options->data, JUE_MESSAGE_ERROR, NULL, 0, error->message);
}

/* Removes the outputs of an earlier run that are not among those of @row. */
static void
remove_stale (const Bulk *self, const JueRow *before, const JueRow *row)
{
  g_auto (GStrv) names = g_strsplit (before->files != NULL ? before->files : "", "/", -1);
  g_auto (GStrv) kept = g_strsplit (row->files != NULL ? row->files : "", "/", -1);
  gboolean moved = strcmp (before->output, row->output) != 0;
  g_autofree char *output = g_build_filename (self->options->desk.dir, before->output, NULL);
  g_autofree char *folder = g_path_get_dirname (output);
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    if (*names[i] != '\0' && (moved || !g_strv_contains ((const char *const *)kept, names[i])))
      g_unlink (path);
  }
}

static void
settle_outputs (const Bulk *self, JueRow *row)
{
  const JueRow *before = jue_journal_find (self->journal, row->source);
  if (before == NULL || before->files == NULL || row->status == JUE_ROW_VANISHED)
    return;
  if (row->status == JUE_ROW_FAILED && g_strcmp0 (row->sha256, before->sha256) == 0 && row->files == NULL) {
    row->files = g_strdup (before->files); /* an earlier attempt at the same bytes had more luck */
    g_free (row->output);
    row->output = g_strdup (before->output);
    return;
  }
  remove_stale (self, before, row);
}

static void
count_row (Bulk *self, const JueRow *row)
{
  JueBulkCount *count = self->count;
  guint *const counters[] = { &count->clean, &count->doubtful, &count->failed, &count->same, &count->vanished };
  (*counters[row->status])++;
  count->pages += row->status <= JUE_ROW_DOUBTFUL ? row->pages : 0;
  self->options->row (self->options->data, count, row);
}

/* Keeps a row, which it takes over, for this run and the next. */
static void
record (Bulk *self, JueRow *row)
{
  g_autoptr (GError) error = NULL;
  settle_outputs (self, row);
  if (MAX (row->stamp.modified, row->stamp.changed) > self->began - YOUNG)
    row->stamp = (JueStamp){ 0 };
  if (jue_journal_put (self->journal, row, &error) || self->broken)
    return;
  complain (self, error);
  self->broken = self->stop = TRUE;
}

static void
watch_outputs (Bulk *self, const JueRow *row)
{
  self->output_failures =
      row->status == JUE_ROW_FAILED && row->error == JUE_ERROR_OUTPUT ? self->output_failures + 1 : 0;
  if (self->output_failures < JUE_BULK_OUTPUT_FAILURES || self->stop)
    return;
  self->stop = TRUE;
  self->options->tell (self->options->data, JUE_MESSAGE_ERROR, NULL, 0,
                       "the outputs of many documents in a row cannot be written: no more are begun");
}

/* Counts a document that needs no worker, and keeps its row if there is a new one. */
static void
settle (Bulk *self, JuePlanStep step, JueRow *row)
{
  if (step == JUE_PLAN_IGNORE)
    self->count->total--;
  else if (step == JUE_PLAN_SKIP)
    self->count->skipped++;
  else if (row != NULL)
    count_row (self, row);
  else
    self->count->same++;
  if (row != NULL)
    record (self, row);
}

/* The next document that a worker is needed for, as a task. */
static char *
next_task (gpointer data)
{
  Bulk *self = data;
  while (!self->stop && self->at < self->walk->inputs->len && jue_signals_pending () == 0) {
    JueRow *row = NULL;
    JuePlanStep step = jue_plan_next (&self->plan, self->walk->inputs->pdata[self->at++], &row);
    if (step == JUE_PLAN_CONVERT) {
      char *task = jue_row_to_line (row);
      jue_row_free (row);
      return task;
    }
    settle (self, step, row);
  }
  return NULL;
}

static void
take_answer (gpointer data, const char *task, const char *answer)
{
  Bulk *self = data;
  JueRow *row = answer != NULL ? jue_row_from_line (answer) : NULL;
  if (row == NULL) {
    g_autoptr (GError) error = g_error_new (JUE_ERROR, JUE_ERROR_SYSTEM, "the worker died or took too long");
    row = jue_row_from_line (task);
    jue_row_fail (row, error);
  }
  watch_outputs (self, row);
  count_row (self, row);
  record (self, row);
}

static void
clean_up (gpointer data, int pid)
{
  const Bulk *self = data;
  jue_desk_clean (self->options->desk.dir, pid);
}

static void
tick (gpointer data)
{
  Bulk *self = data;
  jue_journal_tend (self->journal);
  self->options->tick (self->options->data, self->count);
}

/* In a worker. */
static gpointer
start_desk (gpointer data)
{
  const Bulk *self = data;
  return jue_desk_new (&self->options->desk, NULL);
}

static char *
work (gpointer desk, const char *task)
{
  g_autoptr (JueRow) row = jue_row_from_line (task);
  if (row == NULL)
    return g_strdup ("");
  jue_desk_convert (desk, row, NULL, NULL, NULL);
  return jue_row_to_line (row);
}

static void
stop_desk (gpointer desk)
{
  jue_desk_free (desk);
}

/* Notes documents of earlier runs that are no more. */
static void
find_vanished (Bulk *self)
{
  g_autoptr (GPtrArray) rows = jue_journal_rows (self->journal);
  for (guint i = 0; i < rows->len; i++) {
    const JueRow *known = rows->pdata[i];
    struct stat file;
    if (known->status == JUE_ROW_VANISHED || g_hash_table_contains (self->walk->sources, known->source)
        || lstat (known->source, &file) == 0 || (errno != ENOENT && errno != ENOTDIR))
      continue;
    g_autofree char *line = jue_row_to_line (known);
    JueRow *row = jue_row_from_line (line);
    row->status = JUE_ROW_VANISHED;
    count_row (self, row);
    record (self, row);
  }
}

static gboolean
gather (Bulk *self)
{
  const JueBulkOptions *o = self->options;
  g_autoptr (GError) error = NULL;
  self->walk = jue_walk_new (o->desk.dir, o->tell, o->data);
  for (guint i = 0; o->paths != NULL && o->paths[i] != NULL; i++)
    jue_walk_add (self->walk, o->paths[i]);
  if (o->list != NULL && !jue_walk_add_list (self->walk, o->list, o->list_nul, &error)) {
    complain (self, error);
    self->walk->failures++;
  }
  self->count->total = self->walk->inputs->len;
  self->count->unreadable = self->walk->failures;
  return self->walk->inputs->len > 0 || self->walk->failures == 0;
}

static void
convert_all (Bulk *self)
{
  const JueBulkOptions *o = self->options;
  g_autofree char *version = jue_build_version ();
  g_autofree char *fingerprint = jue_fingerprint (&o->desk, o->forms);
  const JueGuardLimits *limits = o->desk.parser.limits;
  guint seconds = limits != NULL ? limits->seconds : JUE_PARSER_SECONDS;
  self->plan = (JuePlan){ .dir = o->desk.dir,
                          .journal = self->journal,
                          .walk = self->walk,
                          .version = version,
                          .options = fingerprint,
                          .force = o->force,
                          .retry_failed = o->retry_failed };
  jue_plan_init (&self->plan);
  JuePoolJob job = { next_task, take_answer, clean_up, tick, start_desk, work, stop_desk, self };
  JuePoolEnd end = jue_pool_run (&job, o->workers, seconds != 0 ? seconds + WRITING_SECONDS : 0, &self->count->signal);
  jue_plan_clear (&self->plan);
  if (end == JUE_POOL_BROKEN) {
    o->tell (o->data, JUE_MESSAGE_ERROR, NULL, 0, "no worker can be kept alive");
    self->broken = TRUE;
  }
}

static void
finish (Bulk *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = jue_journal_rows (self->journal);
  if (jue_manifest_write (self->options->desk.dir, rows, &error) && jue_journal_finish (self->journal, &error))
    return;
  complain (self, error);
  self->broken = TRUE;
}

static void
run (Bulk *self, gboolean unclean)
{
  g_autoptr (GError) error = NULL;
  if (unclean)
    jue_leftovers_remove (self->options->desk.dir);
  self->journal = jue_journal_open (self->options->desk.dir, &error);
  if (self->journal == NULL) {
    complain (self, error);
    self->broken = TRUE;
    return;
  }
  if (gather (self))
    convert_all (self);
  if (self->count->signal == 0 && !self->stop && !self->options->retry_failed)
    find_vanished (self);
  finish (self);
  jue_journal_free (self->journal);
}

static JueOutcome
judge (const Bulk *self)
{
  const JueBulkCount *count = self->count;
  gboolean good =
      count->clean + count->doubtful + count->skipped > 0; /* those with the same bytes follow one of these */
  if (self->broken || self->stop || count->failed + count->unreadable > 0)
    return good ? JUE_OUTCOME_DOUBTFUL : JUE_OUTCOME_FAILED;
  return count->doubtful > 0 ? JUE_OUTCOME_DOUBTFUL : JUE_OUTCOME_CLEAN;
}

JueOutcome
jue_bulk_run (const JueBulkOptions *options, JueBulkCount *count)
{
  Bulk self = { .options = options, .count = count, .began = g_get_real_time () * 1000 };
  g_autoptr (GError) error = NULL;
  gboolean unclean = FALSE;
  sigset_t before;
  *count = (JueBulkCount){ .started = g_get_monotonic_time () };
  JueLock *lock = jue_lock_take (options->desk.dir, &unclean, &error);
  if (lock == NULL) {
    complain (&self, error);
    return JUE_OUTCOME_FAILED;
  }
  jue_signals_hold (&before);
  run (&self, unclean);
  jue_lock_release (lock, !self.broken);
  sigprocmask (SIG_SETMASK, &before, NULL);
  if (self.walk != NULL)
    jue_walk_free (self.walk);
  return judge (&self);
}
