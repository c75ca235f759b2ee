// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: a CommonMark text as cmark's tree, and steps on it.
#pragma once

#include <cmark.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace guidepost::guidance {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

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

std::string_view literal(cmark_node* node);
std::string_view target_of(cmark_node* link);

/// The words of a node and all below it, on one line; of a picture those that stand for it.
std::string plain_text(cmark_node* root);

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
