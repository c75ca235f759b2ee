// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/danger_words.h"

#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::pages {

DangerWords danger_words(const std::vector<consultation::RedFlag>& flags)
{
    const auto& first = flags.front();
    DangerWords words{first.headline, first.number, first.says, {}};
    words.more.push_back(fmt::format("{}. {}", first.title, first.more));
    auto call = first.call;
    for (std::size_t at = 1; at < flags.size(); ++at) {
        const auto& flag = flags[at];
        words.more.push_back(fmt::format("It may also be this. {}. {}", flag.title, flag.says));
        for (const auto& whom : flag.call)
            if (std::find(call.begin(), call.end(), whom) == call.end())
                call.push_back(whom);
    }
    words.more.push_back(fmt::format("Call, in this order: {}.", join(call, "; ")));
    return words;
}

} // namespace guidepost::pages
