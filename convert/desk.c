#include "convert/desk.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "convert/walk.h"
#include "extract/error.h"

struct JueDesk {
  JueDeskOptions options;
  JueParser *parser;
  char *folder;      /* where outputs are made */
  char *last_target; /* the folder that outputs were moved to last, which therefore exists */
};

static char *
work_folder (const char *dir, int pid)
{
  return g_strdup_printf ("%s" G_DIR_SEPARATOR_S JUE_DESK_FOLDER "%d", dir, pid);
}

JueDesk *
jue_desk_new (const JueDeskOptions *options, GError **error)
{
  g_autoptr (JueDesk) self = g_new0 (JueDesk, 1);
  self->options = *options;
  self->folder = work_folder (options->dir, (int)getpid ());
  self->parser = jue_parser_new (&options->parser, error);
  return self->parser != NULL ? g_steal_pointer (&self) : NULL;
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_unlink (path);
  }
}

void
jue_desk_free (JueDesk *self)
{
  if (self == NULL)
    return;
  jue_parser_free (self->parser);
  if (self->folder != NULL && g_rmdir (self->folder) != 0 && errno == ENOTEMPTY) {
    remove_files (self->folder);
    g_rmdir (self->folder);
  }
  g_free (self->folder);
  g_free (self->last_target);
  g_free (self);
}

void
jue_desk_clean (const char *dir, int pid)
{
  g_autofree char *folder = work_folder (dir, pid);
  remove_files (folder);
  g_rmdir (folder);
}

int
jue_desk_open (const char *path, JueStamp *stamp, GError **error)
{
  struct stat file;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0 || fstat (fd, &file) != 0)
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "cannot be opened: %s", g_strerror (errno));
  else if (!S_ISREG (file.st_mode))
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, S_ISDIR (file.st_mode) ? "is a folder" : "is no regular file");
  else if ((guint64)file.st_size > JUE_DESK_MAX_BYTES)
    g_set_error (error, JUE_ERROR, JUE_ERROR_LIMIT, "more than %" G_GUINT64_FORMAT " bytes", JUE_DESK_MAX_BYTES);
  else {
    *stamp = jue_stamp_of (&file);
    return fd;
  }
  if (fd >= 0)
    close (fd);
  return -1;
}

/* Opens the document and sees to it that it is the one meant. */
static int
open_document (JueRow *row, GError **error)
{
  JueStamp now;
  int fd = jue_desk_open (row->path, &now, error);
  if (fd < 0)
    return -1;
  gboolean good = row->sha256 == NULL || jue_stamp_equal (&row->stamp, &now);
  row->stamp = now;
  row->bytes = now.bytes;
  if (good)
    return fd;
  g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "was changed meanwhile");
  close (fd);
  return -1;
}

static JueReport *
read_document (JueDesk *self, JueRow *row, GError **error)
{
  int fd = open_document (row, error);
  if (fd < 0)
    return NULL;
  g_autofree char *name = g_path_get_basename (row->path);
  JueSource source = { .name = name, .bytes = row->bytes };
  g_strlcpy (source.sha256, row->sha256 != NULL ? row->sha256 : "", sizeof source.sha256);
  JueReport *report = jue_parser_read (self->parser, fd, &source, &row->cpu, error);
  if (row->sha256 == NULL && *source.sha256 != '\0')
    row->sha256 = g_strdup (source.sha256);
  close (fd);
  return report;
}

/* Makes all outputs in the work folder. */
static gboolean
make_outputs (JueDesk *self, const JueReport *report, const char *stem, GError **error)
{
  const JueDeskOptions *o = &self->options;
  if (g_mkdir (self->folder, 0777) != 0 && errno != EEXIST) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: cannot be made: %s", self->folder, g_strerror (errno));
    return FALSE;
  }
  for (guint i = 0; o->exporters[i] != NULL; i++)
    if (!jue_export_files (report, o->exporters[i], self->folder, stem, o->export_options, error))
      return FALSE;
  return TRUE;
}

static gboolean
make_target (JueDesk *self, const char *target, GError **error)
{
  if (g_strcmp0 (target, self->last_target) == 0)
    return TRUE;
  if (g_mkdir_with_parents (target, 0777) != 0) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: cannot be made: %s", target, g_strerror (errno));
    return FALSE;
  }
  g_free (self->last_target);
  self->last_target = g_strdup (target);
  return TRUE;
}

/* Moves the outputs to where they belong, and notes their names. */
static gboolean
publish (JueDesk *self, JueRow *row, GError **error)
{
  g_autofree char *output = g_build_filename (self->options.dir, row->output, NULL);
  g_autofree char *target = g_path_get_dirname (output);
  g_autoptr (GPtrArray) names = jue_walk_list (self->folder);
  if (names == NULL) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: cannot be read", self->folder);
    return FALSE;
  }
  GString *files = g_string_new (NULL);
  gboolean done = make_target (self, target, error);
  for (guint i = 0; i < names->len && done; i++) {
    const char *name = names->pdata[i];
    g_autofree char *from = g_build_filename (self->folder, name, NULL);
    g_autofree char *to = g_build_filename (target, name, NULL);
    done = g_rename (from, to) == 0;
    if (!done)
      g_set_error (error, JUE_ERROR, JUE_ERROR_OUTPUT, "%s: cannot be put in place: %s", to, g_strerror (errno));
    g_string_append_printf (files, "/%s", name);
  }
  g_free (row->files);
  row->files = g_string_free (files, FALSE);
  return done;
}

static gboolean
convert (JueDesk *self, JueRow *row, JueTell tell, gpointer data, GError **error)
{
  g_autoptr (JueReport) report = read_document (self, row, error);
  if (report == NULL)
    return FALSE;
  g_autofree char *stem = g_path_get_basename (row->output);
  if (!make_outputs (self, report, stem, error) || !publish (self, row, error)) {
    remove_files (self->folder);
    return FALSE;
  }
  jue_row_describe (row, report);
  if (tell != NULL)
    jue_tell_warnings (report->diagnoses, row->path, tell, data);
  return TRUE;
}

gboolean
jue_desk_convert (JueDesk *self, JueRow *row, JueTell tell, gpointer data, GError **error)
{
  GError *reason = NULL;
  gint64 start = g_get_monotonic_time ();
  gboolean done = convert (self, row, tell, data, &reason);
  row->wall = g_get_monotonic_time () - start;
  if (done)
    return TRUE;
  jue_row_fail (row, reason);
  if (reason != NULL)
    g_propagate_error (error, reason);
  return FALSE;
}
