// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/cmark_tree.h"

#include "core/guidance/markdown.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guidepost::guidance {

Tree parse_tree(std::string_view markdown)
{
    return Tree{cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT)};
}

std::vector<cmark_node*> nodes_of(cmark_node* root, std::initializer_list<cmark_node_type> types)
{
    std::vector<cmark_node*> found;
    walk(root, [&](cmark_node* node, bool entering) {
        if (entering && std::find(types.begin(), types.end(), cmark_node_get_type(node)) != types.end())
            found.push_back(node);
    });
    return found;
}

cmark_node* new_drawn(Drawn kind, const std::string& enter, const std::string& exit)
{
    // The parser keeps a pointer for us and never looks at it: to one of these.
    static std::array kinds{Drawn::nothing,     Drawn::table,    Drawn::header_row, Drawn::row,
                            Drawn::header_cell, Drawn::cell,     Drawn::note_box,   Drawn::notes,
                            Drawn::note,        Drawn::note_mark};
    auto* node =
        cmark_node_new(kind == Drawn::note_mark ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(node, enter.c_str());
    cmark_node_set_on_exit(node, exit.c_str());
    cmark_node_set_user_data(node, &kinds.at(static_cast<std::size_t>(kind)));
    return node;
}

Drawn drawn_as(cmark_node* node)
{
    const auto* kind = static_cast<const Drawn*>(cmark_node_get_user_data(node));
    return kind ? *kind : Drawn::nothing;
}

cmark_node* new_text(const std::string& words)
{
    auto* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, words.c_str());
    return text;
}

void move_children(cmark_node* from, cmark_node* to)
{
    while (auto* child = cmark_node_first_child(from))
        cmark_node_append_child(to, child);
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
