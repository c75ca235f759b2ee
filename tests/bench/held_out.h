// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace guidepost::bench {

/// How well questions find guidance that was not told of them. In each of `rounds` rounds (ten at most) a
/// tenth of every article's ways of asking (`asked_as`) is left out of a copy of `content` and `modules`, the
/// rest is indexed, and what was left out is asked: each should find its own article. Prints the rank of each
/// and at the end their mean. `modules` may be empty: none.
void ask_held_out(const std::filesystem::path& content, const std::filesystem::path& modules, int rounds);

} // namespace guidepost::bench
