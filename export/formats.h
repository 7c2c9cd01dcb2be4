#ifndef JUE_FORMATS_H
#define JUE_FORMATS_H

#include "export/exporter.h"

/** The writers behind the table of exporters; each makes its files through @maker. Formats: docs/json.md, docs/csv.md */

/** jue_xml_export: the report stream as one file, ".xml". */
gboolean jue_xml_export (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error);

/** jue_json_export: one object, ".json". */
gboolean jue_json_export (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker,
                          GError **error);

/** jue_csv_export_values: all values of all forms as one list, ".values.csv". */
gboolean jue_csv_export_values (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker,
                                GError **error);

/** jue_csv_export_indicators: the indicators of all performance forms, ".indicators.csv"; nothing if there are none. */
gboolean jue_csv_export_indicators (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker,
                                    GError **error);

/** jue_csv_export_fields: the labels and values of all performance forms, ".fields.csv"; nothing if there are none. */
gboolean jue_csv_export_fields (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker,
                                GError **error);

/** jue_csv_export_facts: the figures of the text, ".facts.csv"; nothing if there are none. */
gboolean jue_csv_export_facts (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error);

/** jue_csv_export_sections: the outline, ".sections.csv"; nothing if there is no text. */
gboolean jue_csv_export_sections (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker, GError **error);

/** jue_csv_export_findings: what the checks found, ".findings.csv"; nothing if that is nothing. */
gboolean jue_csv_export_findings (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker,
                                  GError **error);

/** jue_csv_export_forms: one file per form, ".FORM.csv", ".FORM-2.csv" for the second of the same id, and so on. */
gboolean jue_csv_export_forms (const JueReport *report, const JueExportOptions *options, JueSinkMaker *maker,
                               GError **error);

#endif
