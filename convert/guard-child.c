/*
 * One request is one packet: the pages to skip as decimal numbers, each ended by a blank; a line end; the reason on a line
 * of its own; the request. The open file travels beside it. The answer is what the job wrote, and "end STATUS" on a line.
 */
#define _GNU_SOURCE /* SOCK_CLOEXEC, pipe2 */

#include "convert/guard-child.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "convert/packet.h"
#include "extract/error.h"

/* A request and what goes before it. */
#define MAX_PACKET (JUE_GUARD_MAX_REQUEST + 4096)

/* Limits the child and keeps libraries from writing on our standard error. */
static void
confine (const JueGuardLimits *limits, pid_t parent)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (getppid () != parent)
    _exit (EXIT_FAILURE);
  if (JUE_SANITIZED)
    return;
  struct rlimit memory = { limits->memory, limits->memory }, none = { 0, 0 };
  if (limits->memory != 0)
    setrlimit (RLIMIT_AS, &memory);
  setrlimit (RLIMIT_CORE, &none);
  int null = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  if (null >= 0) {
    dup2 (null, STDERR_FILENO);
    close (null);
  }
}

/* Takes a packet apart, which is cut into pieces. */
static void
read_packet (char *packet, JueGuardContext *context)
{
  char *p = packet;
  context->skip_pages = g_array_new (FALSE, FALSE, sizeof (guint));
  while (g_ascii_isdigit (*p)) {
    guint page = (guint)g_ascii_strtoull (p, &p, 10);
    g_array_append_val (context->skip_pages, page);
    p += *p == ' ' ? 1 : 0;
  }
  char *reason = p + 1;
  char *end = strchr (reason, '\n');
  context->skip_reason = end > reason ? g_strndup (reason, (gsize)(end - reason)) : NULL;
  context->request = end + 1;
}

static gboolean
answer (const JueGuardJob *job, JueGuardContext *context, char *packet, FILE *replies)
{
  read_packet (packet, context);
  int status = job->run (job->data, context, replies);
  fprintf (replies, "end %d\n", status);
  g_array_free (context->skip_pages, TRUE);
  g_clear_pointer (&context->skip_reason, g_free);
  return fflush (replies) == 0;
}

static void G_GNUC_NORETURN
serve (const JueGuardJob *job, volatile guint *current_page, int requests, int replies)
{
  char *packet = g_malloc (MAX_PACKET + 1);
  FILE *out = fdopen (replies, "w");
  gboolean good = out != NULL && (job->prepare == NULL || job->prepare (job->data, requests, replies));
  JueGuardContext context = { .current_page = current_page };
  size_t length;
  while (good && (length = jue_packet_receive (requests, packet, MAX_PACKET, &context.fd)) > 0) {
    packet[length] = '\0';
    good = answer (job, &context, packet, out);
  }
  g_free (packet);
  if (JUE_SANITIZED) {
    if (out != NULL)
      fclose (out);
    exit (good ? EXIT_SUCCESS : EXIT_FAILURE); /* lets the leak check run */
  }
  _exit (good ? EXIT_SUCCESS : EXIT_FAILURE);
}

gboolean
jue_guard_child_start (JueGuardChild *self, const JueGuardJob *job, const JueGuardLimits *limits,
                       volatile guint *current_page, const sigset_t *mask, GError **error)
{
  int sockets[2] = { -1, -1 }, pipes[2] = { -1, -1 };
  pid_t parent = getpid (), pid = -1;
  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) == 0 && pipe2 (pipes, O_CLOEXEC) == 0) {
    fflush (NULL);
    pid = fork ();
  }
  if (pid == 0) {
    close (sockets[0]);
    close (pipes[0]);
    sigprocmask (SIG_SETMASK, mask, NULL);
    confine (limits, parent);
    serve (job, current_page, sockets[1], pipes[1]);
  }
  if (pid < 0)
    g_set_error (error, JUE_ERROR, JUE_ERROR_SYSTEM, "cannot start a process: %s", g_strerror (errno));
  for (guint i = pid > 0 ? 1 : 0; i < 2; i++) {
    if (sockets[i] >= 0)
      close (sockets[i]);
    if (pipes[i] >= 0)
      close (pipes[i]);
  }
  if (pid > 0)
    *self = (JueGuardChild){ pid, sockets[0], pipes[0], -1 };
  return pid > 0;
}

static GString *
make_packet (const JueGuardContext *context)
{
  GString *packet = g_string_new (NULL);
  for (guint i = 0; i < context->skip_pages->len; i++)
    g_string_append_printf (packet, "%u ", g_array_index (context->skip_pages, guint, i));
  g_string_append_printf (packet, "\n%s\n%s", context->skip_reason != NULL ? context->skip_reason : "",
                          context->request);
  return packet;
}

gboolean
jue_guard_child_send (const JueGuardChild *self, const JueGuardContext *context)
{
  GString *packet = make_packet (context);
  gboolean sent = jue_packet_send (self->requests, packet->str, packet->len, context->fd);
  g_string_free (packet, TRUE);
  return sent;
}

void
jue_guard_child_take_bell (JueGuardChild *self)
{
  char word[8];
  if (self->bell < 0)
    jue_packet_receive (self->requests, word, sizeof word, &self->bell);
}

int
jue_guard_child_reap (JueGuardChild *self)
{
  int wait_status = 0;
  close (self->requests);
  close (self->replies);
  if (self->bell >= 0)
    close (self->bell); /* whoever rings now is refused, so it will not wait for us */
  while (waitpid (self->pid, &wait_status, 0) < 0 && errno == EINTR)
    ;
  *self = (JueGuardChild){ 0, -1, -1, -1 };
  return wait_status;
}

gint64
jue_guard_child_cpu (const JueGuardChild *self)
{
  clockid_t clock;
  struct timespec t;
  if (clock_getcpuclockid (self->pid, &clock) != 0 || clock_gettime (clock, &t) != 0)
    return 0;
  return (gint64)t.tv_sec * G_USEC_PER_SEC + t.tv_nsec / 1000;
}
