#define _GNU_SOURCE /* CMSG_*, MSG_CMSG_CLOEXEC */

#include "convert/packet.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

/* Room for one file beside a packet. */
typedef union {
  struct cmsghdr header;
  char bytes[CMSG_SPACE (sizeof (int))];
} Control;

gboolean
jue_packet_send (int socket, const void *bytes, gsize length, int fd)
{
  Control control = { 0 };
  struct iovec part = { (void *)bytes, length };
  struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
  if (fd >= 0) {
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    struct cmsghdr *c = CMSG_FIRSTHDR (&message);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN (sizeof (int));
    memcpy (CMSG_DATA (c), &fd, sizeof (int));
  }
  ssize_t n;
  while ((n = sendmsg (socket, &message, MSG_NOSIGNAL)) < 0 && errno == EINTR)
    ;
  return n == (ssize_t)length;
}

gsize
jue_packet_receive (int socket, void *bytes, gsize size, int *fd)
{
  Control control;
  struct iovec part = { bytes, size };
  struct msghdr message = {
    .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control
  };
  ssize_t n;
  while ((n = recvmsg (socket, &message, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR)
    ;
  *fd = -1;
  const struct cmsghdr *c = n > 0 ? CMSG_FIRSTHDR (&message) : NULL;
  if (c != NULL && c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS)
    memcpy (fd, CMSG_DATA (c), sizeof *fd);
  return n > 0 ? (gsize)n : 0;
}
