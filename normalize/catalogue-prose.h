#ifndef JUE_CATALOGUE_PROSE_H
#define JUE_CATALOGUE_PROSE_H

#include "normalize/catalogue-reader.h"
#include "normalize/prose.h"

/** JueKnownSection: a section of a report. @titles: searched in the folded title */
typedef struct {
  const char *id;
  guint level;
  JuePatterns *titles;
} JueKnownSection;

/** JueKnownPhrase: a name and the patterns that mean it. @kinds: JueFigureKind, or'ed */
typedef struct {
  const char *name;
  guint kinds;
  JueAbout about;
  JuePatterns *patterns;
} JueKnownPhrase;

struct JueProse {
  JuePatterns *words[JUE_N_WORDS];
  GPtrArray *sections;  /* of JueKnownSection */
  GPtrArray *relations; /* of JueKnownPhrase, in order of preference; bases and topics likewise */
  GPtrArray *bases;
  GPtrArray *topics;
  JuePatterns *any_base, *any_topic; /* all of them, to pass over most texts quickly */
  GArray *units;                     /* of JueKnownUnit, longest first */
  GHashTable *subjects;              /* wording → name */
};

JueProse *jue_prose_new (void);
void jue_prose_free (JueProse *self);

/** jue_prose_read_sections, jue_prose_read_facts: read the roots of forms/sections.xml and forms/facts.xml. */
gboolean jue_prose_read_sections (JueCatalogueReader *reader, const JueNode *root);
gboolean jue_prose_read_facts (JueCatalogueReader *reader, const JueNode *root);

#endif
