#ifndef JUE_PLACES_H
#define JUE_PLACES_H

#include <glib.h>

/** JuePlaces: where a process that reads PDFs may read: fonts, their configuration and caches, and what Poppler needs. */
typedef struct JuePlaces JuePlaces;

/** jue_places_new: as this machine and the environment have them. Some may not exist. */
JuePlaces *jue_places_new (void);
void jue_places_free (JuePlaces *self);

/** jue_places_readable: paths of files and folders that may be read with all below, ended by NULL. Borrowed. */
const char *const *jue_places_readable (const JuePlaces *self);

/** What a file is to a process that reads PDFs. */
typedef enum {
  JUE_PLACE_READABLE, /* it may be read, if it is there */
  JUE_PLACE_MISSING,  /* nothing is there; errno says why */
  JUE_PLACE_NEEDLESS, /* libraries look there, but can do without */
  JUE_PLACE_CLOSED,   /* a decent document never leads there */
} JuePlace;

/** jue_places_find: for reading. @path: absolute, or from the current folder. */
JuePlace jue_places_find (JuePlaces *self, const char *path);

/** jue_places_find_written: the same for writing into a file that is there: nothing is readable or missing. */
JuePlace jue_places_find_written (JuePlaces *self, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JuePlaces, jue_places_free)

#endif
