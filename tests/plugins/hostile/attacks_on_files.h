/* SPDX-License-Identifier: GPL-2.0-or-later
 * Attempts at files that are not the module's to touch.
 */
#ifndef GUIDEPOST_ATTACKS_ON_FILES_H
#define GUIDEPOST_ATTACKS_ON_FILES_H

#include "tests/plugins/hostile/targets.h"

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

#endif
