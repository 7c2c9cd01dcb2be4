#ifndef JUE_OUTLINE_CONTENTS_H
#define JUE_OUTLINE_CONTENTS_H

#include "normalize/paragraph.h"
#include "normalize/prose.h"

/**
 * jue_contents_find: the table of contents among @blocks (of JueBlock): blocks [@from, @to). FALSE if there is none; both are then 0.
 */
gboolean jue_contents_find (JueProse *prose, const GPtrArray *blocks, guint *from, guint *to);

/** jue_contents_key: a heading or an entry made comparable: without number, year, leaders and page. Free with g_free. */
char *jue_contents_key (const char *text);

#endif
