// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/desk.h"

#include "core/store/migrations.h"
#include "core/text/error.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <set>

namespace guidepost::desk {
namespace {

programme::Catalogue::Places catalogue_places(const Places& places)
{
    programme::Catalogue::Places found{.host = places.module_host,
                                       .settings = places.profile / "modules",
                                       .shelf = places.profile / "modules" / "packs",
                                       .keys = places.module_keys};
    if (!places.modules.empty())
        found.built_in.push_back(places.modules);
    return found;
}

search::Relation relation_of(std::string_view word)
{
    return word == "ambiguous" ? search::Relation::ambiguous
           : word == "old-new" ? search::Relation::old_new
                               : search::Relation::same;
}

} // namespace

Desk::Desk(Places places)
    : places_{std::move(places)},
      index_folder_{places_.profile / "index"},
      access_{store::access_to(places_.profile)},
      connection_{store::open_store(places_.profile, access_)},
      modules_{std::make_unique<programme::Catalogue>(catalogue_places(places_))}
{
    if (is_read_only())
        store::refuse_newer(*connection_); // to write, opening has done it
    read_vocabulary();
    const auto* who = getpwuid(getuid());
    account_ = who && who->pw_name ? who->pw_name : fmt::format("uid-{}", getuid());
}

std::shared_ptr<const privacy::GuardWords> Desk::guard_words() const
{
    std::call_once(guard_words_read_, [this] {
        guard_words_ =
            std::make_shared<const privacy::GuardWords>(privacy::read_guard_words(places_.content));
    });
    return guard_words_;
}

std::unique_ptr<store::Connection> Desk::open_store() const
{
    return store::open_store(places_.profile, access_);
}

Desk::ThreadSearcher Desk::make_searcher() const
{
    auto connection = open_store();
    guidance::Library library{*connection};
    return {std::move(connection), search::Searcher{index_folder_, vocabulary_, library}};
}

search::Caught Desk::catch_up(const OnProgress& on_progress, const std::stop_token& stop) const
{
    if (is_read_only()) {
        const auto connection = open_store();
        guidance::Library library{*connection};
        const auto status = search::index_status(index_folder_, library);
        return status.problem.empty() && status.behind == 0 ? search::Caught::up : search::Caught::read_only;
    }
    return search::catch_up(
        index_folder_, [this] { return open_store(); }, on_progress, stop);
}

search::Caught Desk::rebuild(const OnProgress& on_progress, const std::stop_token& stop) const
{
    if (is_read_only())
        throw Error{Errc::storage, fmt::format("{} may not be written, so its index stays as it is.",
                                               places_.profile.string())};
    return search::rebuild(
        index_folder_, [this] { return open_store(); }, on_progress, stop);
}

void Desk::read_vocabulary()
{
    auto pairs = search::Vocabulary::read(places_.content / "vocabulary.tsv").pairs();
    if (const auto file = places_.content / "everyday-words.tsv"; std::filesystem::exists(file)) {
        auto everyday = search::Vocabulary::read(file).pairs();
        for (auto& pair : everyday) {
            pair.is_everyday = true;
            pairs.push_back(std::move(pair));
        }
    }
    const auto name_of = [](const search::VocabularyPair& pair) {
        return std::pair{search::Vocabulary::key(pair.short_form), search::Vocabulary::key(pair.expansion)};
    };
    std::set<std::pair<std::string, std::string>> known;
    for (const auto& pair : pairs)
        known.insert(name_of(pair));
    for (const auto& view : modules_->modules()) {
        if (!has_guidance_up(view))
            continue;
        for (const auto& form : view.manifest.vocabulary) {
            search::VocabularyPair pair{form.short_form, form.expansion, relation_of(form.relation)};
            if (known.insert(name_of(pair)).second)
                pairs.push_back(std::move(pair));
        }
    }
    vocabulary_ = std::make_shared<search::Vocabulary>(std::move(pairs));
}

} // namespace guidepost::desk
