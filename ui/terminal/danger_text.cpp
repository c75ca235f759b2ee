// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/danger_text.h"

#include "core/pages/danger_words.h"
#include "core/text/wrap.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace guidepost::terminal {
namespace {

std::string in_capitals(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

} // namespace

void add_danger(Output& out, const std::vector<consultation::RedFlag>& flags)
{
    const auto words = pages::danger_words(flags);
    const auto rule = std::string(std::min<std::size_t>(out.width(), 40), '=');
    out.add(fmt::format("{}\n{}\n\n", rule, out.bold(clean(in_capitals(words.headline)))));
    out.add(fmt::format("    {}\n\n", out.bold(clean(words.number))));
    out.add(wrapped(clean(words.says), out.width(), "", "") + "\n" + rule + "\n");
    for (const auto& line : words.more)
        out.add(wrapped(clean(line), out.width(), "  ", "  ") + "\n");
}

nlohmann::ordered_json danger_json(const std::vector<consultation::RedFlag>& flags)
{
    auto json = nlohmann::ordered_json::array();
    for (const auto& flag : flags)
        json.push_back({{"id", flag.id},
                        {"title", flag.title},
                        {"headline", flag.headline},
                        {"number", flag.number},
                        {"says", flag.says},
                        {"more", flag.more},
                        {"call", flag.call}});
    return json;
}

} // namespace guidepost::terminal
