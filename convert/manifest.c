#include "convert/manifest.h"

#include <string.h>

#include "export/csv.h"

/* A column's text; NULL = empty. Free with g_free. */
typedef char *(*Column) (const JueRow *row);

static char *
shown_text (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static char *
number (guint64 value)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, value);
}

static char *
seconds (gint64 microseconds)
{
  gint64 ms = (MAX (microseconds, 0) + 500) / 1000;
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%03d", ms / 1000, (int)(ms % 1000));
}

/* What only a document tells that was converted. */
static gboolean
is_converted (const JueRow *row)
{
  return row->pages > 0;
}

static char *
path_of (const JueRow *row)
{
  return shown_text (row->path);
}

static char *
output_of (const JueRow *row)
{
  return row->files != NULL ? shown_text (row->output) : NULL;
}

static char *
sha256_of (const JueRow *row)
{
  return shown_text (row->sha256);
}

static char *
bytes_of (const JueRow *row)
{
  return row->sha256 != NULL ? number (row->bytes) : NULL;
}

static char *
organisation_of (const JueRow *row)
{
  return shown_text (row->organisation);
}

static char *
year_of (const JueRow *row)
{
  return row->year != 0 ? number (row->year) : NULL;
}

#define COUNT_OF(name, member)                                                                                         \
  static char *name##_of (const JueRow *row)                                                                           \
  {                                                                                                                    \
    return is_converted (row) ? number (row->member) : NULL;                                                           \
  }

COUNT_OF (pages, pages)
COUNT_OF (pages_without_text, pages_without_text)
COUNT_OF (forms, forms)
COUNT_OF (values, values)
COUNT_OF (warnings, warnings)
COUNT_OF (findings_error, findings[JUE_FINDING_ERROR])
COUNT_OF (findings_warning, findings[JUE_FINDING_WARNING])
COUNT_OF (findings_rounding, findings[JUE_FINDING_ROUNDING])
COUNT_OF (findings_info, findings[JUE_FINDING_INFO])

static char *
seconds_of (const JueRow *row)
{
  return row->status != JUE_ROW_SAME ? seconds (row->wall) : NULL;
}

static char *
cpu_of (const JueRow *row)
{
  return row->status != JUE_ROW_SAME ? seconds (row->cpu) : NULL;
}

static char *
status_of (const JueRow *row)
{
  return g_strdup (jue_row_status_name (row->status));
}

static char *
error_of (const JueRow *row)
{
  return g_strdup (jue_row_error_name (row->error));
}

static char *
reason_of (const JueRow *row)
{
  return shown_text (row->reason);
}

static char *
same_as_of (const JueRow *row)
{
  return shown_text (row->same_as);
}

static char *
version_of (const JueRow *row)
{
  return shown_text (row->version);
}

static const struct {
  const char *name;
  Column text;
  gboolean number;
} columns[] = {
  { "path", path_of, FALSE },
  { "output", output_of, FALSE },
  { "sha256", sha256_of, FALSE },
  { "bytes", bytes_of, TRUE },
  { "pages", pages_of, TRUE },
  { "pages_without_text", pages_without_text_of, TRUE },
  { "organisation", organisation_of, FALSE },
  { "year", year_of, TRUE },
  { "forms", forms_of, TRUE },
  { "values", values_of, TRUE },
  { "warnings", warnings_of, TRUE },
  { "findings_error", findings_error_of, TRUE },
  { "findings_warning", findings_warning_of, TRUE },
  { "findings_rounding", findings_rounding_of, TRUE },
  { "findings_info", findings_info_of, TRUE },
  { "seconds", seconds_of, TRUE },
  { "cpu_seconds", cpu_of, TRUE },
  { "status", status_of, FALSE },
  { "error", error_of, FALSE },
  { "reason", reason_of, FALSE },
  { "same_as", same_as_of, FALSE },
  { "version", version_of, FALSE },
};

static void
append_json_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if ((guchar)*p < 0x20 || *p == 0x7f)
      g_string_append_printf (out, "\\u%04x", (guchar)*p);
    else
      g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

char *
jue_manifest_json_string (const char *text)
{
  if (text == NULL)
    return g_strdup ("null");
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);
  append_json_string (out, valid);
  return g_string_free (out, FALSE);
}

char *
jue_manifest_json (const JueRow *row)
{
  GString *out = g_string_new ("{");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *text = columns[i].text (row);
    g_string_append_printf (out, "%s\"%s\": ", i > 0 ? ", " : "", columns[i].name);
    if (text == NULL)
      g_string_append (out, "null");
    else if (columns[i].number)
      g_string_append (out, text);
    else
      append_json_string (out, text);
  }
  return g_string_free (g_string_append_c (out, '}'), FALSE);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  const JueRow *const *first = a, *const *second = b;
  int order = strcmp ((*first)->path, (*second)->path);
  return order != 0 ? order : strcmp ((*first)->source, (*second)->source);
}

static void
write_csv (JueSink *sink, const GPtrArray *rows)
{
  static const JueExportOptions plain = { 0 };
  JueCsv csv;
  jue_csv_init (&csv, sink, &plain);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    jue_csv_text (&csv, columns[i].name);
  jue_csv_end_line (&csv);
  for (guint r = 0; r < rows->len; r++) {
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
      g_autofree char *text = columns[i].text (rows->pdata[r]);
      jue_csv_text (&csv, text);
    }
    jue_csv_end_line (&csv);
  }
  jue_csv_finish (&csv);
}

static void
write_json (JueSink *sink, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *object = jue_manifest_json (rows->pdata[i]);
    jue_sink_write (sink, object, strlen (object), NULL); /* the sink remembers a failure until it is finished */
    jue_sink_write (sink, "\n", 1, NULL);
  }
}

static gboolean
write_file (JueSinkMaker *maker, const char *suffix, void (*write) (JueSink *sink, const GPtrArray *rows),
            const GPtrArray *rows, GError **error)
{
  JueSink *sink = jue_sink_maker_open (maker, suffix, error);
  if (sink == NULL)
    return FALSE;
  write (sink, rows);
  return jue_sink_finish (sink, error);
}

gboolean
jue_manifest_write (const char *dir, const GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (sorted, rows->pdata[i]);
  g_ptr_array_sort (sorted, compare_paths);
  JueSinkMaker *maker = jue_sink_maker_new_files (dir, "manifest", FALSE);
  gboolean done =
      write_file (maker, ".csv", write_csv, sorted, error) && write_file (maker, ".jsonl", write_json, sorted, error);
  jue_sink_maker_free (maker);
  return done;
}
