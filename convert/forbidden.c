#define _GNU_SOURCE /* the numbers of all calls */

#include "convert/forbidden.h"

#include <sys/syscall.h>

/* clang-format off */
#define OPENS(call, path, folder, flags) { call, "open", path, folder, flags, FALSE }
#define CHANGES(call, words, path, folder) { call, words, path, folder, -1, FALSE }
#define DEADLY(call, words) { call, words, -1, -1, -1, TRUE }

static const JueForbidden calls[] = {
  OPENS (SYS_openat, 1, 0, 2),
  OPENS (JUE_CALL_OPENAT2, 1, 0, 2),
  CHANGES (SYS_open_by_handle_at, "open a file by its handle", -1, -1),
  CHANGES (SYS_truncate, "cut", 0, -1),
  CHANGES (SYS_unlinkat, "remove", 1, 0),
  CHANGES (SYS_renameat2, "rename", 1, 0),
  CHANGES (SYS_linkat, "link to", 1, 0),
  CHANGES (SYS_symlinkat, "make the link", 2, 1),
  CHANGES (SYS_mknodat, "make", 1, 0),
#ifdef SYS_open
  OPENS (SYS_open, 0, -1, 1),
#endif
#ifdef SYS_creat
  { SYS_creat, "write", 0, -1, -1, TRUE },
#endif
#ifdef SYS_unlink
  CHANGES (SYS_unlink, "remove", 0, -1),
  CHANGES (SYS_rmdir, "remove", 0, -1),
  CHANGES (SYS_rename, "rename", 0, -1),
  CHANGES (SYS_link, "link to", 0, -1),
  CHANGES (SYS_symlink, "make the link", 1, -1),
  CHANGES (SYS_mknod, "make", 0, -1),
#endif
#ifdef SYS_renameat
  CHANGES (SYS_renameat, "rename", 1, 0),
#endif
  DEADLY (SYS_socket, "open a socket"),
  DEADLY (SYS_socketpair, "open a socket"),
  DEADLY (SYS_connect, "reach the network"),
  DEADLY (SYS_bind, "reach the network"),
  DEADLY (SYS_listen, "reach the network"),
  DEADLY (SYS_accept, "reach the network"),
  DEADLY (SYS_accept4, "reach the network"),
  DEADLY (SYS_sendto, "reach the network"),
  { SYS_execve, "run the program", 0, -1, -1, TRUE },
  { SYS_execveat, "run the program", 1, 0, -1, TRUE },
  DEADLY (SYS_ptrace, "reach into another process"),
  DEADLY (SYS_process_vm_readv, "reach into another process"),
  DEADLY (SYS_process_vm_writev, "reach into another process"),
  DEADLY (SYS_kill, "send a signal"),
  DEADLY (SYS_mount, "mount a file system"),
  DEADLY (SYS_umount2, "unmount a file system"),
  DEADLY (SYS_pivot_root, "change its root"),
  DEADLY (SYS_chroot, "change its root"),
  DEADLY (SYS_setns, "change its namespace"),
  DEADLY (SYS_unshare, "change its namespace"),
  DEADLY (SYS_bpf, "give the kernel a program"),
  DEADLY (SYS_init_module, "load a module of the kernel"),
  DEADLY (SYS_finit_module, "load a module of the kernel"),
  DEADLY (SYS_kexec_load, "load a kernel"),
  DEADLY (SYS_keyctl, "reach the keys of the kernel"),
  DEADLY (SYS_add_key, "reach the keys of the kernel"),
  DEADLY (SYS_perf_event_open, "watch other processes"),
#ifdef SYS_userfaultfd
  DEADLY (SYS_userfaultfd, "handle faults of memory"),
#endif
#ifdef SYS_io_uring_setup
  DEADLY (SYS_io_uring_setup, "open a ring of requests"),
#endif
#ifdef SYS_fork
  DEADLY (SYS_fork, "start a process"),
  DEADLY (SYS_vfork, "start a process"),
#endif
};
/* clang-format on */

const JueForbidden *
jue_forbidden_calls (guint *n)
{
  *n = G_N_ELEMENTS (calls);
  return calls;
}
