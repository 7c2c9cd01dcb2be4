#ifndef DEEDS_H
#define DEEDS_H

/* What a process that reads PDFs may try, by name; most of it is forbidden. */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <glib.h>

/* Where files may be tried to be made; a folder of fonts that fontconfig knows and the sandbox does not. */
static char *folder, *own_fonts;

/* Names that a deed gives to the kernel. */
#define DEEDS_LINE_END "/etc/pass\nwd"
#define DEEDS_ROUNDABOUT "/usr/share/../../etc/passwd"

typedef struct {
  guint64 flags, mode, resolve;
} DeedsHow;

static inline gboolean
deeds_open_in (const char *start, const char *path)
{
  int there = open (start, O_RDONLY | O_DIRECTORY);
  return openat (there, path, O_RDONLY) >= 0;
}

static inline gboolean
deeds_open_second (const char *path)
{
  DeedsHow how = { O_RDONLY, 0, 0 };
  return syscall (437 /* openat2 */, AT_FDCWD, path, &how, sizeof how) >= 0;
}

/* Deeds with files. */
static inline gboolean
deeds_try_files (const char *deed)
{
  g_autofree char *target = g_build_filename (folder, "written", NULL);
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  if (strcmp (deed, "write") == 0)
    return open (target, O_WRONLY | O_CREAT, 0666) >= 0;
  if (strcmp (deed, "creat") == 0)
    return creat (target, 0666) >= 0;
  if (strcmp (deed, "write font") == 0)
    return open ("/usr/share/fonts/new", O_RDWR | O_CREAT, 0666) >= 0;
  if (strcmp (deed, "append") == 0)
    return open ("/dev/null", O_WRONLY) >= 0;
  if (strcmp (deed, "passwd") == 0)
    return open ("/etc/passwd", O_RDONLY) >= 0;
  if (strcmp (deed, "second") == 0)
    return deeds_open_second ("/etc/passwd");
  if (strcmp (deed, "roundabout") == 0)
    return open (DEEDS_ROUNDABOUT, O_RDONLY) >= 0;
  if (strcmp (deed, "from folder") == 0)
    return deeds_open_in ("/usr/share/fonts", "../../../etc/passwd");
  if (strcmp (deed, "list") == 0)
    return open ("/", O_RDONLY | O_DIRECTORY) >= 0;
  if (strcmp (deed, "remove") == 0)
    return unlink (target) == 0;
  if (strcmp (deed, "rename") == 0)
    return rename (other, target) == 0;
  if (strcmp (deed, "files") == 0) /* other files than those it needs */
    return fcntl (30, F_GETFD) >= 0;
  if (strcmp (deed, "fonts") == 0)
    return open ("/usr/share/fonts", O_RDONLY | O_DIRECTORY) >= 0;
  if (strcmp (deed, "in fonts") == 0)
    return deeds_open_in ("/usr/share/fonts", ".") && deeds_open_in ("/usr/share", "fonts");
  if (strcmp (deed, "data") == 0)
    return open ("/usr/share/poppler", O_RDONLY | O_DIRECTORY) >= 0;
  if (strcmp (deed, "missing") == 0)
    return open (DEEDS_LINE_END, O_RDONLY) >= 0 || errno != ENOENT;
  if (strcmp (deed, "own fonts") == 0)
    return open (own_fonts, O_RDONLY | O_DIRECTORY) >= 0 || errno != EACCES;
  if (strcmp (deed, "time") == 0)
    return open ("/etc/localtime", O_RDONLY) >= 0 || errno != EACCES;
  if (strcmp (deed, "cache") == 0)
    return open ("/var/cache/fontconfig/x", O_RDWR) >= 0;
  return strcmp (deed, "line end") == 0 && open (DEEDS_LINE_END, O_WRONLY | O_CREAT, 0666) >= 0;
}

/* deeds_try: Returns: whether it could be done. */
static inline gboolean
deeds_try (const char *deed)
{
  static char shell[] = "/bin/true";
  char *const arguments[] = { shell, NULL };
  if (strcmp (deed, "socket") == 0)
    return socket (AF_INET, SOCK_STREAM, 0) >= 0;
  if (strcmp (deed, "local socket") == 0)
    return socket (AF_UNIX, SOCK_STREAM, 0) >= 0;
  if (strcmp (deed, "exec") == 0)
    return execv (shell, arguments) == 0;
  if (strcmp (deed, "fork") == 0)
    return fork () >= 0;
  if (strcmp (deed, "kill") == 0)
    return kill (getppid (), 0) == 0;
  return deeds_try_files (deed);
}

#endif
