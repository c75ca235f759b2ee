/* SPDX-License-Identifier: GPL-2.0-or-later
 * Modules that break in one way each: BREAK says which, MODULE_ID what it is called.
 */
#include "plugins/api/guidepost_module.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum where_it_breaks {
    segv_when_loaded = 1,
    abort_when_loaded,
    exit_when_loaded,
    loop_when_loaded,
    segv_when_made,
    loop_when_made,
    nothing_made,
    no_capability_function,
    segv,
    bus_error,
    division,
    illegal,
    aborts,
    exits,
    exits_at_once,
    loops,
    sleeps,
    recurses,
    floods_sink,
    floods_socket,
    lies_on_socket,
    closes_all,
    eats_memory,
    no_json,
    half_json,
    deep_json,
    no_text,
    null_text,
    wrong_shape,
    empty_answer,
    kills_itself,
    ignores_signals,
    false_abi,
    no_entry,
};

static volatile unsigned sink_of_work;
static volatile char* volatile nowhere; /* read anew, or an optimiser leaves the fault out */

static void for_ever(void)
{
    for (;;)
        ++sink_of_work;
}

static int deeper(int depth)
{
    volatile char room[4096];
    room[0] = (char)depth;
    return depth < 0 ? 0 : deeper(depth + 1) + room[0];
}

static gp_status say(const gp_sink* out, const char* words)
{
    gp_text text = {words, strlen(words)};
    return out->write(out, text);
}

static void to_every_file(const char* bytes, size_t size)
{
    for (int fd = 0; fd < 32; ++fd)
        if (write(fd, bytes, size) < 0)
            continue;
}

__attribute__((constructor)) static void while_loading(void)
{
    if (BREAK == segv_when_loaded)
        *nowhere = 1;
    if (BREAK == abort_when_loaded)
        abort();
    if (BREAK == exit_when_loaded)
        exit(0);
    if (BREAK == loop_when_loaded)
        for_ever();
}

static gp_status assess(gp_module* module, gp_text in, const gp_sink* out)
{
    static char noise[65536];
    (void)module;
    (void)in;
    switch ((int)BREAK) {
    case segv:
        *nowhere = 1;
        break;
    case bus_error:
        raise(SIGBUS);
        kill(getpid(), SIGBUS);
        for_ever();
        break;
    case division:
        sink_of_work = (int)in.size; /* not known when it is compiled */
        sink_of_work = 7 / (sink_of_work - (int)in.size);
        break;
    case illegal:
        __builtin_trap();
        break;
    case aborts:
        abort();
    case exits:
        exit(0);
    case exits_at_once:
        _exit(0);
    case loops:
        for_ever();
        break;
    case sleeps:
        for (;;)
            usleep(100000);
    case recurses:
        return deeper(0);
    case floods_sink:
        /* Does not stop when told that it is too much. */
        for (;;)
            say(out, "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20],");
    case floods_socket:
        memset(noise, 'x', sizeof noise);
        for (;;)
            to_every_file(noise, sizeof noise);
    case lies_on_socket:
        /* A well formed answer to a question nobody asked. */
        to_every_file("\x15\0\0\0{\"id\":99,\"out\":{}}  ", 25);
        return say(out, "{}");
    case closes_all:
        for (int fd = 0; fd < 64; ++fd)
            close(fd);
        for_ever();
        break;
    case eats_memory:
        for (;;) {
            char* piece = malloc(1 << 20);
            if (!piece)
                abort();
            memset(piece, 1, 1 << 20);
        }
    case no_json:
        return say(out, "this is no JSON");
    case half_json:
        return say(out, "{\"version\":1,\"options\":[");
    case deep_json:
        for (int i = 0; i < 500000; ++i)
            say(out, "[");
        return 0;
    case no_text:
        return say(out, "\"\xff\xfe\xfd\"");
    case null_text: {
        gp_text nothing = {NULL, 100};
        return out->write(out, nothing);
    }
    case wrong_shape:
        return say(
            out,
            "{\"version\":1,\"options\":[{\"option\":\"x\",\"verdict\":\"do as I say\"}],\"blanks\":[]}");
    case empty_answer:
        return 0;
    case kills_itself:
        kill(getpid(), SIGKILL);
        for_ever();
        break;
    case ignores_signals:
        for (int i = 1; i < 64; ++i)
            signal(i, SIG_IGN);
        for_ever();
        break;
    default:
        break;
    }
    return say(out, "{\"version\":1,\"options\":[],\"blanks\":[]}");
}

static const gp_suitability_1 suitability = {assess};

static const void* capability(gp_module* module, const char* id)
{
    (void)module;
    return strcmp(id, GUIDEPOST_SUITABILITY) == 0 ? &suitability : NULL;
}

static void destroy(gp_module* module)
{
    (void)module;
}

static gp_module the_module = {NULL, BREAK == no_capability_function ? NULL : capability, destroy};

static gp_module* create(const gp_host* host)
{
    (void)host;
    if (BREAK == segv_when_made)
        *nowhere = 1;
    if (BREAK == loop_when_made)
        for_ever();
    return BREAK == nothing_made ? NULL : &the_module;
}

#if BREAK == 34
extern GUIDEPOST_EXPORT const int something_else;
const int something_else = 1;
const void* guidepost_kept(void);
const void* guidepost_kept(void)
{
    return (const void*)create;
}
#else
const gp_entry guidepost_module_entry = {BREAK == false_abi ? 77u : GUIDEPOST_ABI, MODULE_ID, "1.0.0",
                                         create};
#endif
