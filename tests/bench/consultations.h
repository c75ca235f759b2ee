// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace guidepost::bench {

/// Makes a store of `count` consultations in all statuses, spread over twelve regions and three years, in
/// `profile`; one that is there is kept.
void make_consultations(const std::filesystem::path& profile, int count);

/// Times lists, counts, finding, reading and sending on it, each asked by many different people.
/// Percentiles go to stderr, one line each.
void time_consultations(const std::filesystem::path& profile);

} // namespace guidepost::bench
