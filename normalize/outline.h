#ifndef JUE_OUTLINE_H
#define JUE_OUTLINE_H

#include "normalize/paragraph.h"
#include "normalize/prose.h"

/**
 * JueHeading: a block that is a heading, or begins with one.
 * @block: its index; @level: from 1; @id: canonical, or NULL
 * @label: bytes of the block's text that are its number (0: none); @title, @title_end: bytes of the title
 * @rest: byte where the block's own paragraph begins, behind a lead-in; the text's length if it is all heading
 */
typedef struct {
  guint block;
  guint level;
  const char *id;
  guint label, title, title_end, rest;
} JueHeading;

/**
 * JueOutline: where the headings are. @headings: of JueHeading, in order. @contents_from, @contents_to: the blocks of the table of
 * contents, [from, to); equal if there is none.
 */
typedef struct {
  GArray *headings;
  guint contents_from, contents_to;
} JueOutline;

/** jue_outline_new: finds the headings among @blocks (of JueBlock). */
JueOutline *jue_outline_new (const JueCatalogue *catalogue, const GPtrArray *blocks);
void jue_outline_free (JueOutline *self);

#endif
