#include "convert/fingerprint.h"
#include "convert/walk.h"

#include <string.h>

/* Hexadecimal digits kept. */
#define LENGTH 16

/* Names and contents of the descriptions in a folder. */
static void
add_folder (GChecksum *sum, const char *folder)
{
  g_autoptr (GPtrArray) names = jue_walk_list (folder);
  for (guint i = 0; names != NULL && i < names->len; i++) {
    if (!g_str_has_suffix (names->pdata[i], ".xml"))
      continue;
    g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
    g_autofree char *text = NULL;
    gsize length = 0;
    g_checksum_update (sum, names->pdata[i], (gssize)strlen (names->pdata[i]) + 1);
    if (g_file_get_contents (path, &text, &length, NULL))
      g_checksum_update (sum, (const guchar *)text, (gssize)length);
  }
}

static void
add_limits (GString *text, const JueParserOptions *parser)
{
  const JueGuardLimits *l = parser->limits;
  if (l != NULL)
    g_string_append_printf (text, "memory %" G_GUINT64_FORMAT " seconds %u cpu %u page %u attempts %u\n", l->memory,
                            l->seconds, l->cpu_seconds, l->page_seconds, l->attempts);
  g_string_append_printf (text, "pages %u\npassword %s\n", parser->max_pages,
                          parser->password != NULL ? parser->password : "");
}

char *
jue_fingerprint (const JueDeskOptions *options, const char *forms)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; options->exporters[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", options->exporters[i]->format);
  const JueExportOptions *e = options->export_options;
  g_string_append_printf (text, "bom %d gzip %d raw %d\n", e->bom, e->gzip, e->raw_text);
  add_limits (text, &options->parser);
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (sum, (const guchar *)text->str, (gssize)text->len);
  if (forms != NULL)
    add_folder (sum, forms);
  char *short_sum = g_strndup (g_checksum_get_string (sum), LENGTH);
  g_checksum_free (sum);
  g_string_free (text, TRUE);
  return short_sum;
}
