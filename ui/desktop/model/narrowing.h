// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guidepost::desktop {

/// The query with a short form replaced by one of its meanings, as a phrase: "AP rules" becomes
/// "\"approved premises\" rules". Capitals do not matter, whole words only; a query that does not hold
/// the form gets the phrase added.
std::string with_meaning(std::string_view query, std::string_view form, std::string_view meaning);

} // namespace guidepost::desktop
