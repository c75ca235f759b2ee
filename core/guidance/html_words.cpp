// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/html_words.h"

#include "core/guidance/html_tokens.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace guidepost::guidance {
namespace {

constexpr std::array never_shown{"script", "style", "template", "iframe", "object", "embed",
                                 "video",  "audio", "svg",      "canvas", "math"};

bool is_never_shown(std::string_view name)
{
    return std::find(never_shown.begin(), never_shown.end(), name) != never_shown.end();
}

/// Words of the element itself are no words of the page.
bool hides_its_words(std::string_view name)
{
    return name == "script" || name == "style" || name == "template" || name == "title";
}

NotShown not_shown(const HtmlToken& tag, std::size_t line)
{
    return {line, fmt::format("<{}> is not shown", tag.name)};
}

/// "<name of the officer>" is what somebody is to fill in, not a tag.
bool is_to_fill_in(const HtmlToken& token, const std::unordered_set<std::string>& closed)
{
    return token.kind == HtmlToken::Kind::open && !is_html_element(token.name) &&
           !closed.contains(token.name) && token.written.find('=') == std::string_view::npos &&
           !token.written.ends_with("/>");
}

int heading_level(std::string_view name)
{
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

cmark_node* new_picture(const HtmlToken& tag)
{
    auto* picture = cmark_node_new(CMARK_NODE_IMAGE);
    cmark_node_set_url(picture, without_entities(tag.attribute("src").value_or("")).c_str());
    if (const auto words = without_entities(tag.attribute("alt").value_or("")); !trimmed(words).empty())
        cmark_node_append_child(picture, new_text(words));
    return picture;
}

/// The name that a tag gives to its place; "" for none.
std::string name_in(const HtmlToken& tag)
{
    auto name = tag.attribute("id");
    if (!name && tag.name == "a")
        name = tag.attribute("name");
    return without_entities(name.value_or(""));
}

/// Writes the words of one raw block before it.
class BlockWords {
public:
    BlockWords(cmark_node* block, MarkdownTree& tree, const std::unordered_set<std::string>& closed)
        : place_{block}, tree_{tree}, closed_{closed}, first_line_{tree.line_of(block)}, html_{literal(block)}
    {}

    void write()
    {
        const auto tokens = html_tokens(html_);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto& token = tokens[i];
            note_line(token.at);
            switch (token.kind) {
            case HtmlToken::Kind::unseen:
                break;
            case HtmlToken::Kind::text:
                add_words(token.written);
                break;
            case HtmlToken::Kind::open:
                if (is_never_shown(token.name))
                    tree_.not_shown.push_back(not_shown(token, line_));
                if (hides_its_words(token.name)) {
                    i = end_of(tokens, i);
                } else if (token.name == "pre") {
                    const auto end = end_of(tokens, i);
                    add_code(tokens, i + 1, end);
                    i = end;
                } else {
                    open(token);
                }
                break;
            case HtmlToken::Kind::close:
                if (token.name == "a" || heading_level(token.name) > 0)
                    link_ = nullptr;
                if (is_html_block(token.name) && token.name != "td" && token.name != "th")
                    end_block();
                break;
            }
        }
        end_block();
        if (!names_.empty())
            start_block(CMARK_NODE_PARAGRAPH); // for the sake of its names; see settle_names
        cmark_node_free(place_);
    }

private:
    /// The token that closes the one at `from`; the last one when nothing does.
    static std::size_t end_of(const std::vector<HtmlToken>& tokens, std::size_t from)
    {
        for (auto i = from + 1; i < tokens.size(); ++i)
            if (tokens[i].kind == HtmlToken::Kind::close && tokens[i].name == tokens[from].name)
                return i;
        return tokens.size() - 1;
    }

    void note_line(std::size_t at)
    {
        line_ += static_cast<std::size_t>(std::count(html_.begin() + static_cast<std::ptrdiff_t>(seen_),
                                                     html_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        seen_ = at;
    }

    void open(const HtmlToken& tag)
    {
        const bool is_cell = tag.name == "td" || tag.name == "th";
        if (is_to_fill_in(tag, closed_))
            return add_words(tag.written);
        if (is_cell) {
            if (block_ && cmark_node_last_child(block_))
                cmark_node_append_child(block_, new_text(" \u00B7 "));
            is_blank_due_ = false;
        } else if (tag.name == "br") {
            if (block_)
                cmark_node_append_child(link_ ? link_ : block_, cmark_node_new(CMARK_NODE_LINEBREAK));
            is_blank_due_ = false;
        } else if (is_html_block(tag.name)) {
            end_block();
        }
        if (const int level = heading_level(tag.name); level > 0) {
            start_block(CMARK_NODE_HEADING);
            cmark_node_set_heading_level(block_, level);
        } else if (tag.name == "li") {
            add_words("\u2022 ");
        } else if (tag.name == "hr") {
            put_in(cmark_node_new(CMARK_NODE_THEMATIC_BREAK));
        } else if (tag.name == "img") {
            add_inline(new_picture(tag));
        } else if (tag.name == "a" && !link_) {
            if (const auto target = tag.attribute("href")) {
                auto* link = cmark_node_new(CMARK_NODE_LINK);
                cmark_node_set_url(link, without_entities(*target).c_str());
                add_inline(link);
                link_ = link;
            }
        }
        if (auto name = name_in(tag); !name.empty())
            names_.push_back(std::move(name));
    }

    void start_block(cmark_node_type type)
    {
        block_ = cmark_node_new(type);
        put_in(block_);
        for (auto& name : std::exchange(names_, {}))
            tree_.names.emplace_back(std::move(name), block_);
    }

    void end_block()
    {
        block_ = nullptr;
        link_ = nullptr;
        is_blank_due_ = false;
    }

    void put_in(cmark_node* node)
    {
        cmark_node_insert_before(place_, node);
        tree_.put_in.emplace(node, line_);
    }

    void add_inline(cmark_node* node)
    {
        if (!block_)
            start_block(CMARK_NODE_PARAGRAPH);
        if (std::exchange(is_blank_due_, false))
            cmark_node_append_child(link_ ? link_ : block_, new_text(" "));
        if (!cmark_node_append_child(link_ ? link_ : block_, node))
            cmark_node_free(node);
    }

    /// Blanks and line feeds are one blank, and none at the ends of a block.
    void add_words(std::string_view written)
    {
        const auto words = without_entities(written);
        std::string line;
        for (const char c : words) {
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                is_blank_due_ = is_blank_due_ || block_ || !line.empty();
            } else {
                if (std::exchange(is_blank_due_, false))
                    line += ' ';
                line += c;
            }
        }
        if (line.empty())
            return;
        if (!block_)
            start_block(CMARK_NODE_PARAGRAPH);
        cmark_node_append_child(link_ ? link_ : block_, new_text(line));
    }

    void add_code(const std::vector<HtmlToken>& tokens, std::size_t from, std::size_t to)
    {
        end_block();
        std::string code;
        for (auto i = from; i < to; ++i)
            if (tokens[i].kind == HtmlToken::Kind::text || is_to_fill_in(tokens[i], closed_))
                code += tokens[i].written;
        // Entities stand within a line; the lines themselves stay.
        std::string text;
        for (const auto& line : split(code, '\n'))
            text += without_entities(line) + '\n';
        auto* block = cmark_node_new(CMARK_NODE_CODE_BLOCK);
        cmark_node_set_literal(block, text.c_str());
        put_in(block);
    }

    cmark_node* place_;
    MarkdownTree& tree_;
    const std::unordered_set<std::string>& closed_;
    std::size_t first_line_;
    std::string html_;
    std::size_t line_ = first_line_, seen_ = 0;
    cmark_node* block_ = nullptr;
    cmark_node* link_ = nullptr;
    bool is_blank_due_ = false;
    std::vector<std::string> names_;
};

/// A tag among words: it goes, becomes a break or, when it is for filling in, is text.
void keep_inline_words(cmark_node* node, MarkdownTree& tree, const std::unordered_set<std::string>& closed)
{
    const std::string written{literal(node)};
    const auto tokens = html_tokens(written);
    const auto replace = [&](cmark_node* other) {
        tree.put_in.emplace(other, tree.line_of(node));
        cmark_node_replace(node, other);
        cmark_node_free(node);
    };
    if (tokens.size() != 1 || tokens[0].kind == HtmlToken::Kind::unseen)
        return cmark_node_free(node);
    const auto& tag = tokens[0];
    if (tag.kind == HtmlToken::Kind::text || is_to_fill_in(tag, closed))
        return replace(new_text(written));
    if (tag.kind == HtmlToken::Kind::open) {
        if (is_never_shown(tag.name))
            tree.not_shown.push_back(not_shown(tag, tree.line_of(node)));
        if (auto name = name_in(tag); !name.empty()) {
            tree.names.emplace_back(std::move(name), block_of(node));
        }
        if (tag.name == "img")
            return replace(new_picture(tag));
    }
    if (is_html_block(tag.name))
        return replace(cmark_node_new(CMARK_NODE_LINEBREAK));
    cmark_node_free(node);
}

/// <a href="x">words</a> among words becomes a link around them. From the last tag to the first, so that each
/// node is looked at once.
void link_words(const std::vector<cmark_node*>& raw)
{
    std::unordered_map<cmark_node*, cmark_node*> ends; // by what holds them
    for (auto node = raw.rbegin(); node != raw.rend(); ++node) {
        if (cmark_node_get_type(*node) != CMARK_NODE_HTML_INLINE)
            continue;
        const std::string written{literal(*node)};
        const auto tokens = html_tokens(written);
        if (tokens.size() != 1 || tokens[0].name != "a")
            continue;
        auto& end = ends[cmark_node_parent(*node)];
        if (tokens[0].kind == HtmlToken::Kind::close) {
            end = *node;
        } else if (const auto target = tokens[0].attribute("href"); target && end) {
            auto* link = cmark_node_new(CMARK_NODE_LINK);
            cmark_node_set_url(link, without_entities(*target).c_str());
            cmark_node_insert_before(*node, link);
            while (cmark_node_next(*node) != end)
                cmark_node_append_child(link, cmark_node_next(*node));
            end = nullptr;
        }
    }
}

/// Names of elements that are closed somewhere: such a name is a tag, whatever it is.
std::unordered_set<std::string> closed_elements(const std::vector<cmark_node*>& raw)
{
    std::unordered_set<std::string> names;
    for (auto* node : raw)
        for (auto& token : html_tokens(literal(node)))
            if (token.kind == HtmlToken::Kind::close)
                names.insert(std::move(token.name));
    return names;
}

} // namespace

void keep_html_words(MarkdownTree& tree)
{
    const auto raw = nodes_of(tree.tree.get(), {CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE});
    if (raw.empty())
        return;
    const auto closed = closed_elements(raw);
    link_words(raw);
    for (auto* node : raw) {
        if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK)
            BlockWords{node, tree, closed}.write();
        else
            keep_inline_words(node, tree, closed);
    }
}

} // namespace guidepost::guidance
