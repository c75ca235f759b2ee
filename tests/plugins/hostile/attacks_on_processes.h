/* SPDX-License-Identifier: GPL-2.0-or-later
 * Attempts to start, become, trace or disturb a process.
 */
#ifndef GUIDEPOST_ATTACKS_ON_PROCESSES_H
#define GUIDEPOST_ATTACKS_ON_PROCESSES_H

#include "tests/plugins/hostile/targets.h"

static int fork_once(const targets* at)
{
    (void)at;
    return was_born(fork());
}
static int fork_raw(const targets* at)
{
    (void)at;
    return was_born((pid_t)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
}
static int clone_three(const targets* at)
{
    unsigned long long arguments[11] = {0};
    arguments[4] = SIGCHLD;
    (void)at;
    return was_born((pid_t)syscall(SYS_clone3, arguments, sizeof arguments));
}
static int spawn_program(const targets* at)
{
    pid_t child = 0;
    char* argv[] = {(char*)"true", NULL};
    (void)at;
    if (posix_spawn(&child, "/bin/true", NULL, NULL, argv, NULL) != 0)
        return 0;
    waitpid(child, NULL, 0);
    return 1;
}
static int run_shell(const targets* at)
{
    (void)at;
    return system("true") == 0;
}
static int pipe_to_shell(const targets* at)
{
    char byte;
    (void)at;
    FILE* shell = popen("echo x", "r");
    if (!shell)
        return 0;
    const int got = fread(&byte, 1, 1, shell) == 1;
    pclose(shell);
    return got;
}
static int become_program(const targets* at)
{
    /* To succeed is not to return: a program that is not there shows whether the call was let in. */
    char* argv[] = {(char*)"x", NULL};
    (void)at;
    execve("/nowhere/at/all", argv, NULL);
    return errno == ENOENT;
}
static int become_by_file(const targets* at)
{
    char* argv[] = {(char*)"x", NULL};
    (void)at;
    syscall(SYS_execveat, 4, "nothing", argv, NULL, 0);
    return errno == ENOTDIR || errno == EBADF;
}
static int trace_me(const targets* at)
{
    (void)at;
    return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0;
}
static int trace_parent(const targets* at)
{
    (void)at;
    return ptrace(PTRACE_SEIZE, getppid(), NULL, NULL) == 0;
}
static int read_parent(const targets* at)
{
    char byte;
    const struct iovec here = {&byte, 1}, there = {(void*)&errno, 1};
    (void)at;
    /* A wrong address is answered only when the call was let in. */
    return process_vm_readv((pid_t)syscall(SYS_getppid), &here, 1, &there, 1, 0) == 1 || errno == EFAULT;
}
static int signal_parent(const targets* at)
{
    (void)at;
    return kill(getppid(), 0) == 0;
}
static int signal_all(const targets* at)
{
    (void)at;
    return kill(1, 0) == 0;
}
static int signal_thread(const targets* at)
{
    (void)at;
    return syscall(SYS_tgkill, 1, 1, 0) == 0;
}
static int hold_parent(const targets* at)
{
    (void)at;
    return closes((int)syscall(SYS_pidfd_open, getppid(), 0));
}
static int new_world(const targets* at)
{
    (void)at;
    return unshare(CLONE_NEWUSER) == 0 || unshare(CLONE_NEWNS) == 0;
}
static int mount_over(const targets* at)
{
    return mount("none", at->home, "tmpfs", 0, NULL) == 0 && umount2(at->home, MNT_DETACH) == 0;
}
static int raise_limit(const targets* at)
{
    const struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};
    (void)at;
    return setrlimit(RLIMIT_NPROC, &more) == 0;
}
static int dump_core(const targets* at)
{
    (void)at;
    return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0;
}
static int nameless_file(const targets* at)
{
    (void)at;
    return closes(memfd_create("x", 0));
}
static int watch_kernel(const targets* at)
{
    char attributes[128] = {0};
    (void)at;
    return closes((int)syscall(SYS_perf_event_open, attributes, 0, -1, -1, 0)) || errno == E2BIG;
}
static int use_bpf(const targets* at)
{
    char attributes[128] = {0};
    (void)at;
    return closes((int)syscall(SYS_bpf, 0, attributes, sizeof attributes)) || errno == EINVAL;
}
static int write_code(const targets* at)
{
    (void)at;
    void* page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED && munmap(page, 4096) == 0;
}
static int turn_into_code(const targets* at)
{
    (void)at;
    void* page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED && mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
}

#endif
