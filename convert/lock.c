#define _DEFAULT_SOURCE /* flock */

#include "convert/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "extract/error.h"

/* How long to wait for the processes of a run that was killed to go, and how often to look; milliseconds. */
#define PATIENCE 2000
#define PAUSE 20

struct JueLock {
  int fd;
};

static gboolean
lock_file (int fd, int how)
{
  for (guint waited = 0; flock (fd, how | LOCK_NB) != 0; waited += PAUSE) {
    if (errno != EWOULDBLOCK || waited >= PATIENCE)
      return FALSE;
    g_usleep (PAUSE * 1000);
  }
  return TRUE;
}

/* @how: LOCK_EX or LOCK_SH. Takes @fd over. */
static JueLock *
make_lock (int fd, int how, GError **error)
{
  if (!lock_file (fd, how)) {
    if (errno == EWOULDBLOCK)
      g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "another run is writing into this folder");
    else
      g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "the folder cannot be locked: %s", g_strerror (errno));
    close (fd);
    return NULL;
  }
  JueLock *self = g_new0 (JueLock, 1);
  self->fd = fd;
  return self;
}

JueLock *
jue_lock_take (const char *dir, gboolean *unclean, GError **error)
{
  g_autofree char *path = g_build_filename (dir, JUE_LOCK_FILE, NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: %s", path, g_strerror (errno));
    return NULL;
  }
  JueLock *self = make_lock (fd, LOCK_EX, error);
  char mark;
  if (self == NULL)
    return NULL;
  *unclean = pread (fd, &mark, 1, 0) == 1;
  if (!*unclean && pwrite (fd, "running\n", 8, 0) != 8)
    *unclean = TRUE; /* the disk is full; the next run will see that by itself */
  return self;
}

gboolean
jue_lock_share (const char *dir, JueLock **lock, GError **error)
{
  g_autofree char *path = g_build_filename (dir, JUE_LOCK_FILE, NULL);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  *lock = NULL;
  if (fd < 0)
    return TRUE;
  *lock = make_lock (fd, LOCK_SH, error);
  return *lock != NULL;
}

void
jue_lock_release (JueLock *self, gboolean clean)
{
  if (self == NULL)
    return;
  if (clean && ftruncate (self->fd, 0) != 0)
    g_debug ("the lock keeps its mark");
  close (self->fd);
  g_free (self);
}
