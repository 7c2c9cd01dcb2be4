#ifndef JUE_BELL_H
#define JUE_BELL_H

#include "convert/places.h"

/*
 * The bell: when a process in the sandbox makes one of the forbidden calls (forbidden.h), it rings: the kernel halts the
 * call and asks the parent, who sees what was tried and answers. So an attempt can be told, not only stopped.
 */

/**
 * jue_bell_hang: in the process that shall ring, for good. It must have given up new privileges.
 * @parent: the socket of packets over which the parent gets the bell
 * Returns: FALSE if the kernel has no such thing, or another one is hung already.
 */
gboolean jue_bell_hang (int parent);

/**
 * jue_bell_answer: in the parent: waits until @bell rings, and answers.
 * Returns: NULL if the process may go on; else what it tried to do, as "open /etc/passwd for reading" in UTF-8 without
 * control characters, to be freed. Then it waits for an answer that does not come: kill it.
 */
char *jue_bell_answer (int bell, JuePlaces *places);

/** jue_bell_works: tries it all with a process of its own. */
gboolean jue_bell_works (void);

/** Bytes of a path that are told; of a longer one, the end is left out. */
#define JUE_BELL_MAX_PATH 300

#endif
