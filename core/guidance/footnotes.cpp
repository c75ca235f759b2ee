// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/footnotes.h"

#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace guidepost::guidance {
namespace {

constexpr std::size_t longest_label = 60;
constexpr std::string_view item_mark = "+ ";

/// The label of "[^label]: words", and the words in `line`; "" for any other line.
std::string take_label(std::string_view& line)
{
    auto rest = line.substr(indent_of(line).size());
    if (!rest.starts_with("[^"))
        return {};
    const auto end = rest.find("]:");
    if (end == std::string_view::npos || end <= 2 || end > longest_label)
        return {};
    const auto label = rest.substr(2, end - 2);
    if (label.find_first_of(" \t[]") != std::string_view::npos)
        return {};
    line = trimmed(rest.substr(end + 2));
    return std::string{label};
}

class Marks {
public:
    explicit Marks(const std::vector<Footnote>& notes)
    {
        for (const auto& note : notes)
            numbers_.try_emplace(lower_ascii(note.label), 0);
    }

    /// Cuts "[^label]" out of a text where there is such a note.
    void mark(cmark_node* node)
    {
        const std::string words{literal(node)};
        std::size_t kept = 0;
        for (auto at = words.find("[^"); at != std::string::npos; at = words.find("[^", at + 2)) {
            const auto end = words.find(']', at);
            if (end == std::string::npos)
                break;
            const auto known =
                numbers_.find(lower_ascii(std::string_view{words}.substr(at + 2, end - at - 2)));
            if (known == numbers_.end())
                continue;
            const bool is_first = known->second == 0;
            if (is_first)
                known->second = ++named_;
            if (at > kept)
                cmark_node_insert_before(node, new_text(words.substr(kept, at - kept)));
            cmark_node_insert_before(
                node,
                new_drawn(Drawn::note_mark,
                          fmt::format("<sup{}><a href=\"#note.{}\" aria-label=\"Note {}\">",
                                      is_first ? fmt::format(" id=\"note-mark.{}\"", known->second) : "",
                                      known->second, known->second) +
                              std::to_string(known->second),
                          "</a></sup>"));
            kept = end + 1;
        }
        if (kept > 0)
            cmark_node_set_literal(node, words.substr(kept).c_str());
    }

    /// Of a note; one that nothing names, or whose label was taken, comes after the others.
    std::size_t number_of(const std::string& label)
    {
        auto& number = numbers_[lower_ascii(label)];
        const bool is_own = number != 0 && number <= named_ && !std::exchange(given_[number], true);
        if (is_own)
            return number;
        return named_ + ++unnamed_;
    }

private:
    std::unordered_map<std::string, std::size_t> numbers_;
    std::unordered_map<std::size_t, bool> given_;
    std::size_t named_ = 0, unnamed_ = 0;
};

} // namespace

bool may_have_footnotes(std::string_view markdown)
{
    const auto mark = markdown.find("[^");
    return mark != std::string_view::npos && markdown.find("]:", mark) != std::string_view::npos;
}

std::vector<Footnote> write_as_items(std::vector<SourceLine>& lines)
{
    const auto literal = literal_lines(lines);
    std::vector<SourceLine> written;
    std::vector<Footnote> notes;
    bool goes_on = false; // a blank line or another note stands before
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view words = lines[i].text;
        const auto label = literal[i] ? std::string{} : take_label(words);
        if (label.empty()) {
            goes_on = trimmed(lines[i].text).empty();
            written.push_back(std::move(lines[i]));
            continue;
        }
        if (!goes_on)
            written.push_back({std::string{}, lines[i].origin});
        written.push_back({std::string{item_mark} + std::string{words}, lines[i].origin});
        notes.push_back({label, written.size()});
        goes_on = true;
    }
    lines = std::move(written);
    return notes;
}

void draw_footnotes(cmark_node* root, const std::vector<Footnote>& notes)
{
    if (notes.empty())
        return;
    Marks marks{notes};
    for (auto* text : nodes_of(root, {CMARK_NODE_TEXT}))
        marks.mark(text);

    std::unordered_map<std::size_t, cmark_node*> items;
    for (auto* item : nodes_of(root, {CMARK_NODE_ITEM}))
        items.emplace(static_cast<std::size_t>(std::max(0, cmark_node_get_start_line(item))), item);
    std::vector<std::pair<std::size_t, cmark_node*>> drawn;
    for (const auto& note : notes) {
        const auto found = items.find(note.line);
        if (found == items.end())
            continue;
        auto* item = found->second;
        const auto number = marks.number_of(note.label);
        auto* place =
            new_drawn(Drawn::note, fmt::format("<li id=\"note.{0}\" value=\"{0}\">", number), "</li>");
        move_children(item, place);
        auto* list = cmark_node_parent(item);
        cmark_node_free(item);
        if (!cmark_node_first_child(list))
            cmark_node_free(list);
        drawn.emplace_back(number, place);
    }
    if (drawn.empty())
        return;
    std::sort(drawn.begin(), drawn.end());
    auto* heading = cmark_node_new(CMARK_NODE_HEADING);
    cmark_node_set_heading_level(heading, 2);
    cmark_node_append_child(heading, new_text("Notes"));
    cmark_node_append_child(root, heading);
    auto* list = new_drawn(Drawn::notes, "<ol class=\"notes\">", "</ol>");
    for (const auto& [number, note] : drawn)
        cmark_node_append_child(list, note);
    cmark_node_append_child(root, list);
}

} // namespace guidepost::guidance
