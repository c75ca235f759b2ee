// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/markdown.h"

#include "core/values/text.h"

#include <cmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace guidepost::guidance {
namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

Tree parse(std::string_view markdown)
{
    return Tree{cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT)};
}

/// Visits every node; `visit(node, entering)`. A leaf is only entered.
template <class Visit>
void walk(cmark_node* root, Visit&& visit)
{
    const std::unique_ptr<cmark_iter, FreeIterator> iterator{cmark_iter_new(root)};
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get()))
        visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
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

/// Gives each heading its anchor, the same in every reading of the same text.
class Anchors {
public:
    std::string next(std::string_view heading)
    {
        auto base = slug(heading).substr(0, 80);
        if (base.empty())
            base = "section";
        const int count = ++used_[base];
        return count == 1 ? base : fmt::format("{}-{}", base, count);
    }

private:
    std::unordered_map<std::string, int> used_;
};

bool is_safe_target(std::string_view target)
{
    const auto lower = lower_ascii(target.substr(0, 10));
    const auto starts = [&](std::string_view scheme) {
        return lower.starts_with(scheme);
    };
    return starts("https://") || starts("http://") || starts("mailto:") || starts("#");
}

/// Puts the children of `node` in its place.
void unwrap(cmark_node* node)
{
    while (auto* child = cmark_node_first_child(node))
        cmark_node_insert_before(node, child);
    cmark_node_free(node);
}

void make_safe_link(cmark_node* link)
{
    const auto target = target_of(link);
    if (const auto url = article_url(target); !url.empty())
        cmark_node_set_url(link, url.c_str());
    else if (!is_safe_target(target))
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

std::vector<cmark_node*> nodes_of(cmark_node* root, cmark_node_type type)
{
    std::vector<cmark_node*> found;
    walk(root, [&](cmark_node* node, bool entering) {
        if (entering && cmark_node_get_type(node) == type)
            found.push_back(node);
    });
    return found;
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

Body read_body(std::string_view markdown)
{
    const auto tree = parse(markdown);
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
                    {std::move(heading), std::move(anchor), cmark_node_get_heading_level(node)});
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
    const auto tree = parse(markdown);
    auto pictures = nodes_of(tree.get(), CMARK_NODE_IMAGE);
    std::reverse(pictures.begin(), pictures.end()); // a picture within a picture goes first
    for (auto* picture : pictures)
        replace_picture(picture);
    for (auto* link : nodes_of(tree.get(), CMARK_NODE_LINK))
        make_safe_link(link);
    const auto headings = nodes_of(tree.get(), CMARK_NODE_HEADING);
    const bool starts_at_one = std::any_of(headings.begin(), headings.end(), [](cmark_node* heading) {
        return cmark_node_get_heading_level(heading) == 1;
    });
    Anchors anchors;
    for (auto* heading : headings) {
        const auto words = plain_text(heading);
        const auto anchor = anchors.next(words);
        if (heading == headings.front() && words == title) {
            cmark_node_free(heading);
            continue;
        }
        const int level = cmark_node_get_heading_level(heading) + (starts_at_one ? 1 : 0);
        give_anchor(heading, std::min(level, 6), anchor);
    }
    const std::unique_ptr<char, decltype(&free)> html{cmark_render_html(tree.get(), CMARK_OPT_DEFAULT),
                                                      &free};
    return html ? html.get() : "";
}

} // namespace guidepost::guidance
