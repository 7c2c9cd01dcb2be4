/* What a text has said so far: subjects, topics, comparisons
 *
 *     收入支出总体与上年相比，          subject 收入支出总体, base 上年
 *     （一）公务接待费：                a title: what comes is about it
 *     组织对项目开展绩效自评，          topic 绩效自评
 *
 * The words are data (forms/facts.xml).
 */
#include "normalize/fact-talk.h"

#include <string.h>

#include "normalize/fact-subject.h"

static void
replace (char **where, char *text)
{
  g_free (*where);
  *where = text;
}

void
jue_talk_set_subject (JueTalk *self, const char *subject)
{
  replace (&self->subject, g_strdup (subject));
  replace (&self->account, NULL);
  self->apart = FALSE;
}

void
jue_talk_set_account (JueTalk *self, const char *item, const char *subject)
{
  jue_talk_set_subject (self, subject);
  replace (&self->account, g_strdup (item));
  self->own = TRUE;
}

void
jue_talk_set_topic (JueTalk *self, char *topic)
{
  replace (&self->topic, topic);
}

char *
jue_talk_subject_of (JueTalk *self, JueProse *prose, const char *text)
{
  g_autofree char *subject = jue_subject_of (prose, self->organisation, self->project, text);
  if (subject == NULL)
    return NULL;
  const char *lead = jue_prose_lead (prose, subject);
  if (lead != NULL)
    self->total = lead;
  return g_strdup (self->total != NULL ? jue_prose_behind (prose, self->total, subject) : subject);
}

void
jue_talk_look_for_parts (JueTalk *self, JueProse *prose, const char *text)
{
  if (self->whole == NULL && self->named && jue_prose_find (prose, JUE_WORDS_GOES_ON, text, NULL, NULL))
    self->whole = g_strdup (self->subject);
}

void
jue_talk_leave_bracket (JueTalk *self, const char *subject)
{
  if (subject != NULL)
    jue_talk_set_subject (self, subject);
  replace (&self->whole, NULL);
  self->apart = FALSE;
}

void
jue_talk_begin (JueTalk *self)
{
  self->own = FALSE;
  self->named = FALSE;
  self->total = NULL;
  jue_talk_end_sentence (self);
}

void
jue_talk_end_sentence (JueTalk *self)
{
  if (self->whole != NULL)
    jue_talk_set_subject (self, self->whole);
  replace (&self->whole, NULL);
  replace (&self->topic, NULL);
  self->base = NULL;
  self->opening = TRUE;
  self->heard = FALSE;
}

void
jue_talk_clear (JueTalk *self)
{
  g_free (self->subject);
  g_free (self->account);
  g_free (self->topic);
  g_free (self->whole);
  g_free (self->project);
  g_free (self->organisation);
  memset (self, 0, sizeof *self);
}

/* ---- pieces without a figure ---- */

/* 收入支出总体与上年相比,减少…: what stands before the comparison is the subject, if nothing stands behind. */
static void
listen_to_base (JueTalk *self, JueProse *prose, char *text, guint start, guint end)
{
  gboolean last = text[end] == '\0';
  text[start] = '\0';
  g_autofree char *subject = start > 0 && last ? jue_talk_subject_of (self, prose, text) : NULL;
  if (subject != NULL)
    jue_talk_set_subject (self, subject);
}

/* (一)公务接待费: nothing else is said: what comes is about it. */
static void
listen_to_title (JueTalk *self, JueProse *prose, const char *text)
{
  g_autofree char *subject = jue_talk_subject_of (self, prose, text);
  gboolean known = subject != NULL && jue_prose_subject (prose, subject) != NULL;
  if (subject == NULL || (!known && !jue_prose_find (prose, JUE_WORDS_HEADS, subject, NULL, NULL)))
    return;
  jue_talk_set_subject (self, subject);
  self->opening = FALSE;
}

void
jue_talk_listen (JueTalk *self, JueProse *prose, const char *piece, gboolean closing)
{
  guint start, end;
  g_autofree char *text = jue_subject_without_quotes (piece);
  gboolean because = jue_prose_find (prose, JUE_WORDS_BECAUSE, text, NULL, NULL);
  const char *base = because ? NULL : jue_prose_base (prose, text, self->year, &start, &end);
  gboolean first = !self->heard && self->opening && !self->own;
  self->heard = TRUE;
  jue_talk_look_for_parts (self, prose, text);
  if (because)
    self->base = NULL; /* what comes is compared with something else */
  if (base != NULL) {
    self->base = base;
    listen_to_base (self, prose, text, start, end);
    return;
  }
  char *topic = jue_prose_topic (prose, text, &start, &end);
  if (topic != NULL)
    replace (&self->topic, topic);
  else if (first && closing)
    listen_to_title (self, prose, text);
}
