#ifndef JUE_LEFTOVERS_H
#define JUE_LEFTOVERS_H

/** jue_leftovers_remove: removes what a run that was killed has left in @dir: work folders and half-written files. */
void jue_leftovers_remove (const char *dir);

#endif
