// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: the months as people write them, in English and Welsh.
#pragma once

#include <string>
#include <string_view>

namespace guidepost::privacy {

/// "january|jan|...": each name, the longer ones first.
std::string months_expression();

/// "mar", "March", "Fawrth", "3" -> 3; 0 for no month.
int month_of(std::string_view word);

} // namespace guidepost::privacy
