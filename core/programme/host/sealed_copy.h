// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace guidepost::programme {

/// An open file; closed with the object. -1: none.
class OpenFile {
public:
    OpenFile() = default;
    explicit OpenFile(int fd) : fd_{fd} {}
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept : fd_{other.release()} {}
    OpenFile& operator=(OpenFile&& other) noexcept;

    int fd() const { return fd_; }
    int release();

private:
    int fd_ = -1;
};

/// A file in memory with these bytes, which nobody can change any more: what was checked is what is loaded.
/// Throws Error{failure} when the system has none to give.
OpenFile sealed_copy(std::string_view bytes);

/// The folder, opened to look into. Throws Error{not_found}.
OpenFile open_folder(const std::filesystem::path& folder);

} // namespace guidepost::programme
