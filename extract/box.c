#include "extract/box.h"

gboolean
jue_box_is_empty (const JueBox *box)
{
  return box->x0 == box->x1 && box->y0 == box->y1;
}

JueBox
jue_box_union (JueBox a, JueBox b)
{
  if (jue_box_is_empty (&a))
    return b;
  if (jue_box_is_empty (&b))
    return a;
  return (JueBox){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

gboolean
jue_box_contains (const JueBox *box, gint32 x, gint32 y)
{
  return x >= box->x0 && x < box->x1 && y >= box->y0 && y < box->y1;
}

gboolean
jue_box_overlaps (const JueBox *a, const JueBox *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}
