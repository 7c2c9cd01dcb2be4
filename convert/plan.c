#include "convert/plan.h"

#include <string.h>
#include <unistd.h>

#include "convert/checksum.h"
#include "convert/desk.h"

void
jue_plan_init (JuePlan *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->leaders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) rows = jue_journal_rows (self->journal);
  for (guint i = 0; i < rows->len; i++) {
    JueRow *row = rows->pdata[i];
    g_hash_table_replace (self->names, g_strdup (row->output), g_strdup (row->source));
    if (row->status <= JUE_ROW_DOUBTFUL && row->sha256 != NULL && !g_hash_table_contains (self->known, row->sha256))
      g_hash_table_insert (self->known, g_strdup (row->sha256), g_strdup (row->source));
  }
}

void
jue_plan_clear (JuePlan *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->leaders);
  g_hash_table_unref (self->known);
}

/* Whether @output is @wanted, or that with -2, -3 … behind. */
static gboolean
is_variant (const char *output, const char *wanted)
{
  gsize length = strlen (wanted);
  if (strncmp (output, wanted, length) != 0)
    return FALSE;
  const char *rest = output + length;
  return *rest == '\0' || (*rest == '-' && rest[1] != '\0' && strspn (rest + 1, "0123456789") == strlen (rest + 1));
}

/* The name of a document's outputs: that of an earlier run, or a new one. */
static char *
choose_output (JuePlan *self, const JueInput *input, const JueRow *before)
{
  if (before != NULL && is_variant (before->output, input->output))
    return g_strdup (before->output);
  char *output = g_strdup (input->output);
  for (guint n = 2;; n++) {
    const char *owner = g_hash_table_lookup (self->names, output);
    if (owner == NULL || strcmp (owner, input->source) == 0)
      break;
    g_free (output);
    output = g_strdup_printf ("%s-%u", input->output, n);
  }
  g_hash_table_replace (self->names, g_strdup (output), g_strdup (input->source));
  return output;
}

static gboolean
file_exists (const char *path)
{
  return access (path, F_OK) == 0;
}

/* Whether all outputs of an earlier run are still there. */
static gboolean
outputs_exist (const JuePlan *self, const JueRow *row)
{
  g_autofree char *output = g_build_filename (self->dir, row->output, NULL);
  g_autofree char *folder = g_path_get_dirname (output);
  g_auto (GStrv) names = g_strsplit (row->files != NULL ? row->files : "", "/", -1);
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    if (*names[i] != '\0' && !file_exists (path))
      return FALSE;
  }
  return row->files != NULL;
}

/* The bytes' checksum: that of an earlier run if the file is as it was then, else by reading it. */
static gboolean
identify (JueRow *row, const JueRow *before, GError **error)
{
  struct stat file;
  if (before != NULL && before->sha256 != NULL && stat (row->path, &file) == 0) {
    row->stamp = jue_stamp_of (&file);
    if (jue_stamp_equal (&row->stamp, &before->stamp)) {
      row->sha256 = g_strdup (before->sha256);
      row->bytes = row->stamp.bytes;
      return TRUE;
    }
  }
  int fd = jue_desk_open (row->path, &row->stamp, error);
  if (fd < 0)
    return FALSE;
  row->bytes = row->stamp.bytes;
  row->sha256 = jue_checksum (fd, error);
  close (fd);
  return row->sha256 != NULL;
}

/* Whether a document that was converted in an earlier run is one of this run, too, and as it was. */
static gboolean
still_leads (const JuePlan *self, const JueRow *row)
{
  struct stat file;
  if (row == NULL || !g_hash_table_contains (self->walk->sources, row->source) || stat (row->path, &file) != 0)
    return FALSE;
  JueStamp now = jue_stamp_of (&file);
  return jue_stamp_equal (&now, &row->stamp);
}

/* The document that is converted for all with the same bytes: one that was, or the first that asks. */
static const char *
find_leader (JuePlan *self, const JueRow *row)
{
  const char *leader = g_hash_table_lookup (self->leaders, row->sha256);
  if (leader != NULL)
    return leader;
  const char *earlier = g_hash_table_lookup (self->known, row->sha256);
  const JueRow *known = earlier != NULL ? jue_journal_find (self->journal, earlier) : NULL;
  gboolean takes = known != NULL && strcmp (known->sha256, row->sha256) == 0 && still_leads (self, known);
  char *source = g_strdup (takes ? known->source : row->source);
  g_hash_table_replace (self->leaders, g_strdup (row->sha256), source);
  return source;
}

/* Says whose bytes these are. FALSE if the known row says so already. */
static gboolean
note_same (const JuePlan *self, JueRow *row, const JueRow *before, const char *leader)
{
  const JueInput *first = g_hash_table_lookup (self->walk->sources, leader);
  row->status = JUE_ROW_SAME;
  row->same_as = g_strdup (first != NULL ? first->path : leader);
  return before == NULL || before->status != JUE_ROW_SAME || g_strcmp0 (before->sha256, row->sha256) != 0
         || g_strcmp0 (before->same_as, row->same_as) != 0 || !jue_stamp_equal (&before->stamp, &row->stamp);
}

/* Whether the outputs of an earlier run are what a new one would make. */
static gboolean
is_done (const JuePlan *self, const JueRow *row, const JueRow *before)
{
  return before != NULL && !self->force && before->status <= JUE_ROW_DOUBTFUL
         && g_strcmp0 (before->sha256, row->sha256) == 0 && g_strcmp0 (before->version, self->version) == 0
         && g_strcmp0 (before->options, self->options) == 0 && strcmp (before->output, row->output) == 0
         && outputs_exist (self, before);
}

static JueRow *
new_row (JuePlan *self, const JueInput *input, const JueRow *before)
{
  JueRow *row = jue_row_new ();
  row->source = g_strdup (input->source);
  row->path = g_strdup (input->path);
  row->output = choose_output (self, input, before);
  row->version = g_strdup (self->version);
  row->options = g_strdup (self->options);
  return row;
}

/* The row of an earlier run with the file's new stamp and path. */
static JueRow *
renew (const JueRow *row, const JueRow *before)
{
  g_autofree char *line = jue_row_to_line (before);
  JueRow *renewed = jue_row_from_line (line);
  renewed->stamp = row->stamp;
  g_free (renewed->path);
  renewed->path = g_strdup (row->path);
  return renewed;
}

JuePlanStep
jue_plan_next (JuePlan *self, const JueInput *input, JueRow **row)
{
  const JueRow *before = jue_journal_find (self->journal, input->source);
  *row = NULL;
  if (self->retry_failed && (before == NULL || before->status != JUE_ROW_FAILED))
    return JUE_PLAN_IGNORE;
  g_autoptr (JueRow) now = new_row (self, input, before);
  g_autoptr (GError) error = NULL;
  if (!identify (now, before, &error)) {
    jue_row_fail (now, error);
    *row = g_steal_pointer (&now);
    return JUE_PLAN_FAIL;
  }
  const char *leader = find_leader (self, now);
  if (strcmp (leader, now->source) != 0) {
    if (note_same (self, now, before, leader))
      *row = g_steal_pointer (&now);
    return JUE_PLAN_SAME;
  }
  if (is_done (self, now, before)) {
    if (!jue_stamp_equal (&now->stamp, &before->stamp) || strcmp (now->path, before->path) != 0)
      *row = renew (now, before);
    return JUE_PLAN_SKIP;
  }
  *row = g_steal_pointer (&now);
  return JUE_PLAN_CONVERT;
}
