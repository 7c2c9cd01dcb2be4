#define _XOPEN_SOURCE 700 /* realpath */

#include "convert/places.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <fontconfig/fontconfig.h>

#include "extract/pdf.h"

/* Where fonts and their configuration are, and what Poppler needs. */
static const char *const fixed[] = {
  JUE_POPPLER_DATA,         "/usr/share/poppler",     "/usr/local/share/poppler",
  "/usr/share/fonts",       "/usr/local/share/fonts", "/usr/share/X11/fonts",
  "/usr/share/ghostscript", "/usr/share/texmf/fonts", "/etc/fonts",
  "/usr/share/fontconfig",  "/var/cache/fontconfig",  "/usr/lib/fontconfig/cache",
};
static const char *const at_home[] = { ".fonts", ".fonts.conf", ".fonts.conf.d", ".fontconfig" };
static const char *const variables[] = { "FONTCONFIG_FILE", "FONTCONFIG_PATH" };

/*
 * What the C library, GLib or the C++ runtime open in odd moments: to count processors, to tell the time or to say last
 * words in the user's language. They go on without, so a document is not to blame.
 */
static const char *const needless[] = {
  "/dev/null",
  "/dev/random",
  "/dev/tty",
  "/dev/urandom",
  "/etc/ld.so.cache",
  "/etc/localtime",
  "/lib",
  "/lib64",
  "/proc/cpuinfo",
  "/proc/meminfo",
  "/proc/self/maps",
  "/proc/stat",
  "/proc/sys/vm/overcommit_memory",
  "/sys/devices/system/cpu",
  "/sys/devices/system/node",
  "/usr/lib",
  "/usr/lib64",
  "/usr/share/locale",
  "/usr/share/zoneinfo",
};

struct JuePlaces {
  GPtrArray *readable; /* ended by NULL */
  GPtrArray *real;     /* the same without links */
  gboolean asked;      /* fontconfig, for what follows */
  GPtrArray *fonts;    /* files and folders that it is told to read */
  GPtrArray *caches;   /* folders that it may write into, too */
};

static void
add (JuePlaces *self, char *path)
{
  char *real = realpath (path, NULL);
  g_ptr_array_add (self->readable, path);
  if (real != NULL)
    g_ptr_array_add (self->real, real);
}

JuePlaces *
jue_places_new (void)
{
  JuePlaces *self = g_new0 (JuePlaces, 1);
  self->readable = g_ptr_array_new_with_free_func (g_free);
  self->real = g_ptr_array_new_with_free_func (free);
  self->fonts = g_ptr_array_new_with_free_func (g_free);
  self->caches = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    add (self, g_strdup (fixed[i]));
  char *own = jue_pdf_fonts_folder ();
  if (own != NULL)
    add (self, own);
  for (guint i = 0; i < G_N_ELEMENTS (at_home); i++)
    add (self, g_build_filename (g_get_home_dir (), at_home[i], NULL));
  add (self, g_build_filename (g_get_user_data_dir (), "fonts", NULL));
  add (self, g_build_filename (g_get_user_config_dir (), "fontconfig", NULL));
  add (self, g_build_filename (g_get_user_cache_dir (), "fontconfig", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    if (g_path_is_absolute (g_getenv (variables[i]) != NULL ? g_getenv (variables[i]) : ""))
      add (self, g_strdup (g_getenv (variables[i])));
  g_ptr_array_add (self->readable, NULL);
  return self;
}

void
jue_places_free (JuePlaces *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->readable);
  g_ptr_array_unref (self->real);
  g_ptr_array_unref (self->fonts);
  g_ptr_array_unref (self->caches);
  g_free (self);
}

const char *const *
jue_places_readable (const JuePlaces *self)
{
  return (const char *const *)self->readable->pdata;
}

static gboolean
is_below (const char *path, const char *folder)
{
  gsize length = strlen (folder);
  return strncmp (path, folder, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

static void
add_list (GPtrArray *to, FcStrList *list)
{
  for (const FcChar8 *path; list != NULL && (path = FcStrListNext (list)) != NULL;)
    g_ptr_array_add (to, g_strdup ((const char *)path));
  if (list != NULL)
    FcStrListDone (list);
}

/*
 * Reads what fontconfig is told on this machine. That takes some milliseconds, so only when it matters: fonts that are kept
 * elsewhere are of no use to us, but a document is not to blame when fontconfig looks there.
 */
static void
ask_fontconfig (JuePlaces *self)
{
  FcConfig *config = self->asked ? NULL : FcInitLoadConfig ();
  self->asked = TRUE;
  if (config == NULL)
    return;
  add_list (self->fonts, FcConfigGetFontDirs (config));
  add_list (self->fonts, FcConfigGetConfigFiles (config));
  add_list (self->caches, FcConfigGetCacheDirs (config));
  FcConfigDestroy (config);
}

static gboolean
is_below_any (const char *path, const char *const *folders, guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_below (path, folders[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_in (const char *path, const GPtrArray *folders)
{
  return is_below_any (path, (const char *const *)folders->pdata, folders->len);
}

JuePlace
jue_places_find (JuePlaces *self, const char *path)
{
  /* Only ".." leads from a readable folder to one that is not; besides links, which are made by whoever keeps this machine. */
  gboolean straight = strstr (path, "/..") == NULL;
  if (straight && is_below_any (path, jue_places_readable (self), self->readable->len - 1))
    return JUE_PLACE_READABLE;
  if (straight && is_below_any (path, needless, G_N_ELEMENTS (needless)))
    return JUE_PLACE_NEEDLESS;
  char *real = realpath (path, NULL);
  if (real == NULL && (errno == ENOENT || errno == ENOTDIR))
    return JUE_PLACE_MISSING;
  gboolean readable = real != NULL && is_in (real, self->real);
  free (real);
  if (readable)
    return JUE_PLACE_READABLE;
  if (!straight)
    return JUE_PLACE_CLOSED;
  ask_fontconfig (self);
  return is_in (path, self->fonts) || is_in (path, self->caches) ? JUE_PLACE_NEEDLESS : JUE_PLACE_CLOSED;
}

JuePlace
jue_places_find_written (JuePlaces *self, const char *path)
{
  /* fontconfig opens its caches to lock or renew them if they are older than the fonts, and goes on when it cannot */
  ask_fontconfig (self);
  gboolean habit = is_in (path, self->caches) || strcmp (path, "/dev/tty") == 0;
  return habit && strstr (path, "/..") == NULL ? JUE_PLACE_NEEDLESS : JUE_PLACE_CLOSED;
}
