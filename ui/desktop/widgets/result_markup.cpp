// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/result_markup.h"

#include "core/pages/pages.h"

#include <fmt/format.h>

// Marks a text for the translators; it is translated where it is shown.
#define N_(text) text

namespace guidepost::desktop {
namespace {

constexpr std::string_view path_arrow = " \xE2\x80\xBA ";

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// A label in a small coloured box. It never breaks across lines.
std::string label(std::string_view words, std::string_view back, std::string_view text)
{
    auto kept_together = escape_markup(words);
    replace_all(kept_together, " ", no_break_space);
    return fmt::format("<span size=\"smaller\" background=\"{}\" foreground=\"{}\">{}{}{}</span>", back, text,
                       no_break_space, kept_together, no_break_space);
}

bool is_about_the_case(std::string_view why)
{
    return why.starts_with("fits the case");
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

} // namespace

const ResultColours& result_colours(Background background)
{
    static const ResultColours light{.quiet = "#595e66",
                                     .match_back = "#ffefa3",
                                     .match_text = "#1b1d21",
                                     .tag_back = "#dde8f7",
                                     .tag_text = "#17457f",
                                     .fits_back = "#d9f0dc",
                                     .fits_text = "#155724",
                                     .warn_back = "#fde3d5",
                                     .warn_text = "#8a3208"};
    static const ResultColours dark{.quiet = "#b4b8bf",
                                    .match_back = "#6b5600",
                                    .match_text = "#ffffff",
                                    .tag_back = "#23405f",
                                    .tag_text = "#cfe2fa",
                                    .fits_back = "#1f4a2b",
                                    .fits_text = "#c9efd2",
                                    .warn_back = "#5c2b12",
                                    .warn_text = "#ffd9c4"};
    return background == Background::dark ? dark : light;
}

std::string escape_markup(std::string_view text)
{
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&apos;"; // wx takes the & of a numeric one for a mnemonic's
            break;
        case '\n':
        case '\r':
        case '\t':
            escaped += ' ';
            break;
        default:
            // Pango refuses the whole row for one control character.
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
                escaped += c;
        }
    }
    return escaped;
}

std::string highlight_snippet(std::string_view snippet, const ResultColours& colours)
{
    // The snippet's own escapes are undone and made anew, so that nothing but <b> gets through.
    const auto plain = [](std::string_view part) {
        std::string text{part};
        replace_all(text, "&lt;", "<");
        replace_all(text, "&gt;", ">");
        replace_all(text, "&quot;", "\"");
        replace_all(text, "&#39;", "'");
        replace_all(text, "&amp;", "&");
        return escape_markup(text);
    };
    constexpr std::string_view open = "<b>", close = "</b>";
    std::string markup;
    while (!snippet.empty()) {
        const auto start = snippet.find(open);
        const auto end = start == std::string_view::npos ? start : snippet.find(close, start);
        if (end == std::string_view::npos)
            return markup + plain(snippet);
        markup += plain(snippet.substr(0, start));
        markup += fmt::format("<span background=\"{}\" foreground=\"{}\" weight=\"bold\">{}</span>",
                              colours.match_back, colours.match_text,
                              plain(snippet.substr(start + open.size(), end - start - open.size())));
        snippet.remove_prefix(end + close.size());
    }
    return markup;
}

std::vector<std::string> warnings_of(const search::Hit& hit, const Translate& translate)
{
    std::vector<std::string> warnings;
    if (hit.state == guidance::ArticleState::imported)
        warnings.push_back(translate(N_("Not reviewed")));
    if (hit.state == guidance::ArticleState::withdrawn)
        warnings.push_back(translate(N_("Withdrawn")));
    if (hit.is_expired)
        warnings.push_back(hit.review_by ? filled_in(translate(N_("Review overdue since %s")),
                                                     format_date_long(*hit.review_by))
                                         : translate(N_("Review overdue")));
    return warnings;
}

std::string result_markup(const search::Hit& hit, const ResultColours& colours,
                          const search::Vocabulary& vocabulary, const Translate& translate)
{
    auto markup = fmt::format("<b>{}</b>", escape_markup(hit.title));
    if (!hit.place.empty())
        markup += fmt::format(" <span size=\"smaller\" foreground=\"{}\">{}</span>", colours.quiet,
                              escape_markup(hit.place));

    std::string path = hit.owner.empty() ? std::string{} : pages::words_of(hit.owner, vocabulary);
    if (!hit.section.empty())
        path += (path.empty() ? std::string{} : std::string{path_arrow}) + hit.section;
    if (!path.empty())
        markup += fmt::format("\n<span size=\"smaller\" foreground=\"{}\">{}</span>", colours.quiet,
                              escape_markup(path));

    if (!hit.snippet.empty())
        markup += "\n" + highlight_snippet(hit.snippet, colours);

    std::string labels;
    const auto add = [&](std::string_view words, const std::string& back, const std::string& text) {
        labels += (labels.empty() ? "" : "  ") + label(words, back, text);
    };
    for (const auto& warning : warnings_of(hit, translate))
        add(warning, colours.warn_back, colours.warn_text);
    for (const auto& programme : hit.programme)
        add(pages::words_of(programme, vocabulary), colours.tag_back, colours.tag_text);
    if (!hit.kind.empty() && hit.kind != "topic")
        add(pages::words_of(hit.kind, vocabulary), colours.tag_back, colours.tag_text);
    std::string reasons;
    for (const auto& why : hit.why) {
        if (is_about_the_case(why))
            add(capitalised(why), colours.fits_back, colours.fits_text);
        else
            reasons += (reasons.empty() ? std::string{} : std::string{middle_dot}) + capitalised(why);
    }
    if (!labels.empty())
        markup += "\n" + labels;
    if (!reasons.empty())
        markup += fmt::format("\n<span size=\"smaller\" style=\"italic\" foreground=\"{}\">{}</span>",
                              colours.quiet, escape_markup(reasons));
    return markup;
}

} // namespace guidepost::desktop
