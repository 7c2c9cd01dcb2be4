#include "export/csv.h"

#include <string.h>

#include "export/append.h"

/* Text gathered before the sink gets it. */
#define FLUSH_SIZE 16384

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

void
jue_csv_init (JueCsv *self, JueSink *sink, const JueExportOptions *options)
{
  self->sink = sink;
  self->line = g_string_sized_new (2 * FLUSH_SIZE);
  self->field = g_string_sized_new (256);
  self->raw_text = options->raw_text;
  self->started = FALSE;
  if (options->bom)
    g_string_append (self->line, BYTE_ORDER_MARK);
}

static void
flush (JueCsv *self)
{
  /* The sink remembers a failure until it is finished. */
  jue_sink_write (self->sink, self->line->str, self->line->len, NULL);
  g_string_truncate (self->line, 0);
}

void
jue_csv_finish (JueCsv *self)
{
  flush (self);
  g_string_free (self->line, TRUE);
  g_string_free (self->field, TRUE);
  self->line = self->field = NULL;
}

static void
start_field (JueCsv *self)
{
  if (self->started)
    g_string_append_c (self->line, ',');
  self->started = TRUE;
}

/*
 * Spreadsheets take text that begins with one of these for a formula, some the full-width signs too.
 * Numbers and dashes begin with a sign as well and are harmless: they hold nothing but digits and signs.
 */
static gboolean
is_formula (const char *text)
{
  static const char *const starts[] = { "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠" };
  /* Most fields are told by their first byte: 0xef is that of the full-width signs. */
  if (g_ascii_isalnum (*text) || *text == '\0' || ((guchar)*text >= 0x80 && (guchar)*text != 0xef))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i])) {
      JueAmount amount;
      JueState state = jue_amount_parse (text, &amount, NULL);
      return state != JUE_STATE_VALUE && state != JUE_STATE_DASH;
    }
  return FALSE;
}

static void
append_quoted (GString *out, const char *text, gboolean neutralize)
{
  g_string_append_c (out, '"');
  if (neutralize)
    g_string_append_c (out, '\'');
  for (;;) {
    gsize run = strcspn (text, "\"");
    g_string_append_len (out, text, (gssize)run);
    if (text[run] == '\0')
      break;
    g_string_append (out, "\"\"");
    text += run + 1;
  }
  g_string_append_c (out, '"');
}

static gboolean
needs_quotes (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == ',' || *text == '\r' || *text == '\n')
      return TRUE;
  return FALSE;
}

void
jue_csv_text (JueCsv *self, const char *text)
{
  start_field (self);
  if (text == NULL)
    return;
  gboolean neutralize = !self->raw_text && is_formula (text);
  if (needs_quotes (text)) {
    append_quoted (self->line, text, neutralize);
    return;
  }
  if (neutralize)
    g_string_append_c (self->line, '\'');
  g_string_append (self->line, text);
}

void
jue_csv_joined (JueCsv *self, const char *const *texts, guint n)
{
  g_string_truncate (self->field, 0);
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append (self->field, " / ");
    g_string_append (self->field, texts[i]);
  }
  jue_csv_text (self, self->field->str);
}

void
jue_csv_uint (JueCsv *self, guint64 number)
{
  start_field (self);
  jue_append_uint (self->line, number);
}

void
jue_csv_positive (JueCsv *self, guint64 number)
{
  start_field (self);
  if (number != 0)
    jue_append_uint (self->line, number);
}

void
jue_csv_amount (JueCsv *self, JueAmount amount)
{
  start_field (self);
  jue_amount_append (self->line, amount);
}

void
jue_csv_box (JueCsv *self, const JueProv *prov)
{
  start_field (self);
  if (prov->page != 0)
    jue_append_box (self->line, &prov->box, " ");
}

void
jue_csv_form_start (JueCsv *self, const JueReport *report, guint number)
{
  const JueForm *form = g_ptr_array_index (report->forms, number);
  jue_csv_text (self, report->source.sha256);
  jue_csv_text (self, form->organisation != NULL ? form->organisation : report->organisation);
  jue_csv_positive (self, form->year != 0 ? form->year : report->year);
  jue_csv_uint (self, number);
  jue_csv_text (self, form->id);
  jue_csv_text (self, form->title.text);
}

void
jue_csv_end_line (JueCsv *self)
{
  g_string_append (self->line, "\r\n");
  self->started = FALSE;
  if (self->line->len >= FLUSH_SIZE)
    flush (self);
}

gboolean
jue_csv_open (JueCsv *self, JueSinkMaker *maker, const char *suffix, const char *const *columns, guint n,
              const JueExportOptions *options, GError **error)
{
  JueSink *sink = jue_sink_maker_open (maker, suffix, error);
  if (sink == NULL)
    return FALSE;
  jue_csv_init (self, sink, options);
  for (guint i = 0; i < n; i++)
    jue_csv_text (self, columns[i]);
  jue_csv_end_line (self);
  return TRUE;
}

gboolean
jue_csv_close (JueCsv *self, GError **error)
{
  JueSink *sink = self->sink;
  jue_csv_finish (self);
  return jue_sink_finish (sink, error);
}

static gboolean
has_entries (const JueCsvEntries *self, const JueReport *report)
{
  for (guint i = 0; i < report->forms->len; i++)
    if (self->entries (g_ptr_array_index (report->forms, i))->len > 0)
      return TRUE;
  return FALSE;
}

gboolean
jue_csv_export_entries (const JueCsvEntries *self, const JueReport *report, const JueExportOptions *options,
                        JueSinkMaker *maker, GError **error)
{
  JueCsv csv;
  if (!has_entries (self, report))
    return TRUE;
  if (!jue_csv_open (&csv, maker, self->suffix, self->columns, self->n, options, error))
    return FALSE;
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    const GArray *entries = self->entries (form);
    gsize size = g_array_get_element_size ((GArray *)entries);
    for (guint k = 0; k < entries->len; k++) {
      jue_csv_form_start (&csv, report, i);
      self->write (&csv, form, entries->data + k * size);
      jue_csv_end_line (&csv);
    }
  }
  return jue_csv_close (&csv, error);
}
