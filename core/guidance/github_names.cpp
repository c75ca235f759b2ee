// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/github_names.h"

#include "core/text/characters.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::guidance {

std::string github_name(std::string_view heading)
{
    std::string name;
    heading = trimmed(heading);
    for (std::size_t i = 0; i < heading.size();) {
        const auto here = code_point_at(heading, i);
        i += std::max<std::size_t>(here.bytes, 1);
        if (here.value == ' ')
            name += '-';
        else if (here.value == '-' || here.value == '_' || is_word_character(here.value))
            append_utf8(name, small(here.value));
    }
    return name;
}

std::string GithubNames::next(std::string_view heading)
{
    const auto base = github_name(heading);
    const auto [count, is_new] = used_.try_emplace(base, 0);
    auto name = base;
    if (!is_new)
        do
            name = fmt::format("{}-{}", base, ++count->second);
        while (!used_.try_emplace(name, 0).second);
    return name;
}

} // namespace guidepost::guidance
