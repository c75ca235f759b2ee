// SPDX-License-Identifier: GPL-2.0-or-later
// Starting with the session: a file where desktops of Linux look for it.
#pragma once

#include <filesystem>
#include <string>

namespace guidepost::desktop::platform {

/// $XDG_CONFIG_HOME/autostart, or ~/.config/autostart.
std::filesystem::path autostart_folder();

bool is_autostart(const std::filesystem::path& folder);

/// Writes or removes the file. `program` is started as it is, with `profile` when one is said. Throws
/// Error{storage}.
void set_autostart(const std::filesystem::path& folder, bool is_wanted, const std::filesystem::path& program,
                   const std::filesystem::path& profile);

} // namespace guidepost::desktop::platform
