#include "convert/row.h"

#include <string.h>

/* How a field is kept on a line. */
typedef enum { STRING, UINT, UINT64, INT, INT64 } Kind;

typedef struct {
  Kind kind;
  size_t offset;
} Field;

#define FIELD(kind, member)                                                                                            \
  {                                                                                                                    \
    kind, offsetof (JueRow, member)                                                                                    \
  }

/* The order on a line. */
static const Field fields[] = {
  FIELD (STRING, source),       FIELD (STRING, path),
  FIELD (STRING, output),       FIELD (STRING, files),
  FIELD (STRING, sha256),       FIELD (UINT64, stamp.bytes),
  FIELD (UINT64, stamp.inode),  FIELD (INT64, stamp.modified),
  FIELD (INT64, stamp.changed), FIELD (UINT64, bytes),
  FIELD (UINT, pages),          FIELD (UINT, pages_without_text),
  FIELD (UINT, year),           FIELD (UINT, forms),
  FIELD (UINT, values),         FIELD (UINT, warnings),
  FIELD (UINT, findings[0]),    FIELD (UINT, findings[1]),
  FIELD (UINT, findings[2]),    FIELD (UINT, findings[3]),
  FIELD (STRING, organisation), FIELD (INT64, wall),
  FIELD (INT64, cpu),           FIELD (UINT, status),
  FIELD (INT, error),           FIELD (STRING, reason),
  FIELD (STRING, same_as),      FIELD (STRING, version),
  FIELD (STRING, options),
};

static gpointer
member (const JueRow *self, const Field *field)
{
  return (char *)self + field->offset;
}

JueStamp
jue_stamp_of (const struct stat *file)
{
  const gint64 second = 1000000000;
  return (JueStamp){ (guint64)file->st_size, (guint64)file->st_ino,
                     (gint64)file->st_mtim.tv_sec * second + file->st_mtim.tv_nsec,
                     (gint64)file->st_ctim.tv_sec * second + file->st_ctim.tv_nsec };
}

gboolean
jue_stamp_equal (const JueStamp *a, const JueStamp *b)
{
  return a->bytes == b->bytes && a->inode == b->inode && a->modified == b->modified && a->changed == b->changed;
}

JueRow *
jue_row_new (void)
{
  JueRow *self = g_new0 (JueRow, 1);
  self->error = -1;
  return self;
}

void
jue_row_free (JueRow *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == STRING)
      g_free (*(char **)member (self, &fields[i]));
  g_free (self);
}

static guint
count_values (const JueReport *report)
{
  guint n = 0;
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    for (gsize c = 0; c < (gsize)form->n_rows * form->n_cols; c++) {
      const JueCell *cell = &form->cells[c];
      n += cell->text != NULL && cell->role == JUE_ROLE_VALUE && cell->state == JUE_STATE_VALUE ? 1 : 0;
    }
  }
  return n;
}

void
jue_row_describe (JueRow *self, const JueReport *report)
{
  self->pages = report->source.pages;
  self->pages_without_text = report->no_text_pages->len;
  self->organisation = g_strdup (report->organisation);
  self->year = report->year;
  self->forms = report->forms->len;
  self->values = count_values (report);
  for (guint i = 0; i < jue_diagnoses_length (report->diagnoses); i++) {
    const JueDiagnosis *d = jue_diagnoses_get (report->diagnoses, i);
    if (d->severity != JUE_SEVERITY_WARNING)
      continue;
    if (self->warnings++ == 0)
      self->reason = d->prov.page != 0 ? g_strdup_printf ("page %u: %s", d->prov.page, d->text) : g_strdup (d->text);
  }
  for (guint i = 0; i < report->findings->len; i++)
    self->findings[MIN (g_array_index (report->findings, JueFinding, i).severity, JUE_FINDING_INFO)]++;
  self->status = self->warnings > 0 ? JUE_ROW_DOUBTFUL : JUE_ROW_CLEAN;
  self->error = -1;
}

void
jue_row_fail (JueRow *self, const GError *error)
{
  self->pages = self->pages_without_text = self->year = self->forms = self->values = self->warnings = 0;
  memset (self->findings, 0, sizeof self->findings);
  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->files, g_free);
  g_clear_pointer (&self->same_as, g_free);
  g_free (self->reason);
  self->reason = g_strdup (error != NULL ? error->message : "failed");
  self->error = error != NULL && error->domain == JUE_ERROR ? error->code : JUE_ERROR_SYSTEM;
  self->status = JUE_ROW_FAILED;
}

/* Tab, line end and backslash are written as \t \n \r \\; a string that is missing as \N. */
static void
append_string (GString *line, const char *text)
{
  static const char plain[] = "\t\n\r\\", escaped[] = "tnr\\";
  if (text == NULL) {
    g_string_append (line, "\\N");
    return;
  }
  for (const char *p = text; *p != '\0'; p++) {
    const char *special = strchr (plain, *p);
    if (special != NULL)
      g_string_append_c (g_string_append_c (line, '\\'), escaped[special - plain]);
    else
      g_string_append_c (line, *p);
  }
}

static char *
read_string (const char *text)
{
  if (strcmp (text, "\\N") == 0)
    return NULL;
  GString *out = g_string_sized_new (strlen (text) + 1);
  for (const char *p = text; *p != '\0'; p++) {
    if (*p != '\\' || p[1] == '\0')
      g_string_append_c (out, *p);
    else
      g_string_append_c (out, *++p == 't' ? '\t' : *p == 'n' ? '\n' : *p == 'r' ? '\r' : *p);
  }
  return g_string_free (out, FALSE);
}

static void
append_field (GString *line, const JueRow *self, const Field *field)
{
  gpointer at = member (self, field);
  switch (field->kind) {
    case STRING:
      append_string (line, *(char **)at);
      break;
    case UINT:
      g_string_append_printf (line, "%u", *(guint *)at);
      break;
    case UINT64:
      g_string_append_printf (line, "%" G_GUINT64_FORMAT, *(guint64 *)at);
      break;
    case INT:
      g_string_append_printf (line, "%d", *(gint *)at);
      break;
    case INT64:
      g_string_append_printf (line, "%" G_GINT64_FORMAT, *(gint64 *)at);
      break;
  }
}

char *
jue_row_to_line (const JueRow *self)
{
  GString *line = g_string_sized_new (512);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    if (i > 0)
      g_string_append_c (line, '\t');
    append_field (line, self, &fields[i]);
  }
  g_string_append (line, "\t."); /* shows that nothing was cut */
  return g_string_free (line, FALSE);
}

static gboolean
read_field (JueRow *self, const Field *field, const char *text)
{
  gpointer at = member (self, field);
  gint64 number = 0;
  guint64 natural = 0;
  switch (field->kind) {
    case STRING:
      *(char **)at = read_string (text);
      return TRUE;
    case UINT:
      if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &natural, NULL))
        return FALSE;
      *(guint *)at = (guint)natural;
      return TRUE;
    case UINT64:
      return g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, at, NULL);
    case INT:
      if (!g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &number, NULL))
        return FALSE;
      *(gint *)at = (gint)number;
      return TRUE;
    case INT64:
      return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, at, NULL);
  }
  return FALSE;
}

static gboolean
is_sound (const JueRow *self)
{
  return self->source != NULL && self->path != NULL && self->output != NULL && self->status <= JUE_ROW_VANISHED;
}

JueRow *
jue_row_from_line (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", -1);
  const guint n = G_N_ELEMENTS (fields);
  if (g_strv_length (parts) != n + 1 || strcmp (parts[n], ".") != 0)
    return NULL;
  g_autoptr (JueRow) self = jue_row_new ();
  for (guint i = 0; i < n; i++)
    if (!read_field (self, &fields[i], parts[i]))
      return NULL;
  return is_sound (self) ? g_steal_pointer (&self) : NULL;
}

const char *
jue_row_status_name (guint status)
{
  static const char *const names[] = { "clean", "doubtful", "failed", "same", "vanished" };
  return status < G_N_ELEMENTS (names) ? names[status] : "failed";
}

const char *
jue_row_error_name (gint error)
{
  static const char *const names[] = { "input", "password", "version", "limit", "output", "system", "usage" };
  return error >= 0 && (guint)error < G_N_ELEMENTS (names) ? names[error] : NULL;
}
