// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/markdown_tree.h"

#include "core/guidance/footnotes.h"
#include "core/guidance/html_words.h"
#include "core/guidance/note_boxes.h"
#include "core/guidance/pipe_tables.h"
#include "core/guidance/source_lines.h"
#include "core/guidance/wikilinks.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace guidepost::guidance {
namespace {

bool is_block(cmark_node* node)
{
    return cmark_node_get_type(node) <= CMARK_NODE_LAST_BLOCK;
}

/// "## Heading {#name}" names itself.
void take_heading_names(MarkdownTree& tree)
{
    for (auto* heading : nodes_of(tree.tree.get(), {CMARK_NODE_HEADING})) {
        auto* last = cmark_node_last_child(heading);
        if (!last || cmark_node_get_type(last) != CMARK_NODE_TEXT)
            continue;
        const std::string words{literal(last)};
        const auto open = words.rfind('{');
        if (open == std::string::npos || !words.ends_with('}'))
            continue;
        auto inside = trimmed(std::string_view{words}.substr(open + 1, words.size() - open - 2));
        if (inside.starts_with(':'))
            inside = trimmed(inside.substr(1));
        if (!inside.starts_with('#') || inside.find_first_of("{}") != std::string_view::npos)
            continue;
        tree.names.emplace_back(std::string{inside.substr(1, inside.find(' ') - 1)}, heading);
        cmark_node_set_literal(last, std::string{trimmed(words.substr(0, open))}.c_str());
    }
}

/// A name stands at its heading, or at the one it is right above; else at the one it is below.
void settle_names(MarkdownTree& tree)
{
    if (tree.names.empty())
        return;
    std::unordered_multimap<cmark_node*, std::size_t> at;
    for (std::size_t i = 0; i < tree.names.size(); ++i)
        at.emplace(std::exchange(tree.names[i].second, nullptr), i);
    cmark_node* heading = nullptr;
    std::vector<std::size_t> above;
    walk(tree.tree.get(), [&](cmark_node* node, bool entering) {
        if (!entering)
            return;
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING)
            heading = node;
        const bool has_words = type == CMARK_NODE_HEADING || !literal(node).empty();
        if (has_words)
            for (const auto i : std::exchange(above, {}))
                tree.names[i].second = heading;
        const auto [first, last] = at.equal_range(node);
        if (first == last)
            return;
        // Once for all names of a block, which may be as many as its words.
        const bool is_empty = type != CMARK_NODE_HEADING && trimmed(plain_text(node)).empty();
        for (auto name = first; name != last; ++name) {
            tree.names[name->second].second = heading;
            if (is_empty)
                above.push_back(name->second);
        }
    });
}

/// What is left of a paragraph that held nothing but names or comments.
void drop_empty_paragraphs(cmark_node* root)
{
    for (auto* paragraph : nodes_of(root, {CMARK_NODE_PARAGRAPH}))
        if (!cmark_node_first_child(paragraph))
            cmark_node_free(paragraph);
}

/// "{% include x %}", "{{ x }}": what another program would have put here.
void note_commands(MarkdownTree& tree)
{
    for (auto* text : nodes_of(tree.tree.get(), {CMARK_NODE_TEXT})) {
        const auto words = literal(text);
        for (const auto& [open, close] : {std::pair{"{%", "%}"}, std::pair{"{{", "}}"}}) {
            const auto from = words.find(open);
            const auto to = from == std::string_view::npos ? from : words.find(close, from);
            if (to == std::string_view::npos)
                continue;
            tree.not_shown.push_back(
                {tree.line_of(text),
                 fmt::format("\"{}\" is a command of another program and is shown as it is written",
                             shortened(words.substr(from, to + 2 - from), 60))});
            break;
        }
    }
}

} // namespace

cmark_node* block_of(cmark_node* inline_node)
{
    constexpr int far_enough = 100; // deeper texts are refused
    auto* node = inline_node;
    for (int i = 0; i < far_enough && cmark_node_parent(node) && !is_block(node); ++i)
        node = cmark_node_parent(node);
    return node;
}

std::size_t MarkdownTree::line_of(cmark_node* node) const
{
    constexpr int far_enough = 100;
    int parsed = 0;
    for (int i = 0; node && i < far_enough; ++i, node = cmark_node_parent(node)) {
        if (const auto known = put_in.find(node); known != put_in.end())
            return known->second;
        if (const int line = cmark_node_get_start_line(node); line > 0 && (parsed == 0 || is_block(node)))
            parsed = line;
        if (is_block(node) && (drawn_as(node) != Drawn::nothing || cmark_node_get_start_line(node) > 0))
            break;
    }
    const auto line = static_cast<std::size_t>(std::max(1, parsed));
    return line <= origins.size() ? origins[line - 1] : line;
}

MarkdownTree read_tree(std::string_view markdown)
{
    MarkdownTree tree;
    std::optional<std::vector<SourceLine>> lines;
    const auto by_lines = [&]() -> std::vector<SourceLine>& {
        if (!lines)
            lines = source_lines(markdown);
        return *lines;
    };
    const auto has = [&](std::string_view mark) {
        return markdown.find(mark) != std::string_view::npos;
    };
    const bool has_box_lines = may_have_note_boxes(markdown);
    if (has_box_lines)
        write_as_quotations(by_lines());
    std::vector<Footnote> footnotes;
    if (may_have_footnotes(markdown))
        footnotes = write_as_items(by_lines());
    std::vector<PipeTable> tables;
    if (has("|") && may_have_tables(by_lines()))
        tables = part_tables(by_lines());

    if (lines) {
        tree.tree = parse_tree(joined(*lines));
        tree.origins.reserve(lines->size());
        for (const auto& line : *lines)
            tree.origins.push_back(line.origin);
    } else {
        tree.tree = parse_tree(markdown);
    }
    auto* root = tree.tree.get();
    draw_tables(root, tables);
    cmark_consolidate_text_nodes(root);
    // Each step walks the whole tree: most texts have none of what it looks for.
    if (has_box_lines || has("[!"))
        draw_note_boxes(root);
    draw_footnotes(root, footnotes);
    const bool may_have_html = has("<"), may_have_names = has("{"), may_have_wikilinks = has("[[");
    if (may_have_html)
        keep_html_words(tree);
    if (may_have_names) {
        take_heading_names(tree);
        note_commands(tree);
    }
    if (may_have_wikilinks)
        draw_wikilinks(tree);
    settle_names(tree);
    if (may_have_html || may_have_names || may_have_wikilinks)
        drop_empty_paragraphs(root);
    return tree;
}

} // namespace guidepost::guidance
