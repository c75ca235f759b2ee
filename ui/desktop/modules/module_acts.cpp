// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/modules/module_acts.h"

#include "core/pages/module_state_page.h"

#include <fmt/format.h>

// Marks a text for the translators.
#define N_(text) text

namespace guidepost::desktop {
namespace {

using people::Action;
using programme::ModuleState;

const char* state_text(ModuleState state)
{
    switch (state) {
    case ModuleState::ready:
        return N_("Ready");
    case ModuleState::disabled:
        return N_("Disabled");
    case ModuleState::stopped:
        return N_("Stopped");
    case ModuleState::refused:
        return N_("Refused");
    case ModuleState::not_yet_valid:
        return N_("Not yet valid");
    case ModuleState::retired:
        break;
    }
    return N_("Retired");
}

bool may(const std::set<people::Role>& roles, Action action)
{
    return people::may(roles, action, people::Relation::none);
}

std::string not_here(store::Access access, const Translate& translate)
{
    return access == store::Access::read_only ? translate(N_("This desk may not be written."))
                                              : std::string{};
}

} // namespace

std::vector<ModuleAct> acts_for(const programme::ModuleView& view)
{
    std::vector<ModuleAct> acts;
    if (view.state == ModuleState::stopped)
        acts.push_back(ModuleAct::try_again);
    if (view.state == ModuleState::ready || view.state == ModuleState::refused)
        acts.push_back(ModuleAct::verify);
    if (view.state == ModuleState::disabled)
        acts.push_back(ModuleAct::enable);
    else if (view.state != ModuleState::refused)
        acts.push_back(ModuleAct::disable);
    if (view.trust != programme::Trust::built_in)
        acts.push_back(ModuleAct::remove);
    return acts;
}

std::string refusal_of(ModuleAct act, const std::set<people::Role>& roles, store::Access access,
                       const Translate& translate)
{
    switch (act) {
    case ModuleAct::verify: // looks, and changes nothing
        return {};
    case ModuleAct::enable:
    case ModuleAct::disable:
    case ModuleAct::try_again:
        return may(roles, Action::switch_modules) ? not_here(access, translate)
                                                  : translate(N_("Leads and administrators switch modules."));
    case ModuleAct::remove:
        break;
    }
    return refusal_of_install(roles, access, translate);
}

std::string refusal_of_install(const std::set<people::Role>& roles, store::Access access,
                               const Translate& translate)
{
    return may(roles, Action::install_modules)
               ? not_here(access, translate)
               : translate(N_("Administrators install modules and take them away."));
}

std::string refusal_of_unsigned(const std::set<people::Role>& roles, const Translate& translate)
{
    return may(roles, Action::install_unsigned)
               ? std::string{}
               : translate(N_("An administrator decides whether a pack may come unsigned."));
}

std::string module_markup(const programme::ModuleView& view, const ResultColours& colours,
                          const Translate& translate)
{
    const auto& manifest = view.manifest;
    const auto name = escape_markup(manifest.name.empty() ? view.id : manifest.name);
    const bool is_well = view.state == ModuleState::ready;
    const bool is_trouble = view.state == ModuleState::stopped || view.state == ModuleState::refused;
    auto text = fmt::format("<b>{}</b>", name);
    if (!manifest.version.empty())
        text += fmt::format("  <span foreground=\"{}\">{}</span>", colours.quiet,
                            escape_markup(manifest.version));
    text += fmt::format("\n<span size=\"smaller\" background=\"{}\" foreground=\"{}\"> {} </span>",
                        is_trouble ? colours.warn_back
                        : is_well  ? colours.fits_back
                                   : colours.tag_back,
                        is_trouble ? colours.warn_text
                        : is_well  ? colours.fits_text
                                   : colours.tag_text,
                        escape_markup(translate(state_text(view.state))));
    text += fmt::format("<span size=\"smaller\" foreground=\"{}\">  {}</span>", colours.quiet,
                        escape_markup(pages::trust_words(view.trust, view.signer)));
    return text;
}

} // namespace guidepost::desktop
