#define _GNU_SOURCE /* fopencookie: a FILE that compresses */

#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <zlib.h>

#include "extract/error.h"

struct JueOutput {
  FILE *stream;
  char *path;      /* NULL for standard output */
  char *temporary; /* NULL if written directly */
};

static ssize_t
write_gzip (void *cookie, const char *bytes, size_t length)
{
  /* The stream hands over its buffer, which is small. 0 is how a cookie says "failed". */
  int n = gzwrite (cookie, bytes, (unsigned)MIN (length, G_MAXINT));
  return n > 0 ? n : 0;
}

static int
close_gzip (void *cookie)
{
  return gzclose (cookie) == Z_OK ? 0 : EOF;
}

static FILE *
open_gzip (int fd)
{
  gzFile gzip = gzdopen (fd, "wb");
  cookie_io_functions_t calls = { .write = write_gzip, .close = close_gzip };
  return gzip != NULL ? fopencookie (gzip, "w", calls) : NULL;
}

/* The file itself if @path is a link to it. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);
  free (real);
  return copy;
}

char *
jue_output_folder (const char *path)
{
  g_autofree char *real = resolve (path);
  return g_path_get_dirname (real);
}

static char *
temporary_name (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *hidden = g_strdup_printf (".juesuan-%d-output", (int)getpid ());
  return g_build_filename (dir, hidden, NULL);
}

static const char *
shown_name (const JueOutput *self)
{
  return self->path != NULL ? self->path : "standard output";
}

static int
open_file (JueOutput *self, const char *path)
{
  struct stat now;
  self->path = resolve (path);
  if (stat (self->path, &now) != 0 || S_ISREG (now.st_mode))
    self->temporary = temporary_name (self->path);
  return g_open (self->temporary != NULL ? self->temporary : self->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                 0666);
}

JueOutput *
jue_output_open (const char *path, gboolean gzip, GError **error)
{
  g_autoptr (JueOutput) self = g_new0 (JueOutput, 1);
  gboolean standard = path == NULL || strcmp (path, "-") == 0;
  int fd = standard ? dup (STDOUT_FILENO) : open_file (self, path);
  if (fd >= 0)
    self->stream = gzip ? open_gzip (fd) : fdopen (fd, "w");
  if (self->stream != NULL)
    return g_steal_pointer (&self);
  g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: %s", shown_name (self), g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return NULL;
}

FILE *
jue_output_stream (JueOutput *self)
{
  return self->stream;
}

/* Closes the stream and gives the file its name. 0, or why it failed: an errno, or EIO if nobody says. */
static int
complete (JueOutput *self)
{
  errno = 0;
  int why = fflush (self->stream) == 0 && !ferror (self->stream) ? 0 : errno != 0 ? errno : EIO;
  errno = 0;
  if (fclose (g_steal_pointer (&self->stream)) != 0 && why == 0)
    why = errno != 0 ? errno : EIO;
  if (why == 0 && self->temporary != NULL && g_rename (self->temporary, self->path) != 0)
    why = errno;
  if (why == 0)
    g_clear_pointer (&self->temporary, g_free);
  return why;
}

gboolean
jue_output_finish (JueOutput *self, GError **error)
{
  int why = complete (self);
  if (why != 0)
    g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: %s", shown_name (self), g_strerror (why));
  jue_output_free (self);
  return why == 0;
}

void
jue_output_free (JueOutput *self)
{
  if (self == NULL)
    return;
  if (self->stream != NULL)
    fclose (self->stream);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
