// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/module_state_page.h"

#include "core/pages/programme_pages.h"
#include "core/pages/render.h"
#include "core/pages/templates.h"
#include "core/text/text.h"

#include <fmt/format.h>

namespace guidepost::pages {
namespace {

using namespace programme;

std::string counted(std::size_t count, const char* one, const char* many)
{
    return count == 0 ? std::string{} : fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string parts_words(const ModuleParts& parts)
{
    std::vector<std::string> words{counted(parts.articles, "article", "articles"),
                                   counted(parts.offers, "offer with its rules", "offers with their rules"),
                                   counted(parts.plans, "plan", "plans"),
                                   counted(parts.briefs, "five-minute brief", "five-minute briefs"),
                                   counted(parts.paths, "branching path", "branching paths"),
                                   counted(parts.transitions, "older programme with what became of it",
                                           "older programmes with what became of them")};
    std::erase(words, "");
    return join(words, ", ");
}

Data row(const std::string& name, const std::string& value)
{
    Data data;
    data.set("name", name);
    data.set("value", value);
    return data;
}

Data facts_of(const ModuleStatePage& page)
{
    const auto& view = page.view;
    const auto& manifest = view.manifest;
    Data facts{Data::type::list};
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty())
            facts.push_back(row(name, value));
    };
    add("Version", manifest.version);
    add("Trust", trust_words(view.trust, view.signer));
    add("Valid", manifest.version.empty() ? "" : validity_words(manifest));
    add("New cases", manifest.version.empty()    ? ""
                     : manifest.is_read_only     ? "None: it is kept to be read."
                     : manifest.status == "open" ? "Open"
                                                 : status_words(manifest.status));
    add("Approval", approval_words(view));
    add("Brings", parts_words(page.parts));
    return facts;
}

Data layers_of(const Enforced& enforced)
{
    Data layers{Data::type::list};
    const auto add = [&](const char* what, const char* held, bool is_enforced) {
        Data layer = row(what, is_enforced ? held : "NOT closed off on this computer");
        layer.set("is_open", !is_enforced);
        layers.push_back(layer);
    };
    add("Files", "It reads its own folder and nothing else", enforced.files);
    add("Network", "None", enforced.network);
    add("Other programs", "It can start none", enforced.processes);
    add("Memory", "256 MiB at most", enforced.memory);
    add("Time", "Two seconds for an answer", true);
    return layers;
}

} // namespace

std::string state_words(ModuleState state)
{
    switch (state) {
    case ModuleState::ready:
        return "Ready";
    case ModuleState::disabled:
        return "Disabled";
    case ModuleState::stopped:
        return "Stopped";
    case ModuleState::refused:
        return "Refused";
    case ModuleState::not_yet_valid:
        return "Not yet valid";
    case ModuleState::retired:
        break;
    }
    return "Retired";
}

std::string approval_words(const ModuleView& view)
{
    const auto& manifest = view.manifest;
    if (manifest.approved_by.empty())
        return {};
    const auto by = manifest.approved_by +
                    (manifest.approved_on ? ", " + format_date_long(*manifest.approved_on) : std::string{});
    return view.trust == Trust::unsigned_ ? not_vouched_for(by) : "Approved by " + by;
}

std::string trust_words(Trust trust, const std::string& signer)
{
    switch (trust) {
    case Trust::built_in:
        return "Came with Guidepost";
    case Trust::signed_:
        return "Signed by " + signer;
    case Trust::unsigned_:
        break;
    }
    return "Nobody signed it";
}

std::string validity_words(const ModuleManifest& manifest)
{
    if (manifest.valid_from && manifest.valid_until)
        return fmt::format("From {} to {}", format_date_long(*manifest.valid_from),
                           format_date_long(*manifest.valid_until));
    if (manifest.valid_from)
        return fmt::format("From {}; no last day is known", format_date_long(*manifest.valid_from));
    if (manifest.valid_until)
        return fmt::format("Until {}", format_date_long(*manifest.valid_until));
    return {};
}

std::string state_advice(const ModuleView& view)
{
    switch (view.state) {
    case ModuleState::ready:
        return {};
    case ModuleState::disabled:
        return "Enable brings it back, and its guidance with it.";
    case ModuleState::stopped:
        return view.failures >= ModuleLink::failures_until_off
                   ? "Searching, its guidance and consultations go on. Tell whoever made it, and press Try "
                     "again when it was mended."
                   : "Searching, its guidance and consultations go on. It is started again when it is next "
                     "needed; Try again does so now.";
    case ModuleState::refused:
        return view.trust == Trust::built_in
                   ? "Nothing of it runs. Tell whoever looks after this computer: Guidepost may have to be "
                     "installed again."
                   : "Nothing of it runs. Remove it, and install a pack that is whole and that somebody "
                     "signed.";
    case ModuleState::not_yet_valid:
        return "Nothing needs doing: from that day on it is used by itself.";
    case ModuleState::retired:
        break;
    }
    return "Its guidance can still be found. For what took its place look under older programmes.";
}

std::string module_state_page(const ModuleStatePage& page, const Look& look)
{
    const auto& view = page.view;
    const auto name = view.manifest.name.empty() ? view.id : view.manifest.name;
    Data data;
    data.set("title", title_to_show(name));
    data.set("state", state_words(view.state));
    data.set("is_ready", view.state == ModuleState::ready);
    data.set("is_trouble", view.state != ModuleState::ready);
    data.set("reason", shown(view.reason));
    data.set("advice", shown(state_advice(view)));
    data.set("problem", shown(page.parts.problem));
    data.set("summary", shown(view.manifest.summary));
    data.set("banner", shown(view.manifest.banner));
    data.set("facts", facts_of(page));
    data.set("is_known", !view.manifest.version.empty());
    data.set("has_code", view.has_code());
    const bool did_run = !view.capabilities.empty() || view.enforced != Enforced{};
    data.set("did_run", did_run);
    data.set("did_not_run", !did_run);
    std::vector<std::string> can;
    for (const auto& capability : view.capabilities)
        can.push_back(capability_words(capability));
    data.set("has_capabilities", !can.empty());
    data.set("capabilities", list_of(can));
    data.set("layers", layers_of(view.enforced));
    data.set("why", shown(view.enforced.why));
    return whole_page(name, templates::module_state, data, look);
}

} // namespace guidepost::pages
