#define _GNU_SOURCE /* dl_iterate_phdr */

#include "convert/build.h"

#include <link.h>
#include <string.h>

#include <glib.h>

/* Digits of the id that stand for it. */
#define SHORT 12

/* Finds the id among the notes of a segment. */
static char *
read_notes (const char *notes, gsize length)
{
  const ElfW (Nhdr) * note;
  for (gsize at = 0; at + sizeof *note <= length;) {
    note = (const void *)(notes + at);
    gsize name = at + sizeof *note, id = name + ((note->n_namesz + 3) & ~3u);
    at = id + ((note->n_descsz + 3) & ~3u);
    if (at > length || note->n_type != NT_GNU_BUILD_ID || note->n_namesz != 4 || memcmp (notes + name, "GNU", 4) != 0)
      continue;
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < note->n_descsz; i++)
      g_string_append_printf (text, "%02x", (guint8)notes[id + i]);
    return g_string_free (text, FALSE);
  }
  return NULL;
}

/* The program itself is the first object. */
static int
look_at (struct dl_phdr_info *object, size_t size, void *found)
{
  char **id = found;
  (void)size;
  for (guint i = 0; i < object->dlpi_phnum && *id == NULL; i++) {
    const ElfW (Phdr) *segment = &object->dlpi_phdr[i];
    if (segment->p_type == PT_NOTE)
      *id = read_notes ((const char *)(object->dlpi_addr + segment->p_vaddr), segment->p_memsz);
  }
  return 1;
}

char *
jue_build_id (void)
{
  char *id = NULL;
  dl_iterate_phdr (look_at, &id);
  return id != NULL ? id : g_strdup ("");
}

char *
jue_build_version (void)
{
  g_autofree char *id = jue_build_id ();
  return *id != '\0' ? g_strdup_printf ("%s+%.*s", JUE_VERSION, SHORT, id) : g_strdup (JUE_VERSION);
}
