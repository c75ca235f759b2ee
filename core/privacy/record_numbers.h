// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: numbers under which records are kept. Each function says where the number that
// starts at `at` ends, 0 when none starts there. `at` is the start of a word.
#pragma once

#include <cstddef>
#include <string_view>

namespace guidepost::privacy {

std::size_t crn_end(std::string_view text, std::size_t at);
std::size_t prison_number_end(std::string_view text, std::size_t at);
std::size_t booking_number_end(std::string_view text, std::size_t at);
std::size_t pnc_end(std::string_view text, std::size_t at);
std::size_t cro_end(std::string_view text, std::size_t at);
std::size_t insurance_number_end(std::string_view text, std::size_t at);
std::size_t nhs_number_end(std::string_view text, std::size_t at);

} // namespace guidepost::privacy
