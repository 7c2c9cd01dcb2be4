/*
 * The cell in which hostile bytes are parsed. Two locks, each enough against most harm:
 *   - a filter of system calls (sandbox-filter.c),
 *   - Landlock rules on what files may be read (here; places.c says which).
 * Whoever tries one of them rings a bell at the parent (bell.c), which ends the process and says what was tried.
 * Besides, the process has no capabilities, no file but those it works with, and can get no new privileges.
 *
 * What it leaves open: reading the fonts and the poppler-data of the machine, memory and time within the limits of guard.h.
 */
#define _GNU_SOURCE /* syscall, O_PATH */

#include "convert/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/capability.h>
#include <linux/seccomp.h>

#include "convert/bell.h"

/* These numbers are the same on all architectures; older headers lack them. */
#define CALL_CLOSE_RANGE 436
#define CALL_LANDLOCK_CREATE 444
#define CALL_LANDLOCK_ADD 445
#define CALL_LANDLOCK_RESTRICT 446

/* Landlock's interface as far as it is used here; headers may be older than the kernel. */
#define LANDLOCK_VERSION 1u
#define LANDLOCK_PATH_BENEATH 1
#define LANDLOCK_READ_FILE (1u << 2)
#define LANDLOCK_READ_DIR (1u << 3)
#define LANDLOCK_ALL_NET 3u    /* bind and connect, since version 4 */
#define LANDLOCK_ALL_SCOPES 3u /* abstract sockets and signals, since version 6 */

typedef struct {
  guint64 files, net, scopes;
} LandlockRules;

typedef struct {
  guint64 access;
  gint32 parent;
} __attribute__ ((packed)) LandlockPath;

static int
landlock_version (void)
{
  long version = syscall (CALL_LANDLOCK_CREATE, NULL, 0, LANDLOCK_VERSION);
  return version > 0 ? (int)version : 0;
}

guint
jue_sandbox_available (void)
{
  guint32 action = SECCOMP_RET_KILL_PROCESS;
  gboolean calls = syscall (SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
  return (calls ? JUE_SANDBOX_CALLS : 0) | (landlock_version () > 0 ? JUE_SANDBOX_FILES : 0)
         | (calls && jue_bell_works () ? JUE_SANDBOX_TELLS : 0);
}

static gboolean
is_kept (int fd, const int *keep, guint n)
{
  for (guint i = 0; i < n; i++)
    if (keep[i] == fd)
      return TRUE;
  return fd == STDERR_FILENO;
}

void
jue_sandbox_close_files (const int *keep, guint n)
{
  int null = open ("/dev/null", O_RDWR | O_CLOEXEC), last = STDERR_FILENO;
  if (null >= 0) {
    dup2 (null, STDIN_FILENO);
    dup2 (null, STDOUT_FILENO);
  }
  for (guint i = 0; i < n; i++)
    last = MAX (last, keep[i]);
  for (int fd = STDERR_FILENO + 1; fd < last; fd++)
    if (!is_kept (fd, keep, n))
      close (fd);
  if (syscall (CALL_CLOSE_RANGE, (unsigned)last + 1, ~0u, 0) == 0)
    return;
  struct rlimit limit = { 1024, 1024 };
  getrlimit (RLIMIT_NOFILE, &limit);
  for (int fd = last + 1; fd < (int)MIN (limit.rlim_cur, 65536); fd++)
    close (fd);
}

static void
allow_reading (int rules, const char *path)
{
  LandlockPath rule = { LANDLOCK_READ_FILE | LANDLOCK_READ_DIR, open (path, O_PATH | O_CLOEXEC) };
  if (rule.parent < 0)
    return;
  if (syscall (CALL_LANDLOCK_ADD, rules, LANDLOCK_PATH_BENEATH, &rule, 0) != 0) {
    rule.access = LANDLOCK_READ_FILE; /* all that a file takes */
    syscall (CALL_LANDLOCK_ADD, rules, LANDLOCK_PATH_BENEATH, &rule, 0);
  }
  close (rule.parent);
}

/* All rights over files that a version of Landlock knows. */
static guint64
all_rights (int version)
{
  guint n = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
  return (G_GUINT64_CONSTANT (1) << n) - 1;
}

gboolean
jue_sandbox_landlock (const JuePlaces *places)
{
  int version = landlock_version ();
  if (version == 0)
    return FALSE;
  LandlockRules all = { all_rights (version), LANDLOCK_ALL_NET, LANDLOCK_ALL_SCOPES };
  size_t size = version >= 6 ? sizeof all : version >= 4 ? 2 * sizeof (guint64) : sizeof (guint64);
  int rules = (int)syscall (CALL_LANDLOCK_CREATE, &all, size, 0);
  if (rules < 0)
    return FALSE;
  for (const char *const *path = jue_places_readable (places); *path != NULL; path++)
    allow_reading (rules, *path);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  gboolean done = syscall (CALL_LANDLOCK_RESTRICT, rules, 0) == 0;
  close (rules);
  return done;
}

static void
drop_capabilities (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = { { 0, 0, 0 } };
  syscall (SYS_capset, &header, none);
}

guint
jue_sandbox_enter (const JuePlaces *places, int parent)
{
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  guint in_force = jue_sandbox_landlock (places) ? JUE_SANDBOX_FILES : 0;
  drop_capabilities ();
  gboolean rings = parent >= 0 && jue_bell_hang (parent);
  return in_force | (rings ? JUE_SANDBOX_TELLS : 0) | (jue_sandbox_filter (rings) ? JUE_SANDBOX_CALLS : 0);
}
