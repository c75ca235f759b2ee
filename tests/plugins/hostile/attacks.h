/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a module must not be able to do, each as a function that says whether it could. The module
 * `breakout` tries them confined; the program `unconfined` tries them free, so that the count of what was
 * stopped means something.
 */
#ifndef GUIDEPOST_ATTACKS_H
#define GUIDEPOST_ATTACKS_H

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* What there is to attack: made fresh by the test. */
typedef struct targets {
    char home[512]; /* a folder with secret.txt and case.txt in it, outside the module's */
    int port;       /* somebody listens here on 127.0.0.1 */
} targets;

typedef struct attack {
    const char* layer; /* files | network | processes | memory */
    const char* name;
    int (*succeeds)(const targets*);
} attack;

static const char* in_home(const targets* at, const char* name)
{
    static char path[600];
    snprintf(path, sizeof path, "%s/%s", at->home, name);
    return path;
}

static int closes(int fd)
{
    if (fd < 0)
        return 0;
    close(fd);
    return 1;
}

static int reads(const char* path)
{
    char byte = 0;
    const int fd = open(path, O_RDONLY);
    if (fd < 0)
        return 0;
    const ssize_t got = read(fd, &byte, 1);
    close(fd);
    return got == 1;
}

static int writes(const char* path, int flags)
{
    const int fd = open(path, flags, 0600);
    if (fd < 0)
        return 0;
    const ssize_t put = write(fd, "x", 1);
    close(fd);
    return put == 1 || (flags & O_TRUNC);
}

static int lists(const char* path)
{
    DIR* folder = opendir(path);
    if (!folder)
        return 0;
    const int any = readdir(folder) != NULL;
    closedir(folder);
    return any;
}

/* A child that lives only to have lived. */
static int was_born(pid_t child)
{
    if (child == 0)
        _exit(0);
    if (child < 0)
        return 0;
    waitpid(child, NULL, 0);
    return 1;
}

/* Files. */
static int read_home(const targets* at)
{
    return reads(in_home(at, "secret.txt"));
}
static int list_home(const targets* at)
{
    return lists(at->home);
}
static int read_passwd(const targets* at)
{
    (void)at;
    return reads("/etc/passwd");
}
static int read_shadow(const targets* at)
{
    (void)at;
    return reads("/etc/shadow");
}
static int read_environment(const targets* at)
{
    (void)at;
    return reads("/proc/1/environ");
}
static int read_mounts(const targets* at)
{
    (void)at;
    return reads("/proc/mounts");
}
static int read_own_memory(const targets* at)
{
    (void)at;
    return reads("/proc/self/maps");
}
static int list_root(const targets* at)
{
    (void)at;
    return lists("/");
}
static int list_processes(const targets* at)
{
    (void)at;
    return lists("/proc");
}
static int list_parent(const targets* at)
{
    (void)at;
    return lists("..");
}
static int read_library(const targets* at)
{
    (void)at;
    return reads("/etc/ld.so.cache");
}
static int climb_out(const targets* at)
{
    char path[700];
    snprintf(path, sizeof path, "../../../../../../../../../..%s/secret.txt", at->home);
    return reads(path);
}
static int move_and_read(const targets* at)
{
    return chdir(at->home) == 0 && reads("secret.txt");
}
static int create_here(const targets* at)
{
    (void)at;
    return writes("left-behind", O_WRONLY | O_CREAT);
}
static int create_in_tmp(const targets* at)
{
    (void)at;
    return writes("/tmp/guidepost-left-behind", O_WRONLY | O_CREAT);
}
static int create_in_home(const targets* at)
{
    return writes(in_home(at, "new"), O_WRONLY | O_CREAT);
}
static int create_nameless(const targets* at)
{
    return writes(at->home, O_WRONLY | O_TMPFILE);
}
static int create_shared(const targets* at)
{
    (void)at;
    return closes(shm_open("/guidepost-left", O_RDWR | O_CREAT, 0600));
}
static int create_queue(const targets* at)
{
    (void)at;
    return closes(mq_open("/guidepost-left", O_RDWR | O_CREAT, 0600, NULL));
}
static int write_home(const targets* at)
{
    return writes(in_home(at, "case.txt"), O_WRONLY);
}
static int append_home(const targets* at)
{
    return writes(in_home(at, "case.txt"), O_WRONLY | O_APPEND);
}
static int empty_home(const targets* at)
{
    return writes(in_home(at, "case.txt"), O_WRONLY | O_TRUNC);
}
static int cut_home(const targets* at)
{
    return truncate(in_home(at, "case.txt"), 0) == 0;
}
static int remove_home(const targets* at)
{
    return unlink(in_home(at, "case.txt")) == 0;
}
static int rename_home(const targets* at)
{
    char to[600];
    snprintf(to, sizeof to, "%s", in_home(at, "moved"));
    return rename(in_home(at, "case.txt"), to) == 0;
}
static int make_folder(const targets* at)
{
    return mkdir(in_home(at, "folder"), 0700) == 0;
}
static int make_symlink(const targets* at)
{
    return symlink("/etc/passwd", in_home(at, "sym")) == 0;
}
static int make_link(const targets* at)
{
    char to[600];
    snprintf(to, sizeof to, "%s", in_home(at, "hard"));
    return link(in_home(at, "case.txt"), to) == 0;
}
static int make_fifo(const targets* at)
{
    return mkfifo(in_home(at, "fifo"), 0600) == 0;
}
static int open_up(const targets* at)
{
    return chmod(in_home(at, "case.txt"), 0666) == 0;
}
static int give_away(const targets* at)
{
    return chown(in_home(at, "case.txt"), getuid(), getgid()) == 0;
}
static int touch_home(const targets* at)
{
    return utimensat(AT_FDCWD, in_home(at, "case.txt"), NULL, 0) == 0;
}
static int open_second_way(const targets* at)
{
    struct {
        unsigned long long flags, mode, resolve;
    } how = {O_RDONLY, 0, 0};
    return closes((int)syscall(SYS_openat2, AT_FDCWD, in_home(at, "secret.txt"), &how, sizeof how));
}
static int open_old_way(const targets* at)
{
#ifdef SYS_open
    return closes((int)syscall(SYS_open, in_home(at, "secret.txt"), O_RDONLY));
#else
    return read_home(at);
#endif
}
static int watch_home(const targets* at)
{
    const int fd = inotify_init1(0);
    if (fd < 0)
        return 0;
    const int watches = inotify_add_watch(fd, at->home, IN_ALL_EVENTS) >= 0;
    close(fd);
    return watches;
}
static int leave_root(const targets* at)
{
    return chroot(at->home) == 0;
}
static int write_library(const targets* at)
{
    (void)at;
    return pwrite(4, "\177ELF", 4, 0) == 4; /* the library, as the host was given it */
}
static int write_own_memory(const targets* at)
{
    (void)at;
    return closes(open("/proc/self/mem", O_RDWR));
}

/* Network. */
static int any_socket(int family, int type, int protocol)
{
    return closes(socket(family, type, protocol));
}
static int tcp_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_INET, SOCK_STREAM, 0);
}
static int udp_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_INET, SOCK_DGRAM, 0);
}
static int tcp6_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_INET6, SOCK_STREAM, 0);
}
static int unix_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_UNIX, SOCK_STREAM, 0);
}
static int netlink_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_NETLINK, SOCK_RAW, 0);
}
static int packet_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_PACKET, SOCK_RAW, 0);
}
static int raw_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
}
static int pair_of_sockets(const targets* at)
{
    int ends[2];
    (void)at;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return 0;
    close(ends[0]);
    close(ends[1]);
    return 1;
}
static struct sockaddr_in loopback(int port)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return to;
}
static int connect_out(const targets* at)
{
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    const struct sockaddr_in to = loopback(at->port);
    const int connected = connect(fd < 0 ? 0 : fd, (const struct sockaddr*)&to, sizeof to) == 0;
    if (fd >= 0)
        close(fd);
    return connected;
}
static int send_out(const targets* at)
{
    const int fd = socket(AF_INET, SOCK_DGRAM, 0);
    const struct sockaddr_in to = loopback(at->port);
    const int sent = sendto(fd < 0 ? 0 : fd, "case", 4, 0, (const struct sockaddr*)&to, sizeof to) == 4;
    if (fd >= 0)
        close(fd);
    return sent;
}
static int listen_here(const targets* at)
{
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    const struct sockaddr_in here = loopback(0);
    (void)at;
    const int listens =
        fd >= 0 && bind(fd, (const struct sockaddr*)&here, sizeof here) == 0 && listen(fd, 1) == 0;
    if (fd >= 0)
        close(fd);
    return listens;
}
static int use_ring(const targets* at)
{
    char parameters[256] = {0}; /* io_uring opens and connects beside the filter */
    (void)at;
    return closes((int)syscall(SYS_io_uring_setup, 4, parameters));
}

/* Processes. */
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

/* Memory. Each touches what it got, so that a promise alone does not count. */
enum { megabyte = 1024 * 1024 };
static int fills(char* memory, size_t size)
{
    for (size_t at = 0; at < size; at += 4096)
        memory[at] = 1;
    return 1;
}
static int allocate_gigabyte(const targets* at)
{
    (void)at;
    char* memory = malloc((size_t)1024 * megabyte);
    const int got = memory && fills(memory, (size_t)1024 * megabyte);
    free(memory);
    return got;
}
static int map_gigabyte(const targets* at)
{
    (void)at;
    char* memory =
        mmap(NULL, (size_t)1024 * megabyte, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory != MAP_FAILED && fills(memory, 300 * megabyte) &&
           munmap(memory, (size_t)1024 * megabyte) == 0;
}
static int share_gigabyte(const targets* at)
{
    (void)at;
    char* memory =
        mmap(NULL, (size_t)1024 * megabyte, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory != MAP_FAILED && fills(memory, 300 * megabyte) &&
           munmap(memory, (size_t)1024 * megabyte) == 0;
}
static int reserve_terabyte(const targets* at)
{
    const size_t size = (size_t)1024 * 1024 * megabyte;
    (void)at;
    void* memory =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return memory != MAP_FAILED && munmap(memory, size) == 0;
}
static int nibble(const targets* at)
{
    static char* pieces[400];
    int got = 0;
    (void)at;
    while (got < 400 && (pieces[got] = malloc(megabyte)) != NULL && fills(pieces[got], megabyte))
        ++got;
    for (int i = 0; i < got; ++i)
        free(pieces[i]);
    return got == 400;
}
static int grow_by_mremap(const targets* at)
{
    (void)at;
    void* small = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (small == MAP_FAILED)
        return 0;
    void* large = mremap(small, 4096, (size_t)512 * megabyte, MREMAP_MAYMOVE);
    munmap(large == MAP_FAILED ? small : large, large == MAP_FAILED ? 4096 : (size_t)512 * megabyte);
    return large != MAP_FAILED;
}
static int lift_the_limit(const targets* at)
{
    const struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};
    (void)at;
    return setrlimit(RLIMIT_AS, &more) == 0 && reserve_terabyte(at);
}
static int lock_memory(const targets* at)
{
    static char page[64 * 1024];
    (void)at;
    return mlock(page, sizeof page) == 0;
}

static const attack attacks[] = {
    {"files", "read a file of the home folder", read_home},
    {"files", "list the home folder", list_home},
    {"files", "read /etc/passwd", read_passwd},
    {"files", "read /etc/shadow", read_shadow},
    {"files", "read another process's environment", read_environment},
    {"files", "read /proc/mounts", read_mounts},
    {"files", "read /proc/self/maps", read_own_memory},
    {"files", "open /proc/self/mem", write_own_memory},
    {"files", "list /", list_root},
    {"files", "list /proc", list_processes},
    {"files", "list the folder above", list_parent},
    {"files", "read the list of libraries", read_library},
    {"files", "climb out with ..", climb_out},
    {"files", "move there and read", move_and_read},
    {"files", "create in its own folder", create_here},
    {"files", "create in /tmp", create_in_tmp},
    {"files", "create in the home folder", create_in_home},
    {"files", "create without a name", create_nameless},
    {"files", "create shared memory", create_shared},
    {"files", "create a message queue", create_queue},
    {"files", "write over a file", write_home},
    {"files", "append to a file", append_home},
    {"files", "empty a file", empty_home},
    {"files", "cut a file", cut_home},
    {"files", "make a folder", make_folder},
    {"files", "make a symbolic link", make_symlink},
    {"files", "make a link", make_link},
    {"files", "make a pipe", make_fifo},
    {"files", "change rights", open_up},
    {"files", "change an owner", give_away},
    {"files", "change a time", touch_home},
    {"files", "open with openat2", open_second_way},
    {"files", "open with open", open_old_way},
    {"files", "watch the home folder", watch_home},
    {"files", "change the root", leave_root},
    {"files", "write over its library", write_library},
    {"files", "rename a file", rename_home},
    {"files", "remove a file", remove_home},
    {"network", "socket, TCP", tcp_socket},
    {"network", "socket, UDP", udp_socket},
    {"network", "socket, TCP on IPv6", tcp6_socket},
    {"network", "socket, Unix", unix_socket},
    {"network", "socket, netlink", netlink_socket},
    {"network", "socket, packet", packet_socket},
    {"network", "socket, raw", raw_socket},
    {"network", "pair of sockets", pair_of_sockets},
    {"network", "connect", connect_out},
    {"network", "send", send_out},
    {"network", "listen", listen_here},
    {"network", "io_uring", use_ring},
    {"processes", "fork", fork_once},
    {"processes", "clone", fork_raw},
    {"processes", "clone3", clone_three},
    {"processes", "posix_spawn", spawn_program},
    {"processes", "system", run_shell},
    {"processes", "popen", pipe_to_shell},
    {"processes", "execve", become_program},
    {"processes", "execveat", become_by_file},
    {"processes", "be traced", trace_me},
    {"processes", "trace the desk", trace_parent},
    {"processes", "read the desk's memory", read_parent},
    {"processes", "signal the desk", signal_parent},
    {"processes", "signal another process", signal_all},
    {"processes", "signal another thread", signal_thread},
    {"processes", "hold the desk", hold_parent},
    {"processes", "a namespace of its own", new_world},
    {"processes", "mount", mount_over},
    {"processes", "raise a limit", raise_limit},
    {"processes", "allow core dumps", dump_core},
    {"processes", "a file in memory", nameless_file},
    {"processes", "perf", watch_kernel},
    {"processes", "bpf", use_bpf},
    {"processes", "memory that is code", write_code},
    {"processes", "turn memory into code", turn_into_code},
    {"memory", "malloc of 1 GB", allocate_gigabyte},
    {"memory", "mmap of 1 GB", map_gigabyte},
    {"memory", "shared mmap of 1 GB", share_gigabyte},
    {"memory", "reserve 1 TB", reserve_terabyte},
    {"memory", "400 pieces of 1 MB", nibble},
    {"memory", "grow with mremap", grow_by_mremap},
    {"memory", "lift the limit", lift_the_limit},
    {"memory", "lock memory", lock_memory},
};

enum { attack_count = sizeof attacks / sizeof attacks[0] };

#endif
