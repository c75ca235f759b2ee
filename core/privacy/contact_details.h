// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: where somebody lives or can be reached.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace guidepost::privacy {

/// Where the whole postcode, the telephone number that starts at `at` ends; 0 when none does.
std::size_t postcode_end(std::string_view text, std::size_t at);
std::size_t phone_end(std::string_view text, std::size_t at);

/// Start and end of the email address around the '@' at `sign`, which does not reach before
/// `not_before`; 0 and 0 when there is none.
std::pair<std::size_t, std::size_t> email_around(std::string_view text, std::size_t sign,
                                                 std::size_t not_before);

} // namespace guidepost::privacy
