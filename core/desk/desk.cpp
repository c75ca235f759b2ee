// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/desk.h"

#include "core/guidance/hide.h"
#include "core/guidance/pack.h"
#include "core/store/migrations.h"
#include "core/values/error.h"
#include "core/values/files.h"

#include <fmt/format.h>
#include <pwd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

namespace guidepost::desk {
namespace {

namespace fs = std::filesystem;

std::string from_environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

const passwd* account()
{
    return getpwuid(getuid());
}

fs::path data_home()
{
    // The XDG rules: a path that is not absolute is ignored.
    if (const fs::path home = from_environment("XDG_DATA_HOME"); home.is_absolute())
        return home;
    if (const fs::path home = from_environment("HOME"); home.is_absolute())
        return home / ".local" / "share";
    if (const auto* who = account(); who && who->pw_dir && *who->pw_dir)
        return fs::path{who->pw_dir} / ".local" / "share";
    throw Error{Errc::not_found,
                "There is no home folder to keep a profile in. Name one with --profile DIR."};
}

/// The folder this program lies in; "" where there is no /proc: the source tree is tried then.
fs::path program_folder()
{
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

/// The first that exists, as installed or as built; "" when none does.
fs::path installed_or_built(const char* from_program, const char* in_build)
{
    std::error_code ignored;
    for (const auto& place : {(program_folder() / from_program).lexically_normal(), fs::path{in_build}})
        if (fs::exists(place, ignored))
            return place;
    return {};
}

fs::path find_modules()
{
    if (const auto said = from_environment("GUIDEPOST_MODULES"); !said.empty())
        return said;
    return installed_or_built(GUIDEPOST_MODULES_FROM_PROGRAM, GUIDEPOST_BUILT_MODULES);
}

fs::path find_keys()
{
    const auto said = from_environment("GUIDEPOST_MODULE_KEYS");
    return said.empty() ? fs::path{"/etc/guidepost/module-keys"} : fs::path{said};
}

fs::path find_content()
{
    if (const auto said = from_environment("GUIDEPOST_CONTENT"); !said.empty())
        return said;
    std::error_code ignored;
    const std::array places{program_folder().parent_path() / "share" / "guidepost" / "content",
                            fs::path{GUIDEPOST_SOURCE_CONTENT}};
    for (const auto& place : places)
        if (fs::is_regular_file(place / "vocabulary.tsv", ignored))
            return place;
    throw Error{Errc::not_found, fmt::format("The guidance that ships with the program was not found in {}. "
                                             "Install it again, or set GUIDEPOST_CONTENT to its folder.",
                                             places.front().string())};
}

} // namespace

Places find_places(const fs::path& profile)
{
    return {profile.empty() ? data_home() / "guidepost" : fs::absolute(profile), find_content(),
            find_modules(), installed_or_built(GUIDEPOST_HOST_FROM_PROGRAM, GUIDEPOST_BUILT_HOST),
            find_keys()};
}

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

/// Whether officers are meant to find a module's guidance: also that of one that is retired or stopped.
bool has_guidance_up(programme::ModuleState state)
{
    using programme::ModuleState;
    return state == ModuleState::ready || state == ModuleState::stopped || state == ModuleState::retired;
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
    // A crash must not leave case material in a core file.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    const auto* who = account();
    who_ = who && who->pw_name ? who->pw_name : fmt::format("uid-{}", getuid());
}

std::shared_ptr<const consultation::GuardWords> Desk::guard_words() const
{
    std::call_once(guard_words_read_, [this] {
        guard_words_ =
            std::make_shared<const consultation::GuardWords>(consultation::read_guard_words(places_.content));
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
    const auto name_of = [](const search::VocabularyPair& pair) {
        return std::pair{search::Vocabulary::key(pair.short_form), search::Vocabulary::key(pair.expansion)};
    };
    std::set<std::pair<std::string, std::string>> known;
    for (const auto& pair : pairs)
        known.insert(name_of(pair));
    for (const auto& view : modules_->modules()) {
        if (!has_guidance_up(view.state))
            continue;
        for (const auto& form : view.manifest.vocabulary) {
            search::VocabularyPair pair{form.short_form, form.expansion, relation_of(form.relation)};
            if (known.insert(name_of(pair)).second)
                pairs.push_back(std::move(pair));
        }
    }
    vocabulary_ = std::make_shared<search::Vocabulary>(std::move(pairs));
}

void Desk::enable_module(const std::string& id)
{
    const std::lock_guard lock{switching_};
    const auto connection = open_store();
    modules_->enable(id);
    guidance::show_source(*connection, SourceId{id}, who_);
    if (const auto view = modules_->find(id); view && has_guidance_up(view->state))
        adopt(*connection, view->folder / "guidance", {}, {});
    read_vocabulary();
}

void Desk::disable_module(const std::string& id)
{
    const std::lock_guard lock{switching_};
    const auto connection = open_store();
    modules_->disable(id);
    guidance::hide_source(*connection, SourceId{id}, who_);
    read_vocabulary();
}

Desk::InstalledModule Desk::install_module(const fs::path& pack, bool may_be_unsigned)
{
    const std::lock_guard lock{switching_};
    const auto connection = open_store();
    InstalledModule installed{.module = modules_->install(pack, may_be_unsigned)};
    const auto& view = installed.module;
    // A version that is only for later must not speak before its day.
    const auto used = modules_->find(view.id);
    if (used && used->folder == view.folder && has_guidance_up(used->state)) {
        guidance::show_source(*connection, SourceId{view.id}, who_);
        installed.guidance = adopt(*connection, view.folder / "guidance", {}, {});
    }
    read_vocabulary();
    return installed;
}

void Desk::remove_module(const std::string& id)
{
    const std::lock_guard lock{switching_};
    const auto connection = open_store();
    modules_->remove(id);
    const auto left = modules_->find(id);
    if (!left) {
        guidance::hide_source(*connection, SourceId{id}, who_);
    } else if (has_guidance_up(left->state) && guidance::read_manifest(left->folder / "guidance")) {
        guidance::ImportOptions options; // older than what is in the store, so adopt would pass it over
        options.who = who_;
        guidance::import_folder(*connection, left->folder / "guidance", options);
    }
    read_vocabulary();
}

std::optional<guidance::ImportReport> Desk::adopt(store::Connection& connection, const fs::path& folder,
                                                  const OnProgress& on_progress, const std::stop_token& stop)
{
    const auto manifest = guidance::read_manifest(folder);
    if (!manifest)
        return std::nullopt;
    const auto known = guidance::Library{connection}.find_source(SourceId{manifest->id});
    if (known && guidance::is_older_version(manifest->version, known->version))
        return std::nullopt;
    guidance::ImportOptions options;
    options.who = who_;
    options.on_progress = on_progress;
    options.stop = stop;
    options.has_left = [this](const SourceId& source, const std::string& path) {
        const auto from = folder_of(source);
        std::error_code error;
        return from && fs::is_directory(*from, error) && !fs::exists(*from / path, error);
    };
    return guidance::import_folder(connection, folder, options);
}

std::optional<fs::path> Desk::folder_of(const SourceId& source) const
{
    const auto shipped = places_.content / "guidance";
    if (const auto manifest = guidance::read_manifest(shipped); manifest && manifest->id == source.value())
        return shipped;
    const auto module = modules_->find(source.value());
    return module ? std::optional{module->folder / "guidance"} : std::nullopt;
}

std::vector<guidance::ImportReport> Desk::adopt_shipped(const OnProgress& on_progress,
                                                        const std::stop_token& stop)
{
    std::vector<guidance::ImportReport> reports;
    if (is_read_only())
        return reports;
    const auto take = [&](const fs::path& folder) {
        if (auto report = adopt(*connection_, folder, on_progress, stop))
            reports.push_back(std::move(*report));
        return reports.empty() || !reports.back().stopped;
    };
    if (!take(places_.content / "guidance"))
        return reports;
    for (const auto& view : modules_->modules()) {
        if (view.state == programme::ModuleState::disabled)
            guidance::hide_source(*connection_, SourceId{view.id}, who_);
        if (has_guidance_up(view.state) && !take(view.folder / "guidance"))
            break;
    }
    return reports;
}

} // namespace guidepost::desk
