/* SPDX-License-Identifier: GPL-2.0-or-later
 * A module that tries every attack: when it is loaded, and again when it is called. It answers with what
 * it could do.
 */
#include "plugins/api/guidepost_module.h"
#include "tests/plugins/hostile/attacks.h"

static int first_results[attack_count];
static int own_id = 0;

/* New code and the folder's own listing are not closed off until the module is made. */
static int is_for_later(const attack* one)
{
    return one->succeeds == write_code || one->succeeds == turn_into_code;
}

static void try_all(int* results, const targets* at)
{
    for (int i = 0; i < attack_count; ++i)
        results[i] = attacks[i].succeeds(at);
}

__attribute__((constructor)) static void while_loading(void)
{
    targets at = {.port = 1};
    snprintf(at.home, sizeof at.home, "%s", "/root");
    for (int i = 0; i < attack_count; ++i)
        first_results[i] = !is_for_later(&attacks[i]) && attacks[i].succeeds(&at);
    own_id = (int)getpid();
}

/* {"home": "...", "port": 1}: the test writes it so, without escapes. */
static targets read_targets(gp_text in)
{
    targets at = {.port = 0};
    char text[2048];
    snprintf(text, sizeof text, "%.*s", (int)in.size, in.data);
    const char* home = strstr(text, "\"home\":\"");
    const char* port = strstr(text, "\"port\":");
    if (home)
        sscanf(home + 8, "%511[^\"]", at.home);
    if (port)
        sscanf(port + 7, "%d", &at.port);
    return at;
}

static void say(const gp_sink* out, const char* words)
{
    gp_text text = {words, strlen(words)};
    out->write(out, text);
}

static gp_status assess(gp_module* module, gp_text in, const gp_sink* out)
{
    int results[attack_count];
    const targets at = read_targets(in);
    char line[300];
    (void)module;
    try_all(results, &at);
    say(out, "{\"tried\":[");
    for (int i = 0; i < attack_count; ++i) {
        snprintf(line, sizeof line, "%s{\"layer\":\"%s\",\"name\":\"%s\",\"loading\":%d,\"called\":%d}",
                 i ? "," : "", attacks[i].layer, attacks[i].name, first_results[i], results[i]);
        say(out, line);
    }
    say(out, "]}");
    return 0;
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

static gp_module the_module = {NULL, capability, destroy};

static gp_module* create(const gp_host* host)
{
    (void)host;
    return own_id == 0 ? NULL : &the_module;
}

const gp_entry guidepost_module_entry = {GUIDEPOST_ABI, "breakout", "1.0.0", create};
