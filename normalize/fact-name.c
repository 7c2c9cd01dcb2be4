/* Naming a figure: subject × relation
 *
 *     piece before the figure                        relation            subject
 *     其中:因公出国(境)费支出                         (its own value)     因公出国（境）费
 *     占三公经费的                                    占比                the last one
 *     公务接待费支出决算比2023年度减少                 较上年增减额        公务接待费
 *     涉及资金                                        涉及资金            what the sentence is about: 绩效自评
 *     、                      225 人次                                    国内公务接待 + 人次
 *     学校现有                46 个教学单位                                教学单位, behind the figure
 *
 * The words are data (forms/facts.xml).
 *
 * Gets wrong: subjects that a sentence only implies (实际使用19.1万元 after two clauses about something else).
 */
#include "normalize/fact-name.h"

#include <string.h>

#include "normalize/fact-subject.h"

/* What the subject's own value is called. */
static const char *
own_name (const JueTalk *self)
{
  return self->account != NULL ? self->account : self->subject;
}

static char *
put_base (const char *name, const char *base)
{
  g_auto (GStrv) parts = g_strsplit (name, "{base}", 2);
  return g_strconcat (parts[0], base, parts[1], NULL);
}

/* Takes the words that say what is compared with out of @before; returns what it is. */
static const char *
take_base (JueTalk *self, JueProse *prose, char *before)
{
  guint start, end;
  const char *base = jue_prose_base (prose, before, self->year, &start, &end);
  if (base != NULL) {
    self->base = base;
    jue_subject_cut (before, start, end);
  }
  return self->base != NULL ? self->base : jue_prose_usual_base (prose);
}

/* Whether the words before the relation name nothing but what the sentence is about. */
static gboolean
topic_applies (JueTalk *self, JueProse *prose, const char *before)
{
  g_autofree char *rest = g_strdup (before);
  guint start, end;
  g_autofree char *topic = jue_prose_topic (prose, rest, &start, &end);
  if (topic != NULL)
    jue_subject_cut (rest, start, end);
  g_autofree char *clean = jue_subject_clean (prose, rest);
  return self->topic != NULL && self->project == NULL && *clean == '\0';
}

/* @subject and the relation's name, by the name that is usual for both. */
static char *
compose (JueProse *prose, const char *subject, const char *name)
{
  g_autofree char *item = g_strconcat (*name != '\0' ? jue_prose_short (prose, subject) : subject, name, NULL);
  const char *usual = jue_prose_subject (prose, item);
  return g_strdup (usual != NULL ? usual : item);
}

/* What the sentence is about, and how: its money can have a share. */
static char *
name_topic (JueTalk *self, JueFigureKind kind, const char *name)
{
  char *item = g_strconcat (self->topic, name, NULL);
  if (kind == JUE_FIGURE_MONEY)
    jue_talk_set_subject (self, item);
  return item;
}

static char *
name_related (JueTalk *self, JueProse *prose, JueFigureKind kind, const JueRelationMatch *relation, const char *piece)
{
  g_autofree char *before = g_strndup (piece, relation->start);
  g_autofree char *name = NULL;
  if (relation->compares)
    name = put_base (relation->name, take_base (self, prose, before));
  else
    name = g_strdup (relation->name);
  if (relation->about == JUE_ABOUT_TOPIC && !self->apart && topic_applies (self, prose, before))
    return name_topic (self, kind, name);
  g_autofree char *clean = jue_subject_clean (prose, before);
  g_autofree char *subject = jue_talk_subject_of (self, prose, before);
  if (subject != NULL)
    jue_talk_set_subject (self, subject);
  else if (*clean != '\0' && relation->about != JUE_ABOUT_TOPIC)
    return NULL; /* the words name something that is no subject: not the last one */
  if (self->subject == NULL)
    return NULL;
  /* an account's amounts say of which class it is; comparisons are long enough without */
  gboolean amount = kind == JUE_FIGURE_MONEY && !relation->compares;
  const char *whose = amount ? own_name (self) : self->subject;
  return compose (prose, relation->costs ? jue_prose_cost (prose, whose) : whose, name);
}

/* 比上年28.90万元 减少6.40万元: the amount that the next one compares with. NULL if @piece does not end so. */
static char *
name_compared (JueTalk *self, JueProse *prose, JueFigureKind kind, const char *piece)
{
  guint start, end;
  const char *base = kind == JUE_FIGURE_MONEY ? jue_prose_base (prose, piece, self->year, &start, &end) : NULL;
  if (base == NULL || piece[end] != '\0')
    return NULL;
  g_autofree char *before = g_strndup (piece, start);
  g_autofree char *subject = jue_talk_subject_of (self, prose, before);
  self->base = base;
  if (subject != NULL)
    jue_talk_set_subject (self, subject);
  if (self->subject == NULL)
    return NULL;
  g_autofree char *name = g_strconcat (base, "数", NULL);
  return compose (prose, jue_prose_cost (prose, own_name (self)), name);
}

/* 完成预算25万元的 90%: the percentage of the amount before it. NULL if there is none. */
static char *
name_part (const JueTalk *self, JueProse *prose, JueFigureKind kind, const char *piece)
{
  if (kind != JUE_FIGURE_PERCENT || self->then == NULL || self->subject == NULL || !g_str_equal (piece, "的"))
    return NULL;
  return compose (prose, self->subject, self->then);
}

static gboolean
is_counted (JueProse *prose, const char *subject)
{
  return subject != NULL && jue_prose_find (prose, JUE_WORDS_COUNTED, subject, NULL, NULL);
}

/* 经批准购置的 1 辆公务用车: what is counted is the noun with the word before. NULL if that is nothing known. */
static const char *
bought (JueProse *prose, const char *piece, const char *noun)
{
  guint start, end;
  if (!jue_prose_find (prose, JUE_WORDS_BOUGHT, piece, &start, &end))
    return NULL;
  g_autofree char *verb = g_strndup (piece + start, end - start);
  g_autofree char *whole = g_strconcat (verb, noun, NULL);
  return jue_prose_subject (prose, whole);
}

/* The noun behind the figure that follows @piece. @action: the words before it tell of something done; then only what the sentence is
 * about counts. */
static char *
noun_behind (JueTalk *self, JueProse *prose, const char *piece, const char *behind, gboolean action)
{
  guint start;
  g_autofree char *noun = jue_subject_without_quotes (behind);
  if (jue_prose_find (prose, JUE_WORDS_AFTER_NOUN, noun, &start, NULL))
    noun[start] = '\0';
  char *topic = jue_prose_topic (prose, behind, &start, &start);
  if (topic != NULL)
    jue_talk_set_topic (self, topic);
  g_autofree char *clean = jue_subject_clean (prose, noun);
  if (g_utf8_strlen (clean, -1) < 2 || jue_subject_refused (prose, clean))
    return NULL;
  const char *known = self->topic != NULL ? jue_prose_noun (prose, clean) : NULL;
  if (known != NULL)
    return g_strconcat (self->topic, known, NULL);
  known = bought (prose, piece, clean);
  if (action && known == NULL)
    return NULL;
  jue_talk_set_subject (self, known != NULL ? known : clean);
  return jue_subject_full_width (self->subject);
}

/* 外事接待支出1万元,接待9人次: what the last subject's money is spent on is counted. NULL if @clean does not say so. */
static char *
name_its_number (JueTalk *self, JueProse *prose, const JueKnownUnit *unit, const char *clean)
{
  if (unit->counts == NULL || self->subject == NULL || !jue_prose_find (prose, JUE_WORDS_COUNTS_IT, clean, NULL, NULL))
    return NULL;
  const char *counted = is_counted (prose, self->subject) ? self->subject : jue_prose_counted (prose, self->subject);
  if (counted == NULL)
    return NULL;
  if (counted != self->subject)
    jue_talk_set_subject (self, counted);
  return compose (prose, self->subject, unit->counts);
}

static gboolean
is_action (JueProse *prose, const char *text)
{
  g_autofree char *clean = jue_subject_clean (prose, text);
  return jue_prose_find (prose, JUE_WORDS_ACTION, clean, NULL, NULL);
}

/* No relation: the figure is the subject's own value. */
static char *
name_plain (JueTalk *self, JueProse *prose, const JueKnownUnit *unit, const char *piece, const char *behind)
{
  g_autofree char *clean = jue_subject_clean (prose, piece);
  gboolean counts = unit->kind == JUE_FIGURE_COUNT;
  if (*clean == '\0' && self->own)
    return g_strdup (own_name (self));
  if (*clean == '\0' && unit->counts != NULL && is_counted (prose, self->subject))
    return compose (prose, self->subject, unit->counts);
  char *number = name_its_number (self, prose, unit, clean);
  if (number != NULL)
    return number;
  if (counts && (*clean == '\0' || jue_prose_find (prose, JUE_WORDS_BEFORE_NOUN, piece, NULL, NULL))) {
    char *noun = noun_behind (self, prose, piece, behind, is_action (prose, piece));
    if (noun != NULL || *clean == '\0')
      return noun;
  }
  g_autofree char *subject = jue_talk_subject_of (self, prose, piece);
  if (subject == NULL)
    return counts ? noun_behind (self, prose, piece, behind, TRUE) : NULL;
  jue_talk_set_subject (self, subject);
  if (unit->counts != NULL && is_counted (prose, subject))
    return compose (prose, subject, unit->counts);
  self->apart = counts && jue_prose_find (prose, JUE_WORDS_WITH_MONEY, subject, NULL, NULL);
  return g_strdup (unit->kind == JUE_FIGURE_MONEY ? jue_prose_cost (prose, subject) : subject);
}

/* Whether @text is nothing but a subject that the data knows, with words that else relate: 政府采购支出预算总额. */
static gboolean
is_known_subject (JueProse *prose, const char *text)
{
  g_autofree char *clean = jue_subject_clean (prose, text);
  return jue_prose_subject (prose, clean) != NULL;
}

static gboolean
find_relation (JueTalk *self, JueProse *prose, JueFigureKind kind, const char *text, JueRelationMatch *relation)
{
  JueRelationTalk talk = { kind, own_name (self), self->opening && !self->own, self->counted };
  if (is_known_subject (prose, text) || !jue_prose_relation (prose, text, &talk, relation))
    return FALSE;
  if (*relation->name != '\0' || self->subject != NULL)
    return TRUE;
  g_clear_pointer (&relation->name, g_free); /* a value of nobody's: the words are its name */
  return FALSE;
}

char *
jue_talk_name (JueTalk *self, JueProse *prose, const JueKnownUnit *unit, const char *piece, const char *behind,
               JueNaming *naming)
{
  g_autofree char *text = jue_subject_without_quotes (piece);
  JueRelationMatch relation = { .name = NULL, .about = JUE_ABOUT_LAST };
  char *item, *topic;
  guint start, end;
  gboolean listed = g_str_has_prefix (text, "、");
  while (g_str_has_prefix (text, "、"))
    jue_subject_cut (text, 0, (guint)strlen ("、"));
  if ((topic = jue_prose_topic (prose, text, &start, &end)) != NULL)
    jue_talk_set_topic (self, topic);
  jue_talk_look_for_parts (self, prose, text);
  self->apart = self->apart && !jue_prose_find (prose, JUE_WORDS_TOGETHER, text, NULL, NULL);
  gboolean related = find_relation (self, prose, unit->kind, text, &relation);
  item = name_part (self, prose, unit->kind, text);
  if (item == NULL && !(related && relation.compares))
    item = name_compared (self, prose, unit->kind, text);
  if (item == NULL && related) {
    item = name_related (self, prose, unit->kind, &relation, text);
    *naming = (JueNaming){ relation.down, relation.idle };
  } else if (item == NULL) {
    gboolean done = listed ? self->done : is_action (prose, text);
    item = listed && done ? NULL : name_plain (self, prose, unit, text, behind);
    self->done = done && item == NULL;
  }
  g_free (relation.name);
  self->then = relation.then;
  self->own = FALSE;
  self->opening = FALSE;
  self->named |= item != NULL;
  self->apart &= unit->kind == JUE_FIGURE_COUNT;
  self->counted = item != NULL && unit->kind == JUE_FIGURE_COUNT;
  return item;
}
