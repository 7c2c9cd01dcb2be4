#ifndef JUE_PAGE_H
#define JUE_PAGE_H

#include "extract/box.h"
#include "extract/diagnosis.h"

/** What became of a page. A failed page holds nothing but diagnoses. */
typedef enum {
  JUE_PAGE_OK,
  JUE_PAGE_NO_TEXT, /* no glyph at all: blank, or a scan */
  JUE_PAGE_FAILED,  /* could not be opened, or a limit was exceeded */
} JuePageStatus;

/** The direction in which a glyph's text reads on the page as displayed. */
typedef enum {
  JUE_READS_RIGHT, /* ordinary upright text */
  JUE_READS_DOWN,  /* turned by 90 degrees clockwise, or set vertically */
  JUE_READS_LEFT,  /* upside down */
  JUE_READS_UP,    /* turned by 90 degrees counter-clockwise */
  JUE_READS_SLANTED, /* any other angle: watermarks */
} JueReading;

/** Reasons to doubt a glyph. */
typedef enum {
  JUE_GLYPH_RUN_START = 1 << 0,  /* not a doubt: first glyph of a string that the producer drew in one go */
  JUE_GLYPH_NO_UNICODE = 1 << 1, /* the file does not say which character it is; ch is U+FFFD */
  JUE_GLYPH_INVISIBLE = 1 << 2,  /* nobody sees it: the text layer of a scan; clipped away, covered, of the colour of its ground */
  JUE_GLYPH_DUPLICATE = 1 << 3,  /* the same character was drawn at the same place before (fake bold) */
} JueGlyphFlags;

/**
 * JueGlyph: one character with its place. A ligature is split into its characters.
 * @box: advance width x (ascent + descent) of the font, as displayed
 * @baseline: y of the baseline for text that reads right or left, x for text that reads down or up
 * @size: font size in hundredths of a point, as displayed
 * @font: index into the page's fonts
 * @rgb: 0xRRGGBB; half-transparent text as it looks on white paper
 */
typedef struct {
  gunichar ch;
  JueBox box;
  gint32 baseline;
  guint16 size;
  guint16 font;
  guint32 rgb;
  guint8 reading; /* JueReading */
  guint8 flags;   /* JueGlyphFlags */
} JueGlyph;

/** Name that stands for all fonts that are not in the file. */
#define JUE_FONT_NOT_EMBEDDED "not embedded"

/**
 * JueFont: a font of one page.
 * @name: PostScript name without subset prefix, JUE_FONT_NOT_EMBEDDED, or "" if it has none; owned by the page
 */
typedef struct {
  const char *name;
  gboolean bold;
  gboolean italic;
} JueFont;

typedef enum {
  JUE_RULE_HORIZONTAL,
  JUE_RULE_VERTICAL,
} JueRuleDirection;

/** How the producer drew a rule. */
typedef enum {
  JUE_RULE_STROKE, /* a stroked line, or a side of a stroked rectangle */
  JUE_RULE_FILL,   /* a thin filled rectangle */
  JUE_RULE_EDGE,   /* a side of a filled polygon, such as a frame; no thickness of its own */
  JUE_RULE_IMAGE,  /* an image as thin as a line */
} JueRuleOrigin;

/**
 * JueRule: a straight horizontal or vertical ruling line.
 * @box: as painted; its thickness is real
 * @order: place in the page's order of painting, counted over rules and fills together
 */
typedef struct {
  JueBox box;
  guint32 rgb;
  guint32 order;
  guint8 alpha; /* 255 = opaque */
  guint8 direction; /* JueRuleDirection */
  guint8 origin;    /* JueRuleOrigin */
} JueRule;

/** JueFill: a filled rectangle that is too thick for a rule: a background, or white behind text. */
typedef struct {
  JueBox box;
  guint32 rgb;
  guint32 order;
  guint8 alpha;
} JueFill;

/** JueImage: the place of a picture. */
typedef struct {
  JueBox box;
} JueImage;

/**
 * JuePage: what one page shows. It owns all below it.
 * @width, @height: as displayed, in hundredths of a point
 * @rotation: the page's /Rotate, 0, 90, 180 or 270, already applied to all places
 * @rules, @fills: in order of painting
 */
typedef struct {
  guint number; /* from 1 */
  gint32 width, height;
  guint rotation;
  JuePageStatus status;
  GArray *glyphs; /* of JueGlyph, in order of drawing */
  GArray *rules;  /* of JueRule */
  GArray *fills;  /* of JueFill */
  GArray *images; /* of JueImage */
  GArray *fonts;  /* of JueFont */
  GStringChunk *strings;
  JueDiagnoses *diagnoses;
} JuePage;

/** Named limits of what one page may hold; what exceeds one makes the page fail with a diagnosis. */
#define JUE_PAGE_MAX_GLYPHS 500000
#define JUE_PAGE_MAX_RULES 200000
#define JUE_PAGE_MAX_FILLS 200000
#define JUE_PAGE_MAX_IMAGES 20000
#define JUE_PAGE_MAX_FONTS 4096
/** Largest side of a page: 200 inches, the PDF limit, in hundredths of a point. */
#define JUE_PAGE_MAX_SIDE 1440000

/** jue_page_new: an empty page; free with jue_page_free. */
JuePage *jue_page_new (guint number, gint32 width, gint32 height, guint rotation);
void jue_page_free (JuePage *self);

/**
 * jue_page_add_font: index of the font with this name and style, added if it is new.
 * Past JUE_PAGE_MAX_FONTS the last one is returned. @name NULL is "".
 */
guint16 jue_page_add_font (JuePage *self, const char *name, gboolean bold, gboolean italic);

/** jue_page_lacks_font: whether the glyph's font is not in the file, so that only the layout knows its width. */
gboolean jue_page_lacks_font (const JuePage *self, const JueGlyph *glyph);

/** jue_page_fail: drops what the page holds, marks it failed and says why (@code, @reason). */
void jue_page_fail (JuePage *self, const char *code, const char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JuePage, jue_page_free)

#endif
