// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/plain_body.h"

#include "core/guidance/markdown_tree.h"
#include "core/guidance/plain_table.h"
#include "core/text/wrap.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace guidepost::guidance {
namespace {

/// Walks the tree and writes each block when it is left, behind the starts of all that holds it.
class PlainWriter {
public:
    PlainWriter(std::string_view title, std::size_t width, const LinkTargets& targets)
        : title_{title}, width_{width}, targets_{targets}
    {}

    void visit(cmark_node* node, bool entering)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HEADING:
        case CMARK_NODE_PARAGRAPH:
            if (!entering)
                end_text_block(node);
            break;
        case CMARK_NODE_BLOCK_QUOTE:
            entering ? open("> ", "> ") : close();
            break;
        case CMARK_NODE_LIST:
            entering ? open_list(node) : lists_.pop_back();
            break;
        case CMARK_NODE_ITEM:
            entering ? open_item() : close();
            break;
        case CMARK_NODE_CODE_BLOCK:
            write_code(literal(node));
            break;
        case CMARK_NODE_THEMATIC_BREAK:
            write_block("* * *");
            break;
        case CMARK_NODE_CUSTOM_BLOCK:
        case CMARK_NODE_CUSTOM_INLINE:
            visit_drawn(node, entering);
            break;
        default:
            visit_inline(node, entering);
        }
    }

    PlainBody take() { return std::move(body_); }

private:
    /// What stands before each line of what is open: once as it starts, then as it goes on.
    struct Start {
        std::string now, later;
        bool is_written = false;
    };

    void visit_drawn(cmark_node* node, bool entering)
    {
        switch (drawn_as(node)) {
        case Drawn::note_box:
            entering ? open("| ", "| ") : close();
            break;
        case Drawn::note:
            entering ? open(fmt::format("({}) ", ++note_), "    ") : close();
            break;
        case Drawn::note_mark:
            if (entering)
                words_ += fmt::format(" (note {})", number_in(cmark_node_get_on_enter(node)));
            break;
        case Drawn::header_row:
        case Drawn::row:
            if (entering) {
                table_.has_header = table_.has_header || drawn_as(node) == Drawn::header_row;
                table_.rows.emplace_back();
            }
            break;
        case Drawn::header_cell:
        case Drawn::cell:
            if (!entering)
                table_.rows.back().push_back(std::exchange(words_, {}));
            break;
        case Drawn::table:
            if (!entering)
                write_table(std::exchange(table_, {}));
            break;
        case Drawn::notes:
        case Drawn::nothing:
            break;
        }
    }

    /// The number of a mark is what stands behind its last tag.
    static std::string_view number_in(std::string_view enter) { return enter.substr(enter.rfind('>') + 1); }

    void write_table(const PlainTable& table)
    {
        const auto [first, rest] = begin_block();
        auto start = first;
        for (const auto& line : table_lines(table, width_ > columns(rest) ? width_ - columns(rest) : 1)) {
            body_.text += start + line + '\n';
            start = rest;
        }
    }

    void visit_inline(cmark_node* node, bool entering)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            words_ += printable(literal(node));
            break;
        case CMARK_NODE_SOFTBREAK:
            words_ += ' ';
            break;
        case CMARK_NODE_LINEBREAK:
            words_ += '\n';
            break;
        case CMARK_NODE_IMAGE:
            if (!cmark_node_first_child(node))
                words_ += entering ? "[picture not shown]" : "";
            else
                words_ += entering ? "[picture not shown: " : "]";
            break;
        case CMARK_NODE_LINK:
            if (!entering)
                note_link(safe_target(led_to(target_of(node), targets_)));
            break;
        default:
            break;
        }
    }

    void note_link(const std::string& target)
    {
        if (target.empty() || target.starts_with('#') || words_.ends_with(target))
            return;
        const auto [known, is_new] = numbers_of_links_.try_emplace(target, body_.links.size() + 1);
        if (is_new)
            body_.links.push_back(printable(target));
        words_ += fmt::format(" [{}]", known->second);
    }

    void end_text_block(cmark_node* node)
    {
        const auto words = std::exchange(words_, {});
        if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH)
            return write_block(words);
        if (std::exchange(is_first_heading_, false) && words == title_)
            return;
        write_block(words, cmark_node_get_heading_level(node) <= 2 ? '-' : '.');
    }

    void write_block(std::string_view words, char mark = '\0')
    {
        const auto [first, rest] = begin_block();
        body_.text += wrapped(words, width_, first, rest) + '\n';
        if (mark != '\0') {
            const auto longest =
                std::min(columns(words), width_ > columns(rest) ? width_ - columns(rest) : 1);
            body_.text += rest + std::string(longest, mark) + '\n';
        }
    }

    void write_code(std::string_view code)
    {
        const auto [first, rest] = begin_block();
        auto start = first;
        while (!code.empty()) {
            const auto end = std::min(code.find('\n'), code.size());
            body_.text += start + "    " + printable(code.substr(0, end)) + '\n';
            start = rest;
            code.remove_prefix(std::min(end + 1, code.size()));
        }
    }

    struct Starts {
        std::string first, rest;
    };

    /// What the lines of the next block start with. An empty line goes before it, but not between the
    /// items of a tight list. Deep nesting may take half of the width, no more.
    Starts begin_block()
    {
        Starts starts;
        std::string gap;
        for (auto& start : open_) {
            if (starts.rest.size() + start.later.size() > width_ / 2)
                break;
            starts.first += start.now;
            starts.rest += start.later;
            if (start.is_written)
                gap = starts.rest;
            start.now = start.later;
            start.is_written = true;
        }
        if (!body_.text.empty() && !std::exchange(is_tight_, false)) {
            gap.resize(gap.find_last_not_of(' ') + 1);
            body_.text += gap + '\n';
        }
        return starts;
    }

    void open_list(cmark_node* list)
    {
        lists_.push_back(
            {cmark_node_get_list_type(list) == CMARK_ORDERED_LIST ? cmark_node_get_list_start(list) : -1,
             cmark_node_get_list_tight(list) != 0, true});
    }

    void open_item()
    {
        auto& list = lists_.back();
        const auto mark = list.number < 0 ? std::string{"- "} : fmt::format("{}. ", list.number++);
        is_tight_ = list.is_tight && (!list.is_first || lists_.size() > 1);
        list.is_first = false;
        open(mark, std::string(mark.size(), ' '));
    }

    void open(std::string now, std::string later)
    {
        open_.push_back({std::move(now), std::move(later), false});
    }
    void close() { open_.pop_back(); }

    struct List {
        int number; ///< of the next item; -1 when they are not numbered
        bool is_tight, is_first;
    };

    std::string_view title_;
    std::size_t width_;
    const LinkTargets& targets_;
    PlainTable table_;
    int note_ = 0;
    PlainBody body_;
    std::string words_;
    std::vector<Start> open_;
    std::vector<List> lists_;
    std::unordered_map<std::string, std::size_t> numbers_of_links_;
    bool is_first_heading_ = true;
    bool is_tight_ = false;
};

} // namespace

PlainBody plain_body(std::string_view markdown, std::string_view title, std::size_t width,
                     const LinkTargets& targets)
{
    const auto reading = read_tree(markdown);
    PlainWriter writer{title, width, targets};
    walk(reading.tree.get(), [&](cmark_node* node, bool entering) { writer.visit(node, entering); });
    return writer.take();
}

std::string underlined(std::string_view heading, char mark, std::size_t width)
{
    return wrapped(heading, width) + '\n' + std::string(std::min(columns(heading), width), mark) + '\n';
}

} // namespace guidepost::guidance
