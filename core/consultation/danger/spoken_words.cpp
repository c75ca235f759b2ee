// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/danger/spoken_words.h"

#include "core/text/text.h"

#include <algorithm>
#include <array>

namespace guidepost::consultation {
namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// How many bytes of an apostrophe stand at `at`: the straight one, the grave accent or U+2019.
std::size_t apostrophe_at(std::string_view text, std::size_t at)
{
    if (at < text.size() && (text[at] == '\'' || text[at] == '`'))
        return 1;
    return text.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
}

/// Other marks from beyond ASCII that part words: dashes, quotation marks, dots, no-break space.
std::size_t mark_at(std::string_view text, std::size_t at)
{
    if (text.substr(at, 2) == "\xC2\xA0")
        return 2;
    return text.substr(at, 2) == "\xE2\x80" ? std::min<std::size_t>(3, text.size() - at) : 0;
}

struct Tail {
    std::string_view ending;
    std::string_view word; ///< stands behind as a word of its own; "": falls away
};
constexpr std::array tails{Tail{"s", ""},      Tail{"ll", "will"}, Tail{"d", "would"},
                           Tail{"ve", "have"}, Tail{"re", "are"},  Tail{"m", "am"}};

class Reading {
public:
    Reading(std::string_view text, const Spelling& spelling) : text_{text}, spelling_{spelling} {}

    std::vector<Word> words()
    {
        for (std::size_t at = 0; at < text_.size();) {
            if (is_letter_or_digit(text_[at]) && mark_at(text_, at) == 0) {
                at = read_word(at);
                continue;
            }
            end_at_mark(at);
            at += std::max<std::size_t>(1, mark_at(text_, at));
        }
        return std::move(words_);
    }

private:
    void end_at_mark(std::size_t at)
    {
        const char c = text_[at];
        const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
        if (((c == '.' || c == '!' || c == '?') && !is_letter_or_digit(next)) ||
            (c == '\n' && next == '\n')) {
            ++sentence_;
            ++clause_;
        } else if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '\n') {
            ++clause_;
        }
    }

    void push(std::string word, std::size_t start, std::size_t end)
    {
        if (word == "but" || word == "and")
            ++clause_;
        words_.push_back({std::move(word), start, end, sentence_, clause_});
    }

    void push_meant(std::string word, std::size_t start, std::size_t end)
    {
        if (const auto meant = spelling_.find(word); meant != spelling_.end()) {
            for (const auto& one : meant->second)
                push(one, start, end);
            return;
        }
        const auto letters = std::find_if_not(word.begin(), word.end(), is_digit);
        if (letters == word.begin() || letters == word.end()) {
            push(std::move(word), start, end);
            return;
        }
        push(std::string{word.begin(), letters}, start, end);
        push_meant(std::string{letters, word.end()}, start, end);
    }

    /// Returns where the word ends.
    std::size_t read_word(std::size_t at)
    {
        const auto start = at;
        std::string word;
        auto tail_from = std::string::npos; // in `word`, behind the last apostrophe
        while (at < text_.size()) {
            if (const auto apostrophe = apostrophe_at(text_, at)) {
                if (at + apostrophe >= text_.size() || !is_letter_or_digit(text_[at + apostrophe]) ||
                    mark_at(text_, at + apostrophe) != 0)
                    break;
                tail_from = word.size();
                at += apostrophe;
            } else if (is_letter_or_digit(text_[at]) && mark_at(text_, at) == 0) {
                word += text_[at++];
            } else {
                break;
            }
        }
        word = lower_ascii(word);
        if (tail_from != std::string::npos && tail_from > 0)
            for (const auto& [ending, own_word] : tails)
                if (std::string_view{word}.substr(tail_from) == ending) {
                    push_meant(word.substr(0, tail_from), start, at);
                    if (!own_word.empty())
                        push(std::string{own_word}, start, at);
                    return at;
                }
        push_meant(std::move(word), start, at);
        return at;
    }

    std::string_view text_;
    const Spelling& spelling_;
    std::vector<Word> words_;
    int sentence_ = 0, clause_ = 0;
};

} // namespace

std::vector<Word> words_of(std::string_view text, const Spelling& spelling)
{
    return Reading{text, spelling}.words();
}

} // namespace guidepost::consultation
