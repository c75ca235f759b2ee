// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace guidepost::test {

/// A fresh folder that goes away with the object.
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// Writes a file below the folder, making folders on the way; returns its path.
    std::filesystem::path write(std::string_view relative, std::string_view content) const;

private:
    std::filesystem::path path_;
};

/// A file of the source tree, e.g. source_file("content/vocabulary.tsv").
std::filesystem::path source_file(std::string_view relative);

} // namespace guidepost::test
