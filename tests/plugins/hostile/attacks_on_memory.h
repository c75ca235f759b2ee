/* SPDX-License-Identifier: GPL-2.0-or-later
 * Attempts at more memory than a module may have.
 */
#ifndef GUIDEPOST_ATTACKS_ON_MEMORY_H
#define GUIDEPOST_ATTACKS_ON_MEMORY_H

#include "tests/plugins/hostile/targets.h"

/* Each touches what it got, so that a promise alone does not count. */
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

#endif
