#ifndef JUE_CATALOGUE_PRIVATE_H
#define JUE_CATALOGUE_PRIVATE_H

#include "normalize/catalogue-tree.h"
#include "normalize/catalogue.h"

/** Kinds of captions that only the catalogue itself uses, numbered behind JueCaption. */
enum {
  JUE_CAPTION_TAIL = JUE_N_CAPTIONS, /* a year or unit behind a title */
  JUE_CAPTION_APPENDIX,              /* what may follow 表 in a title: (功能科目), 续 */
  JUE_CAPTION_NO_FORM,               /* titles that name no known form */
  JUE_N_ALL_CAPTIONS,
};

/* ---- catalogue-pattern.c ---- */

/** JuePatterns: alternatives, compiled as one regular expression at first use. */
typedef struct JuePatterns JuePatterns;

JuePatterns *jue_patterns_new (void);
void jue_patterns_free (JuePatterns *self);

/** jue_patterns_add: one more alternative. @check: compile it on its own now, to refuse it if it is broken. */
gboolean jue_patterns_add (JuePatterns *self, const char *pattern, gboolean check, GError **error);

/** jue_patterns_allow: FALSE if none can be found in @text, nor in a part of it. Cheap; TRUE says nothing. */
gboolean jue_patterns_allow (JuePatterns *self, const char *text);

/**
 * jue_patterns_search: whether one alternative is found in @text. @match (nullable): to be freed if TRUE. No
 * patterns: FALSE.
 */
gboolean jue_patterns_search (JuePatterns *self, const char *text, GMatchInfo **match);

/** jue_patterns_search_from: likewise, for matches that begin at byte @from, the start of a character, or behind it. */
gboolean jue_patterns_search_from (JuePatterns *self, const char *text, gsize from, GMatchInfo **match);

/* ---- catalogue-line.c ---- */

/**
 * JueFoldedLine: a printed line made comparable, with the way back.
 * @text: NFKC character by character, white space dropped or closed up to single blanks
 * @places: for each byte of @text, and its end, the byte of the printed line it comes from; behind a character, not
 * before the white space that follows it
 */
typedef struct {
  GString *text;
  GArray *places; /* of guint */
} JueFoldedLine;

void jue_folded_line_init (JueFoldedLine *self);
void jue_folded_line_clear (JueFoldedLine *self);

/** jue_folded_line_set: folds @line. @keep_spaces: white space becomes a blank instead of nothing; none at the ends. */
void jue_folded_line_set (JueFoldedLine *self, const char *line, gboolean keep_spaces);

/** jue_folded_line_slice: the printed text behind bytes @start to @end of @self->text. Free with g_free. */
char *jue_folded_line_slice (const JueFoldedLine *self, const char *line, guint start, guint end);

/**
 * jue_line_close_up: @text without white space, but for one blank between Latin words; radicals become ordinary. Free
 * with g_free.
 */
char *jue_line_close_up (const char *text);

/* ---- catalogue-form.c ---- */

/** JueFormEntry: a known form and what finds it. @known comes first, so one pointer is both. */
typedef struct {
  JueKnownForm known;
  guint order;
  JuePatterns *titles, *refusals;
  GHashTable *by_head; /* last text → index + 1 in head_refs; NULL until asked */
  GArray *head_refs;
  GHashTable *by_row; /* name → index + 1 in known.rows; NULL until asked */
} JueFormEntry;

JueFormEntry *jue_form_entry_new (void);
void jue_form_entry_free (JueFormEntry *self);

/**
 * jue_head_key: a head text made comparable: folded, without year and 其中 in front and money unit behind. Free with
 * g_free.
 */
char *jue_head_key (const char *text);

/** jue_row_key: a row's name made comparable: folded, without 一、 1. （1） 其中： in front. Free with g_free. */
char *jue_row_key (const char *name);

/* ---- catalogue-codes.c ---- */

/** JueCodes: codes and their names. */
typedef struct JueCodes JueCodes;

JueCodes *jue_codes_new (void);
void jue_codes_free (JueCodes *self);

/**
 * jue_codes_add: takes a table: one "code name|other name" per line, ascending.
 * @text: owned from now on; @line: its line in the file, for messages; it is set to the line of an error
 */
gboolean jue_codes_add (JueCodes *self, char *text, guint *line, GError **error);

const char *jue_codes_name (const JueCodes *self, const char *code);
gboolean jue_codes_is_named (const JueCodes *self, const char *code, const char *name);
const char *jue_codes_find (JueCodes *self, const char *prefix, const char *name);
gboolean jue_codes_has_name (JueCodes *self, const char *name);

/* ---- catalogue-words.c ---- */

/** JueWordLists: the patterns of each JueWords. */
typedef struct JueWordLists JueWordLists;

JueWordLists *jue_word_lists_new (void);
void jue_word_lists_free (JueWordLists *self);

/** jue_word_lists_find: see jue_words_find. */
gboolean jue_word_lists_find (JueWordLists *self, guint words, const char *text, guint *start, guint *end);

/* ---- catalogue-load.c, catalogue-read.c ---- */

/** JuePerformance: what is known of performance forms, see catalogue-performance-private.h. */
typedef struct JuePerformance JuePerformance;

struct JueCatalogue {
  GStringChunk *strings;
  GPtrArray *arrays; /* of GPtrArray: heads and names, shared among forms */
  GPtrArray *forms;  /* of JueFormEntry, in order */
  JuePatterns *captions[JUE_N_ALL_CAPTIONS];
  JuePatterns *caption_refusals[JUE_N_ALL_CAPTIONS];
  gboolean keep_spaces[JUE_N_ALL_CAPTIONS];
  JueCodes *codes;
  JueWordLists *words;
  struct JueProse *prose;
  JuePerformance *performance;
  GPtrArray *identities; /* of JueIdentity */
  JuePatterns *placeholders;
  GHashTable *head_texts; /* set; NULL until asked */
  struct {
    GString *line;
    JueFoldedLine folded;
  } last[2]; /* the line asked last, without and with spaces: it is asked for one kind after the other */
};

JueCatalogue *jue_catalogue_new (void);

/**
 * jue_catalogue_read: fills an empty catalogue from @n files. @check: refuse broken patterns now instead of at first
 * use.
 */
gboolean jue_catalogue_read (JueCatalogue *self, const JueCatalogueFile *files, guint n, gboolean check,
                             GError **error);

#endif
