// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/module_contents.h"

#include "core/pages/programme_pages.h"
#include "core/programme/plans/brief.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>

namespace guidepost::usecases {

using namespace programme;

ModuleContents contents_of(ModuleView view)
{
    ModuleContents contents{.view = std::move(view)};
    if (!contents.view.is_readable())
        return contents;
    const auto& folder = contents.view.folder;
    const auto read = [&](auto& part, const auto& from) {
        try {
            part = from(folder);
        } catch (const Error& error) {
            contents.problems.emplace_back(error.what());
        }
    };
    read(contents.offers, read_offers);
    read(contents.plans, options_with_plan);
    read(contents.briefs, options_with_brief);
    read(contents.paths, read_paths);
    return contents;
}

std::vector<ModuleContents> all_modules(Catalogue& catalogue)
{
    std::vector<ModuleContents> all;
    for (auto& view : catalogue.modules())
        all.push_back(contents_of(std::move(view)));
    return all;
}

std::string option_name(const ModuleView& view, const std::string& option)
{
    if (const auto offer = offer_of(view, option))
        return offer->name;
    const auto plan = read_data_plan(view.folder, option);
    return plan ? plan->title : pages::words_of(option);
}

ModuleView module_named(Catalogue& catalogue, const std::string& id)
{
    if (auto view = catalogue.find(id))
        return *view;
    std::vector<std::string> known;
    for (const auto& view : catalogue.modules())
        known.push_back(view.id);
    throw Error{Errc::not_found, known.empty()
                                     ? fmt::format("There is no module {}, nor any other.", shortened(id, 60))
                                     : fmt::format("There is no module {}. There are: {}.", shortened(id, 60),
                                                   join(known, ", "))};
}

ModuleView readable_module(Catalogue& catalogue, const std::string& id)
{
    auto view = module_named(catalogue, id);
    if (!view.is_readable())
        throw Error{Errc::refused, view.reason};
    return view;
}

std::string name_of(const ModuleView& view)
{
    return view.manifest.name.empty() ? view.id : view.manifest.name;
}

std::optional<Offer> offer_of(const ModuleView& view, const std::string& option)
{
    for (auto& offer : read_offers(view.folder))
        if (offer.id == option)
            return std::move(offer);
    return {};
}

std::string banner_of(const ModuleView& view, const std::optional<Offer>& offer)
{
    auto banner = view.manifest.is_read_only ? view.manifest.banner : std::string{};
    if (banner.empty() && view.manifest.is_read_only)
        banner = "Kept to be read; nothing in it is begun.";
    if (offer && !offer->status.empty() && offer->status != "open")
        banner =
            fmt::format("{}.{}{}", pages::status_words(offer->status), banner.empty() ? "" : " ", banner);
    return banner;
}

} // namespace guidepost::usecases
