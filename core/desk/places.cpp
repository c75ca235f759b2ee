// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/places.h"

#include "core/text/error.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

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

fs::path own_modules()
{
    return installed_or_built(GUIDEPOST_MODULES_FROM_PROGRAM, GUIDEPOST_BUILT_MODULES);
}

/// As installed, or as in the source tree; "" when neither is there.
fs::path own_content()
{
    std::error_code ignored;
    for (const auto& place : {program_folder().parent_path() / "share" / "guidepost" / "content",
                              fs::path{GUIDEPOST_SOURCE_CONTENT}})
        if (fs::is_regular_file(place / "vocabulary.tsv", ignored))
            return place;
    return {};
}

bool is_same_folder(const fs::path& one, const fs::path& other)
{
    std::error_code none; // a folder that is not there is not the same
    return one == other || fs::equivalent(one, other, none);
}

fs::path find_keys()
{
    const auto said = from_environment("GUIDEPOST_MODULE_KEYS");
    return said.empty() ? fs::path{"/etc/guidepost/module-keys"} : fs::path{said};
}

} // namespace

Places find_places(const fs::path& profile)
{
    Places places{profile.empty() ? data_home() / "guidepost" : fs::absolute(profile), own_content(),
                  own_modules(), installed_or_built(GUIDEPOST_HOST_FROM_PROGRAM, GUIDEPOST_BUILT_HOST),
                  find_keys()};
    if (const auto said = from_environment("GUIDEPOST_CONTENT"); !said.empty()) {
        places.content_is_own = is_same_folder(said, places.content);
        places.content = said;
    }
    if (const auto said = from_environment("GUIDEPOST_MODULES"); !said.empty()) {
        places.modules_are_own = is_same_folder(said, places.modules);
        places.modules = said;
    }
    if (places.content.empty())
        throw Error{
            Errc::not_found,
            fmt::format("The guidance that ships with the program was not found in {}. Install it "
                        "again, or set GUIDEPOST_CONTENT to its folder.",
                        (program_folder().parent_path() / "share" / "guidepost" / "content").string())};
    return places;
}

} // namespace guidepost::desk
