// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/markdown.h"

#include "core/guidance/cmark_tree.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace guidepost::guidance {
namespace {

/// Puts the children of `node` in its place.
void unwrap(cmark_node* node)
{
    while (auto* child = cmark_node_first_child(node))
        cmark_node_insert_before(node, child);
    cmark_node_free(node);
}

void make_safe_link(cmark_node* link)
{
    if (const auto target = safe_target(target_of(link)); !target.empty())
        cmark_node_set_url(link, target.c_str());
    else
        unwrap(link);
}

void replace_picture(cmark_node* picture)
{
    const auto words = plain_text(picture);
    auto* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, words.empty() ? "[picture not shown]"
                                               : fmt::format("[picture not shown: {}]", words).c_str());
    cmark_node_replace(picture, text);
    cmark_node_free(picture);
}

/// cmark writes no ids, so a heading becomes a block with tags of our own around the same words.
void give_anchor(cmark_node* heading, int level, const std::string& anchor)
{
    auto* block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(block, fmt::format("<h{} id=\"{}\">", level, anchor).c_str());
    cmark_node_set_on_exit(block, fmt::format("</h{}>", level).c_str());
    while (auto* child = cmark_node_first_child(heading))
        cmark_node_append_child(block, child);
    cmark_node_replace(heading, block);
    cmark_node_free(heading);
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

/// Those within another picture are words of that one.
std::vector<cmark_node*> outermost_pictures(cmark_node* root)
{
    std::vector<cmark_node*> found;
    std::size_t depth = 0;
    walk(root, [&](cmark_node* node, bool entering) {
        if (cmark_node_get_type(node) != CMARK_NODE_IMAGE)
            return;
        if (entering && depth++ == 0)
            found.push_back(node);
        else if (!entering)
            --depth;
    });
    return found;
}

struct Heading {
    cmark_node* node;
    std::string anchor;
    int level;
    bool is_title; ///< says again what stands above the page
};

std::vector<Heading> headings_of(cmark_node* root, std::string_view title)
{
    std::vector<Heading> headings;
    Anchors anchors;
    for (auto* node : nodes_of(root, {CMARK_NODE_HEADING})) {
        const auto words = plain_text(node);
        headings.push_back({node, anchors.next(words), cmark_node_get_heading_level(node),
                            headings.empty() && words == title});
    }
    const int shift = std::any_of(headings.begin(), headings.end(), [](const Heading& heading) {
        return heading.level == 1 && !heading.is_title;
    });
    for (auto& heading : headings)
        heading.level = std::min(heading.level + shift, 6);
    return headings;
}

void end_block(std::string& text)
{
    if (!text.empty() && text.back() != '\n')
        text += '\n';
}

} // namespace

std::string article_url(std::string_view kb_target)
{
    if (!kb_target.starts_with("kb:"))
        return {};
    kb_target.remove_prefix(3);
    const auto hash = kb_target.find('#');
    const auto id = kb_target.substr(0, hash);
    const auto anchor = hash == std::string_view::npos ? std::string_view{} : kb_target.substr(hash + 1);
    if (!is_slug(id) || (!anchor.empty() && !is_slug(anchor)))
        return {};
    return fmt::format("guidepost://article/{}{}{}", id, anchor.empty() ? "" : "#", anchor);
}

bool is_shown_link(std::string_view target)
{
    return !safe_target(target).empty();
}

Body read_body(std::string_view markdown)
{
    const auto tree = parse_tree(markdown);
    Body body;
    body.sections.emplace_back();
    Anchors anchors;
    std::size_t depth = 0;
    bool in_heading = false;
    walk(tree.get(), [&](cmark_node* node, bool entering) {
        const auto type = cmark_node_get_type(node);
        auto& text = body.sections.back().text;
        const bool is_leaf = cmark_node_first_child(node) == nullptr;
        if (entering && !is_leaf)
            body.depth = std::max(body.depth, ++depth);
        else if (!entering && !is_leaf)
            --depth;
        switch (type) {
        case CMARK_NODE_HEADING:
            in_heading = entering && !is_leaf;
            if (entering) {
                auto heading = plain_text(node);
                auto anchor = anchors.next(heading);
                body.sections.push_back(
                    {std::move(heading), std::move(anchor), cmark_node_get_heading_level(node), std::string{},
                     static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)))});
            }
            break;
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            if (!in_heading)
                text += literal(node);
            break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            if (!in_heading)
                text += ' ';
            break;
        case CMARK_NODE_CODE_BLOCK:
            text += literal(node);
            end_block(text);
            break;
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_ITEM:
            if (!entering)
                end_block(text);
            break;
        case CMARK_NODE_LINK:
            if (entering)
                body.links.push_back({std::string{target_of(node)},
                                      static_cast<std::size_t>(
                                          std::max(1, cmark_node_get_start_line(cmark_node_parent(node))))});
            break;
        default:
            break;
        }
    });
    if (trimmed(body.sections.front().text).empty() && body.sections.size() > 1)
        body.sections.erase(body.sections.begin());
    return body;
}

std::string body_html(std::string_view markdown, std::string_view title)
{
    const auto tree = parse_tree(markdown);
    // Before anything is replaced, or a picture in a heading would change its anchor.
    const auto headings = headings_of(tree.get(), title);
    for (auto* picture : outermost_pictures(tree.get()))
        replace_picture(picture);
    for (auto* node :
         nodes_of(tree.get(), {CMARK_NODE_LINK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE})) {
        if (cmark_node_get_type(node) == CMARK_NODE_LINK)
            make_safe_link(node);
        else
            cmark_node_free(node);
    }
    for (const auto& heading : headings) {
        if (heading.is_title)
            cmark_node_free(heading.node);
        else
            give_anchor(heading.node, heading.level, heading.anchor);
    }
    const std::unique_ptr<char, decltype(&free)> html{cmark_render_html(tree.get(), CMARK_OPT_DEFAULT),
                                                      &free};
    return html ? html.get() : "";
}

} // namespace guidepost::guidance
