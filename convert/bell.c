#define _GNU_SOURCE /* process_vm_readv, O_TMPFILE */

#include "convert/bell.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <linux/seccomp.h>

#include "convert/forbidden.h"
#include "convert/packet.h"
#include "convert/sandbox.h"

/* Since Linux 5.5 and 6.6; headers may be older. */
#define FLAG_CONTINUE 1u
#define SET_FLAGS _IOW (SECCOMP_IOC_MAGIC, 4, guint64)
#define SAME_PROCESSOR G_GUINT64_CONSTANT (1)

/* Bytes of the smallest pages of memory that processors have. */
#define PAGE 4096u

/* How long the process that tries it all out may take, milliseconds. */
#define TRIAL_TIME 2000

/* A question of the kernel, and who may read what. */
typedef struct {
  int bell;
  JuePlaces *places;
  const struct seccomp_notif *notif;
} Question;

gboolean
jue_bell_hang (int parent)
{
  int bell = jue_sandbox_filter_bell ();
  if (bell < 0)
    return FALSE;
  guint64 flags = SAME_PROCESSOR;
  ioctl (bell, SET_FLAGS, flags); /* only makes it faster */
  gboolean sent = jue_packet_send (parent, "bell", 4, bell);
  close (bell);
  return sent;
}

/* The kernel's structures may have grown since its headers were written. */
static void
find_sizes (gsize *question, gsize *answer)
{
  struct seccomp_notif_sizes sizes = { 0 };
  syscall (SYS_seccomp, SECCOMP_GET_NOTIF_SIZES, 0, &sizes);
  *question = MAX (sizes.seccomp_notif, sizeof (struct seccomp_notif));
  *answer = MAX (sizes.seccomp_notif_resp, sizeof (struct seccomp_notif_resp));
}

/* @error: 0 = the kernel shall go on with the call; else the call fails. */
static void
reply (const Question *self, int error)
{
  gsize question, size;
  find_sizes (&question, &size);
  g_autofree struct seccomp_notif_resp *answer = g_malloc0 (size);
  answer->id = self->notif->id;
  answer->error = -error;
  answer->flags = error == 0 ? FLAG_CONTINUE : 0;
  ioctl (self->bell, SECCOMP_IOCTL_NOTIF_SEND, answer);
}

/* Copies @size bytes of the process's memory. */
static gboolean
peek (const Question *self, guint64 address, void *to, gsize size)
{
  struct iovec here = { to, size }, there = { (void *)(guintptr)address, size };
  return process_vm_readv ((pid_t)self->notif->pid, &here, 1, &there, 1, 0) == (ssize_t)size;
}

/* The path that a call was given, from the root or our own current folder; NULL if it cannot be read. */
static char *
read_path (const Question *self, const JueForbidden *call)
{
  char text[PATH_MAX];
  guint64 address = self->notif->data.args[call->path];
  gsize at = 0, length;
  do { /* what lies behind its end may be no memory, so up to the end of a page at once */
    length = MIN (sizeof text - at, PAGE - (address + at) % PAGE);
    if (length == 0 || !peek (self, address + at, text + at, length))
      return NULL;
    at += length;
  } while (memchr (text + at - length, 0, length) == NULL);
  int folder = call->folder >= 0 ? (int)self->notif->data.args[call->folder] : AT_FDCWD;
  if (*text == '/' || folder == AT_FDCWD)
    return g_strdup (text);
  return g_strdup_printf ("/proc/%u/fd/%d/%s", self->notif->pid, folder, text);
}

/* How a file shall be opened; for writing if that cannot be read. */
static guint64
read_flags (const Question *self, const JueForbidden *call)
{
  guint64 flags = self->notif->data.args[call->flags], value = O_WRONLY;
  if (call->call != JUE_CALL_OPENAT2)
    return flags;
  return peek (self, flags, &value, sizeof value) ? value : O_WRONLY;
}

static char *
describe (const char *words, const char *path, const char *end)
{
  g_autofree char *cut = g_strndup (path, JUE_BELL_MAX_PATH);
  g_autofree char *text = g_utf8_make_valid (cut, -1);
  for (char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = '?';
  return g_strconcat (words, " ", text, strlen (path) > JUE_BELL_MAX_PATH ? "…" : "", end, NULL);
}

/*
 * Whether a file may be opened. Between this look at the path and the kernel's own, another thread of the process may
 * change it. That opens no door: what may be opened is still up to Landlock and to the other half of the filter; only an
 * attempt might be told less well.
 */
static char *
judge_opening (const Question *self, const JueForbidden *call, const char *path)
{
  guint64 flags = read_flags (self, call);
  gboolean makes = (flags & (O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY))) != 0;
  gboolean writes = makes || (flags & O_ACCMODE) != O_RDONLY;
  JuePlace place = makes    ? JUE_PLACE_CLOSED
                   : writes ? jue_places_find_written (self->places, path)
                            : jue_places_find (self->places, path);
  int missing = errno;
  if (place == JUE_PLACE_CLOSED)
    return describe (call->words, path, writes ? " for writing" : " for reading");
  reply (self, place == JUE_PLACE_READABLE ? 0 : place == JUE_PLACE_MISSING ? missing : EACCES);
  return NULL;
}

static char *
judge (const Question *self)
{
  guint n;
  const JueForbidden *calls = jue_forbidden_calls (&n), *call = NULL;
  for (guint i = 0; i < n && call == NULL; i++)
    call = calls[i].call == self->notif->data.nr ? &calls[i] : NULL;
  if (call == NULL)
    return g_strdup ("start a process"); /* clone: it rings only then */
  g_autofree char *path = call->path >= 0 ? read_path (self, call) : NULL;
  guint64 id = self->notif->id;
  if (call->path < 0)
    return g_strdup (call->words);
  if (ioctl (self->bell, SECCOMP_IOCTL_NOTIF_ID_VALID, &id) != 0)
    return NULL; /* it has died meanwhile, and this was another's memory */
  if (call->flags >= 0 && path != NULL)
    return judge_opening (self, call, path);
  return describe (call->words, path != NULL ? path : "something", "");
}

char *
jue_bell_answer (int bell, JuePlaces *places)
{
  gsize size, answer;
  find_sizes (&size, &answer);
  g_autofree struct seccomp_notif *notif = g_malloc0 (size);
  if (ioctl (bell, SECCOMP_IOCTL_NOTIF_RECV, notif) != 0)
    return NULL;
  return judge (&(Question){ bell, places, notif });
}

/* What is tried: the root, by a name that needs no knowledge of this machine to be judged. */
#define TRIAL "/.."

/* In the parent of the process that tries it out. */
static gboolean
hear_trial (int socket)
{
  char word[4];
  int bell;
  if (jue_packet_receive (socket, word, sizeof word, &bell) == 0 || bell < 0)
    return FALSE;
  g_autoptr (JuePlaces) places = jue_places_new ();
  struct pollfd p = { bell, POLLIN, 0 };
  g_autofree char *tried =
      poll (&p, 1, TRIAL_TIME) > 0 && (p.revents & POLLIN) != 0 ? jue_bell_answer (bell, places) : NULL;
  close (bell);
  return g_strcmp0 (tried, "open " TRIAL " for reading") == 0;
}

gboolean
jue_bell_works (void)
{
  int sockets[2];
  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0)
    return FALSE;
  pid_t pid = fork ();
  if (pid == 0) {
    close (sockets[0]);
    prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (jue_bell_hang (sockets[1]))
      open (TRIAL, O_RDONLY | O_CLOEXEC);
    _exit (EXIT_SUCCESS);
  }
  close (sockets[1]);
  gboolean works = pid > 0 && hear_trial (sockets[0]);
  close (sockets[0]);
  if (pid > 0) {
    kill (pid, SIGKILL);
    while (waitpid (pid, NULL, 0) < 0 && errno == EINTR)
      ;
  }
  return works;
}
