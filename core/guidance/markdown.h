// SPDX-License-Identifier: GPL-2.0-or-later
// Markdown in, sections and safe HTML out: CommonMark, with tables, footnotes and boxes as other programs
// write them. No word is dropped: of raw HTML and of a link that leads nowhere the words stay. Nothing a text
// holds becomes active, and no picture is shown.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::guidance {

/// What one heading opens. The first section may have no heading: what stands before the first one.
struct Section {
    std::string heading = {}; ///< plain text
    std::string anchor = {};  ///< unique within the article, stable while the heading is
    int level = 0;            ///< 1 to 6; 0 for the text before the first heading
    std::string text = {};    ///< plain text, blocks parted by line feeds
    std::size_t line = 1;     ///< of the body, from 1, on which it starts
};

struct Link {
    std::string target = {}; ///< as written: "kb:slug#heading", "https://..."
    std::size_t line = 0;    ///< within the body, from 1
};

/// What a page cannot show, by line of the body.
struct NotShown {
    std::size_t line = 0;
    std::string what = {}; ///< "a picture is not shown"
};

/// A name by which a link may lead to a section; "" for the page's beginning.
struct Name {
    std::string name = {};
    std::string anchor = {};
};

struct Body {
    std::vector<Section> sections = {};
    std::vector<Link> links = {};
    std::vector<Name> names = {};         ///< as GitHub makes them of headings, then what authors gave
    std::vector<NotShown> not_shown = {}; ///< by line
    std::size_t depth = 0;                ///< deepest nesting of blocks and inlines
};

/// Deeper nesting than this is refused at the door: no article needs it and renderers suffer.
inline constexpr std::size_t deepest_nesting = 60;

Body read_body(std::string_view markdown);

/// Where links lead instead, by what is written: see links.h.
using LinkTargets = std::map<std::string, std::string, std::less<>>;

/// The body as HTML, to stand below the page's title (h1): when a heading of level 1 is left, all move
/// one level down. A first heading equal to `title` is left out.
std::string body_html(std::string_view markdown, std::string_view title, const LinkTargets& targets = {});

/// "kb:slug#heading" -> "guidepost://article/slug#heading"; "" for what is no such link.
std::string article_url(std::string_view kb_target);

/// Whether a target stays a link on the page: to an article, within the page, https, http or mailto.
bool is_shown_link(std::string_view target);

} // namespace guidepost::guidance
