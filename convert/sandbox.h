#ifndef JUE_SANDBOX_H
#define JUE_SANDBOX_H

#include <glib.h>

/** What a sandbox keeps a process from; flags. */
typedef enum {
  JUE_SANDBOX_CALLS = 1, /* network, other programs, new files and all else that a parser does not need (seccomp) */
  JUE_SANDBOX_FILES = 2, /* reading anything but fonts and poppler-data (Landlock) */
} JueSandbox;

#define JUE_SANDBOX_FULL (JUE_SANDBOX_CALLS | JUE_SANDBOX_FILES)

/** jue_sandbox_available: which of them this kernel has. */
guint jue_sandbox_available (void);

/**
 * jue_sandbox_close_files: points standard input and output to nowhere and closes all files but standard error and
 * @n of them in @keep.
 */
void jue_sandbox_close_files (const int *keep, guint n);

/**
 * jue_sandbox_enter: locks this process up for good, as far as the kernel can.
 * Opening a socket, starting a program or creating a file ends the process with SIGSYS; other forbidden calls, also opening
 * a file that is neither a font nor poppler-data, fail.
 * Returns: what is in force now.
 */
guint jue_sandbox_enter (void);

/** jue_sandbox_filter, jue_sandbox_landlock: its two halves. FALSE if the kernel refuses. */
gboolean jue_sandbox_filter (void);
gboolean jue_sandbox_landlock (void);

#endif
