/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The smallest module, to copy: docs/write-a-module.md goes through it. It offers one option and says of
 * every case that somebody should be asked.
 */
#include "plugins/api/guidepost_module.h"

#include <string.h>

static gp_text text(const char* words)
{
    gp_text result = {words, strlen(words)};
    return result;
}

static gp_status assess(gp_module* module, gp_text case_profile, const gp_sink* out)
{
    const gp_host* host = module->self;
    if (case_profile.size == 0) {
        host->report(host, text("There is no case to look at."));
        return 1;
    }
    return out->write(
        out, text("{\"version\": 1,"
                  " \"options\": [{\"option\": \"example\", \"name\": \"An example option\","
                  " \"verdict\": \"ask\","
                  " \"reasons\": [{\"step\": \"Always\", \"text\": \"This module is an example: ask a"
                  " specialist.\"}],"
                  " \"guidance\": [\"template-example\"]}],"
                  " \"blanks\": []}"));
}

static const gp_suitability_1 suitability = {assess};

static const void* capability(gp_module* module, const char* id)
{
    (void)module;
    return strcmp(id, GUIDEPOST_SUITABILITY) == 0 ? &suitability : NULL;
}

static void destroy(gp_module* module)
{
    module->self = NULL;
}

static gp_module the_module = {NULL, capability, destroy};

static gp_module* create(const gp_host* host)
{
    the_module.self = (void*)host;
    return &the_module;
}

const gp_entry guidepost_module_entry = {GUIDEPOST_ABI, "template", "1.0.0", create};
