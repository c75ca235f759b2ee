// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/article.h"

#include "core/text/error.h"
#include "core/text/text.h"
#include "core/text/wrap.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guidepost::guidance {
namespace {

constexpr std::array states{std::pair{ArticleState::published, "published"},
                            std::pair{ArticleState::imported, "imported"},
                            std::pair{ArticleState::withdrawn, "withdrawn"}};
constexpr std::size_t summary_bytes = 200;
constexpr std::size_t title_bytes = 300;

std::string title_line(std::string_view text)
{
    auto line = printable(shortened(trimmed(text), title_bytes));
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

/// What a path calls the text, in words.
std::string name_of(std::string_view path)
{
    const auto stem = [](std::string_view part) {
        auto name = std::string{part.substr(part.rfind('/') + 1)};
        return name.substr(0, name.rfind('.'));
    };
    auto name = stem(path);
    const auto lowered = lower_ascii(name);
    const auto slash = path.rfind('/');
    const bool is_of_folder = lowered == "index" || lowered == "_index" || lowered == "readme";
    if (is_of_folder && slash != std::string_view::npos && slash > 0) {
        const auto folder = path.substr(0, slash);
        name = folder.substr(folder.rfind('/') + 1);
    }
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    return name;
}

} // namespace

std::string_view state_name(ArticleState state)
{
    return std::find_if(states.begin(), states.end(), [&](const auto& s) { return s.first == state; })
        ->second;
}

ArticleState parse_state(std::string_view name)
{
    const auto found =
        std::find_if(states.begin(), states.end(), [&](const auto& s) { return s.second == name; });
    if (found == states.end())
        throw Error{Errc::storage, fmt::format("The store names an unknown article state, \"{}\".", name)};
    return found->first;
}

Document read_document(std::string_view text)
{
    Document document;
    const auto parts = split_front_matter(text);
    auto front = read_front_matter(parts);
    document.meta = std::move(front.values);
    document.problems = std::move(front.problems);
    document.markdown = parts.body;
    document.body_line = parts.body_line;
    document.body = read_body(parts.body);
    return document;
}

std::string title_of(const Document& document, std::string_view path)
{
    if (auto title = title_line(document.meta.title); !title.empty())
        return title;
    for (const auto& section : document.body.sections)
        if (auto heading = title_line(section.heading); section.level == 1 && !heading.empty())
            return heading;
    return title_line(name_of(path));
}

std::string summary_of(const Document& document)
{
    if (const auto summary = trimmed(document.meta.summary); !summary.empty())
        return std::string{summary};
    for (const auto& section : document.body.sections)
        if (const auto text = trimmed(section.text); !text.empty())
            return shortened(text.substr(0, text.find('\n')), summary_bytes);
    return {};
}

bool is_expired(const FrontMatter& meta, Date today)
{
    return meta.review_by && std::chrono::sys_days{*meta.review_by} < std::chrono::sys_days{today};
}

} // namespace guidepost::guidance
