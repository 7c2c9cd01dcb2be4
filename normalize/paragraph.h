#ifndef JUE_PARAGRAPH_H
#define JUE_PARAGRAPH_H

#include "normalize/caption.h"

/** JuePiece: one printed line of a block. @start: the byte of the block's text where it begins; @prov: where it stands */
typedef struct {
  guint start;
  JueProv prov;
} JuePiece;

/**
 * JueBlock: a paragraph or a heading: lines that belong together, over line and page breaks.
 * @text: as printed, closed up: no white space but between Latin words
 * @pieces: its lines (of JuePiece), in order, never empty
 * @prov: the lines on the first page together
 * @size: of the type, hundredths of a point; @bold: most of it is bold
 * @indent: how far the first line begins right of the text column's left edge, hundredths of a point
 * @centred: its first line stands in the middle of the page, well inside both edges
 * @form_follows: a table stands between this block and the next
 */
typedef struct {
  char *text;
  GArray *pieces;
  JueProv prov;
  guint16 size;
  gboolean bold, centred, form_follows;
  gint32 indent;
} JueBlock;

/** jue_blocks_new: the lines outside all tables (JueFlow.text, of JueSpot) as blocks, to be freed with g_ptr_array_unref. */
GPtrArray *jue_blocks_new (const GArray *spots);

/** jue_block_place: where byte @at of the text stands: page and line. */
JueProv jue_block_place (const JueBlock *self, guint at);

#endif
