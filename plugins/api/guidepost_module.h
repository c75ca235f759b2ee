/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a programme module and its host say to each other. C11, and C++20 as it stands.
 *
 * A module is a shared library that exports one symbol, guidepost_module_entry, and nothing else. It runs
 * in a process of its own, guidepost-module-host, which has given up the network, new processes and all
 * files but the module's own folder before it loads it. Everything else a module can do is asked for by
 * name: a capability of the module's, an extension of the host's. A struct that was published never changes;
 * what comes later has a new name ("guidepost.plan/2").
 *
 * Text is UTF-8 with its length, no zero at the end. What goes in and comes out of a capability is JSON; the
 * forms are in plugins/api/schemas. Nobody frees what another made: answers go to a sink, which copies.
 *
 * In brackets at each function: the thread it is called on, and how long what it gets or gives stays valid.
 * [main] is the one thread of the host: a module is never called from two threads, nor while it is in a call.
 */
#ifndef GUIDEPOST_MODULE_H
#define GUIDEPOST_MODULE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The number of everything in this file that is not asked for by name. */
#define GUIDEPOST_ABI 1u

#define GUIDEPOST_EXPORT __attribute__((visibility("default")))

/* Borrowed text. data may be NULL when size is 0. */
typedef struct gp_text {
    const char* data;
    size_t size;
} gp_text;

/* 0 is success. */
typedef int32_t gp_status;

/* Takes an answer, in as many pieces as its writer likes. [valid during the call it was given to] */
typedef struct gp_sink {
    void* self;
    /* [main; the text is copied before it returns] Other than 0: the answer is larger than the host takes
     * (1 MiB); stop writing and return. */
    gp_status (*write)(const struct gp_sink*, gp_text);
} gp_sink;

/* What the host offers. [valid from create until destroy has returned] */
typedef struct gp_host {
    void* self;
    /* [any thread; what it gives is valid as long as the host] NULL if this host does not offer it. */
    const void* (*extension)(const struct gp_host*, const char* id);
    /* [any thread; the message is copied] Why the call about to return non-zero fails: a sentence that a
     * person reads. It must not repeat what the case says. */
    void (*report)(const struct gp_host*, gp_text message);
} gp_host;

/* One module at work. Made by create, given back to destroy. */
typedef struct gp_module {
    void* self; /* the module's own */
    /* [main; valid until destroy] The struct that belongs to the id, one of those below, or NULL: this
     * module has no such capability. */
    const void* (*capability)(struct gp_module*, const char* id);
    /* [main] Called once, last. It may not be called at all: a host that is stopped does not say goodbye. */
    void (*destroy)(struct gp_module*);
} gp_module;

typedef struct gp_entry {
    uint32_t abi;        /* GUIDEPOST_ABI. First for ever; another number is refused */
    const char* id;      /* as in module.yaml: "building-choices" */
    const char* version; /* as in module.yaml: "1.4.0" */
    /* [main] NULL on failure, after report. The working folder is the module's own folder: data beside the
     * library is read from there by relative name. */
    gp_module* (*create)(const gp_host*);
} gp_entry;

/* Constant and linked in: the host reads it before it calls anything. */
extern GUIDEPOST_EXPORT const gp_entry guidepost_module_entry;

/* Capabilities. Every function: [main; texts in are valid during the call]. It returns 0 after writing one
 * JSON value to the sink, or another number after report. It has two seconds of time. */

/* Which options suit a case, and why. In: suitability-1.in. Out: suitability-1.out. */
#define GUIDEPOST_SUITABILITY "guidepost.suitability/1"
typedef struct gp_suitability_1 {
    gp_status (*assess)(gp_module*, gp_text case_profile, const gp_sink* out);
} gp_suitability_1;

/* Sessions or exercises of one option, in order. In: plan-1.in. Out: plan-1.out. */
#define GUIDEPOST_PLAN "guidepost.plan/1"
typedef struct gp_plan_1 {
    gp_status (*plan)(gp_module*, gp_text request, const gp_sink* out);
} gp_plan_1;

/* Who should be asked about a case. In: routing-1.in. Out: routing-1.out. */
#define GUIDEPOST_ROUTING "guidepost.routing/1"
typedef struct gp_routing_1 {
    gp_status (*route)(gp_module*, gp_text request, const gp_sink* out);
} gp_routing_1;

/* What more to ask about a case or in a consultation. In: an empty object. Out: form-1.out. */
#define GUIDEPOST_FORM "guidepost.form/1"
typedef struct gp_form_1 {
    gp_status (*fields)(gp_module*, gp_text request, const gp_sink* out);
} gp_form_1;

/* Whether people go together in a group. In: group-1.in. Out: group-1.out. */
#define GUIDEPOST_GROUP "guidepost.group/1"
typedef struct gp_group_1 {
    gp_status (*compose)(gp_module*, gp_text request, const gp_sink* out);
} gp_group_1;

#ifdef __cplusplus
}
#endif

#endif
