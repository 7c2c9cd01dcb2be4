#ifndef JUE_STREAM_PACKED_H
#define JUE_STREAM_PACKED_H

/* Private to the streams' writer and reader. */

#include <glib.h>

/**
 * The same elements, attributes and texts as in XML, spelled so that another process of the same program reads them fast.
 * Each text ends in a zero byte:
 *   JUE_PACKED_OPEN name    JUE_PACKED_ATTR name value    JUE_PACKED_TEXT text    JUE_PACKED_CLOSE
 * No file ever holds this, so it has no version of its own.
 */
#define JUE_PACKED_MAGIC "juesuan packed\n"
#define JUE_PACKED_OPEN '('
#define JUE_PACKED_ATTR '='
#define JUE_PACKED_TEXT '"'
#define JUE_PACKED_CLOSE ')'

/** Most attributes of an element, and elements inside each other. */
#define JUE_PACKED_MAX_ATTRS 64
#define JUE_PACKED_MAX_DEPTH 64

/** JuePacked: a cursor over the elements of such a stream. It checks everything: the other process may be hostile. */
typedef struct JuePacked JuePacked;

/** jue_packed_new: reads what is in the file, from where it stands. NULL with JUE_ERROR_INPUT or _LIMIT. */
JuePacked *jue_packed_new (int fd, GError **error);
void jue_packed_free (JuePacked *self);

/**
 * jue_packed_next: steps over what is left of the element at the cursor, unless @into, to the next element inside its parent
 * (with @into: inside it).
 * Returns: FALSE if there is none: then the cursor is back on the parent; also if the stream is broken.
 */
gboolean jue_packed_next (JuePacked *self, gboolean into);

/** jue_packed_finish: whether the root is closed and nothing comes after it. */
gboolean jue_packed_finish (JuePacked *self);

/** jue_packed_name, jue_packed_attr: of the element at the cursor; "" and NULL if there is none. Borrowed. */
const char *jue_packed_name (const JuePacked *self);
const char *jue_packed_attr (const JuePacked *self, const char *name);

/** jue_packed_text: all text of the element, which is used up then; what is inside other elements is left out. */
const char *jue_packed_text (JuePacked *self);

/** jue_packed_broken: whether the stream was found to be none of ours. */
gboolean jue_packed_broken (const JuePacked *self);

/** jue_packed_elements: how many were seen. */
guint64 jue_packed_elements (const JuePacked *self);

/** jue_packed_at: bytes read. */
gsize jue_packed_at (const JuePacked *self);

#endif
