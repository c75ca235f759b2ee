// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/note_boxes.h"

#include "core/text/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace guidepost::guidance {
namespace {

constexpr std::size_t deepest_box = 8;

/// Commands that only put a box around what they hold.
constexpr std::array boxing_commands{"hint",   "note",    "tip",   "info",      "warning",    "caution",
                                     "danger", "callout", "alert", "important", "admonition", "notice"};

struct Opening {
    enum class Way { indented, until_line } way = Way::until_line;
    std::string kind = {};
    std::string title = {};
    std::string closing = {}; ///< of until_line: ":::" or the name of the command
};

bool is_word_sign(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

std::string_view first_word(std::string_view text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), is_word_sign);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string_view unquoted(std::string_view text)
{
    text = trimmed(text);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '[') &&
        text.back() == (text.front() == '"' ? '"' : ']'))
        text = text.substr(1, text.size() - 2);
    return text;
}

/// !!! note "Title", ??? note, ???+ note
std::optional<Opening> indented_box(std::string_view line)
{
    if (!line.starts_with("!!!") && !line.starts_with("???"))
        return std::nullopt;
    line.remove_prefix(3);
    if (line.starts_with('+'))
        line.remove_prefix(1);
    line = trimmed(line);
    const auto kind = first_word(line);
    if (kind.empty())
        return std::nullopt;
    auto title = trimmed(line.substr(kind.size()));
    title.remove_prefix(std::min(title.find('"'), title.size())); // before it stand more classes
    return Opening{Opening::Way::indented, std::string{kind}, std::string{unquoted(title)}, {}};
}

/// :::note Title, ::: {.note}, :::note[Title]
std::optional<Opening> colon_box(std::string_view line)
{
    if (!line.starts_with(":::"))
        return std::nullopt;
    line.remove_prefix(std::min(line.find_first_not_of(':'), line.size()));
    line = trimmed(line);
    std::string title;
    if (line.starts_with('{')) {
        line.remove_prefix(1);
        line = trimmed(line.substr(0, line.find('}')));
        line.remove_prefix(line.starts_with('.') ? 1 : 0);
    } else {
        title = unquoted(trimmed(line.substr(first_word(line).size())));
    }
    const auto kind = first_word(line);
    if (kind.empty())
        return std::nullopt;
    return Opening{Opening::Way::until_line, std::string{kind}, std::move(title), ":::"};
}

struct Command {
    std::string_view name = {}, rest = {};
    bool is_end = false;
};

/// A line that is nothing but {% name ... %}, {{< name ... >}} or {{% name ... %}}.
std::optional<Command> command_of(std::string_view line)
{
    constexpr std::array marks{std::pair{"{%", "%}"}, std::pair{"{{<", ">}}"}, std::pair{"{{%", "%}}"}};
    line = trimmed(line);
    for (const auto& [start, end] : marks) {
        const std::string_view first = start, last = end;
        if (!line.starts_with(first) || line.find(last) != line.size() - last.size())
            continue;
        auto inside = trimmed(line.substr(first.size(), line.size() - first.size() - last.size()));
        Command command;
        for (const std::string_view mark : {"/", "end"})
            if (!command.is_end && inside.starts_with(mark)) {
                command.is_end = true;
                inside = trimmed(inside.substr(mark.size()));
            }
        command.name = first_word(inside);
        command.rest = trimmed(inside.substr(command.name.size()));
        return command;
    }
    return std::nullopt;
}

bool is_boxing(std::string_view name)
{
    return std::find(boxing_commands.begin(), boxing_commands.end(), name) != boxing_commands.end();
}

/// The text in quotation marks of `style="info"`, or a plain word.
std::string_view kind_in(std::string_view rest, std::string_view otherwise)
{
    if (const auto quote = rest.find('"'); quote != std::string_view::npos)
        rest.remove_prefix(quote + 1);
    const auto word = first_word(rest);
    return word.empty() ? otherwise : word;
}

std::optional<Opening> command_box(std::string_view line)
{
    const auto command = command_of(line);
    if (!command || command->is_end || !is_boxing(command->name))
        return std::nullopt;
    const bool is_plain = command->name == "hint" || command->name == "callout" || command->name == "alert" ||
                          command->name == "admonition" || command->name == "notice";
    return Opening{Opening::Way::until_line,
                   std::string{is_plain ? kind_in(command->rest, "note") : command->name},
                   {},
                   std::string{command->name}};
}

std::optional<Opening> opening_of(std::string_view line)
{
    line.remove_prefix(indent_of(line).size());
    if (auto box = indented_box(line))
        return box;
    if (auto box = colon_box(line))
        return box;
    return command_box(line);
}

/// ":::" or the name of the command that ends here; "" for neither.
std::string closing_of(std::string_view line)
{
    line = trimmed(line);
    if (line.size() >= 3 && line.find_first_not_of(':') == std::string_view::npos)
        return ":::";
    const auto command = command_of(line);
    return command && command->is_end ? std::string{command->name} : std::string{};
}

/// The index of the line that ends each box that opens; 0 for none.
std::vector<std::size_t> ends_of_boxes(const std::vector<SourceLine>& lines, const std::vector<bool>& literal)
{
    std::vector<std::size_t> ends(lines.size(), 0);
    std::vector<std::pair<std::size_t, std::string>> open;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (literal[i])
            continue;
        const std::string_view line = lines[i].text;
        if (const auto opening = opening_of(line); opening && opening->way == Opening::Way::until_line) {
            open.emplace_back(i, opening->closing);
        } else if (const auto closing = closing_of(line); !closing.empty()) {
            // One that another way of writing left open ends with what it stands in.
            const auto found = std::find_if(open.rbegin(), open.rend(),
                                            [&](const auto& one) { return one.second == closing; });
            if (found == open.rend())
                continue;
            ends[found->first] = i;
            open.erase(found.base() - 1, open.end());
        }
    }
    return ends;
}

class Rewriting {
public:
    Rewriting(const std::vector<SourceLine>& lines, const std::vector<bool>& literal)
        : lines_{lines}, literal_{literal}, ends_{ends_of_boxes(lines, literal)}
    {}

    std::vector<SourceLine> write()
    {
        write(0, lines_.size(), "", 0, 0);
        return std::move(out_);
    }

private:
    /// Lines [from, to), without `columns` of indent, behind `start`.
    void write(std::size_t from, std::size_t to, const std::string& start, std::size_t columns,
               std::size_t depth)
    {
        for (auto i = from; i < to; ++i) {
            const std::string_view line = without_indent(lines_[i].text, columns);
            // What the parser took for indented code may be the inside of a box.
            const auto opening = depth < deepest_box && (!literal_[i] || is_inside_indented_)
                                     ? opening_of(line)
                                     : std::nullopt;
            if (opening && opening->way == Opening::Way::indented)
                i = write_indented(*opening, i, to, start, columns, depth);
            else if (opening && ends_[i] != 0 && ends_[i] < to)
                i = write_until_line(*opening, i, start, columns, depth);
            else
                out_.push_back({start + std::string{line}, lines_[i].origin});
        }
    }

    std::string open(const Opening& opening, std::size_t at, const std::string& start, std::size_t columns)
    {
        const auto line = without_indent(lines_[at].text, columns);
        const auto inner = start + std::string{indent_of(line)} + "> ";
        out_.push_back({inner + "[!" + opening.kind + "] " + opening.title, lines_[at].origin});
        return inner;
    }

    /// Returns the last line that belongs to the box. A blank line behind keeps what follows out of it.
    std::size_t write_indented(const Opening& opening, std::size_t at, std::size_t to,
                               const std::string& start, std::size_t columns, std::size_t depth)
    {
        const auto inside = indent_columns(lines_[at].text) + 4;
        auto last = at;
        for (auto i = at + 1; i < to; ++i) {
            if (trimmed(lines_[i].text).empty())
                continue;
            if (indent_columns(lines_[i].text) < inside)
                break;
            last = i;
        }
        const auto inner = open(opening, at, start, columns);
        const auto was_inside = std::exchange(is_inside_indented_, true);
        write(at + 1, last + 1, inner, inside, depth + 1);
        is_inside_indented_ = was_inside;
        out_.push_back({start, lines_[last].origin});
        return last;
    }

    std::size_t write_until_line(const Opening& opening, std::size_t at, const std::string& start,
                                 std::size_t columns, std::size_t depth)
    {
        const auto inner = open(opening, at, start, columns);
        write(at + 1, ends_[at], inner, std::max(columns, indent_columns(lines_[at].text)), depth + 1);
        out_.push_back({start, lines_[ends_[at]].origin});
        return ends_[at];
    }

    const std::vector<SourceLine>& lines_;
    const std::vector<bool>& literal_;
    std::vector<std::size_t> ends_;
    std::vector<SourceLine> out_;
    bool is_inside_indented_ = false;
};

/// "WARNING" of "[!WARNING]- Title"; the rest stays in `text`.
std::string take_kind(std::string_view& text)
{
    if (!text.starts_with("[!"))
        return {};
    const auto kind = first_word(text.substr(2));
    if (kind.empty() || text.substr(2 + kind.size(), 1) != "]")
        return {};
    text.remove_prefix(kind.size() + 3);
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    text = trimmed(text);
    auto name = lower_ascii(kind);
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    return name;
}

void draw_note_box(cmark_node* quotation)
{
    auto* paragraph = cmark_node_first_child(quotation);
    if (!paragraph || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
        return;
    auto* first = cmark_node_first_child(paragraph);
    if (!first || cmark_node_get_type(first) != CMARK_NODE_TEXT)
        return;
    const std::string words{literal(first)};
    std::string_view rest = words;
    const auto kind = take_kind(rest);
    if (kind.empty())
        return;
    cmark_node_set_literal(first, std::string{rest}.c_str());

    auto* box = new_drawn(Drawn::note_box, "<div class=\"note\" role=\"note\">", "</div>");
    auto* label = cmark_node_new(CMARK_NODE_PARAGRAPH);
    auto* strong = cmark_node_new(CMARK_NODE_STRONG);
    cmark_node_append_child(label, strong);
    cmark_node_append_child(box, label);
    // What stands on the first line is the title; all else of the paragraph is text.
    while (auto* child = cmark_node_first_child(paragraph)) {
        const auto type = cmark_node_get_type(child);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            cmark_node_free(child);
            break;
        }
        cmark_node_append_child(strong, child);
    }
    const auto title = plain_text(strong);
    if (trimmed(title).empty())
        cmark_node_prepend_child(strong, new_text(kind));
    else if (lower_ascii(title) != lower_ascii(kind))
        cmark_node_prepend_child(strong, new_text(kind + ": "));
    if (!cmark_node_first_child(paragraph))
        cmark_node_free(paragraph);
    move_children(quotation, box);
    cmark_node_replace(quotation, box);
    cmark_node_free(quotation);
}

} // namespace

bool may_have_note_boxes(std::string_view markdown)
{
    for (const std::string_view mark : {"!!!", "???", ":::", "{%", "{{<", "{{%"})
        if (markdown.find(mark) != std::string_view::npos)
            return true;
    return false;
}

void write_as_quotations(std::vector<SourceLine>& lines)
{
    const auto literal = literal_lines(lines);
    auto written = Rewriting{lines, literal}.write();
    lines = std::move(written);
}

void draw_note_boxes(cmark_node* root)
{
    for (auto* quotation : nodes_of(root, {CMARK_NODE_BLOCK_QUOTE}))
        draw_note_box(quotation);
}

} // namespace guidepost::guidance
