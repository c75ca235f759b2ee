// SPDX-License-Identifier: GPL-2.0-or-later
// Names of headings as GitHub makes them, which is what links within real folders were written for:
// "Risk & needs" is risk--needs, the third "Setup" is setup-2.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace guidepost::guidance {

/// Without a number. Letters of every script stay, in small letters where that is known here.
std::string github_name(std::string_view heading);

class GithubNames {
public:
    std::string next(std::string_view heading);

private:
    std::unordered_map<std::string, int> used_; ///< and the last number given behind it
};

} // namespace guidepost::guidance
