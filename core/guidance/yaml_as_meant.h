// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: front matter as people type it, made YAML that says what they meant.
#pragma once

#include <string>
#include <string_view>

namespace guidepost::guidance {

/// With quotation marks round values that YAML would cut or refuse: "title: Recall: what to do first",
/// "title: Unit #4", "title: [Draft] Recall", "title: \"He\" says no". Lines stay lines, with LF.
std::string as_meant(std::string_view yaml);

} // namespace guidepost::guidance
