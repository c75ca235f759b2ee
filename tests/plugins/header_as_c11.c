/* SPDX-License-Identifier: GPL-2.0-or-later
 * Compiled as strict C11: the header by itself, and every name a module uses. */
#include "plugins/api/guidepost_module.h"

static gp_status write_nothing(const gp_sink* sink, gp_text text)
{
    (void)sink;
    (void)text;
    return 0;
}

static gp_status answer(gp_module* module, gp_text in, const gp_sink* out)
{
    (void)module;
    return out->write(out, in);
}

int guidepost_header_as_c11(void);

int guidepost_header_as_c11(void)
{
    const gp_sink sink = {NULL, write_nothing};
    const gp_suitability_1 suitability = {answer};
    const gp_plan_1 plan = {answer};
    const gp_routing_1 routing = {answer};
    const gp_form_1 form = {answer};
    const gp_group_1 group = {answer};
    const gp_text text = {"{}", 2};
    _Static_assert(offsetof(gp_entry, abi) == 0, "the number is read before anything else is believed");
    _Static_assert(GUIDEPOST_ABI == 1u, "a published number");
    return suitability.assess(NULL, text, &sink) + plan.plan(NULL, text, &sink) +
           routing.route(NULL, text, &sink) + form.fields(NULL, text, &sink) +
           group.compose(NULL, text, &sink);
}
