// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/name_tokens.h"

#include "core/privacy/plain_characters.h"
#include "core/privacy/text_cursor.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

/// Bytes of a letter or digit at `at`; 0 when there is none.
std::size_t letter_at(std::string_view plain, std::size_t at)
{
    if (at >= plain.size())
        return 0;
    const auto here = code_point_at(plain, at);
    return is_word_character(here.value) ? here.bytes : 0;
}

/// "McBride", "O'Neill", "Anna-Marie", "al-Hassan"; not "LexisNexis".
bool may_have_capital_inside(std::string_view lower, std::size_t capital)
{
    constexpr auto starts = std::to_array<std::string_view>(
        {"mc", "mac", "fitz", "de", "di", "la", "le", "du", "van", "ap", "st", "ni"});
    const auto before = lower.substr(0, capital);
    return before.ends_with('-') || before.ends_with('\'') ||
           std::find(starts.begin(), starts.end(), before) != starts.end();
}

/// Reads one token after the other and remembers what stood between.
class TokenReader {
public:
    explicit TokenReader(std::string_view plain) : plain_{plain} {}

    std::vector<NameToken> read()
    {
        while (at_ < plain_.size())
            if (letter_at(plain_, at_) == 0)
                pass_over(plain_[at_++]);
            else
                read_word();
        end_line();
        return std::move(tokens_);
    }

private:
    /// The point of "Mr." or of an initial ends nothing.
    bool is_point_of_short_word() const
    {
        static constexpr auto short_words =
            std::to_array<std::string_view>({"mr", "mrs", "ms", "mx", "dr", "prof", "rev", "st", "sgt",
                                             "insp", "supt", "hon", "cllr", "capt", "jr", "sr", "no"});
        if (tokens_.empty() || tokens_.back().end + 1 != at_)
            return false;
        const auto& last = tokens_.back();
        return (last.letters == 1 && last.is_capital) ||
               std::find(short_words.begin(), short_words.end(), last.lower) != short_words.end();
    }

    void pass_over(char c)
    {
        const bool ends = std::string_view{"!?:;\n|*#"}.find(c) != std::string_view::npos;
        if (ends || (c == '.' && !is_point_of_short_word())) {
            starts_sentence_ = starts_sentence_ || ends || letter_at(plain_, at_) == 0;
            gap_ = '.';
        } else if (c == '"') { // a quotation begins anew
            starts_sentence_ = true;
            gap_ = gap_ == ' ' ? ',' : gap_;
        } else if (c == ',' || c == '(' || c == ')') {
            gap_ = gap_ == ' ' ? ',' : '.';
        } else if (std::string_view{"/=[]<>"}.find(c) != std::string_view::npos) {
            gap_ = '.';
        }
        if (c == '\n')
            end_line();
    }

    void read_word()
    {
        NameToken token{.start = at_, .starts_sentence = starts_sentence_, .gap = gap_};
        token.is_capital = is_capital_at(plain_, at_);
        token.is_foreign =
            code_point_at(plain_, at_).value >= 0x250 && !is_latin_letter(code_point_at(plain_, at_).value);
        std::size_t capitals = 0, digits = 0, last_capital = 0;
        for (;;) {
            if (const auto bytes = letter_at(plain_, at_)) {
                digits += is_digit(plain_[at_]) ? 1U : 0U;
                if (is_capital_at(plain_, at_)) {
                    ++capitals;
                    last_capital = token.lower.size();
                }
                ++token.letters;
                append_utf8(token.lower, small(code_point_at(plain_, at_).value));
                at_ += bytes;
                continue;
            }
            const char c = at_ < plain_.size() ? plain_[at_] : '\0';
            if ((c != '\'' && c != '-') || letter_at(plain_, at_ + 1) == 0)
                break;
            token.lower += c;
            ++at_;
        }
        token.end = at_;
        gap_ = ' ';
        if (const auto stem = without_possessive(token.lower); stem.size() < token.lower.size()) {
            token.end -= 2;
            token.lower.resize(stem.size());
            token.is_possessive = true;
            --token.letters;
            // What belongs to somebody is not the somebody: "his mum's Facebook".
            gap_ = '\'';
        }
        // "SHPOs" is an acronym too.
        token.is_shouted =
            capitals >= 2 && capitals + digits + (token.lower.back() == 's' ? 1U : 0U) >= token.letters;
        token.is_mixed =
            !token.is_shouted && last_capital > 0 && !may_have_capital_inside(token.lower, last_capital);
        token.is_number = digits > 0 && digits == token.letters;
        starts_sentence_ = false;
        tokens_.push_back(std::move(token));
    }

    /// Three words in capitals to one that is not are shouting; fewer are acronyms.
    void end_line()
    {
        std::size_t shouted = 0, others = 0;
        for (auto i = line_; i < tokens_.size(); ++i)
            if (tokens_[i].letters > 1 && !tokens_[i].is_number)
                ++(tokens_[i].is_shouted ? shouted : others);
        for (; line_ < tokens_.size(); ++line_)
            tokens_[line_].is_in_shouting = shouted >= 3 && shouted >= 3 * others;
    }

    std::string_view plain_;
    std::vector<NameToken> tokens_;
    std::size_t at_ = 0;
    std::size_t line_ = 0; ///< the first token of this line
    bool starts_sentence_ = true;
    char gap_ = ' ';
};

} // namespace

bool is_capital_at(std::string_view plain, std::size_t at)
{
    const auto point = code_point_at(plain, at).value;
    return small(point) != point;
}

std::string_view without_possessive(std::string_view word)
{
    return word.size() > 2 && word.ends_with("'s") ? word.substr(0, word.size() - 2) : word;
}

std::vector<NameToken> name_tokens(std::string_view plain)
{
    return TokenReader{plain}.read();
}

} // namespace guidepost::privacy
