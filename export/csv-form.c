#include "export/csv.h"
#include "export/formats.h"

/* Longest part of a form's id that gets into a file name, in bytes. */
#define MAX_NAME 64

static void
write_header (JueCsv *csv, const JueForm *form)
{
  for (guint col = 0; col < form->n_cols; col++) {
    const JueColumn *column = jue_form_column (form, col);
    if (form->header_rows > 0 && column != NULL) {
      jue_csv_joined (csv, column->path, column->n_path);
      continue;
    }
    char name[32];
    g_snprintf (name, sizeof name, "column %u", col + 1);
    jue_csv_text (csv, name);
  }
  jue_csv_end_line (csv);
}

static gboolean
write_form (const JueForm *form, const char *suffix, const JueExportOptions *options, JueSinkMaker *maker,
            GError **error)
{
  JueSink *sink = jue_sink_maker_open (maker, suffix, error);
  if (sink == NULL)
    return FALSE;
  JueCsv csv;
  jue_csv_init (&csv, sink, options);
  write_header (&csv, form);
  for (guint row = form->header_rows; row < form->n_rows; row++) {
    for (guint col = 0; col < form->n_cols; col++)
      jue_csv_text (&csv, jue_form_cell (form, row, col)->text);
    jue_csv_end_line (&csv);
  }
  jue_csv_finish (&csv);
  return jue_sink_finish (sink, error);
}

/* A report may come from anywhere: of its ids only letters, digits and "-" get into a file name. */
static char *
file_part (const char *id)
{
  char *part = g_strndup (id != NULL && *id != '\0' ? id : "unknown", MAX_NAME);
  for (char *p = part; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      *p = '-';
  return part;
}

/* A suffix that no form before had. @used: suffix → number of the last form of this part */
static char *
new_suffix (GHashTable *used, const char *id)
{
  g_autofree char *part = file_part (id);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (used, part));
  char *suffix = NULL;
  do {
    number++;
    g_free (suffix);
    suffix = number == 1 ? g_strconcat (".", part, ".csv", NULL) : g_strdup_printf (".%s-%u.csv", part, number);
  } while (g_hash_table_contains (used, suffix));
  g_hash_table_insert (used, g_strdup (suffix), GUINT_TO_POINTER (1));
  g_hash_table_insert (used, g_steal_pointer (&part), GUINT_TO_POINTER (number));
  return suffix;
}

gboolean
jue_csv_export_forms (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (used, g_strdup (".values.csv"));
  g_hash_table_add (used, g_strdup (".indicators.csv"));
  g_hash_table_add (used, g_strdup (".fields.csv"));
  g_hash_table_add (used, g_strdup (".findings.csv"));
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    g_autofree char *suffix = new_suffix (used, form->id);
    if (!write_form (form, suffix, options, maker, error))
      return FALSE;
  }
  return TRUE;
}
