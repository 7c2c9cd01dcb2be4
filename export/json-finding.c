#include "export/json-finding.h"

static void
write_cell (JueJson *json, const JueCellRef *cell)
{
  jue_json_open (json, '{');
  jue_json_uint_member (json, "table", cell->form);
  jue_json_uint_member (json, "row", cell->row);
  jue_json_uint_member (json, "col", cell->col);
  jue_json_close (json, '}');
}

void
jue_json_finding (JueJson *json, const JueFinding *finding)
{
  jue_json_open (json, '{');
  jue_json_text_member (json, "rule", finding->rule);
  jue_json_text_member (json, "severity", jue_finding_severity_name (finding->severity));
  jue_json_text_member (json, "text", finding->text);
  jue_json_text_member (json, "expected", finding->expected);
  jue_json_text_member (json, "actual", finding->actual);
  jue_json_text_member (json, "tolerance", finding->tolerance);
  jue_json_key (json, "values");
  jue_json_strings (json, finding->values, finding->n_values);
  jue_json_key (json, "cells");
  jue_json_open (json, '[');
  for (guint i = 0; i < finding->n_cells; i++)
    write_cell (json, &finding->cells[i]);
  jue_json_close (json, ']');
  jue_json_key (json, "facts");
  jue_json_open (json, '[');
  for (guint i = 0; i < finding->n_facts; i++)
    jue_json_uint (json, finding->facts[i]);
  jue_json_close (json, ']');
  jue_json_place (json, &finding->prov);
  jue_json_close (json, '}');
}
