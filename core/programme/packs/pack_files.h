// SPDX-License-Identifier: GPL-2.0-or-later
// The files of a module pack, read into memory and found harmless: what is looked at later is what was
// read here, whatever happens to the archive meanwhile.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace guidepost::programme {

/// Path within the pack, with '/', to the bytes.
using PackFiles = std::map<std::string, std::string>;

struct PackLimits {
    std::size_t files = 1000;
    std::size_t depth = 3;                       ///< guidance/x.md has 2
    std::size_t path = 200;                      ///< bytes
    std::uintmax_t one_file = 16 * 1024 * 1024;  ///< bytes
    std::uintmax_t all_files = 32 * 1024 * 1024; ///< bytes
    std::uintmax_t archive = 32 * 1024 * 1024;   ///< bytes on disk
    std::uintmax_t ratio = 200; ///< a compressed archive may grow to so many times its size, and 1 MiB more
};

/// Reads a folder, or an archive: tar, plain or compressed with gzip, xz or zstd. Throws Error{not_found}
/// when there is nothing, Error{format} with the reason when it is no such archive, or holds what no pack
/// holds: links, devices, paths that lead out, names that differ in capitals only, more than the limits.
PackFiles read_pack_files(const std::filesystem::path& pack, const PackLimits& limits = {});

} // namespace guidepost::programme
