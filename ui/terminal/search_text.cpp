// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/search_text.h"

#include "core/text/text.h"
#include "core/text/wrap.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace guidepost::terminal {
namespace {

constexpr std::string_view indent = "     ";
constexpr std::size_t values_shown = 12;

std::string one_line(std::string_view text)
{
    auto line = clean(text);
    for (auto& c : line)
        if (c == '\n')
            c = ' ';
    return line;
}

std::string standing(const search::Hit& hit)
{
    if (hit.state == guidance::ArticleState::imported)
        return fmt::format("not reviewed, imported from {}", one_line(hit.source));
    if (hit.state == guidance::ArticleState::withdrawn)
        return "withdrawn";
    if (!hit.review_by)
        return "guidance";
    const auto date = format_date_long(*hit.review_by);
    return hit.is_expired ? fmt::format("guidance, past its review date ({})", date)
                          : fmt::format("guidance, review by {}", date);
}

std::string headline(const search::Query& query, const search::Page& page)
{
    const auto text = one_line(query.text);
    if (page.total == 0)
        return fmt::format("Nothing found for \"{}\".\n", text);
    if (page.hits.empty())
        return fmt::format("No more hits for \"{}\": there are {}{}.\n", text,
                           page.total_is_exact ? "" : "about ", page.total);
    return fmt::format("{}{} {} for \"{}\"; {} to {}:\n", page.total_is_exact ? "" : "About ", page.total,
                       page.total == 1 ? "article" : "articles", text, query.offset + 1,
                       query.offset + page.hits.size());
}

std::string hit_text(const search::Hit& hit, std::size_t number, const Output& out)
{
    const auto paragraph = [&](const std::string& words) {
        return words.empty() ? "" : wrapped(words, out.width(), indent, indent) + "\n";
    };
    auto title = std::string{bold_on} + one_line(hit.title) + std::string{bold_off};
    if (!hit.section.empty() && hit.section != hit.title)
        title += " \u203A " + one_line(hit.section);
    if (!hit.place.empty())
        title += " (" + one_line(hit.place) + ")";
    auto text = wrapped(title, out.width(), fmt::format("{:>3}. ", number), indent) + "\n";
    text += paragraph(snippet_text(hit.snippet));
    for (const auto& reason : hit.why)
        text += wrapped(one_line(reason), out.width(), "     * ", "       ") + "\n";
    const auto name = hit.anchor.empty() ? hit.article.value() : hit.article.value() + "#" + hit.anchor;
    return text + paragraph(fmt::format("{} ({})", one_line(name), standing(hit)));
}

std::string facets_text(const search::FacetCounts& counts, const Output& out)
{
    std::string text;
    for (const auto& [facet, values] : counts) {
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < std::min(values.size(), values_shown); ++i)
            parts.push_back(fmt::format("{} ({})", one_line(values[i].value), values[i].articles));
        if (values.size() > values_shown)
            parts.push_back(fmt::format("and {} more", values.size() - values_shown));
        if (!parts.empty())
            text += wrapped(join(parts, ", "), out.width(),
                            fmt::format("  --{:<10} ", search::facet_name(facet)), std::string(15, ' ')) +
                    "\n";
    }
    return text.empty() ? "" : "\nNarrow by (in articles):\n" + text;
}

} // namespace

std::string snippet_text(std::string_view html)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> marks{{
        {"<b>", bold_on},
        {"</b>", bold_off},
        {"&lt;", "<"},
        {"&gt;", ">"},
        {"&quot;", "\""},
        {"&#39;", "'"},
        {"&amp;", "&"},
    }};
    // Cleaned before the marks go in: text must not be able to bring its own.
    const auto source = one_line(html);
    std::string text;
    for (std::size_t at = 0; at < source.size();) {
        bool is_mark = false;
        for (const auto& [mark, meaning] : marks) {
            if (source.compare(at, mark.size(), mark) != 0)
                continue;
            text += meaning;
            at += mark.size();
            is_mark = true;
            break;
        }
        if (!is_mark)
            text += source[at++];
    }
    return text;
}

std::string search_text(const search::Query& query, const search::Page& page,
                        const search::FacetCounts& counts, const Output& out)
{
    auto text = headline(query, page);
    const auto say = [&](const std::string& words) {
        text += wrapped(one_line(words), out.width()) + "\n";
    };
    if (!page.read_as.empty() && page.total > 0)
        say("Read as: " + page.read_as);
    for (const auto& note : page.notes)
        say(note);
    for (const auto& choice : page.choices)
        say(fmt::format("{} has more than one meaning and all were searched. To narrow, search for \"{}\".",
                        choice.term, join(choice.meanings, "\" or \"")));
    if (!page.suggestion.empty())
        say(fmt::format("Did you mean \"{}\"?", page.suggestion));
    if (page.total == 0 && page.suggestion.empty())
        say("Try fewer or other words: plain words of the case are enough.");
    std::size_t number = query.offset;
    for (const auto& hit : page.hits)
        text += "\n" + hit_text(hit, ++number, out);
    text += facets_text(counts, out);
    if (page.hits.size() == query.limit && page.total > query.offset + page.hits.size())
        text += fmt::format("\nFor more: --offset {}\n", query.offset + page.hits.size());
    return out.styled(std::move(text));
}

} // namespace guidepost::terminal
