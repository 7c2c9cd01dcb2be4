#ifndef JUE_FIND_ROOT_H
#define JUE_FIND_ROOT_H

#include <glib.h>

/**
 * jue_find_root: the number that stands for the set that @i belongs to. @parent: for each number one of its set, its own if it
 * stands for the set; paths get shorter as they are walked. Sets are joined by parent[root of one] = root of the other.
 */
static inline guint
jue_find_root (guint *parent, guint i)
{
  while (parent[i] != i) {
    parent[i] = parent[parent[i]];
    i = parent[i];
  }
  return i;
}

#endif
