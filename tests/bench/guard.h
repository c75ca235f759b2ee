// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>

namespace guidepost::bench {

/// What the forms do at every key, timed on texts of `bytes` letters made from the lines of `lines`: marking
/// what gives a person away, and looking for danger. `content` is the folder of rules. Percentiles go to
/// stderr.
void time_guard(const std::filesystem::path& content, const std::filesystem::path& lines, std::size_t bytes);

} // namespace guidepost::bench
