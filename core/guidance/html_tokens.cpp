// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/html_tokens.h"

#include "core/guidance/cmark_tree.h"
#include "core/text/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace guidepost::guidance {
namespace {

bool is_letter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool is_name_sign(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
}

/// Cuts HTML at its tags. What has no end once has none further on: each end is missed once only.
class Cutter {
public:
    explicit Cutter(std::string_view html) : html_{html} {}

    std::vector<HtmlToken> cut()
    {
        std::size_t text_from = 0;
        for (auto at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', at)) {
            auto token = markup_at(at);
            if (!token) {
                ++at;
                continue;
            }
            add_text(text_from, at);
            at += token->written.size();
            text_from = at;
            tokens_.push_back(std::move(*token));
        }
        add_text(text_from, html_.size());
        return std::move(tokens_);
    }

private:
    void add_text(std::size_t from, std::size_t to)
    {
        if (from < to)
            tokens_.push_back({HtmlToken::Kind::text, html_.substr(from, to - from), {}, from});
    }

    std::optional<HtmlToken> markup_at(std::size_t at)
    {
        const auto rest = html_.substr(at);
        if (rest.starts_with("<!--"))
            return unseen(at, "-->");
        if (rest.starts_with("<![CDATA["))
            return unseen(at, "]]>");
        if (rest.starts_with("<!") || rest.starts_with("<?"))
            return unseen(at, ">");
        const bool is_close = rest.starts_with("</");
        const std::size_t name_at = is_close ? 2 : 1;
        if (rest.size() <= name_at || !is_letter(rest[name_at]))
            return std::nullopt;
        const auto end = end_of_tag(at + name_at);
        if (end == std::string_view::npos)
            return std::nullopt;
        auto name_end = name_at;
        while (name_end < rest.size() && is_name_sign(rest[name_end]))
            ++name_end;
        return HtmlToken{is_close ? HtmlToken::Kind::close : HtmlToken::Kind::open,
                         html_.substr(at, end - at), lower_ascii(rest.substr(name_at, name_end - name_at)),
                         at};
    }

    /// One without an end goes to the end of all, as browsers have it.
    std::optional<HtmlToken> unseen(std::size_t at, std::string_view mark)
    {
        const auto end = html_.find(mark, at);
        const auto size = end == std::string_view::npos ? html_.size() - at : end + mark.size() - at;
        return HtmlToken{HtmlToken::Kind::unseen, html_.substr(at, size), {}, at};
    }

    /// Behind the '>' that ends a tag; in quotes it ends nothing.
    std::size_t end_of_tag(std::size_t at)
    {
        while (at < html_.size()) {
            at = html_.find_first_of("\"'>", at);
            if (at == std::string_view::npos)
                return at;
            const char sign = html_[at];
            if (sign == '>')
                return at + 1;
            const auto quote_end = html_.find(sign, at + 1);
            at = quote_end == std::string_view::npos ? at + 1 : quote_end + 1;
        }
        return std::string_view::npos;
    }

    std::string_view html_;
    std::vector<HtmlToken> tokens_;
};

constexpr std::array block_elements{
    "address",  "article",  "aside",  "blockquote", "body",    "br",     "button",   "caption",    "center",
    "dd",       "details",  "dialog", "div",        "dl",      "dt",     "fieldset", "figcaption", "figure",
    "footer",   "form",     "h1",     "h2",         "h3",      "h4",     "h5",       "h6",         "head",
    "header",   "hr",       "html",   "legend",     "li",      "main",   "menu",     "nav",        "ol",
    "optgroup", "option",   "p",      "pre",        "section", "select", "summary",  "table",      "tbody",
    "td",       "textarea", "tfoot",  "th",         "thead",   "tr",     "ul"};

constexpr std::array inline_elements{
    "a",        "abbr",   "acronym", "area",  "audio",  "b",        "base",     "bdi",      "bdo",
    "big",      "canvas", "cite",    "code",  "col",    "colgroup", "data",     "datalist", "del",
    "dfn",      "em",     "embed",   "font",  "i",      "iframe",   "img",      "input",    "ins",
    "kbd",      "label",  "link",    "map",   "mark",   "math",     "meta",     "meter",    "nobr",
    "noscript", "object", "output",  "param", "path",   "picture",  "progress", "q",        "rp",
    "rt",       "ruby",   "s",       "samp",  "script", "slot",     "small",    "source",   "span",
    "strike",   "strong", "style",   "sub",   "sup",    "svg",      "template", "time",     "title",
    "track",    "tt",     "u",       "var",   "video",  "wbr"};

template <class List>
bool is_in(const List& list, std::string_view name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

} // namespace

std::optional<std::string> HtmlToken::attribute(std::string_view wanted) const
{
    auto rest = written.substr(std::min(written.size(), name.size() + 1));
    while (!rest.empty()) {
        const auto from = rest.find_first_not_of(" \t\r\n/");
        if (from == std::string_view::npos || rest[from] == '>')
            break;
        rest.remove_prefix(from);
        const auto end = std::min(rest.find_first_of(" \t\r\n/=>", 1), rest.size());
        const auto key = lower_ascii(rest.substr(0, end));
        rest.remove_prefix(end);
        const auto equals = rest.find_first_not_of(" \t\r\n");
        std::string_view value;
        if (equals != std::string_view::npos && rest[equals] == '=') {
            rest.remove_prefix(equals + 1);
            rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
            const bool is_quoted = rest.starts_with('"') || rest.starts_with('\'');
            const auto value_end = is_quoted ? rest.find(rest.front(), 1) : rest.find_first_of(" \t\r\n>");
            value = rest.substr(is_quoted, std::min(value_end, rest.size()) - is_quoted);
            rest.remove_prefix(std::min(
                value_end == std::string_view::npos ? rest.size() : value_end + is_quoted, rest.size()));
        }
        if (key == wanted)
            return std::string{value};
    }
    return std::nullopt;
}

std::vector<HtmlToken> html_tokens(std::string_view html)
{
    return Cutter{html}.cut();
}

std::string without_entities(std::string_view words)
{
    if (words.find('&') == std::string_view::npos)
        return std::string{words};
    // The parser knows all of them; everything else that it would read as a sign is escaped.
    std::string escaped = "x";
    for (const char c : words) {
        if (std::ispunct(static_cast<unsigned char>(c)) != 0 && c != '&' && c != ';' && c != '#')
            escaped += '\\';
        escaped += c == '\n' || c == '\r' ? ' ' : c;
    }
    escaped += 'x'; // between two letters blanks at the ends are kept
    const auto tree = parse_tree(escaped);
    const auto text = plain_text(tree.get());
    return text.size() < 2 ? std::string{words} : text.substr(1, text.size() - 2);
}

bool is_html_element(std::string_view name)
{
    return is_in(inline_elements, name) || is_html_block(name);
}

bool is_html_block(std::string_view name)
{
    return is_in(block_elements, name);
}

} // namespace guidepost::guidance
