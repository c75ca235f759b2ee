// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace guidepost::bench {

/// A folder, such as a profile, that nobody needs afterwards.
class PassingFolder {
public:
    PassingFolder();
    ~PassingFolder();
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace guidepost::bench
