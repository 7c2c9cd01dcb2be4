#include "extract/stream-write.h"

static void
write_diagnosis (JueXmlOut *self, const JueDiagnosis *d)
{
  jue_xml_out_open (self, "diagnosis");
  jue_xml_out_attr (self, "severity", d->severity == JUE_SEVERITY_WARNING ? "warning" : "info");
  jue_xml_out_attr (self, "code", d->code);
  jue_xml_out_attr_prov (self, &d->prov);
  jue_xml_out_text (self, d->text);
  jue_xml_out_close (self);
}

void
jue_xml_out_diagnoses (JueXmlOut *self, const JueDiagnoses *diagnoses, guint page)
{
  for (guint i = 0; i < jue_diagnoses_length (diagnoses); i++)
    write_diagnosis (self, jue_diagnoses_get (diagnoses, i));
  if (jue_xml_out_forget_replaced (self) == 0)
    return;
  JueDiagnosis d = { JUE_SEVERITY_WARNING,
                     "character-replaced",
                     "characters that XML forbids were replaced by U+FFFD",
                     { page, { 0, 0, 0, 0 } } };
  write_diagnosis (self, &d);
}
