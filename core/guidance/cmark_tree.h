// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: a Markdown text as cmark's tree, and steps on it.
#pragma once

#include "core/guidance/markdown.h"

#include <cmark.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost::guidance {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

/// CommonMark and nothing more; read_tree (markdown_tree.h) has what other programs write besides.
Tree parse_tree(std::string_view markdown);

/// Visits every node; `visit(node, entering)`. A leaf is only entered.
template <class Visit>
void walk(cmark_node* root, Visit&& visit)
{
    const std::unique_ptr<cmark_iter, FreeIterator> iterator{cmark_iter_new(root)};
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get()))
        visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
}

std::vector<cmark_node*> nodes_of(cmark_node* root, std::initializer_list<cmark_node_type> types);

/// What a node of our own stands for: blocks and inlines that CommonMark does not have.
enum class Drawn { nothing, table, header_row, row, header_cell, cell, note_box, notes, note, note_mark };

/// A block, or for note_mark an inline, that is written to the page between `enter` and `exit`.
cmark_node* new_drawn(Drawn kind, const std::string& enter, const std::string& exit);
Drawn drawn_as(cmark_node* node);

cmark_node* new_text(const std::string& words);
void move_children(cmark_node* from, cmark_node* to);

std::string_view literal(cmark_node* node);
std::string_view target_of(cmark_node* link);

/// The words of a node and all below it, on one line; of a picture those that stand for it.
std::string plain_text(cmark_node* root);

/// Where a link leads: what `targets` has instead of it, or the target itself.
std::string_view led_to(std::string_view target, const LinkTargets& targets);

/// Where a link may lead: what article_url makes of it, the target itself when it is https, http,
/// mailto or an anchor of the page, else "".
std::string safe_target(std::string_view target);

/// Gives each heading its anchor, the same in every reading of the same text.
class Anchors {
public:
    std::string next(std::string_view heading);

private:
    std::unordered_map<std::string, int> used_;
};

} // namespace guidepost::guidance
