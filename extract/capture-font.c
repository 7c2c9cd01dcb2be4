/* Fonts that are not embedded
 *
 * Poppler asks fontconfig for a font that looks like the missing one. We draw nothing, so any font would do; the search,
 * though, reads fontconfig's files and then the large tables of a Chinese font, which takes longer than many pages, and
 * what is found differs from machine to machine, as do the widths that it gives to glyphs. So while a page is captured
 * fontconfig's two functions are answered here, as cairo's are (capture.c):
 *
 *     libpoppler ──FcConfigSubstitute──▶ nothing to substitute
 *                ──FcFontSort──────────▶ one font: blank.ttf, 800 bytes (scripts/make-blank-font.py)
 *
 * Its glyphs are a box and a blank. capture-text.c knows it by its name, takes the pen's steps for the widths of its glyphs,
 * and the characters come from Poppler's text layout.
 *
 * The font is a file beside the program because Poppler wants a path. Without it all works as Poppler meant it.
 */
#include "extract/capture-font.h"

#include <fontconfig/fontconfig.h>

#include "extract/capture-private.h"
#include "extract/pdf.h"

/* Where the font is, from the folder of the program: built, of a test that was built, installed. */
static const char *const places[] = { "share/juesuan", "../share/juesuan" };

static char *
find_font (const char *name)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++) {
    g_autofree char *path = g_build_filename (folder, places[i], name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return g_canonicalize_filename (path, NULL);
  }
  return NULL;
}

const char *
jue_blank_font (gboolean bold)
{
  static gsize found;
  static char *plain, *heavy;
  if (g_once_init_enter (&found)) {
    plain = find_font ("blank.ttf");
    heavy = find_font ("blank-bold.ttf");
    g_once_init_leave (&found, 1);
  }
  return plain == NULL || heavy == NULL ? NULL : bold ? heavy : plain;
}

char *
jue_pdf_fonts_folder (void)
{
  const char *font = jue_blank_font (FALSE);
  return font != NULL ? g_path_get_dirname (font) : NULL;
}

typedef FcBool (*SubstituteFunc) (FcConfig *, FcPattern *, FcMatchKind);
typedef FcFontSet *(*SortFunc) (FcConfig *, FcPattern *, FcBool, FcCharSet **, FcResult *);

__attribute__ ((visibility ("default"))) FcBool
FcConfigSubstitute (FcConfig *config, FcPattern *pattern, FcMatchKind kind)
{
  static gsize found;
  if (jue_capture_at_work () && jue_blank_font (FALSE) != NULL)
    return FcTrue;
  return ((SubstituteFunc)jue_capture_library (&found, "FcConfigSubstitute")) (config, pattern, kind);
}

/* The font that stands for the one that is asked for. */
static FcFontSet *
blank_set (FcPattern *asked)
{
  FcFontSet *set = FcFontSetCreate ();
  FcPattern *font = FcPatternCreate ();
  int weight = FC_WEIGHT_NORMAL;
  FcPatternGetInteger (asked, FC_WEIGHT, 0, &weight);
  FcPatternAddString (font, FC_FILE, (const FcChar8 *)jue_blank_font (weight >= FC_WEIGHT_DEMIBOLD));
  FcPatternAddString (font, FC_FULLNAME, (const FcChar8 *)JUE_BLANK_FAMILY);
  FcPatternAddInteger (font, FC_INDEX, 0);
  FcPatternAddInteger (font, FC_WEIGHT, weight);
  FcPatternAddInteger (font, FC_SLANT, FC_SLANT_ROMAN);
  FcFontSetAdd (set, font);
  return set;
}

__attribute__ ((visibility ("default"))) FcFontSet *
FcFontSort (FcConfig *config, FcPattern *pattern, FcBool trim, FcCharSet **characters, FcResult *result)
{
  static gsize found;
  if (jue_capture_at_work () && jue_blank_font (FALSE) != NULL) {
    *result = FcResultMatch;
    return blank_set (pattern);
  }
  return ((SortFunc)jue_capture_library (&found, "FcFontSort")) (config, pattern, trim, characters, result);
}
