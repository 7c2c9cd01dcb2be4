#ifndef JUE_SIGNALS_H
#define JUE_SIGNALS_H

#include <signal.h>

/** jue_signals_hold: SIGINT, SIGTERM and SIGHUP wait, unless we were told to ignore them. @before gets the old mask. */
void jue_signals_hold (sigset_t *before);

/** jue_signals_pending: one of those that waits; 0 if there is none. */
int jue_signals_pending (void);

/** jue_signals_take: the same, and it waits no longer. */
int jue_signals_take (void);

/** jue_signals_ignore: from now on they are nothing to this process; for workers, whose parent decides when to end. */
void jue_signals_ignore (void);

#endif
