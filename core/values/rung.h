// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace guidepost {

/// The ladder of delivery: no rung is skipped without a named override.
enum class Rung { observe = 1, co_deliver, deliver_observed, deliver };

/// Lowest first.
std::span<const Rung> all_rungs();

/// Stored and read words: "observe", "co-deliver", "deliver-observed", "deliver". Nothing when there is no
/// such word.
std::string_view word_of(Rung rung);
std::optional<Rung> parse_rung(std::string_view word);

} // namespace guidepost
