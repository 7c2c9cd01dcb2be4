#include "convert/message.h"

gboolean
jue_tell_warnings (const JueDiagnoses *diagnoses, const char *file, JueTell tell, gpointer data)
{
  guint n = 0;
  for (guint i = 0; i < jue_diagnoses_length (diagnoses); i++) {
    const JueDiagnosis *d = jue_diagnoses_get (diagnoses, i);
    if (d->severity == JUE_SEVERITY_WARNING && n++ < JUE_MESSAGES_MAX)
      tell (data, JUE_MESSAGE_WARNING, file, d->prov.page, d->text);
  }
  if (n > JUE_MESSAGES_MAX) {
    g_autofree char *rest = g_strdup_printf ("%u more warnings, listed in the output", n - JUE_MESSAGES_MAX);
    tell (data, JUE_MESSAGE_WARNING, file, 0, rest);
  }
  return n > 0;
}

void
jue_message_write (gpointer out, JueMessageKind kind, const char *file, guint page, const char *text)
{
  (void)file;
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r", ' ');
  fprintf (out, "%d %u %s\n", (int)kind, page, line);
}

void
jue_message_read (const char *lines, const char *file, JueTell tell, gpointer data)
{
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);
  for (guint i = 0; all[i] != NULL; i++) {
    char *end = all[i];
    guint64 kind = g_ascii_strtoull (end, &end, 10);
    guint64 page = g_ascii_strtoull (end, &end, 10);
    if (*end == ' ' && kind <= JUE_MESSAGE_NOTE)
      tell (data, (JueMessageKind)kind, file, (guint)page, end + 1);
  }
}
