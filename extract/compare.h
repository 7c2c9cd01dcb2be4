#ifndef JUE_COMPARE_H
#define JUE_COMPARE_H

#include <glib.h>
#include <string.h>

/** jue_compare_numbers: GCompareFunc for arrays of gint32. */
static inline gint
jue_compare_numbers (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *)a, y = *(const gint32 *)b;
  return x < y ? -1 : x > y;
}

/** jue_compare_texts: GCompareFunc for pointer arrays of strings, byte by byte. */
static inline gint
jue_compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

#endif
