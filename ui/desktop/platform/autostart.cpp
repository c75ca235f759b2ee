// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/autostart.h"

#include "core/text/error.h"
#include "core/text/files.h"

#include <cstdlib>
#include <system_error>

namespace guidepost::desktop::platform {
namespace {

namespace fs = std::filesystem;

constexpr const char* file_name = "org.guidepost.Guidepost.desktop";

fs::path from_environment(const char* name)
{
    const char* const value = std::getenv(name);
    return value ? fs::path{value} : fs::path{};
}

/// An argument of Exec: in quotes, with what has a meaning there taken out of it.
std::string quoted(const std::string& argument)
{
    std::string result{"\""};
    for (const char c : argument) {
        if (c == '"' || c == '`' || c == '$' || c == '\\')
            result += "\\\\"; // once for the argument, once for the value of the key
        if (c == '%')
            result += '%';
        if (c == '\n' || c == '\r')
            throw Error{Errc::usage, "A path with a line break cannot be started with the session."};
        result += c;
    }
    return result + "\"";
}

} // namespace

fs::path autostart_folder()
{
    if (const auto config = from_environment("XDG_CONFIG_HOME"); config.is_absolute())
        return config / "autostart";
    return from_environment("HOME") / ".config" / "autostart";
}

bool is_autostart(const fs::path& folder)
{
    std::error_code absent;
    return fs::is_regular_file(folder / file_name, absent);
}

void set_autostart(const fs::path& folder, bool is_wanted, const fs::path& program, const fs::path& profile)
{
    const auto file = folder / file_name;
    std::error_code error;
    if (!is_wanted) {
        fs::remove(file, error);
        if (error)
            throw Error{Errc::storage, file.string() + " cannot be removed: " + error.message()};
        return;
    }
    fs::create_directories(folder, error);
    if (error)
        throw Error{Errc::storage, folder.string() + " cannot be made: " + error.message()};
    auto command = quoted(program.string());
    if (!profile.empty())
        command += " --profile " + quoted(profile.string());
    write_private_file(file, "[Desktop Entry]\nType=Application\nName=Guidepost\nExec=" + command +
                                 "\nTerminal=false\nX-GNOME-Autostart-enabled=true\n");
}

} // namespace guidepost::desktop::platform
