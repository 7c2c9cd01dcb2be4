#ifndef JUE_CAPTURE_H
#define JUE_CAPTURE_H

/* Private to extract/: the only headers that show Poppler and cairo types are this one and capture-private.h. */

#include <poppler.h>

#include "extract/page.h"

/** JueCapture: turns rendered pages into glyphs, rules, fills and images. Keeps what it learned of fonts from page to page. */
typedef struct JueCapture JueCapture;

JueCapture *jue_capture_new (void);
void jue_capture_free (JueCapture *self);

/**
 * jue_capture_page: draws @source and notes in @page all that is drawn.
 * @keep_text: draw in the way that lets Poppler keep its text layout (slower; then jue_text_layout_apply costs nothing more)
 * Returns: FALSE if a limit of page.h was exceeded; @page then holds a part and should be failed.
 */
gboolean jue_capture_page (JueCapture *self, PopplerPage *source, gboolean keep_text, JuePage *page);

/** jue_capture_pens: where the pen stood before the slanted glyphs of the page that was drawn last (JueTextPen). Borrowed. */
GArray *jue_capture_pens (const JueCapture *self);

/** jue_capture_read_tables: of the page that was drawn last, asks fonts for what the layout took for a glyph's number. */
void jue_capture_read_tables (const JueCapture *self, JuePage *page);

/**
 * jue_capture_learn: of the page that was drawn last, remembers the characters that its glyphs without text have got, for the pages
 * to come. @ligatures: see jue_text_layout_apply
 */
void jue_capture_learn (JueCapture *self, const JuePage *page, GHashTable *ligatures);

/** jue_capture_settle_blanks: of the page that was drawn last, makes spaces of what looks like one and got no character. */
void jue_capture_settle_blanks (const JueCapture *self, JuePage *page);

/**
 * jue_capture_tell_hidden: adds to the page that was drawn last a diagnosis for each kind of text that nobody sees: clipped away,
 * transparent, covered, of the colour of its ground (marked as invisible), outside the page (left out).
 */
void jue_capture_tell_hidden (const JueCapture *self, JuePage *page);

/**
 * jue_capture_check: draws a page with one known line in memory. Asked once per process; the answer is kept.
 * Returns: FALSE with JUE_ERROR_SYSTEM if lines cannot be captured in this process.
 */
gboolean jue_capture_check (GError **error);

/**
 * jue_capture_check_data: reads a word in a Chinese encoding. Asked once per process; it costs some milliseconds, so it is for
 * pages whose text stayed unknown.
 * Returns: FALSE with JUE_ERROR_SYSTEM if poppler-data is missing, without which such text is silently empty.
 */
gboolean jue_capture_check_data (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueCapture, jue_capture_free)

#endif
