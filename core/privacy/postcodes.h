// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room.
#pragma once

#include <cstddef>
#include <string_view>

namespace guidepost::privacy {

/// Where the whole postcode that starts at `at` ends; 0 when none does.
std::size_t postcode_end(std::string_view text, std::size_t at);

} // namespace guidepost::privacy
