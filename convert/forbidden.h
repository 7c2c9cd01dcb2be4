#ifndef JUE_FORBIDDEN_H
#define JUE_FORBIDDEN_H

#include <glib.h>

/**
 * JueForbidden: a call of the kernel that a process in the sandbox may not make, or only for some files.
 * @words: what it would do; to be read behind "tried to", and before the path
 * @path: the argument that is a path; -1 = none. @folder: the argument that says where it starts; -1 = the current folder
 * @flags: the argument with the flags of opening (a pointer to them for openat2); -1 = it opens nothing
 * @deadly: it ends the process even if nobody is told
 */
typedef struct {
  int call;
  const char *words;
  gint8 path, folder, flags;
  gboolean deadly;
} JueForbidden;

/** jue_forbidden_calls: all of them. Static. @n: gets how many */
const JueForbidden *jue_forbidden_calls (guint *n);

/** Number of openat2, which is the same everywhere; older headers lack it. */
#define JUE_CALL_OPENAT2 437

#endif
