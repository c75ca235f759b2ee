// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/cmark_tree.h"

#include "core/guidance/markdown.h"
#include "core/text/text.h"

#include <fmt/format.h>

namespace guidepost::guidance {

Tree parse_tree(std::string_view markdown)
{
    return Tree{cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT)};
}

std::string_view literal(cmark_node* node)
{
    const char* text = cmark_node_get_literal(node);
    return text ? text : "";
}

std::string_view target_of(cmark_node* link)
{
    const char* url = cmark_node_get_url(link);
    return url ? url : "";
}

std::string plain_text(cmark_node* root)
{
    std::string text;
    walk(root, [&](cmark_node* node, bool entering) {
        if (!entering)
            return;
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            text += literal(node);
            break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            text += ' ';
            break;
        default:
            break;
        }
    });
    return text;
}

std::string safe_target(std::string_view target)
{
    if (auto url = article_url(target); !url.empty())
        return url;
    const auto start = lower_ascii(target.substr(0, 10));
    for (const std::string_view allowed : {"https://", "http://", "mailto:", "#"})
        if (start.starts_with(allowed))
            return std::string{target};
    return {};
}

std::string Anchors::next(std::string_view heading)
{
    auto base = slug(heading).substr(0, 80);
    base.resize(base.find_last_not_of('-') + 1);
    if (base.empty())
        base = "section";
    auto anchor = base;
    int& count = used_[base];
    ++count;
    // "Plan", "Plan 2", "Plan": the third may not take the second's "plan-2".
    while (count > 1) {
        anchor = fmt::format("{}-{}", base, count);
        if (used_.try_emplace(anchor, 1).second)
            break;
        ++count;
    }
    return anchor;
}

} // namespace guidepost::guidance
