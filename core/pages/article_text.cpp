// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/plain_body.h"
#include "core/pages/notices.h"
#include "core/pages/render.h"
#include "core/text/text.h"
#include "core/text/wrap.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::pages {
namespace {

constexpr std::size_t narrowest = 20;

class TextPage {
public:
    explicit TextPage(std::size_t width) : width_{width} {}

    void paragraph(const std::string& words)
    {
        if (!words.empty())
            text_ += wrapped(one_line(words), width_) + "\n\n";
    }

    void heading(const std::string& words, char mark)
    {
        text_ += guidance::underlined(one_line(words), mark, width_) + '\n';
    }
    void item(const std::string& mark, const std::string& words)
    {
        text_ += wrapped(one_line(words), width_, mark, std::string(mark.size(), ' ')) + '\n';
    }
    void add(const std::string& ready) { text_ += ready; }
    void gap() { text_ += '\n'; }

    std::string take()
    {
        text_.resize(text_.find_last_not_of('\n') + 1);
        return text_ + '\n';
    }

private:
    static std::string one_line(const std::string& words)
    {
        auto line = printable(words);
        std::replace(line.begin(), line.end(), '\n', ' ');
        return line;
    }

    std::size_t width_;
    std::string text_;
};

} // namespace

std::string article_text(const ArticlePage& page, std::size_t width)
{
    width = std::max(width, narrowest);
    const auto document = guidance::read_document(page.article.text);
    const auto& sections = document.body.sections;
    const bool lists_its_own_sources = std::any_of(
        sections.begin(), sections.end(), [](const auto& section) { return section.anchor == "sources"; });
    const auto notices = notices_of(page, document.meta, lists_its_own_sources);
    const auto body = guidance::plain_body(document.markdown, page.article.title, width, page.links);

    TextPage text{width};
    text.heading(title_to_show(page.article.title), '=');
    text.paragraph(join(notices.about, " \u00B7 "));
    text.paragraph(notices.public_sources);
    for (const auto& warning : notices.warnings)
        text.paragraph("! " + warning.what + " " + warning.text);
    if (!notices.summary.empty())
        text.paragraph("In short. " + notices.summary);
    text.add(body.text);
    text.gap();
    if (!notices.sources.empty()) {
        text.heading(notices.sources_heading, '-');
        for (const auto& source : notices.sources)
            text.item("- ", source);
        text.gap();
    }
    if (!body.links.empty()) {
        text.heading("Links", '-');
        for (std::size_t i = 0; i < body.links.size(); ++i)
            text.item(fmt::format("[{}] ", i + 1), body.links[i]);
        text.gap();
    }
    if (!page.related.empty()) {
        text.heading("Related", '-');
        for (const auto& hit : page.related)
            text.item("- ", fmt::format("{} ({})", title_to_show(hit.title), hit.article.value()));
        text.gap();
    }
    for (const auto& line : notices.footer)
        text.item("", line);
    return text.take();
}

} // namespace guidepost::pages
