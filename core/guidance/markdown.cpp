// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/markdown.h"

#include "core/guidance/github_names.h"
#include "core/guidance/markdown_tree.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace guidepost::guidance {
namespace {

/// Puts the children of `node` in its place.
void unwrap(cmark_node* node)
{
    while (auto* child = cmark_node_first_child(node))
        cmark_node_insert_before(node, child);
    cmark_node_free(node);
}

void make_safe_link(cmark_node* link, const LinkTargets& targets)
{
    if (const auto target = safe_target(led_to(target_of(link), targets)); !target.empty())
        cmark_node_set_url(link, target.c_str());
    else
        unwrap(link);
}

void replace_picture(cmark_node* picture)
{
    const auto words = plain_text(picture);
    cmark_node_replace(picture, new_text(words.empty() ? "[picture not shown]"
                                                       : fmt::format("[picture not shown: {}]", words)));
    cmark_node_free(picture);
}

/// cmark writes no ids, so a heading becomes a block with tags of our own around the same words.
void give_anchor(cmark_node* heading, int level, const std::string& anchor)
{
    auto* block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(block, fmt::format("<h{} id=\"{}\">", level, anchor).c_str());
    cmark_node_set_on_exit(block, fmt::format("</h{}>", level).c_str());
    move_children(heading, block);
    cmark_node_replace(heading, block);
    cmark_node_free(heading);
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

/// Collects the sections of a tree while it is walked.
class BodyReader {
public:
    explicit BodyReader(const MarkdownTree& reading) : reading_{reading} { body_.sections.emplace_back(); }

    Body read()
    {
        walk(reading_.tree.get(), [&](cmark_node* node, bool entering) {
            count_depth(node, entering);
            visit(node, entering);
        });
        for (const auto& [name, heading] : reading_.names)
            body_.names.push_back({name, heading ? anchors_by_heading_[heading] : std::string{}});
        body_.not_shown.insert(body_.not_shown.end(), reading_.not_shown.begin(), reading_.not_shown.end());
        std::stable_sort(body_.not_shown.begin(), body_.not_shown.end(),
                         [](const NotShown& a, const NotShown& b) { return a.line < b.line; });
        if (trimmed(body_.sections.front().text).empty() && body_.sections.size() > 1)
            body_.sections.erase(body_.sections.begin());
        return std::move(body_);
    }

private:
    void count_depth(cmark_node* node, bool entering)
    {
        if (cmark_node_first_child(node) == nullptr)
            return;
        if (entering)
            body_.depth = std::max(body_.depth, ++depth_);
        else
            --depth_;
    }

    void visit(cmark_node* node, bool entering)
    {
        auto& text = body_.sections.back().text;
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HEADING:
            in_heading_ = entering && cmark_node_first_child(node) != nullptr;
            if (entering)
                open_section(node);
            break;
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            if (!in_heading_)
                text += literal(node);
            break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            if (!in_heading_)
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
        case CMARK_NODE_CUSTOM_BLOCK:
            if (!entering)
                end_drawn(node, text);
            break;
        case CMARK_NODE_LINK:
            if (entering)
                body_.links.push_back({std::string{target_of(node)}, reading_.line_of(node)});
            break;
        case CMARK_NODE_IMAGE:
            if (entering)
                body_.not_shown.push_back({reading_.line_of(node), "a picture is not shown; its words are"});
            break;
        default:
            break;
        }
    }

    void open_section(cmark_node* node)
    {
        auto heading = plain_text(node);
        auto anchor = anchors_.next(heading);
        body_.names.push_back({github_names_.next(heading), anchor});
        anchors_by_heading_.emplace(node, anchor);
        body_.sections.push_back({std::move(heading), std::move(anchor), cmark_node_get_heading_level(node),
                                  std::string{}, reading_.line_of(node)});
    }

    static void end_drawn(cmark_node* node, std::string& text)
    {
        const auto kind = drawn_as(node);
        const bool is_cell = kind == Drawn::cell || kind == Drawn::header_cell;
        if (is_cell && cmark_node_next(node))
            text += " \u00B7 ";
        else if (kind == Drawn::row || kind == Drawn::header_row)
            end_block(text);
    }

    const MarkdownTree& reading_;
    Body body_;
    Anchors anchors_;
    GithubNames github_names_;
    std::unordered_map<cmark_node*, std::string> anchors_by_heading_;
    std::size_t depth_ = 0;
    bool in_heading_ = false;
};

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

std::string_view led_to(std::string_view target, const LinkTargets& targets)
{
    const auto other = targets.find(target);
    return other == targets.end() ? target : std::string_view{other->second};
}

Body read_body(std::string_view markdown)
{
    const auto reading = read_tree(markdown);
    return BodyReader{reading}.read();
}

std::string body_html(std::string_view markdown, std::string_view title, const LinkTargets& targets)
{
    const auto reading = read_tree(markdown);
    auto* root = reading.tree.get();
    // Before anything is replaced, or a picture in a heading would change its anchor.
    const auto headings = headings_of(root, title);
    for (auto* picture : outermost_pictures(root))
        replace_picture(picture);
    for (auto* link : nodes_of(root, {CMARK_NODE_LINK}))
        make_safe_link(link, targets);
    for (const auto& heading : headings) {
        if (heading.is_title)
            cmark_node_free(heading.node);
        else
            give_anchor(heading.node, heading.level, heading.anchor);
    }
    const std::unique_ptr<char, decltype(&free)> html{cmark_render_html(root, CMARK_OPT_DEFAULT), &free};
    return html ? html.get() : "";
}

} // namespace guidepost::guidance
