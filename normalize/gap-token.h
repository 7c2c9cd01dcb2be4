#ifndef JUE_GAP_TOKEN_H
#define JUE_GAP_TOKEN_H

#include "normalize/catalogue.h"
#include "normalize/view.h"

/**
 * JueToken: a piece of text that stands by itself in a table without column rules: a name, an amount, a head's line.
 * @box: in the view; @text: owned by the list
 * @figure: an amount, code or other number; @dash: only a dash, which stands for none; @body: cannot stand in a head: an amount with decimals, a long number, a total's name
 * without other names beside it, a numbered name
 * @total: a total's name, in the body or in a head; @ordinal: a number of one or two digits
 */
typedef struct {
  JueBox box;
  const char *text;
  gboolean figure, dash, body, total, ordinal;
  gboolean head;           /* the catalogue knows it as a head's text */
  gboolean heads_ordinals; /* 栏次: begins the head's row that numbers the columns */
  gboolean level;          /* heads a level of indicators (一级指标) */
  gboolean sums;           /* label of points that add up others: ends a matrix of indicators */
} JueToken;

/** JueTokens: the tokens of a region, from top to bottom, each row's from left to right. */
typedef struct {
  GArray *items; /* of JueToken */
  GStringChunk *strings;
} JueTokens;

/** jue_tokens_new: the tokens of the glyphs whose middles lie in @box. */
JueTokens *jue_tokens_new (const JueView *view, const JueCatalogue *catalogue, JueBox box);
void jue_tokens_free (JueTokens *self);

/**
 * jue_tokens_join: the tokens of @a, and below them those of @b that stand below @head_end: evidence from two pages of one table.
 * Texts are borrowed from @a and @b.
 */
JueTokens *jue_tokens_join (const JueTokens *a, const JueTokens *b, gint32 head_end);

guint jue_tokens_length (const JueTokens *self);
const JueToken *jue_tokens_get (const JueTokens *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueTokens, jue_tokens_free)

#endif
