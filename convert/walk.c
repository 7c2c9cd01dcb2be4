#include "convert/walk.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "extract/compare.h"
#include "extract/error.h"

static void
free_input (gpointer data)
{
  JueInput *self = data;
  g_free (self->source);
  g_free (self->path);
  g_free (self->output);
  g_free (self);
}

JueWalk *
jue_walk_new (const char *skip, JueTell tell, gpointer data)
{
  JueWalk *self = g_new0 (JueWalk, 1);
  struct stat folder;
  self->inputs = g_ptr_array_new_with_free_func (free_input);
  self->sources = g_hash_table_new (g_str_hash, g_str_equal);
  self->tell = tell;
  self->data = data;
  if (skip != NULL && stat (skip, &folder) == 0) {
    self->skip_device = folder.st_dev;
    self->skip_inode = folder.st_ino;
  }
  return self;
}

void
jue_walk_free (JueWalk *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sources);
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

static gboolean
is_pdf_name (const char *name)
{
  gsize length = strlen (name);
  return length > 4 && g_ascii_strcasecmp (name + length - 4, ".pdf") == 0;
}

char *
jue_walk_stem (const char *path)
{
  char *name = g_path_get_basename (path);
  if (is_pdf_name (name))
    name[strlen (name) - 4] = '\0';
  return name;
}

static void
complain (JueWalk *self, const char *path, int why)
{
  self->failures++;
  self->tell (self->data, JUE_MESSAGE_ERROR, path, 0, g_strerror (why));
}

/* A place below an argument. @below: from the argument on, "" for itself */
typedef struct {
  const char *path, *source, *below;
} Place;

static void
add_input (JueWalk *self, const Place *place)
{
  if (g_hash_table_contains (self->sources, place->source))
    return;
  g_autofree char *folder = g_path_get_dirname (place->below);
  g_autofree char *stem = jue_walk_stem (place->path);
  JueInput *input = g_new0 (JueInput, 1);
  input->source = g_strdup (place->source);
  input->path = g_strdup (place->path);
  input->output = strcmp (folder, ".") == 0 ? g_strdup (stem) : g_build_filename (folder, stem, NULL);
  g_ptr_array_add (self->inputs, input);
  g_hash_table_insert (self->sources, input->source, input);
}

GPtrArray *
jue_walk_list (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  if (dir == NULL)
    return NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, jue_compare_texts);
  return names;
}

static void add_folder (JueWalk *self, const Place *place, guint depth);

static void
add_entry (JueWalk *self, const Place *place, guint depth)
{
  struct stat file, target;
  if (lstat (place->path, &file) != 0) {
    if (errno != ENOENT) /* gone meanwhile */
      complain (self, place->path, errno);
    return;
  }
  gboolean link = S_ISLNK (file.st_mode);
  gboolean folder = S_ISDIR (link && stat (place->path, &target) == 0 ? target.st_mode : file.st_mode);
  if (folder && link)
    self->tell (self->data, JUE_MESSAGE_NOTE, place->path, 0, "a link to a folder, which is not followed");
  else if (folder && !(file.st_dev == self->skip_device && file.st_ino == self->skip_inode))
    add_folder (self, place, depth + 1);
  else if (!folder && is_pdf_name (place->path))
    add_input (self, place);
}

static void
add_folder (JueWalk *self, const Place *place, guint depth)
{
  errno = 0;
  g_autoptr (GPtrArray) names = depth <= JUE_WALK_MAX_DEPTH ? jue_walk_list (place->path) : NULL;
  if (names == NULL) {
    complain (self, place->path, errno != 0 ? errno : ELOOP);
    return;
  }
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    g_autofree char *path = g_build_filename (place->path, name, NULL);
    g_autofree char *source = g_build_filename (place->source, name, NULL);
    g_autofree char *below = *place->below != '\0' ? g_build_filename (place->below, name, NULL) : g_strdup (name);
    Place entry = { path, source, below };
    add_entry (self, &entry, depth);
  }
}

void
jue_walk_add (JueWalk *self, const char *path)
{
  struct stat file;
  g_autofree char *source = g_canonicalize_filename (path, NULL);
  if (stat (path, &file) == 0 && S_ISDIR (file.st_mode)) {
    Place folder = { path, source, "" };
    add_folder (self, &folder, 0);
    return;
  }
  g_autofree char *name = g_path_get_basename (path);
  Place place = { path, source, name };
  add_input (self, &place); /* if it cannot be read, that will be said then */
}

/* Where the outputs of a listed file go: its folders, if the path is relative and stays below where we are. */
static void
add_listed (JueWalk *self, const char *path)
{
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *source = g_canonicalize_filename (path, here);
  gsize length = strlen (here);
  gboolean below = !g_path_is_absolute (path) && strncmp (source, here, length) == 0
                   && (length == 1 || source[length] == G_DIR_SEPARATOR);
  if (!below || g_file_test (path, G_FILE_TEST_IS_DIR)) {
    jue_walk_add (self, path);
    return;
  }
  Place place = { path, source, source + length + (length > 1 ? 1 : 0) };
  add_input (self, &place);
}

static char *
read_list (const char *list, gsize *length, GError **error)
{
  char *text = NULL;
  g_autoptr (GError) reason = NULL;
  const char *path = strcmp (list, "-") == 0 ? "/dev/stdin" : list;
  if (g_file_get_contents (path, &text, length, &reason))
    return text;
  g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "the list cannot be read: %s", reason->message);
  return NULL;
}

gboolean
jue_walk_add_list (JueWalk *self, const char *list, gboolean nul, GError **error)
{
  gsize length = 0;
  g_autofree char *text = read_list (list, &length, error);
  if (text == NULL)
    return FALSE;
  const char end = nul ? '\0' : '\n';
  for (char *line = text; line < text + length;) {
    char *stop = memchr (line, end, (gsize)(text + length - line));
    if (stop == NULL)
      stop = text + length; /* where g_file_get_contents has put a zero byte */
    *stop = '\0';
    if (*line != '\0')
      add_listed (self, line);
    line = stop + 1;
  }
  return TRUE;
}
