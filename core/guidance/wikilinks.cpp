// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/wikilinks.h"

#include "core/text/text.h"

#include <algorithm>
#include <array>

namespace guidepost::guidance {
namespace {

constexpr std::size_t longest_wikilink = 300;
constexpr std::array pictures{".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".avif"};

bool is_picture(std::string_view target)
{
    const auto name = lower_ascii(target);
    return std::any_of(pictures.begin(), pictures.end(),
                       [&](const char* end) { return name.ends_with(end); });
}

bool is_within_link(cmark_node* node)
{
    constexpr int far_enough = 100; // deeper texts are refused
    auto* at = cmark_node_parent(node);
    for (int i = 0; at && i < far_enough; ++i, at = cmark_node_parent(at)) {
        const auto type = cmark_node_get_type(at);
        if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
            return true;
        if (type <= CMARK_NODE_LAST_BLOCK)
            return false;
    }
    return false;
}

cmark_node* drawn(std::string_view inside, bool is_embedded)
{
    const auto bar = inside.find('|');
    const auto target = trimmed(inside.substr(0, bar));
    auto words = bar == std::string_view::npos ? target : trimmed(inside.substr(bar + 1));
    if (words.starts_with('#'))
        words.remove_prefix(1);
    const bool is_shown_picture = is_embedded && is_picture(target);
    auto* node = cmark_node_new(is_shown_picture ? CMARK_NODE_IMAGE : CMARK_NODE_LINK);
    cmark_node_set_url(node, (std::string{wiki_scheme} + std::string{target}).c_str());
    cmark_node_append_child(node, new_text(std::string{words}));
    return node;
}

void draw(cmark_node* text, MarkdownTree& tree)
{
    const std::string words{literal(text)};
    std::size_t kept = 0;
    for (auto at = words.find("[["); at != std::string::npos; at = words.find("[[", std::max(at + 2, kept))) {
        const auto end = words.find("]]", at + 2);
        if (end == std::string::npos)
            break;
        const auto inside = std::string_view{words}.substr(at + 2, end - at - 2);
        if (inside.size() > longest_wikilink || trimmed(inside).empty() ||
            inside.find('[') != std::string_view::npos)
            continue;
        const bool is_embedded = at > kept && words[at - 1] == '!';
        const auto from = at - (is_embedded ? 1 : 0);
        if (from > kept)
            cmark_node_insert_before(text, new_text(words.substr(kept, from - kept)));
        auto* node = drawn(inside, is_embedded);
        cmark_node_insert_before(text, node);
        tree.put_in.emplace(node, tree.line_of(text));
        if (is_embedded && cmark_node_get_type(node) == CMARK_NODE_LINK)
            tree.not_shown.push_back(
                {tree.line_of(text), "another text is to be set in here; its name is shown"});
        kept = end + 2;
    }
    if (kept > 0)
        cmark_node_set_literal(text, words.substr(kept).c_str());
}

} // namespace

void draw_wikilinks(MarkdownTree& tree)
{
    for (auto* text : nodes_of(tree.tree.get(), {CMARK_NODE_TEXT}))
        if (literal(text).find("[[") != std::string_view::npos && !is_within_link(text))
            draw(text, tree);
}

} // namespace guidepost::guidance
