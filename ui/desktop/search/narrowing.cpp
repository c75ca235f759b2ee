// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/narrowing.h"

#include "core/text/text.h"

#include <algorithm>

namespace guidepost::desktop {
namespace {

bool is_part_of_word(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

bool has_word_from(std::string_view lowered, std::string_view start)
{
    for (auto at = lowered.find(start); at != std::string_view::npos; at = lowered.find(start, at + 1))
        if (at == 0 || !is_part_of_word(lowered[at - 1]))
            return true;
    return false;
}

} // namespace

bool begins_a_found_word(std::string_view query, const std::vector<search::Hit>& hits)
{
    const auto words = split(query, ' ');
    if (words.empty())
        return true;
    const auto last = lower_ascii(words.back());
    return std::any_of(hits.begin(), hits.end(), [&](const search::Hit& hit) {
        return has_word_from(lower_ascii(hit.title), last) || has_word_from(lower_ascii(hit.snippet), last);
    });
}

std::string with_meaning(std::string_view query, std::string_view form, std::string_view meaning)
{
    const auto phrase = "\"" + std::string{meaning} + "\"";
    const auto lowered = lower_ascii(query);
    const auto wanted = lower_ascii(form);
    std::string narrowed{query};
    if (wanted.empty())
        return narrowed;
    for (auto at = lowered.find(wanted); at != std::string::npos; at = lowered.find(wanted, at + 1)) {
        const auto end = at + wanted.size();
        if ((at == 0 || !is_part_of_word(lowered[at - 1])) &&
            (end == lowered.size() || !is_part_of_word(lowered[end])))
            return narrowed.replace(at, wanted.size(), phrase);
    }
    return narrowed.empty() ? phrase : narrowed + " " + phrase;
}

} // namespace guidepost::desktop
