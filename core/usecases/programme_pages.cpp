// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/programme_pages.h"

#include "core/guidance/cited_sources.h"
#include "core/pages/module_state_page.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/usecases/module_contents.h"
#include "core/usecases/reading.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::usecases {

using namespace programme;

pages::SuitabilityPage read_suitability(const desk::Desk& desk, store::Connection& connection,
                                        const CaseProfile& profile, const std::vector<std::string>& modules)
{
    pages::SuitabilityPage page{
        .reference = profile.reference, .chips = case_chips(profile), .titles = titles_of(connection)};
    if (modules.empty())
        page.advice = assess_all(desk.modules(), profile);
    for (const auto& module : modules)
        page.advice.push_back(assess_module(desk.modules(), module, profile));
    return page;
}

pages::PathPage read_path(const desk::Desk& desk, store::Connection& connection, const std::string& module,
                          const std::string& path, const std::string& step)
{
    const auto view = readable_module(desk.modules(), module);
    const auto paths = read_paths(view.folder);
    const auto found =
        std::find_if(paths.begin(), paths.end(), [&](const auto& one) { return one.id == path; });
    if (found == paths.end()) {
        std::vector<std::string> ids;
        for (const auto& one : paths)
            ids.push_back(one.id);
        throw Error{Errc::not_found, ids.empty()
                                         ? fmt::format("{} has no paths.", name_of(view))
                                         : fmt::format("{} has no path {}. It has: {}.", name_of(view),
                                                       shortened(path, 60), join(ids, ", "))};
    }
    if (!step.empty() && !found->find(step))
        throw Error{Errc::not_found, fmt::format("The path {} has no step {}. It starts at {}.", found->id,
                                                 shortened(step, 60), found->start)};
    return {.path = *found,
            .module = view.id,
            .module_name = name_of(view),
            .step = step,
            .titles = titles_of(connection)};
}

pages::TransitionPage read_transitions(const desk::Desk& desk, store::Connection& connection,
                                       const std::string& words)
{
    pages::TransitionPage page{.titles = titles_of(connection)};
    for (const auto& view : desk.modules().modules()) {
        page.names[view.id] = name_of(view);
        if (!view.is_readable())
            continue;
        auto all = programme::read_transitions(view.folder);
        page.groups.push_back({view.id, name_of(view), banner_of(view),
                               words.empty() ? std::move(all) : find_transitions(all, words)});
    }
    return page;
}

pages::ModulePage read_module(const desk::Desk& desk, store::Connection& connection,
                              const std::string& module)
{
    const auto view = module_named(desk.modules(), module);
    const auto& manifest = view.manifest;
    pages::ModulePage page{.name = name_of(view),
                           .version = manifest.version,
                           .summary = manifest.summary,
                           .banner = banner_of(view),
                           .reason = view.reason,
                           .approved = pages::approval_words(view),
                           .sources = guidance::source_lines(
                               manifest.sources, guidance::cited_sources_for_pages(desk.places().content))};
    if (view.state != ModuleState::disabled)
        for (const auto& listed : guidance::Library{connection}.list_source(SourceId{view.id}))
            if (listed.state != guidance::ArticleState::withdrawn)
                page.articles.push_back(
                    {listed.title, guidance::article_url("kb:" + listed.id.value()), std::string{}});
    return page;
}

} // namespace guidepost::usecases
