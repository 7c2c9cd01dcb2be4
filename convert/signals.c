#include "convert/signals.h"

#include <glib.h>

static const int ending[] = { SIGINT, SIGTERM, SIGHUP };

void
jue_signals_hold (sigset_t *before)
{
  sigset_t set;
  sigemptyset (&set);
  for (guint i = 0; i < G_N_ELEMENTS (ending); i++) {
    struct sigaction now;
    if (sigaction (ending[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
      sigaddset (&set, ending[i]);
  }
  sigprocmask (SIG_BLOCK, &set, before);
}

int
jue_signals_pending (void)
{
  sigset_t pending;
  sigpending (&pending);
  for (guint i = 0; i < G_N_ELEMENTS (ending); i++)
    if (sigismember (&pending, ending[i]))
      return ending[i];
  return 0;
}

int
jue_signals_take (void)
{
  int signal = jue_signals_pending ();
  struct timespec at_once = { 0, 0 };
  sigset_t one;
  sigemptyset (&one);
  if (signal == 0)
    return 0;
  sigaddset (&one, signal);
  sigtimedwait (&one, NULL, &at_once);
  return signal;
}

void
jue_signals_ignore (void)
{
  struct sigaction ignore = { .sa_handler = SIG_IGN };
  sigset_t set;
  sigemptyset (&set);
  for (guint i = 0; i < G_N_ELEMENTS (ending); i++) {
    sigaction (ending[i], &ignore, NULL);
    sigaddset (&set, ending[i]);
  }
  sigprocmask (SIG_UNBLOCK, &set, NULL);
}
