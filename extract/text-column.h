#ifndef JUE_TEXT_COLUMN_H
#define JUE_TEXT_COLUMN_H

#include "extract/text-places.h"

/** JueLayoutChar: a character of Poppler's layout. @number: its place in the layout's text */
typedef struct {
  gunichar ch;
  guint number;
  JueBox box;
} JueLayoutChar;

/** Ways in which Poppler may move characters of vertical fonts; the first is none. */
#define JUE_TEXT_COLUMN_SHIFTS 4

/** jue_text_column_shift: where a character stands if it was moved in way number @i, below JUE_TEXT_COLUMN_SHIFTS. */
JueBox jue_text_column_shift (const JueBox *box, guint i);

/** jue_text_column_move: moves characters of @chars (JueLayoutChar) that stand one below the other to where they meet most glyphs. */
void jue_text_column_move (const JuePage *page, const JueTextPlaces *places, GArray *chars);

#endif
