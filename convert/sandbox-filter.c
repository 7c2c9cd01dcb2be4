/*
 * The filter of system calls, as a program for the kernel's packet filter machine:
 *
 *   wrong architecture → end the process
 *   number in `allowed` → go on         number among the forbidden ones (forbidden.h) → end the process, or fail
 *   a few look at an argument (open for reading only, …)
 *   all else fails with EPERM, which libraries take for a missing right
 *
 * Where a bell is hung (bell.h), a filter of its own has the forbidden calls wait for the parent's answer, and this one lets
 * them pass: of two answers the kernel takes the harder one, and "wait" is a soft one. Without a parent to answer, or after
 * it has closed its end, they fail.
 *
 * Memory that is written and run is allowed: the regular expressions are compiled to machine code.
 */
#define _GNU_SOURCE /* the numbers of all calls, CLONE_THREAD, O_TMPFILE */

#include "convert/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include "convert/forbidden.h"

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCHITECTURE AUDIT_ARCH_RISCV64
#elif defined(__loongarch64)
#define ARCHITECTURE AUDIT_ARCH_LOONGARCH64
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#define ARCHITECTURE AUDIT_ARCH_PPC64LE
#else
#define ARCHITECTURE 0 /* unknown: no filter */
#endif

/* Calls of x86-64's second interface have this bit. */
#define X32_BIT 0x40000000u

#define END SECCOMP_RET_KILL_PROCESS
#define FAIL (SECCOMP_RET_ERRNO | EPERM)
#define PASS SECCOMP_RET_ALLOW

/* clang-format off */
static const int allowed[] = {
  SYS_read, SYS_pread64, SYS_readv, SYS_write, SYS_writev, SYS_close, SYS_lseek, SYS_fstat, SYS_statx, SYS_ftruncate,
  SYS_mmap, SYS_mprotect, SYS_munmap, SYS_mremap, SYS_madvise, SYS_brk, SYS_membarrier, SYS_readlinkat, SYS_getdents64,
  SYS_statfs, SYS_fstatfs, SYS_fcntl, SYS_dup, SYS_dup3, SYS_fadvise64, SYS_getcwd, SYS_recvmsg, SYS_ppoll, SYS_pipe2,
  SYS_eventfd2, SYS_futex, SYS_sched_yield, SYS_sched_getaffinity, SYS_set_robust_list, SYS_get_robust_list,
  SYS_set_tid_address, SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_rt_sigpending, SYS_sigaltstack,
  SYS_restart_syscall, SYS_getpid, SYS_gettid, SYS_getppid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid,
  SYS_getrusage, SYS_times, SYS_sysinfo, SYS_uname, SYS_getrandom, SYS_gettimeofday, SYS_clock_gettime, SYS_clock_getres,
  SYS_clock_nanosleep, SYS_nanosleep, SYS_exit, SYS_exit_group,
#ifdef SYS_newfstatat
  SYS_newfstatat,
#endif
#ifdef SYS_stat
  SYS_stat, SYS_lstat,
#endif
#ifdef SYS_readlink
  SYS_readlink,
#endif
#ifdef SYS_poll
  SYS_poll,
#endif
#ifdef SYS_dup2
  SYS_dup2,
#endif
#ifdef SYS_time
  SYS_time,
#endif
#ifdef SYS_getrlimit
  SYS_getrlimit,
#endif
#ifdef SYS_rseq
  SYS_rseq,
#endif
};

/* clang-format on */

/* What half of a call's argument must be. */
typedef struct {
  int call;
  guint argument;
  gboolean high;       /* the upper 32 bits, not the lower */
  guint32 mask, value; /* half & mask = value … */
  guint32 right;       /* … then this answer; NEXT = the next condition decides */
  guint32 wrong;       /* else this one */
} Condition;

#define NEXT 1

static void
add (GArray *program, guint16 code, guint8 yes, guint8 no, guint32 k)
{
  struct sock_filter step = { code, yes, no, k };
  g_array_append_val (program, step);
}

static void
load (GArray *program, size_t offset)
{
  add (program, BPF_LD | BPF_W | BPF_ABS, 0, 0, (guint32)offset);
}

static void
answer (GArray *program, guint32 what)
{
  add (program, BPF_RET | BPF_K, 0, 0, what);
}

static void
add_call (GArray *program, int call, guint32 what)
{
  add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, (guint32)call);
  answer (program, what);
}

static void
add_calls (GArray *program, const int *calls, guint n, guint32 what)
{
  for (guint i = 0; i < n; i++)
    add_call (program, calls[i], what);
}

/* @rings: a bell is hung. */
static void
add_forbidden (GArray *program, gboolean rings)
{
  guint n;
  const JueForbidden *calls = jue_forbidden_calls (&n);
  for (guint i = 0; i < n; i++)
    if (rings || calls[i].deadly)
      add_call (program, calls[i].call, rings ? PASS : END);
}

/* Goes to the next condition unless the call is the one meant. */
static void
add_condition (GArray *program, const Condition *c)
{
  gboolean second_word = c->high == (G_BYTE_ORDER == G_LITTLE_ENDIAN);
  guint8 length = c->right == NEXT ? 4 : 5;
  load (program, offsetof (struct seccomp_data, nr));
  add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, length, (guint32)c->call);
  load (program, offsetof (struct seccomp_data, args) + 8 * c->argument + (second_word ? 4 : 0));
  add (program, BPF_ALU | BPF_AND | BPF_K, 0, 0, c->mask);
  if (c->right == NEXT) {
    add (program, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, c->value);
  } else {
    add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, c->value);
    answer (program, c->right);
  }
  answer (program, c->wrong);
}

/* @fork: what a call gets that starts a process, not a thread. */
static void
add_clone (GArray *program, guint32 fork)
{
  add_condition (program, &(Condition){ SYS_clone, 0, FALSE, CLONE_THREAD, CLONE_THREAD, PASS, fork });
}

static void
add_conditions (GArray *program)
{
  const guint32 making = O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY), all = ~0u;
  const Condition conditions[] = {
#ifdef SYS_open
    { SYS_open, 1, FALSE, making, 0, NEXT, END },
    { SYS_open, 1, FALSE, O_ACCMODE, O_RDONLY, PASS, FAIL },
#endif
    { SYS_openat, 2, FALSE, making, 0, NEXT, END },
    { SYS_openat, 2, FALSE, O_ACCMODE, O_RDONLY, PASS, FAIL }, /* fontconfig tries to lock its cache */
#ifdef SYS_access
    { SYS_access, 1, FALSE, W_OK, 0, PASS, FAIL }, /* … and would write it anew if it may */
#endif
    { SYS_faccessat, 2, FALSE, W_OK, 0, PASS, FAIL },
#ifdef SYS_prlimit64
    { SYS_prlimit64, 2, FALSE, all, 0, NEXT, FAIL }, /* asking for limits, not setting them */
    { SYS_prlimit64, 2, TRUE, all, 0, PASS, FAIL },
#endif
    { SYS_prctl, 0, FALSE, all, PR_SET_NAME, PASS, FAIL },
    { SYS_tgkill, 0, FALSE, all, (guint32)getpid (), PASS, END }, /* abort */
  };
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    add_condition (program, &conditions[i]);
}

/* Refuses what has numbers of its own. The number of the call is loaded then. */
static void
add_beginning (GArray *program)
{
  load (program, offsetof (struct seccomp_data, arch));
  add (program, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, ARCHITECTURE);
  answer (program, END);
  load (program, offsetof (struct seccomp_data, nr));
#ifdef __x86_64__
  add (program, BPF_JMP | BPF_JGE | BPF_K, 0, 1, X32_BIT);
  answer (program, END);
#endif
}

static int
install (const GArray *program, guint flags)
{
  struct sock_fprog code = { (unsigned short)program->len, (struct sock_filter *)(void *)program->data };
  return ARCHITECTURE != 0 ? (int)syscall (SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &code) : -1;
}

gboolean
jue_sandbox_filter (gboolean rings)
{
  static const int unknown[] = { 435 /* clone3: the C library then takes clone */ };
  g_autoptr (GArray) program = g_array_new (FALSE, FALSE, sizeof (struct sock_filter));
  add_beginning (program);
  add_calls (program, allowed, G_N_ELEMENTS (allowed), PASS);
  add_forbidden (program, rings);
  add_calls (program, unknown, G_N_ELEMENTS (unknown), SECCOMP_RET_ERRNO | ENOSYS);
  add_clone (program, rings ? PASS : END);
  add_conditions (program);
  answer (program, FAIL);
  return install (program, 0) == 0;
}

int
jue_sandbox_filter_bell (void)
{
  g_autoptr (GArray) program = g_array_new (FALSE, FALSE, sizeof (struct sock_filter));
  guint n;
  const JueForbidden *calls = jue_forbidden_calls (&n);
  add_beginning (program);
  for (guint i = 0; i < n; i++)
    add_call (program, calls[i].call, SECCOMP_RET_USER_NOTIF);
  add_clone (program, SECCOMP_RET_USER_NOTIF);
  answer (program, PASS);
  return install (program, SECCOMP_FILTER_FLAG_NEW_LISTENER);
}
