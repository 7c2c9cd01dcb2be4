#include "extract/diagnosis.h"

JueDiagnoses *
jue_diagnoses_new (void)
{
  JueDiagnoses *self = g_new0 (JueDiagnoses, 1);
  self->items = g_array_new (FALSE, FALSE, sizeof (JueDiagnosis));
  self->strings = g_string_chunk_new (1024);
  return self;
}

void
jue_diagnoses_free (JueDiagnoses *self)
{
  if (self == NULL)
    return;
  g_array_free (self->items, TRUE);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static void
append (JueDiagnoses *self, JueSeverity severity, const char *code, JueProv prov, const char *text)
{
  if (self->items->len >= JUE_DIAGNOSES_MAX)
    return;
  if (self->items->len == JUE_DIAGNOSES_MAX - 1) {
    severity = JUE_SEVERITY_WARNING;
    code = "too-many-diagnoses";
    text = "further diagnoses are not listed";
    prov.page = 0;
  }
  JueDiagnosis item = { severity, g_string_chunk_insert_const (self->strings, code),
                        g_string_chunk_insert (self->strings, text), prov };
  g_array_append_val (self->items, item);
}

void
jue_diagnoses_add (JueDiagnoses *self, JueSeverity severity, const char *code, JueProv prov, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  append (self, severity, code, prov, text);
}

void
jue_diagnoses_append (JueDiagnoses *self, const JueDiagnoses *other)
{
  for (guint i = 0; i < other->items->len; i++) {
    const JueDiagnosis *d = jue_diagnoses_get (other, i);
    append (self, d->severity, d->code, d->prov, d->text);
  }
}

gboolean
jue_diagnoses_has_warning (const JueDiagnoses *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (jue_diagnoses_get (self, i)->severity == JUE_SEVERITY_WARNING)
      return TRUE;
  return FALSE;
}

guint
jue_diagnoses_length (const JueDiagnoses *self)
{
  return self->items->len;
}

const JueDiagnosis *
jue_diagnoses_get (const JueDiagnoses *self, guint i)
{
  return &g_array_index (self->items, JueDiagnosis, i);
}
