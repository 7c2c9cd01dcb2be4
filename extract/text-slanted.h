#ifndef JUE_TEXT_SLANTED_H
#define JUE_TEXT_SLANTED_H

#include "extract/text-column.h"

/**
 * JueTextPen: where the pen stood before a slanted glyph was drawn.
 * @glyph: index on the page; @x, @y: hundredths of a point
 * @quarters: the direction nearest to that in which it reads (JueReading); halfway between two, which stands first is open
 */
typedef struct {
  guint glyph;
  gint32 x, y;
  guint8 quarters[2];
  gboolean taken; /* a character of the layout met it */
} JueTextPen;

/**
 * jue_text_slanted_apply: gives slanted glyphs their characters.
 * @pens: of JueTextPen, will be sorted; @chars: of JueLayoutChar, those that meet no slanted glyph are left
 */
void jue_text_slanted_apply (JuePage *page, GArray *pens, GArray *chars);

#endif
