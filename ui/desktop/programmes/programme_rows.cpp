// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/programmes/programme_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

// Marks a text for the translators; it is translated where it is shown.
#define N_(text) text

namespace guidepost::desktop {
namespace {

using programme::ModuleState;
using programme::ModuleView;

const char* state_mark(ModuleState state)
{
    switch (state) {
    case ModuleState::ready:
        break;
    case ModuleState::disabled:
        return N_("Switched off");
    case ModuleState::stopped:
        return N_("Stopped");
    case ModuleState::refused:
        return N_("Refused");
    case ModuleState::not_yet_valid:
        return N_("Not yet valid");
    case ModuleState::retired:
        return N_("Retired");
    }
    return "";
}

std::string kind_words(const ModuleItem& module, const Translate& translate)
{
    if (module.view.manifest.kind != "toolkits")
        return translate(N_("Programme"));
    const auto count = module.items.size();
    return count == 0 ? translate(N_("Toolkits"))
                      : filled_in(translate(N_("Toolkits: %s")), std::to_string(count));
}

} // namespace

ModuleItem item_of(usecases::ModuleContents contents)
{
    ModuleItem module{std::move(contents.view), {}, {}};
    const auto has = [](const std::vector<std::string>& options, const std::string& option) {
        return std::find(options.begin(), options.end(), option) != options.end();
    };
    const auto add = [&](const std::string& option, const std::string& name, const std::string& status) {
        const bool has_plan = has(contents.plans, option), has_brief = has(contents.briefs, option);
        const bool is_there = std::any_of(module.items.begin(), module.items.end(),
                                          [&](const auto& one) { return one.option == option; });
        if ((has_plan || has_brief) && !is_there)
            module.items.push_back({option, name, status, has_plan, has_brief});
    };
    for (const auto& offer : contents.offers)
        add(offer.id, offer.name, offer.status);
    for (const auto* options : {&contents.plans, &contents.briefs})
        for (const auto& option : *options)
            add(option, usecases::option_name(module.view, option), "");
    for (const auto& path : contents.paths)
        module.paths.push_back({path.id, path.title});
    return module;
}

std::string status_mark(const std::string& status, const Translate& translate)
{
    if (status == "closing")
        return translate(N_("Closing"));
    if (status == "closed")
        return translate(N_("Closed"));
    if (status == "custody-only")
        return translate(N_("Custody only"));
    if (status == "withdrawn")
        return translate(N_("Withdrawn"));
    return {};
}

std::vector<std::string> module_marks(const ModuleView& view, const Translate& translate)
{
    std::vector<std::string> marks;
    if (const auto* const mark = state_mark(view.state); *mark)
        marks.push_back(translate(mark));
    if (auto status = status_mark(view.manifest.status, translate); !status.empty())
        marks.push_back(std::move(status));
    if (view.manifest.is_read_only)
        marks.push_back(translate(N_("For reading only")));
    return marks;
}

std::string module_markup(const ModuleItem& module, const ResultColours& colours, const Translate& translate)
{
    const auto& view = module.view;
    const bool is_known = !view.manifest.name.empty();
    auto markup = fmt::format("<b>{}</b>\n<span size=\"smaller\" foreground=\"{}\">{}</span>",
                              escape_markup(is_known ? view.manifest.name : view.id), colours.quiet,
                              is_known ? escape_markup(kind_words(module, translate)) +
                                             std::string{middle_dot} + escape_markup(view.manifest.version)
                                       : escape_markup(translate(N_("Cannot be read"))));
    std::string marks;
    for (const auto& mark : module_marks(view, translate)) {
        auto kept_together = escape_markup(mark);
        for (auto at = kept_together.find(' '); at != std::string::npos; at = kept_together.find(' ', at + 2))
            kept_together.replace(at, 1, no_break_space);
        marks += fmt::format("{}<span size=\"smaller\" background=\"{}\" foreground=\"{}\">{}{}{}</span>",
                             marks.empty() ? "\n" : " ", colours.warn_back, colours.warn_text, no_break_space,
                             kept_together, no_break_space);
    }
    markup += marks;
    if (!view.reason.empty())
        markup += fmt::format("\n<span size=\"smaller\" foreground=\"{}\">{}</span>", colours.quiet,
                              escape_markup(view.reason));
    return markup;
}

} // namespace guidepost::desktop
