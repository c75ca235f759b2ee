// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/privacy/pasted_lines.h"

#include "tests/core/privacy/pasted_slots.h"

#include <algorithm>
#include <array>

namespace guidepost::test {
namespace {

PastedLine line_of(const PastedTemplate& pattern, const PastedHalf& half, Chance& chance)
{
    PastedLine line{pattern.kind, "", {}};
    const SomeBirth birth{chance};
    const auto text = pattern.text;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at, 2) == "[[") {
            line.private_parts.emplace_back(line.text.size(), 0);
            at += 2;
        } else if (text.substr(at, 2) == "]]") {
            line.private_parts.back().second = line.text.size();
            at += 2;
        } else if (text[at] == '{') {
            const auto end = text.find('}', at);
            line.text += filled(text.substr(at + 1, end - at - 1), half, birth, chance);
            at = end + 1;
        } else {
            line.text += text[at++];
        }
    }
    return line;
}

} // namespace

std::vector<PastedLine> pasted_lines(const PastedHalf& half, std::size_t count, unsigned seed)
{
    Chance chance{seed};
    std::vector<PastedLine> lines;
    for (std::size_t i = 0; i < count; ++i)
        lines.push_back(line_of(half.templates[i % half.templates.size()], half, chance));
    return lines;
}

bool is_kind_of_name(std::string_view kind)
{
    static constexpr std::array kinds{"title",          "kinship",         "naming",        "case role",
                                      "initials",       "word name",       "small letters", "all capitals",
                                      "first and last", "many traditions", "other script"};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

} // namespace guidepost::test
