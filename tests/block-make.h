#ifndef JUE_BLOCK_MAKE_H
#define JUE_BLOCK_MAKE_H

#include <string.h>

#include "normalize/paragraph.h"

static inline void
block_make_free (gpointer data)
{
  JueBlock *block = data;
  g_free (block->text);
  g_array_unref (block->pieces);
  g_free (block);
}

/** block_make: a block of one line on page 1. @set: how it is set: b bold, c centred, L large, i indented. Free with block_make_free. */
static inline JueBlock *
block_make (const char *text, const char *set)
{
  JueBlock *block = g_new0 (JueBlock, 1);
  JuePiece piece = { 0, { 1, { 100, 100, 200, 200 } } };
  block->text = g_strdup (text);
  block->pieces = g_array_new (FALSE, FALSE, sizeof (JuePiece));
  g_array_append_val (block->pieces, piece);
  block->prov = piece.prov;
  block->bold = strchr (set, 'b') != NULL;
  block->centred = strchr (set, 'c') != NULL;
  block->size = strchr (set, 'L') != NULL ? 1800 : 1400;
  block->indent = block->centred ? 10000 : 2800;
  return block;
}

/** block_make_cases: the lines of a table of cases, without comments; NULL if it cannot be read. Free with g_strfreev. */
static inline char **
block_make_cases (const char *file)
{
  g_autofree char *path = g_strconcat (JUE_SOURCE_DIR "/tests/data/", file, NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *cases = g_ptr_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      g_ptr_array_add (cases, g_strdup (lines[i]));
  g_ptr_array_add (cases, NULL);
  return (char **)g_ptr_array_free (cases, FALSE);
}

#endif
