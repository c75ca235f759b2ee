// SPDX-License-Identifier: GPL-2.0-or-later
// CommonMark in, sections and safe HTML out. Raw HTML, pictures and every link that is not https,
// http, mailto or kb: are dropped; nothing a text holds becomes active.
#pragma once

#include <cstddef>
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

struct Body {
    std::vector<Section> sections = {};
    std::vector<Link> links = {};
    std::size_t depth = 0; ///< deepest nesting of blocks and inlines
};

/// Deeper nesting than this is refused at the door: no article needs it and renderers suffer.
inline constexpr std::size_t deepest_nesting = 60;

Body read_body(std::string_view markdown);

/// The body as HTML, to stand below the page's title (h1): when a heading of level 1 is left, all move
/// one level down. A first heading equal to `title` is left out.
std::string body_html(std::string_view markdown, std::string_view title);

/// "kb:slug#heading" -> "guidepost://article/slug#heading"; "" for what is no such link.
std::string article_url(std::string_view kb_target);

/// Whether a target stays a link on the page: to an article, within the page, https, http or mailto.
bool is_shown_link(std::string_view target);

} // namespace guidepost::guidance
