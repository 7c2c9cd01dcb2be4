#ifndef JUE_OVERLAY_H
#define JUE_OVERLAY_H

#include "extract/page.h"

/** What a glyph has to do with a text that lies over the page. */
typedef enum {
  JUE_OVERLAY_NONE,
  JUE_OVERLAY_SURE,     /* part of a watermark or seal */
  JUE_OVERLAY_DOUBTFUL, /* slanted, but dark and small: may belong to the page */
} JueOverlay;

/** jue_overlay_find: for each glyph of the page its JueOverlay; free with g_free. NULL if there is none at all. */
guint8 *jue_overlay_find (const JuePage *page);

#endif
