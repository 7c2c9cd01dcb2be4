#ifndef JUE_EXPORTER_H
#define JUE_EXPORTER_H

#include "export/sink.h"
#include "normalize/report.h"

/**
 * JueExportOptions
 * @bom: CSV files start with a byte order mark
 * @gzip: every file is compressed and named .gz
 * @raw_text: CSV text that a spreadsheet would run as a formula stays as it is (by default it is neutralized)
 */
typedef struct {
  gboolean bom;
  gboolean gzip;
  gboolean raw_text;
} JueExportOptions;

/**
 * JueExporter: one output format.
 * @write: writes all files of the format, each through a sink that @open gives
 */
typedef struct {
  const char *format; /* "xml", "json", "csv" */
  const char *summary;
  gboolean single_file; /* can go to standard output */
  gboolean (*write) (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error);
} JueExporter;

/** jue_exporters: all formats, ended by one whose format is NULL. Static. */
const JueExporter *jue_exporters (void);

/** jue_exporter_find: NULL if there is no such format. */
const JueExporter *jue_exporter_find (const char *format);

/**
 * jue_export_files: writes @report as DIR/STEM + the format's suffixes (".json", ".values.csv", ".FORM.csv" …).
 * Each file appears under its name only when it is complete. @options may be NULL.
 */
gboolean jue_export_files (const JueReport *report, const JueExporter *exporter, const char *dir, const char *stem,
                           const JueExportOptions *options, GError **error);

/** jue_export_stdout: a single-file format onto @out; JUE_ERROR_USAGE if the format makes several files. */
gboolean jue_export_stdout (const JueReport *report, const JueExporter *exporter, FILE *out,
                            const JueExportOptions *options, GError **error);

#endif
