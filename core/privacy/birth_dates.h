// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/values/clock.h"

#include <cstddef>
#include <string_view>

namespace guidepost::privacy {

/// Where a date of birth that starts at `at` ends; 0 when none does. Dates are dd/mm/yy(yy) with
/// strokes, dashes or dots, d Mon yyyy and yyyy-mm-dd. One is taken for a date of birth near "born",
/// "DOB", "aged" and the like, or when it makes somebody 10 to 100 years old.
std::size_t birth_date_end(std::string_view text, std::size_t at, Date today);

} // namespace guidepost::privacy
