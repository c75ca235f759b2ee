// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/judge.h"

#include "core/guidance/article.h"
#include "core/guidance/hostile_text.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace guidepost::guidance {
namespace {

/// Why the text cannot even be parsed.
std::optional<std::string> why_unreadable(std::string_view text)
{
    if (const auto at = first_invalid_utf8(text))
        return fmt::format("is not UTF-8 text (byte {}); save it as UTF-8", *at + 1);
    if (text.find('\0') != std::string_view::npos)
        return "has a NUL byte, so it is not text";
    return why_too_costly(text);
}

bool has_words(const Body& body)
{
    return std::any_of(body.sections.begin(), body.sections.end(), [](const Section& section) {
        return !trimmed(section.heading).empty() || !trimmed(section.text).empty();
    });
}

} // namespace

Judged judge_text(std::string_view text, std::string_view path, Standard standard)
{
    Judged judged;
    const auto refuse = [&](std::string why) {
        judged.problems.push_back({Severity::error, 0, {}, std::move(why)});
        return judged;
    };
    if (auto why = why_unreadable(text))
        return refuse(std::move(*why));
    auto document = read_document(text);
    if (document.body.depth > deepest_nesting)
        return refuse(fmt::format("nests lists, quotes or emphasis deeper than {}", deepest_nesting));
    judged.is_readable = true;
    judged.title = title_of(document, path);
    judged.id = document.meta.id;
    judged.problems = document.problems;
    for (const auto& part : document.body.not_shown)
        judged.problems.push_back({Severity::warning, part.line + document.body_line - 1, {}, part.what});
    if (standard == Standard::pack) {
        check_required(document.meta, judged.problems);
    } else {
        // Nobody wrote these for us: what we cannot read of the front matter is no reason to refuse.
        for (auto& problem : judged.problems)
            problem.severity = Severity::warning;
        std::erase_if(judged.problems, [](const Problem& p) { return !p.key.empty(); });
    }
    if (!has_words(document.body))
        return refuse("has no text");
    judged.links = std::move(document.body.links);
    for (auto& link : judged.links)
        link.line += document.body_line - 1;
    judged.names = std::move(document.body.names);
    return judged;
}

} // namespace guidepost::guidance
