#ifndef JUE_TEXT_PLACES_H
#define JUE_TEXT_PLACES_H

#include "extract/page.h"

/** Upright characters of the layout begin where their glyphs do, up to this, hundredths of a point. */
#define JUE_TEXT_SAME_WITHIN 10

/**
 * JueTextPlaces: the drawn glyphs of a page by place.
 * @first: per bucket, index + 1 of a glyph; @chain: per glyph, the next one of the same bucket
 * @taken: per glyph, whether a character met it: 0, or what the caller noted
 * @n: glyphs that were drawn; those that the caller adds to the page later are not in here
 */
typedef struct {
  guint columns, rows;
  guint *first;
  guint *chain;
  guint *taken;
  guint n;
} JueTextPlaces;

/* How well a character of the layout has to meet a glyph. */
typedef enum {
  JUE_MATCH_SAME,  /* the same but for SAME_WITHIN where it begins */
  JUE_MATCH_EXACT, /* within a fifth of its size, and no other character has met it */
  JUE_MATCH_NEAR,  /* within half of its size, and no other character has met it */
  JUE_MATCH_ANY,   /* within half of its size, slanted ones too */
} JueTextMatch;

/** jue_text_places_fill: gathers all glyphs of @page; to be cleared with jue_text_places_clear. */
void jue_text_places_fill (JueTextPlaces *self, const JuePage *page);
void jue_text_places_clear (JueTextPlaces *self);

/** jue_text_places_nearest: index of the drawn glyph whose middle is nearest to that of @box; -1 if none is near enough. */
gint jue_text_places_nearest (const JueTextPlaces *self, const JuePage *page, const JueBox *box, JueTextMatch match);

/**
 * jue_text_places_size_fits: whether a character of the layout may be a glyph by its size: a watermark's letters are larger than
 * the text below them.
 */
gboolean jue_text_places_size_fits (const JueBox *box, const JueGlyph *glyph);

/** jue_text_places_double: gives a glyph without a character that of the glyph it was drawn over, if there is one. */
void jue_text_places_double (const JueTextPlaces *self, const JuePage *page, JueGlyph *glyph);

#endif
