// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace guidepost::guidance {

struct TitledText {
    std::string title = {};
    std::string source = {};
    std::string path = {}; ///< within its source
};

/// For each of a list what tells it from others of the same title: its folder ("handbook/leave"), or its
/// whole path where that is the same too. "" where the title stands once.
std::vector<std::string> places_told_apart(const std::vector<TitledText>& texts);

} // namespace guidepost::guidance
