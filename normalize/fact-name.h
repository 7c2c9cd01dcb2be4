#ifndef JUE_FACT_NAME_H
#define JUE_FACT_NAME_H

#include "normalize/fact-scan.h"
#include "normalize/fact-talk.h"

/** JueNaming: @down: something became less; @idle: a zero says nothing if the amount before it is zero, too. */
typedef struct {
  gboolean down, idle;
} JueNaming;

/**
 * jue_talk_name: names a figure.
 * @piece: the text directly before it (folded); @behind: the text behind its unit, up to the next comma
 * @naming: set to what the words say, if they relate the figure to its subject
 * Returns: its item, to be freed; NULL if no pattern names it.
 */
char *jue_talk_name (JueTalk *self, JueProse *prose, const JueKnownUnit *unit, const char *piece, const char *behind,
                     JueNaming *naming);

#endif
