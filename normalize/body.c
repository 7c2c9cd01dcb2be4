#include "normalize/body.h"

#include "normalize/body-private.h"

void
jue_body_read (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JueKnownForm *known)
{
  g_autofree JueColumnUse *uses = jue_body_column_uses (form, catalogue, known);
  jue_body_read_values (report, form, known, uses);
  if (known != NULL)
    jue_body_read_lines (report, form, catalogue, uses);
}
