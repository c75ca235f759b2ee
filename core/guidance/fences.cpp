// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/front_matter.h"
#include "core/text/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace guidepost::guidance {
namespace {

using Form = SplitText::Form;

/// What front matters hold everywhere; with one of these it is one, whatever else stands there.
constexpr std::array common_keys{"title",    "id",      "summary", "description", "date",      "tags",
                                 "author",   "authors", "layout",  "kind",        "owner",     "sources",
                                 "language", "lang",    "slug",    "categories",  "category",  "aliases",
                                 "draft",    "weight",  "topics",  "review_by",   "effective", "permalink",
                                 "created",  "updated", "keywords"};

struct Line {
    std::string_view text = {}; ///< without its end
    std::size_t from = 0, next = 0;
};

Line line_at(std::string_view text, std::size_t from)
{
    const auto end = std::min(text.find_first_of("\r\n", from), text.size());
    const std::size_t ends = text.substr(end, 2) == "\r\n" ? 2 : end < text.size() ? 1 : 0;
    return {text.substr(from, end - from), from, end + ends};
}

std::string_view without_trailing_blanks(std::string_view line)
{
    return line.substr(0, line.find_last_not_of(" \t") + 1);
}

bool ends_front_matter(std::string_view line, Form form)
{
    line = without_trailing_blanks(line);
    return form == Form::toml ? line == "+++" : line == "---" || line == "...";
}

/// The name before a colon (YAML) or an equals sign (TOML); nothing for a line that is no entry.
std::optional<std::string_view> key_of(std::string_view line, Form form)
{
    const auto end = form == Form::yaml ? line.find(':') : line.find('=');
    if (end == std::string_view::npos || end == 0)
        return std::nullopt;
    if (form == Form::yaml && end + 1 < line.size() && line[end + 1] != ' ' && line[end + 1] != '\t')
        return std::nullopt;
    const auto key = without_trailing_blanks(line.substr(0, end));
    const bool is_word = std::all_of(key.begin(), key.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.' ||
               c == '"' || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
    });
    return is_word && !key.empty() ? std::optional{key} : std::nullopt;
}

bool is_common(std::string_view key)
{
    const auto name = lower_ascii(key);
    return std::find(common_keys.begin(), common_keys.end(), name) != common_keys.end();
}

/// Whether what stands between the fences is keys and values. Sentences between two rules are not, also where
/// one of them has a colon.
bool is_map(std::string_view raw, Form form)
{
    bool has_key = false, has_small_key = false, has_other = false, is_first = true, starts_at_once = true;
    for (std::size_t at = 0; at < raw.size();) {
        const auto line = line_at(raw, at);
        at = line.next;
        const auto text = without_trailing_blanks(line.text);
        const bool was_first = std::exchange(is_first, false);
        if (text.empty()) {
            starts_at_once = starts_at_once && !was_first;
            continue;
        }
        const char first = text.front();
        if (const auto key = key_of(text, form)) {
            if (is_common(*key))
                return true;
            has_key = true;
            has_small_key = has_small_key || std::isupper(static_cast<unsigned char>(first)) == 0;
        } else if (first == '&' || first == '?' || first == ':' || first == '%' || first == '{') {
            has_small_key = has_key = true; // other YAML, which the reader refuses by name
        } else if (first != ' ' && first != '\t' && first != '#' && first != ']' && first != '}' &&
                   !(text.starts_with("- ") && has_key) && !(form == Form::toml && first == '[')) {
            has_other = true;
        }
    }
    return has_key && has_small_key && !has_other && starts_at_once;
}

bool is_blank(std::string_view text)
{
    return trimmed(text).empty();
}

} // namespace

SplitText split_front_matter(std::string_view text)
{
    SplitText result;
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    result.body = text;
    auto fence = line_at(text, 0);
    std::size_t number = 1;
    while (is_blank(fence.text) && fence.next < text.size()) {
        fence = line_at(text, fence.next);
        ++number;
    }
    const auto mark = without_trailing_blanks(fence.text);
    if (mark != "---" && mark != "+++")
        return result;
    const auto form = mark == "+++" ? Form::toml : Form::yaml;
    auto line_number = number;
    for (auto at = fence.next; at < text.size();) {
        const auto line = line_at(text, at);
        at = line.next;
        ++line_number;
        if (!ends_front_matter(line.text, form))
            continue;
        const auto raw = text.substr(fence.next, line.from - fence.next);
        if (!is_blank(raw) && !is_map(raw, form))
            return result;
        return {raw, text.substr(line.next), line_number + 1, SplitText::Fence::closed, form, number};
    }
    // Without an end: where the first line is a key, a front matter that was not closed.
    if (is_map(line_at(text, fence.next).text, form)) {
        result.fence = SplitText::Fence::unclosed;
        result.form = form;
        result.fence_line = number;
    }
    return result;
}

} // namespace guidepost::guidance
