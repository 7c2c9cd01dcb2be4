#ifndef JUE_PROSE_H
#define JUE_PROSE_H

#include "normalize/amount.h"
#include "normalize/catalogue.h"
#include "normalize/words.h"

/** What the facts of a numbered paragraph about a project call it, in front of its number; ours, not printed. */
#define JUE_NUMBERED_PROJECT "项目"

/** JueProse: what the catalogue knows of running text. It lives as long as its catalogue and serves one thread at a time. */
typedef struct JueProse JueProse;

/** jue_catalogue_prose: borrowed. */
JueProse *jue_catalogue_prose (const JueCatalogue *self);

/** jue_prose_find: jue_words_find for those who read prose. */
gboolean jue_prose_find (JueProse *self, JueWords words, const char *text, guint *start, guint *end);

/**
 * jue_prose_section: the canonical id of the section that a heading (as printed, without label) names, NULL if none.
 * @above: id of the section that it stands in, NULL if there is none or it is not known
 */
const char *jue_prose_section (JueProse *self, const char *title, const char *above, guint *level);

/** What a unit measures. */
typedef enum {
  JUE_FIGURE_MONEY = 1,
  JUE_FIGURE_PERCENT = 2,
  JUE_FIGURE_COUNT = 4,
  JUE_FIGURE_SCORE = 8,
} JueFigureKind;

/**
 * JueKnownUnit: a unit of figures. @name: folded; @as: the unit of normalized values; @factor: how many of those it is;
 * @counts: what is appended to a subject whose occurrences it counts (公务接待 + 批次), or NULL; @not_before: characters that make
 * the name part of a word (分钟), or NULL
 */
typedef struct {
  const char *name, *as, *counts, *not_before;
  JueFigureKind kind;
  gint64 factor;
} JueKnownUnit;

/** jue_prose_unit: the longest unit that @text (folded) begins with, NULL if none. */
const JueKnownUnit *jue_prose_unit (JueProse *self, const char *text);

/** Whom a relation is about if the words before it name nobody. */
typedef enum {
  JUE_ABOUT_LAST,    /* the last subject */
  JUE_ABOUT_TOPIC,   /* what the sentence is about: 绩效自评; else the last subject */
  JUE_ABOUT_COUNTED, /* what was just counted: 无形资产471项234.37万元; no relation elsewhere */
} JueAbout;

/**
 * JueRelationMatch: how a figure is related to its subject. @name: appended to the subject; "" for the subject's own value. To be
 * freed. @start: where the relation's words begin; what stands before is the subject. @down: the words say that it became less.
 * @compares: @name holds "{base}", what the figure is compared with; @idle: a zero of it says nothing if what it is of is zero; @costs: of a
 * subject that is counted, its cost is meant; @then: name of a percentage of the figure directly behind it, or NULL, the catalogue's
 */
typedef struct {
  char *name;
  const char *then;
  guint start;
  JueAbout about;
  gboolean down, compares, idle, costs;
} JueRelationMatch;

/**
 * JueRelationTalk: where the talk is when a figure comes. @kind: of the figure; @subject: the last one, or NULL; @opening: it is the
 * first figure of its sentence, and nothing has been named for it; @counted: the figure before it counted the subject
 */
typedef struct {
  JueFigureKind kind;
  const char *subject;
  gboolean opening, counted;
} JueRelationTalk;

/** jue_prose_relation: the relation that a piece of text (folded) ends with, before a figure that comes as @talk says. FALSE if none. */
gboolean jue_prose_relation (JueProse *self, const char *piece, const JueRelationTalk *talk, JueRelationMatch *match);

/**
 * jue_prose_base: what @piece compares with (上年, 年初预算): its name, and the bytes that say so. NULL if nothing. @year: the report's,
 * 0 if unknown: 2024年预算 of a report on 2024 is no other year's.
 */
const char *jue_prose_base (JueProse *self, const char *piece, guint year, guint *start, guint *end);

/** jue_prose_usual_base: what is compared with where the text does not say. */
const char *jue_prose_usual_base (JueProse *self);

/** jue_prose_topic: what @piece says the sentence is about, to be freed; NULL if nothing. @start, @end: the bytes that say so. */
char *jue_prose_topic (JueProse *self, const char *piece, guint *start, guint *end);

/** jue_prose_subject: the usual name of a subject (folded), NULL if it is not known. */
const char *jue_prose_subject (JueProse *self, const char *text);

/** jue_prose_short: what a subject with this usual name is called in front of relations: 三公经费|占比. @name itself if nothing else. */
const char *jue_prose_short (JueProse *self, const char *name);

/** jue_prose_cost: what the money for a counted subject (usual name) is called: 出国（境）团组数 → 因公出国（境）费. @name itself if nothing else. */
const char *jue_prose_cost (JueProse *self, const char *name);

/** jue_prose_counted: what is counted that this money is spent on: 外事接待支出 → 外事接待. NULL if nothing. */
const char *jue_prose_counted (JueProse *self, const char *name);

/** jue_prose_lead: the name itself, the catalogue's, if subjects behind it may mean something else; NULL. */
const char *jue_prose_lead (JueProse *self, const char *name);

/** jue_prose_behind: what @name means behind the subject @lead: 财政拨款收入总计 … 支出总计 → 财政拨款支出总计. @name if nothing else. */
const char *jue_prose_behind (JueProse *self, const char *lead, const char *name);

/** jue_prose_noun: what is appended to the topic if @text, behind a figure, says what is counted: 项目数. NULL if it says nothing known. */
const char *jue_prose_noun (JueProse *self, const char *text);

#endif
