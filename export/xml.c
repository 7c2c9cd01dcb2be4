#include "export/formats.h"
#include "normalize/report-write.h"

static gboolean
write_to_sink (gpointer data, const char *bytes, gsize length, GError **error)
{
  return jue_sink_write (data, bytes, length, error);
}

gboolean
jue_xml_export (const JueReport *report, const JueExportOptions *options G_GNUC_UNUSED, JueSinkMaker *maker,
                GError **error)
{
  JueSink *sink = jue_sink_maker_open (maker, ".xml", error);
  if (sink == NULL)
    return FALSE;
  if (!jue_report_write (report, write_to_sink, sink, error)) {
    jue_sink_free (sink);
    return FALSE;
  }
  return jue_sink_finish (sink, error);
}
