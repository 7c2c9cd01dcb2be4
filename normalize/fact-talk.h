#ifndef JUE_FACT_TALK_H
#define JUE_FACT_TALK_H

#include "normalize/prose.h"

/** JueTalk: what a text has said so far that names its next figures. All strings are folded and owned, or NULL. */
typedef struct {
  char *subject;      /* the last subject */
  char *account;      /* its longer name, if it is an account of the budget: for its own value */
  char *topic;        /* what the sentence is about */
  char *whole;        /* the subject before 其中, which is the next sentence's again */
  const char *base;   /* what the sentence compares with */
  const char *total;  /* the last subject behind which others mean something else; NULL */
  const char *then;   /* what a percentage is called that the last figure is the whole of; NULL */
  char *project;      /* what the paragraph is about */
  char *organisation; /* whose report it is */
  guint year;         /* of which year; 0 if unknown */
  gboolean opening;   /* the sentence has named nothing yet */
  gboolean heard;     /* ... but has said something */
  gboolean done;      /* the last figure's words told of something done */
  gboolean counted;   /* the last figure counted the subject */
  gboolean apart;     /* ... which is none of the topic's, and has money of its own */
  gboolean named;     /* the paragraph has named something */
  gboolean own;       /* the subject was just named and has no value yet: an account */
} JueTalk;

/** jue_talk_set_subject: @subject is copied. */
void jue_talk_set_subject (JueTalk *self, const char *subject);

/** jue_talk_set_account: the subject is an account: @item names its own value, @subject stands in front of relations. Copied. */
void jue_talk_set_account (JueTalk *self, const char *item, const char *subject);

/** jue_talk_set_topic: @topic is taken; NULL for none. */
void jue_talk_set_topic (JueTalk *self, char *topic);

/**
 * jue_talk_listen: a piece of text without figure: it may say what is compared with, or what the sentence is about.
 * @closing: it ends with a colon, its sentence or its paragraph: nothing but a subject, it is a title
 */
void jue_talk_listen (JueTalk *self, JueProse *prose, const char *piece, gboolean closing);

/** jue_talk_subject_of: the subject that @text names where the talk is; NULL if none. It is not set. To be freed. */
char *jue_talk_subject_of (JueTalk *self, JueProse *prose, const char *text);

/** jue_talk_leave_bracket: what was said in a bracket is over. @subject: the one before it, or NULL if there was none. */
void jue_talk_leave_bracket (JueTalk *self, const char *subject);

/** jue_talk_look_for_parts: @text begins a piece: if it goes on with parts of the subject, that is the next sentence's again. */
void jue_talk_look_for_parts (JueTalk *self, JueProse *prose, const char *text);

/** jue_talk_begin: a new paragraph begins. */
void jue_talk_begin (JueTalk *self);

/** jue_talk_end_sentence: topic and base are over; a new sentence begins. */
void jue_talk_end_sentence (JueTalk *self);

/** jue_talk_clear: frees what it owns. */
void jue_talk_clear (JueTalk *self);

#endif
