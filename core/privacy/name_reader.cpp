// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/name_reader.h"

#include "core/privacy/name_clues.h"
#include "core/privacy/name_evidence.h"
#include "core/privacy/name_extent.h"

#include <algorithm>
#include <optional>
#include <set>

namespace guidepost::privacy {
namespace {

class NameReader {
public:
    NameReader(std::string_view plain, const NameTokens& tokens, const NameWords& words)
        : plain_{plain}, tokens_{tokens}, words_{words}, clues_{plain, tokens, words}, extent_{tokens, words}
    {}

    std::vector<FoundName> read()
    {
        for (std::size_t at = 0; at < tokens_.size();) {
            auto found = clues_.named_at(at);
            if (found.empty())
                if (auto alone = name_alone(at))
                    found.push_back(std::move(*alone));
            at = found.empty() ? at + 1 : found.back().last;
            for (auto& name : found)
                names_.push_back(std::move(name));
        }
        find_again();
        std::sort(names_.begin(), names_.end(),
                  [](const FoundName& one, const FoundName& other) { return one.first < other.first; });
        return std::move(names_);
    }

private:
    /// A name that shows without a word that announces it.
    std::optional<FoundName> name_alone(std::size_t at) const
    {
        const auto& word = tokens_[at];
        const auto named = [&](NameClue clue, std::size_t last) {
            return FoundName{clue, at, last, at, "person"};
        };
        if (word.is_foreign) {
            const auto end = extent_.end_of_foreign(at);
            return end > at ? std::optional{named(NameClue::unknown, end)} : std::nullopt;
        }
        if (const auto end = end_behind_initials(at); end > at)
            return named(NameClue::unknown, end);
        if (word.is_number || word.letters < 2 || NameWords::is_never_a_name(word) ||
            NameWords::is_day(word) || is_of_a_law(tokens_, at))
            return std::nullopt;
        // "Nan" and "Bird" are also relations: those are read as such.
        if (words_.clue_of(word) && !words_.is_given(word))
            return std::nullopt;
        if (word.is_in_shouting || word.is_shouted)
            return is_shouted_name(at) ? std::optional{named(NameClue::given, extent_.end_of(at))}
                                       : std::nullopt;
        if (!word.is_capital)
            return is_small_name(at) ? std::optional{named(NameClue::given, extent_.end_of(at))}
                                     : std::nullopt;
        const auto end = extent_.end_of(at);
        if (is_of_an_institution(tokens_, at, end))
            return std::nullopt;
        if (words_.looks_like_name(word) && words_.is_unknown(word))
            return named(NameClue::unknown, end);
        return is_word_as_name(at, end) ? std::optional{named(NameClue::given, end)} : std::nullopt;
    }

    bool has_evidence(std::size_t at) const
    {
        return does_what_people_do(tokens_, at) || has_people_before(tokens_, at) ||
               has_people_behind(tokens_, at, words_);
    }

    /// A given name before a family name, "Faith Baker".
    bool is_pair(std::size_t at, std::size_t end) const
    {
        if (end <= at + 1)
            return false;
        const auto& next = tokens_[at + 1];
        return words_.is_unknown(next) || words_.is_surname(next) || NameWords::is_particle(next) ||
               NameWords::is_initial(next);
    }

    /// A capital word that is also a word, a month, a place.
    bool is_word_as_name(std::size_t at, std::size_t end) const
    {
        const auto& word = tokens_[at];
        if (!words_.is_listed(word))
            return false;
        if (has_evidence(at) && (words_.is_given(word) || !NameWords::reads_as_verb(word)))
            return true;
        const bool is_turned_about = end == at + 2 && tokens_[at + 1].gap == ','; // "Walker, Kyle"
        if (is_turned_about && !words_.is_known_capital(word) && !NameWords::reads_as_verb(word))
            return true;
        if (!words_.is_given(word))
            return false;
        if (is_pair(at, end))
            return true;
        if (is_said_of_a_thing(tokens_, at, words_))
            return false;
        if (words_.is_known_capital(word))
            return !word.starts_sentence && !NameWords::is_month(word) &&
                   !is_said_of_a_place(tokens_, at, words_);
        return !word.starts_sentence || (is_subject(tokens_, at) && !NameWords::is_feeling(word));
    }

    bool is_small_name(std::size_t at) const
    {
        const auto& word = tokens_[at];
        if (word.letters < 3 || !words_.is_given(word))
            return false;
        if (!words_.is_word(word) && !words_.is_known_capital(word))
            return true;
        return !NameWords::reads_as_verb(word) && !NameWords::is_feeling(word) &&
               has_people_before(tokens_, at);
    }

    /// In a line of capitals as in small letters; a word alone in capitals is an acronym or a family name.
    bool is_shouted_name(std::size_t at) const
    {
        const auto& word = tokens_[at];
        if (words_.is_known_capital(word) && !words_.is_word(word))
            return word.is_in_shouting && words_.is_given(word) && has_evidence(at);
        if (!words_.is_listed(word) || word.letters < 3)
            return false;
        if (!words_.is_word(word))
            return word.is_in_shouting || word.letters >= 4;
        const bool is_before_given =
            at + 1 < tokens_.size() && tokens_[at + 1].gap == ',' && words_.is_given(tokens_[at + 1]);
        if (NameWords::reads_as_verb(word) && !is_before_given)
            return false;
        if (word.is_in_shouting)
            return (words_.is_given(word) && has_evidence(at)) || is_before_given;
        constexpr std::size_t shortest_word = 5;
        return is_before_given || (words_.is_surname(word) && word.letters >= shortest_word);
    }

    /// "J. Smith", "J S Okafor"; 0 when none begins here.
    std::size_t end_behind_initials(std::size_t at) const
    {
        auto name = at;
        while (name < tokens_.size() && name < at + 3 && NameWords::is_initial(tokens_[name]) &&
               (name == at || tokens_[name].gap == ' '))
            ++name;
        if (name == at || name >= tokens_.size())
            return 0;
        const auto& word = tokens_[name];
        const bool has_point = tokens_[at].end < plain_.size() && plain_[tokens_[at].end] == '.';
        const bool is_word = (tokens_[at].lower == "a" || tokens_[at].lower == "i") && !has_point;
        if (is_word || word.gap != ' ' || word.starts_sentence || !word.is_capital || word.is_shouted ||
            word.letters < 2 || NameWords::is_never_a_name(word) || NameWords::is_day(word) ||
            words_.clue_of(word))
            return 0;
        const bool is_name = words_.is_unknown(word) ||
                             (words_.is_surname(word) && (has_point || !words_.is_known_capital(word)));
        return is_name ? extent_.end_of(name) : 0;
    }

    /// A name that a title or relation gave away counts wherever it stands with a capital.
    void find_again()
    {
        std::set<std::string_view> said;
        std::vector<bool> is_taken(tokens_.size());
        for (const auto& name : names_)
            for (auto at = name.from; at < name.last; ++at) {
                is_taken[at] = true;
                if (at >= name.first && is_strong(name.clue) && tokens_[at].letters >= 3 &&
                    !words_.clue_of(tokens_[at]))
                    said.insert(tokens_[at].lower);
            }
        for (std::size_t at = 0; at < tokens_.size(); ++at)
            if (!is_taken[at] && tokens_[at].is_capital && said.contains(tokens_[at].lower) &&
                !(tokens_[at].starts_sentence && words_.is_word(tokens_[at]) && !is_subject(tokens_, at)))
                names_.push_back({NameClue::again, at, at + 1, at, "person"});
    }

    std::string_view plain_;
    const NameTokens& tokens_;
    const NameWords& words_;
    NameClues clues_;
    NameExtent extent_;
    std::vector<FoundName> names_;
};

} // namespace

bool is_strong(NameClue clue)
{
    return clue == NameClue::title || clue == NameClue::relation || clue == NameClue::naming;
}

std::vector<FoundName> read_names(std::string_view plain, const std::vector<NameToken>& tokens,
                                  const NameWords& words)
{
    return NameReader{plain, tokens, words}.read();
}

} // namespace guidepost::privacy
