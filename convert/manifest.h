#ifndef JUE_MANIFEST_H
#define JUE_MANIFEST_H

#include "convert/row.h"

/** Names of the two files; both have one row per document and the same columns (docs/manifest.md). */
#define JUE_MANIFEST_CSV "manifest.csv"
#define JUE_MANIFEST_JSON "manifest.jsonl"

/** jue_manifest_write: writes both anew, in order of the paths. @rows: of JueRow. FALSE with JUE_ERROR_OUTPUT. */
gboolean jue_manifest_write (const char *dir, const GPtrArray *rows, GError **error);

/** jue_manifest_json: one row as a JSON object on one line, without a line end. Free with g_free. */
char *jue_manifest_json (const JueRow *row);

/** jue_manifest_json_string: a text as JSON, in quotes; NULL is null. What is no UTF-8 becomes U+FFFD. Free with g_free. */
char *jue_manifest_json_string (const char *text);

#endif
