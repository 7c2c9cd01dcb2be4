#ifndef JUE_CATALOGUE_PROSE_H
#define JUE_CATALOGUE_PROSE_H

#include "normalize/catalogue-reader.h"
#include "normalize/prose.h"

/** JueKnownSection: a section of a report. @titles: searched in the folded title; @below: id of the only section below which they mean
 * this one, or NULL */
typedef struct {
  const char *id, *below;
  guint level;
  JuePatterns *titles;
} JueKnownSection;

/**
 * JueKnownPhrase: a name and the patterns that mean it. Of relations only: @kinds: JueFigureKind, or'ed; @refuse: last subjects that
 * it does not go with, or NULL; @amid: it opens no sentence; @idle: nothing is said where it is zero and what it is of, too; @costs: money is what a
 * counted subject costs; @then: name of a percentage that the figure is the whole of, or NULL
 */
typedef struct {
  const char *name, *then;
  guint kinds;
  JueAbout about;
  JuePatterns *patterns, *refuse;
  gboolean amid, idle, costs;
} JueKnownPhrase;

struct JueProse {
  JueWordLists *words;  /* of the catalogue */
  GPtrArray *sections;  /* of JueKnownSection */
  GPtrArray *relations; /* of JueKnownPhrase, in order of preference; bases, topics, nouns likewise */
  GPtrArray *bases;
  GPtrArray *topics;
  GPtrArray *nouns;
  GArray *units;        /* of JueKnownUnit, longest first */
  GHashTable *subjects; /* wording → name */
  GHashTable *shorts;   /* name → what it is called in front of relations */
  GHashTable *costs;    /* name of what is counted → name of its cost */
  GHashTable *counted;  /* name of a cost → name of what is counted */
  GHashTable *leads;    /* set of names behind which others mean something else */
  GHashTable *follows;  /* such a name, a line break, another one → what that means then */
};

/** jue_prose_new: @words: borrowed. */
JueProse *jue_prose_new (JueWordLists *words);
void jue_prose_free (JueProse *self);

/** jue_prose_read_sections, jue_prose_read_facts: read the roots of forms/sections.xml and forms/facts.xml. */
gboolean jue_prose_read_sections (JueCatalogueReader *reader, const JueNode *root);
gboolean jue_prose_read_facts (JueCatalogueReader *reader, const JueNode *root);

#endif
