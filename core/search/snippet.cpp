// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/snippet.h"

#include "core/text/text.h"

#include <algorithm>

namespace guidepost::search {
namespace {

constexpr std::size_t snippet_bytes = 190;

/// Xapian cuts and stems all it is given, so it is given the neighbourhood of the match only.
constexpr std::size_t window_bytes = 800;
constexpr std::size_t before_match_bytes = 250;

/// Where in the text the match lies, judged by its share of the positions.
std::size_t estimated_offset(const RecordSection& section, std::uint64_t first_match)
{
    if (first_match < section.text_from)
        return 0;
    constexpr std::size_t bytes_per_indexed_word = 10;
    return std::min(section.text.size(),
                    static_cast<std::size_t>(first_match - section.text_from) * bytes_per_indexed_word);
}

std::string window_of(const RecordSection& section, std::uint64_t first_match)
{
    const auto& text = section.text;
    if (text.size() <= window_bytes)
        return text;
    const auto match = estimated_offset(section, first_match);
    auto from = match > before_match_bytes ? match - before_match_bytes : 0;
    from = std::min(from, text.size() - window_bytes);
    auto to = from + window_bytes;
    if (from > 0)
        from = std::min(text.find_first_of(" \n", from), to);
    to = std::min(to, text.size());
    if (to < text.size())
        to = std::max(text.find_last_of(" \n", to), from);
    return text.substr(from, to - from);
}

bool starts_word(std::string_view text, std::size_t at)
{
    if (at == 0)
        return true;
    const auto before = static_cast<unsigned char>(text[at - 1]);
    return before < 0x80 && std::isalnum(before) == 0 && before != '&' && before != '<' && before != '/';
}

/// The word that is still being typed, marked where the engine has marked nothing.
std::string mark_prefix(std::string html, const std::string& prefix)
{
    if (prefix.size() < 2 || html.find("<b>") != std::string::npos)
        return html;
    const auto start = prefix.substr(1);
    const auto lowered = lower_ascii(html);
    for (auto at = lowered.find(start); at != std::string::npos; at = lowered.find(start, at + 1)) {
        if (!starts_word(lowered, at))
            continue;
        auto end = at;
        while (end < html.size() && std::isalpha(static_cast<unsigned char>(html[end])) != 0)
            ++end;
        return html.substr(0, at) + "<b>" + html.substr(at, end - at) + "</b>" + html.substr(end);
    }
    return html;
}

} // namespace

std::string escaped_html(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '&':
            result += "&amp;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string snippet_of(const Xapian::MSet& set, const Xapian::Stem& stemmer, const Record& record,
                       const BestSection& best, const std::string& prefix)
{
    if (record.sections.empty() || !best.matches)
        return escaped_html(record.summary);
    const auto text = window_of(record.sections[best.index], best.first_match);
    // Without the flags that look at the whole text: a fifth of the time, and the window is small.
    auto html = set.snippet(text, snippet_bytes, stemmer, 0, "<b>", "</b>", "\u2026");
    std::replace(html.begin(), html.end(), '\n', ' ');
    return mark_prefix(std::move(html), prefix);
}

} // namespace guidepost::search
