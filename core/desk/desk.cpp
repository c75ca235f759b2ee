// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/desk.h"

#include "core/guidance/pack.h"
#include "core/values/error.h"
#include "core/values/files.h"

#include <fmt/format.h>
#include <pwd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

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

fs::path find_content()
{
    if (const auto said = from_environment("GUIDEPOST_CONTENT"); !said.empty())
        return said;
    std::error_code ignored; // no /proc: the source tree is tried
    const auto program = fs::read_symlink("/proc/self/exe", ignored);
    const std::array places{program.parent_path().parent_path() / "share" / "guidepost" / "content",
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
    return {profile.empty() ? data_home() / "guidepost" : fs::absolute(profile), find_content()};
}

Desk::Desk(Places places)
    : places_{std::move(places)},
      index_folder_{places_.profile / "index"},
      connection_{store::open_store(places_.profile)},
      vocabulary_{
          std::make_shared<search::Vocabulary>(search::Vocabulary::read(places_.content / "vocabulary.tsv"))}
{
    // A crash must not leave case material in a core file.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    const auto* who = account();
    who_ = who && who->pw_name ? who->pw_name : fmt::format("uid-{}", getuid());
}

std::unique_ptr<store::Connection> Desk::open_store() const
{
    return store::open_store(places_.profile);
}

Desk::ThreadSearcher Desk::make_searcher() const
{
    auto connection = open_store();
    guidance::Library library{*connection};
    return {std::move(connection), search::Searcher{index_folder_, vocabulary_, library}};
}

search::Caught Desk::catch_up(const OnProgress& on_progress, const std::stop_token& stop) const
{
    return search::catch_up(
        index_folder_, [this] { return open_store(); }, on_progress, stop);
}

search::Caught Desk::rebuild(const OnProgress& on_progress, const std::stop_token& stop) const
{
    return search::rebuild(
        index_folder_, [this] { return open_store(); }, on_progress, stop);
}

std::vector<guidance::ImportReport> Desk::adopt_shipped(const OnProgress& on_progress,
                                                        const std::stop_token& stop)
{
    std::vector<guidance::ImportReport> reports;
    const auto folder = places_.content / "guidance";
    const auto manifest = guidance::read_manifest(folder);
    if (!manifest)
        return reports;
    const auto known = library().find_source(SourceId{manifest->id});
    if (known && guidance::is_older_version(manifest->version, known->version))
        return reports;
    guidance::ImportOptions options;
    options.who = who_;
    options.on_progress = on_progress;
    options.stop = stop;
    reports.push_back(guidance::import_folder(*connection_, folder, options));
    return reports;
}

} // namespace guidepost::desk
