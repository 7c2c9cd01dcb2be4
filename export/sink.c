#include "export/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <zlib.h>

#include "extract/error.h"

/* Bytes gathered before they are compressed or written. */
#define BUFFER_SIZE 65536

/* 15 bits of window, + 16: a gzip header, in which zlib puts neither name nor time. */
#define GZIP_WINDOW (15 + 16)
#define GZIP_MEMORY 8
#define GZIP_OS_UNKNOWN 255

struct JueSinkMaker {
  const char *dir, *stem;
  FILE *out; /* NULL if files are made */
  gboolean gzip;
};

struct JueSink {
  FILE *out;
  gboolean owns_out;
  char *path;           /* of the complete file, or NULL */
  char *temporary_path; /* NULL if there is none (any more) */
  GByteArray *buffer;
  z_stream *deflate; /* NULL if plain */
  gz_header header;
  GError *failure; /* the first one */
};

JueSinkMaker *
jue_sink_maker_new_files (const char *dir, const char *stem, gboolean gzip)
{
  JueSinkMaker *self = g_new0 (JueSinkMaker, 1);
  self->dir = dir;
  self->stem = stem;
  self->gzip = gzip;
  return self;
}

JueSinkMaker *
jue_sink_maker_new_stream (FILE *out, gboolean gzip)
{
  JueSinkMaker *self = g_new0 (JueSinkMaker, 1);
  self->out = out;
  self->gzip = gzip;
  return self;
}

void
jue_sink_maker_free (JueSinkMaker *self)
{
  g_free (self);
}

static const char *
sink_name (const JueSink *self)
{
  return self->path != NULL ? self->path : "standard output";
}

static void
fail (JueSink *self, const char *what, int error_number)
{
  if (self->failure == NULL)
    self->failure =
        g_error_new (JUE_ERROR, JUE_ERROR_OUTPUT, "%s: %s: %s", sink_name (self), what, g_strerror (error_number));
}

static void
start_gzip (JueSink *self)
{
  self->deflate = g_new0 (z_stream, 1);
  self->header.os = GZIP_OS_UNKNOWN;
  int level = Z_DEFAULT_COMPRESSION, strategy = Z_DEFAULT_STRATEGY;
  if (deflateInit2 (self->deflate, level, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY, strategy) != Z_OK
      || deflateSetHeader (self->deflate, &self->header) != Z_OK)
    fail (self, "cannot be compressed", ENOMEM);
}

static gboolean
open_file (JueSink *self, const JueSinkMaker *maker, const char *suffix)
{
  self->path = g_strconcat (maker->dir, G_DIR_SEPARATOR_S, maker->stem, suffix, maker->gzip ? ".gz" : "", NULL);
  char *temporary_path = g_strdup_printf ("%s" G_DIR_SEPARATOR_S ".juesuan-%ld-XXXXXX", maker->dir, (long)getpid ());
  int fd = g_mkstemp_full (temporary_path, O_WRONLY, 0666);
  if (fd < 0) {
    fail (self, "cannot be created", errno);
    g_free (temporary_path);
    return FALSE;
  }
  self->temporary_path = temporary_path;
  self->out = fdopen (fd, "wb");
  if (self->out == NULL) {
    fail (self, "cannot be created", errno);
    close (fd);
    return FALSE;
  }
  self->owns_out = TRUE;
  setvbuf (self->out, NULL, _IONBF, 0);
  return TRUE;
}

static gboolean
report_failure (const JueSink *self, GError **error)
{
  if (self->failure == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->failure);
  return FALSE;
}

JueSink *
jue_sink_maker_open (JueSinkMaker *maker, const char *suffix, GError **error)
{
  JueSink *self = g_new0 (JueSink, 1);
  self->buffer = g_byte_array_sized_new (BUFFER_SIZE);
  self->out = maker->out;
  if ((maker->out != NULL || open_file (self, maker, suffix)) && maker->gzip)
    start_gzip (self);
  if (!report_failure (self, error)) {
    jue_sink_free (self);
    return NULL;
  }
  return self;
}

static void
put (JueSink *self, const guint8 *bytes, gsize length)
{
  if (self->failure != NULL || length == 0)
    return;
  errno = 0;
  if (fwrite (bytes, 1, length, self->out) != length)
    fail (self, "cannot be written", errno != 0 ? errno : EIO);
}

static void
put_compressed (JueSink *self, const guint8 *bytes, gsize length, int flush)
{
  guint8 out[16384];
  self->deflate->next_in = (Bytef *)bytes;
  self->deflate->avail_in = (uInt)length;
  do {
    self->deflate->next_out = out;
    self->deflate->avail_out = sizeof out;
    if (deflate (self->deflate, flush) == Z_STREAM_ERROR)
      fail (self, "cannot be compressed", EINVAL);
    put (self, out, sizeof out - self->deflate->avail_out);
  } while (self->deflate->avail_out == 0 && self->failure == NULL);
}

static void
empty_buffer (JueSink *self, gboolean last)
{
  if (self->failure == NULL && self->deflate != NULL)
    put_compressed (self, self->buffer->data, self->buffer->len, last ? Z_FINISH : Z_NO_FLUSH);
  else
    put (self, self->buffer->data, self->buffer->len);
  g_byte_array_set_size (self->buffer, 0);
}

gboolean
jue_sink_write (JueSink *self, const char *bytes, gsize length, GError **error)
{
  while (length > 0 && self->failure == NULL) {
    gsize part = MIN (length, BUFFER_SIZE - self->buffer->len);
    g_byte_array_append (self->buffer, (const guint8 *)bytes, (guint)part);
    bytes += part;
    length -= part;
    if (self->buffer->len == BUFFER_SIZE)
      empty_buffer (self, FALSE);
  }
  return report_failure (self, error);
}

static void
close_out (JueSink *self)
{
  errno = 0;
  gboolean written = self->owns_out ? fclose (self->out) == 0 : fflush (self->out) == 0 && !ferror (self->out);
  self->out = NULL;
  if (!written)
    fail (self, "cannot be written", errno != 0 ? errno : EIO);
}

static void
put_in_place (JueSink *self)
{
  if (g_rename (self->temporary_path, self->path) != 0) {
    fail (self, "cannot be put in place", errno);
    return;
  }
  g_clear_pointer (&self->temporary_path, g_free);
}

gboolean
jue_sink_finish (JueSink *self, GError **error)
{
  empty_buffer (self, TRUE);
  close_out (self);
  if (self->failure == NULL && self->temporary_path != NULL)
    put_in_place (self);
  gboolean done = report_failure (self, error);
  jue_sink_free (self);
  return done;
}

void
jue_sink_free (JueSink *self)
{
  if (self == NULL)
    return;
  if (self->owns_out && self->out != NULL)
    fclose (self->out);
  if (self->temporary_path != NULL)
    g_unlink (self->temporary_path);
  if (self->deflate != NULL)
    deflateEnd (self->deflate);
  g_free (self->deflate);
  g_clear_error (&self->failure);
  g_byte_array_free (self->buffer, TRUE);
  g_free (self->temporary_path);
  g_free (self->path);
  g_free (self);
}
