#ifndef JUE_OUTLINE_PRIVATE_H
#define JUE_OUTLINE_PRIVATE_H

#include "normalize/outline-label.h"
#include "normalize/outline.h"

/* Most ways in which headings are set that are told apart. */
#define JUE_OUTLINE_TYPES_MOST 32
/* Deepest level of a heading. */
#define JUE_OUTLINE_LEVELS 5

/** How a block's text ends: what may be a heading, and what speaks against it. */
typedef enum {
  JUE_SHAPE_NONE,  /* too long, or a sentence */
  JUE_SHAPE_TITLE, /* no sign of a sentence */
  JUE_SHAPE_STOP,  /* ends with a full stop or colon */
  JUE_SHAPE_LEAD,  /* a short lead-in, then its paragraph */
} JueShape;

/** JueCandidate: what a block looks like, and the level it gets as a heading. */
typedef struct {
  JueLabel label;
  JueLabelInfo info;
  JueShape shape;
  guint lead_end; /* byte behind the lead-in */
  gboolean styled, tail, known, subject, form_title, listed;
  guint level;    /* 0: no heading */
} JueCandidate;

/** JueOutlineSearch: the search for headings among blocks. */
typedef struct {
  const JueCatalogue *catalogue;
  JueProse *prose;
  const GPtrArray *blocks;
  JueCandidate *candidates; /* one per block */
  guint first;           /* the first block behind the contents */
  guint16 body_size;
  gboolean body_bold;
  GHashTable *contents;            /* key of an entry → level + 1 */
  gboolean mostly_styled[JUE_N_LABELS];
  guint types[JUE_OUTLINE_TYPES_MOST]; /* blocks of headings with a number, each set in another way */
  guint n_types;
  const char *ids[JUE_OUTLINE_LEVELS + 1]; /* of the headings that are open at each level; "" if unknown, NULL if there is none */
} JueOutlineSearch;

/** jue_outline_block: block @i. */
const JueBlock *jue_outline_block (const JueOutlineSearch *self, guint i);

/** jue_outline_find_body: learns size and weight that most characters have. */
void jue_outline_find_body (JueOutlineSearch *self);

/** jue_outline_look: learns what block @i looks like; the body must be known. */
void jue_outline_look (JueOutlineSearch *self, guint i);

#endif
