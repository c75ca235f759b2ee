// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/platform/toolkit_files.h"

#ifdef __WXGTK__
#include <glib.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

namespace guidepost::desktop::platform {
namespace {

/// A variable of the environment, another value for a while.
class ForAWhile {
public:
    ForAWhile(const char* name, const std::string& value) : name_{name}
    {
        if (const char* const before = std::getenv(name))
            before_ = before;
        setenv(name, value.c_str(), 1);
    }
    ~ForAWhile()
    {
        if (before_)
            setenv(name_, before_->c_str(), 1);
        else
            unsetenv(name_);
    }
    ForAWhile(const ForAWhile&) = delete;
    ForAWhile& operator=(const ForAWhile&) = delete;

private:
    const char* name_;
    std::optional<std::string> before_;
};

std::string from_environment(const char* name, const std::string& otherwise)
{
    const char* const value = std::getenv(name);
    return value && *value ? value : otherwise;
}

} // namespace

ToolkitFiles::ToolkitFiles()
{
    const auto home = from_environment("HOME", "/");
    const auto own_data = from_environment("XDG_DATA_HOME", home + "/.local/share");
    const auto shared_data = from_environment("XDG_DATA_DIRS", "/usr/local/share:/usr/share");
    auto wanted = from_environment("XDG_RUNTIME_DIR", "/tmp") + "/guidepost-toolkit-XXXXXX";
    if (!mkdtemp(wanted.data()))
        return;
    folder_ = std::move(wanted);
    // GLib looks once and remembers. Icons, themes and the choice of browser of whoever runs it are found
    // as before; what this program starts has the environment as it was.
    const ForAWhile data{"XDG_DATA_HOME", folder_ / "data"};
    const ForAWhile cache{"XDG_CACHE_HOME", folder_ / "cache"};
    const ForAWhile found{"XDG_DATA_DIRS", own_data + ":" + shared_data};
    g_get_user_data_dir();
    g_get_user_cache_dir();
    g_get_system_data_dirs();
}

ToolkitFiles::~ToolkitFiles()
{
    std::error_code ignored; // what stays is in a folder that goes when the person signs out
    if (!folder_.empty())
        std::filesystem::remove_all(folder_, ignored);
}

} // namespace guidepost::desktop::platform

#else

namespace guidepost::desktop::platform {

ToolkitFiles::ToolkitFiles() = default;
ToolkitFiles::~ToolkitFiles() = default;

} // namespace guidepost::desktop::platform

#endif
