#ifndef JUE_CSV_H
#define JUE_CSV_H

#include "export/exporter.h"

/**
 * JueCsv: writes comma-separated values (RFC 4180) into a sink, field by field: lines end with CR LF, fields that need
 * it stand in quotes. Text that a spreadsheet would run as a formula gets an apostrophe in front, unless raw text is
 * asked for.
 * Failures are remembered by the sink.
 */
typedef struct {
  JueSink *sink;
  GString *line;
  GString *field; /* for joining texts */
  gboolean raw_text;
  gboolean started; /* the line has a field */
} JueCsv;

/** jue_csv_init: @sink is borrowed. Writes the byte order mark if @options ask for it. End with jue_csv_finish. */
void jue_csv_init (JueCsv *self, JueSink *sink, const JueExportOptions *options);

/** jue_csv_finish: hands the rest to the sink and frees the writer's own memory. */
void jue_csv_finish (JueCsv *self);

/**
 * jue_csv_open: starts the file with this suffix: opens its sink, which the writer then owns, and writes a line of @n column
 * names. FALSE if it cannot be opened. End with jue_csv_close.
 */
gboolean jue_csv_open (JueCsv *self, JueSinkMaker *maker, const char *suffix, const char *const *columns, guint n,
                       const JueExportOptions *options, GError **error);

/** jue_csv_close: ends a file that jue_csv_open started. FALSE if it could not be written in full. */
gboolean jue_csv_close (JueCsv *self, GError **error);

/** jue_csv_text: a field of text; NULL is the same as "". */
void jue_csv_text (JueCsv *self, const char *text);

/** jue_csv_joined: a field of @n texts with " / " between them. */
void jue_csv_joined (JueCsv *self, const char *const *texts, guint n);

/** jue_csv_uint: a number. */
void jue_csv_uint (JueCsv *self, guint64 number);

/** jue_csv_positive: a number from 1 on; 0 leaves the field empty. */
void jue_csv_positive (JueCsv *self, guint64 number);

void jue_csv_amount (JueCsv *self, JueAmount amount);

/** jue_csv_box: "x0 y0 x1 y1" in points with two decimals; empty if @prov is nowhere. */
void jue_csv_box (JueCsv *self, const JueProv *prov);

/** jue_csv_form_start: six fields that tell whose line it is: sha256, organisation, year, number of the form from 0, id, title. */
void jue_csv_form_start (JueCsv *self, const JueReport *report, guint form);

void jue_csv_end_line (JueCsv *self);

/**
 * JueCsvEntries: a file with a line for each entry that forms have of some kind.
 * @columns: its @n columns, of which the first six are those of jue_csv_form_start
 * @entries: those of a form, as an array. Borrowed
 * @write: the fields behind those six
 */
typedef struct {
  const char *suffix;
  const char *const *columns;
  guint n;
  const GArray *(*entries) (const JueForm *form);
  void (*write) (JueCsv *csv, const JueForm *form, gconstpointer entry);
} JueCsvEntries;

/** jue_csv_export_entries: makes that file; nothing if there are no entries. FALSE if it could not be written in full. */
gboolean jue_csv_export_entries (const JueCsvEntries *self, const JueReport *report, const JueExportOptions *options,
                                 JueSinkMaker *maker, GError **error);

#endif
