#ifndef JUE_SANDBOX_H
#define JUE_SANDBOX_H

#include "convert/places.h"

/** What a sandbox keeps a process from; flags. */
typedef enum {
  JUE_SANDBOX_CALLS = 1, /* network, other programs, new files and all else that a parser does not need (seccomp) */
  JUE_SANDBOX_FILES = 2, /* reading anything but fonts and poppler-data (Landlock) */
  JUE_SANDBOX_TELLS = 4, /* trying it unnoticed (bell.h) */
} JueSandbox;

#define JUE_SANDBOX_FULL (JUE_SANDBOX_CALLS | JUE_SANDBOX_FILES | JUE_SANDBOX_TELLS)

/** jue_sandbox_available: which of them this kernel has. */
guint jue_sandbox_available (void);

/**
 * jue_sandbox_close_files: points standard input and output to nowhere and closes all files but standard error and
 * @n of them in @keep.
 */
void jue_sandbox_close_files (const int *keep, guint n);

/**
 * jue_sandbox_enter: locks this process up for good, as far as the kernel can.
 * Opening a socket, starting a program, opening a file but those of @places for reading, or changing files rings a bell at
 * the parent (bell.h). Where that is not possible, such files cannot be opened, and the rest ends the process with SIGSYS.
 * Other forbidden calls fail.
 * @parent: the socket of packets over which the parent gets the bell; -1 = there is none
 * Returns: what is in force now.
 */
guint jue_sandbox_enter (const JuePlaces *places, int parent);

/** jue_sandbox_filter, jue_sandbox_landlock: its two halves. FALSE if the kernel refuses. @rings: a bell is hung */
gboolean jue_sandbox_filter (gboolean rings);
gboolean jue_sandbox_landlock (const JuePlaces *places);

/** jue_sandbox_filter_bell: has the forbidden calls (forbidden.h) ring. Returns: the bell; -1 if the kernel refuses. */
int jue_sandbox_filter_bell (void);

#endif
