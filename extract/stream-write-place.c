#include "extract/stream-write.h"

void
jue_xml_out_attr_box (JueXmlOut *self, const char *name, const JueBox *box)
{
  jue_xml_out_attr_points (self, name, (const gint32[]){ box->x0, box->y0, box->x1, box->y1 }, 4);
}

void
jue_xml_out_attr_prov (JueXmlOut *self, const JueProv *prov)
{
  if (prov->page != 0)
    jue_xml_out_attr_uint (self, "page", prov->page);
  if ((prov->box.x0 | prov->box.y0 | prov->box.x1 | prov->box.y1) != 0)
    jue_xml_out_attr_box (self, "box", &prov->box);
}
