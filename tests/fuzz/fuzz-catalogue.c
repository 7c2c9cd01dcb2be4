/* The reader of the forms' files: one file in a folder of its own. What it accepts is asked some questions. */
#include <stdlib.h>
#include <unistd.h>

#include "normalize/catalogue.h"
#include "tests/fuzz/fuzz.h"

static char folder[] = "/tmp/juesuan-fuzz-XXXXXX";
static char *file;

static void
clear (void)
{
  unlink (file);
  rmdir (folder);
  g_free (file);
}

static gboolean
prepare (void)
{
  if (file != NULL)
    return TRUE;
  if (g_mkdtemp (folder) == NULL)
    return FALSE;
  file = g_build_filename (folder, "forms.xml", NULL);
  atexit (clear);
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (!prepare () || !g_file_set_contents (file, (const char *)data, (gssize)size, NULL))
    return 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (folder, &error);
  g_assert ((catalogue == NULL) == (error != NULL));
  if (catalogue == NULL)
    return 0;
  static const char *const lines[] = { "收入支出决算总表", "公开01表", "金额单位：万元",
                                       "注：本部门无此类资金，本表为空。" };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (JueCaption kind = 0; kind < JUE_N_CAPTIONS; kind++)
      jue_catalogue_caption (catalogue, kind, lines[i], NULL);
  return 0;
}
