// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace guidepost::desktop::platform {

/// Where GTK and WebKit put files of their own while the program runs: a private folder (0700) that goes with
/// it. Left alone they write beside profiles, into a folder named for the program: the practice desk into the
/// real one, and the names of files that were saved into a list that other programs show.
///
/// Make it before the toolkit starts and keep it until the program ends. Without a folder (full disk) the
/// toolkit's files go to their usual places.
class ToolkitFiles {
public:
    ToolkitFiles();
    ~ToolkitFiles(); ///< removes the folder, as far as it can

    ToolkitFiles(const ToolkitFiles&) = delete;
    ToolkitFiles& operator=(const ToolkitFiles&) = delete;

private:
    std::filesystem::path folder_;
};

} // namespace guidepost::desktop::platform
