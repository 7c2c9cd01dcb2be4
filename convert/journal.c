/*
 * The file: a first line that names the format, then one line per document (row.h), and between them marks:
 *   #boot ID    what follows was written while the machine ran under this ID
 *   #safe N     the first N bytes of this file, and the outputs of their rows, had reached the disk
 */
#define _GNU_SOURCE /* syncfs */

#include "convert/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* How often the disk is made to take all, microseconds. */
#define SYNC_EVERY (30 * G_USEC_PER_SEC)

#define FIRST_LINE "juesuan-journal 1"
#define BOOT "#boot "
#define SAFE "#safe "

struct JueJournal {
  char *dir, *path, *boot;
  GHashTable *rows; /* source → JueRow, which owns the key */
  int fd;
  pid_t syncing; /* the process that waits for the disk; 0 = none */
  gint64 synced; /* when the last one was started, monotonic */
  gint64 offset; /* length of the file then */
  gboolean any;  /* rows were appended since */
};

/* Rows that were read, but may not have been written before a power failure. */
typedef struct {
  GPtrArray *rows;
  GArray *offsets; /* gint64: where each line begins */
} Waiting;

static char *
read_boot_id (void)
{
  char *id = NULL;
  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &id, NULL, NULL))
    return g_strdup ("unknown");
  return g_strstrip (id);
}

static void
keep_row (JueJournal *self, JueRow *row)
{
  g_hash_table_replace (self->rows, row->source, row);
}

/* Lets those rows count that stand before @limit. */
static void
count_rows (JueJournal *self, Waiting *waiting, gint64 limit)
{
  guint n = 0;
  while (n < waiting->rows->len && g_array_index (waiting->offsets, gint64, n) < limit)
    keep_row (self, g_steal_pointer (&waiting->rows->pdata[n++]));
  if (n > 0) {
    g_ptr_array_remove_range (waiting->rows, 0, n);
    g_array_remove_range (waiting->offsets, 0, n);
  }
}

static void
forget (Waiting *waiting)
{
  g_ptr_array_set_size (waiting->rows, 0);
  g_array_set_size (waiting->offsets, 0);
}

static void
read_line (Waiting *waiting, const char *line, gint64 offset)
{
  JueRow *row = jue_row_from_line (line);
  if (row == NULL)
    return;
  g_ptr_array_add (waiting->rows, row);
  g_array_append_val (waiting->offsets, offset);
}

static void
read_lines (JueJournal *self, char *text)
{
  Waiting waiting = { g_ptr_array_new_with_free_func ((GDestroyNotify)jue_row_free),
                      g_array_new (FALSE, FALSE, sizeof (gint64)) };
  gboolean this_boot = FALSE;
  for (char *line = text, *end; (end = strchr (line, '\n')) != NULL; line = end + 1) {
    *end = '\0';
    if (g_str_has_prefix (line, SAFE)) {
      count_rows (self, &waiting, g_ascii_strtoll (line + strlen (SAFE), NULL, 10));
    } else if (g_str_has_prefix (line, BOOT)) {
      if (this_boot)
        count_rows (self, &waiting, G_MAXINT64);
      forget (&waiting); /* written before a power failure, not known to have reached the disk */
      this_boot = strcmp (line + strlen (BOOT), self->boot) == 0;
    } else {
      read_line (&waiting, line, line - text);
    }
  }
  if (this_boot)
    count_rows (self, &waiting, G_MAXINT64);
  g_ptr_array_unref (waiting.rows);
  g_array_unref (waiting.offsets);
}

static gboolean
append (JueJournal *self, const char *line, GError **error)
{
  g_autofree char *all = g_strconcat (line, "\n", NULL);
  gsize length = strlen (all);
  ssize_t n = write (self->fd, all, length);
  if (n == (ssize_t)length)
    return TRUE;
  g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: %s", self->path, g_strerror (n < 0 ? errno : ENOSPC));
  if (n > 0 && write (self->fd, "\n", 1) != 1)
    g_debug ("a cut line stays");
  return FALSE;
}

/* Begins to append, to the file as it is or to a new one. A line that was cut gets its end. */
static gboolean
begin (JueJournal *self, gboolean anew, gboolean cut, GError **error)
{
  self->fd = g_open (self->path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (anew ? O_TRUNC : 0), 0666);
  if (self->fd < 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: %s", self->path, g_strerror (errno));
    return FALSE;
  }
  g_autofree char *boot = g_strconcat (anew ? FIRST_LINE "\n" : cut ? "\n" : "", BOOT, self->boot, NULL);
  return append (self, boot, error);
}

JueJournal *
jue_journal_open (const char *dir, GError **error)
{
  g_autoptr (JueJournal) self = g_new0 (JueJournal, 1);
  g_autofree char *text = NULL;
  gsize length = 0;
  self->dir = g_strdup (dir);
  self->path = g_build_filename (dir, JUE_JOURNAL_FILE, NULL);
  self->boot = read_boot_id ();
  self->fd = -1;
  self->synced = g_get_monotonic_time ();
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)jue_row_free);
  gboolean known = g_file_get_contents (self->path, &text, &length, NULL) && g_str_has_prefix (text, FIRST_LINE "\n");
  gboolean cut = known && text[length - 1] != '\n';
  if (known)
    read_lines (self, text);
  return begin (self, !known, cut, error) ? g_steal_pointer (&self) : NULL;
}

static void
reap (JueJournal *self)
{
  if (self->syncing != 0)
    waitpid (self->syncing, NULL, 0);
  self->syncing = 0;
}

void
jue_journal_free (JueJournal *self)
{
  if (self == NULL)
    return;
  reap (self);
  if (self->fd >= 0)
    close (self->fd);
  g_hash_table_unref (self->rows);
  g_free (self->dir);
  g_free (self->path);
  g_free (self->boot);
  g_free (self);
}

JueRow *
jue_journal_find (const JueJournal *self, const char *source)
{
  return g_hash_table_lookup (self->rows, source);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const JueRow *const *first = a, *const *second = b;
  return strcmp ((*first)->source, (*second)->source);
}

GPtrArray *
jue_journal_rows (const JueJournal *self)
{
  GPtrArray *rows = g_ptr_array_new ();
  GHashTableIter i;
  gpointer row;
  g_hash_table_iter_init (&i, self->rows);
  while (g_hash_table_iter_next (&i, NULL, &row))
    g_ptr_array_add (rows, row);
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

gboolean
jue_journal_put (JueJournal *self, JueRow *row, GError **error)
{
  g_autofree char *line = jue_row_to_line (row);
  keep_row (self, row);
  self->any = TRUE;
  return append (self, line, error);
}

/* Has the disk take all of the file system that the folder is on. */
static gboolean
sync_folder (const char *dir)
{
  int fd = g_open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && syncfs (fd) == 0;
  if (fd >= 0)
    close (fd);
  return done;
}

void
jue_journal_tend (JueJournal *self)
{
  int status = 0;
  if (self->syncing != 0) {
    if (waitpid (self->syncing, &status, WNOHANG) != self->syncing)
      return;
    self->syncing = 0;
    g_autofree char *mark = g_strdup_printf (SAFE "%" G_GINT64_FORMAT, self->offset);
    if (WIFEXITED (status) && WEXITSTATUS (status) == 0)
      append (self, mark, NULL);
  }
  if (!self->any || g_get_monotonic_time () - self->synced < SYNC_EVERY)
    return;
  self->synced = g_get_monotonic_time ();
  self->offset = lseek (self->fd, 0, SEEK_END);
  self->any = FALSE;
  self->syncing = fork ();
  if (self->syncing == 0)
    _exit (sync_folder (self->dir) ? 0 : 1);
  self->syncing = MAX (self->syncing, 0);
}

gboolean
jue_journal_finish (JueJournal *self, GError **error)
{
  g_autoptr (GPtrArray) rows = jue_journal_rows (self);
  g_autoptr (GError) reason = NULL;
  GString *text = g_string_new (FIRST_LINE "\n");
  reap (self);
  gboolean done = sync_folder (self->dir);
  if (!done)
    g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: %s", self->dir, g_strerror (errno));
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *line = jue_row_to_line (rows->pdata[i]);
    g_string_append_printf (text, "%s\n", line);
  }
  g_string_append_printf (text, SAFE "%" G_GSIZE_FORMAT "\n", text->len);
  const GFileSetContentsFlags how = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  if (done && !g_file_set_contents_full (self->path, text->str, (gssize)text->len, how, 0666, &reason)) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s", reason->message);
    done = FALSE;
  }
  g_string_free (text, TRUE);
  return done;
}
