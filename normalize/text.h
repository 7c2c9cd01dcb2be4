#ifndef JUE_TEXT_H
#define JUE_TEXT_H

#include "normalize/view.h"

/** How glyphs are put together. */
typedef enum {
  JUE_TEXT_CELL, /* lines of a cell joined into one string; spaces only between Latin words */
  JUE_TEXT_LINE, /* running text: wide gaps become a space, very wide ones a tab */
} JueTextMode;

/**
 * JueTextInfo: what jue_text_join learned. @ink: on the page as displayed. @box: in the view.
 * @size: of the largest glyph; @bold: whether most glyphs are bold
 */
typedef struct {
  JueBox ink, box;
  gint32 baseline; /* of the first line, in the view */
  guint16 size;
  gboolean bold;
  gboolean unreadable; /* holds a glyph without a known character */
} JueTextInfo;

/**
 * jue_text_join: the glyphs of a cell or of a line as one string behind @out, in reading order.
 * @glyphs: indices into the view's glyphs, @n of them; they are reordered
 */
void jue_text_join (const JueView *view, guint *glyphs, guint n, JueTextMode mode, GString *out, JueTextInfo *info);

#endif
