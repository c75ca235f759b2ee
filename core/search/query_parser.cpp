// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/query_parser.h"

#include "core/text/text.h"

#include <algorithm>
#include <array>

namespace guidepost::search {
namespace {

/// Longer input is a pasted page, not a question; what comes after is left out and said.
constexpr std::size_t most_clauses = 64;

constexpr std::array fields{std::pair{std::string_view{"title:"}, Field::title},
                            std::pair{std::string_view{"topic:"}, Field::topic},
                            std::pair{std::string_view{"programme:"}, Field::programme}};

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool has_letter(std::string_view text)
{
    return word_count(text) > 0;
}

/// Curly quotes come from word processors and telephones.
std::string with_plain_quotes(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto three = text.substr(i, 3);
        const bool is_double = three == "\u201C" || three == "\u201D";
        const bool is_single = three == "\u2018" || three == "\u2019";
        if (is_double || is_single) {
            result += is_double ? '"' : '\'';
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_{with_plain_quotes(text)} {}

    ParsedQuery run()
    {
        if (std::count(text_.begin(), text_.end(), '"') % 2 != 0) {
            result_.notes.emplace_back("A quotation mark is not closed: read as plain words.");
            std::replace(text_.begin(), text_.end(), '"', ' ');
        }
        while (skip_spaces() && result_.clauses.size() < most_clauses)
            clause();
        if (at_ < text_.size())
            result_.notes.emplace_back("The question is very long: only its first words were used.");
        refuse_only_exclusions();
        return std::move(result_);
    }

private:
    bool skip_spaces()
    {
        while (at_ < text_.size() && is_space(text_[at_]))
            ++at_;
        return at_ < text_.size();
    }

    void clause()
    {
        Clause clause;
        // "anti-social" and a dash between words exclude nothing.
        if (text_[at_] == '-' && at_ + 1 < text_.size() && !is_space(text_[at_ + 1]) &&
            text_[at_ + 1] != '-') {
            clause.is_excluded = true;
            ++at_;
        }
        const auto rest = lower_ascii(std::string_view{text_}.substr(at_, 12));
        for (const auto& [name, field] : fields) {
            const auto next = at_ + name.size();
            if (rest.starts_with(name) && next < text_.size() && !is_space(text_[next])) {
                clause.field = field;
                at_ = next;
                break;
            }
        }
        const bool is_quoted = text_[at_] == '"';
        const auto from = is_quoted ? at_ + 1 : at_;
        auto to = from;
        while (to < text_.size() && (is_quoted ? text_[to] != '"' : !is_space(text_[to]) && text_[to] != '"'))
            ++to;
        at_ = is_quoted ? to + 1 : to;
        clause.text = std::string{trimmed(std::string_view{text_}.substr(from, to - from))};
        clause.is_phrase = is_quoted && word_count(clause.text) > 1;
        if (has_letter(clause.text))
            result_.clauses.push_back(std::move(clause));
    }

    void refuse_only_exclusions()
    {
        auto& clauses = result_.clauses;
        const auto excluded = [](const Clause& clause) {
            return clause.is_excluded;
        };
        if (clauses.empty() || !std::all_of(clauses.begin(), clauses.end(), excluded))
            return;
        result_.notes.emplace_back("A search that only leaves words out finds nothing: read as plain words.");
        for (auto& clause : clauses)
            clause.is_excluded = false;
    }

    std::string text_;
    std::size_t at_ = 0;
    ParsedQuery result_;
};

} // namespace

ParsedQuery parse_query(std::string_view text)
{
    return Parser{text}.run();
}

} // namespace guidepost::search
