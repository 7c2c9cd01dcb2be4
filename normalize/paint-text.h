#ifndef JUE_PAINT_TEXT_H
#define JUE_PAINT_TEXT_H

#include "normalize/view.h"

/** jue_paint_holds_text: whether a glyph has its middle in @box. */
gboolean jue_paint_holds_text (const JueView *view, const JueBox *box);

/** jue_paint_text_crosses: whether glyphs of @row stand on both sides of @x closer to each other than columns do: a note or a title. */
gboolean jue_paint_text_crosses (const JueView *view, const JueBox *row, gint32 x);

/**
 * jue_paint_text_bottom: where the text of @row ends, also below it: a name of several lines makes a row higher than others.
 * Returns: G_MININT32 if there is none.
 */
gint32 jue_paint_text_bottom (const JueView *view, const JueBox *row);

/** jue_paint_keeps_pitch: whether the first line in @row stands as far below the last line in @last as @last is high. */
gboolean jue_paint_keeps_pitch (const JueView *view, const JueBox *last, const JueBox *row);

/**
 * jue_paint_text_is_first: whether a row of text with figures, and no caption, stands right above the bottom of @below, and nothing but
 * a running head above it.
 * @top: gets the row's top
 */
gboolean jue_paint_text_is_first (const JueView *view, const JueBox *below, gint32 *top);

#endif
