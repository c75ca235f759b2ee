/* SPDX-License-Identifier: GPL-2.0-or-later
 * What attacks are made on, and what all of them need.
 */
#ifndef GUIDEPOST_TARGETS_H
#define GUIDEPOST_TARGETS_H

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

#endif
